"""Paragraphs that Word numbers itself: counted, and taken off their list."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.etree import _Element

from instrument.formats.docx.numbering import Numbering
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.flow import Item, Line

_PROPERTIES, _LIST, _STYLE = w("pPr"), w("numPr"), f"{w('tblPr')}/{w('tblStyle')}"
_BEFORE_LIST = frozenset(
    w(name) for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)


def count(items: Iterable[Item], numbering: Numbering) -> None:
    """Count the labels of what follows one another, in tables too."""
    for item in items:
        table = "" if isinstance(item, Line) else attribute(item.element.find(_STYLE))
        for paragraph in item.element.iter(w("p")) if not isinstance(item, Line) else (item.element,):
            numbering.label(paragraph.find(_PROPERTIES), table=table)


def take_off_list(paragraph: _Element) -> None:
    """Let Word give a paragraph no label, whatever its style says.

    >>> from lxml import etree
    >>> from instrument.formats.docx.parts.tree import fragment
    >>> paragraph = fragment('<w:p><w:pPr><w:pStyle w:val="Item"/><w:jc w:val="both"/></w:pPr></w:p>')
    >>> take_off_list(paragraph)
    >>> [each.tag.rpartition("}")[2] for each in paragraph[0]]
    ['pStyle', 'numPr', 'jc']
    """
    properties = paragraph.find(_PROPERTIES)
    assert properties is not None
    for each in properties.findall(_LIST):
        properties.remove(each)
    none = properties.makeelement(_LIST)
    none.append(none.makeelement(w("numId"), {w("val"): "0"}))
    properties.insert(sum(each.tag in _BEFORE_LIST for each in properties), none)
