"""Square brackets over a clause: what is not agreed, how it nests, who holds it, and which brackets never close.

Brackets are characters of the text. A bracket may open before a label, cross provisions, and close inside emphasis;
so they are read over the whole clause: heading, then each provision's label and text. Each footnote stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from instrument.model import Clause, Holders, Run, Text, cut
from instrument.outline import addresses
from instrument.problem import Problem, Read, Severity, Where

HEADING = -1
_SQUARE = re.compile(r"[\[\]]")


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A character of a clause: in the label or the text of a unit, `offset` characters in.

    `unit` is the index of a provision, `HEADING` for the heading; footnotes count on after the last provision.
    In a text an atom that is not a run counts as one character.
    """

    unit: int
    in_text: bool
    offset: int


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracketed span from its "[" to its "]", with the brackets directly inside it."""

    start: Point
    end: Point
    holders: Holders | None = None
    inside: tuple[Bracket, ...] = ()

    @property
    def last(self) -> Point:
        """The last character that belongs to the bracket: its holders, if any are named."""
        return replace(self.end, offset=self.end.offset + 1) if self.holders else self.end

    @property
    def marks(self) -> frozenset[Point]:
        """What is no word of the text: "[", "]" and the holders."""
        return frozenset((self.start, self.end, self.last))


@dataclass(frozen=True, slots=True)
class Scan:
    """The outermost brackets of a clause in order, and the brackets that have no partner."""

    brackets: tuple[Bracket, ...]
    loose: tuple[tuple[Point, str], ...]


@dataclass(slots=True)
class _Open:
    start: Point
    inside: list[Bracket] = field(default_factory=list)


def scan(clause: Clause) -> Scan:
    """The bracket structure of a clause; a bracket without a partner is set apart and breaks nothing."""
    outermost: list[Bracket] = []
    loose: list[tuple[Point, str]] = []
    for stream in _streams(clause):
        opened = [_Open(Point(HEADING, False, -1), outermost)]
        for point, char, holders in stream:
            if char == "[":
                opened.append(_Open(point))
            elif len(opened) == 1:
                loose.append((point, char))
            else:
                closed = opened.pop()
                opened[-1].inside.append(Bracket(closed.start, point, holders, tuple(closed.inside)))
        for left in opened[1:]:
            loose.append((left.start, "["))
            outermost += left.inside
    return Scan(tuple(sorted(outermost, key=lambda bracket: bracket.start)), tuple(sorted(loose)))


def spans(clause: Clause) -> Read[tuple[Bracket, ...]]:
    """The outermost brackets of a clause; each bracket without a partner is a problem at its address.

    >>> from instrument.model import Provision, text
    >>> read = spans(Clause("use", provisions=(Provision(0, "[1.", text("No State [may] use")),)))
    >>> [len(bracket.inside) for bracket in read.value], [str(problem.where) for problem in read.problems]
    ([0], ['use/1:1'])
    """
    found = scan(clause)
    return Read(found.brackets, tuple(unbalanced(char, locate(clause, point)) for point, char in found.loose))


def locate(clause: Clause, point: Point) -> Where:
    """The address of a character, for a problem."""
    if point.unit == HEADING:
        return Where(f"{clause.id}/heading", point.offset + 1)
    where = [*addresses(clause), *(f"{clause.id}/note/{note.name}" for note in clause.notes)]
    return Where(where[point.unit], point.offset + 1)


def text_of(clause: Clause, unit: int) -> Text:
    """The text of a unit, counted as `Point` counts."""
    return clause.texts[unit - HEADING]


def behind_holders(words: Text, at: int) -> int:
    """An offset behind a closing bracket, or behind those who hold it where they are named: they stay with it."""
    return at + any(isinstance(atom, Holders) for atom in cut(words, at, at + 1))


def unbalanced(char: str, where: Where) -> Problem:
    """The problem of a bracket without a partner."""
    message = f'"{char}" is never closed' if char == "[" else f'"{char}" closes nothing'
    return Problem("unbalanced-bracket", Severity.WARNING, where, message, "every [ needs its ] in the same clause")


def walk(brackets: tuple[Bracket, ...]) -> Iterator[Bracket]:
    """Every bracket, an outer one before those inside it."""
    for bracket in brackets:
        yield bracket
        yield from walk(bracket.inside)


def alternatives(brackets: tuple[Bracket, ...]) -> tuple[tuple[Bracket, ...], ...]:
    """The brackets that are rivals in one dispute, grouped: neighbours at one level that share an `alt`."""
    return (*rivals(brackets), *(group for bracket in brackets for group in alternatives(bracket.inside)))


def rivals(level: Iterable[Bracket]) -> tuple[tuple[Bracket, ...], ...]:
    """The disputes of one level alone."""
    groups: dict[str, list[Bracket]] = {}
    for bracket in level:
        if bracket.holders and bracket.holders.alternative:
            groups.setdefault(bracket.holders.alternative, []).append(bracket)
    return tuple(map(tuple, groups.values()))


Mark = tuple[Point, str, Holders | None]


def _streams(clause: Clause) -> Iterator[Iterator[Mark]]:
    yield _body(clause)
    for index, note in enumerate(clause.notes, start=len(clause.provisions)):
        yield _marks(note.text, index)


def _body(clause: Clause) -> Iterator[Mark]:
    yield from _label_marks(clause.label, HEADING)
    yield from _marks(clause.heading, HEADING)
    for index, provision in enumerate(clause.provisions):
        yield from _label_marks(provision.label, index)
        yield from _marks(provision.text, index)


def _label_marks(label: str, unit: int) -> Iterator[Mark]:
    for found in _SQUARE.finditer(label):
        yield Point(unit, False, found.start()), found[0], None


def _marks(text: Text, unit: int) -> Iterator[Mark]:
    offset = 0
    for index, atom in enumerate(text):
        if not isinstance(atom, Run):
            offset += 1
            continue
        after = text[index + 1] if index + 1 < len(text) else None
        for found in _SQUARE.finditer(atom.chars):
            last = found.end() == len(atom.chars) and found[0] == "]"
            held = after if last and isinstance(after, Holders) else None
            yield Point(unit, True, offset + found.start()), found[0], held
        offset += len(atom.chars)
