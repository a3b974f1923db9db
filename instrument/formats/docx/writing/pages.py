"""On which page each heading will stand: an estimate for the contents, good until somebody has Word count.

Lengths are in points. Only a program that lays out pages knows; this one adds up lines.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from math import ceil

from instrument.formats.docx.parts.markup import LINE_BREAK
from instrument.formats.docx.writing.dress import MARGIN, SIZES, STEP
from instrument.paper import (
    Block,
    Chars,
    Chart,
    Contents,
    Inline,
    Link,
    NoteMark,
    PageBreak,
    Paper,
    Paragraph,
    Style,
    Table,
)
from instrument.papers.contents import HEADINGS, headings

_POINT = 20
_TEXT, _SMALL = 10.5, 9.0
_LINE = 1.21  # the height of a line of text, in ems
# What the masthead takes of the first page.
_MASTHEAD = 48.0
# Size, space before and space after of the paragraphs that are not set like the text.
_SPACING: dict[Style, tuple[float, float, float]] = {
    Style.TITLE: (15, 18, 12),
    Style.SUBTITLE: (12, 3, 12),
    Style.PART: (12, 20, 9),
    Style.ARTICLE: (11.5, 18, 8.5),
    Style.SECTION: (11, 15, 7.5),
    Style.FORMULA: (_TEXT, 6, 6),
    Style.LEGEND: (9.5, 4, 10),
}


@dataclass(slots=True)
class _Pages:
    """Pages of a height being filled, the one that is and what of it is used."""

    height: float
    page: int = 1
    used: float = 0.0

    def turn(self) -> None:
        self.page += 1
        self.used = 0.0

    def fill(self, height: float, least: float) -> int:
        """Put a piece on, `least` of which may not be parted; the page it begins on."""
        if self.used and self.used + least > self.height:
            self.turn()
        begun = self.page
        self.used += height
        while self.used > self.height:
            self.page += 1
            self.used -= self.height
        return begun


def pages(paper: Paper) -> list[int]:
    """The page of every heading, in order."""
    width, height = SIZES[paper.layout.paper]
    if paper.layout.landscape:
        width, height = height, width
    sheets = _Pages((height - 2 * MARGIN) / _POINT, used=_MASTHEAD if paper.masthead else 0.0)
    room = (width - 2 * MARGIN) / _POINT
    found = []
    for block in paper.blocks:
        if isinstance(block, PageBreak):
            sheets.turn()
            continue
        tall = _height(block, paper, room)
        heading = isinstance(block, Paragraph) and block.style in HEADINGS
        page = sheets.fill(tall, tall + 2 * _LINE * _TEXT if heading else min(tall, 2 * _LINE * _TEXT))
        if heading:
            found.append(page)
    return found


def _height(block: Block, paper: Paper, room: float) -> float:
    match block:
        case Paragraph(style, inlines, label, depth):
            size, before, after = _SPACING.get(style, (_TEXT, 0, 6))
            indent = STEP / _POINT * (depth + bool(label)) if style is Style.PROVISION else 0
            lines = _lines(inlines, size, room - indent) + (bool(label) and style in HEADINGS)
            notes = sum(_note(paper, each.index, room) for each in inlines if isinstance(each, NoteMark))
            # Of the space after one paragraph and the space before the next, Word gives the larger.
            return max(before - 6, 0) + lines * size * _LINE + after + notes
        case Table(rows):
            return 6 + sum(_row(row, paper, room) for row in rows)
        case Contents():
            return 45 + 15 * len(headings(paper))
        case PageBreak() | Chart():
            return 0


def _row(cells: tuple[tuple[Paragraph, ...], ...], paper: Paper, room: float) -> float:
    share = room / max(len(cells), 1) - 11
    return max((sum(_height(each, paper, share) - 2 for each in cell) for cell in cells), default=0)


def _note(paper: Paper, index: int, room: float) -> float:
    return 2 + _SMALL * _LINE * _lines(paper.notes[index], _SMALL, room)


def _lines(inlines: tuple[Inline, ...], size: float, room: float) -> int:
    """How many lines some words take; justified lines are a little fuller than their spaces say."""
    chars = "".join(each.chars for each in inlines if isinstance(each, Chars | Link))
    return sum(max(1, ceil(sum(map(_width, line)) * size / (room * 1000))) for line in chars.split(LINE_BREAK))


# The widths of Times New Roman, in thousandths of an em.
_WIDTHS = {
    char: width
    for width, chars in {
        250: " .,\u00a0", 278: "/:;ijlt\\", 333: "!()-I[]`fr‘’", 389: "Js", 444: "acez“”", 556: "FPS", 611: "ELTZ",
        667: "BCR", 722: "ADGHKNOQUVXYw", 778: "&m", 889: "M", 944: "W", 1000: "—…",
    }.items()
    for char in chars
}  # fmt: skip


@cache
def _width(char: str) -> int:
    base = unicodedata.normalize("NFD", char)[0]
    if base in _WIDTHS:
        return _WIDTHS[base]
    if unicodedata.category(char) in ("Mn", "Cf"):
        return 0
    return 1000 if unicodedata.east_asian_width(char) in "WF" else 500
