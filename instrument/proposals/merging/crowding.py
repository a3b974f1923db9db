"""Paragraphs that nobody could read, with too many alternatives in a line: they become whole versions, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from instrument.model import length
from instrument.proposals.merging.ground import Position, words
from instrument.proposals.merging.hunks import Hunk
from instrument.proposals.merging.regions import Meeting, Region

_DOZEN = 12  # alternatives in one place
_SWOLLEN = 5  # times as long as the base, brackets and all
_SEVERAL = 3  # amendments that differ: fewer are never a crowd


def crowds(regions: Sequence[Region], meeting: Meeting) -> dict[Position, set[int]]:
    """The provisions that nobody could read with all alternatives in the line, and the amendments that make them so."""
    inline: dict[Position, list[Region]] = {}
    for region in walk(regions):
        if region.is_inline and 0 < region.start.unit <= len(
            meeting.ground.base.clauses[region.start.clause].provisions
        ):
            inline.setdefault(region.start._replace(offset=0), []).append(region)
    return {unit: who for unit, found in inline.items() if (who := _crowd(unit, found, meeting))}


def _crowd(unit: Position, regions: Sequence[Region], meeting: Meeting) -> set[int]:
    """The amendments of the places with a dozen alternatives, or of all disputes where they swell the unit."""
    dense = [region for region in regions if len(region.alternatives) > _DOZEN]
    if dense:
        return _who(dense)
    disputes = [region for region in regions if len(region.alternatives) > 1]
    who = _who(disputes)
    added = sum(length(words(each.new)) for region in regions for each in region.alternatives)
    wishes = {tuple(region.of(each) for region in disputes) for each in who}  # who joins another adds none
    base = meeting.ground.unit(unit).length
    return who if len(wishes) >= _SEVERAL and base and base + added > _SWOLLEN * base else set()


def _who(regions: Iterable[Region]) -> set[int]:
    return {who for region in regions for each in region.alternatives for who in each.by}


def whole(hunks: Sequence[Hunk], units: Iterable[Position], meeting: Meeting) -> list[Hunk]:
    """The hunks of one amendment, those in each of some units as one version of the whole unit."""
    rest = list(hunks)
    for start in units:
        end = start._replace(unit=start.unit + 1)
        inside = [hunk for hunk in rest if start <= hunk.start and hunk.end < end and (hunk.is_inline or hunk.is_label)]
        if inside:
            rest = [hunk for hunk in rest if hunk not in inside]
            rest.append(Hunk(start, end, meeting.made(inside, start, end)))
    return rest


def walk(regions: Iterable[Region]) -> Iterator[Region]:
    """Every region, those inside another after it."""
    for region in regions:
        yield region
        yield from walk(region.inside)
