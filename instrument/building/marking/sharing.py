"""Which changes several amendments share, which of them clash, and what each author therefore tracks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from instrument.changes import Changes, Clash, Item, overlap
from instrument.changes.items import Delete, Insert, Move, Part
from instrument.changes.wording import address_of, told
from instrument.model import Instrument
from instrument.problem import CannotWrite, Problem, Severity, Where
from instrument.proposals.amendment import Amendment


@dataclass(frozen=True, slots=True)
class Share:
    """Changes that the same amendments make, by their indices: they are tracked as one author's, of the first date."""

    amendments: tuple[int, ...]
    author: str
    date: str
    items: tuple[Item, ...]


def shares(base: Instrument, amendments: Sequence[Amendment]) -> list[Share]:
    """What is tracked by each author, in the order of the amendments; who adds clauses at the end comes last.

    Raises `CannotWrite`, with every clash, where amendments contradict one another: a merge resolves that, nobody
    guesses here.
    """
    apart = [_apart(amendment.changes, base) for amendment in amendments]
    makers: dict[Item, list[int]] = {}
    for at, changes in enumerate(apart):
        for item in changes.items:
            makers.setdefault(item, []).append(at)
    groups: dict[tuple[int, ...], list[Item]] = {}
    for item, by in makers.items():
        groups.setdefault(tuple(by), []).append(item)
    found = [_share(by, items, amendments) for by, items in sorted(groups.items(), key=lambda each: each[0])]
    found.sort(key=lambda share: any(_adds_at_end(item, base) for item in share.items))
    _refuse_clashes(found, base, amendments)
    return found


def _share(by: tuple[int, ...], items: Sequence[Item], amendments: Sequence[Amendment]) -> Share:
    names = dict.fromkeys(name for at in by for name in amendments[at].sponsors)
    dates = sorted(date for at in by if (date := amendments[at].date))
    return Share(by, replace(amendments[by[0]], sponsors=tuple(names)).author, dates[0] if dates else "", tuple(items))


def _adds_at_end(item: Item, base: Instrument) -> bool:
    return isinstance(item, Insert) and item.gap.part is Part.CLAUSE and item.gap.position == len(base)


def _apart(changes: Changes, base: Instrument) -> Changes:
    """Changes in which every deletion is of one neighbour: two may strike some together and others alone."""
    return replace(changes, items=tuple(each for item in changes.items for each in _singly(item, base)))


def _singly(item: Item, base: Instrument) -> Iterator[Item]:
    if not isinstance(item, Delete):
        yield item
        return
    for step, unit in enumerate(item.units):
        index = item.place.index + step
        id = base.clauses[index].id if item.place.part is Part.CLAUSE else item.place.clause
        yield Delete(replace(item.place, clause=id, index=index), (unit,))


def _refuse_clashes(found: Sequence[Share], base: Instrument, amendments: Sequence[Amendment]) -> None:
    clashes: dict[Problem, None] = {}
    for mine, theirs in combinations(found, 2):
        for one, other in _clashes(mine, theirs):
            clashes[_clash(mine, one, theirs, other, base, amendments)] = None
    if clashes:
        number = len(clashes)
        raise CannotWrite(
            f"the amendments clash in {number} place{'' if number == 1 else 's'}; merge them, or take one of each pair"
            " out",
            tuple(clashes),
        )


def _clashes(mine: Share, theirs: Share) -> Iterator[tuple[Item, Item]]:
    for meeting in overlap(Changes("", "", mine.items), Changes("", "", theirs.items)):
        if meeting.clash is Clash.CONTRARY:
            yield meeting.mine, meeting.theirs
    for share, other in ((mine, theirs), (theirs, mine)):
        for item in share.items:
            if isinstance(item, Move):
                within = ((item, each) for each in other.items if _is_within(each, item))
                yield from within if share is mine else ((each, move) for move, each in within)


def _is_within(item: Item, move: Move) -> bool:
    """Whether an item changes what another one moves: Word strikes it here and puts it in there, by one author."""
    place = item.place if not isinstance(item, Insert) else None
    inside = item.gap.clause if isinstance(item, Insert) else item.place.clause
    if move.place.part is Part.CLAUSE:
        return inside == move.place.clause
    return (
        place is not None
        and (place.clause, place.part) == (move.place.clause, move.place.part)
        and move.place.index <= place.index < move.place.index + move.count
    )


def _clash(
    mine: Share, one: Item, theirs: Share, other: Item, base: Instrument, amendments: Sequence[Amendment]
) -> Problem:
    here, there = (" and ".join(str(amendments[at]) for at in share.amendments) for share in (mine, theirs))
    message = f"{here}: {told(one)}; {there}: {told(other)}"
    return Problem("clash", Severity.ERROR, Where(address_of(one, base)), message, "agree on one text, or merge")
