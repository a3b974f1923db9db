"""Marked words broken into lines of a terminal's width, whatever their script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from instrument.problem import columns

Span = tuple[str, str]  # a style's name and characters that have it

_GAP = r" \t-\r\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"  # no-break spaces are none
_WIDE = r"\u2e80-\u2fff\u3001-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6"
_OPENING, _CLOSING = r"(\[{\-+（〔【《「『“‘", r"、。，．；：！？）〕】》」』”’,.;:!?)\]}\-+"
# What no line is broken in: a gap, a word, a wide character with what opens before it and closes after it.
_UNIT = re.compile(rf"([{_GAP}]+)|[^{_GAP}{_WIDE}]+(?:(?<=[{_OPENING}])[{_WIDE}])?[{_CLOSING}]*|[{_WIDE}][{_CLOSING}]*")


def isolated(chars: str, read: str = "") -> str:
    """Characters that run from right to left, kept apart from what stands beside them; `read` are those to judge by.

    >>> isolated("article 4"), isolated("المادة 4") == "\u2067المادة 4\u2069"
    ('article 4', True)
    """
    strong = (unicodedata.bidirectional(char) for char in read or chars)
    runs_left = next((kind != "L" for kind in strong if kind in ("L", "R", "AL")), False)
    return f"\u2067{chars}\u2069" if runs_left else chars


def wrap(spans: Sequence[Span], width: int) -> list[list[Span]]:
    """Spans in lines of at most so many columns; a word that is longer has a line of its own.

    >>> wrap([("", "No State "), ("delete", "[-shall-]"), ("insert", "{+may+}"), ("", " use")], 16)
    [[('', 'No State')], [('delete', '[-shall-]'), ('insert', '{+may+}')], [('', 'use')]]
    """
    lines: list[list[Span]] = []
    index = at = 0  # the span that a line begins in, and where that span begins
    for start, end in _ends("".join(chars for _, chars in spans), width):
        while at + len(spans[index][1]) <= start:
            at += len(spans[index][1])
            index += 1
        lines.append(_between(spans, index, start - at, end - at))
    return lines


def _ends(chars: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends, the gaps between them left out."""
    start = end = 0
    room, gap = width, 0
    for unit in _UNIT.finditer(chars):
        piece = unit[0]
        size = columns(piece)
        if unit[1]:
            gap = size
            continue
        if end > start and gap + size > room:
            yield start, end
            start, room = unit.start(), width
        elif end == start:
            start = unit.start()
        else:
            room -= gap
        room, end, gap = room - size, unit.end(), 0
    if end > start:
        yield start, end


def _between(spans: Sequence[Span], index: int, start: int, end: int) -> list[Span]:
    """The spans from one on, between two offsets in them."""
    found: list[Span] = []
    while end > 0:
        style, chars = spans[index]
        part = chars[start:end]
        if part and found and found[-1][0] == style:
            found[-1] = (style, found[-1][1] + part)
        elif part:
            found.append((style, part))
        index, start, end = index + 1, max(0, start - len(chars)), end - len(chars)
    return found
