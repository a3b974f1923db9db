"""Two texts side by side: ranges of them over against each other, and runs of words that they share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count
from operator import ne
from typing import NamedTuple

from instrument.comparison.codes import Codes, encode


class Run(NamedTuple):
    """Words that two texts share: `size` of them, from `old` in one and from `new` in the other."""

    old: int
    new: int
    size: int


class Range(NamedTuple):
    """The words of one text from `old_start` to `old_end`, over against those of another."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def cells(self) -> int:
        return (self.old_end - self.old_start) * (self.new_end - self.new_start)


class Pair(NamedTuple):
    """Two texts, and their words as codes."""

    old: Sequence[str]
    new: Sequence[str]
    old_codes: Codes
    new_codes: Codes

    @property
    def whole(self) -> Range:
        return Range(0, len(self.old), 0, len(self.new))

    def codes(self, part: Range) -> tuple[Codes, Codes]:
        return self.old_codes[part.old_start : part.old_end], self.new_codes[part.new_start : part.new_end]


def paired(old: Sequence[str], new: Sequence[str]) -> Pair:
    old_codes, new_codes = encode(old, new)
    return Pair(old, new, old_codes, new_codes)


def ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """How many words two texts share at their beginnings, and how many of the rest at their ends.

    >>> ends("a b c d".split(), "a x c d".split())
    (1, 2)
    """
    most = min(len(old), len(new))
    head = next(compress(count(), map(ne, old, new)), most)
    most -= head
    return head, next(compress(range(most), map(ne, reversed(old), reversed(new))), most)


def between(runs: Iterable[Run], part: Range) -> Iterator[Range]:
    """What runs leave of a part.

    >>> list(between([Run(0, 0, 2), Run(2, 3, 1)], Range(0, 4, 0, 4)))
    [Range(old_start=2, old_end=2, new_start=2, new_end=3), Range(old_start=3, old_end=4, new_start=4, new_end=4)]
    """
    old, new, old_end, new_end = part[0], part[2], part[1], part[3]
    for i, j, size in runs:
        if i > old or j > new:
            yield Range(old, i, new, j)
        old, new = i + size, j + size
    if old_end > old or new_end > new:
        yield Range(old, old_end, new, new_end)
