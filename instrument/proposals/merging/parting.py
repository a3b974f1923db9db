"""A merge in parts: what begins in one clause and does not reach into the next is merged, and printed, by itself."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from itertools import pairwise

from instrument.model import Clause
from instrument.proposals.merging.crowding import crowds, whole
from instrument.proposals.merging.ground import Position, Stretch, raise_text
from instrument.proposals.merging.hunks import Hunk
from instrument.proposals.merging.printing import Printer
from instrument.proposals.merging.regions import Meeting, Region

Own = Mapping[int, Sequence[Hunk]]  # the hunks of amendments, by their places in what is merged
Sheet = tuple[Sequence[Region], Position, Position]  # regions, and from where to where they are printed


def apart(own: Sequence[Sequence[Hunk]]) -> list[Own]:
    """The hunks of all amendments, those together that may meet."""
    ends = borders([hunk for mine in own for hunk in mine])
    parts: list[dict[int, list[Hunk]]] = [{} for _ in ends]
    for who, mine in enumerate(own):
        for hunk in mine:
            parts[bisect(ends, hunk.start.clause) - 1].setdefault(who, []).append(hunk)
    return list(parts)


def meet(meeting: Meeting, own: Own) -> tuple[tuple[Region, ...], dict[Position, set[int]]]:
    """The regions of hunks, and the crowded provisions among them, which are whole versions there."""
    regions = meeting.regions(_held(own))
    crowded = crowds(regions, meeting)
    if crowded:
        units = {who: [unit for unit, by in crowded.items() if who in by] for who in own}
        regions = meeting.regions(_held({who: whole(mine, units[who], meeting) for who, mine in own.items()}))
    return regions, crowded


def sheets(regions: Sequence[Region], count: int) -> list[Sheet]:
    """A text of so many clauses in pieces, each with the regions that are printed there."""
    starts = [0, *(border for border in borders(regions) if border)]
    parts: list[list[Region]] = [[] for _ in starts]
    for region in regions:
        parts[bisect(starts, region.start.clause) - 1].append(region)
    ends = pairwise([*map(Position, starts), Position(count)])
    return [(part, *between) for part, between in zip(parts, ends, strict=True)]


def print_sheet(printer: Printer, sheet: Sheet) -> tuple[Clause, ...]:
    """The clauses of a piece of the text, its regions in brackets."""
    return raise_text(printer.write(*sheet), printer.ground.base.language).clauses


def borders(stretches: Sequence[Stretch]) -> list[int]:
    """The clauses, in their order, in which stretches begin and into which none reaches from before."""
    crossed = {
        clause
        for each in stretches
        for clause in range(each.start.clause + 1, each.end.clause + 1)
        if Position(clause) < each.end
    }
    return sorted({each.start.clause for each in stretches} - crossed)


def _held(own: Own) -> dict[Hunk, tuple[int, ...]]:
    """Each hunk with all whose it is."""
    held: dict[Hunk, list[int]] = {}
    for who, mine in own.items():
        for hunk in mine:
            held.setdefault(hunk, []).append(who)
    return {hunk: tuple(whose) for hunk, whose in held.items()}
