"""The parts of a Word file taken out and put in, with all that ties them to the others; what is not touched stays."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial

from lxml import etree
from lxml.etree import _Element

from instrument.formats.docx.parts.markup import R
from instrument.formats.docx.parts.opened import resolved
from instrument.formats.docx.parts.package import (
    CONTENT_TYPES,
    OFFICE,
    PACKAGE_RELATIONS,
    Relation,
    relations_xml,
    store_properties,
)
from instrument.formats.docx.parts.tree import parse, serialized

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_NAME = "the document"


def listed(part: str) -> str:
    """The part that lists the relations of a part, or of the package, "".

    >>> listed("word/document.xml"), listed("")
    ('word/_rels/document.xml.rels', '_rels/.rels')
    """
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def add_store(parts: dict[str, bytes], main: str, xml: str, id: str) -> str:
    """Put XML into a document as one of its data stores, which Word keeps when it saves; in which part it stands."""
    number = next(n for n in range(1, len(parts) + 2) if not any(_store(kind, n) in parts for kind in ("", "Props")))
    item, properties = _store("", number), _store("Props", number)
    parts[item], parts[properties] = xml.encode(), store_properties(id).encode()
    tie = Relation("rId1", f"{R}/customXmlProps", posixpath.basename(properties))
    parts[listed(item)] = relations_xml([tie]).encode()
    _declare(parts, item, "application/xml")
    _declare(parts, properties, f"{OFFICE}.customXmlProperties+xml")
    _tie(parts, main, item)
    return item


def remove(parts: dict[str, bytes], gone: Container[str]) -> None:
    """Take parts out, with their relations, their types, and every tie that leads to them."""
    for part in [each for each in parts if each in gone]:
        parts.pop(part)
        parts.pop(listed(part), None)
    _edit(parts, CONTENT_TYPES, lambda type: str(type.get("PartName", "")).lstrip("/") in gone)
    for part, ties in [*_lists(parts)]:
        _edit(parts, ties, partial(_leads, posixpath.dirname(part), gone))


def remove_relations(parts: dict[str, bytes], part: str, ids: Container[str]) -> None:
    """Take relations of a part out."""
    _edit(parts, listed(part), lambda tie: str(tie.get("Id")) in ids)


def _leads(folder: str, gone: Container[str], tie: _Element) -> bool:
    """Whether a relation of a part in a folder leads to one that is gone."""
    return tie.get("TargetMode") != "External" and resolved(folder, str(tie.get("Target", ""))) in gone


def _lists(parts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every part that has relations, and the part that lists them."""
    for name in parts:
        folder, base = posixpath.split(name)
        if base.endswith(".rels") and posixpath.basename(folder) == "_rels":
            yield posixpath.join(posixpath.dirname(folder), base.removesuffix(".rels")), name


def _edit(parts: dict[str, bytes], part: str, is_gone: Callable[[_Element], bool]) -> None:
    """Take children out of the root of a part; where none goes, its bytes stay as they are."""
    if part not in parts:
        return
    root = parse(parts[part], _NAME, part)
    leaving = [child for child in root if is_gone(child)]
    for child in leaving:
        root.remove(child)
    if leaving:
        parts[part] = serialized(root)


def _declare(parts: dict[str, bytes], part: str, type: str) -> None:
    """Say of what type a part is, where its ending does not."""
    root = parse(parts[CONTENT_TYPES], _NAME, CONTENT_TYPES)
    ending = posixpath.splitext(part)[1].lstrip(".")
    defaults = (each for each in root.iterfind(f"{{{_TYPES}}}Default") if str(each.get("Extension")).lower() == ending)
    if type not in [each.get("ContentType") for each in defaults]:
        etree.SubElement(root, f"{{{_TYPES}}}Override", {"PartName": f"/{part}", "ContentType": type})
        parts[CONTENT_TYPES] = serialized(root)


def _tie(parts: dict[str, bytes], part: str, target: str) -> None:
    """Tie a data store to a part."""
    name = listed(part)
    root = parse(parts.get(name, relations_xml([]).encode()), _NAME, name)
    taken = {str(tie.get("Id")) for tie in root}
    id = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
    path = posixpath.relpath(target, posixpath.dirname(part))
    tie = {"Id": id, "Type": f"{R}/customXml", "Target": path}
    etree.SubElement(root, f"{{{PACKAGE_RELATIONS}}}Relationship", tie)
    parts[name] = serialized(root)


def _store(kind: str, number: int) -> str:
    return f"customXml/item{kind}{number}.xml"
