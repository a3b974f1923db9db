"""A Paper as a Word document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

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
from instrument.formats.docx.writing.dress import script
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
    inside = f"<w:body>{head}{body(galley, section)}</w:body>"
    document = f"{XML_HEADER}<w:document {NAMESPACES}>{inside}</w:document>\n"
    package.add(package.main, document, f"{WORD}.document.main+xml")
    package.add("word/footnotes.xml", footnotes(galley), f"{WORD}.footnotes+xml", "footnotes")
    if galley.said:
        package.add("word/comments.xml", comments(galley.said), f"{WORD}.comments+xml", "comments")
    package.add("docProps/core.xml", _core_properties(paper), CORE_PROPERTIES)
    if not _languages(paper):
        _add_manifest(package, manifest_xml(manifest(paper, galley.holders)))
    return package.pack()


def body(galley: Galley, section: str) -> str:
    """The blocks of a paper in a section with these properties; each language that follows another in its own."""
    found, spoken = "", ""
    for part in _parts(galley.paper.blocks):
        if language := part[0].language if isinstance(part[0], PageBreak) else "":
            found = _ended(found, _turned(section, spoken)) if found else found
            spoken = language
        found += _blocks(galley.speaking(spoken), part)
    return found + _turned(section, spoken)


def _blocks(galley: Galley, blocks: Iterable[Block]) -> str:
    """The blocks of one language, each clause in a control with its id."""
    found = []
    for clause, group in groupby(_with_breaks(blocks), lambda pair: block_clause(pair[0])):
        said = "".join([_block(galley, block, breaks) for block, breaks in group])
        found.append(clause_control(galley, clause, said) if clause else said)
    return "".join(found)


def _languages(paper: Paper) -> list[str]:
    """The languages that a paper turns to: who reads such a file again has no way to tell its clauses apart."""
    return [block.language for block in paper.blocks if isinstance(block, PageBreak) and block.language]


def _parts(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The blocks up to each turn to another language, which begins the next part."""
    turns = [place for place, block in enumerate(blocks) if isinstance(block, PageBreak) and block.language]
    for start, end in pairwise(dict.fromkeys((0, *turns, len(blocks)))):
        yield blocks[start:end]


def _ended(found: str, section: str) -> str:
    """A body whose last paragraph ends a section."""
    place = found.rindex("</w:pPr>")
    return found[:place] + section + found[place:]


def _turned(section: str, language: str) -> str:
    """A section whose pages run as a language does, where one is named, and whose notes are counted anew."""
    if language and "<w:footnotePr" not in section:
        anew = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
        section = re.sub("(?=<w:endnotePr|<w:type|<w:pgSz)", anew, section, count=1)
    if not script(language).right_to_left:
        return section
    return re.sub("(?=<w:rtlGutter|<w:docGrid|<w:printerSettings|</w:sectPr>)", "<w:bidi/>", section, count=1)


def _with_breaks(blocks: Iterable[Block]) -> Iterator[tuple[Block, bool]]:
    """Each block that shows, and whether it begins a new page: a break is a property of the paragraph after it."""
    breaks = False
    for block in blocks:
        if isinstance(block, PageBreak):
            breaks = not block.language  # a section begins a page of itself
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
