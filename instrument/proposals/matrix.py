"""What is on record of positions as a matrix: a column for each thing that a record is on, a row for each delegation.

Nothing is inferred: a cell without a record is empty, whatever a delegation sponsors, joins or lets pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from instrument.audiences import Audience
from instrument.proposals.contesting import Contested
from instrument.proposals.positions import Held, Position, held


@dataclass(frozen=True, slots=True)
class Column:
    """What records are on: a place by its address, or a proposal by its symbol; or some words there, `alternative`.

    `name` is what a lawyer calls it; `state` is that of a proposal, and says that it is one.
    """

    on: str
    alternative: str = ""
    name: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A delegation or group, and what it has on record of each column; None where it has nothing."""

    by: str
    cells: tuple[Held | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who said what of what; a column and a row have at least one record."""

    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()

    def between(self, start: int, stop: int) -> Matrix:
        """Some neighbouring columns, with those who have a record in them.

        >>> Matrix((Column("use/1"), Column("use/2")), (Row("Delegation A", (None, None)),)).between(1, 2)
        Matrix(columns=(Column(on='use/2', alternative='', name='', state=''),), rows=())
        """
        rows = (Row(row.by, row.cells[start:stop]) for row in self.rows)
        return Matrix(self.columns[start:stop], tuple(row for row in rows if any(row.cells)))


@dataclass(frozen=True, slots=True)
class Positions:
    """Everything on record of the positions on a stage, for an audience, at a moment: the matrix, the contested words.

    `text` is the stage, with its language; `title` is what documents call it.
    """

    text: str
    title: str
    language: str
    audience: Audience
    until: date | None
    matrix: Matrix
    contested: tuple[Contested, ...]


def lay_out(columns: Sequence[Column], positions: Iterable[Position], speakers: Sequence[str]) -> Matrix:
    """The matrix of positions on columns, the delegations in the order of `speakers`, others after them.

    >>> from instrument.proposals.positions import note
    >>> said = [note(f"use/1: Delegation {who}", date(2026, 3, 9)) for who in ("B: supports", "A: opposes")]
    >>> [row.by for row in lay_out([Column("use/1")], said, ["Delegation A", "Delegation B"]).rows]
    ['Delegation A', 'Delegation B']
    """
    found = held(positions)
    known = {name: number for number, name in enumerate(speakers)}
    names = sorted({by for _, _, by in found}, key=lambda name: (known.get(name, len(known)), name))
    rows = (Row(by, tuple(found.get((each.on, each.alternative, by)) for each in columns)) for by in names)
    return Matrix(tuple(columns), tuple(rows))
