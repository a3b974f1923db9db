"""What became of each instruction, and of each remark beside them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from instrument.changes.items import Changes
from instrument.model import Instrument
from instrument.problem import Problem, Where


class Status(StrEnum):
    """Done; done, but somebody should look; not done; kept as text, since it asks for nothing that can be done."""

    APPLIED = "applied"
    CHECK = "applied, check"
    REFUSED = "refused"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One instruction as it was received, what became of it, where, and why."""

    status: Status
    words: str
    where: Where
    places: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        places = f" ({'; '.join(self.places)})" if self.places else ""
        reasons = "".join(f": {problem.message}" for problem in self.problems[:1])
        return f"line {self.where.line}: {self.status}{places}{reasons}"


@dataclass(frozen=True, slots=True)
class Amended:
    """A text with instructions carried out, the changes that did it, and what became of each instruction."""

    instrument: Instrument
    changes: Changes
    outcomes: tuple[Outcome, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for outcome in self.outcomes for problem in outcome.problems)
