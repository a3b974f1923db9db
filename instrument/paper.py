"""A document before it is a format: the paragraphs, tables and notes that a page shows, and nothing of any file type.

`papers/` turn values into a Paper, `formats/` turn a Paper into bytes. What is left out for an audience is left out
before there is a Paper: a format writes all it is given.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from instrument.model import PLAIN, Marks


class Style(StrEnum):
    """What a paragraph is; how that looks belongs to each format's template."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    PART = "part"
    ARTICLE = "article"
    SECTION = "section"
    PROVISION = "provision"
    RECITAL = "recital"
    FORMULA = "formula"
    LEGEND = "legend"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Revision:
    """An insertion or deletion: by whom and when (ISO 8601) where it is tracked, and what it changes besides wording.

    `weight` is "force" (shall, should), "figure" (numbers, deadlines), "consequential" (a printed number that only
    followed a renumbering), or empty.
    """

    kind: str  # "insert" or "delete"
    author: str = ""
    date: str = ""
    weight: str = ""


@dataclass(frozen=True, slots=True)
class Chars:
    """Characters with one look. U+2028 is a line break inside the paragraph, U+0009 a tab.

    `holders` marks characters that say who holds the bracket before them, " (Delegation A)": additions of the page,
    not words of the text. It carries the holders as `.clause` writes them, so that a reader can find them again.
    `house` says that the emphasis is the house's, not the text's: the lead words of a recital. `aside` is what is said
    of the characters where a page can say it beside them, in one of a few tones; other pages leave it out. `gap` marks
    the tab or the break that sets a label with marks off from the words.
    """

    chars: str
    marks: Marks = PLAIN
    revision: Revision | None = None
    holders: str = ""
    house: bool = False
    aside: str = ""
    tone: int = 0
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A printed cross-reference: what it reads today, and the target ("clearance#extension") it follows."""

    chars: str
    target: str
    marks: Marks = PLAIN
    revision: Revision | None = None
    aside: str = ""
    tone: int = 0


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a footnote, an index into the paper's `notes`."""

    index: int
    revision: Revision | None = None


Inline = Chars | Link | NoteMark


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its label, if any, is set off from the words by a tab and a hanging indent.

    `depth` is the level of indentation, from 0. `target` names what references find here ("clearance" on a heading,
    "clearance#extension" on a provision); `clause` and `kind` say which clause the paragraph belongs to. `change` is
    what a comparison says of it ("changed", "inserted", "deleted", "moved", "left", "renumbered", "consequential"),
    or of its own lines ("remark", "folded"); empty where nothing happened. `language` is its own, where it is not the
    paper's.
    """

    style: Style
    inlines: tuple[Inline, ...] = ()
    label: str = ""
    depth: int = 0
    target: str = ""
    clause: str = ""
    kind: str = ""
    change: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each cell a tuple of paragraphs; the first `header` rows repeat on every page.

    `widths` are shares of the text width, one a column; empty means equal shares.
    """

    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]
    header: int = 0
    widths: tuple[int, ...] = ()
    depth: int = 0
    clause: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents of the headings in the same paper; the format fills in the entries."""

    heading: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page, and from here on in another language where one is named."""

    language: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars that show at a glance what a table beside them says in numbers; a format that draws none leaves it out.

    Each row has a label and a number for each of the `series`, None where there is nothing to count. Where they are
    `stacked`, the bars of a row stand end to end.
    """

    title: str
    series: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]
    stacked: bool = False


Block = Paragraph | Table | Contents | PageBreak | Chart


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of a conference document; an empty field prints nothing. `date` is as printed."""

    body: str = ""
    symbol: str = ""
    distribution: str = ""
    date: str = ""
    original: str = ""
    agenda: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How pages look: size, orientation, numbered lines, the watermark's words, and how revisions are marked: tracked
    by the program that shows the page, or printed as underline and strike-through."""

    paper: str = "A4"  # or "Letter"
    landscape: bool = False
    line_numbers: bool = False
    watermark: str = ""
    marks: str = "tracked"  # or "printed"


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document. `notes[i]` is what `NoteMark(i)` stands for; `audience` is whom it may be shown."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    notes: tuple[tuple[Inline, ...], ...] = ()
    masthead: Masthead | None = None
    layout: Layout = Layout()
    audience: str = "internal"
