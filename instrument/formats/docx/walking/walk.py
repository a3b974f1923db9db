"""Goes through a part of a Word file, element by element, and leaves out nothing.

The way is one row of elements, in the order of the file: however deep a document is nested, the walk is flat.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from lxml.etree import _Element

from instrument.formats.docx.parts.limits import LIMITS
from instrument.formats.docx.parts.tree import local, w
from instrument.formats.docx.walking import around_steps as around
from instrument.formats.docx.walking import elements, formulas
from instrument.formats.docx.walking import inside_steps as inside
from instrument.formats.docx.walking.blocks import Block, Container, Finding, Range
from instrument.formats.docx.walking.characters import TEXTS, texts, written
from instrument.formats.docx.walking.keeping import keeping
from instrument.formats.docx.walking.walker import Leave, Walker, passed_by

# What is read of an element before all that is in it; what is to be done after that, if anything.
Enter = Callable[[Walker, _Element], Leave | None]
# What is read of an element that has nothing in it, or nothing else than what is read.
Take = Callable[[Walker, _Element], None]


class Walked(NamedTuple):
    """What a part holds: its paragraphs, what is no paragraph, and where its comments are fastened."""

    blocks: list[Block]
    findings: list[Finding]
    ranges: dict[str, Range]


def walk(root: _Element, part: str, name: str = "", most: int = LIMITS.blocks) -> Walked:
    """Everything in a part, in the order of its paragraphs; those of a text box follow the one that holds it.

    Raises `CannotRead` where there are more paragraphs than `most`.

    >>> from instrument.formats.docx.parts.tree import fragment
    >>> inserted = '<w:ins w:author="B"><w:r><w:t>ever</w:t></w:r></w:ins>'
    >>> block, = walk(fragment(f"<w:body><w:p><w:r><w:t>n</w:t></w:r>{inserted}</w:p></w:body>"), "document").blocks
    >>> [(span.chars, [revision.author for revision in span.revisions]) for span in block.spans]
    [('n', []), ('ever', ['B'])]
    """
    walker = Walker(name, part, Container("part", root), most, root)
    with keeping():
        _go(walker, root)
        _settle(walker, root)
        return Walked([block for block in walker.blocks if block], walker.findings, walker.ranges)


def _go(walker: Walker, root: _Element) -> None:
    """Through every element; `way` are those that were entered and have yet to be left, but for the one `within`."""
    way: list[tuple[_Element | None, Leave, _Element | None]] = []
    within: _Element | None = None
    leave: Leave = walker.report_stray
    after: _Element | None = None
    take_of, enter_of, unknown = _TAKEN.get, _ENTERED.get, around.unknown
    for element in root.iter():
        while element is after:
            leave()
            within, leave, after = way.pop()
        if leave is passed_by:
            walker.unread += element.tag in TEXTS
            continue
        if (take := take_of(element.tag)) is not None:
            take(walker, element)
            then = passed_by if len(element) else None
        else:
            then = enter_of(element.tag, unknown)(walker, element)
        if then is not None:
            way.append((within, leave, after))
            within, leave, after = element, then, _after(element, within, after)
    leave()
    for _, leave, _ in reversed(way):
        leave()


def _after(element: _Element, within: _Element | None, after: _Element | None) -> _Element | None:
    """What comes after all that is in an element, which is itself `within` another one, that `after` comes after."""
    here: _Element | None = element
    while here is not None and here is not within:
        if (following := here.getnext()) is not None:
            return following
        here = here.getparent()
    return after


def _settle(walker: Walker, root: _Element) -> None:
    """What is left when the part has ended: words that were not met, fields without an end."""
    if walker.unread:
        _report_silent(walker, root)
    for field in walker.fields:
        walker.note("field-unbalanced", "a field that never ends", field.instruction.strip())
        if field.name == "TOC":
            # A table of contents that never ends would take the rest of the text with it.
            walker.blocks[field.block :] = [
                block and block._replace(contents=False) for block in walker.blocks[field.block :]
            ]


def _report_silent(walker: Walker, root: _Element) -> None:
    """Words where no words can be, in properties and marks: Word would not open such a file, or not show them."""
    for element in root.iter(*_CLOSED):
        # What stands in something silent was reported with it.
        if texts(element) and all(around.tag not in _CLOSED for around in element.iterancestors()):
            found = " ".join(written(each) for each in element.iter(*TEXTS))
            walker.note("not-read", f"something that is no text ({local(element)})", found)


_WORDS: Mapping[object, Take] = {
    w("t"): inside.text,
    w("delText"): inside.deleted_text,
    elements.MATH_TEXT: inside.text,
    elements.DRAWN_TEXT: around.drawn_text,
    elements.TEXT_PATH: around.drawn_text,
    **dict.fromkeys((w("altChunk"), w("subDoc"), w("contentPart")), around.foreign),
}
_OTHERS: Mapping[object, Take] = {
    **dict.fromkeys(elements.SILENT, around.clear),
    **dict.fromkeys(elements.FIXED, inside.fixed),
    **dict.fromkeys(elements.PRINTED, inside.printed),
    w("pPr"): around.paragraph_properties,
    w("rPr"): inside.look,
    w("br"): inside.line_break,
    w("sym"): inside.of_symbol_font,
    w("fldChar"): inside.field_character,
    w("instrText"): inside.instruction,
    w("delInstrText"): inside.instruction,
    w("footnoteReference"): inside.footnote,
    w("endnoteReference"): inside.endnote,
    w("bookmarkStart"): inside.bookmark,
    w("commentRangeStart"): inside.comment_begins,
    w("commentRangeEnd"): inside.comment_ends,
    w("commentReference"): inside.comment_ends,
    w("moveFromRangeStart"): inside.move_begins,
    w("moveToRangeStart"): inside.move_begins,
}
_TAKEN = {**_WORDS, **_OTHERS}
_ENTERED: Mapping[object, Enter] = {
    **dict.fromkeys(elements.CLEAR, around.clear),
    **dict.fromkeys(elements.LAYERS, inside.revised),
    **dict.fromkeys(formulas.PARTS, around.formula_part),
    w("p"): around.paragraph,
    w("r"): inside.run,
    w("hyperlink"): inside.link,
    w("fldSimple"): inside.simple_field,
    w("ruby"): inside.ruby,
    w("rt"): inside.reading_aid,
    w("tbl"): around.table,
    w("tr"): around.row,
    w("tc"): around.cell,
    w("sdt"): around.control,
    w("txbxContent"): around.text_box,
    **dict.fromkeys((w("footnote"), w("endnote"), w("comment")), around.note),
    **dict.fromkeys((w("drawing"), w("pict"), w("object"), w("control")), around.drawing),
    elements.ALTERNATIVES: around.alternatives,
    **dict.fromkeys((elements.CHOICE, elements.FALLBACK), around.version),
    elements.FORMULA: around.formula,
}
# Where no words can be.
_CLOSED = {str(tag) for tag in _OTHERS}
