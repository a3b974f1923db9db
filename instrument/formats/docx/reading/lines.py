"""A Word document as lines: its paragraphs and the rows of its tables, in order, each with what tells its clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from instrument.formats.docx.parts.markup import LINE_BREAK
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.reading.labelling import is_covered, label, properties_of
from instrument.formats.docx.reading.pieces import Piece, pieces, report_end, report_revisions
from instrument.formats.docx.reading.reading import Reading
from instrument.formats.docx.walking.blocks import Block, Container
from instrument.formats.docx.walking.view import Shown, View, is_gone, shown
from instrument.formats.docx.writing.dress import STEP
from instrument.model import Cell, Run
from instrument.problem import Severity

_CONTENTS = {"TOC Heading", *(f"toc {level}" for level in range(1, 10))}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or a row; `paragraphs` are the numbers of those whose words are in it.

    `control` is the tag of the innermost control of a clause around it, with a number that tells two with the same tag
    apart; `bookmarks` are those that start in it; `row` is the level of its table when it is a row.
    """

    number: int
    style: str
    pieces: tuple[Piece, ...]
    bookmarks: tuple[str, ...] = ()
    control: tuple[str, int] = ("", 0)
    row: int | None = None
    contents: bool = False
    paragraphs: tuple[int, ...] = ()

    @property
    def words(self) -> str:
        """The characters of the line, a tab between cells."""
        return "".join(
            "\t" if isinstance(piece.atom, Cell) else piece.atom.chars
            for piece in self.pieces
            if isinstance(piece.atom, Run | Cell)
        )

    @property
    def is_blank(self) -> bool:
        return all(isinstance(piece.atom, Run) and not piece.atom.chars.strip() for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a container means for the lines in it: the clause's control, the outermost row and cell, a text box."""

    control: tuple[str, int] = ("", 0)
    row: Container | None = None
    cell: Container | None = None
    level: int = 0
    box: bool = False


def lines(blocks: Iterable[Block], reading: Reading) -> Iterator[Line]:
    """The lines of a document, as the view shows them."""
    return _Lines(reading).lines(blocks)


@dataclass(slots=True)
class _Lines:
    """Makes lines; `settings` are remembered by container, `controls` counts those of clauses."""

    reading: Reading
    settings: dict[Container, _Setting] = field(default_factory=dict)
    controls: int = 0

    def lines(self, blocks: Iterable[Block]) -> Iterator[Line]:
        def row(given: Shown) -> Container | None:
            return self._setting(given.standing.container).row

        blocks = list(blocks)
        for block in blocks:
            self._report_whole(block)
        for place, group in groupby(shown(blocks, self.reading.view), key=row):
            if place is None:
                yield from self._paragraphs(group)
            else:
                yield from self._row(list(group))

    def _paragraphs(self, group: Iterable[Shown]) -> Iterator[Line]:
        """The lines of paragraphs; what is gone has nothing but its report."""
        for each in group:
            line = self._line(each)
            if not each.is_gone:
                yield line

    def _report_whole(self, block: Block) -> None:
        """Say what became of the words in a row or cell that somebody put in or struck, as far as they do not say."""
        revisions = block.container.revisions
        if not revisions:
            return
        is_left = not is_gone(revisions, self.reading.view)
        words = "".join(span.chars for span in block.spans if not (span.revisions and is_left))
        if words.strip():
            self.reading.line = block.number
            report_revisions(revisions, words.strip(), self.reading)
            for each in revisions if self.reading.view.marked else ():
                message = f'a row or cell was {each.layer} by "{each.author}": no bracket says so'
                self.reading.quote("tracked-change", Severity.WARNING, message, words.strip())

    def _setting(self, container: Container) -> _Setting:
        """The setting of a container; those around it are settled first, outermost to innermost."""
        chain: list[Container] = []
        here: Container | None = container
        while here is not None and here not in self.settings:
            chain.append(here)
            here = here.outer
        setting = _Setting() if here is None else self.settings[here]
        for each in reversed(chain):
            setting = self.settings[each] = self._inner(setting, each)
        return setting

    def _inner(self, outer: _Setting, container: Container) -> _Setting:
        match container.kind:
            case "control" if container.name.startswith("clause:"):
                self.controls += 1
                return _Setting((container.name, self.controls), outer.row, outer.cell, outer.level, outer.box)
            case "table" if outer.row is None:
                return _Setting(outer.control, None, None, _level(container), outer.box)
            case "row" if outer.row is None:
                return _Setting(outer.control, container, None, outer.level, outer.box)
            case "cell" if outer.cell is None:
                return _Setting(outer.control, outer.row, container, outer.level, outer.box)
            case "text box":
                return _Setting(outer.control, outer.row, outer.cell, outer.level, box=True)
            case _:
                return outer

    def _line(self, given: Shown) -> Line:
        # Where the ends between paragraphs are gone, the first one of which words are left says where they stand.
        block = next((each for each in given.blocks if given.shows(each, self.reading.view)), given.standing)
        self.reading.line = block.number
        found: tuple[Piece, ...] = ()
        for each in given.blocks:
            found += tuple(pieces(each, self.reading))
            report_end(each, self.reading)
        properties = properties_of(given.standing, self.reading.view)
        if not given.is_gone:
            found = label(given.standing, properties, found, self.reading) + found
        style = self.reading.styles.paragraph(properties)
        setting = self._setting(block.container)
        line = Line(
            block.number, style, found, _bookmarks(given, self.reading.view),
            setting.control, contents=block.contents or style in _CONTENTS,
            paragraphs=tuple(each.number for each in given.blocks if given.shows(each, self.reading.view)),
        )  # fmt: skip
        if setting.cell is not None or setting.box:
            self._report_setting(line, setting, block.container)
        return line

    def _report_setting(self, line: Line, setting: _Setting, container: Container) -> None:
        """Say where words stand that somebody in Word sees elsewhere, or not at all."""
        if setting.box and not line.is_blank:
            message = "the words of a text box were read after the paragraph that holds it"
            self.reading.quote("text-box", Severity.GUESS, message, line.words)
        if is_covered(container) and not line.is_blank:
            message = "words in a cell that another one covers were read"
            self.reading.quote("faint-words", Severity.WARNING, message, line.words)

    def _row(self, group: list[Shown]) -> Iterator[Line]:
        """A row as one line; a row of one cell is the paragraphs in it."""
        cells = [
            list(self._paragraphs(cell))
            for _, cell in groupby(group, key=lambda each: self._setting(each.standing.container).cell)
        ]
        if len(cells) > 1 and any(cells):
            yield _joined(cells, self._setting(group[0].standing.container).level)
        else:
            yield from (line for cell in cells for line in cell)


def _bookmarks(given: Shown, view: View) -> tuple[str, ...]:
    """The bookmarks that start in a paragraph: not those of paragraphs of which nothing is left but an end."""
    seen = [each for each in given.blocks if any(not is_gone(span.revisions, view) for span in each.spans)]
    return tuple(name for each in seen or [given.standing] for name in each.bookmarks)


def _level(table: Container) -> int:
    """The level of a table by its indentation."""
    indent = attribute(table.element.find(f"{w('tblPr')}/{w('tblInd')}"), "w")
    return max(0, round(int(indent[:9]) / STEP)) if indent.lstrip("-").isdecimal() else 0


def _joined(cells: list[list[Line]], level: int) -> Line:
    """A row as one line: a break between the paragraphs of a cell, a boundary between cells."""
    all_lines = [line for cell in cells for line in cell]
    found: list[Piece] = []
    for number, cell in enumerate(cells):
        found += [Piece(Cell())] if number else []
        for place, line in enumerate(cell):
            found += [Piece(Run(LINE_BREAK))] if place else []
            found += line.pieces
    bookmarks = tuple(name for line in all_lines for name in line.bookmarks)
    paragraphs = tuple(number for line in all_lines for number in line.paragraphs)
    first = all_lines[0]
    return Line(first.number, first.style, tuple(found), bookmarks, first.control, level, paragraphs=paragraphs)
