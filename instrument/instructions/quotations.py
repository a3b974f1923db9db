"""Quoted passages in what a delegation wrote: straight, curly, angled, single or double, one in another, over lines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", '"': '"', "'": "'", "”": "”", "「": "」"}
_INSIDE = " \u00a0\u202f\u2009"  # French sets a space inside its marks
_LINE, _WORD = re.compile(r"\n"), re.compile(r"\S")
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
    ends: dict[str, dict[int, int]] = {}
    while found := _OPENERS.search(chars, at):
        at, mark = found.start(), found[0]
        if mark not in ends:
            ends[mark] = _ends(chars, mark)
        end = _end(chars, at, ends[mark]) if _opens(chars, at) else -1
        if end < 0:
            at += 1
            continue
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


def _end(chars: str, start: int, ends: dict[int, int]) -> int:
    """Where the passage that a mark opens is closed; -1 where it never is.

    An apostrophe that opens a line's last word closes nothing on the next.
    """
    end, line = ends.get(start, -1), chars.find("\n", start)
    if end < 0 or line < 0 or line > end:
        return end
    if chars[start] in "'‘":
        return -1
    reopens = _reopens(chars, start, line)
    is_one = all(_reopens(chars, start, each.start()) is reopens for each in _LINE.finditer(chars, line, end))
    return end if is_one else -1


def _ends(chars: str, mark: str) -> dict[int, int]:
    """Where each passage that a mark may open would be closed, by where it begins."""
    ends: dict[int, int] = {}
    depth, open_at = 0, defaultdict[int, list[int]](list)
    for found in re.finditer(f"[{re.escape(mark + _PAIRS[mark])}]", chars):
        at, char = found.start(), found[0]
        if char == mark and (_begins_line(chars, at) or _is_nested(chars, at)):
            depth += not _begins_line(chars, at)
        elif char in _PAIRS[mark] and (char not in "'’" or _closes(chars, at)):
            ends |= dict.fromkeys(open_at.pop(depth, ()), at)
            depth -= 1
        elif char == mark:
            depth += 1
        if char == mark:
            open_at[depth].append(at)
    return ends


def _reopens(chars: str, start: int, at: int) -> bool:
    """Whether the next line that holds something begins with the mark that a passage begins with."""
    behind = _WORD.search(chars, at)
    return behind is not None and behind[0] == chars[start]


def _closes(chars: str, at: int) -> bool:
    """Whether an apostrophe may end a passage: words end before it, and none go on behind it."""
    return not chars[at - 1].isspace() and bool(_AFTER.match(chars[at + 1 : at + 2]))


def _is_nested(chars: str, at: int) -> bool:
    """Whether a straight mark stands where only an opening one does."""
    return chars[at - 1].isspace() and chars[at + 1 : at + 2].isalnum()


def _begins_line(chars: str, at: int) -> bool:
    while at and chars[at - 1] != "\n" and chars[at - 1].isspace():
        at -= 1
    return not at or chars[at - 1] == "\n"
