"""A text as one delegation wants it, or as it was before anybody proposed anything.

This is the law of merging: a rolling text resolved for a delegation is that delegation's text, and resolved for
nobody it is the base. What a bracket says of itself decides, nothing else:

- `{by="A"}` stays for A and goes for everybody else, `{base}` stays, `{base not="C"}` goes for C alone;
- in a dispute (`alt=1`) A has A's own alternative; who has none has the base's, or nothing where the base has none;
- a bracket inside one that goes is gone, one inside a bracket that stays is decided by itself;
- `{by="A" status=label}` at the beginning of a paragraph holds another label for it: A's copy has that label, nobody
  else's has, and in no copy is it among the words;
- `{status=deletion}` stood in the base, and it is not said who wants it out: it stays for nobody, and is open for all;
- a bracket that names nobody, or one delegation as both for and against it, stays as it is, and is reported.

Spaces, exactly. **What stays stands literally**: "[", "]" and the holders go, no space is touched, inside or outside.
**What goes closes up** by the rule of `spacing`: a space goes that would stand beside another, before a stop or at an
end. **A dispute is one place**: rivals side by side, with nothing but spaces or a "/" between them, go with what
stands between them, and what stays stands literally where the first began; only where none stays does the place close
up. So `x [P]{base alt=1} [Q]{by="A" alt=1} y` is exactly "x P y" and "x Q y" whatever spaces P, Q, x and y have, and a
merge can write any difference so; `x[ Q]{by="A"} y` and `x [Q]{by="A"} y` give "x y" for everybody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from instrument.brackets.cutting import items
from instrument.brackets.deciding import Level, Verdict, decided, levels
from instrument.brackets.legend import Meaning
from instrument.brackets.reading import Bracket, locate, rivals, scan, spans, text_of, walk
from instrument.changes.describing import describe
from instrument.changes.items import Changes, Item
from instrument.changes.performing import Performed, execute
from instrument.model import Clause, Holders, Instrument, Text, cut, length, plain
from instrument.outline import addresses
from instrument.problem import Problem, Read, Severity, Where


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


def holders_of(instrument: Instrument) -> tuple[str, ...]:
    """All whom brackets name, for words or against them, in the order of the text.

    >>> from instrument.formats.clause import read
    >>> line = 'Act [soon]{by="B; A"}[, if able]{base not="C"}.'
    >>> holders_of(Instrument((read(line, "act.clause", "act").value.clause,)))
    ('B', 'A', 'C')
    """
    held = (bracket.holders for clause in instrument for bracket in walk(scan(clause).brackets) if bracket.holders)
    return tuple(dict.fromkeys(name for each in held for name in (*each.by, *each.against)))


def verdict(holders: Holders | None, holder: str | None) -> Verdict:
    """What becomes of a bracket outside a dispute."""
    if holders is None or (holder in holders.by and holder in holders.against):
        return Verdict.OPEN
    stood = holders.base or (holders.status == Meaning.DELETION and (holder is None or bool(holders.against)))
    if holder in holders.by:
        return Verdict.STAYS
    if holder in holders.against:
        return Verdict.GOES
    if stood:
        return Verdict.STAYS
    return Verdict.GOES if holders.by else Verdict.OPEN


def _performed(instrument: Instrument, holder: str | None) -> tuple[Performed, tuple[Problem, ...]]:
    done: list[Item] = []
    problems: list[Problem] = []
    for position, clause in enumerate(instrument):
        verdicts = _verdicts(levels(clause), holder)
        taken = [one for one, found in verdicts.items() if is_label(one) and found is Verdict.STAYS]
        labels = {one.start.unit: plain(_inside(clause, one)) for one in taken}
        cuts = decided(clause, verdicts | dict.fromkeys(taken, Verdict.GOES))
        done += items(clause, position, cuts, labels)
        problems += spans(clause).problems
        problems += (_undecided(clause, one) for one, found in verdicts.items() if found is Verdict.OPEN)
    performed = execute(Changes("", "", tuple(done)), instrument)
    return performed, (*problems, *_bare(instrument, performed))


def _verdicts(found: Sequence[Level], holder: str | None) -> dict[Bracket, Verdict]:
    """The verdict on every bracket that is not inside one that goes."""
    made: dict[Bracket, Verdict] = {}
    for level in found:
        verdicts = _verdicts_at(level, holder)
        made |= verdicts
        made |= _verdicts([one.inside for one in level if verdicts[one] is not Verdict.GOES], holder)
    return made


def _verdicts_at(level: Level, holder: str | None) -> dict[Bracket, Verdict]:
    made = {bracket: verdict(bracket.holders, holder) for bracket in level}
    for group in rivals(level):
        own = [one for one in group if one.holders and holder in one.holders.by]
        preferred = own or [one for one in group if one.holders and one.holders.base]
        if preferred:
            made |= {one: Verdict.GOES for one in group if one not in preferred}
    return made


def is_label(bracket: Bracket) -> bool:
    """Whether a bracket at the beginning of a paragraph holds another label for it, not words."""
    return bracket.holders is not None and bracket.holders.status == "label" and bracket.start.in_text


def _inside(clause: Clause, bracket: Bracket) -> Text:
    return cut(text_of(clause, bracket.start.unit), bracket.start.offset + 1, bracket.end.offset)


def _bare(instrument: Instrument, performed: Performed) -> Iterator[Problem]:
    """The provisions of which a stop is left and no word."""
    for strand in performed.pairing.strands:
        (before, row), (after, index) = strand.base[0], strand.result[0]
        old, new = instrument.clause(before), performed.result.clause(after)
        if not old or not new or old.provisions[row] == new.provisions[index]:
            continue
        rest = new.provisions[index].text
        left = plain(rest).strip()
        if len(left) == 1 and not left.isalnum() and length(rest) == len(plain(rest)):
            message = f'nothing is left of the provision but "{left}"'
            hint = "take the stop into the brackets, or the label"
            yield Problem("bare-provision", Severity.WARNING, Where(addresses(new)[index]), message, hint)


def _undecided(clause: Clause, bracket: Bracket) -> Problem:
    named = bracket.holders and (bracket.holders.by or bracket.holders.against)
    message = "brackets say two things of one delegation: they stay" if named else "brackets name nobody: they stay"
    hint = 'say who wants the words, {by="…"}, or that they stood in the base, {base}'
    return Problem("undecided-bracket", Severity.WARNING, locate(clause, bracket.start), message, hint)
