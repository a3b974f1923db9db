"""Hunks made so wide that a bracket is never parted from its partner: brackets can then be put round each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from instrument.brackets import HEADING, Point, scan, walk
from instrument.changes.items import Head, Title
from instrument.model import Clause, Run
from instrument.proposals.merging.ground import Fragment, Opening, Position, Token
from instrument.proposals.merging.hunks import Hunk
from instrument.proposals.merging.regions import Meeting

Pair = tuple[Position, Position, Position]  # a "[", its "]", and after that with its holders; loose ones are alike


def balance(hunks: Sequence[Hunk], meeting: Meeting, known: dict[int, list[Pair]]) -> tuple[list[Hunk], list[Hunk]]:
    """The hunks of one amendment so that each keeps brackets whole, and those of which a bracket has no partner.

    `known` remembers the brackets of the clauses of the base.
    """
    kept: list[Hunk] = []
    loose: list[Hunk] = []
    for number, group in groupby(hunks, key=lambda hunk: hunk.start.clause):
        mine = list(group)
        if number not in known and number < len(meeting.ground.base):
            known[number] = list(_pairs(number, meeting.ground.base.clauses[number]))
        pairs = known.get(number, [])
        if pairs or any(_depths(hunk.new) for hunk in mine):
            mine = _widened(mine, pairs, meeting)
            loose += [hunk for hunk in mine if _is_loose(hunk, pairs)]
        kept += [hunk for hunk in mine if hunk not in loose]
    return kept, loose


def _pairs(number: int, clause: Clause) -> Iterator[Pair]:
    found = scan(clause)
    for bracket in walk(found.brackets):
        end = _position(number, bracket.end, clause)
        past = end._replace(offset=end.offset + (2 if bracket.holders else 1))
        yield _position(number, bracket.start, clause), end, past
    for point, _ in found.loose:
        yield (_position(number, point, clause),) * 3


def _position(number: int, point: Point, clause: Clause) -> Position:
    unit = 0 if point.unit == HEADING else point.unit + (2 if point.unit >= len(clause.provisions) else 1)
    return Position(number, unit, 1 + point.offset if point.in_text else 0)


def _widened(hunks: list[Hunk], pairs: Sequence[Pair], meeting: Meeting) -> list[Hunk]:
    """Hunks that each hold both brackets of a pair or none, in the base and in what they put there."""
    at = 0
    while at < len(hunks):
        start, end = _reach(hunks, at, pairs)
        if (start, end) == (hunks[at].start, hunks[at].end):
            at += 1
            continue
        inside, start, end = _whole(hunks, start, end)
        made = Hunk(start, end, meeting.made(inside, start, end))
        hunks = sorted([*(hunk for hunk in hunks if hunk not in inside), made], key=lambda each: each.start)
        at = 0
    return hunks


def _whole(hunks: Sequence[Hunk], start: Position, end: Position) -> tuple[list[Hunk], Position, Position]:
    """The hunks that a stretch meets, and the stretch so wide that it holds them whole, and units whole if several."""
    while True:
        inside = [hunk for hunk in hunks if hunk.start <= end and start <= hunk.end]
        first, last = min(start, *(hunk.start for hunk in inside)), max(end, *(hunk.end for hunk in inside))
        if first.offset == 0 or first[:2] != last[:2]:
            first = first._replace(offset=0)
            last = last._replace(unit=last.unit + 1, offset=0) if last.offset else last
        if (first, last) == (start, end):
            return inside, start, end
        start, end = first, last


def _reach(hunks: Sequence[Hunk], at: int, pairs: Sequence[Pair]) -> tuple[Position, Position]:
    """How far a hunk must reach not to part brackets of the base, or else to meet the hunk with the partner of its own.

    Words and units touch where they meet, so what reaches a neighbour takes it in.
    """
    start, end = hunks[at].start, hunks[at].end
    for opens, closes, past in pairs:
        if opens < past and (start <= opens < end or (start < past and closes < end)):
            start, end = min(start, opens), max(end, past)
    lowest, last = _depths(hunks[at].new) or (0, 0)
    neighbours = [at - 1, at + 1] if lowest < 0 else [at + 1, at - 1]
    if (lowest, last) != (0, 0) and len(hunks) > 1:
        other = hunks[next(each for each in neighbours if 0 <= each < len(hunks))]
        start, end = min(start, other.start), max(end, other.end)
    return start, end


def _is_loose(hunk: Hunk, pairs: Sequence[Pair]) -> bool:
    """Whether a hunk has a bracket without a partner, in the words of the base or in its own."""
    covered = any(opens == past and hunk.start <= opens < hunk.end for opens, _, past in pairs)
    return covered or (_depths(hunk.new) or (0, 0)) != (0, 0)


def _depths(fragment: Fragment) -> tuple[int, int] | None:
    """How deep the brackets of a fragment go below where they began, and where they end; None where it has none."""
    depth = lowest = 0
    found = re.findall(r"[\[\]]", "".join(map(_chars, fragment)))
    for bracket in found:
        depth += 1 if bracket == "[" else -1
        lowest = min(lowest, depth)
    return (lowest, depth) if found else None


def _chars(token: Token) -> str:
    if isinstance(token, Run):
        return token.chars
    return token.head.label if isinstance(token, Opening) and isinstance(token.head, Head | Title) else ""
