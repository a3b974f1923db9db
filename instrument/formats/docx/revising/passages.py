"""Paragraphs as they read once every change is accepted: there places of the new file are found in the marked one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import w
from instrument.formats.docx.revising.cutting import PARAGRAPH, cut, is_properties, split_above
from instrument.formats.docx.revising.flow import Line
from instrument.formats.docx.revising.leaves import Leaf
from instrument.formats.docx.revising.marking import WRAPPERS, settle, stands

_BOX, _CELL, _BODY = w("txbxContent"), w("tc"), w("body")
_GONE = (f"{w('trPr')}/{w('del')}", f"{w('tcPr')}/{w('cellDel')}")


class Place(NamedTuple):
    """A place between characters: the number of the passage, and how many characters of it come before."""

    passage: int
    offset: int


class Part(NamedTuple):
    """A leaf that stands, from which character of its passage on, and from which of its paragraph."""

    start: int
    leaf: Leaf
    line: Line
    at: int


@dataclass(slots=True)
class Passage:
    """What reads as one paragraph: the paragraphs it is made of, where each starts, and what stands in them."""

    lines: list[Line] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    @property
    def size(self) -> int:
        return self.parts[-1].start + len(self.parts[-1].leaf.chars) if self.parts else 0

    @property
    def words(self) -> str:
        return "".join(part.leaf.chars for part in self.parts)

    def take(self, line: Line) -> None:
        start = self.size
        self.lines.append(line)
        self.starts.append(start)
        for leaf, at in zip(line.leaves, line.offsets, strict=False):
            if stands(leaf.revisions):
                self.parts.append(Part(start, leaf, line, at))
                start += len(leaf.chars)


def passages(body: _Element) -> list[Passage]:
    """The paragraphs of a body, those in its tables too, in text boxes not, as they read with every change accepted."""
    found: list[Passage] = []
    waiting: tuple[_Element, Passage] | None = None
    for paragraph in body.iter(PARAGRAPH):
        around = _around(paragraph)
        if around is None:
            continue
        line = Line(paragraph, b"", {})
        if waiting and waiting[0] is around:
            passage = waiting[1]
        else:
            found.append(passage := Passage())
        passage.take(line)
        waiting = None if stands(line.mark) else (around, passage)
    return found


def _around(paragraph: _Element) -> _Element | None:
    """The cell or the body that a paragraph stands in; None in a text box, or in a row or cell that is gone."""
    found: _Element | None = None
    for each in paragraph.iterancestors():
        if each.tag == _BOX or any(each.find(path) is not None for path in _GONE):
            return None
        if found is None and each.tag in (_CELL, _BODY):
            found = each
    return found


def places(
    body: _Element, found: Sequence[Passage], starts: Iterable[str], ends: Iterable[str]
) -> dict[_Element, Place]:
    """Where elements of some names stand; what starts between paragraphs stands at the beginning of the next one."""
    lines = {
        line.element: Place(number, start)
        for number, passage in enumerate(found)
        for line, start in zip(passage.lines, passage.starts, strict=True)
    }
    sizes = {
        part.leaf.run if part.leaf.child is None else part.leaf.child: part for each in found for part in each.parts
    }
    starting, wanted = set(starts), {*starts, *ends}
    made: dict[_Element, Place] = {}
    waiting: list[_Element] = []
    here: Place | None = None
    for element in body.iter():
        if element in lines:
            here = lines[element]
            made.update(dict.fromkeys(waiting, here))
            waiting = []
        elif element in sizes and here:
            here = Place(here.passage, sizes[element].start + len(sizes[element].leaf.chars))
        elif element.tag in wanted:
            owner = next(element.iterancestors(PARAGRAPH), None)
            if owner is None and element.tag in starting:
                waiting.append(element)
            elif here and (owner is None or owner in lines):
                made[element] = here
    return made


class Spots:
    """Places in a body, its runs cut there, at which something is to be put in."""

    def __init__(self, found: Sequence[Passage], wanted: Iterable[Place]) -> None:
        self._found = found
        self._pieces: dict[int, list[tuple[int, int, Sequence[_Element], Line]]] = {}
        cuts: dict[int, set[int]] = {}
        for place in wanted:
            cuts.setdefault(place.passage, set()).add(place.offset)
        for number, offsets in cuts.items():
            self._pieces[number] = list(_pieces(found[number], offsets))

    def before(self, place: Place, made: _Element) -> None:
        """Put an element before what stands at a place."""
        for start, end, runs, line in self._pieces[place.passage]:
            if start <= place.offset < end:
                _front(runs[0], line.element).addprevious(made)
                return
        self._close(place, made)

    def behind(self, place: Place, made: _Element) -> None:
        """Put an element behind what stands before a place."""
        for start, end, runs, line in self._pieces[place.passage]:
            if start < place.offset <= end:
                settle(runs[-1], line.element).addnext(made)
                return
        self.before(place, made)

    def _close(self, place: Place, made: _Element) -> None:
        pieces = self._pieces[place.passage]
        if pieces:
            settle(pieces[-1][2][-1], pieces[-1][3].element).addnext(made)
        else:
            self._found[place.passage].lines[-1].element.append(made)


def _pieces(passage: Passage, offsets: Iterable[int]) -> Iterator[tuple[int, int, Sequence[_Element], Line]]:
    """What stands in a passage, cut at offsets: from which character to which, in which runs of which paragraph."""
    starts = {id(part.leaf): part for part in passage.parts}
    for line in passage.lines:
        own = [part for part in passage.parts if part.line is line]
        inside = {
            part.at + offset - part.start
            for part in own
            for offset in offsets
            if part.start <= offset <= part.start + len(part.leaf.chars)
        }
        cuts = cut(line.leaves, inside)
        if not cuts:
            continue  # an empty paragraph, as one that ends a section
        ends = [*(piece.start for piece in cuts[1:]), line.offsets[-1]]
        for piece, end in zip(cuts, ends, strict=True):
            part_of = starts.get(id(piece.leaf))
            runs = piece.runs
            if part_of and runs and end > piece.start:
                shift = part_of.start - part_of.at
                yield piece.start + shift, end + shift, runs, line


def _front(element: _Element, top: _Element) -> _Element:
    """What to put something before that is to stand before an element, and not in a tracked change around it."""
    here = element
    while (parent := here.getparent()) is not None and parent is not top:
        if parent.tag in WRAPPERS:
            outer = parent.getparent()
            assert outer is not None
            split_above(here, outer)
        elif any(not is_properties(each) for each in here.itersiblings(preceding=True)):
            break
        here = parent
    return here


def paired(old: Sequence[Passage], new: Sequence[Passage]) -> Mapping[int, int]:
    """The passages of the marked file by those of the new one that read so."""
    from instrument.comparison.shared import same

    return {j: i for i, j in same([each.words for each in old], [each.words for each in new])}
