"""A Word file opened for reading: its main document and the parts that are tied to it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from instrument.formats.docx.parts.limits import LIMITS, Limits
from instrument.formats.docx.parts.markup import R
from instrument.formats.docx.parts.package import PACKAGE_RELATIONS, Relation
from instrument.formats.docx.parts.sessions import bare
from instrument.formats.docx.parts.strict import STRICT, transitional
from instrument.formats.docx.parts.tree import parse, refuse_document_type, w
from instrument.formats.docx.parts.unpacking import unpack
from instrument.problem import CannotRead

# What Word reads as XML, whether or not we do.
_XML = (".xml", ".rels", ".vml")


@dataclass(frozen=True, slots=True)
class Opened:
    """The parts of a file, the name of its main document, its tree, and what it is tied to."""

    name: str
    parts: Mapping[str, bytes]
    main: str
    document: _Element
    relations: tuple[Relation, ...]
    limits: Limits = LIMITS

    def root(self, part: str) -> _Element:
        return parse(self.parts[part], self.name, part, self.limits)

    def related(self, kind: str) -> list[str]:
        """The parts that the main document is tied to by a kind of relation: "styles", or a kind of others in full."""
        folder = posixpath.dirname(self.main)
        type = kind if "/" in kind else f"{R}/{kind}"
        found = [resolved(folder, tie.target) for tie in self.relations if tie.type == type and not tie.external]
        return [part for part in dict.fromkeys(found) if part in self.parts]

    def every_relation(self) -> Iterator[tuple[str, Relation]]:
        """What every part is tied to, and the package itself, "", with the part it is tied from."""
        for listed in self.parts:
            folder, base = posixpath.split(listed)
            if base.endswith(".rels") and posixpath.basename(folder) == "_rels":
                part = posixpath.join(posixpath.dirname(folder), base.removesuffix(".rels"))
                yield from ((part, tie) for tie in relations(self.parts, part, self.name, self.limits))


def opened(data: bytes, name: str, limits: Limits = LIMITS, is_bare: bool = False) -> Opened:
    """A .docx file, if it is one; .dotx and .docm, and "Strict Open XML", are opened alike.

    This is the one door for every file from elsewhere. Where `is_bare`, its main document is read without the marks of
    editing sessions, if that can be done: there is a third less of it. Raises `CannotRead`, which names the file, the
    part and the reason.

    >>> opened(b"1. Each State Party", "notes.docx")
    Traceback (most recent call last):
    instrument.problem.CannotRead: notes.docx is no Word document, or a damaged one: open it in Word and save it again
    """
    name = name or "the document"
    parts = unpack(data, name, limits)
    for part, xml in parts.items():
        if part.lower().endswith(_XML):
            refuse_document_type(xml, name, part)
    if any(STRICT in parts[part] for part in ("_rels/.rels", "[Content_Types].xml") if part in parts):
        parts = transitional(parts)
    main = next((tie.target for tie in relations(parts, "", name) if tie.type.endswith("/officeDocument")), "")
    main = resolved("", main)
    if main not in parts:
        raise CannotRead(f"{name} is a zip file without a Word document in it: name another file")
    if is_bare:
        parts[main] = bare(parts[main]) or parts[main]
    root = parse(parts[main], name, main, limits)
    if STRICT in str(root.tag).encode():
        raise CannotRead(f'{name} was saved as "Strict Open XML Document": open it in Word and save it as .docx')
    if root.tag != w("document"):
        raise CannotRead(f"{name} is an Office file, but no Word document: name another file")
    return Opened(name, parts, main, root, tuple(relations(parts, main, name, limits)), limits)


def relations(parts: Mapping[str, bytes], part: str, name: str, limits: Limits = LIMITS) -> list[Relation]:
    """What a part, or the package itself, is tied to."""
    folder, base = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{base}.rels")
    if listed not in parts:
        return []
    root = parse(parts[listed], name, listed, limits)
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
