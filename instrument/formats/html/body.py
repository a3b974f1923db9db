"""The main part of a page: one section a clause, real headings, literal labels, tables, the list of contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from instrument.formats.html.chart import chart
from instrument.formats.html.comparison import Row, row_change
from instrument.formats.html.inline import identifier, inlines, spoken
from instrument.formats.html.tint import Tint, escape
from instrument.paper import Block, Chart, Contents, PageBreak, Paper, Paragraph, Style, Table
from instrument.papers.contents import headings, level, ranks
from instrument.papers.house import HOUSES
from instrument.papers.labelling import parted


@dataclass(slots=True)
class Body:
    """The lines of a paper's blocks; an id belongs to the first element that claims it."""

    paper: Paper
    used: tuple[Style, ...] = field(init=False)
    claimed: set[str] = field(default_factory=set)
    turned: bool = False

    def __post_init__(self) -> None:
        self.used = ranks(self.paper)

    def lines(self) -> Iterator[str]:
        for clause, group in groupby(self._blocks(), _clause):
            blocks = tuple(group)
            tint = Tint.over(paragraph for block in blocks for paragraph in _paragraphs(block))
            if clause:
                yield f"<section{self._claim(clause)}>"
            for block in blocks:
                yield from self._block(block, tint)
            if clause:
                yield "</section>"
        if self.turned:
            yield "</div>"

    def _blocks(self) -> tuple[Block, ...]:
        """The blocks with a list of contents in any case: without a heading it shows beside the text, on a screen."""
        blocks = self.paper.blocks
        first = next((place for place, block in enumerate(blocks) if self._is_heading(block) and _target(block)), None)
        if first is None or any(isinstance(block, Contents) for block in blocks):
            return blocks
        return (*blocks[:first], Contents(""), *blocks[first:])

    def _is_heading(self, block: Block) -> bool:
        return isinstance(block, Paragraph) and block.style in self.used

    def _block(self, block: Block, tint: Tint) -> Iterator[str]:
        match block:
            case Paragraph():
                yield self._paragraph(block, tint)
            case Table():
                yield from self._table(block, tint)
            case Contents():
                yield from self._contents(block.heading)
            case Chart():
                yield from chart(block)
            case PageBreak(language):
                yield from self._turn(language) if language else ('<div class="page-break"></div>',)

    def _turn(self, language: str) -> Iterator[str]:
        """The end of one language, if there was one, and the beginning of another."""
        if self.turned:
            yield "</div>"
        self.turned = True
        yield f'<div class="language" {spoken(language)}>'

    def _paragraph(self, paragraph: Paragraph, tint: Tint) -> str:
        if paragraph.style is Style.TITLE:
            tag = "h1"
        elif paragraph.style in self.used:
            tag = f"h{level(paragraph, self.used) + 2}"
        else:
            tag = "p"
        label, words = (inlines(part, tint) for part in parted(paragraph))
        look = f"{paragraph.style} labelled" if label else f"{paragraph.style}"
        depth = f' style="--depth:{paragraph.depth}"' if paragraph.depth else ""
        change = f' data-change="{paragraph.change}"' if paragraph.change else ""
        opened = f'<{tag}{self._claim(paragraph.target)} class="{look}"{depth}{change}{_tongue(paragraph.language)}>'
        return f'{opened}<span class="label">{label}</span> {words}</{tag}>' if label else f"{opened}{words}</{tag}>"

    def _claim(self, target: str) -> str:
        if not target or target in self.claimed:
            return ""
        self.claimed.add(target)
        return f' id="{identifier(target)}"'

    def _table(self, table: Table, tint: Tint) -> Iterator[str]:
        depth = f' style="--depth:{table.depth}"' if table.depth else ""
        yield f'<div class="table"{depth}><table>'
        if table.widths:
            yield "".join(f'<col style="width:{100 * width / sum(table.widths):.4g}%">' for width in table.widths)
        for part, cell, rows in (
            ("thead", 'th scope="col"', table.rows[: table.header]),
            ("tbody", "td", table.rows[table.header :]),
        ):
            if rows:
                yield f"<{part}>"
                yield from (self._row(row, cell, table, tint) for row in rows)
                yield f"</{part}>"
        yield "</table></div>"

    def _row(self, row: Row, cell: str, table: Table, tint: Tint) -> str:
        """A row; its last cell spans the columns that it is short of."""
        columns = max(map(len, table.rows))
        cells = []
        for place, paragraphs in enumerate(row, start=1):
            # What stands in a table of the page's own is no running text: brackets pair in each cell by itself.
            ink = tint if table.clause else Tint.over(paragraphs)
            words = "".join(self._paragraph(paragraph, ink) for paragraph in paragraphs)
            spans = f' colspan="{columns - place + 1}"' if place == len(row) < columns else ""
            cells.append(f"<{cell}{spans}>{words}</{cell[:2]}>")
        change = row_change(row)
        said = f' data-change="{change}"' if change else ""
        return f"<tr{said}>{' '.join(cells)}</tr>"

    def _contents(self, heading: str) -> Iterator[str]:
        name = HOUSES.get(self.paper.language, HOUSES["en"]).contents
        yield f'<nav class="contents{"" if heading else " beside"}" aria-label="{escape(heading or name)}">'
        if heading:
            yield f'<p class="heading">{escape(heading)}</p>'
        yield "<ul>"
        for entry in headings(self.paper):
            label = f'<span class="label">{escape(entry.label)}</span> ' if entry.label and entry.words else ""
            words = label + escape(entry.words or entry.label)
            yield f'<li style="--depth:{entry.level}"><a href="#{identifier(entry.target)}">{words}</a></li>'
        yield "</ul>"
        yield "</nav>"


def _tongue(language: str) -> str:
    """The attributes of a paragraph in a language of its own."""
    return f" {spoken(language)}" if language else ""


def _target(block: Block) -> str:
    return block.target if isinstance(block, Paragraph) else ""


def _clause(block: Block) -> str:
    return block.clause if isinstance(block, Paragraph | Table) else ""


def _paragraphs(block: Block) -> Iterable[Paragraph]:
    match block:
        case Paragraph():
            return (block,)
        case Table():
            return (paragraph for row in block.rows for cell in row for paragraph in cell)
        case _:
            return ()
