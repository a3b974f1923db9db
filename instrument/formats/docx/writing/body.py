"""A Paper as a Word document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from instrument.formats.docx.parts.manifest import manifest_xml
from instrument.formats.docx.parts.markup import NAMESPACES, XML_HEADER, R, escaped
from instrument.formats.docx.parts.package import (
    CORE_PROPERTIES,
    OFFICE,
    WORD,
    Package,
    Relation,
    relations_xml,
    store_properties,
)
from instrument.formats.docx.writing.comments import comments
from instrument.formats.docx.writing.contents import contents
from instrument.formats.docx.writing.galley import Galley, block_clause
from instrument.formats.docx.writing.header import masthead
from instrument.formats.docx.writing.inlines import clause_control
from instrument.formats.docx.writing.notes import footnotes
from instrument.formats.docx.writing.ours import ours
from instrument.formats.docx.writing.paragraphs import paragraph
from instrument.formats.docx.writing.registry import manifest
from instrument.formats.docx.writing.tables import GAP, table
from instrument.paper import Block, Chart, Contents, PageBreak, Paper, Paragraph, Table

_STORE = "{9C8C9E1C-7C3B-5A0E-9A55-1B6F7C1D2E3F}"


def write(paper: Paper, template: bytes | None = None) -> bytes:
    """The bytes of a .docx file that shows a paper.

    `template` is the user's own .docx: its styles, headers and pages are worn instead of ours, its text stays behind,
    and so does all that says who made it. A masthead then stands over the text, since the headers are the house's.

    Raises `CannotWrite` for what no Word document can carry, naming the paragraph, and for a template that cannot be
    worn as it is; `CannotRead` for one that is no Word document.
    """
    if template is None:
        package, dress, section = ours(paper)
    else:
        from instrument.formats.docx.writing.house import house

        package, dress, section = house(template, paper)
    galley = Galley.of(paper, dress)
    head = f"{masthead(paper.masthead, dress)}{GAP}" if paper.masthead and dress.house else ""
    inside = f"<w:body>{head}{body(galley)}{section}</w:body>"
    document = f"{XML_HEADER}<w:document {NAMESPACES}>{inside}</w:document>\n"
    package.add(package.main, document, f"{WORD}.document.main+xml")
    package.add("word/footnotes.xml", footnotes(galley), f"{WORD}.footnotes+xml", "footnotes")
    if galley.said:
        package.add("word/comments.xml", comments(galley.said), f"{WORD}.comments+xml", "comments")
    package.add("docProps/core.xml", _core_properties(paper), CORE_PROPERTIES)
    _add_manifest(package, manifest_xml(manifest(paper, galley.holders)))
    return package.pack()


def body(galley: Galley) -> str:
    """The blocks of a paper, each clause in a control with its id."""
    found = []
    for clause, group in groupby(_with_breaks(galley.paper.blocks), lambda pair: block_clause(pair[0])):
        blocks = "".join([_block(galley, block, breaks) for block, breaks in group])
        found.append(clause_control(galley, clause, blocks) if clause else blocks)
    return "".join(found)


def _with_breaks(blocks: Iterable[Block]) -> Iterator[tuple[Block, bool]]:
    """Each block that shows, and whether it begins a new page: a break is a property of the paragraph after it."""
    breaks = False
    for block in blocks:
        if isinstance(block, PageBreak):
            breaks = True
        elif not isinstance(block, Chart) and (not isinstance(block, Table) or block.rows):
            yield block, breaks
            breaks = False


def _block(galley: Galley, block: Block, breaks: bool) -> str:
    match block:
        case Paragraph():
            return paragraph(galley, block, breaks)
        case Table():
            return table(galley, block, breaks)
        case Contents(title):
            return contents(galley, title, breaks)
        case PageBreak() | Chart():
            return ""


def _core_properties(paper: Paper) -> str:
    """The document's title and language: no author, no company, no date."""
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    return (
        f'{XML_HEADER}<cp:coreProperties xmlns:cp="{core}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escaped(paper.title)}</dc:title><dc:creator></dc:creator>"
        f"<dc:language>{escaped(paper.language)}</dc:language></cp:coreProperties>\n"
    )


def _add_manifest(package: Package, text: str) -> None:
    """The manifest as one of the document's data stores, which Word keeps when it saves."""
    item, properties = "customXml/item1.xml", "customXml/itemProps1.xml"
    package.add(item, text, "application/xml", "customXml")
    package.add(properties, store_properties(_STORE), f"{OFFICE}.customXmlProperties+xml")
    tie = Relation("rId1", f"{R}/customXmlProps", "itemProps1.xml")
    package.parts["customXml/_rels/item1.xml.rels"] = relations_xml([tie]).encode()
