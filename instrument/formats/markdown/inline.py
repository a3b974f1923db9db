"""Inlines as CommonMark: nothing in the words is taken for markup, and emphasis holds wherever it begins and ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import zip_longest

from instrument.model import Mark, Marks
from instrument.paper import Inline, NoteMark

# The last five mean nothing in CommonMark and much in its dialects.
_SPECIAL = re.compile(r"[\\`*_\[\]<>#|&~^$@{}]")
# What would begin a list, a rule, a heading underlined, a definition: only where a line begins.
_OPENING = re.compile(r"(?P<before>[ \t]*)(?:(?P<sign>[-+=:%])|(?P<number>\(?(?:\w{1,9}))(?P<stop>[.)])(?=\s|$))")


def inline(inlines: Iterable[Inline]) -> str:
    """Inlines on one line, in CommonMark.

    >>> from instrument.paper import Chars
    >>> print(inline([Chars("[shall]", frozenset({Mark.ITALIC})), Chars(" use *")]))
    *\\[shall\\]* use \\*
    """
    written = ""
    shown = [item for item in inlines if isinstance(item, NoteMark) or item.chars]
    for item, following in zip_longest(shown, shown[1:]):
        after = following.chars[:1] if following and not isinstance(following, NoteMark) else ""
        opened, closed = _tags(item)
        written = written.removesuffix(closed) if closed and written.endswith(closed) else written + opened
        written += _inline(item, written[-1:], after) + closed
    return written


def opening(line: str) -> str:
    """A line so written that its beginning is no markup: "1." begins no list.

    >>> opening("1. Each"), opening("(a) to"), opening("- none")
    ('1\\\\. Each', '(a\\\\) to', '\\\\- none')
    """
    line = line.lstrip(" \t")
    found = _OPENING.match(line)
    if found is None:
        return line
    at = found.start("sign") if found["sign"] else found.start("stop")
    return f"{line[:at]}\\{line[at:]}"


def escape(words: str) -> str:
    """Words without meaning to a reader of Markdown."""
    return _SPECIAL.sub(r"\\\g<0>", words)


def _inline(item: Inline, before: str, after: str) -> str:
    if isinstance(item, NoteMark):
        return f"[^{item.index + 1}]"
    return _emphasised(item.chars, item.marks, before, after) if item.marks else escape(item.chars)


def _tags(item: Inline) -> tuple[str, str]:
    """The tags around what was put in or taken out; Markdown has no signs of its own for both."""
    tag = {"insert": "ins", "delete": "del"}[item.revision.kind] if item.revision else ""
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")


def _emphasised(chars: str, marks: Marks, before: str, after: str) -> str:
    """Words in stars, or in tags where the stars would not be read as emphasis; white space stays outside."""
    words = chars.strip()
    if not words:
        return escape(chars)
    start = chars.index(words)
    before, after = chars[:start][-1:] or before, chars[start + len(words) :][:1] or after
    if _holds(words[0], before) and _holds(words[-1], after):
        stars = "*" * ((Mark.ITALIC in marks) + 2 * (Mark.BOLD in marks))
        opened, closed = stars, stars
    else:
        tags = [tag for mark, tag in ((Mark.BOLD, "strong"), (Mark.ITALIC, "em")) if mark in marks]
        opened = "".join(f"<{tag}>" for tag in tags)
        closed = "".join(f"</{tag}>" for tag in reversed(tags))
    return f"{chars[:start]}{opened}{escape(words)}{closed}{chars[start + len(words) :]}"


def _holds(inner: str, outer: str) -> bool:
    """Whether stars between a character inside the emphasis and its neighbour outside are read as emphasis."""
    if outer == "*":
        return False
    apart = not outer or outer.isspace() or unicodedata.category(outer).startswith("P")
    return apart or not unicodedata.category(inner).startswith(("P", "S"))
