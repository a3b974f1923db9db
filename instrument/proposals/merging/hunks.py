"""What one proposal does to a text, as hunks: from here to there, these words instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from instrument.changes.items import Changes, Gap, Insert, Item, Move, Part, Place, Redesignate, Replace, Restyle
from instrument.changes.pairing import Spot, Strand
from instrument.changes.performing import edited, execute
from instrument.changes.tokens import emphasis, spans
from instrument.comparison.order import keep
from instrument.model import Cell, Clause, Run, Text, cut, length
from instrument.proposals.merging.ground import Fragment, Ground, Opening, Position, Stretch, Unit, units


@dataclass(frozen=True, slots=True)
class Hunk(Stretch):
    """In the place of a stretch of the base, a fragment; nothing is a deletion, and at a point it is an insertion."""

    new: Fragment = ()


@dataclass(frozen=True, slots=True)
class _Element:
    """Units of a result that belong together, and the stretch of the base that they were, if they stood there."""

    units: tuple[Unit, ...]
    old: range | None = None
    weight: int = 1

    @property
    def fragment(self) -> Fragment:
        return tuple(token for unit in self.units for token in unit.fragment)


def hunks(changes: Changes, ground: Ground) -> list[Hunk]:
    """What changes do to a text, in its order; no two meet, and the same change is the same hunk whoever made it.

    A deletion is one hunk a unit, so that two proposals may strike some units together and others alone.
    """
    words = [item for item in changes.items if isinstance(item, Replace | Restyle)]
    if len(words) == len(changes.items):
        return list(_worded(words, ground))
    numbers = ground.numbers
    touched = _touched(changes.items)
    chosen = range(len(ground.base)) if touched is None else sorted(numbers[id] for id in touched)
    done = execute(changes, ground.base.with_clauses(ground.base.clauses[number] for number in chosen))
    before = {new: numbers[old] for old, new in done.pairing.clauses}
    strands = {strand.result[0]: strand for strand in done.pairing.strands}
    elements = [_clause_element(clause, before.get(clause.id), ground) for clause in done.result]
    found = list(_rearranged(elements, chosen, Position))
    after = dict(zip(elements, done.result, strict=True))
    for element in _stayed(elements):
        if element.old:
            found += _in_clause(ground, element.old.start, after[element], strands)
    return sorted(found, key=lambda hunk: (hunk.start, hunk.end))


def _worded(items: Sequence[Replace | Restyle], ground: Ground) -> Iterator[Hunk]:
    """What changes do that touch nothing but words: most proposals do no more."""
    by: dict[Position, list[Replace | Restyle]] = {}
    for item in items:
        by.setdefault(ground.position(item.place), []).append(item)
    for at, edits in sorted(by.items()):
        old = ground.unit(at)
        edits.sort(key=lambda edit: (edit.start, length(edit.old)))
        new = edited(old.text, edits, edits[0].place)
        is_row = any(Cell() in (*edit.old, *edit.new) for edit in edits)
        if at.unit and (is_row or _is_blank(old.text) or _is_blank(new)):
            yield Hunk(at, at._replace(unit=at.unit + 1), Unit(old.opening, new, length(new)).fragment)
            continue
        for edit in edits:
            start = at._replace(offset=1 + edit.start)
            yield Hunk(start, start._replace(offset=start.offset + length(edit.old)), edit.new)


def _touched(items: Sequence[Item]) -> set[str] | None:
    """The clauses that items work in; None where clauses come, go or change their places."""
    ids: set[str] = set()
    for item in items:
        gaps: tuple[Gap | Place, ...] = (item.gap,) if isinstance(item, Insert | Move) else ()
        places = gaps if isinstance(item, Insert) else (*gaps, item.place)
        if not isinstance(item, Redesignate) and any(place.part is Part.CLAUSE for place in places):
            return None
        ids.update(place.clause for place in places)
    return ids


def _clause_element(clause: Clause, old: int | None, ground: Ground) -> _Element:
    """A clause; with another title that no bracket after its designation can say, it is another clause."""
    fresh = tuple(units(clause))
    if old is None or not _is_relabelled(ground.clauses[old][0].opening, fresh[0].opening):
        return _Element(fresh, None, 1 + len(clause.provisions))
    return _Element(fresh, range(old, old + 1), 1 + len(clause.provisions))


def _stayed(elements: Sequence[_Element]) -> list[_Element]:
    """The elements that kept their places while others came, went or moved."""
    homes = [element.old.start if element.old else None for element in elements]
    return [elements[index] for index in keep(homes, [element.weight for element in elements])]


def _rearranged(
    elements: Sequence[_Element], olds: Iterable[int], at: Callable[[int], Position], start: int = 0
) -> Iterator[Hunk]:
    """What came and went between the elements that stayed; newcomers take the places of those that went there."""
    stayed = [element.old for element in _stayed(elements) if element.old]
    gone = sorted(set(olds).difference(*stayed))
    fresh: list[_Element] = []
    for element in (*elements, None):
        if element and element.old not in stayed:
            fresh.append(element)
            continue
        stop = element.old.start if element and element.old else None
        here = [old for old in gone if start <= old and (stop is None or old < stop)]
        yield from _exchanged([each.fragment for each in fresh], here, at, start)
        fresh, start = [], element.old.stop if element and element.old else start


def _exchanged(
    fresh: Sequence[Fragment], gone: Sequence[int], at: Callable[[int], Position], gap: int
) -> Iterator[Hunk]:
    """The hunks of newcomers and of what went in one gap; as many of both are exchanged one by one."""
    if fresh and len(fresh) != len(gone):
        start, end = (gone[0], gone[-1] + 1) if gone else (gap, gap)
        yield Hunk(at(start), at(end), tuple(chain.from_iterable(fresh)))
        return
    for number, old in enumerate(gone):
        yield Hunk(at(old), at(old + 1), fresh[number] if fresh else ())


def _in_clause(ground: Ground, number: int, new: Clause, strands: Mapping[Spot, Strand]) -> Iterator[Hunk]:
    """What differs in a clause that stayed: its heading, its provisions, its notes."""
    old, found = ground.base.clauses[number], ground.clauses[number]
    fresh = list(units(new))
    yield from _in_unit(Position(number), found[0], fresh[0])
    first, notes = 1, len(old.provisions) + 2
    provisions = list(_provision_elements(old, new, fresh, strands))
    yield from _in_part(provisions, found, range(first, notes - 1), number)
    names = {note.name: index for index, note in enumerate(old.notes, start=notes)}
    after = fresh[len(new.provisions) + 2 :]
    homes = [names.get(note.name) for note in new.notes]
    elements = [
        _Element((unit,), None if home is None else range(home, home + 1))
        for unit, home in zip(after, homes, strict=True)
    ]
    yield from _in_part(elements, found, range(notes, len(found)), number)


def _provision_elements(
    old: Clause, new: Clause, fresh: Sequence[Unit], strands: Mapping[Spot, Strand]
) -> Iterator[_Element]:
    """The provisions of a clause, those that came of the same ones together."""
    index = 0
    while index < len(new.provisions):
        strand = strands.get((new.id, index))
        count = len(strand.result) if strand else 1
        made = tuple(fresh[1 + index : 1 + index + count])
        home = None
        if strand and strand.base[0][0] == old.id:
            home = range(1 + strand.base[0][1], 1 + strand.base[-1][1] + 1)
        yield _Element(made, home, 1 + sum(unit.length for unit in made))
        index += count


def _in_part(elements: Sequence[_Element], found: Sequence[Unit], olds: range, number: int) -> Iterator[Hunk]:
    yield from _rearranged(elements, olds, lambda unit: Position(number, unit), olds.start)
    for element in _stayed(elements):
        if element.old is None:
            continue
        start, end = Position(number, element.old.start), Position(number, element.old.stop)
        if len(element.old) == len(element.units) == 1:
            yield from _in_unit(start, found[element.old.start], element.units[0])
        elif tuple(found[unit] for unit in element.old) != element.units:
            yield Hunk(start, end, element.fragment)


def _in_unit(at: Position, old: Unit, new: Unit) -> Iterator[Hunk]:
    """What differs in a unit: its label, some words, or so much of its shape that it is another one."""
    if old == new or new.opening is None:
        return
    whole = Hunk(at, at._replace(unit=at.unit + 1), new.fragment)
    if not _is_relabelled(old.opening, new.opening) or (at.unit and (_is_blank(old.text) or _is_blank(new.text))):
        yield whole
        return
    found = spans([old.text], [new.text])
    inline = [
        Hunk(Position(at.clause, at.unit, 1 + span.old), Position(at.clause, at.unit, 1 + span.old_end),
             cut(new.text, span.new, span.new_end))
        for span in (*found, *emphasis(old.text, new.text, found))
    ]  # fmt: skip
    if any(Cell() in (*hunk.new, *cut(old.text, hunk.start.offset - 1, hunk.end.offset - 1)) for hunk in inline):
        yield whole
        return
    if old.opening != new.opening:
        yield Hunk(at, at._replace(offset=1), (new.opening,))
    yield from inline


def _is_relabelled(old: Opening | None, new: Opening | None) -> bool:
    """Whether an opening differs at most in its label, so that a bracket after it can say so."""
    if old == new or not old or not new or isinstance(old.head, str) or isinstance(new.head, str):
        return old == new
    label = new.head.label
    return bool(label) and not set("[]") & {*label, *old.head.label} and replace(old.head, label=label) == new.head


def _is_blank(content: Text) -> bool:
    """Whether a unit has no words: with brackets round all it has, it would go with them."""
    return all(isinstance(atom, Run) and not atom.chars.strip() for atom in content)
