"""The difference between two texts written into a third file: the issued document that holds the first of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from instrument.formats.docx.numbering import Numbering
from instrument.formats.docx.parts.markup import LINE_BREAK
from instrument.formats.docx.parts.tree import w
from instrument.formats.docx.revising.cutting import PARAGRAPH
from instrument.formats.docx.revising.dressing import (
    Like,
    designation,
    dress,
    drop,
    is_heading,
    label,
    labelled,
    like,
    near,
    number,
)
from instrument.formats.docx.revising.flow import Item, Line, is_same
from instrument.formats.docx.revising.matching import Unit
from instrument.formats.docx.revising.numbered import count, printed
from instrument.formats.docx.revising.tallying import Tally

_BOX = w("txbxContent")


@dataclass(slots=True)
class Onto:
    """What a difference is in the issued file: its units there, and the words of the base that are not in it.

    `alike` are paragraphs that stay as they are, each with what it is in the new text; `tallies` are the labels of the
    new text beside those that Word will print.
    """

    units: list[Unit] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)
    alike: list[tuple[Line, Line]] = field(default_factory=list)


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


def onto(issued: Sequence[Unit], changed: Sequence[Unit], numbering: Numbering, is_alone: bool = True) -> Onto:
    """The units of the issued file and a new text, which differ where the new text differs from the base.

    `issued` are the units of the issued file and the base, `changed` those of the base and the new text. What the base
    does not hold of the issued file stays. New paragraphs, and what is cut off others, look as the nearest of their
    kind do there. Where that is numbered by Word, so is one whose label Word then prints; any other brings its label in
    words. `is_alone` says that no other hand writes.
    """
    found = Onto()
    parts = list(_parts(issued, changed))
    likes = [_likes(part) for part in parts]
    before = numbering.afresh()
    for at, part in enumerate(parts):
        was = count(part.issued, before)
        if _is_same(part):
            found.tallies += _left_labels(part, was, count(part.issued, numbering))
            found.units += _left(part)
            found.alike += _alike(part)
            continue
        part.leave_apart()
        missing = [*map(_words, part.apart), *_changed_in_boxes(part)]
        if missing:
            found.missing += missing
        else:
            found.tallies += _dressed(part, was, partial(near, likes, at), numbering)
            found.units += _headed(part)
            found.units += _ahead(part, numbering) if is_alone else ()
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
    label = designation(old)
    said, own = " ".join(first.words), " ".join(label.split())
    if not label or not new.reading.chars.startswith(label) or (said.startswith(own) and said != own):
        return []
    drop(new, len(label))
    if said != own or len(part.issued) == 1:
        return []
    part.issued = part.issued[1:]
    return [Unit((first,), (first,))]


def _ahead(part: _Part, numbering: Numbering) -> Iterator[Unit]:
    """Take out what was cut off before a paragraph, where Word numbers it otherwise than that: it is put in whole.

    LibreOffice 7.4 numbers a paragraph as its first words are numbered when it rejects that it was cut. Where several
    hands write, these words stay where they are, since another one may cut or change them too.
    """
    while part.issued and len(part.new) > 1:
        first, old = part.new[0], part.issued[0]
        if not (isinstance(first, Line) and isinstance(old, Line) and first.is_renumbered):
            break
        if numbering.member(first.properties) == numbering.member(old.properties):
            break
        part.new = part.new[1:]
        yield Unit((), (first,))


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


def _likes(part: _Part) -> dict[str, Like]:
    """How the paragraph of a part looks in the issued file, by its kind."""
    if len(part.issued) == len(part.base) == 1:
        here, there = part.issued[0], part.base[0]
        if isinstance(here, Line) and isinstance(there, Line):
            return {there.style: like(here)}
    return {}


def _left_labels(part: _Part, was: Mapping[Line, str], now: Mapping[Line, str]) -> Iterator[Tally]:
    """The labels of what stays: of headings, and of what Word numbers."""
    for line in _lines(part.base):
        beside = _beside(part, line, was)
        if beside and (now[beside] or is_heading(line)):
            yield Tally(line.style, label(line), now[beside], (label(line), was[beside]))


def _dressed(
    part: _Part, was: Mapping[Line, str], likes: Callable[[str], list[Like]], numbering: Numbering
) -> Iterator[Tally]:
    """Dress the paragraphs of a part that changed; the labels that they then have.

    One that was there before looks as it did, is numbered so, and leaves its label to Word, if that prints one.
    """
    kept = _kept(part)
    is_apart = bool(part.new) and len(_lines(part.issued)) != len(_lines(part.base))
    now = count(part.issued, numbering) if is_apart or not _lines(part.issued) else {}
    for line in _lines(part.new):
        old, said, near_it = kept.get(line), label(line), likes(line.style)
        beside = _beside(part, old, was) if old else None
        if old is None or beside is None:
            yield Tally(line.style, said, said, (said, said))
            number(line, near_it, numbering)
            continue
        own = Like(beside.properties, near_it[0].look)
        if not is_apart and _is_taken_off(said, (label(old), was[beside]), beside, numbering):
            yield Tally(line.style, said, said, (said, said))
            number(line, [own], numbering)
            continue
        line.is_renumbered = not is_apart
        prints = now[beside] if is_apart else printed(numbering.label(beside.properties))
        yield Tally(line.style, said, prints, (label(old), was[beside]))
        if prints and beside.label.split() != labelled(old).split():
            drop(line, len(labelled(line)))
        dress(line, own)


def _is_taken_off(said: str, was: tuple[str, str], beside: Line, numbering: Numbering) -> bool:
    """Whether the text gives a paragraph that Word numbered a label that Word cannot print, as "2 bis.", or none."""
    return was[0] == was[1] != "" and said != was[0] and not numbering.could_print(beside.properties, said)


def _kept(part: _Part) -> dict[Line, Line]:
    """Which paragraphs of the base new ones are: those of the same label, then others in their order."""
    free, found = _lines(part.base), dict[Line, Line]()
    for is_any in (False, True):
        for line in _lines(part.new):
            old = next((each for each in free if is_any or label(each) == label(line)), None)
            if old and line not in found:
                found[line] = old
                free.remove(old)
    return found


def _beside(part: _Part, line: Line, was: Mapping[Line, str]) -> Line | None:
    """The paragraph of the issued file that has the label of one of the base."""
    issued, base = _lines(part.issued), _lines(part.base)
    if len(issued) == len(base):
        return issued[base.index(line)]
    return next((each for each in issued if was[each]), issued[-1] if issued else None)


def _lines(items: Sequence[Item]) -> list[Line]:
    return [item for item in items if isinstance(item, Line)]
