"""Our own template as a package: styles, settings, and pages with a masthead, a symbol and numbers."""

from __future__ import annotations

from instrument.formats.docx.parts.package import OFFICE, WORD, Package
from instrument.formats.docx.parts.template import template
from instrument.formats.docx.writing.dress import MARGIN, SIZES, Dress, own_dress, speaking
from instrument.formats.docx.writing.header import first_header, footer, other_header
from instrument.paper import Layout, Paper

LINE_NUMBERS = '<w:lnNumType w:countBy="1" w:restart="newPage"/>'


def ours(paper: Paper) -> tuple[Package, Dress, str]:
    """The package without its main document, the dress, and the section with which that document will end."""
    dress = own_dress(paper.language, paper.layout)
    package = Package()
    for part in ("styles", "settings", "fontTable"):
        text = speaking(template(f"{part}.xml"), paper.language)
        package.add(f"word/{part}.xml", text, f"{WORD}.{part}+xml", part)
    package.add("word/theme/theme1.xml", template("theme.xml"), f"{OFFICE}.theme+xml", "theme")
    header = package.add("word/header1.xml", other_header(paper, dress), f"{WORD}.header+xml", "header")
    foot = package.add("word/footer1.xml", footer(dress), f"{WORD}.footer+xml", "footer")
    references = _references("default", header, foot)
    if paper.masthead:
        first = package.add("word/header2.xml", first_header(paper, dress), f"{WORD}.header+xml", "header")
        references += _references("first", first, foot)
    return (
        package,
        dress,
        f"<w:sectPr>{references}{page(paper.layout)}{'<w:titlePg/>' * bool(paper.masthead)}</w:sectPr>",
    )


def _references(type: str, header: str, footer: str) -> str:
    return f'<w:headerReference w:type="{type}" r:id="{header}"/><w:footerReference w:type="{type}" r:id="{footer}"/>'


def page(layout: Layout) -> str:
    """Size, margins, and numbered lines if they are asked for."""
    width, height = SIZES[layout.paper]
    turned = ""
    if layout.landscape:
        width, height, turned = height, width, ' w:orient="landscape"'
    margins = "".join(f' w:{side}="{MARGIN}"' for side in ("top", "right", "bottom", "left"))
    return (
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar{margins} w:header="709" w:footer="709" w:gutter="0"/>{LINE_NUMBERS if layout.line_numbers else ""}'
    )
