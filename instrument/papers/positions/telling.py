"""Positions in the words of a language: the heads and cells of the matrix, every record, every contested stretch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from instrument.papers.positions.wording import WORDINGS, Wording
from instrument.proposals.contesting import Contested, Side
from instrument.proposals.matrix import Column, Matrix, Positions
from instrument.proposals.moments import show
from instrument.proposals.positions import Held, Position

Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Teller:
    """The words of a language, and the delegations' names in it by those on record."""

    said: Wording
    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, language: str, names: Mapping[str, str] | None = None) -> Teller:
        return cls(WORDINGS.get(language, WORDINGS["en"]), names or {})

    def name(self, delegation: str) -> str:
        return self.names.get(delegation, delegation)

    def legend(self, positions: Positions) -> Iterator[str]:
        """How the matrix is to be read, and what is not in it."""
        if positions.until:
            yield self.said.until.format(show(positions.until))
        yield self.said.empty
        if positions.audience != "internal":
            yield self.said.narrower

    def head(self, column: Column, named: str) -> Line:
        """What stands over a column, a line each: `named`, the words that are meant, the state of a proposal."""
        alternative = self.said.quoted.format(column.alternative) if column.alternative else ""
        state = self.said.states.get(column.state, column.state)
        return tuple(filter(None, (named, alternative, state and f"({state})")))

    def cell(self, held: Held | None) -> str:
        """The position that stands in a word; nothing where none is on record."""
        if held is None:
            return ""
        position = self._position(held.latest)
        return self.said.before.format(position, self.said.stances[held.before]) if held.before else position

    def records(self, matrix: Matrix) -> Iterator[tuple[Column, Line]]:
        """Every position that stands: who, which, in which words, where and when."""
        for at, column in enumerate(matrix.columns):
            for row in matrix.rows:
                if held := row.cells[at]:
                    one = held.latest
                    yield column, (self.name(row.by), self._position(one), one.words, one.meeting, show(one.at))

    def place(self, contested: Contested, named: str) -> str:
        if contested.is_new:
            return self.said.new.format(named) if named else self.said.first
        return named

    def side(self, side: Side) -> tuple[str, str]:
        """The words of a side, and who hold it."""
        words = side.words or self.said.nothing
        names = self.said.between.join(map(self.name, side.by))
        symbols = f" ({self.said.between.join(side.symbols)})" if side.symbols else ""
        held = self.said.held.format(len(side.by), names) + symbols if side.by else ""
        return self.said.base.format(words) if side.is_base else words, held

    def _position(self, one: Position) -> str:
        return self.said.stances[one.stance] if one.stance else self.said.view
