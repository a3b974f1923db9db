"""Which list, level and language a paragraph has by itself and by its style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from instrument.formats.docx.numbering.levels import Instance, integer
from instrument.formats.docx.parts.tree import OFF, attribute, w

# Far more than any style is based on; a chain without end would be walked once for each of its links.
_LONGEST_CHAIN = 50


@dataclass(frozen=True, slots=True)
class Style:
    """What a style of paragraphs or tables says of numbers; "" where it says nothing.

    `in_part` is for a table style that numbers some of its rows or columns only.
    """

    id: str
    based: str
    number: str
    level: str
    language: str
    in_part: bool


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of a file, the numbers that its list styles name, and the language it is in.

    `tables` are its table styles, if any of them numbers.
    """

    paragraphs: Mapping[str, Style]
    lists: Mapping[str, str]
    tables: Mapping[str, Style] = field(default_factory=dict)
    default: str = ""
    language: str = "en"

    def chain(self, id: str) -> tuple[Style, ...]:
        """A style and those it is based on, nearest first; a style that does not exist is the default one."""
        return _chain(id if id in self.paragraphs else self.default, self.paragraphs)

    def around(self, id: str) -> tuple[Style, ...]:
        """A table style and those it is based on: what a paragraph in such a table is when nothing else is said."""
        return _chain(id, self.tables)


def _chain(id: str, styles: Mapping[str, Style]) -> tuple[Style, ...]:
    chain: dict[str, Style] = {}
    while id in styles and id not in chain and len(chain) < _LONGEST_CHAIN:
        chain[id] = styles[id]
        id = chain[id].based
    return tuple(chain.values())


def styles(root: _Element | None) -> Styles:
    """The styles of a part as far as numbers go."""
    if root is None:
        return Styles({}, {})
    paragraphs, lists, tables, default = {}, {}, {}, ""
    for element in root.iterfind(w("style")):
        id, kind = attribute(element, "styleId"), attribute(element, "type") or "paragraph"
        if kind == "numbering":
            lists[id] = attribute(element.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}"))
        elif kind == "table":
            tables[id] = _style(id, element)
        elif kind == "paragraph":
            paragraphs[id] = _style(id, element)
            if attribute(element, "default") not in {"", *OFF}:
                default = id
    language = attribute(root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}"))
    numbered = any(style.number or style.in_part for style in tables.values())
    return Styles(paragraphs, lists, tables if numbered else {}, default, language or "en")


def _style(id: str, element: _Element) -> Style:
    number = element.find(f"{w('pPr')}/{w('numPr')}")
    return Style(
        id,
        attribute(element.find(w("basedOn"))),
        "" if number is None else attribute(number.find(w("numId"))),
        "" if number is None else attribute(number.find(w("ilvl"))),
        attribute(element.find(f"{w('rPr')}/{w('lang')}")),
        element.find(f"{w('tblStylePr')}/{w('pPr')}/{w('numPr')}") is not None,
    )


def listed(chain: tuple[Style, ...], own: str) -> str:
    """The number of the list that a paragraph is in: its own, else its style's, "" or "0" for none."""
    return own or next((style.number for style in chain if style.number), "")


def level(chain: tuple[Style, ...], own: str, instance: Instance) -> int:
    """The level that a paragraph has in its list.

    The paragraph's own word comes first, then that of each style, then the level that names the style. The standard
    would have a level in a style ignored; Word does not (MS-OI29500, 17.3.1.19 a).
    """
    if own:
        return integer(own) or 0
    for style in chain:
        linked = integer(style.level) if style.level else instance.linked(style.id)
        if linked is not None:
            return linked
    return 0
