"""The table of contents, with its entries already filled in."""

from __future__ import annotations

from instrument.formats.docx.parts.markup import LINE_BREAK, content
from instrument.formats.docx.writing.galley import Galley
from instrument.formats.docx.writing.inlines import field, field_end, field_start, linked, run
from instrument.formats.docx.writing.pages import pages
from instrument.formats.docx.writing.paragraphs import heading_bookmark
from instrument.paper import Paragraph
from instrument.papers.contents import level, words

# The column where the words of headings stand, right of their designations, and the indentation of a level.
_COLUMN = 1644
_STEP = 284


def contents(galley: Galley, title: str, breaks: bool) -> str:
    """The contents as Word itself keeps them: a field over linked entries, in the control of a building block."""
    headings = [each for each in galley.paper.blocks if isinstance(each, Paragraph) and each.style in galley.ranks]
    found = zip(headings, pages(galley.paper), strict=True)
    lines = [_entry(galley, heading, place, page) for place, (heading, page) in enumerate(found)]
    lines.append((galley.dress.paragraph("toc 1"), field_end(galley)))
    lines[0] = lines[0][0], field_start(galley, r'TOC \o "1-3" \h \z') + lines[0][1]
    lines.insert(0, (galley.dress.paragraph("TOC Heading", breaks), run(galley, content(title))))
    inside = "".join(f"<w:p>{properties}{words}</w:p>" for properties, words in lines)
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{next(galley.controls)}"/><w:docPartObj>'
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def _entry(galley: Galley, heading: Paragraph, place: int, page: int) -> tuple[str, str]:
    """The properties and the words of a line: a heading's designation, words and page, linked to where it stands."""
    above = level(heading, galley.ranks)
    indent = f'<w:ind w:left="{_COLUMN}" w:hanging="{_COLUMN - _STEP * above}"/>' if heading.label else ""
    right = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{galley.dress.width}"/></w:tabs>'
    name = heading_bookmark(place + 1)
    shown = content(words(heading.inlines).replace(LINE_BREAK, " "))
    label = f"{content(heading.label)}<w:tab/>" if heading.label else ""
    number = field(galley, rf"PAGEREF {name} \h", run(galley, content(str(page))))
    line = linked(name, run(galley, f"{label}{shown}<w:tab/>") + number)
    return galley.dress.paragraph(f"toc {above + 1}", early=right, late=indent), line
