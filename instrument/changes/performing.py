"""From a text and changes to the text they make, and to what corresponds in both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from instrument.changes.digest import digest
from instrument.changes.items import (
    Changes,
    Delete,
    Head,
    Insert,
    Join,
    Move,
    Part,
    Place,
    Redesignate,
    Relabel,
    Replace,
    Restyle,
    Split,
    Unit,
)
from instrument.changes.pairing import Pairing, Strand
from instrument.model import Clause, Footnote, Instrument, Provision, Text, cut, length, text
from instrument.problem import Misuse


@dataclass(frozen=True, slots=True)
class Performed:
    """The text that changes made, and what corresponds in it and in the base."""

    result: Instrument
    pairing: Pairing


@dataclass(slots=True)
class _Plan:
    """The items of changes by what they do and where."""

    words: dict[Place, list[Replace | Restyle]] = field(default_factory=lambda: defaultdict(list))
    splits: dict[Place, list[Split]] = field(default_factory=lambda: defaultdict(list))
    heads: dict[Place, Head] = field(default_factory=dict)
    titles: dict[str, Redesignate] = field(default_factory=dict)
    joins: dict[Place, Join] = field(default_factory=dict)
    gone: set[Place] = field(default_factory=set)
    arrivals: dict[tuple[str, Part, int], list[Insert | Move]] = field(default_factory=lambda: defaultdict(list))


def perform(changes: Changes, base: Instrument) -> Performed:
    """The text that changes make of their base.

    Raises `Misuse` where the base is another text than the one they were made for.
    """
    if changes.base != digest(base):
        raise Misuse("these changes were made for another text; rebase them first")
    return execute(changes, base)


def execute(changes: Changes, base: Instrument) -> Performed:
    """The same without a look at the digest, for changes that were just carried to this base."""
    plan, ids = _plan(changes), [clause.id for clause in base]
    clauses: list[Clause] = []
    pairs: list[tuple[str, str]] = []
    strands: list[Strand] = []
    known = {clause.id: clause for clause in base}
    places = [Place(id, Part.CLAUSE, index) for index, id in enumerate(ids)]
    for unit in _ordered("", Part.CLAUSE, places, plan):
        if isinstance(unit, Clause):
            clauses.append(unit)
        elif isinstance(unit, Place):
            clause, found = _clause(known, known[unit.clause], plan)
            clauses.append(clause)
            pairs.append((unit.clause, clause.id))
            strands += found
    return Performed(replace(base, clauses=tuple(clauses)), Pairing(tuple(pairs), tuple(strands)))


def _plan(changes: Changes) -> _Plan:
    plan = _Plan()
    for item in changes.items:
        match item:
            case Replace(place) | Restyle(place):
                plan.words[place].append(item)
            case Split(place):
                plan.splits[place].append(item)
            case Join(place):
                plan.joins[place] = item
            case Relabel(place, _, new):
                plan.heads[place] = new
            case Redesignate(place):
                plan.titles[place.clause] = item
            case Delete(place, units):
                plan.gone.update(_run(place, len(units)))
            case Move(place, count, gap):
                plan.gone.update(_run(place, count))
                plan.arrivals[gap.clause, gap.part, gap.position].append(item)
            case Insert(gap):
                plan.arrivals[gap.clause, gap.part, gap.position].append(item)
    return plan


def _run(place: Place, count: int) -> list[Place]:
    if place.part is Part.CLAUSE:
        return [Place("", Part.CLAUSE, place.index + step) for step in range(count)]
    return [replace(place, index=place.index + step) for step in range(count)]


def _ordered(clause: str, part: Part, places: Sequence[Place], plan: _Plan) -> Iterator[Place | Unit]:
    """The places of the base that stand in a part of the result, and the new units among them, in order."""
    for position in range(len(places) + 1):
        for item in sorted(plan.arrivals.get((clause, part, position), ()), key=lambda item: item.gap.ordinal):
            if isinstance(item, Insert):
                yield from item.units
            elif part is Part.CLAUSE:
                yield from places[item.place.index : item.place.index + item.count]
            else:
                yield from _run(item.place, item.count)
        if position < len(places) and not _is_gone(places[position], plan):
            yield places[position]


def _is_gone(place: Place, plan: _Plan) -> bool:
    return (replace(place, clause="") if place.part is Part.CLAUSE else place) in plan.gone


def _clause(known: dict[str, Clause], clause: Clause, plan: _Plan) -> tuple[Clause, list[Strand]]:
    named = plan.titles.get(clause.id)
    title = named.new if named else None
    id = title.id if title else clause.id
    provisions: list[Provision] = []
    strands: list[Strand] = []
    places = [Place(clause.id, Part.PROVISION, index) for index in range(len(clause.provisions))]
    order = list(_ordered(clause.id, Part.PROVISION, places, plan))
    for unit, joined in _joined(order, plan):
        if isinstance(unit, Provision):
            provisions.append(unit)
            continue
        made = _made(joined, [known[place.clause].provisions[place.index] for place in joined], plan)
        spots = tuple((id, len(provisions) + step) for step in range(len(made)))
        strands.append(Strand(tuple((place.clause, place.index) for place in joined), spots))
        provisions += made
    notes = tuple(
        unit if isinstance(unit, Footnote) else replace(clause.notes[unit.index], text=_note(clause, unit, plan))
        for unit in _ordered(clause.id, Part.NOTE, _notes(clause), plan)
        if isinstance(unit, Footnote | Place)
    )
    (heading,) = _woven([Place(clause.id, Part.HEADING)], [clause.heading], plan)
    kind, label = (title.kind, title.label) if title else (clause.kind, clause.label)
    return Clause(id, kind, label, heading, tuple(provisions), notes, clause.comments), strands


def _notes(clause: Clause) -> list[Place]:
    return [Place(clause.id, Part.NOTE, index) for index in range(len(clause.notes))]


def _note(clause: Clause, place: Place, plan: _Plan) -> Text:
    return _woven([place], [clause.notes[place.index].text], plan)[0]


def _joined(order: Iterable[Place | Unit], plan: _Plan) -> Iterator[tuple[Place | Unit, list[Place]]]:
    """Each place with the places that are joined on to it."""
    group: list[Place] = []
    for unit in order:
        if isinstance(unit, Place) and unit in plan.joins and group:
            group.append(unit)
            continue
        if group:
            yield group[0], group
        group = [unit] if isinstance(unit, Place) else []
        if not group:
            yield unit, []
    if group:
        yield group[0], group


def _made(places: Sequence[Place], provisions: Sequence[Provision], plan: _Plan) -> list[Provision]:
    """What becomes of provisions that read on as one."""
    first = provisions[0]
    if len(places) == 1 and not (places[0] in plan.heads or places[0] in plan.words or places[0] in plan.splits):
        return [first]
    head = plan.heads.get(places[0], Head(first.depth, first.label, first.anchor))
    heads = [head, *(split.head for place in places for split in sorted(plan.splits.get(place, ()), key=_order))]
    comments = tuple(comment for provision in provisions for comment in provision.comments)
    words = _woven(places, [provision.text for provision in provisions], plan)
    return [
        Provision(head.depth, head.label, part, head.anchor, comments if index == 0 else ())
        for index, (head, part) in enumerate(zip(heads, words, strict=True))
    ]


def _order(split: Split) -> tuple[int, int]:
    return split.offset, split.inside


def _woven(places: Sequence[Place], olds: Sequence[Text], plan: _Plan) -> list[Text]:
    """Texts read on as one, with their words replaced, cut where paragraphs end now."""
    made: list[Text] = []
    ends: list[int] = []
    for place, old in zip(places, olds, strict=True):
        before = sum(map(length, made))
        edits = sorted(plan.words.get(place, ()), key=lambda edit: (edit.start, length(edit.old)))
        for split in sorted(plan.splits.get(place, ()), key=_order):
            ends.append(before + _moved(split, edits))
        made.append(edited(old, edits, place))
    whole = text(*(atom for part in made for atom in part))
    return [cut(whole, start, end) for start, end in zip([0, *ends], [*ends, length(whole)], strict=True)]


def _moved(split: Split, edits: Sequence[Replace | Restyle]) -> int:
    """Where the end of a paragraph stands once the words before it are replaced."""
    shift = sum(length(edit.new) - length(edit.old) for edit in edits if edit.start < split.offset)
    return split.offset + shift + split.inside


def edited(old: Text, edits: Sequence[Replace | Restyle], place: Place) -> Text:
    """A text with edits made in it, which are in its order. Raises `Misuse` where their old words are not there."""
    parts: list[Text] = []
    at = 0
    for edit in edits:
        end = edit.start + length(edit.old)
        if edit.start < at or cut(old, edit.start, end) != edit.old:
            raise Misuse(f"the words to be changed do not stand at character {edit.start} of {place.clause}")
        parts += [cut(old, at, edit.start), edit.new]
        at = end
    return text(*(atom for part in (*parts, cut(old, at, length(old))) for atom in part))
