"""What became of each instruction, and of each remark beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from instrument.changes.items import Changes
from instrument.model import Instrument
from instrument.problem import Problem, Severity, Where


class Status(StrEnum):
    """Done; done, but somebody should look; not done; kept as text, since it asks for nothing that can be done."""

    APPLIED = "applied"
    CHECK = "applied, check"
    REFUSED = "refused"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One instruction as it was received, what became of it, where, and why.

    It answers for all that was received from `start` to `end`: its words, the heading above them, what joins them to
    the next. Every character that was received stands in some outcome.
    """

    status: Status
    words: str
    where: Where
    places: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    start: int = 0
    end: int = 0

    @property
    def needs_a_person(self) -> bool:
        """Whether somebody has to look: it was refused, or carried out or kept with a doubt."""
        return any(problem.severity is not Severity.INFO for problem in self.problems)

    def __str__(self) -> str:
        places = f" ({'; '.join(self.places)})" if self.places else ""
        reasons = "".join(f": {problem.message}" for problem in self.problems[:1])
        return f"line {self.where.line}: {self.status}{places}{reasons}"


@dataclass(frozen=True, slots=True)
class Amended:
    """A text with instructions carried out, the changes that did it, and what became of each instruction.

    It unpacks into the text and the outcomes.
    """

    instrument: Instrument
    changes: Changes
    outcomes: tuple[Outcome, ...]

    def __iter__(self) -> Iterator[Any]:
        yield self.instrument
        yield self.outcomes

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for outcome in self.outcomes for problem in outcome.problems)
