"""The styles of a Word file as a reader needs them: names, emphasis, automatic numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from instrument.formats.docx.dress import own_ids
from instrument.formats.docx.tree import OFF, attribute, w
from instrument.model import Mark, Marks

_SWITCHES = {w("b"): Mark.BOLD, w("bCs"): Mark.BOLD, w("i"): Mark.ITALIC, w("iCs"): Mark.ITALIC}


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """Styles by id: the name, the emphasis that a character style gives, whether a paragraph style numbers."""

    names: dict[str, str]
    marks: dict[str, Marks]
    numbered: frozenset[str]
    default: str

    def paragraph(self, properties: _Element | None) -> str:
        """The name of a paragraph's style."""
        id = attribute(None if properties is None else properties.find(w("pStyle"))) or self.default
        return self.names.get(id, id)

    def run(self, properties: _Element | None) -> str:
        """The name of a run's character style, "" where it has none."""
        id = attribute(None if properties is None else properties.find(w("rStyle")))
        return self.names.get(id, id)

    def numbers(self, properties: _Element) -> bool:
        """Whether Word prints a number of its own before a paragraph."""
        number = attribute(properties.find(f"{w('numPr')}/{w('numId')}"))
        return number != "0" if number else attribute(properties.find(w("pStyle"))) in self.numbered

    def emphasis(self, properties: _Element | None) -> Marks:
        """The marks of a run: its style's, as far as its own switches leave them."""
        if properties is None:
            return frozenset()
        marks = set(self.marks.get(attribute(properties.find(w("rStyle"))), frozenset()))
        for mark, state in switches(properties).items():
            marks = marks | {mark} if state else marks - {mark}
        return frozenset(marks)


def switches(properties: _Element) -> dict[Mark, bool]:
    """The marks that run properties switch on or off; either of a mark's two switches is enough."""
    found: dict[Mark, bool] = {}
    for child in properties:
        mark = _SWITCHES.get(str(child.tag))
        if mark is not None:
            found[mark] = found.get(mark, False) or attribute(child) not in OFF
    return found


def stylesheet(root: _Element | None) -> Stylesheet:
    """The styles of a part; built-in names are the same in every language version of Word."""
    styles = {attribute(style, "styleId"): style for style in root.iter(w("style"))} if root is not None else {}
    marks: dict[str, Marks] = {}
    numbered = set()
    default = ""
    for id, style in styles.items():
        chain = list(_chain(id, styles))
        if attribute(style, "type") == "character":
            marks[id] = _marks(chain)
        elif any(each.find(f"{w('pPr')}/{w('numPr')}") is not None for each in chain):
            numbered.add(id)
        if attribute(style, "type") == "paragraph" and attribute(style, "default") not in {"", *OFF}:
            default = id
    names = {id: standard_name(attribute(style.find(w("name")))) for id, style in styles.items()}
    return Stylesheet(names, marks, frozenset(numbered), default)


def standard_name(name: str) -> str:
    """A style's name as our template spells it: some programs write "Heading 1" for the built-in "heading 1".

    >>> standard_name("Heading 1"), standard_name("Body Text")
    ('heading 1', 'Body Text')
    """
    return {own.lower(): own for own in own_ids()}.get(name.lower(), name)


def _marks(chain: list[_Element]) -> Marks:
    found: dict[Mark, bool] = {}
    for style in reversed(chain):
        properties = style.find(w("rPr"))
        found |= switches(properties) if properties is not None else {}
    return frozenset(mark for mark, state in found.items() if state)


def _chain(id: str, styles: dict[str, _Element]) -> Iterator[_Element]:
    """A style and those it is based on, nearest first."""
    seen = set()
    while id in styles and id not in seen:
        seen.add(id)
        yield styles[id]
        id = attribute(styles[id].find(w("basedOn")))
