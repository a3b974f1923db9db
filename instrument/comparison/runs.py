"""Which words differ between two texts: exactly, and in one way only, whoever made the edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from instrument.comparison.pair import Range
from instrument.comparison.shared import differing

_NEAR = 8  # differences further apart than this many words are never taken for one
_START = 9
# How well a difference stands between two marks: it is a sentence, an item, a phrase.
_PAUSES = {
    **dict.fromkeys(".。．!?؟！？", 6),
    **dict.fromkeys(";；؛", 5),
    **dict.fromkeys(":：", 4),
    **dict.fromkeys(",，،、", 2),
    **dict.fromkeys(")]}）］】」』”’»", 1),
}


@dataclass(frozen=True, slots=True)
class Hunk:
    """The words of an old text from `old_start` to `old_end` became those of a new one, `new_start` to `new_end`."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def hunks(old: Sequence[str], new: Sequence[str]) -> tuple[Hunk, ...]:
    """Where the words of two texts differ: the fewest words that can, in the fewest places, at natural boundaries.

    Words are equal when their characters are: brackets, quotation marks, dashes and case count, and "é" in one
    character is not "é" in two. Hunks come in order and do not touch. The same edit is the same hunk, whatever else
    was changed elsewhere; `hunks(new, old)` are the same hunks the other way about.

    >>> hunks(["No", "State", "shall", "use", "them"], ["No", "State", "Party", "shall", "use"])
    (Hunk(old_start=2, old_end=2, new_start=2, new_end=3), Hunk(old_start=4, old_end=5, new_start=5, new_end=5))
    """
    return tuple(Hunk(*part) for part in _slid(old, new, _compacted(old, new, differing(old, new))))


def _compacted(old: Sequence[str], new: Sequence[str], parts: list[Range]) -> list[Range]:
    """The same number of words in fewer places: "(a b)" of "a b a b" rather than its second letter and its third."""
    found: list[Range] = []
    for part in parts:
        found.append(part)
        while len(found) > 1 and (joined := _joined(old, new, found[-2], found[-1])):
            found[-2:] = [joined]
    return found


def _joined(old: Sequence[str], new: Sequence[str], first: Range, second: Range) -> Range | None:
    """Two differences as one, when the words between them stand at its edges as well."""
    between = second.old_start - first.old_end
    if between > _NEAR:
        return None
    i, i_end, j, j_end = first.old_start, second.old_end, first.new_start, second.new_end
    while between and old[i] == new[j]:
        i, j, between = i + 1, j + 1, between - 1
    while between and old[i_end - 1] == new[j_end - 1]:
        i_end, j_end, between = i_end - 1, j_end - 1, between - 1
    return None if between else Range(i, i_end, j, j_end)


def _slid(old: Sequence[str], new: Sequence[str], parts: list[Range]) -> list[Range]:
    """The same differences, each insertion and deletion that could stand in several places in the best of them."""
    found: list[Range] = []
    before, end = Range(0, 0, 0, 0), Range(len(old), len(old), len(new), len(new))
    for part, after in pairwise([*parts, end]):
        if part.old_start == part.old_end:
            step = _best_step(new, part.new_start, part.new_end, before.new_end, after.new_start)
        elif part.new_start == part.new_end:
            step = _best_step(old, part.old_start, part.old_end, before.old_end, after.old_start)
        else:
            step = 0
        if step:
            part = Range(part[0] + step, part[1] + step, part[2] + step, part[3] + step)
        if found and before.old_end == part.old_start and before.new_end == part.new_start:
            part = Range(before.old_start, part.old_end, before.new_start, part.new_end)
            found.pop()
        found.append(part)
        before = part
    return found


def _best_step(words: Sequence[str], start: int, end: int, lowest: int, highest: int) -> int:
    """How far words from `start` to `end` slide to stand best; of equally good places the first."""
    size = end - start
    low = high = start
    while low > lowest and words[low - 1] == words[low - 1 + size]:
        low -= 1
    while high + size < highest and words[high] == words[high + size]:
        high += 1
    if low == high:
        return 0
    return max(range(low, high + 1), key=lambda at: _standing(words, at, size)) - start


def _standing(words: Sequence[str], start: int, size: int) -> int:
    """How well words stand: behind a mark, and ending with one."""
    before = _PAUSES.get(words[start - 1], 0) if start else _START
    return min(before, _PAUSES.get(words[start + size - 1], 0))
