"""Headers and footers: the masthead of the first page, the symbol on the others, page numbers, the watermark."""

from __future__ import annotations

from collections.abc import Sequence
from string import Template

from instrument.formats.docx.parts.markup import NAMESPACES, XML_HEADER, content, escaped
from instrument.formats.docx.parts.template import template
from instrument.formats.docx.writing.dress import Dress
from instrument.formats.docx.writing.looks import run_properties
from instrument.model import Mark
from instrument.paper import Masthead, Paper

_BOLD = frozenset({Mark.BOLD})
_PAGE = (
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
    '<w:fldChar w:fldCharType="separate"/>',
    "<w:t>1</w:t>",
    '<w:fldChar w:fldCharType="end"/>',
)


def first_header(paper: Paper, dress: Dress) -> str:
    """The header of the first page: the masthead, and a paragraph, since no header may end in a table."""
    head = masthead(paper.masthead, dress) if paper.masthead else ""
    return _part("hdr", f"{head}<w:p>{dress.paragraph('header')}{watermark(paper.layout.watermark, 1)}</w:p>")


def other_header(paper: Paper, dress: Dress) -> str:
    """The header of all other pages: the document's symbol over a line."""
    mark = watermark(paper.layout.watermark, 2)
    symbol = paper.masthead.symbol if paper.masthead else ""
    if not symbol:
        return _part("hdr", f"<w:p>{dress.paragraph('header')}{mark}</w:p>")
    rule = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="auto"/></w:pBdr>'
    properties = dress.paragraph("header", early=rule, late='<w:jc w:val="right"/>')
    return _part("hdr", f"<w:p>{properties}{_run(dress, symbol, 18, bold=True)}{mark}</w:p>")


def footer(dress: Dress) -> str:
    """The footer of every page: its number."""
    look = run_properties(dress.script)
    number = "".join(f"<w:r>{look}{piece}</w:r>" for piece in _PAGE)
    return _part("ftr", f"<w:p>{dress.paragraph('footer')}{number}</w:p>")


def masthead(given: Masthead, dress: Dress) -> str:
    """Body and symbol over a line, then the agenda item, and the distribution, date and original language."""
    facts = [line for line in (given.distribution, given.date, given.original) if line]
    rows = []
    if given.body or given.symbol:
        rows.append(_row(dress, [given.body], [given.symbol], size=24, rule=4))
    if given.agenda or facts:
        rows.append(_row(dress, [given.agenda], facts, size=0, rule=12))
    left = dress.width * 3 // 5
    visual = "<w:bidiVisual/>" if dress.script.right_to_left else ""
    none = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    return (
        rows
        and (
            f'<w:tbl><w:tblPr>{visual}<w:tblW w:w="{dress.width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblCellMar>{none}</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{left}"/>'
            f'<w:gridCol w:w="{dress.width - left}"/></w:tblGrid>{"".join(rows)}</w:tbl>'
        )
    ) or ""


def _row(dress: Dress, left: Sequence[str], right: Sequence[str], *, size: int, rule: int) -> str:
    """A row of the masthead over a line of a thickness; large words are bold."""
    line = f'<w:tcBorders><w:bottom w:val="single" w:sz="{rule}" w:space="0" w:color="auto"/></w:tcBorders>'
    cells = []
    for share, lines, side in ((3, left, "left"), (2, right, "right")):
        properties = dress.paragraph("Masthead", late=f'<w:jc w:val="{side}"/>')
        words = [f"<w:p>{properties}{_run(dress, each, size, bold=bool(size)) if each else ''}</w:p>" for each in lines]
        width = dress.width * share // 5
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{line}<w:vAlign w:val="bottom"/></w:tcPr>'
            f"{''.join(words) or f'<w:p>{properties}</w:p>'}</w:tc>"
        )
    return f"<w:tr>{''.join(cells)}</w:tr>"


def watermark(words: str, number: int) -> str:
    """Words behind the text of every page, drawn as Word draws them."""
    if not words:
        return ""
    width = min(460, 70 * len(words))
    height = max(60, min(165, width * 2 // len(words)))
    drawing = Template(template("watermark.xml")).substitute(
        words=escaped(words), width=width, height=height, number=number, shape=1024 + number
    )
    return f"<w:r><w:rPr><w:noProof/></w:rPr>{drawing}</w:r>"


def _run(dress: Dress, words: str, size: int, *, bold: bool = False) -> str:
    marks = _BOLD if bold else frozenset()
    return f"<w:r>{run_properties(dress.script, marks, size=size)}{content(words)}</w:r>"


def _part(kind: str, inside: str) -> str:
    return f"{XML_HEADER}<w:{kind} {NAMESPACES}>{inside}</w:{kind}>\n"
