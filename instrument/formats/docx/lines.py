"""A Word document as lines: its paragraphs and the rows of its tables, in order, each with what tells its clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from instrument.formats.docx.characters import SILENT
from instrument.formats.docx.dress import STEP
from instrument.formats.docx.markup import LINE_BREAK
from instrument.formats.docx.spans import Inside, Span
from instrument.formats.docx.tree import attribute, w
from instrument.model import Cell, Run

_CONTENTS = {"TOC Heading", *(f"toc {level}" for level in range(1, 10))}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or a row.

    `control` is the tag of the innermost control of a clause around it, with a number that tells two with the same tag
    apart; `bookmarks` are those that start in it; `row` is the level of its table when it is a row.
    """

    number: int
    style: str
    spans: tuple[Span, ...]
    bookmarks: tuple[str, ...] = ()
    control: tuple[str, int] = ("", 0)
    row: int | None = None
    contents: bool = False

    @property
    def words(self) -> str:
        """The characters of the line, a tab between cells."""
        return "".join(
            "\t" if isinstance(span.atom, Cell) else span.atom.chars
            for span in self.spans
            if isinstance(span.atom, Run | Cell)
        )

    @property
    def is_blank(self) -> bool:
        return all(isinstance(span.atom, Run) and not span.atom.chars.strip() for span in self.spans)


def lines(body: _Element, inside: Inside) -> Iterator[Line]:
    """The lines of a document's body."""
    return _Lines(inside).blocks(body, ("", 0), contents=False)


@dataclass(slots=True)
class _Lines:
    """Goes through blocks; `waiting` are bookmarks that started between two paragraphs, for the next one to take."""

    inside: Inside
    controls: int = 0
    waiting: tuple[str, ...] = ()

    def blocks(self, parent: _Element, control: tuple[str, int], *, contents: bool) -> Iterator[Line]:
        for child in parent:
            if child.tag == w("p"):
                yield self._paragraph(child, control, contents=contents)
            elif child.tag == w("tbl"):
                yield from self._table(child, control)
            elif child.tag == w("sdt"):
                yield from self._control(child, control, contents=contents)
            elif child.tag == w("bookmarkStart"):
                self.waiting += (attribute(child, "name"),)
            elif child.tag == w("altChunk"):
                self.inside.unread(child)
            elif child.tag not in SILENT:
                # A wrapper nobody has heard of still has paragraphs in it.
                yield from self.blocks(child, control, contents=contents)

    def _control(self, element: _Element, control: tuple[str, int], *, contents: bool) -> Iterator[Line]:
        properties, content = element.find(w("sdtPr")), element.find(w("sdtContent"))
        if properties is not None:
            tag = attribute(properties.find(w("tag")))
            gallery = attribute(properties.find(f"{w('docPartObj')}/{w('docPartGallery')}"))
            contents = contents or gallery == "Table of Contents"
            if tag.startswith("clause:"):
                self.controls += 1
                control = tag, self.controls
        if content is not None:
            yield from self.blocks(content, control, contents=contents)

    def _paragraph(self, element: _Element, control: tuple[str, int], *, contents: bool) -> Line:
        contents = contents or self.inside.in_contents()
        spans = tuple(self.inside.read(element))
        bookmarks = (*self.waiting, *self.inside.bookmarks)
        self.waiting = ()
        properties = element.find(w("pPr"))
        self.inside.report_mark(properties)
        contents = contents or self.inside.in_contents()
        style = self.inside.styles.paragraph(properties)
        return Line(self.inside.line, style, spans, bookmarks, control, contents=contents or style in _CONTENTS)

    def _table(self, element: _Element, control: tuple[str, int]) -> Iterator[Line]:
        indent = attribute(element.find(f"{w('tblPr')}/{w('tblInd')}"), "w")
        level = max(0, round(int(indent) / STEP)) if indent.lstrip("-").isdecimal() else 0
        for row in _nested(element, "tr"):
            cells = [list(self.blocks(cell, control, contents=False)) for cell in _nested(row, "tc")]
            if len(cells) > 1:
                yield _row(cells, level)
            else:
                yield from (line for cell in cells for line in cell)


def _row(cells: list[list[Line]], level: int) -> Line:
    """A row as one line: a break between the paragraphs of a cell, a boundary between cells."""
    all_lines = [line for cell in cells for line in cell]
    spans: list[Span] = []
    for number, cell in enumerate(cells):
        spans += [Span(Cell())] if number else []
        for place, line in enumerate(cell):
            spans += [Span(Run(LINE_BREAK))] if place else []
            spans += line.spans
    bookmarks = tuple(name for line in all_lines for name in line.bookmarks)
    first = all_lines[0]
    return Line(first.number, first.style, tuple(spans), bookmarks, first.control, row=level)


def _nested(parent: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, out of whatever they are wrapped in."""
    for child in parent:
        if child.tag == w(name):
            yield child
        elif child.tag not in SILENT:
            yield from _nested(child, name)
