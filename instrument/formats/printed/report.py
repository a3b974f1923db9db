"""What the importer guessed and left out, collected while it reads, place by place."""

from __future__ import annotations

from dataclasses import dataclass, field

from instrument.problem import Problem, Severity, Where

LEFT_OUT = "left-out"

Place = tuple[int, int]


@dataclass(slots=True)
class Report:
    """The report on one source: every problem knows its line and column there."""

    name: str
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)

    def guess(self, code: str, place: Place, message: str, hint: str = "") -> None:
        self._add(code, Severity.GUESS, place, message, hint)

    def warn(self, code: str, place: Place, message: str, hint: str = "") -> None:
        self._add(code, Severity.WARNING, place, message, hint)

    def leave_out(self, place: Place, chars: str, why: str) -> None:
        """Characters of one line that are in no clause: the message quotes them whole, so that nothing is lost."""
        self._add(LEFT_OUT, Severity.GUESS, place, f'left out "{chars}": {why}', words=chars)

    def where(self, place: Place) -> Where:
        line, column = place
        return Where(self.name, line, column, self.lines[line - 1] if line else "")

    def in_order(self) -> tuple[Problem, ...]:
        return tuple(sorted(self.problems, key=lambda problem: (problem.where.line, problem.where.column)))

    def _add(self, code: str, severity: Severity, place: Place, message: str, hint: str = "", words: str = "") -> None:
        self.problems.append(Problem(code, severity, self.where(place), message, hint, words))


def excerpt(chars: str, length: int = 40) -> str:
    """The beginning of a text, short enough for a message.

    >>> excerpt("Each Party shall take the measures that are necessary to do so", 16)
    'Each Party shall…'
    """
    return chars if len(chars) <= length else chars[:length].rstrip() + "…"
