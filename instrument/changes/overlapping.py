"""Where two sets of changes against one base touch the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from instrument.changes.items import (
    Changes,
    Delete,
    Insert,
    Item,
    Join,
    Move,
    Part,
    Place,
    Redesignate,
    Relabel,
    Replace,
    Restyle,
    Split,
)
from instrument.model import Clause, Footnote, Provision, length


class Clash(StrEnum):
    """How two items meet: they are the same edit, they stand side by side at one point, or they contradict."""

    SAME = "same"
    BESIDE = "beside"
    CONTRARY = "contrary"


@dataclass(frozen=True, slots=True)
class Overlap:
    """An item of one set that meets an item of another."""

    mine: Item
    theirs: Item
    clash: Clash


@dataclass(frozen=True, slots=True)
class _Claim:
    """What an item touches: characters `start` to `end` of one aspect of a place; a point where they are equal."""

    item: Item
    start: float = 0
    end: float = 1
    whole: bool = False


_EVERYTHING = float("inf")
Aspect = tuple[str, Part, int, str]


def overlap(mine: Changes, theirs: Changes) -> tuple[Overlap, ...]:
    """Every pair of items, one of each set, that meet: the same edit, two newcomers at one point, a contradiction.

    Both sets address the same base. What does not meet can be done in either order with the same result.
    """
    claims: defaultdict[Aspect, list[_Claim]] = defaultdict(list)
    for aspect, claim in _claims(theirs, 0.25):
        claims[aspect].append(claim)
    found: dict[tuple[int, int], Overlap] = {}
    for aspect, claim in _claims(mine, 0.75):
        for other in claims.get(aspect, ()):
            clash = _clash(claim, other)
            pair = id(claim.item), id(other.item)
            if clash and (pair not in found or clash is Clash.CONTRARY):
                found[pair] = Overlap(claim.item, other.item, clash)
    return tuple(found.values())


def _clash(mine: _Claim, theirs: _Claim) -> Clash | None:
    """A point meets a point beside it, and a stretch only inside it; two stretches meet where they share characters."""
    if mine.item == theirs.item:
        return Clash.SAME
    points = mine.start == mine.end, theirs.start == theirs.end
    if points == (True, True):
        return Clash.BESIDE if mine.start == theirs.start else None
    if max(mine.start, theirs.start) >= min(mine.end, theirs.end) and not any(points):
        return None
    if any(points):
        point, stretch = (mine, theirs) if points[0] else (theirs, mine)
        inside = stretch.start < point.start < stretch.end or (stretch.whole and point.start <= stretch.end)
        return Clash.CONTRARY if inside else None
    deletions = isinstance(mine.item, Delete) and isinstance(theirs.item, Delete)
    return Clash.BESIDE if deletions else Clash.CONTRARY


def _claims(changes: Changes, fraction: float) -> Iterator[tuple[Aspect, _Claim]]:
    """What each item claims; `fraction` keeps the points that two sets have inside a clause apart."""
    for index, item in enumerate(changes.items):
        for clause in _clauses(item):
            yield (clause, Part.CLAUSE, 0, "inside"), _Claim(item, index + fraction, index + fraction)
        for name in _names(item):
            yield (name, Part.CLAUSE, 0, "name"), _Claim(item)
        match item:
            case Replace(place, start, old) | Restyle(place, start, old):
                yield _aspect(place, "words"), _Claim(item, start, start + length(old))
            case Split(place, offset):
                yield _aspect(place, "words"), _Claim(item, offset, offset)
            case Relabel(place) | Redesignate(place):
                yield _aspect(place, "head"), _Claim(item)
            case Insert(gap):
                yield (gap.clause, gap.part, gap.position, "gap"), _Claim(item, 0, 0)
            case Join():
                yield from _joined(item)
            case Move():
                yield from _moved(item)
            case Delete():
                yield from _gone(item)


def _clauses(item: Item) -> set[str]:
    """The clauses of the base that an item works inside, which must not be gone."""
    if isinstance(item, Delete | Move) and item.place.part is Part.CLAUSE:
        return set()
    places = {item.gap.clause} if isinstance(item, Insert | Move) else set()
    return (places | {item.place.clause} if not isinstance(item, Insert) else places) - {""}


def _names(item: Item) -> Iterator[str]:
    """The names that an item brings in, which nothing else may bring: of clauses, notes and anchors."""
    match item:
        case Insert(gap, units):
            for unit in units:
                match unit:
                    case Clause():
                        yield unit.id
                    case Footnote():
                        yield f"{gap.clause}/note/{unit.name}"
                    case Provision() if unit.anchor:
                        yield f"{gap.clause}#{unit.anchor}"
        case Redesignate(_, old, new) if old.id != new.id:
            yield new.id
        case Relabel(place, old, new) if new.anchor and old.anchor != new.anchor:
            yield f"{place.clause}#{new.anchor}"
        case Split(place, _, head) if head.anchor:
            yield f"{place.clause}#{head.anchor}"


def _joined(item: Join) -> Iterator[tuple[Aspect, _Claim]]:
    """A join needs both provisions where they stand, and nothing between them."""
    place = item.place
    yield _aspect(place, "head"), _Claim(item)
    yield (place.clause, place.part, place.index, "gap"), _Claim(item, 0, 1, whole=True)
    for index in (place.index - 1, place.index):
        yield _aspect(replace(place, index=index), "stand"), _Claim(item)


def _moved(item: Move) -> Iterator[tuple[Aspect, _Claim]]:
    yield (item.gap.clause, item.gap.part, item.gap.position, "gap"), _Claim(item, 0, 0)
    for step in range(item.count):
        yield _aspect(replace(item.place, index=item.place.index + step), "stand"), _Claim(item)


def _gone(item: Delete) -> Iterator[tuple[Aspect, _Claim]]:
    """A deletion contradicts whatever else happens to what it deletes."""
    for step, unit in enumerate(item.units):
        place = replace(item.place, index=item.place.index + step)
        for aspect in ("words", "head", "stand"):
            yield _aspect(place, aspect), _Claim(item, 0, _EVERYTHING, whole=True)
        if isinstance(unit, Clause):
            yield (unit.id, Part.CLAUSE, 0, "inside"), _Claim(item, 0, _EVERYTHING, whole=True)


def _aspect(place: Place, aspect: str) -> Aspect:
    return place.clause if place.part is not Part.CLAUSE else "", place.part, place.index, aspect
