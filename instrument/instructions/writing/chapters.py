"""The orders for all changes of a text, clause by clause, in the order of the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from instrument.changes.items import Delete, Insert, Item, Move, Part, Redesignate, Relabel
from instrument.instructions.writing import clauses
from instrument.instructions.writing.chapter import chapter
from instrument.instructions.writing.orders import Order
from instrument.instructions.writing.proof import Bench, home

_RANKS = {Part.CLAUSE: 0, Part.HEADING: 1, Part.PROVISION: 2, Part.NOTE: 3}
_LAST = 5  # what is renumbered comes behind what is said by the old numbers


def orders(items: Sequence[Item], bench: Bench) -> list[Order]:
    """The orders that say some items."""
    inner: defaultdict[str, list[Item]] = defaultdict(list)
    found = clauses.redesignated([item for item in items if isinstance(item, Redesignate)], bench)
    for item in items:
        match item:
            case Insert(gap) if gap.part is Part.CLAUSE:
                found += clauses.inserted(item, bench)
            case Delete(place) if place.part is Part.CLAUSE:
                found += clauses.deleted(item, bench)
            case Move(place) if place.part is Part.CLAUSE:
                found += clauses.moved(item, bench)
            case Redesignate():
                pass
            case _:
                inner[home(item)].append(item)
    for id, some in inner.items():
        found += chapter(bench.standing.ground(id), some, bench)
    return sorted(found, key=lambda order: _key(order, bench))


def _key(order: Order, bench: Bench) -> tuple[float, ...]:
    """Where an order stands in the text."""
    item, place = order.items[0], order.place
    if isinstance(item, Insert | Move):
        gap = item.gap
        if gap.part is Part.CLAUSE:
            return gap.position - 0.5, 0, 0, gap.ordinal
        return bench.standing.ground(gap.clause).position, _RANKS[gap.part], gap.position - 0.5, gap.ordinal
    if place.part is Part.CLAUSE:
        return place.index, _LAST * isinstance(item, Redesignate), 0
    position = bench.standing.ground(place.clause).position
    if all(isinstance(each, Relabel) for each in order.items):
        return position, _LAST - 1, place.index
    return position, _RANKS[place.part], place.index - 0.75 * isinstance(item, Delete)
