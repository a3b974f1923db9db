"""XML parts as trees, read without trusting them."""

from __future__ import annotations

from functools import cache
from typing import TypedDict, cast

from lxml import etree

from instrument.formats.docx.parts.limits import LIMITS, Limits
from instrument.formats.docx.parts.markup import NAMESPACES, W
from instrument.problem import CannotRead

OFF = {"0", "false", "off"}
_FEED = 4096


class _Safely(TypedDict):
    resolve_entities: bool
    no_network: bool
    collect_ids: bool


# Nobody asks for elements by their XML ids, and keeping a table of them takes a fifth of the time.
_SAFELY: _Safely = {"resolve_entities": False, "no_network": True, "collect_ids": False}


def parse(xml: bytes, name: str, part: str, limits: Limits = LIMITS) -> etree._Element:
    """The root of a part. Nothing outside is fetched, no entity is resolved: a part that declares any is refused.

    >>> parse(b"<a/>", "a.docx", "word/document.xml").tag
    'a'
    """
    # A tree is tens of times larger than its XML, so it is measured before it grows; no element is under four bytes.
    if len(xml) > 4 * limits.nodes and xml.count(b"<") + xml.count(b"=") > limits.nodes:
        raise CannotRead(f"{name} has more than {limits.nodes:,} elements in its part {part}: divide it")
    parser = etree.XMLParser(huge_tree=limits.depth > LIMITS.depth, remove_comments=True, remove_pis=True, **_SAFELY)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise CannotRead(
                f"{name} is nested deeper than {limits.depth} elements in its part {part}, which no Word document is"
            ) from error
        raise CannotRead(f"{name} is damaged in its part {part}: open it in Word and save it again") from error
    except (ValueError, LookupError) as error:
        raise CannotRead(f"{name} is damaged in its part {part}: open it in Word and save it again") from error
    _refuse_document_type(root, name, part)
    return cast(etree._Element, root)


def refuse_document_type(xml: bytes, name: str, part: str) -> None:
    """Refuse a part that declares a document type, in whatever encoding, having read no further than its root."""
    parser = etree.XMLPullParser(events=("start",), **_SAFELY)
    try:
        for start in range(0, len(xml), _FEED):
            parser.feed(xml[start : start + _FEED])
            for _, root in parser.read_events():
                return _refuse_document_type(cast(etree._Element, root), name, part)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return  # Not read any further: whoever reads the part says that it is damaged.


def _refuse_document_type(root: etree._Element, name: str, part: str) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        raise CannotRead(
            f"{name} declares a document type in its part {part}, which no Word document does: do not open it"
        )


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
