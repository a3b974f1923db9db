"""The order of things: which of them kept their places when others moved, came or went."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def keep(keys: Sequence[int | None], weights: Sequence[int]) -> list[int]:
    """The positions of the heaviest run of keys that rise, in their order; None is never among them.

    >>> keep([0, 3, 1, None, 2], [1, 1, 1, 1, 1]), keep([0, 3, 1, None, 2], [1, 9, 1, 1, 1])
    ([0, 2, 4], [0, 1])
    """
    ends: list[int] = []  # rising keys, each the lowest at which a run of its weight can end
    best: list[tuple[int, int]] = []  # that weight, and the last position of the run
    before = [-1] * len(keys)
    for position, key in enumerate(keys):
        if key is None:
            continue
        at = bisect_left(ends, key)
        heavy, before[position] = best[at - 1] if at else (0, -1)
        weight = heavy + weights[position]
        if at < len(ends) and ends[at] == key and best[at][0] >= weight:
            continue
        stop = at
        while stop < len(ends) and best[stop][0] <= weight:
            stop += 1
        ends[at:stop], best[at:stop] = [key], [(weight, position)]
    kept: list[int] = []
    last = best[-1][1] if best else -1
    while last >= 0:
        kept.append(last)
        last = before[last]
    return kept[::-1]
