"""The manifest in a Word file, if it has one."""

from __future__ import annotations

from lxml.etree import _Element

from instrument.formats.docx.parts.manifest import NAMESPACE, Entry, Manifest
from instrument.formats.docx.parts.opened import Opened


def stored(file: Opened) -> Manifest:
    """What the file's own manifest says of it; an empty one where there is none."""
    for part in file.related("customXml"):
        root = file.root(part)
        if root.tag == f"{{{NAMESPACE}}}manifest":
            return manifest_in(root)
    return Manifest()


def manifest_in(root: _Element) -> Manifest:
    """The manifest that a part holds."""
    clauses = tuple(
        Entry(
            clause.get("id", ""),
            clause.get("kind", ""),
            clause.get("digest", ""),
            tuple(anchor.get("target", "") for anchor in clause),
        )
        for clause in _all(root, "clause")
    )
    furniture = tuple(each.get("digest", "") for each in _all(root, "furniture"))
    holders = tuple((each.get("attributes", ""), each.get("printed", "")) for each in _all(root, "holders"))
    return Manifest(root.get("language", ""), clauses, furniture, holders)


def _all(root: _Element, name: str) -> list[_Element]:
    return root.findall(f"{{{NAMESPACE}}}{name}")
