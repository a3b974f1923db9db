"""Tables of words: what heads them in bold, a row of strings a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from instrument.model import PLAIN, Mark
from instrument.paper import Chars, Paragraph, Style, Table

BOLD = frozenset({Mark.BOLD})


def table(head: Sequence[str], rows: Iterable[Sequence[str]], widths: tuple[int, ...] = ()) -> Table:
    """A table of words; without a head, of rows alone, and of each row as much as the head is wide.

    >>> [cell[0].inlines[0].chars for cell in table(("Provision",), [("article 1", "Use")]).rows[1]]
    ['article 1']
    """
    width = len(head) or None
    heads = (_cells(head, bold=True),) if head else ()
    return Table((*heads, *(_cells(row[:width]) for row in rows)), header=len(heads), widths=widths)


def _cells(words: Sequence[str], bold: bool = False) -> tuple[tuple[Paragraph, ...], ...]:
    marks = BOLD if bold else PLAIN
    return tuple((Paragraph(Style.PROVISION, (Chars(word, marks),) if word else ()),) for word in words)
