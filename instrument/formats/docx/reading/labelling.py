"""The labels that Word prints by itself, put before the words of their paragraphs as if somebody had typed them."""

from __future__ import annotations

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import is_on, w
from instrument.formats.docx.reading.pieces import Piece
from instrument.formats.docx.reading.reading import Reading
from instrument.formats.docx.walking.blocks import Block
from instrument.formats.docx.walking.view import View
from instrument.model import Run


def properties_of(block: Block, view: View) -> _Element | None:
    """What a view says of a paragraph: its properties, or the former ones where nothing has been accepted."""
    if view is View.REJECTED and block.properties is not None:
        former = block.properties.find(f"{w('pPrChange')}/{w('pPr')}")
        return block.properties if former is None else former
    return block.properties


def label(properties: _Element | None, found: tuple[Piece, ...], reading: Reading) -> tuple[Piece, ...]:
    """The label of the next paragraph, whose words are `found`, in the style and with the tab of a typed one.

    A hidden paragraph has no number, and the next one has it in its place.
    """
    hidden = not found and properties is not None and is_on(properties.find(w("rPr")), "vanish")
    shown = reading.numbering.label(properties, counts=not hidden)
    if shown is None or hidden or not shown.text.strip():
        return ()
    return (Piece(Run(shown.text.strip()), "Label"), Piece(Run("\t")))
