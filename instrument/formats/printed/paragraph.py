"""A printed paragraph: its characters without the syntax of its file, and where each of them stood in the source."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from instrument.formats.printed.report import Place
from instrument.model import PLAIN, Atom, Cell, Mark, Marks, Note, Run, Text, text

# White space that only lays out the page; a no-break space belongs to the wording.
_LAYOUT = re.compile(r"[ \t\n\v\f\x1c-\x1f\x85\u2028\u2029]{2,}|[\t\n\v\f\x1c-\x1f\x85\u2028\u2029]")
NOTE_MARK = re.compile(r"\[\^([^\[\]\s]+)\]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Characters and their places: from `origins[i][0]` on they stand at line `origins[i][1]`, column `[2]` and on.

    `indent` and `level` are those of a list and of a heading in Markdown; `attached` says that no blank line comes
    before; `row` that this is a row of a table; `marks` are stretches of emphasis.
    """

    chars: str
    origins: tuple[tuple[int, int, int], ...]
    indent: int = 0
    level: int = 0
    attached: bool = False
    row: bool = False
    marks: tuple[tuple[int, int, Mark], ...] = ()

    def place(self, position: int) -> Place:
        """The line and column of a character in the source."""
        start, line, column = self.origins[bisect_right(self.origins, position, key=lambda origin: origin[0]) - 1]
        return line, column + position - start

    def part(self, start: int, end: int | None = None) -> Paragraph:
        """The paragraph from one position to another, as a paragraph of its own."""
        end = len(self.chars) if end is None else end
        marks = tuple(
            (max(low - start, 0), min(high, end) - start, mark)
            for low, high, mark in self.marks
            if low < end and high > start
        )
        origins = self.origins_of(start, end)
        return Paragraph(self.chars[start:end], origins, self.indent, 0, self.attached, self.row, marks)

    def origins_of(self, start: int, end: int) -> tuple[tuple[int, int, int], ...]:
        """The origins of a stretch, counted from its beginning."""
        first = bisect_right(self.origins, start, key=lambda origin: origin[0]) - 1
        position, line, column = self.origins[first]
        last = bisect_left(self.origins, end, key=lambda origin: origin[0])
        later = tuple((at - start, line, column) for at, line, column in self.origins[first + 1 : last])
        return ((0, line, column + start - position), *later)


def compose(lines: Sequence[tuple[str, int, int]]) -> Paragraph:
    """A paragraph from the lines it stands on, each with its number and first column.

    >>> compose([("the States", 3, 5), ("Parties", 4, 1)]).place(11)
    (4, 1)
    """
    origins, position = [], 0
    for chars, line, column in lines:
        origins.append((position, line, column))
        position += len(chars) + 1
    return Paragraph(" ".join(chars for chars, _, _ in lines), tuple(origins))


def join(first: Paragraph, second: Paragraph) -> Paragraph:
    """Two paragraphs as one, with a space between them."""
    shift = len(first.chars) + 1
    origins = tuple((at + shift, line, column) for at, line, column in second.origins)
    marks = tuple((low + shift, high + shift, mark) for low, high, mark in second.marks)
    return replace(
        first,
        chars=f"{first.chars} {second.chars}",
        origins=first.origins + origins,
        marks=first.marks + marks,
    )


def without(paragraph: Paragraph, cuts: Sequence[tuple[int, int]]) -> Paragraph:
    """The paragraph without some stretches of its characters; what is left keeps its places.

    >>> without(compose([("[a](b) c", 1, 1)]), [(0, 1), (2, 6)]).chars
    'a c'
    """
    if not cuts:
        return paragraph
    kept, origins, position, start = [], [], 0, 0
    for low, high in (*cuts, (len(paragraph.chars), 0)):
        if start < low:
            origins += [(position + at, line, column) for at, line, column in paragraph.origins_of(start, low)]
            kept.append(paragraph.chars[start:low])
            position += low - start
        start = high
    removed = list(accumulate((high - low for low, high in cuts), initial=0))

    def moved(at: int) -> int:
        before = bisect_left(cuts, (at,))
        return at - removed[before] + (max(cuts[before - 1][1] - at, 0) if before else 0)

    marks = tuple((moved(low), moved(high), mark) for low, high, mark in paragraph.marks)
    return replace(paragraph, chars="".join(kept), origins=tuple(origins) or paragraph.origins[:1], marks=marks)


def wording(paragraph: Paragraph, notes: Container[str] = ()) -> Text:
    """The text of a paragraph: runs with their emphasis, marks of the known notes, cells of a row.

    >>> [atom.chars for atom in wording(Paragraph("the  area", ((0, 1, 1),), marks=((0, 3, Mark.ITALIC),)))]
    ['the', ' area']
    """
    chars = paragraph.chars
    if not paragraph.marks and not paragraph.row and "[^" not in chars:
        return text(tidy(chars.strip()))
    atoms: list[Atom] = []
    for low, high, worn in _stretches(paragraph):
        for piece in _pieces(tidy(chars[low:high]), notes, paragraph.row):
            atoms.append(Run(piece, worn) if isinstance(piece, str) else piece)
    return text(*atoms)


def tidy(chars: str) -> str:
    """A text with each stretch of white space that only lays out the page made one space."""
    return _LAYOUT.sub(" ", chars) if _LAYOUT.search(chars) else chars


def _stretches(paragraph: Paragraph) -> Iterator[tuple[int, int, Marks]]:
    """The paragraph without the white space around it, cut where the emphasis changes."""
    chars = paragraph.chars
    start, end = len(chars) - len(chars.lstrip()), len(chars.rstrip())
    changes: list[tuple[int, int, Mark]] = []
    for low, high, mark in paragraph.marks:
        changes += [(max(low, start), 1, mark), (min(high, end), -1, mark)]
    worn = dict.fromkeys(Mark, 0)
    position = start
    for at, step, mark in sorted(changes, key=lambda change: change[:2]):
        if at > position:
            yield position, at, frozenset(mark for mark, times in worn.items() if times > 0)
            position = at
        worn[mark] += step
    if position < end:
        yield position, end, PLAIN


def _pieces(chars: str, notes: Container[str], row: bool) -> Iterator[str | Note | Cell]:
    position = 0
    for found in NOTE_MARK.finditer(chars):
        if found[1] in notes:
            yield from _cells(chars[position : found.start()], row)
            yield Note(found[1])
            position = found.end()
    yield from _cells(chars[position:], row)


def _cells(chars: str, row: bool) -> Iterator[str | Cell]:
    cells = re.split(" *[|] *", chars) if row else [chars]
    for number, cell in enumerate(cells):
        if number:
            yield Cell()
        yield cell
