"""The positions on record as a page: who said what of what, and the words that are contested, most held first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from instrument.paper import Block, Chars, Layout, Paper, Paragraph, Style
from instrument.papers.draft import Document, masthead
from instrument.papers.house import HOUSES
from instrument.papers.positions.telling import Teller
from instrument.papers.tabling import table
from instrument.proposals.contesting import Contested
from instrument.proposals.matrix import Matrix, Positions

_COLUMNS = 6  # beside the delegations: more are too narrow to be read on a page
_RECORD_WIDTHS, _CONTESTED_WIDTHS = (4, 3, 3, 6, 4, 3), (2, 4, 9, 6)
_NO_DOCUMENT = Document()


def positions_paper(
    positions: Positions, document: Document = _NO_DOCUMENT, *, names: Mapping[str, str] | None = None
) -> Paper:
    """The positions on a text, landscape: the matrix in tables of a few columns, every record, the contested words.

    `names` are the delegations' names in the language of the page.

    >>> from instrument.proposals.matrix import Matrix
    >>> empty = Positions("first", "First draft", "en", "internal", None, Matrix(), ())
    >>> positions_paper(empty).blocks[-1].inlines[0].chars
    'No positions are on record.'
    """
    teller = Teller.of(positions.language, names)
    title = document.title or teller.said.title
    return Paper(
        title, positions.language, tuple(_blocks(positions, teller, title)),
        masthead=masthead(document, HOUSES.get(positions.language, HOUSES["en"])),
        layout=Layout(landscape=True), audience=positions.audience,
    )  # fmt: skip


def _blocks(positions: Positions, teller: Teller, title: str) -> Iterator[Block]:
    said = teller.said
    yield Paragraph(Style.TITLE, (Chars(title),))
    yield Paragraph(Style.SUBTITLE, (Chars(said.on.format(positions.title)),))
    yield Paragraph(Style.LEGEND, (Chars(" ".join(teller.legend(positions))),))
    if positions.matrix.columns:
        for start in range(0, len(positions.matrix.columns), _COLUMNS):
            yield _matrix(positions.matrix.between(start, start + _COLUMNS), teller)
        yield Paragraph(Style.ARTICLE, (Chars(said.records),))
        yield _records(positions.matrix, teller)
    else:
        yield Paragraph(Style.FORMULA, (Chars(said.none),))
    if positions.contested:
        yield Paragraph(Style.ARTICLE, (Chars(said.contested),))
        yield Paragraph(Style.NOTE, (Chars(said.counted),))
        rows = [row for each in positions.contested for row in _contested(each, teller)]
        yield table(said.contested_columns, rows, _CONTESTED_WIDTHS)


def _matrix(block: Matrix, teller: Teller) -> Block:
    heads = ["\u2028".join(teller.head(column, column.name)) for column in block.columns]
    rows = [(teller.name(row.by), *map(teller.cell, row.cells)) for row in block.rows]
    return table((teller.said.delegation, *heads), rows, (len(heads), *(_COLUMNS for _ in heads)))


def _records(matrix: Matrix, teller: Teller) -> Block:
    rows = [("\u2028".join(teller.head(column, column.name)), *line) for column, line in teller.records(matrix)]
    return table(teller.said.record_columns, rows, _RECORD_WIDTHS)


def _contested(contested: Contested, teller: Teller) -> Iterator[tuple[str, ...]]:
    """A row for each side; the first says where, and how many hold any of it."""
    where = str(len(contested.holders)), teller.place(contested, contested.name)
    for number, side in enumerate(contested.sides):
        words, held = teller.side(side)
        yield (*(("", "") if number else where), words.replace("\n", "\u2028"), held)
