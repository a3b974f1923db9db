"""What is wrong with a text, as data: where, what, and what to do about it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Severity(StrEnum):
    """How much a problem matters: an error needs a person, a warning wants a look, a guess was made by an importer.

    An information is only good to know.
    """

    ERROR = "error"
    WARNING = "warning"
    GUESS = "guess"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a source: its name (a file or an address), line and column from 1, and the line itself for a caret."""

    name: str = ""
    line: int = 0
    column: int = 0
    source: str = ""

    def __str__(self) -> str:
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.name or "text", *numbers])


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a person should know about a text that was read; `words` are those of the text that it is about.

    >>> print(Problem("unclosed-bracket", Severity.ERROR, Where("a.clause", 3, 4), '"[" is never closed'))
    a.clause:3:4: error: "[" is never closed [unclosed-bracket]
    """

    code: str
    severity: Severity
    where: Where
    message: str
    hint: str = ""
    words: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.severity}: {self.message} [{self.code}]"


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What a reader made of a source, and everything it has to say about it."""

    value: T
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        return errors_in(self.problems)


class Failure(Exception):
    """The work was not done; the message is one sentence: what, where, what to do.

    `problems` lists the particulars where there are several.
    """

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


class Misuse(Failure):
    """The caller asked for something that does not exist or is not allowed: an unknown stage, a sealed one."""


class CannotRead(Failure):
    """A source is missing, is not what it claims to be, or is damaged."""


class CannotWrite(Failure):
    """A result could not be put where it was wanted; what stood there before is untouched."""


def errors_in(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that are errors, in their order."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def render(problem: Problem) -> str:
    """A problem as a terminal shows it: the sentence, the line with a caret under the place, the hint.

    >>> where = Where("a.clause", 14, 3, "1. [shall")
    >>> print(render(Problem("unclosed-bracket", Severity.ERROR, where, '"[" is never closed', "close it")))
    a.clause:14:3: error: "[" is never closed [unclosed-bracket]
      14 | 1. [shall
         |   ^
      hint: close it
    """
    where = problem.where
    lines = [str(problem)]
    if where.source and (where.line or where.column):
        source, column = _excerpt(where.source, max(where.column, 1))
        gutter = f"  {where.line} | " if where.line else "  | "
        lines.append(gutter + source)
        if where.column:
            lines.append(" " * (len(gutter) - 2) + "| " + " " * columns(source[: column - 1]) + "^")
    if problem.hint:
        lines.append(f"  hint: {problem.hint}")
    return "\n".join(lines)


def _excerpt(source: str, column: int, width: int = 96) -> tuple[str, int]:
    """The part of a long line around a column, and the column in that part."""
    if len(source) <= width:
        return source, column
    start = max(0, min(column - 1 - width // 2, len(source) - width))
    before = "…" if start else ""
    after = "…" if start + width < len(source) else ""
    return before + source[start : start + width] + after, column - start + len(before)


def columns(chars: str) -> int:
    """How many columns a terminal gives to characters: two to wide ones, none to marks and controls.

    >>> columns("a"), columns("条"), columns("أَ")
    (1, 2, 1)
    """
    if chars.isascii():
        return len(chars)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in chars)
    return len(chars) + wide - sum(unicodedata.category(char) in ("Mn", "Me", "Cf") for char in chars)
