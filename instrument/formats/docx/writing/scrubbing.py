"""Parts of somebody's Word file without what says who made them, when, and from what."""

from __future__ import annotations

from lxml.etree import _Element

from instrument.formats.docx.parts.sessions import PERSONAL, drop, drop_sessions
from instrument.formats.docx.parts.tree import local, w
from instrument.problem import CannotWrite

# Settings that would hide what is changed in the document, forbid it, or track it; and those of the template's notes.
_BINDING = {
    "documentProtection", "writeProtection", "trackRevisions", "revisionView", "footnotePr", "endnotePr",
}  # fmt: skip
# What stands after the settings of footnotes: the schema wants an order.
_LATER = {
    "compat", "mathPr", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures", "forceUpgrade", "captions", "shapeDefaults", "smartTagType", "schemaLibrary",
    "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
}  # fmt: skip


def scrub(root: _Element, part: str) -> None:
    """Drop the marks of editing sessions; refuse tracked changes, whose authors would be published."""
    if any(element.get(w("author")) is not None for element in root.iter()):
        raise CannotWrite(f"the template has a tracked change in its part {part}: accept or reject it in Word first")
    drop_sessions(root)


def scrub_settings(root: _Element, footnotes: _Element) -> None:
    """Drop what is personal from settings, and put in which footnotes are the separating lines."""
    for child in list(root):
        if local(child) in PERSONAL | _BINDING:
            drop(child)
    place = next((number for number, child in enumerate(root) if local(child) in _LATER), len(root))
    root.insert(place, footnotes)
