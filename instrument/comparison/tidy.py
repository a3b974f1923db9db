"""Differences made easy on the eye: for display, and for nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from instrument.comparison.force import is_weighty
from instrument.comparison.runs import Hunk
from instrument.languages import FUNCTION_WORDS

# Those of Dutch, which is compared as it comes, mean much in English: "met", "door".
_SLIGHT = frozenset[str]().union(*(words for language, words in FUNCTION_WORDS.items() if language != "nl"))
_REWRITTEN = 0.35  # a text that keeps less than this is read faster as struck and written anew


def tidy(old: Sequence[str], new: Sequence[str], hunks: Sequence[Hunk]) -> tuple[Hunk, ...]:
    """Hunks that a reader takes in more easily; they mark more words than have changed.

    Two hunks become one where nothing but a few function words stood between them, and a text of which little was
    kept becomes one replacement. Brackets, "shall", "not" and figures are left alone: readers look for them.

    >>> old = "Each State Party shall take every measure of the kind".split()
    >>> new = "Each State Party shall adopt all steps of the sort".split()
    >>> tidy(old, new, [Hunk(4, 7, 4, 7), Hunk(9, 10, 9, 10)])
    (Hunk(old_start=4, old_end=10, new_start=4, new_end=10),)
    """
    found: list[Hunk] = []
    for hunk in hunks:
        if found and _are_one(found[-1], hunk, old[found[-1].old_end : hunk.old_start]):
            found[-1] = _across(found[-1], hunk)
        else:
            found.append(hunk)
    if len(found) > 1 and _kept(old, new, found) < _REWRITTEN:
        return (_across(found[0], found[-1]),)
    return tuple(found)


def _are_one(before: Hunk, after: Hunk, between: Sequence[str]) -> bool:
    """Whether the words between two hunks are too slight to part them."""
    size = min(_size(before), _size(after))
    telling = sum(map(_tells, between))
    slight = len(between) <= 2 and telling == 0 and size >= 2
    drowned = len(between) <= 3 and telling <= 1 and size >= 3 * len(between)
    return (slight or drowned) and not any(word[:1] in "[]" or is_weighty(word) for word in between)


def _tells(word: str) -> bool:
    return any(map(str.isalnum, word)) and word.casefold() not in _SLIGHT


def _size(hunk: Hunk) -> int:
    return hunk.old_end - hunk.old_start + hunk.new_end - hunk.new_start


def _across(first: Hunk, last: Hunk) -> Hunk:
    return Hunk(first.old_start, last.old_end, first.new_start, last.new_end)


def _kept(old: Sequence[str], new: Sequence[str], hunks: Sequence[Hunk]) -> float:
    """The share of the words of both texts that no hunk holds."""
    return 1 - sum(map(_size, hunks)) / (len(old) + len(new))
