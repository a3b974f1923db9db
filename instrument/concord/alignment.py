"""Which unit of a clause is which in another language: by labels, figures and lengths, since no words are shared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from math import log

from instrument.concord.units import Unit

_FAR = 2.0  # the most that length says for a match; once and a half of it, against one
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
    met = dict(_also(base, other, dict(_matches(base, other, ratio))))
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


def _matches(base: Sequence[Unit], other: Sequence[Unit], ratio: float) -> Iterator[tuple[int, int]]:
    """The places in the other text with those in the base that they render, in order, as likely as can be."""
    height, width = len(base), len(other)
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for row in range(height - 1, -1, -1):
        for column in range(width - 1, -1, -1):
            met = best[row + 1][column + 1] + _likeness(base[row], other[column], ratio)
            best[row][column] = max(met, best[row + 1][column], best[row][column + 1])
    row = column = 0
    while row < height and column < width:
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            yield column, row
            row, column = row + 1, column + 1


def _also(base: Sequence[Unit], other: Sequence[Unit], met: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The matches, and between them what has the same label at the same place, however little else speaks for it."""
    at = 0
    for place, unit in enumerate(other):
        if place in met:
            at = met[place] + 1
            yield place, met[place]
            continue
        end = next((met[later] for later in range(place, len(other)) if later in met), len(base))
        found = (row for row in range(at, end) if unit.value and base[row].path == unit.path)
        if (row := next(found, None)) is not None:
            at = row + 1
            yield place, row


def _likeness(one: Unit, other: Unit, ratio: float) -> float:
    """How much speaks for two units being one in two languages; below nothing where more speaks against it."""
    if one.part != other.part:
        return -1.0
    if one.part == "heading":
        return 9.0
    labels = 2.5 if one.path == other.path else 1.0 if one.value == other.value else -1.0
    mine, theirs = ({figure.key for figure in unit.figures if not figure.soft} for unit in (one, other))
    shared = min(4.0, 2.0 * len(mine & theirs)) if mine & theirs else -3.0 if mine and theirs else 0.0
    apart = abs(log((len(other.words) + 5) / (ratio * len(one.words) + 5)))
    return labels + shared + max(-1.5 * _FAR, _FAR - 4 * apart)


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
