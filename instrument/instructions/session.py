"""Instructions while they are carried out: where they are, what was said of each, what was received as lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from instrument.changes.items import Changes
from instrument.instructions.desk import Desk
from instrument.instructions.elements import Target
from instrument.instructions.instruction import Instruction
from instrument.instructions.outcome import Outcome, Status
from instrument.problem import Problem, Severity, Where

Span = tuple[int, int]
_WIDEST_SOURCE = 2_000  # a line of a page, not a book without line ends


@dataclass(slots=True)
class Session:
    """Instructions while they are carried out.

    `heading` is where the last heading said that they are, `lost` where one stands that was not understood; `last` is
    the one before, which "the same" repeats. `unsaid` is a heading, or what else only says where, for which the next
    outcome answers. `others` are the changes of other proposals, by their symbols.
    """

    chars: str
    name: str
    desk: Desk
    others: Mapping[str, Changes] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)
    heading: list[Target] = field(default_factory=list)
    lost: int = -1
    last: Instruction | None = None
    unsaid: Span | None = None
    _lines: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._lines = [0, *accumulate(len(line) + 1 for line in self.chars.split("\n"))]

    def line(self, at: int) -> int:
        """The number of the line that a character stands in."""
        return bisect_right(self._lines, at)

    def where(self, at: int) -> Where:
        line = self.line(at)
        start, end = self._lines[line - 1], self._lines[line] - 1
        low = max(start, at - _WIDEST_SOURCE // 2)
        return Where(self.name, line, at - low + 1, self.chars[low : min(end, low + _WIDEST_SOURCE)].rstrip("\r"))

    def say(
        self,
        status: Status,
        read: Span,
        problems: Sequence[Problem],
        places: Sequence[str] = (),
        answers: Span | None = None,
    ) -> None:
        """What became of the words `read`, which stand in the stretch that the outcome answers for."""
        start, end = answers or read
        start = self.unsaid[0] if self.unsaid else start
        self.unsaid = None
        words = " ".join(self.chars[slice(*read)].split())
        named = tuple(dict.fromkeys(places))
        self.outcomes.append(Outcome(status, words, self.where(read[0]), named, tuple(problems), start, end))

    def keep(
        self,
        read: Span,
        problem: tuple[Severity, str, str, str],
        answers: Span | None = None,
    ) -> None:
        severity, code, message, hint = problem
        self.say(Status.KEPT, read, [Problem(code, severity, self.where(read[0]), message, hint)], (), answers)

    def say_where(self) -> None:
        """What only says where, and is followed by nothing to be done there."""
        if self.unsaid:
            said = self.unsaid
            self.keep(said, (Severity.WARNING, "nothing-to-do", "it says where, and nothing is to be done there", ""))
