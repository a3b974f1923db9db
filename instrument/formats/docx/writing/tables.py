"""Tables as WordprocessingML."""

from __future__ import annotations

from collections.abc import Sequence

from instrument.formats.docx.writing.dress import STEP
from instrument.formats.docx.writing.galley import Galley
from instrument.formats.docx.writing.paragraphs import cell_paragraph
from instrument.paper import Paragraph, Style, Table

_EMPTY = Paragraph(Style.PROVISION)
# Word joins two tables that touch, and wants a paragraph after the last one.
GAP = '<w:p><w:pPr><w:suppressLineNumbers/><w:spacing w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'


def table(galley: Galley, given: Table, breaks: bool) -> str:
    """A table as wide as the page allows at its depth; a short row's last cell spans the rest of the columns."""
    columns = max(1, *(len(row) for row in given.rows))
    indent = STEP * given.depth
    widths = _widths(given.widths or (1,) * columns, columns, galley.dress.width - indent)
    visual = "<w:bidiVisual/>" if galley.dress.script.right_to_left else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = [
        _row(galley, row, widths, given.clause, header=number < given.header, breaks=breaks and number == 0)
        for number, row in enumerate(given.rows)
    ]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{galley.dress.ids["Table Grid"]}"/>{visual}'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{indent}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>{GAP}'
    )


def _row(
    galley: Galley,
    cells: Sequence[Sequence[Paragraph]],
    widths: Sequence[int],
    clause: str,
    *,
    header: bool,
    breaks: bool,
) -> str:
    properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if header else ""
    found = []
    for number, cell in enumerate(cells or [()]):
        last = number == max(len(cells), 1) - 1
        spanned = widths[number:] if last else widths[number : number + 1]
        span = f'<w:gridSpan w:val="{len(spanned)}"/>' if len(spanned) > 1 else ""
        words = [
            cell_paragraph(galley, each, clause, header, breaks and number == place == 0)
            for place, each in enumerate(cell or [_EMPTY])
        ]
        found.append(f'<w:tc><w:tcPr><w:tcW w:w="{sum(spanned)}" w:type="dxa"/>{span}</w:tcPr>{"".join(words)}</w:tc>')
    return f"<w:tr>{properties}{''.join(found)}</w:tr>"


def _widths(shares: Sequence[int], columns: int, room: int) -> list[int]:
    """The columns' widths from their shares; columns nobody gave a share get an average one."""
    given = [max(1, share) for share in shares[:columns]]
    given += [max(1, sum(given) // len(given))] * (columns - len(given))
    return [max(1, room * share // sum(given)) for share in given]
