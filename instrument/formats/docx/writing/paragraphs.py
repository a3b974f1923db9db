"""A paragraph as WordprocessingML: its style, its bookmarks, its label, its words."""

from __future__ import annotations

from collections.abc import Iterable

from instrument.formats.docx.parts.markup import Unwritable, content
from instrument.formats.docx.writing.dress import DEEPEST
from instrument.formats.docx.writing.galley import Galley
from instrument.formats.docx.writing.inlines import inlines, run
from instrument.paper import Chars, Inline, Link, Paragraph, Style
from instrument.papers.contents import HEADINGS
from instrument.papers.labelling import parted
from instrument.problem import CannotWrite

# Where a label stands on a line of its own, centred above the words.
_CENTRED = {Style.TITLE, Style.SUBTITLE, *HEADINGS}
# A table's levels are indented less than a page's.
_CELL_STEP = 369


def paragraph(galley: Galley, given: Paragraph, breaks: bool = False) -> str:
    """A paragraph of the text itself."""
    if given.depth > DEEPEST:
        raise CannotWrite(
            f"{excerpt(printed(given))} stands {given.depth + 1} levels deep, and a Word document has nine"
        )
    marks = galley.claim(given.clause, given.target)
    if given.style in HEADINGS:
        marks.append(heading_bookmark(next(galley.headings)))
    return _paragraph(galley, given, galley.dress.paragraph(galley.style(given), breaks), marks)


def cell_paragraph(galley: Galley, given: Paragraph, clause: str, header: bool, breaks: bool) -> str:
    """A paragraph in a cell of a table that belongs to a clause."""
    galley = galley.speaking(given.language)
    style = "Table Heading" if header or given.style in _CENTRED else "Table Text"
    labelled = bool(parted(given)[0])
    hanging = f' w:hanging="{_CELL_STEP}"' if labelled else ""
    left = _CELL_STEP * (given.depth + labelled)
    indent = f'<w:ind w:left="{left}"{hanging}/>' if left else ""
    marks = galley.claim(clause, given.clause, given.target)
    return _paragraph(galley, given, galley.dress.paragraph(style, breaks, late=indent), marks)


def heading_bookmark(number: int) -> str:
    """The bookmark by which the contents find the heading of a number, as Word names it."""
    return f"_Toc{number:08d}"


def printed(given: Paragraph) -> str:
    """A paragraph's label and words as one line, to be hashed: the same in the paper and in the document read back."""
    words = chars(given.inlines)
    return f"{given.label}\t{words}" if given.label else words


def chars(given: Iterable[Inline]) -> str:
    return "".join(each.chars for each in given if isinstance(each, Chars | Link))


def refusal(line: str, character: Unwritable) -> CannotWrite:
    return CannotWrite(
        f"{excerpt(line)} holds the character {character}, which a Word document cannot carry: remove it"
    )


def excerpt(line: str) -> str:
    """The beginning of a line, enough to find it by, as a message quotes it."""
    return repr(line if len(line) <= 60 else f"{line[:60]}…")


def _paragraph(galley: Galley, given: Paragraph, properties: str, bookmarks: list[str]) -> str:
    try:
        words = _label(galley, given) + inlines(galley, given.inlines)
    except Unwritable as character:
        raise refusal(printed(given), character) from None
    if bookmarks:
        words = galley.marked(bookmarks, words)
    return f"<w:p>{properties}{words}</w:p>"


def _label(galley: Galley, given: Paragraph) -> str:
    if not given.label:
        return ""
    label = run(galley, content(given.label), style="Label")
    if given.style not in _CENTRED:
        return label + run(galley, "<w:tab/>")
    return label + run(galley, "<w:br/>") if given.inlines else label
