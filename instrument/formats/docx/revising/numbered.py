"""Paragraphs that Word numbers itself: counted, put on a list, taken off it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.flow import Item, Line
from instrument.formats.docx.revising.marking import stands

if TYPE_CHECKING:
    from instrument.formats.docx.numbering import Label, Member, Numbering

_PROPERTIES, _LIST, _STYLE = w("pPr"), w("numPr"), f"{w('tblPr')}/{w('tblStyle')}"
_BEFORE_LIST = frozenset(
    w(name) for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)


def count(items: Iterable[Item], numbering: Numbering) -> dict[Line, str]:
    """Count the labels of what follows one another, in tables too; what Word prints before each paragraph outside."""
    found = {}
    for item in items:
        if isinstance(item, Line):
            found[item] = printed(numbering.label(item.properties, counts=stands(item.mark)))
            continue
        table = attribute(item.element.find(_STYLE))
        for paragraph in item.element.iter(w("p")):
            numbering.label(paragraph.find(_PROPERTIES), table=table)
    return found


def printed(label: Label | None) -> str:
    return "" if label is None else " ".join(label.text.split())


def enlist(paragraph: _Element, member: Member | None) -> None:
    """Put a paragraph on a level of a list, or let Word give it no label, whatever its style says.

    >>> from lxml import etree
    >>> from instrument.formats.docx.parts.tree import fragment
    >>> paragraph = fragment('<w:p><w:pPr><w:pStyle w:val="Item"/><w:jc w:val="both"/></w:pPr></w:p>')
    >>> enlist(paragraph, None)
    >>> [each.tag.rpartition("}")[2] for each in paragraph[0]]
    ['pStyle', 'numPr', 'jc']
    """
    properties = paragraph.find(_PROPERTIES)
    if properties is None:
        properties = paragraph.makeelement(_PROPERTIES)
        paragraph.insert(0, properties)
    for each in properties.findall(_LIST):
        properties.remove(each)
    made = properties.makeelement(_LIST)
    if member:
        made.append(made.makeelement(w("ilvl"), {w("val"): str(member.level)}))
    made.append(made.makeelement(w("numId"), {w("val"): member.list if member else "0"}))
    properties.insert(sum(each.tag in _BEFORE_LIST for each in properties), made)
