"""The table of square brackets: clauses down, stages across, so that one sees them grow fewer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from instrument.brackets.counting import Count, Row, total
from instrument.brackets.kinds import BracketKind
from instrument.paper import Chars, Chart, Paper, Paragraph, Style
from instrument.papers.tabling import table

ABSENT = "–"
_TITLE = "Square brackets"
_LEGEND = "Brackets within brackets count; “loose” ones open or close without a partner, in the same article."


def brackets_paper(rows: Sequence[Row], stages: Sequence[str], audience: str = "internal") -> Paper:
    """How many brackets each clause has at each stage, as a document.

    >>> paper = brackets_paper([Row("use", "Article 1", (Count({BracketKind.PLAIN: 2}),))], ["first-draft"])
    >>> [type(block).__name__ for block in paper.blocks]
    ['Paragraph', 'Paragraph', 'Chart', 'Table']
    """
    title, legend = Paragraph(Style.TITLE, (Chars(_TITLE),)), Paragraph(Style.LEGEND, (Chars(_LEGEND),))
    header, *lines = grid(rows, stages)
    body = table(tuple(header), [tuple(line) for line in lines], (3, *(1 for _ in header[1:])))
    totals = ((row.name, tuple(None if count is None else count.brackets for count in row.counts)) for row in rows)
    chart = Chart(_TITLE, tuple(stages), tuple(totals))
    return Paper(_TITLE, "en", (title, legend, chart, body), audience=audience)


def grid(rows: Sequence[Row], stages: Sequence[str]) -> Iterator[list[str]]:
    """The lines of the table: clauses, the total, and the total by kind."""
    yield ["", *stages]
    for row in rows:
        yield [row.name, *map(cell, row.counts)]
    totals = [total(count for count in column if count) for column in _columns(rows, stages)]
    yield ["total", *map(cell, totals)]
    for kind in BracketKind:
        if any(count.kinds[kind] for count in totals):
            yield [f"  {kind.value}", *(str(count.kinds[kind]) for count in totals)]
    if any(count.options for count in totals):
        yield ["  provisions that are options", *(str(count.options) for count in totals)]


def cell(count: Count | None) -> str:
    """A count in a few characters.

    >>> cell(Count({BracketKind.PLAIN: 12}, loose=1)), cell(Count()), cell(None)
    ('12 (1 loose)', '0', '–')
    """
    if count is None:
        return ABSENT
    return f"{count.brackets} ({count.loose} loose)" if count.loose else str(count.brackets)


def _columns(rows: Sequence[Row], stages: Sequence[str]) -> list[list[Count | None]]:
    return [[row.counts[at] for row in rows] for at in range(len(stages))]
