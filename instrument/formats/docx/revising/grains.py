"""Where two readings differ, as far as somebody cares, widened to what is marked for it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from instrument.comparison.readings import ATOM, Reading, Span, place
from instrument.comparison.runs import hunks
from instrument.formats.docx.revising.care import Care

# Where a sentence, or an item in a list, has ended: behind its mark and the space after that, or behind a paragraph.
_ENDS = re.compile(rf"[.;:!?؛؟][”»’)\]]*\s+|[。；：！？]|{ATOM}")


def differing(before: Reading, after: Reading, care: Care) -> list[Span]:
    """The characters that are marked, in the order of both readings."""
    found = place(before, after, hunks(_words(before.words, care), _words(after.words, care)))
    if care.grain == "words" or not found:
        return found
    if care.grain == "paragraphs":
        return [Span(0, len(before.chars), 0, len(after.chars))]
    return sentences(found, before.chars)


def sentences(found: Sequence[Span], old: str) -> list[Span]:
    """Differences widened to the sentences that they are in.

    >>> sentences([Span(9, 12, 9, 11)], "Keep it. Use it. End.")
    [Span(old=9, old_end=17, new=9, new_end=16)]
    """
    ends = [0, *(end.end() for end in _ENDS.finditer(old)), len(old)]
    widened: list[Span] = []
    for span in found:
        left = span.old - ends[bisect_right(ends, span.old) - 1]
        right = ends[min(bisect_left(ends, span.old_end), len(ends) - 1)] - span.old_end
        wide = Span(span.old - left, span.old_end + right, span.new - left, span.new_end + right)
        if widened and wide.old < widened[-1].old_end:
            wide = Span(widened[-1].old, wide.old_end, widened.pop().new, wide.new_end)
        widened.append(wide)
    return widened


def _words(words: Sequence[str], care: Care) -> Sequence[str]:
    """Words as they are compared: where small letters count as capitals, by the small ones."""
    return words if care.case else [_small(word) for word in words]


def _small(word: str) -> str:
    small = word.lower()
    return small if len(small) == len(word) else word
