"""Parts of somebody's Word file without what says who made them, when, and from what."""

from __future__ import annotations

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import local, w
from instrument.problem import CannotWrite

# Settings that name people, machines and other files, bind the document to them, or would hide what is changed in it.
_PERSONAL = {
    "attachedTemplate", "attachedSchema", "saveThroughXslt", "docVars", "mailMerge", "rsids", "docId",
    "documentProtection", "writeProtection", "trackRevisions", "revisionView", "readModeInkLockDown", "footnotePr",
    "endnotePr",
}  # fmt: skip
# What stands after the settings of footnotes: the schema wants an order.
_LATER = {
    "compat", "mathPr", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures", "forceUpgrade", "captions", "shapeDefaults", "smartTagType", "schemaLibrary",
    "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
}  # fmt: skip


def scrub(root: _Element, part: str) -> None:
    """Drop the marks of editing sessions; refuse tracked changes, whose authors would be published."""
    for element in root.iter():
        if element.get(w("author")) is not None:
            raise CannotWrite(
                f"the template has a tracked change in its part {part}: accept or reject it in Word first"
            )
        for name in [name for name in element.attrib if "}rsid" in str(name)]:
            del element.attrib[name]
    for element in list(root.iter(w("rsid"))):
        _drop(element)


def scrub_settings(root: _Element, footnotes: _Element) -> None:
    """Drop what is personal from settings, and put in which footnotes are the separating lines."""
    for child in list(root):
        if local(child) in _PERSONAL:
            _drop(child)
    place = next((number for number, child in enumerate(root) if local(child) in _LATER), len(root))
    root.insert(place, footnotes)


def _drop(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
