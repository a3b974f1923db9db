"""The labels that Word prints by itself, put before the words of their paragraphs as if somebody had typed them."""

from __future__ import annotations

from copy import deepcopy

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import attribute, is_on, w
from instrument.formats.docx.reading.pieces import Piece
from instrument.formats.docx.reading.reading import Reading
from instrument.formats.docx.walking.blocks import Block, Container
from instrument.formats.docx.walking.view import View, former, is_gone
from instrument.model import Run


def properties_of(block: Block, view: View) -> _Element | None:
    """What a view says of a paragraph: its properties, or the former ones where their change is not taken."""
    properties = former(block.properties, view)
    if properties is None or properties is not block.properties:
        return properties
    listed = properties.find(f"{w('numPr')}/{w('ins')}")
    if listed is None or view.takes(attribute(listed, "author"), attribute(listed, "date")):
        return properties
    # Somebody put the paragraph into a list.
    before = deepcopy(properties)
    for number in before.findall(w("numPr")):
        before.remove(number)
    return before


def label(block: Block, properties: _Element | None, found: tuple[Piece, ...], reading: Reading) -> tuple[Piece, ...]:
    """The label of the next paragraph, whose words are `found`, in the style and with the tab of a typed one.

    A paragraph that is hidden, or in a covered cell, has no number, and the next one has it in its place; so it is
    where the marked text shows one that somebody struck.
    """
    hidden = not found and properties is not None and is_on(properties.find(w("rPr")), "vanish")
    hidden = hidden or (not found and is_covered(block.container))
    struck = is_gone(block.mark + block.container.revisions, View.ACCEPTED) and reading.view.marked
    box, table = _around(block.container)
    shown = reading.counter(box).label(properties, not hidden and not struck, _style(table))
    if shown is None or hidden or not shown.text.strip():
        return ()
    return (Piece(Run(shown.text.strip()), "Label"), Piece(Run("\t")))


def _around(container: Container) -> tuple[Container | None, Container | None]:
    """The text box and the table that a paragraph stands in; a table around the text box is none of its own."""
    box, table = container.within("text box"), container.within("table")
    return box, None if box and table and box.within("table") is table else table


def _style(table: Container | None) -> str:
    return "" if table is None else attribute(table.element.find(f"{w('tblPr')}/{w('tblStyle')}"))


def is_covered(container: Container) -> bool:
    """Whether a paragraph stands in a cell that one above it, or before it, covers: Word does not show it."""
    cell = container.within("cell")
    properties = None if cell is None else cell.element.find(w("tcPr"))
    merges = () if properties is None else (properties.find(w("vMerge")), properties.find(w("hMerge")))
    return any(merge is not None and attribute(merge) in ("", "continue") for merge in merges)
