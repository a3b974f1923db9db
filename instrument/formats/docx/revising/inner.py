"""What stands inside a paragraph and has paragraphs of its own: notes and text boxes."""

from __future__ import annotations

from instrument.formats.docx.parts.tree import attribute, local, w
from instrument.formats.docx.revising.edition import Edition
from instrument.formats.docx.revising.flow import Line
from instrument.formats.docx.revising.leaves import Leaf

_NOTES = (w("footnoteReference"), w("endnoteReference"))
_BOX = w("txbxContent")


def meet(old: Leaf, new: Leaf, edition: Edition) -> None:
    """Keep for later what a thing that both files have holds."""
    if not old.key or old.child is None or new.child is None:
        return
    if old.child.tag in _NOTES:
        edition.notes.append((local(old.child), attribute(old.child, "id"), attribute(new.child, "id")))
    else:
        boxes = zip(old.child.iter(_BOX), new.child.iter(_BOX), strict=False)
        edition.boxes += [(mine, theirs) for mine, theirs in boxes]


def meet_all(old: Line, new: Line, edition: Edition) -> None:
    """Keep for later the notes of paragraphs that are alike."""
    if b"noteReference" in old.trace:
        for mine, theirs in zip(old.element.iter(*_NOTES), new.element.iter(*_NOTES), strict=True):
            edition.notes.append((local(mine), attribute(mine, "id"), attribute(theirs, "id")))


def leave(old: Leaf, edition: Edition) -> None:
    """Keep for later the note whose mark is struck."""
    if old.child is not None and old.child.tag in _NOTES:
        edition.notes.append((local(old.child), attribute(old.child, "id"), ""))
