"""A merge in parts: what begins in one clause and does not reach into the next is merged, and printed, by itself."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from instrument.model import Clause
from instrument.proposals.merging.crowding import crowds, walk, whole
from instrument.proposals.merging.ground import Position, Stretch, raise_text
from instrument.proposals.merging.hunks import Hunk
from instrument.proposals.merging.printing import Printer
from instrument.proposals.merging.regions import Meeting, Region

Own = Mapping[int, Sequence[Hunk]]  # the hunks of amendments, by their places in what is merged


@dataclass(frozen=True, slots=True)
class Sheet:
    """Regions, who prints them, and from where to where."""

    printer: Printer
    regions: Sequence[Region]
    start: Position
    end: Position


def apart(meeting: Meeting, own: Sequence[Sequence[Hunk]]) -> list[tuple[Meeting, Own]]:
    """The hunks of all amendments, those together that may meet, on the ground where they do."""
    starts = borders([hunk for mine in own for hunk in mine])
    parts: list[dict[int, list[Hunk]]] = [{} for _ in starts]
    for who, mine in enumerate(own):
        for hunk in mine:
            parts[bisect(starts, hunk.start.clause) - 1].setdefault(who, []).append(hunk)
    grounds = (meeting.ground.within(*between) for between in pairwise((*starts, len(meeting.ground.base))))
    return [(replace(meeting, ground=ground), part) for ground, part in zip(grounds, parts, strict=True)]


def meet(part: tuple[Meeting, Own]) -> tuple[tuple[Region, ...], dict[Position, set[int]]]:
    """The regions of hunks, and the crowded provisions among them, which are whole versions there."""
    meeting, own = part
    regions = meeting.regions(_held(own))
    crowded = crowds(regions, meeting)
    if crowded:
        units = {who: [unit for unit, by in crowded.items() if who in by] for who in own}
        regions = meeting.regions(_held({who: whole(mine, units[who], meeting) for who, mine in own.items()}))
    return regions, crowded


def sheets(printer: Printer, regions: Sequence[Region]) -> list[Sheet]:
    """A whole text in pieces, each with the regions that are printed there."""
    starts = [0, *(border for border in borders(regions) if border)]
    parts: list[list[Region]] = [[] for _ in starts]
    for region in regions:
        parts[bisect(starts, region.start.clause) - 1].append(region)
    ends = pairwise((*starts, len(printer.ground.base)))
    return [_sheet(printer, part, first, last) for part, (first, last) in zip(parts, ends, strict=True)]


def _sheet(printer: Printer, regions: Sequence[Region], first: int, last: int) -> Sheet:
    meeting = replace(printer.meeting, ground=printer.ground.within(first, last))
    who = {who for region in walk(regions) for each in region.alternatives for who in each.by}
    signatures = {each: printer.signatures[each] for each in who}
    return Sheet(replace(printer, meeting=meeting, signatures=signatures), regions, Position(first), Position(last))


def print_sheet(sheet: Sheet) -> tuple[Clause, ...]:
    """The clauses of a piece of the text, its regions in brackets."""
    fragment = sheet.printer.write(sheet.regions, sheet.start, sheet.end)
    return raise_text(fragment, sheet.printer.ground.base.language).clauses


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
