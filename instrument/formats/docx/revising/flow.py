"""What follows one another in a container: paragraphs and tables, as they are compared."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from lxml.etree import _Element

from instrument.comparison.readings import Reading
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.leaves import Leaf, Ties, leaves, reading, revision, tied
from instrument.formats.docx.revising.traces import traces
from instrument.formats.docx.walking.blocks import Revisions
from instrument.formats.docx.walking.elements import LAYERS

_PARAGRAPH, _TABLE, _CONTROL, _LOOK = w("p"), w("tbl"), w("sdt"), f"{w('pPr')}/{w('rPr')}"
_PROPERTIES, _CHANGE, _STYLE = w("pPr"), w("pPrChange"), f"{w('pPr')}/{w('pStyle')}"
_CLEAR = frozenset(w(name) for name in ["sdtContent", "customXml", "ins", "del", "moveTo", "moveFrom"])
NOBODY = sys.maxsize  # the number that no change is above: nobody else writes
# The label that a paragraph begins with: "(a)", "12 bis.", "Article 4", as far as a tab.
_LABEL = re.compile(r"[^\t]{1,30}\t")


Control = tuple[str, _Element]


def is_same(first: Control | None, second: Control | None) -> bool:
    return first is second is None or bool(first and second and first[1] is second[1])


class Move(NamedTuple):
    """Where a paragraph went, or came from, with those before and behind it that did so too."""

    name: str
    other: Line
    is_first: bool
    is_last: bool


@dataclass(slots=True, eq=False)
class Line:
    """A paragraph as it is compared; `trace` is all that it is, without what Word writes for itself.

    `control` is the control with a tag that it stands in, by tag and element. Changes numbered above `since` are other
    hands', and are not seen; `parts` are the paragraphs that are one without them. A new one that `is_renumbered` is
    numbered as its own properties say, whatever end it gets.
    """

    element: _Element
    trace: bytes
    ties: Ties
    control: Control | None = None
    contents: bool = False
    move: Move | None = None
    since: int = NOBODY
    parts: tuple[Line, ...] = ()
    is_renumbered: bool = False
    _leaves: list[Leaf] | None = field(default=None, repr=False)
    _reading: Reading | None = field(default=None, repr=False)
    _offsets: list[int] | None = field(default=None, repr=False)

    @property
    def leaves(self) -> list[Leaf]:
        if self._leaves is None and self.since == NOBODY:
            self._leaves = leaves(self.element, self.ties)
        elif self._leaves is None:
            self._leaves = [
                leaf if revisions is leaf.revisions else leaf._replace(revisions=revisions)
                for leaf in leaves(self.element, self.ties)
                if (revisions := without_others(leaf.revisions, self.since)) is not None
            ]
        return self._leaves

    def read(self, given: list[Leaf]) -> None:
        """Take a paragraph for one in which these leaves stand."""
        self._leaves, self._offsets = given, None

    @property
    def reading(self) -> Reading:
        if self._reading is None:
            self._reading = reading([self.leaves])
        return self._reading

    def forget(self) -> None:
        """Look at the paragraph anew: it was changed."""
        self._leaves = self._reading = self._offsets = None

    @property
    def offsets(self) -> list[int]:
        """Where each leaf begins, and the last one ends."""
        if self._offsets is None:
            self._offsets = [0, *accumulate([len(leaf.chars) for leaf in self.leaves])]
        return self._offsets

    @property
    def words(self) -> tuple[str, ...]:
        return self.reading.said

    @property
    def label(self) -> str:
        """What stands before the first tab, if it is short enough for a label."""
        found = _LABEL.match(self.reading.chars)
        return found[0] if found else ""

    def has(self, name: bytes) -> bool:
        """Whether the XML of the paragraph may have something in it, as far as is known of it."""
        return not self.trace or name in self.trace

    @property
    def look(self) -> bytes:
        """What the trace says of how the paragraph looks; nothing where it is not known, or not said."""
        said = self.trace[: self.trace.find(b"</w:pPr>")]
        return said if said.startswith(b"<w:p><w:pPr>") and said.count(b"<w:pPr>") == 1 else b""

    @property
    def properties(self) -> _Element | None:
        """What the paragraph says of itself; where another hand changed that, what it said before."""
        return without_change(self.element.find(_PROPERTIES), self.since)

    @property
    def style(self) -> str:
        return attribute(self.element.find(_STYLE))

    @property
    def mark(self) -> Revisions:
        """How the end of the paragraph was changed."""
        return without_others(self._mark, self.since) or ()

    @property
    def runs_on(self) -> bool:
        """Whether another hand put the end of the paragraph in: without it, the next one follows on."""
        return self.since != NOBODY and without_others(self._mark, self.since) is None

    @property
    def is_others(self) -> bool:
        """Whether another hand has a part in where the paragraph ends."""
        return bool(self.parts) or self.runs_on

    @property
    def _mark(self) -> Revisions:
        if not any(map(self.has, (b":ins", b":del", b":move"))):
            return ()
        look = self.element.find(_LOOK)
        return () if look is None else tuple(revision(each) for each in look if each.tag in LAYERS)


@dataclass(slots=True, eq=False)
class Grid:
    """A table as it is compared: by all its words. Changes numbered above `since` are other hands'."""

    element: _Element
    words: tuple[str, ...]
    control: Control | None = None
    since: int = NOBODY
    parts: tuple[Line, ...] = ()


Item = Line | Grid


def without_change(properties: _Element | None, since: int) -> _Element | None:
    """The properties of a paragraph without another hand's change of them."""
    change = None if properties is None else properties.find(_CHANGE)
    if change is None or int(attribute(change, "id") or 0) <= since:
        return properties
    return change.find(_PROPERTIES)


def without_others(revisions: Revisions, since: int) -> Revisions | None:
    """The changes of words without those of other hands, None where these put the words in."""
    if since == NOBODY or not revisions:
        return revisions
    others = [each for each in revisions if int(each.id or 0) > since]
    if any(each.layer.adds for each in others):
        return None
    return tuple(each for each in revisions if each not in others)


def flow(container: _Element, ties: Ties, since: int = NOBODY, source: bytes = b"") -> list[Item]:
    """The paragraphs and tables of a container, whatever controls they stand in; `source` is what `traces` takes."""
    found = list(_items(container, traces(container, source), ties, since, None))
    open_fields = 0
    for item in found:
        if isinstance(item, Line) and (open_fields or b"instrText" in item.trace):
            before = open_fields
            open_fields += _opens(item.element, before)
            item.contents = item.contents or bool(before or open_fields)
    return found


def _items(
    container: _Element, known: Mapping[_Element, bytes], ties: Ties, since: int, control: Control | None
) -> Iterator[Item]:
    for child in container:
        tag = child.tag
        if tag == _PARAGRAPH:
            trace = known[child]
            yield Line(child, tied(trace, ties) if b" r:" in trace else trace, ties, control, since=since)
        elif tag == _TABLE:
            yield Grid(child, tuple(words_under(child, ties, since)), control, since)
        elif tag == _CONTROL:
            yield from _controlled(child, known, ties, since, control)
        elif tag in _CLEAR:
            yield from _items(child, known, ties, since, control)


def _controlled(
    child: _Element, known: Mapping[_Element, bytes], ties: Ties, since: int, control: Control | None
) -> Iterator[Item]:
    properties = child.find(w("sdtPr"))
    tag = "" if properties is None else attribute(properties.find(w("tag")))
    gallery = None if properties is None else properties.find(f"{w('docPartObj')}/{w('docPartGallery')}")
    for item in _items(child, known, ties, since, (tag, child) if tag else control):
        if isinstance(item, Line) and attribute(gallery) == "Table of Contents":
            item.contents = True
        yield item


def words_under(element: _Element, ties: Ties, since: int = NOBODY) -> Iterator[str]:
    """The words of every paragraph under an element."""
    for paragraph in element.iter(_PARAGRAPH):
        yield from Line(paragraph, b"", ties, since=since).words


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
