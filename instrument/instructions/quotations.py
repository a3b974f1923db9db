"""Quoted passages in what a delegation wrote: straight, curly, angled, single or double, one in another, over lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", '"': '"', "'": "'", "”": "”", "「": "」"}
_INSIDE = " \u00a0\u202f\u2009"  # French sets a space inside its marks
_BEFORE = re.compile(r"[\s(\[:—–/-]|^")
_AFTER = re.compile(r"[\s.,;:!?)\]»”’\"'—–/-]|$")


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage from its first mark at `start` to behind its last at `end`; `words` are what stands between.

    `note` is why a person should look at it.
    """

    start: int
    end: int
    words: str
    mark: str = ""
    note: str = ""


def quotes(chars: str) -> Iterator[Quote]:
    """The outermost quoted passages of a text, in order; a mark that is never closed opens none.

    A passage of several paragraphs opens each of them with its mark and closes the last, or opens only the first; one
    that does now the one, now the other is not closed where it seems to be.

    >>> [quote.words for quote in quotes("Replace “the ‘sole’ use” by « tout usage » in the States’ reports.")]
    ['the ‘sole’ use', 'tout usage']
    """
    at = 0
    while found := _OPENERS.search(chars, at):
        at = found.start()
        end = _end(chars, at) if _opens(chars, at) else -1
        if end < 0:
            at += 1
            continue
        mark = chars[at]
        lines = chars[at + 1 : end].split("\n")
        words = "\n".join([lines[0], *(_reopened(line, mark) for line in lines[1:] if line.strip())])
        yield Quote(at, end + 1, words.strip(_INSIDE), mark)
        at = end + 1


_OPENERS = re.compile(f"[{''.join(map(re.escape, _PAIRS))}]")


def _reopened(line: str, mark: str) -> str:
    bare = line.lstrip()
    return bare[1:].lstrip(_INSIDE) if bare.startswith(mark) else line


def _opens(chars: str, at: int) -> bool:
    """Whether a mark begins a passage: a straight or single one needs a space before and none after."""
    if chars[at] == "”":
        return False
    if chars[at] not in "\"'‘":
        return True
    before = chars[at - 1] if at else ""
    after = chars[at + 1] if at + 1 < len(chars) else " "
    return bool(_BEFORE.match(before)) and not after.isspace()


def _end(chars: str, start: int) -> int:
    """Where the passage that a mark opens is closed; -1 where it never is."""
    mark, depth = chars[start], 1
    for at in range(start + 1, len(chars)):
        char = chars[at]
        if char == "\n" and _reopens(chars, start, at) != _reopens(chars, start, chars.find("\n", start)):
            return -1
        if char == "\n" and mark in "'‘":
            return -1  # an apostrophe that opens a line's last word closes nothing on the next
        if char == mark and (_begins_line(chars, at) or _is_nested(chars, at)):
            depth += not _begins_line(chars, at)
        elif char in _PAIRS[mark] and (char not in "'’" or _closes(chars, at)):
            depth -= 1
            if not depth:
                return at
        elif char == mark:
            depth += 1
    return -1


def _reopens(chars: str, start: int, at: int) -> bool:
    """Whether the next line that holds something begins with the mark that a passage begins with."""
    return chars[at:].lstrip()[:1] == chars[start]


def _closes(chars: str, at: int) -> bool:
    """Whether an apostrophe may end a passage: words end before it, and none go on behind it."""
    return not chars[at - 1].isspace() and bool(_AFTER.match(chars[at + 1 : at + 2]))


def _is_nested(chars: str, at: int) -> bool:
    """Whether a straight mark stands where only an opening one does."""
    return chars[at - 1].isspace() and chars[at + 1 : at + 2].isalnum()


def _begins_line(chars: str, at: int) -> bool:
    return not chars[chars.rfind("\n", 0, at) + 1 : at].strip()
