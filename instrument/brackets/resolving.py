"""A text as one delegation wants it, or as it was before anybody proposed anything.

This is the law of merging: a rolling text resolved for a delegation is that delegation's text, and resolved for
nobody it is the base. What a bracket says of itself decides, nothing else:

- `{by="A"}` stays for A and goes for everybody else, `{base}` stays, `{base not="C"}` goes for C alone;
- in a dispute (`alt=1`) A has A's own alternative; who has none has the base's, or nothing where the base has none;
- a bracket inside one that goes is gone, one inside a bracket that stays is decided by itself;
- a bracket that names nobody, or one delegation as both for and against it, stays as it is, and is reported.

Spaces, exactly. **What stays stands literally**: "[", "]" and the holders go, no space is touched, inside or outside.
**What goes closes up** by the rule of `spacing`: a space goes that would stand beside another, before a stop or at an
end. **A dispute is one place**: rivals side by side, with nothing but spaces or a "/" between them, go with what
stands between them, and what stays stands literally where the first began; only where none stays does the place close
up. So `x [P]{base alt=1} [Q]{by="A" alt=1} y` is exactly "x P y" and "x Q y" whatever spaces P, Q, x and y have, and a
merge can write any difference so; `x[ Q]{by="A"} y` and `x [Q]{by="A"} y` give "x y" for everybody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import groupby, pairwise

from instrument.brackets.cutting import Cuts, Stretch, items
from instrument.brackets.reading import Bracket, Point, locate, rivals, scan, spans, text_of
from instrument.changes.describing import describe
from instrument.changes.items import Changes, Item
from instrument.changes.performing import Performed, execute
from instrument.model import Clause, Holders, Instrument, Run, cut, plain
from instrument.problem import Problem, Read, Severity


class Verdict(Enum):
    """What becomes of a bracket: its words stay bare, it goes, or nobody can say."""

    STAYS = auto()
    GOES = auto()
    OPEN = auto()


def resolve(instrument: Instrument, holder: str | None) -> Read[Instrument]:
    """The text as a delegation wants it, or the base (for `None`).

    Brackets that name nobody stay, and each is a problem; so is one without a partner.

    >>> from instrument.formats.clause import read
    >>> line = "Each Party [shall]{base alt=1} [should]{by=A alt=1} act [soon]{by=B}[, if able]{base not=B}."
    >>> rolling = Instrument((read(line, "act.clause", "act").value.clause,))
    >>> for holder in (None, "A", "B"):
    ...     print(resolve(rolling, holder).value.clauses[0].provisions[0].text[0].chars)
    Each Party shall act, if able.
    Each Party should act, if able.
    Each Party shall act soon.
    """
    performed, problems = _performed(instrument, holder)
    return Read(performed.result, problems)


def resolution(instrument: Instrument, holder: str | None) -> Read[Changes]:
    """The same as changes of the text: what they make of it is what `resolve` gives."""
    performed, problems = _performed(instrument, holder)
    return Read(describe(instrument, performed.result, performed.pairing), problems)


def verdict(holders: Holders | None, holder: str | None) -> Verdict:
    """What becomes of a bracket outside a dispute."""
    if holders is None or (holder in holders.by and holder in holders.against):
        return Verdict.OPEN
    if holder in holders.by:
        return Verdict.STAYS
    if holder in holders.against:
        return Verdict.GOES
    if holders.base:
        return Verdict.STAYS
    return Verdict.GOES if holders.by else Verdict.OPEN


def _performed(instrument: Instrument, holder: str | None) -> tuple[Performed, tuple[Problem, ...]]:
    done: list[Item] = []
    problems: list[Problem] = []
    for position, clause in enumerate(instrument):
        decisions = _decide(clause, holder)
        done += items(clause, position, Cuts(tuple(decisions.stretches), frozenset(decisions.characters)))
        problems += spans(clause).problems
        problems += (_undecided(clause, bracket) for bracket in decisions.open)
    return execute(Changes("", "", tuple(done)), instrument), tuple(problems)


@dataclass(slots=True)
class _Decisions:
    stretches: list[Stretch] = field(default_factory=list)
    characters: set[Point] = field(default_factory=set)
    open: list[Bracket] = field(default_factory=list)


def _decide(clause: Clause, holder: str | None) -> _Decisions:
    made = _Decisions()
    body = len(clause.provisions)
    for _, level in groupby(scan(clause).brackets, key=lambda bracket: max(bracket.start.unit, body - 1)):
        _decide_level(clause, tuple(level), holder, made)
    return made


def _decide_level(clause: Clause, level: tuple[Bracket, ...], holder: str | None, made: _Decisions) -> None:
    verdicts = _verdicts(level, holder)
    for place in _places(clause, level):
        _decide_place(clause, place, verdicts, made)
    for bracket in level:
        if verdicts[bracket] is Verdict.OPEN:
            made.open.append(bracket)
        elif verdicts[bracket] is Verdict.STAYS:
            made.characters |= bracket.marks
        if verdicts[bracket] is not Verdict.GOES:
            _decide_level(clause, bracket.inside, holder, made)


def _verdicts(level: tuple[Bracket, ...], holder: str | None) -> dict[Bracket, Verdict]:
    made = {bracket: verdict(bracket.holders, holder) for bracket in level}
    for group in rivals(level):
        own = [one for one in group if one.holders and holder in one.holders.by]
        preferred = own or [one for one in group if one.holders and one.holders.base]
        if preferred:
            made |= {one: Verdict.GOES for one in group if one not in preferred}
    return made


def _decide_place(clause: Clause, place: Sequence[Bracket], verdicts: dict[Bracket, Verdict], made: _Decisions) -> None:
    """What goes of rivals side by side: all of it as one, or what is around the one that stays."""
    goes = [verdicts[bracket] is Verdict.GOES for bracket in place]
    if all(goes):
        made.stretches.append(Stretch(place[0].start, place[-1].last))
        return
    made.stretches += (Stretch(one.start, one.last, False) for one, gone in zip(place, goes, strict=True) if gone)
    for index, (before, after) in enumerate(pairwise(place), start=1):
        if goes[index] or all(goes[:index]):
            made.characters |= {replace(after.start, offset=at) for at in _between(before, after)}


def _places(clause: Clause, level: Sequence[Bracket]) -> Iterator[list[Bracket]]:
    """The brackets of a level, rivals that stand side by side together."""
    place: list[Bracket] = []
    for bracket in level:
        if place and not _side_by_side(clause, place[-1], bracket):
            yield place
            place = []
        place.append(bracket)
    if place:
        yield place


def _side_by_side(clause: Clause, one: Bracket, other: Bracket) -> bool:
    dispute = one.holders.alternative if one.holders else ""
    if not dispute or not other.holders or other.holders.alternative != dispute:
        return False
    if (one.last.unit, one.last.in_text) != (other.start.unit, other.start.in_text):
        return False
    between = _between(one, other)
    words = cut(text_of(clause, one.last.unit), between.start, between.stop)
    return all(isinstance(atom, Run) for atom in words) and _SEPARATOR.fullmatch(plain(words)) is not None


_SEPARATOR = re.compile(r"\s*/?\s*")


def _between(one: Bracket, other: Bracket) -> range:
    return range(one.last.offset + 1, other.start.offset)


def _undecided(clause: Clause, bracket: Bracket) -> Problem:
    named = bracket.holders and (bracket.holders.by or bracket.holders.against)
    message = "brackets say two things of one delegation: they stay" if named else "brackets name nobody: they stay"
    hint = 'say who wants the words, {by="…"}, or that they stood in the base, {base}'
    return Problem("undecided-bracket", Severity.WARNING, locate(clause, bracket.start), message, hint)
