"""What follows one another in a container: paragraphs and tables, as they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from lxml.etree import _Element

from instrument.comparison.readings import Reading
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.leaves import Leaf, Ties, leaves, reading, revision, tied
from instrument.formats.docx.revising.traces import traces
from instrument.formats.docx.walking.blocks import Revisions
from instrument.formats.docx.walking.elements import LAYERS

_PARAGRAPH, _TABLE, _CONTROL, _LOOK = w("p"), w("tbl"), w("sdt"), f"{w('pPr')}/{w('rPr')}"
_CLEAR = frozenset(w(name) for name in ["sdtContent", "customXml", "ins", "del", "moveTo", "moveFrom"])
# The label that a paragraph begins with: "(a)", "12 bis.", "Article 4", as far as a tab.
_LABEL = re.compile(r"[^\t]{1,30}\t")


@dataclass(frozen=True, slots=True)
class Move:
    """Where a paragraph went, or came from, with those before and behind it that did so too."""

    name: str
    other: Line
    is_first: bool
    is_last: bool


@dataclass(slots=True, eq=False)
class Line:
    """A paragraph as it is compared; `trace` is all that it is, without what Word writes for itself.

    `control` is the control with a tag that it stands in, by tag and element.
    """

    element: _Element
    trace: bytes
    ties: Ties
    control: tuple[str, _Element] | None = None
    contents: bool = False
    move: Move | None = None
    _leaves: list[Leaf] | None = field(default=None, repr=False)
    _reading: Reading | None = field(default=None, repr=False)

    @property
    def leaves(self) -> list[Leaf]:
        if self._leaves is None:
            self._leaves = leaves(self.element, self.ties)
        return self._leaves

    @property
    def reading(self) -> Reading:
        if self._reading is None:
            self._reading = reading([self.leaves])
        return self._reading

    def forget(self) -> None:
        """Look at the paragraph anew: it was changed."""
        self._leaves = self._reading = None

    @property
    def offsets(self) -> list[int]:
        """Where each leaf begins, and the last one ends."""
        return [0, *accumulate(len(leaf.chars) for leaf in self.leaves)]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(token.key for token in self.reading.tokens if token.key)

    @property
    def label(self) -> str:
        """What stands before the first tab, if it is short enough for a label."""
        found = _LABEL.match(self.reading.chars)
        return found[0] if found else ""

    @property
    def mark(self) -> Revisions:
        """How the end of the paragraph was changed."""
        look = self.element.find(_LOOK)
        return () if look is None else tuple(revision(each) for each in look if each.tag in LAYERS)


@dataclass(slots=True, eq=False)
class Grid:
    """A table as it is compared: by all its words."""

    element: _Element
    words: tuple[str, ...]
    control: tuple[str, _Element] | None = None


Item = Line | Grid


def flow(container: _Element, ties: Ties) -> list[Item]:
    """The paragraphs and tables of a container, whatever controls they stand in."""
    found = list(_items(container, traces(container), ties, None))
    open_fields = 0
    for item in found:
        if isinstance(item, Line) and (open_fields or b"instrText" in item.trace):
            before = open_fields
            open_fields += _opens(item.element, before)
            item.contents = item.contents or bool(before or open_fields)
    return found


def _items(
    container: _Element, known: Mapping[_Element, bytes], ties: Ties, control: tuple[str, _Element] | None
) -> Iterator[Item]:
    for child in container:
        tag = child.tag
        if tag == _PARAGRAPH:
            trace = known[child]
            yield Line(child, tied(trace, ties) if b" r:" in trace else trace, ties, control)
        elif tag == _TABLE:
            yield Grid(child, tuple(words_under(child, ties)), control)
        elif tag == _CONTROL:
            yield from _controlled(child, known, ties, control)
        elif tag in _CLEAR:
            yield from _items(child, known, ties, control)


def _controlled(
    child: _Element, known: Mapping[_Element, bytes], ties: Ties, control: tuple[str, _Element] | None
) -> Iterator[Item]:
    properties = child.find(w("sdtPr"))
    tag = "" if properties is None else attribute(properties.find(w("tag")))
    gallery = None if properties is None else properties.find(f"{w('docPartObj')}/{w('docPartGallery')}")
    for item in _items(child, known, ties, (tag, child) if tag else control):
        if isinstance(item, Line) and attribute(gallery) == "Table of Contents":
            item.contents = True
        yield item


def words_under(element: _Element, ties: Ties) -> Iterator[str]:
    """The words of every paragraph under an element."""
    for paragraph in element.iter(_PARAGRAPH):
        yield from (token.key for token in reading([leaves(paragraph, ties)]).tokens if token.key)


def _opens(paragraph: _Element, depth: int) -> int:
    """By how much the depth of fields of a table of contents is greater behind a paragraph than before it."""
    opened = 0
    for instruction in paragraph.iter(w("instrText")) if not depth else ():
        opened = opened or int((instruction.text or "").split()[:1] == ["TOC"])
    if not depth and not opened:
        return 0
    balance = sum(
        {"begin": 1, "end": -1}.get(attribute(each, "fldCharType"), 0) for each in paragraph.iter(w("fldChar"))
    )
    return balance if depth + balance > 0 else -depth


def without_contents(items: Sequence[Item]) -> list[Item]:
    """A flow without tables of contents: Word makes them anew."""
    return [item for item in items if not (isinstance(item, Line) and item.contents)]
