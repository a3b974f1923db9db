"""Which unit of a clause is which in another language: by labels, figures and lengths, since no words are shared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from instrument.concord.matching import match
from instrument.concord.units import Unit

_LONG = 1.5  # from here on, units are longer than one that they should render, and may have run others on
_CLOSE = 0.2  # as a share of its length, how near a unit must come to the length of what it runs on


@dataclass(frozen=True, slots=True)
class Pair:
    """Units of two texts that say the same: one and one, none where a text has nothing, several that a text runs on."""

    base: tuple[Unit, ...]
    other: tuple[Unit, ...]

    @property
    def is_run_on(self) -> bool:
        return bool(self.base and self.other) and len(self.base) + len(self.other) > 2


def align(base: Sequence[Unit], other: Sequence[Unit], ratio: float = 1.0) -> tuple[Pair, ...]:
    """The units of a clause in two languages as pairs, in their order.

    `ratio` is how much longer the other text is than the base: 1.2, 0.35.
    """
    met = _rescued(base, other, dict(match(base, other, ratio)), ratio)
    pairs: list[Pair] = []
    at = 0
    for place, unit in enumerate(other):
        if place not in met:
            pairs.append(Pair((), (unit,)))
            continue
        pairs += [Pair((missing,), ()) for missing in base[at : met[place]]]
        pairs.append(Pair((base[met[place]],), (unit,)))
        at = met[place] + 1
    pairs += [Pair((missing,), ()) for missing in base[at:]]
    swapped = [Pair(pair.other, pair.base) for pair in _run_on(pairs, ratio)]
    return tuple(Pair(pair.other, pair.base) for pair in _run_on(swapped, 1 / ratio))


def _rescued(base: Sequence[Unit], other: Sequence[Unit], met: dict[int, int], ratio: float) -> dict[int, int]:
    """The matches, with those between them that no common parent holds, and then what only has the same label.

    At last one unit and one other, alone between the same neighbours, are each other's unless one is twice as long.
    """
    found = dict(met)
    for start, end, first, last in _regions(met, len(other), len(base)):
        for place, row in match(base[first:last], other[start:end], ratio, flat=True):
            found[start + place] = first + row
    for start, end, first, last in _regions(dict(found), len(other), len(base)):
        at = first
        for place in range(start, end):
            alike = (row for row in range(at, last) if other[place].value and base[row].path == other[place].path)
            if (same := next(alike, None)) is not None:
                found[place], at = same, same + 1
    for start, end, first, last in _regions(dict(found), len(other), len(base)):
        if end - start == last - first == 1 and _alike(base[first], other[start], ratio):
            found[start] = first
    return dict(sorted(found.items()))


def _alike(one: Unit, other: Unit, ratio: float) -> bool:
    return one.part == other.part == "provision" and 0.5 < (len(other.words) + 15) / (ratio * len(one.words) + 15) < 2


def _regions(met: Mapping[int, int], width: int, height: int) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of both texts between two matches that hold something in either."""
    start = first = 0
    for place, row in (*sorted(met.items()), (width, height)):
        if start < place and first < row:
            yield start, place, first, row
        start, first = place + 1, row + 1


def _run_on(pairs: Sequence[Pair], ratio: float) -> list[Pair]:
    """The pairs with what the other text runs on put to the unit that holds it: its length and its words say so."""
    found: list[Pair] = []
    at = 0
    while at < len(pairs):
        pair = pairs[at]
        at += 1
        if not (pair.base and pair.other) or pair.base[0].part != "provision":
            found.append(pair)
            continue
        before = [*takewhile(_is_missing, reversed(found))][::-1]
        after = [*takewhile(_is_missing, pairs[at:])]
        taken = _taken(pair, before, after, ratio)
        if taken is None:
            found.append(pair)
            continue
        first, last = taken
        held = (*before[first:], pair, *after[:last])
        del found[len(found) - len(before) + first :]
        found.append(Pair(tuple(unit for each in held for unit in each.base), pair.other))
        at += last
    return found


def _is_missing(pair: Pair) -> bool:
    return not pair.other and pair.base[0].part == "provision"


def _taken(pair: Pair, before: Sequence[Pair], after: Sequence[Pair], ratio: float) -> tuple[int, int] | None:
    """From which of those before to which of those after a unit runs on, where it is too long to render its own."""
    room = _length(pair.other) / ratio
    if room < _LONG * _length(pair.base) + 40 or not (before or after):
        return None
    tries = [(first, last) for first in range(len(before) + 1) for last in range(len(after) + 1)]

    def miss(run: tuple[int, int]) -> float:
        held = (*before[run[0] :], pair, *after[: run[1]])
        return abs(room - sum(_length(each.base) for each in held))

    first, last = min(tries, key=miss)
    said = {figure.value for unit in pair.other for figure in unit.figures}
    labels = [unit.cited for each in (*before[first:], *after[:last]) for unit in each.base if unit.label]
    seen = sum(bool(label & said) for label in labels)
    fits = miss((first, last)) < _CLOSE * room
    return (first, last) if labels and (fits or 2 * seen >= len(labels)) else None


def _length(units: Sequence[Unit]) -> int:
    return sum(len(unit.words) for unit in units)
