"""What is done with brackets, each as changes of the text, to be applied, undone, or carried to a later text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from instrument.brackets.cutting import items
from instrument.brackets.deciding import Verdict, Verdicts, decided
from instrument.brackets.reading import HEADING, Bracket, Point, alternatives, behind_holders, scan, text_of, walk
from instrument.changes.describing import describe, head, title
from instrument.changes.items import Changes, Item, Part, Place, Redesignate, Relabel, Replace
from instrument.changes.performing import execute
from instrument.model import Clause, Holders, Instrument, Text, cut, text
from instrument.problem import Misuse


def put(instrument: Instrument, clause: str, first: Point, last: Point, holders: Holders | None = None) -> Changes:
    """Brackets around words, from the first character to the last, with those who hold them.

    Raises `Misuse` where the new brackets would cross others, and where holders would stand in a label.

    >>> from instrument.changes import apply
    >>> from instrument.model import Provision
    >>> base = Instrument((Clause("use", provisions=(Provision(text=text("No State may use them.")),)),))
    >>> apply(put(base, "use", Point(0, True, 9), Point(0, True, 11)), base).clauses[0].provisions[0].text[0].chars
    'No State [may] use them.'
    """
    found, position = _clause(instrument, clause)
    return _changes(instrument, bracketed(found, position, first, last, holders))


def bracketed(clause: Clause, position: int, first: Point, last: Point, holders: Holders | None = None) -> list[Item]:
    """The same as items against the clause at a position of an instrument."""
    if holders and not last.in_text:
        raise Misuse("a bracket that closes in a label names nobody: close it behind the words")
    if not first <= last:
        raise Misuse("the last of the bracketed characters stands before the first")
    after = _behind(clause, last)
    made = list(_added(clause, position, {first: text("["), after: text("]", *([holders] if holders else []))}))
    closed = replace(after, offset=after.offset + ((first.unit, first.in_text) == (after.unit, after.in_text)))
    now = execute(Changes("", "", tuple(made)), Instrument((clause,))).result.clauses[0]
    if not _encloses(clause, now, first, closed):
        raise Misuse("the new brackets would cross those that stand there: take in all of a bracket, or nothing of it")
    return made


def lift(instrument: Instrument, clause: str, *brackets: Bracket) -> Changes:
    """Brackets taken away with their holders; the words stay as they stand."""
    found, position = _clause(instrument, clause)
    _refuse_strangers(found, brackets)
    return _changes(instrument, lifted(found, position, *brackets))


def lifted(clause: Clause, position: int, *brackets: Bracket) -> Iterator[Item]:
    """The same as items against the clause at a position of an instrument."""
    labels: dict[int, str] = {}
    for point in sorted(frozenset().union(*(bracket.marks for bracket in brackets)), reverse=True):
        if point.in_text:
            old = cut(text_of(clause, point.unit), point.offset, point.offset + 1)
            yield Replace(_place(clause, point.unit), point.offset, old, ())
        else:
            label = labels.get(point.unit, _label(clause, point.unit))
            labels[point.unit] = label[: point.offset] + label[point.offset + 1 :]
    yield from _relabelled(clause, position, labels)


def strike(instrument: Instrument, clause: str, *brackets: Bracket) -> Changes:
    """Brackets taken away with their words; what is around closes up by the rule of `spacing`."""
    return _decided(instrument, clause, dict.fromkeys(brackets, Verdict.GOES))


def accept(instrument: Instrument, clause: str, bracket: Bracket) -> Changes:
    """An alternative accepted: its words stand bare, its rivals go.

    Raises `Misuse` where the bracket has no rival.
    """
    found, _ = _clause(instrument, clause)
    group = next((group for group in alternatives(scan(found).brackets) if bracket in group), ())
    if len(group) < 2:
        raise Misuse("this bracket is no alternative: no other has the same alt beside it")
    return _decided(instrument, clause, dict.fromkeys(group, Verdict.GOES) | {bracket: Verdict.STAYS})


def split(instrument: Instrument, clause: str, bracket: Bracket) -> Changes:
    """A bracket that several delegations want, one for each of them, side by side; resolved it is the same text.

    Raises `Misuse` where fewer than two want it, where it stood in the base, and where it is not within one text.
    """
    found, _ = _clause(instrument, clause)
    _refuse_strangers(found, (bracket,))
    held = bracket.holders
    if held is None or len(held.by) < 2 or held.base:
        raise Misuse("only a bracket that two or more want, and that did not stand in the base, is split")
    if (bracket.start.unit, bracket.start.in_text) != (bracket.end.unit, bracket.end.in_text):
        raise Misuse("a bracket over labels or several provisions is not split: give each delegation its own provision")
    words = cut(text_of(found, bracket.start.unit), bracket.start.offset, bracket.last.offset)
    gap = " " if held.alternative else ""
    each = [atom for name in held.by for atom in (gap, *words, replace(held, by=(name,)))][1:]
    place = _place(found, bracket.start.unit)
    old = cut(text_of(found, bracket.start.unit), bracket.start.offset, bracket.last.offset + 1)
    return _changes(instrument, [Replace(place, bracket.start.offset, old, text(*each))])


def _clause(instrument: Instrument, id: str) -> tuple[Clause, int]:
    for position, clause in enumerate(instrument):
        if clause.id == id:
            return clause, position
    raise Misuse(f'there is no clause "{id}"')


def _refuse_strangers(clause: Clause, brackets: Iterable[Bracket]) -> None:
    known = set(walk(scan(clause).brackets))
    if not known.issuperset(brackets):
        raise Misuse(f"{clause.id} has no such bracket: scan this very text")


def _decided(instrument: Instrument, id: str, verdicts: Verdicts) -> Changes:
    clause, position = _clause(instrument, id)
    _refuse_strangers(clause, verdicts)
    return _changes(instrument, items(clause, position, decided(clause, verdicts)))


def _changes(instrument: Instrument, done: Iterable[Item]) -> Changes:
    performed = execute(Changes("", "", tuple(done)), instrument)
    return describe(instrument, performed.result, performed.pairing)


def _place(clause: Clause, unit: int) -> Place:
    if unit == HEADING:
        return Place(clause.id, Part.HEADING)
    notes = unit - len(clause.provisions)
    return Place(clause.id, Part.NOTE, notes) if notes >= 0 else Place(clause.id, Part.PROVISION, unit)


def _encloses(before: Clause, now: Clause, first: Point, last: Point) -> bool:
    """Whether one pair of brackets has come, and no other has changed its partner."""
    old, new = scan(before), scan(now)
    one_more = len(list(walk(new.brackets))) == len(list(walk(old.brackets))) + 1
    return one_more and any((bracket.start, bracket.end) == (first, last) for bracket in walk(new.brackets))


def _behind(clause: Clause, last: Point) -> Point:
    """Where a bracket closes behind a character."""
    at = last.offset + 1
    return replace(last, offset=behind_holders(text_of(clause, last.unit), at) if last.in_text else at)


def _added(clause: Clause, position: int, added: dict[Point, Text]) -> Iterator[Item]:
    """Characters put before others; both may be in one label."""
    labels: dict[int, str] = {}
    for point, words in sorted(added.items(), reverse=True):
        if point.in_text:
            yield Replace(_place(clause, point.unit), point.offset, (), words)
            continue
        label = labels.get(point.unit, _label(clause, point.unit))
        mark = "]" if words == text("]") else "["
        labels[point.unit] = label[: point.offset] + mark + label[point.offset :]
    yield from _relabelled(clause, position, labels)


def _label(clause: Clause, unit: int) -> str:
    return clause.label if unit == HEADING else clause.provisions[unit].label


def _relabelled(clause: Clause, position: int, labels: Mapping[int, str]) -> Iterator[Item]:
    """Units with other labels; the clause's own is its designation."""
    for unit, label in labels.items():
        if unit == HEADING:
            place = Place(clause.id, Part.CLAUSE, position)
            yield Redesignate(place, title(clause), replace(title(clause), label=label))
        else:
            old = head(clause.provisions[unit])
            yield Relabel(_place(clause, unit), old, replace(old, label=label))
