"""The part with the words of the footnotes."""

from __future__ import annotations

from instrument.formats.docx.parts.markup import Unwritable
from instrument.formats.docx.parts.template import template
from instrument.formats.docx.writing.galley import Galley
from instrument.formats.docx.writing.inlines import inlines, run
from instrument.formats.docx.writing.paragraphs import chars, refusal
from instrument.problem import CannotWrite


def footnotes(galley: Galley) -> str:
    """The notes in the order of their marks, after the lines that separate notes from the text."""
    marked = list(galley.noted)
    lost = set(range(len(galley.paper.notes))).difference(marked)
    if lost:
        raise CannotWrite(f"note {min(lost) + 1} has no mark in the text, so a Word document cannot show it: mark it")
    start, end = template("footnotes.xml").split("</w:footnotes>")
    found = [_footnote(galley, index, number) for number, index in enumerate(marked, 1)]
    if len(galley.noted) > len(marked):
        raise CannotWrite("a note marks another note, which a Word document cannot show: write it into the first one")
    return f"{start}{''.join(found)}</w:footnotes>{end}"


def _footnote(galley: Galley, index: int, number: int) -> str:
    given, galley = galley.paper.notes[index], galley.marked_in[index]
    try:
        words = inlines(galley, given)
    except Unwritable as character:
        raise refusal(chars(given), character) from None
    mark = run(galley, "<w:footnoteRef/>", style="footnote reference")
    space = run(galley, '<w:t xml:space="preserve"> </w:t>')
    properties = galley.dress.paragraph("footnote text")
    return f'<w:footnote w:id="{number}"><w:p>{properties}{mark}{space}{words}</w:p></w:footnote>'
