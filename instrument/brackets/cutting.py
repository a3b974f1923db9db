"""Characters taken out of a clause, with what then has nothing left: paragraphs, notes, the clause itself.

A stretch may begin in a label and end three provisions on: the ends of paragraphs in it go like its words, so what
stood behind it goes on where it began. A provision of which nothing is left goes with its label and anchor, unless
what stands below it stays; a note goes with its last mark or its last word; a clause goes when nothing is left of its
heading and provisions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace

from instrument.brackets.reading import HEADING, Point, scan, walk
from instrument.brackets.spacing import SEAM, Slot, surplus
from instrument.changes.describing import head, title
from instrument.changes.items import Delete, Item, Join, Part, Place, Redesignate, Relabel, Replace
from instrument.model import Atom, Cell, Clause, Holders, Note, Run, Text, cut, length


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Words that go, from the character at `start` to the one at `end`, and the ends of paragraphs between them.

    `closes_up` says that the spaces on both sides are minded (see `spacing`); else they stay as they are.
    """

    start: Point
    end: Point
    closes_up: bool = True


@dataclass(frozen=True, slots=True)
class Cuts:
    """What goes from a clause: stretches that do not overlap, and single characters whose neighbours stay."""

    stretches: tuple[Stretch, ...] = ()
    characters: frozenset[Point] = frozenset()


def items(clause: Clause, position: int, cuts: Cuts, labels: Mapping[int, str] | None = None) -> Iterator[Item]:
    """The items that make cuts in the clause at a position of an instrument, and give units other labels."""
    labels = labels or {}
    left = _left(clause, cuts)
    gone, joined = _gone_provisions(clause, cuts, left), _joined(cuts)
    if _is_gone(clause, cuts, left, gone):
        yield Delete(Place(clause.id, Part.CLAUSE, position), (clause,))
        return
    if (label := _label(clause.label, left, HEADING, labels)) != clause.label:
        place = Place(clause.id, Part.CLAUSE, position)
        yield Redesignate(place, title(clause), replace(title(clause), label=label))
    yield from _words(Place(clause.id, Part.HEADING), clause.heading, left, HEADING)
    for index, provision in enumerate(clause.provisions):
        place = Place(clause.id, Part.PROVISION, index)
        if index in gone:
            yield Delete(place, (provision,))
            continue
        if index in joined:
            yield Join(place, head(provision))
        elif (label := _label(provision.label, left, index, labels)) != provision.label:
            yield Relabel(place, head(provision), replace(head(provision), label=label))
        yield from _words(place, provision.text, left, index)
    yield from _notes(clause, left, gone)


def _label(label: str, left: Set[Point], unit: int, labels: Mapping[int, str]) -> str:
    """What is left of a label, or the one that takes its place; brackets that stay before it stay."""
    rest = "".join(char for offset, char in enumerate(label) if Point(unit, False, offset) in left)
    return rest[: len(rest) - len(rest.lstrip("["))] + labels[unit] if unit in labels else rest


def _words(place: Place, words: Text, left: Set[Point], unit: int) -> Iterator[Replace]:
    """The replacements that leave of a text what is to be left."""
    start = None
    for offset in range(length(words) + 1):
        stays = offset == length(words) or Point(unit, True, offset) in left
        if not stays and start is None:
            start = offset
        elif stays and start is not None:
            yield Replace(place, start, cut(words, start, offset), ())
            start = None


def _notes(clause: Clause, left: Set[Point], gone: Set[int]) -> Iterator[Item]:
    units = [*clause.body, *(note.text for note in clause.notes)]
    before: set[str] = set()
    after: set[str] = set()
    for unit, words in enumerate(units, start=HEADING):
        for point, atom in _atoms(words, unit):
            if isinstance(atom, Note):
                before.add(atom.name)
                if point in left:
                    after.add(atom.name)
    worded = {point.unit for point in left if point.in_text}
    for index, note in enumerate(clause.notes):
        place = Place(clause.id, Part.NOTE, index)
        if note.name in before - after or (note.text and len(clause.provisions) + index not in worded):
            yield Delete(place, (note,))
        else:
            yield from _words(place, note.text, left, len(clause.provisions) + index)


def _is_gone(clause: Clause, cuts: Cuts, left: Set[Point], gone: Set[int]) -> bool:
    """Whether nothing is left of a clause from which a stretch took something."""
    return (
        len(gone) == len(clause.provisions)
        and not any(point.unit == HEADING and point.in_text for point in left)
        and any(stretch.start.unit < len(clause.provisions) for stretch in cuts.stretches)
    )


def _gone_provisions(clause: Clause, cuts: Cuts, left: Set[Point]) -> set[int]:
    """The provisions that go: emptied, and not needed to hold what is joined to them or stands below them."""
    touched = {unit for stretch in cuts.stretches for unit in range(stretch.start.unit, stretch.end.unit + 1)}
    worded = {point.unit for point in left if point.in_text}
    labelled = {point.unit for point in left if not point.in_text}
    joined = _joined(cuts)
    gone: set[int] = set()
    follows = None  # the first provision below that stays on its own
    has_tail = False  # whether words are joined on to this provision
    for index in range(len(clause.provisions) - 1, -1, -1):
        is_empty = index in touched and index not in worded
        if index in joined:
            has_tail = has_tail or not is_empty
            if is_empty:
                gone.add(index)
            continue
        is_needed = index in labelled and follows is not None and follows > clause.provisions[index].depth
        if is_empty and not has_tail and not is_needed:
            gone.add(index)
        else:
            follows = clause.provisions[index].depth
        has_tail = False
    return gone


def _joined(cuts: Cuts) -> set[int]:
    """The provisions before which the end of a paragraph goes; a heading ends where it ends."""
    return {
        unit
        for stretch in cuts.stretches
        for unit in range(max(stretch.start.unit, 0) + 1, stretch.end.unit + stretch.end.in_text)
    }


def _left(clause: Clause, cuts: Cuts) -> set[Point]:
    """The characters that stay."""
    lines = _lines(clause, cuts)
    gone = set[Point]().union(*map(surplus, lines))
    return {slot.point for line in lines for slot in line if slot is not SEAM} - gone - cuts.characters


def _lines(clause: Clause, cuts: Cuts) -> list[list[Slot | None]]:
    """What is left of each label and paragraph, with a seam wherever a stretch goes that closes up."""
    joined, through = _joined(cuts), _brackets(clause)
    stretches = sorted(cuts.stretches, reverse=True)
    lines: dict[Point, list[Slot | None]] = {}
    root = HEADING
    for point, char in _characters(clause):
        root = root if point.unit in joined else point.unit
        line = lines.setdefault(Point(root if point.in_text else point.unit, point.in_text, 0), [])
        while stretches and stretches[-1].end < point:
            stretches.pop()
        if not stretches or point < stretches[-1].start:
            line.append(Slot(point, char, point in through or char == _UNSEEN))
        elif stretches[-1].closes_up and line[-1:] != [SEAM]:
            line.append(SEAM)
    return list(lines.values())


_UNSEEN, _SOMETHING = "\ufeff", "\ufffc"


def _characters(clause: Clause) -> Iterator[tuple[Point, str]]:
    """Every character of a clause in order; an atom that is not a run is one, a cell's end is empty."""
    texts = [*clause.body, *(note.text for note in clause.notes)]
    labels = [clause.label, *(provision.label for provision in clause.provisions), *("" for _ in clause.notes)]
    for unit, (label, words) in enumerate(zip(labels, texts, strict=True), start=HEADING):
        yield from ((Point(unit, False, offset), char) for offset, char in enumerate(label))
        yield from ((point, _seen(atom)) for point, atom in _atoms(words, unit))


def _atoms(words: Text, unit: int) -> Iterator[tuple[Point, Atom | str]]:
    parts = (part for atom in words for part in (atom.chars if isinstance(atom, Run) else (atom,)))
    return ((Point(unit, True, offset), part) for offset, part in enumerate(parts))


def _seen(atom: Atom | str) -> str:
    match atom:
        case str():
            return atom
        case Cell():
            return ""
        case Holders():
            return _UNSEEN
    return _SOMETHING


def _brackets(clause: Clause) -> set[Point]:
    return {point for bracket in walk(scan(clause).brackets) for point in (bracket.start, bracket.end)}
