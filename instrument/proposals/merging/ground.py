"""A text laid out as one line of places, so that every change of it is words put in the place of words.

A clause is units in a row: its heading, its provisions, its notes; a unit is an opening (what it has besides its
words), its words, an end. A paragraph split, joined, moved or renumbered is then a change like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import groupby
from typing import NamedTuple

from instrument.changes.items import Head, Part, Place, Title
from instrument.model import Atom, Clause, Footnote, Instrument, Provision, Text, cut, length, text


@dataclass(frozen=True, slots=True)
class Opening:
    """What begins a unit: the title of a clause, the head of a provision, the name of a note."""

    head: Title | Head | str
    comments: tuple[str, ...] = field(default=(), compare=False)


class Mark(Enum):
    """What ends a unit."""

    END = "end"


END = Mark.END
Token = Atom | Opening | Mark
Fragment = tuple[Token, ...]
_EMPTY = Clause("")


class Position(NamedTuple):
    """A point of a text: before the opening of a unit (offset 0), or that many steps after it, a character each.

    The end of a unit is the beginning of the next one; between provisions and notes stands a unit without words.
    """

    clause: int
    unit: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """What lies between two points of a text."""

    start: Position
    end: Position

    @property
    def is_inline(self) -> bool:
        """Whether it is words of one unit and nothing of its shape."""
        return self.start.offset > 0

    @property
    def is_label(self) -> bool:
        """Whether it is the opening of a unit, of which only the label is in question."""
        return self.start.offset == 0 and self.end == self.start._replace(offset=1)

    @property
    def is_point(self) -> bool:
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading, a provision or a note; without an opening, the place between the provisions and the notes."""

    opening: Opening | None
    text: Text
    length: int

    @property
    def fragment(self) -> Fragment:
        return (self.opening, *self.text, END) if self.opening else ()


@dataclass(frozen=True, slots=True)
class Ground:
    """A text with the units of each of its clauses."""

    base: Instrument
    clauses: tuple[tuple[Unit, ...], ...]
    numbers: dict[str, int]

    def unit(self, position: Position) -> Unit:
        return self.clauses[position.clause][position.unit]

    def position(self, place: Place) -> Position:
        """Where a text of the base begins."""
        number = self.numbers[place.clause]
        before = {Part.HEADING: 0, Part.PROVISION: 1, Part.NOTE: len(self.base.clauses[number].provisions) + 2}
        return Position(number, before[place.part] + place.index)

    def cut(self, start: Position, end: Position) -> Fragment:
        """What stands between two points."""
        found: list[Token] = []
        for clause in range(start.clause, min(end.clause + 1, len(self.clauses))):
            for number, unit in enumerate(self.clauses[clause]):
                here, after = Position(clause, number), Position(clause, number + 1)
                if after <= start or unit.opening is None:
                    continue
                if here >= end:
                    break
                if here >= start:
                    found.append(unit.opening)
                first = start.offset - 1 if start > here else 0
                last = end.offset - 1 if end < after else unit.length
                found += unit.text if (first, last) == (0, unit.length) else cut(unit.text, max(0, first), last)
                if after <= end:
                    found.append(END)
        return tuple(found)

    def within(self, first: int, last: int) -> Ground:
        """The same with the words of some clauses alone, every place where it was: what a part of the work needs."""
        rest = len(self.base) - last
        clauses = (_EMPTY,) * first + self.base.clauses[first:last] + (_EMPTY,) * rest
        return replace(
            self,
            base=self.base.with_clauses(clauses),
            clauses=((),) * first + self.clauses[first:last] + ((),) * rest,
        )

    def chars(self, start: Position, end: Position) -> Text:
        """What stands between two points of one unit."""
        return cut(self.unit(start).text, start.offset - 1, end.offset - 1)


def lay_out(base: Instrument) -> Ground:
    """The ground of a text."""
    return Ground(base, tuple(tuple(units(clause)) for clause in base), {c.id: n for n, c in enumerate(base)})


def units(clause: Clause) -> Iterator[Unit]:
    """The units of a clause in their order."""
    title = Title(clause.id, clause.kind, clause.label)
    yield Unit(Opening(title, clause.comments), clause.heading, length(clause.heading))
    for each in clause.provisions:
        opening = Opening(Head(each.depth, each.label, each.anchor), each.comments)
        yield Unit(opening, each.text, length(each.text))
    yield Unit(None, (), 0)
    for note in clause.notes:
        yield Unit(Opening(note.name), note.text, length(note.text))


def tokens(clause: Clause) -> Fragment:
    """A whole clause as a fragment."""
    return tuple(token for unit in units(clause) for token in unit.fragment)


def words(fragment: Iterable[Token]) -> Text:
    """The words of a fragment read on as one text."""
    return text(*(token for token in fragment if not isinstance(token, Opening | Mark)))


def joined(fragment: Iterable[Token]) -> Fragment:
    """A fragment in its one normal form: equal neighbours joined."""
    found: list[Token] = []
    for is_shape, group in groupby(fragment, key=lambda token: isinstance(token, Opening | Mark)):
        same = list(group)
        found += same if is_shape else words(same)
    return tuple(found)


def raise_text(fragment: Sequence[Token], language: str) -> Instrument:
    """The text that a whole fragment stands for.

    >>> clause = Clause("use", provisions=(Provision(0, "1.", text("Never.")),))
    >>> raise_text(tokens(clause), "en").clauses == (clause,)
    True
    """
    clauses: list[Clause] = []
    parts: list[tuple[Opening, Text]] = []
    opening, gathered = Opening(""), list[Atom]()
    for token in fragment:
        if isinstance(token, Opening):
            if isinstance(token.head, Title) and parts:
                clauses.append(_clause(parts))
                parts = []
            opening, gathered = token, []
        elif isinstance(token, Mark):
            parts.append((opening, text(*gathered)))
        else:
            gathered.append(token)
    return Instrument((*clauses, *([_clause(parts)] if parts else [])), language)


def _clause(parts: Sequence[tuple[Opening, Text]]) -> Clause:
    (opening, heading), *rest = parts
    title = opening.head
    assert isinstance(title, Title)
    provisions = tuple(
        Provision(each.head.depth, each.head.label, content, each.head.anchor, each.comments)
        for each, content in rest if isinstance(each.head, Head)
    )  # fmt: skip
    notes = tuple(Footnote(each.head, content) for each, content in rest if isinstance(each.head, str))
    return Clause(title.id, title.kind, title.label, heading, provisions, notes, opening.comments)
