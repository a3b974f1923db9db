"""Which list, level and language a paragraph has by itself and by its style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from instrument.formats.docx.numbering.levels import Instance, integer
from instrument.formats.docx.parts.tree import OFF, attribute, w

# Far more than any style is based on; a chain without end would be walked once for each of its links.
_LONGEST_CHAIN = 50


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says of numbers; "" where it says nothing."""

    id: str
    based: str
    number: str
    level: str
    language: str


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of a file, the numbers that its list styles name, and the language it is in."""

    paragraphs: Mapping[str, Style]
    lists: Mapping[str, str]
    default: str = ""
    language: str = "en"

    def chain(self, id: str) -> tuple[Style, ...]:
        """A style and those it is based on, nearest first; a style that does not exist is the default one."""
        chain: dict[str, Style] = {}
        id = id if id in self.paragraphs else self.default
        while id in self.paragraphs and id not in chain and len(chain) < _LONGEST_CHAIN:
            chain[id] = self.paragraphs[id]
            id = chain[id].based
        return tuple(chain.values())


def styles(root: _Element | None) -> Styles:
    """The styles of a part as far as numbers go."""
    if root is None:
        return Styles({}, {})
    paragraphs, lists, default = {}, {}, ""
    for element in root.iterfind(w("style")):
        id, kind = attribute(element, "styleId"), attribute(element, "type") or "paragraph"
        if kind == "numbering":
            lists[id] = attribute(element.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}"))
        elif kind == "paragraph":
            paragraphs[id] = _style(id, element)
            if attribute(element, "default") not in {"", *OFF}:
                default = id
    language = attribute(root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}"))
    return Styles(paragraphs, lists, default, language or "en")


def _style(id: str, element: _Element) -> Style:
    number = element.find(f"{w('pPr')}/{w('numPr')}")
    return Style(
        id,
        attribute(element.find(w("basedOn"))),
        "" if number is None else attribute(number.find(w("numId"))),
        "" if number is None else attribute(number.find(w("ilvl"))),
        attribute(element.find(f"{w('rPr')}/{w('lang')}")),
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
