"""XML parts as trees, read without trusting them."""

from __future__ import annotations

from functools import cache
from typing import cast

from lxml import etree

from instrument.formats.docx.markup import NAMESPACES, W
from instrument.problem import CannotRead

OFF = {"0", "false", "off"}


def parse(xml: bytes, name: str, part: str) -> etree._Element:
    """The root of a part. Nothing outside is fetched, no entity is resolved: a part that declares any is refused.

    >>> parse(b"<a/>", "a.docx", "word/document.xml").tag
    'a'
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise CannotRead(f"{name} is damaged in its part {part}: open it in Word and save it again") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise CannotRead(
            f"{name} declares a document type in its part {part}, which no Word document does: do not open it"
        )
    return cast(etree._Element, root)


@cache
def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def attribute(element: etree._Element | None, name: str = "val") -> str:
    """The value of a `w:` attribute, "" where there is none."""
    return "" if element is None else str(element.get(w(name), ""))


def local(element: etree._Element) -> str:
    """An element's name without its namespace."""
    return str(etree.QName(element).localname)


def is_on(properties: etree._Element | None, name: str) -> bool:
    """Whether properties switch something on."""
    switch = None if properties is None else properties.find(w(name))
    return switch is not None and attribute(switch) not in OFF


def serialized(root: etree._Element) -> bytes:
    """A part's tree as the bytes of the part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def fragment(xml: str) -> etree._Element:
    """An element that we wrote ourselves."""
    return etree.fromstring(f"<x {NAMESPACES}>{xml}</x>")[0]
