"""A Word file opened for reading: its main document and the parts that are tied to it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from instrument.formats.docx.markup import R
from instrument.formats.docx.package import PACKAGE_RELATIONS, Relation, unpack
from instrument.formats.docx.tree import parse, w
from instrument.problem import CannotRead

_STRICT = "http://purl.oclc.org/ooxml/"


@dataclass(frozen=True, slots=True)
class Opened:
    """The parts of a file, the name of its main document, and what that one is tied to."""

    name: str
    parts: Mapping[str, bytes]
    main: str
    relations: tuple[Relation, ...]

    def root(self, part: str) -> _Element:
        return parse(self.parts[part], self.name, part)

    def related(self, kind: str) -> list[str]:
        """The parts that the main document is tied to by a kind of relation: "styles", "footnotes"."""
        folder = posixpath.dirname(self.main)
        found = [
            resolved(folder, tie.target) for tie in self.relations if tie.type == f"{R}/{kind}" and not tie.external
        ]
        return [part for part in found if part in self.parts]


def opened(data: bytes, name: str) -> Opened:
    """A .docx file, if it is one.

    >>> opened(b"1. Each State Party", "notes.docx")
    Traceback (most recent call last):
    instrument.problem.CannotRead: notes.docx is no Word document, or a damaged one: open it in Word and save it again
    """
    name = name or "the document"
    parts = unpack(data, name)
    main = next((tie.target for tie in relations(parts, "", name) if tie.type.endswith("/officeDocument")), "")
    main = resolved("", main)
    if main not in parts:
        raise CannotRead(f"{name} is a zip file without a Word document in it: name another file")
    root = parse(parts[main], name, main)
    if root.tag.startswith(f"{{{_STRICT}"):
        raise CannotRead(f'{name} was saved as "Strict Open XML Document": open it in Word and save it as .docx')
    if root.tag != w("document"):
        raise CannotRead(f"{name} is an Office file, but no Word document: name another file")
    return Opened(name, parts, main, tuple(relations(parts, main, name)))


def relations(parts: Mapping[str, bytes], part: str, name: str) -> list[Relation]:
    """What a part, or the package itself, is tied to."""
    folder, base = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{base}.rels")
    if listed not in parts:
        return []
    root = parse(parts[listed], name, listed)
    return [
        Relation(tie.get("Id", ""), tie.get("Type", ""), tie.get("Target", ""), tie.get("TargetMode") == "External")
        for tie in root.iter(f"{{{PACKAGE_RELATIONS}}}Relationship")
    ]


def resolved(folder: str, target: str) -> str:
    """The name of the part that a target means, seen from a folder.

    >>> resolved("word", "../customXml/item1.xml"), resolved("word", "/word/styles.xml")
    ('customXml/item1.xml', 'word/styles.xml')
    """
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
