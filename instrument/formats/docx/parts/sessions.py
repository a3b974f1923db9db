"""What a Word file keeps of those who worked on it: marks of editing sessions, settings that name people and paths."""

from __future__ import annotations

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import w

# Settings that name people, machines and other files, or bind the document to them.
PERSONAL = {
    "attachedTemplate", "attachedSchema", "saveThroughXslt", "docVars", "mailMerge", "rsids", "docId",
    "readModeInkLockDown",
}  # fmt: skip


def drop_sessions(root: _Element) -> int:
    """Drop the marks of editing sessions from a part; how many there were."""
    dropped = 0
    for element in root.iter():
        for name in [name for name in element.attrib if "}rsid" in str(name)]:
            del element.attrib[name]
            dropped += 1
    for element in list(root.iter(w("rsid"), w("rsidRoot"))):
        drop(element)
        dropped += 1
    return dropped


def drop(element: _Element) -> None:
    """Take an element out of what it stands in."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
