"""The difference between two texts written into a third file: the issued document that holds the first of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml.etree import _Element

from instrument.formats.docx.numbering import Numbering
from instrument.formats.docx.parts.markup import LINE_BREAK
from instrument.formats.docx.parts.tree import w
from instrument.formats.docx.revising.cutting import LOOK, PARAGRAPH, RUN, cut
from instrument.formats.docx.revising.flow import Item, Line, is_same
from instrument.formats.docx.revising.matching import Unit
from instrument.formats.docx.revising.numbered import count, take_off_list

_PROPERTIES, _BOX = w("pPr"), w("txbxContent")
# How we print the designation of a clause: on a line of its own above the heading, which is in a style of this name.
_HEADING = "Heading"
_DESIGNATION = re.compile(rf"[^\t{LINE_BREAK}]{{1,60}}{LINE_BREAK}")
_EMPHASIS = frozenset(w(name) for name in ("b", "bCs", "i", "iCs", "u", "strike", "vertAlign"))
_BEFORE_EMPHASIS = frozenset((w("rStyle"), w("rFonts")))
_NOT_LIKE = frozenset((LOOK, w("sectPr"), w("pPrChange"), w("pageBreakBefore")))


@dataclass(slots=True)
class Onto:
    """What a difference is in the issued file: its units there, and the words of the base that are not in it.

    `alike` are paragraphs that stay as they are, each with what it is in the new text.
    """

    units: list[Unit] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    numbered: list[str] = field(default_factory=list)
    alike: list[tuple[Line, Line]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Like:
    """How a paragraph of some kind of ours looks in the issued file."""

    properties: _Element | None
    look: _Element | None


@dataclass(slots=True)
class _Part:
    """What corresponds in all three: paragraphs of the issued file, of the base and of the new text.

    `apart` are those of the base that are no paragraphs of the issued file: the words of a text box.
    """

    issued: list[Item] = field(default_factory=list)
    base: list[Item] = field(default_factory=list)
    new: list[Item] = field(default_factory=list)
    apart: list[Item] = field(default_factory=list)

    def leave_apart(self) -> None:
        """Leave out what the new text has as the base has it, of what stands elsewhere in the issued file."""
        for item in list(self.apart):
            kept = next((each for each in self.new if _trace(each) == _trace(item)), None)
            if kept is not None:
                self.new.remove(kept)
                self.base.remove(item)
                self.apart.remove(item)


def onto(issued: Sequence[Unit], changed: Sequence[Unit], numbering: Numbering) -> Onto:
    """The units of the issued file and a new text, which differ where the new text differs from the base.

    `issued` are the units of the issued file and the base, `changed` those of the base and the new text. What the base
    does not hold of the issued file stays. New paragraphs look as the nearest of their kind do there. Where that is
    numbered by Word, so is one whose label Word then prints; any other brings its label in words.
    """
    found = Onto()
    parts = list(_parts(issued, changed))
    likes = [_likes(part) for part in parts]
    for at, part in enumerate(parts):
        if _is_same(part):
            count(part.issued, numbering)
            found.units += _left(part)
            found.alike += _alike(part)
            continue
        part.leave_apart()
        missing = [*map(_words, part.apart), *_changed_in_boxes(part)]
        if missing:
            found.missing += missing
        else:
            found.units += _headed(part)
            for item in part.new:
                if not isinstance(item, Line):
                    continue
                near = _near(item.style, at, likes)
                if part.issued:
                    found.numbered += _adapt(item, part, near[0], numbering)
                else:
                    _number(item, near, numbering)
            count(part.issued[-len(part.new) :] if part.new else (), numbering)
            found.units.append(Unit(tuple(part.issued), tuple(part.new), tuple(part.base)))
    return found


def _parts(first: Sequence[Unit], second: Sequence[Unit]) -> Iterator[_Part]:
    """The units of issued file and base, and those of base and new text, as one row."""
    left, right = list(first), list(second)
    while left or right:
        if right and not right[0].old:
            yield _Part(new=[*right.pop(0).new])
            continue
        if left and not left[0].new:
            yield _Part(issued=[*left.pop(0).old])
            continue
        part = _Part()
        ends = [0, 0]
        while not ends[0] or ends[0] != ends[1]:
            if ends[0] <= ends[1]:
                unit = left.pop(0)
                part.issued += unit.old
                part.apart += () if unit.old else unit.new
                part.base += unit.new
                ends[0] += len(unit.new)
            else:
                unit = right.pop(0)
                part.new += unit.new
                ends[1] += len(unit.old)
        yield part


def _changed_in_boxes(part: _Part) -> list[str]:
    """The words of text boxes that are lines of the base, as those in cells are, and no more of the new text."""
    boxes = (box for item in part.issued if part.base for box in item.element.iter(_BOX))
    said = dict.fromkeys(Line(each, b"", {}).reading.chars for box in boxes for each in box.iter(PARAGRAPH))
    before, after = (
        Counter(line for item in items for line in _words(item).split(LINE_BREAK)) for items in (part.base, part.new)
    )
    return [words for words in said if words and before[words] > after[words]]


def _is_same(part: _Part) -> bool:
    """Whether the new text leaves a part as the base has it."""
    return (not part.new and not part.base) or [_trace(item) for item in part.base] == [
        _trace(item) for item in part.new
    ]


def _headed(part: _Part) -> list[Unit]:
    """Take the designation off a heading that keeps it, where the issued file has it in a paragraph of its own.

    That stays; where it numbers its headings itself, there is none.
    """
    if not len(part.base) == len(part.new) == 1 or not part.issued:
        return []
    old, new, first = part.base[0], part.new[0], part.issued[0]
    if not (isinstance(old, Line) and isinstance(new, Line) and isinstance(first, Line)):
        return []
    label = _DESIGNATION.match(old.reading.chars) if _is_heading(old) else None
    said = " ".join(first.words)
    if not label or not new.reading.chars.startswith(label[0]):
        return []
    designation = " ".join(label[0].split())
    if said.startswith(designation) and said != designation:
        return []
    _drop(new, len(label[0]))
    if said != designation or len(part.issued) == 1:
        return []
    part.issued = part.issued[1:]
    return [Unit((first,), (first,))]


def _is_heading(line: Line) -> bool:
    return line.style.startswith(_HEADING)


def _left(part: _Part) -> Iterator[Unit]:
    """What stays, each for itself; what is put in beside it may belong to the same control of the new text."""
    for item in part.issued:
        if part.new:
            for each in (*item.parts, item):
                if is_same(each.control, item.control):
                    each.control = part.new[0].control
        yield Unit((item,), (item,))


def _alike(part: _Part) -> Iterator[tuple[Line, Line]]:
    if len(part.issued) == len(part.new) == 1:
        here, there = part.issued[0], part.new[0]
        if isinstance(here, Line) and isinstance(there, Line):
            yield here, there


def _trace(item: Item) -> object:
    return item.trace if isinstance(item, Line) else item.words


def _words(item: Item) -> str:
    return item.reading.chars if isinstance(item, Line) else " ".join(item.words)


def _likes(part: _Part) -> dict[str, _Like]:
    """How the paragraph of a part looks in the issued file, by its kind."""
    if len(part.issued) == len(part.base) == 1:
        here, there = part.issued[0], part.base[0]
        if isinstance(here, Line) and isinstance(there, Line):
            run = next((leaf.run for leaf in reversed(here.leaves) if leaf.child is not None), None)
            return {there.style: _Like(here.element.find(_PROPERTIES), None if run is None else run.find(LOOK))}
    return {}


def _near(style: str, at: int, likes: Sequence[Mapping[str, _Like]]) -> list[_Like]:
    """How the nearest paragraphs of a kind look, the one before a place first, and one that is like none."""
    before = next((each[style] for each in likes[at::-1] if style in each), None)
    after = next((each[style] for each in likes[at + 1 :] if style in each), None)
    return [like for like in (before, after) if like] or [_Like(None, None)]


def _adapt(line: Line, part: _Part, like: _Like, numbering: Numbering) -> Iterator[str]:
    """Dress a paragraph that was one before; the new label that it gives up, where Word gives it one."""
    beside = next((item for item in part.issued if isinstance(item, Line)), None)
    known = [item.label for item in part.base if isinstance(item, Line)]
    if line.label and line.label not in known and beside and not beside.label and _is_listed(beside, numbering):
        yield line.label.strip()
        _drop(line, len(line.label))
    _dress(line, like)


def _is_listed(line: Line, numbering: Numbering) -> bool:
    return numbering.label(line.element.find(_PROPERTIES), counts=False) is not None


def _number(line: Line, likes: Sequence[_Like], numbering: Numbering) -> None:
    """Dress a new paragraph as the one of its likes that Word gives its label, or else give it that in words."""
    designation = _DESIGNATION.match(line.reading.chars) if _is_heading(line) else None
    said = line.label or (designation[0] if designation else "")
    for like in likes:
        label = numbering.label(like.properties, counts=False)
        if label and label.text.strip() and label.text.split() == said.split():
            numbering.label(like.properties)
            _drop(line, len(said))
            _dress(line, like)
            return
    _dress(line, likes[0])
    if numbering.label(likes[0].properties, counts=False):
        take_off_list(line.element)


def _drop(line: Line, size: int) -> None:
    """Take the first characters out of a new paragraph."""
    pieces = cut(line.leaves, [size])
    for run in dict.fromkeys(run for piece in pieces if piece.start < size for run in piece.runs):
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)
    line.forget()


def _dress(line: Line, like: _Like) -> None:
    """Give a paragraph of ours the properties of its like, and its words their look; emphasis is the text's own."""
    properties = line.element.find(_PROPERTIES)
    if properties is not None:
        line.element.remove(properties)
    if like.properties is not None:
        kept = [deepcopy(each) for each in like.properties if each.tag not in _NOT_LIKE]
        made = line.element.makeelement(_PROPERTIES)
        made.extend(kept)
        line.element.insert(0, made)
    for run in line.element.iter(RUN):
        own = run.find(LOOK)
        emphasis = [] if own is None else [each for each in own if each.tag in _EMPHASIS]
        if own is not None:
            run.remove(own)
        look = run.makeelement(LOOK)
        look.extend(deepcopy(each) for each in (like.look if like.look is not None else ()) if _is_worn(each))
        at = sum(each.tag in _BEFORE_EMPHASIS for each in look)
        for each in reversed(emphasis):
            look.insert(at, each)
        if len(look):
            run.insert(0, look)


def _is_worn(element: _Element) -> bool:
    return element.tag not in _EMPHASIS and element.tag not in (w("rPrChange"), w("ins"), w("del"), w("rStyle"))
