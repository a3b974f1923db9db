"""Goes through a part of a Word file, element by element, and leaves out nothing.

The way is a stack of iterators, not of calls: however deep a document is nested, the walk is flat.
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
from instrument.formats.docx.walking.walker import Step, Walker

# What an element asks for: nothing, or a step.
Handler = Callable[[Walker, _Element], Step | None]


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
    """Take every step there is."""
    stack: list[Step] = [(iter([root]), None)]
    find, unknown = _HANDLERS.get, around.unknown
    while stack:
        children, leave = stack[-1]
        for element in children:
            handler = find(element.tag, unknown)
            if handler is not None and (step := handler(walker, element)) is not None:
                stack.append(step)
                break
        else:
            stack.pop()
            if leave is not None:
                leave()


def _settle(walker: Walker, root: _Element) -> None:
    """What is left when the part has ended: words in no paragraph, fields without an end."""
    walker.report_stray()
    if texts(root) != walker.texts:
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
        parent = element.getparent()
        # What stands in something silent was reported with it.
        if texts(element) and (parent is None or parent.tag not in _CLOSED):
            found = " ".join(written(each) for each in element.iter(*TEXTS))
            walker.note("not-read", f"something that is no text ({local(element)})", found)


_HANDLERS: Mapping[object, Handler | None] = {
    **dict.fromkeys(elements.SILENT),
    **dict.fromkeys(elements.CLEAR, around.clear),
    **dict.fromkeys(elements.FIXED, inside.fixed),
    **dict.fromkeys(elements.LAYERS, inside.revised),
    **dict.fromkeys(elements.PRINTED, inside.printed),
    **dict.fromkeys(formulas.PARTS, around.formula_part),
    w("p"): around.paragraph,
    w("pPr"): around.paragraph_properties,
    w("r"): inside.run,
    w("rPr"): inside.later_look,
    w("t"): inside.text,
    w("delText"): inside.deleted_text,
    w("br"): inside.line_break,
    w("sym"): inside.of_symbol_font,
    w("hyperlink"): inside.link,
    w("fldSimple"): inside.simple_field,
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
    w("ruby"): inside.ruby,
    w("rt"): inside.reading_aid,
    w("tbl"): around.table,
    w("tr"): around.row,
    w("tc"): around.cell,
    w("sdt"): around.control,
    w("txbxContent"): around.text_box,
    **dict.fromkeys((w("footnote"), w("endnote"), w("comment")), around.note),
    **dict.fromkeys((w("drawing"), w("pict"), w("object"), w("control")), around.drawing),
    **dict.fromkeys((w("altChunk"), w("subDoc"), w("contentPart")), around.foreign),
    elements.ALTERNATIVES: around.alternatives,
    elements.FORMULA: around.formula,
    elements.MATH_TEXT: inside.text,
    elements.DRAWN_TEXT: around.drawn_text,
    elements.TEXT_PATH: around.drawn_text,
}
# What the walk does not go into.
_LEAVES = {
    inside.fixed, inside.line_break, inside.of_symbol_font, inside.field_character, inside.instruction, inside.footnote,
    inside.endnote, inside.bookmark, inside.comment_begins, inside.comment_ends, inside.move_begins, inside.printed,
    inside.later_look, around.paragraph_properties,
}  # fmt: skip
_CLOSED = {str(tag) for tag, handler in _HANDLERS.items() if handler is None or handler in _LEAVES}
