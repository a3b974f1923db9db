"""The order of things: which neighbours kept their places, which moved, which came and which went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from instrument.changes.items import Delete, Gap, Insert, Item, Move, Part, Place, Unit
from instrument.comparison.order import keep


@dataclass(frozen=True, slots=True)
class Element:
    """One element of the result's order: `count` units that come from `origin` in the base, or one new unit."""

    origin: Place | None
    count: int = 1
    unit: Unit | None = None
    weight: int = 1


def arrange(clause: str, part: Part, elements: Sequence[Element]) -> Iterator[Item]:
    """The insertions and moves that put the base's units into the order of the result, in one clause of the base."""
    home = [e.origin.index if e.origin and e.origin.clause == clause else None for e in elements]
    steady = set(keep(home, [e.weight for e in elements]))
    position = ordinal = 0
    last: Insert | Move | None = None
    for index, element in enumerate(elements):
        if index in steady and element.origin:
            position, ordinal = element.origin.index + element.count, 0
            if last:
                yield last
            last = None
            continue
        grown = _grown(last, element)
        if grown is None:
            if last:
                yield last
            gap = Gap(clause, part, position, ordinal)
            ordinal += 1
            grown = _begun(gap, element)
        last = grown
    if last:
        yield last


def arrange_clauses(elements: Sequence[Element]) -> Iterator[Item]:
    """The same among the clauses of an instrument, whose places name themselves."""
    homes = [Element(e.origin and Place("", Part.CLAUSE, e.origin.index), 1, e.unit, e.weight) for e in elements]
    names = {e.origin.index: e.origin for e in elements if e.origin}
    for item in arrange("", Part.CLAUSE, homes):
        yield Move(names[item.place.index], item.count, item.gap) if isinstance(item, Move) else item


def _begun(gap: Gap, element: Element) -> Insert | Move:
    if element.origin:
        return Move(element.origin, element.count, gap)
    assert element.unit is not None
    return Insert(gap, (element.unit,))


def _grown(last: Insert | Move | None, element: Element) -> Insert | Move | None:
    """The newcomer before, with this one joined on, where the two are one."""
    if isinstance(last, Insert) and element.unit is not None:
        return Insert(last.gap, (*last.units, element.unit))
    if isinstance(last, Move) and element.origin:
        place = last.place
        if (element.origin.clause == place.clause or place.part is Part.CLAUSE) and (
            element.origin.index == place.index + last.count
        ):
            return Move(place, last.count + element.count, last.gap)
    return None


def remove(units: Sequence[Unit], places: Sequence[Place], gone: Sequence[bool]) -> Iterator[Delete]:
    """The deletions of what is gone, neighbours together."""
    start = 0
    while start < len(units):
        end = start
        while end < len(units) and gone[end]:
            end += 1
        if end > start:
            yield Delete(places[start], tuple(units[start:end]))
        start = end + 1
