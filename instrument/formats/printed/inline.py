"""Markdown within a paragraph: emphasis to marks, links to their words, escapes to characters, tags left out."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from instrument.formats.printed.paragraph import Paragraph, without
from instrument.formats.printed.report import Report
from instrument.model import Mark

_TOKEN = re.compile(
    r"""
    (?P<escape> \\(?=[!-/:-@\[-`{-~]) )
    | (?P<tag> </?[A-Za-z][^<>]*> )
    | (?P<run> \*+ | _+ )
    | \[ (?!\^) (?P<words> [^\[\]]* ) \] (?P<address> \( [^()\s]+ \) | \[ (?P<id> [^\[\]^]* ) \] )?
    """,
    re.VERBOSE,
)
_MARKUP = re.compile(r"[\\<*_\[]")


@dataclass(slots=True)
class _Delimiter:
    """A run of asterisks or underscores; what lies between `left` and `right` no emphasis has taken yet."""

    char: str
    left: int
    right: int
    opens: bool
    closes: bool


def plain(paragraph: Paragraph, links: Container[str], report: Report) -> Paragraph:
    """The paragraph as it reads, without markup; what has no place in a clause is reported.

    `links` are the names that link definitions give: "[shall][should]" is no link unless "should" is one.
    """
    if not _MARKUP.search(paragraph.chars):
        return paragraph
    cuts: list[tuple[int, int]] = []
    delimiters: list[_Delimiter] = []
    for start, end, why in _syntax(paragraph.chars, links, delimiters, 0, len(paragraph.chars)):
        cuts.append((start, end))
        if why:
            report.leave_out(paragraph.place(start), paragraph.chars[start:end], why)
    marks: list[tuple[int, int, Mark]] = []
    for start, end, size in _emphasis(delimiters):
        cuts += [(start - size, start), (end, end + size)]
        marks.append((start, end, Mark.BOLD if size == 2 else Mark.ITALIC))
    return without(replace(paragraph, marks=tuple(sorted(marks))), sorted(cuts))


def _syntax(
    chars: str, links: Container[str], delimiters: list[_Delimiter], start: int, end: int
) -> Iterator[tuple[int, int, str]]:
    """The stretches that are no wording, with the reason where they are to be reported; `delimiters` is filled."""
    while found := _TOKEN.search(chars, start, end):
        at, start = found.span()
        if found["escape"]:
            yield at, at + 1, ""
            start = at + 2
        elif found["tag"]:
            yield at, start, "a tag"
        elif found["run"]:
            delimiters.append(_delimiter(chars, at, start))
        elif last := _link_end(found, links):
            yield at, at + 1, "a link"
            yield from _syntax(chars, links, delimiters, at + 1, found.end("words"))
            yield found.end("words"), last, "a link"
            start = last
        else:
            start = at + 1


def _link_end(found: re.Match[str], links: Container[str]) -> int:
    """Where a link ends; 0 where square brackets are only square brackets."""
    words, address = found["words"], found["address"] or ""
    if address.startswith("(") and any(char in address for char in "/#@"):
        return found.end()
    if address.startswith("[") and (found["id"] or words).casefold() in links:
        return found.end()
    return found.end("words") + 1 if words.casefold() in links else 0


def _delimiter(chars: str, start: int, end: int) -> _Delimiter:
    before, after = chars[start - 1 : start] or " ", chars[end : end + 1] or " "
    opens = not after.isspace() and (after.isalnum() or not before.isalnum())
    closes = not before.isspace() and (before.isalnum() or not after.isalnum())
    if chars[start] == "_":
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    return _Delimiter(chars[start], start, end, opens, closes)


def _emphasis(delimiters: list[_Delimiter]) -> Iterator[tuple[int, int, int]]:
    """Stretches between an opening and a closing run, and how many characters of each run make them."""
    openers: dict[str, list[_Delimiter]] = {"*": [], "_": []}
    for closer in delimiters:
        stack = openers[closer.char]
        other = openers["_" if closer.char == "*" else "*"]
        while closer.closes and stack and closer.left < closer.right:
            opener = stack[-1]
            while other and other[-1].left > opener.left:
                other.pop()
            size = min(2, opener.right - opener.left, closer.right - closer.left)
            yield opener.right, closer.left, size
            opener.right -= size
            closer.left += size
            if opener.left == opener.right:
                stack.pop()
        if closer.opens and closer.left < closer.right:
            stack.append(closer)
