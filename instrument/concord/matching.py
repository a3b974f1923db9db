"""Which unit renders which, as likely as can be: level by level, each with all that stands under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from instrument.concord.units import Unit

# What the same number says for a match; and where one text has fewer paragraphs and counts them through, so that each
# behind a gap has another number than it had.
_LABEL, _COUNTED = 3.0, 0.2
_FIGURES = 4.0  # what all figures being the same says; none of them, half as much against it
_CHILDREN = 1.5  # what as many units under it say for a match, or against it
_LENGTH, _LONGER, _MOST = 2.0, 4.0, 4.0  # what the same length says; what a length e times another says less; the most
_FEW = 15  # characters that matter to no length


@dataclass(frozen=True, slots=True)
class _Node:
    """A unit at its place, with the nodes under it, the length of them all, and their figures."""

    place: int
    unit: Unit
    below: tuple[_Node, ...]
    length: int
    figures: frozenset[tuple[str, str]]


def match(
    base: Sequence[Unit], other: Sequence[Unit], ratio: float, *, flat: bool = False
) -> Iterator[tuple[int, int]]:
    """The places in the other text with those in the base that they render, in order.

    What stands under one unit renders what stands under the other, unless all are to be taken as they come, `flat`.
    """
    yield from _level(_nodes(base, flat=flat), _nodes(other, flat=flat), ratio)


def _nodes(units: Sequence[Unit], *, flat: bool) -> tuple[_Node, ...]:
    """Units as a forest, by how deep they stand."""

    def forest(start: int, end: int) -> Iterator[_Node]:
        at = start
        while at < end:
            last = at + 1
            while not flat and last < end and len(units[last].path) > len(units[at].path) and _hangs(units[last]):
                last += 1
            below = tuple(forest(at + 1, last))
            own = frozenset(figure.key for figure in units[at].figures if not figure.soft)
            figures = own.union(*(node.figures for node in below))
            length = len(units[at].words) + sum(node.length for node in below)
            yield _Node(at, units[at], below, length, figures)
            at = last

    return tuple(forest(0, len(units)))


def _hangs(unit: Unit) -> bool:
    return unit.part == "provision"


def _level(base: Sequence[_Node], other: Sequence[_Node], ratio: float) -> Iterator[tuple[int, int]]:
    height, width = len(base), len(other)
    label = _COUNTED if height != width and _counted_on(base, other) else _LABEL
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for row in range(height - 1, -1, -1):
        for column in range(width - 1, -1, -1):
            met = best[row + 1][column + 1] + _likeness(base[row], other[column], ratio, label)
            best[row][column] = max(met, best[row + 1][column], best[row][column + 1])
    row = column = 0
    while row < height and column < width:
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            yield other[column].place, base[row].place
            yield from _level(base[row].below, other[column].below, ratio)
            row, column = row + 1, column + 1


def _counted_on(base: Sequence[_Node], other: Sequence[_Node]) -> bool:
    """Whether both texts count without a hole though one has fewer, and not so few that it breaks off."""
    fewest, most = sorted((len(base), len(other)))
    return 2 * fewest >= most and _counts_through(base) and _counts_through(other)


def _counts_through(nodes: Sequence[_Node]) -> bool:
    """Whether labels count on from one to the next without a hole."""
    values = [node.unit.value for node in nodes if node.unit.part == "provision"]
    numbers = [value[0][-1] for value in values if isinstance(value, tuple)]
    return all(after == before + 1 for before, after in pairwise(numbers))


def _likeness(one: _Node, other: _Node, ratio: float, label: float) -> float:
    """How much speaks for two units being one in two languages; below nothing where more speaks against it."""
    if one.unit.part != other.unit.part:
        return -1.0
    if one.unit.part == "heading":
        return 99.0
    labels = label if one.unit.value == other.unit.value else 0.0 if one.unit.label and other.unit.label else -1.0
    apart = abs(log((other.length + _FEW) / (ratio * one.length + _FEW)))
    return labels + _figures(one, other) + _children(one, other) + max(-_MOST, _LENGTH - _LONGER * apart)


def _figures(one: _Node, other: _Node) -> float:
    both = one.figures | other.figures
    share = len(one.figures & other.figures) / len(both) if both else 1 / 3
    return _FIGURES * (1.5 * share - 0.5)


def _children(one: _Node, other: _Node) -> float:
    many, others = len(one.below), len(other.below)
    return 0.0 if not many and not others else _CHILDREN if many == others else -_CHILDREN
