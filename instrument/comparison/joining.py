"""Blocks that were split into several, and several that were joined into one.

A list written out of one paragraph, or drawn together into one, is its chapeau and its items: the same words in other
blocks, and no rewriting.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from instrument.comparison.blocks import Pairing, Side
from instrument.comparison.codes import Codes
from instrument.comparison.pairing import LIKE, rare_rows, rows

_BROUGHT = 0.75  # so large a share of its words a part brings to the whole; a short part brings all
_SHORT = 4
_LONG = 8  # so many words, at least, that a part with words of its own brings


class Group(NamedTuple):
    """Old blocks and new blocks that are the same text; on one side at least it is one block."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    similarity: float


def grouped(pairing: Pairing) -> list[Group]:
    """What is paired, with the parts that go with it, in the order of the old text."""
    splits = _gathered(pairing.old, pairing.new, pairing.new_of)
    parts = {j for group in splits.values() for j in group}
    others = {j: i for i, j in pairing.new_of.items() if i not in splits}
    joins = _gathered(pairing.new, pairing.old, others, closed=parts, taken=splits)
    found: list[tuple[tuple[int, ...], tuple[int, ...]]] = [((i,), tuple(group)) for i, group in splits.items()]
    found += [(tuple(group), (j,)) for j, group in joins.items()]
    found += [((i,), (j,)) for j, i in others.items() if j not in joins]
    return [Group(old, new, _similarity(pairing.old.text(old), pairing.new.text(new))) for old, new in sorted(found)]


def _gathered(
    wholes: Side, parts: Side, mates: Mapping[int, int], closed: Collection[int] = (), taken: Collection[int] = ()
) -> dict[int, list[int]]:
    """Each whole that has several parts, with them: its mate and what stands beside it, or, where it has no mate,
    neighbours that only together are like it. Closed wholes gather nothing; taken parts are not gathered."""
    groups = {whole: [part] for whole, part in mates.items()}
    owner = {part: whole for whole, part in mates.items()}
    lone = [whole for whole in range(len(wholes.blocks)) if whole not in mates and whole not in closed]
    known = rare_rows(wholes, lone)
    for start, end in _gaps(len(parts.blocks), {*owner, *taken}):
        if (left := owner.get(start - 1)) is not None:
            start = _grow(groups[left], range(start, end), wholes.codes[left], parts)
        if (right := owner.get(end)) is not None:
            end = 1 + _grow(groups[right], range(end - 1, start - 1, -1), wholes.codes[right], parts)
        groups |= _together(range(start, end), wholes, parts, known)
    return {whole: group for whole, group in groups.items() if len(group) > 1}


def _gaps(count: int, taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """The stretches of numbers below a count that are not taken."""
    start = 0
    for end in [*sorted(taken), count]:
        if end > start:
            yield start, end
        start = end + 1


def _grow(group: list[int], numbers: range, whole: Codes, parts: Side) -> int:
    """Add parts to a group, one by one in the direction of the numbers, while they stand in its container and bring
    words of the whole; the first number that was not added."""
    container = parts.blocks[group[0]].container
    for number in numbers:
        grown = sorted([*group, number])
        had = _shared(whole, parts.text(group))
        brought = _shared(whole, parts.text(grown)) - had
        lacking = len(whole) - had if 2 * had >= len(parts.text(group)) else len(whole)
        if parts.blocks[number].container != container or not _brings(parts.codes[number], brought, lacking):
            return number
        group[:] = grown
    return numbers.stop


def _brings(part: Codes, words: int, lacking: int) -> bool:
    """Whether a part belongs to a whole: most of its words come from there, or it brings most of what was lacking."""
    if len(part) < _SHORT:
        return 0 < words == len(part)
    return words >= _BROUGHT * len(part) or (words >= max(_BROUGHT * lacking, _LONG) and 2 * words >= len(part))


def _together(numbers: range, wholes: Side, parts: Side, known: Mapping[Codes, Sequence[int]]) -> dict[int, list[int]]:
    """Wholes without a mate that neighbours among lone parts make up."""
    groups: dict[int, list[int]] = {}
    taken = [numbers.start - 1, numbers.stop]
    for _, number, whole in sorted(_claims(numbers, parts, known)):
        at = bisect_left(taken, number)
        if taken[at] == number or whole in groups:
            continue
        group = [number]
        _grow(group, range(number + 1, taken[at]), wholes.codes[whole], parts)
        _grow(group, range(number - 1, taken[at - 1], -1), wholes.codes[whole], parts)
        if len(group) > 1 and _similarity(wholes.codes[whole], parts.text(group)) >= LIKE:
            groups[whole] = group
            taken[at:at] = group
    return groups


def _claims(numbers: range, parts: Side, known: Mapping[Codes, Sequence[int]]) -> Iterator[tuple[int, int, int]]:
    """For each part the whole that shares most rows of words with it, as (minus those rows, part, whole)."""
    for number in numbers:
        shared = Counter(whole for row in rows(parts.codes[number]) for whole in known.get(row, ()))
        if shared:
            whole = min(shared, key=lambda whole: (-shared[whole], whole))
            yield -shared[whole], number, whole


def _shared(old: Codes, new: Codes) -> int:
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(old, new)


def _similarity(old: Codes, new: Codes) -> float:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(old, new)
