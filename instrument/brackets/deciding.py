"""What a verdict on each bracket takes out of a clause: marks where the words stay, words where they go.

Rivals side by side are one place: see `resolving` for the rule of spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import groupby, pairwise

from instrument.brackets.cutting import Cuts, Stretch
from instrument.brackets.reading import Bracket, Point, scan, text_of
from instrument.model import Clause, Run, cut, plain

Level = tuple[Bracket, ...]


class Verdict(Enum):
    """What becomes of a bracket: its words stay bare, it goes with them, or nobody can say."""

    STAYS = auto()
    GOES = auto()
    OPEN = auto()


Verdicts = Mapping[Bracket, Verdict]


def levels(clause: Clause) -> tuple[Level, ...]:
    """The outermost brackets of the body of a clause, and those of each of its notes."""
    body = len(clause.provisions)
    found = groupby(scan(clause).brackets, key=lambda bracket: max(bracket.start.unit, body - 1))
    return tuple(tuple(level) for _, level in found)


def decided(clause: Clause, verdicts: Verdicts) -> Cuts:
    """What goes from a clause where these verdicts are carried out; brackets without one are left alone."""
    made = _Made()
    for level in levels(clause):
        _decide(clause, level, verdicts, made)
    return Cuts(tuple(made.stretches), frozenset(made.characters))


@dataclass(slots=True)
class _Made:
    stretches: list[Stretch] = field(default_factory=list)
    characters: set[Point] = field(default_factory=set)


def _decide(clause: Clause, level: Level, verdicts: Verdicts, made: _Made) -> None:
    for place in _places(clause, level):
        _decide_place(place, verdicts, made)
    for bracket in level:
        found = verdicts.get(bracket)
        if found is Verdict.STAYS:
            made.characters |= bracket.marks
        if found is not Verdict.GOES:
            _decide(clause, bracket.inside, verdicts, made)


def _decide_place(place: Sequence[Bracket], verdicts: Verdicts, made: _Made) -> None:
    """What goes of rivals side by side: all of it as one, or what is around the one that stays."""
    goes = [verdicts.get(bracket) is Verdict.GOES for bracket in place]
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
