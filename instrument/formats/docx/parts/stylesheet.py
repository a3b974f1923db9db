"""The styles of a Word file as a reader needs them: names, emphasis, automatic numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from lxml.etree import _Element

from instrument.formats.docx.parts.template import own_ids
from instrument.formats.docx.parts.tree import OFF, attribute, w
from instrument.model import PLAIN, Mark, Marks

_SWITCHES = {w("b"): Mark.BOLD, w("bCs"): Mark.BOLD, w("i"): Mark.ITALIC, w("iCs"): Mark.ITALIC}
_VANISH, _COLOUR, _SIZE = w("vanish"), w("color"), w("sz")


class Look(NamedTuple):
    """How a run looks: its emphasis, the name of its character style, whether it is hidden, and why hardly seen."""

    marks: Marks = PLAIN
    style: str = ""
    hidden: bool = False
    faint: str = ""


_NO_LOOK = Look()
# Word allows eleven.
_LONGEST_CHAIN = 20
# Four points, in half-points: nobody prints a treaty so small.
_TINY = 8
_PALE = re.compile("[EeFf][0-9A-Fa-f]" * 3)


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """Styles by id: the name, how their words look, whether a paragraph style numbers."""

    names: dict[str, str]
    looks: dict[str, Look]
    numbered: frozenset[str]
    default: str

    def paragraph(self, properties: _Element | None) -> str:
        """The name of a paragraph's style."""
        id = self.id(properties)
        return self.names.get(id, id)

    def id(self, properties: _Element | None) -> str:
        """The id of a paragraph's style."""
        return attribute(None if properties is None else properties.find(w("pStyle"))) or self.default

    def look(self, properties: _Element | None) -> Look:
        """How a run looks: as its style says, as far as its own switches leave it."""
        return _NO_LOOK if properties is None else self._look(properties)

    def _look(self, properties: _Element) -> Look:
        id = attribute(properties.find(w("rStyle")))
        worn = self.looks.get(id, _NO_LOOK)
        return _over(worn, properties)._replace(style=self.names.get(id, id))


def _over(worn: Look, properties: _Element) -> Look:
    """A look under the switches of run properties; either of a mark's two switches is enough."""
    switched: dict[Mark, bool] = {}
    hidden, faint = worn.hidden, worn.faint
    for child in properties:
        tag = str(child.tag)
        mark = _SWITCHES.get(tag)
        if mark is not None:
            switched[mark] = switched.get(mark, False) or attribute(child) not in OFF
        elif tag == _VANISH:
            hidden = attribute(child) not in OFF
        elif tag == _COLOUR:
            faint = "in white" if _PALE.fullmatch(attribute(child)) else "" if faint == "in white" else faint
        elif tag == _SIZE and attribute(child).isdecimal():
            faint = "in tiny letters" if int(attribute(child)[:9]) <= _TINY else faint
    if not switched and (hidden, faint) == (worn.hidden, worn.faint):
        return worn
    on = {mark for mark, state in switched.items() if state}
    return Look(frozenset(worn.marks - switched.keys()) | on, worn.style, hidden, faint)


def stylesheet(root: _Element | None) -> Stylesheet:
    """The styles of a part; built-in names are the same in every language version of Word."""
    styles = {attribute(style, "styleId"): style for style in root.iter(w("style"))} if root is not None else {}
    bases = {id: attribute(style.find(w("basedOn"))) for id, style in styles.items()}
    own = {id: properties for id, style in styles.items() if (properties := style.find(w("rPr"))) is not None}
    counted = {id for id, style in styles.items() if style.find(f"{w('pPr')}/{w('numPr')}") is not None}
    looks: dict[str, Look] = {}
    numbered = set()
    default = ""
    for id, style in styles.items():
        chain = _chain(id, bases)
        looks[id] = _worn([own[each] for each in chain if each in own])
        if attribute(style, "type") != "character" and not counted.isdisjoint(chain):
            numbered.add(id)
        if attribute(style, "type") == "paragraph" and attribute(style, "default") not in {"", *OFF}:
            default = id
    names = {id: standard_name(attribute(style.find(w("name")))) for id, style in styles.items()}
    return Stylesheet(names, looks, frozenset(numbered), default)


def standard_name(name: str) -> str:
    """A style's name as our template spells it: some programs write "Heading 1" for the built-in "heading 1".

    >>> standard_name("Heading 1"), standard_name("Body Text")
    ('heading 1', 'Body Text')
    """
    return _spellings().get(name.lower(), name)


@cache
def _spellings() -> dict[str, str]:
    return {own.lower(): own for own in own_ids()}


def _worn(chain: list[_Element]) -> Look:
    """How words look in a style, by its properties and those of the styles it is based on, nearest first."""
    look = _NO_LOOK
    for properties in reversed(chain):
        look = _over(look, properties)
    return look


def _chain(id: str, bases: dict[str, str]) -> list[str]:
    """A style and those it is based on, nearest first."""
    chain: list[str] = []
    while id in bases and id not in chain and len(chain) < _LONGEST_CHAIN:
        chain.append(id)
        id = bases[id]
    return chain
