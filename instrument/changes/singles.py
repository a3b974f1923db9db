"""Neighbours that come, go or move as one, taken one by one: what is done to each, so that some of it can be told."""

from __future__ import annotations

from collections.abc import Iterator

from instrument.changes.items import Changes, Delete, Insert, Item, Move, Part, Place
from instrument.model import Instrument


def singles(changes: Changes, base: Instrument) -> Iterator[Item]:
    """The items of changes of a text, each about one unit; together they do the same.

    >>> from instrument.model import Clause, Provision, text
    >>> use = Clause("use", provisions=(Provision(0, "1.", text("a")), Provision(0, "2.", text("b"))))
    >>> gone = Delete(Place("use", Part.PROVISION), use.provisions)
    >>> [item.place.index for item in singles(Changes("", "", (gone,)), Instrument((use,)))]
    [0, 1]
    """
    for item in changes.items:
        match item:
            case Insert(gap=gap, units=units):
                yield from (Insert(gap, (unit,)) for unit in units)  # at one gap they stand in the order of the items
            case Delete(place=place, units=units):
                yield from (Delete(neighbour(place, step, base), (unit,)) for step, unit in enumerate(units))
            case Move(place=place, count=count, gap=gap):
                yield from (Move(neighbour(place, step, base), 1, gap) for step in range(count))
            case _:
                yield item


def neighbour(place: Place, step: int, base: Instrument) -> Place:
    """The neighbour that stands `step` places further on."""
    index = place.index + step
    return Place(base.clauses[index].id if place.part is Part.CLAUSE else place.clause, place.part, index)
