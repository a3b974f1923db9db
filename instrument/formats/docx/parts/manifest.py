"""The part of a Word document that says which clauses it holds."""

from __future__ import annotations

from typing import NamedTuple

from instrument.formats.docx.parts.carriers import bookmark
from instrument.formats.docx.parts.markup import quoted

NAMESPACE = "urn:instrument:manifest"


class Entry(NamedTuple):
    """What the manifest keeps about one clause; `anchors` are the targets inside it that have bookmarks."""

    id: str
    kind: str
    digest: str
    anchors: tuple[str, ...] = ()


class Manifest(NamedTuple):
    """What the document's own part says about it.

    `furniture` are the digests of the paragraphs that are no clause's words: headings of the document, legends, notes.
    `holders` are what the inline controls tagged "holders:0", "holders:1" ... stand for: attributes in the `.clause`
    syntax, and the characters they were printed as.
    """

    language: str = ""
    clauses: tuple[Entry, ...] = ()
    furniture: tuple[str, ...] = ()
    holders: tuple[tuple[str, str], ...] = ()

    def targets(self) -> dict[str, str]:
        """What every bookmark stands for."""
        found = [target for entry in self.clauses for target in (entry.id, *entry.anchors)]
        return {bookmark(target): target for target in found}


def manifest_xml(manifest: Manifest) -> str:
    """The manifest as the XML of a custom part."""
    lines = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>']
    lines.append(f"<manifest xmlns={quoted(NAMESPACE)} language={quoted(manifest.language)}>")
    for entry in manifest.clauses:
        lines.append(
            f"<clause id={quoted(entry.id)} kind={quoted(entry.kind)}"
            f" bookmark={quoted(bookmark(entry.id))} digest={quoted(entry.digest)}>"
        )
        lines += [f"<anchor target={quoted(a)} bookmark={quoted(bookmark(a))}/>" for a in entry.anchors]
        lines.append("</clause>")
    lines += [f"<furniture digest={quoted(digest)}/>" for digest in manifest.furniture]
    lines += [f"<holders attributes={quoted(held)} printed={quoted(chars)}/>" for held, chars in manifest.holders]
    return "\n".join([*lines, "</manifest>\n"])
