"""To python-docx and back, for a drafting script to go on with."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from instrument.formats.docx.parts.package import pack
from instrument.formats.docx.parts.unpacking import unpack

if TYPE_CHECKING:
    from docx.document import Document


def to_document(data: bytes) -> Document:
    """A .docx file as a python-docx Document.

    python-docx does not look into content controls, so what stands in one is taken out of it; the ids of clauses
    still travel in bookmarks and in the manifest.
    """
    import docx

    from instrument.formats.docx.parts.tree import w

    opened = docx.Document(BytesIO(data))
    for control in list(opened.element.body.iter(w("sdt"))):
        for child in control.find(w("sdtContent")):
            control.addprevious(child)
        control.getparent().remove(control)
    return opened


def from_document(document: Document) -> bytes:
    """The .docx file of a python-docx Document, the same bytes whenever it is saved."""
    target = BytesIO()
    document.save(target)
    return pack(unpack(target.getvalue(), "the document"))
