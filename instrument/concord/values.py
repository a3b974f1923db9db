"""What a comparison of languages finds, as values."""

from __future__ import annotations

from dataclasses import dataclass

from instrument.concord.alignment import Pair
from instrument.concord.units import Unit
from instrument.problem import Problem, Severity, Where

# What wants a look, where all else is a difference.
WARNINGS = ("label-style",)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in one of the texts: its name, its language, the address in it, the words there that differ."""

    text: str
    language: str
    address: str
    words: str = ""

    def __str__(self) -> str:
        return f"{self.address}@{self.text}"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which two languages are not in step, at its place in either; `message` has the words of both."""

    code: str
    message: str
    places: tuple[Place, ...]
    hint: str = ""

    @property
    def problem(self) -> Problem:
        """The difference at its place in the second text, or the only one."""
        severity = Severity.WARNING if self.code in WARNINGS else Severity.ERROR
        words = "; ".join(place.words for place in self.places if place.words)
        return Problem(self.code, severity, Where(str(self.places[-1])), self.message, self.hint, words)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A clause in the first text and in another, its units paired; `cut` where one was cut up at its labels."""

    clause: str
    pairs: tuple[Pair, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Concordance:
    """Texts in several languages laid beside the first: the clauses of each, paired, and all that differs."""

    names: tuple[str, ...]
    languages: tuple[str, ...]
    chapters: tuple[tuple[Chapter, ...], ...]  # for each text after the first
    differences: tuple[Difference, ...]

    def pairs(self, text: int, clause: str) -> tuple[Pair, ...]:
        """The units of a clause beside those of a text, which is counted from 1: the first has nothing beside it."""
        return next((each.pairs for each in self.chapters[text - 1] if each.clause == clause), ())

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(each.problem for each in self.differences)


def excerpt(units: tuple[Unit, ...], longest: int = 48) -> str:
    """The beginning of what units read, to know them by."""
    said = " ".join(unit.printed for unit in units)
    return said if len(said) <= longest else f"{said[:longest].rstrip()}…"
