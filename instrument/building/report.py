"""The reading report: what a reader met and did not carry, what it guessed, what was hidden, grouped for a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from instrument.problem import Problem, Severity


class Group(StrEnum):
    """What a finding is about, in the order in which a person wants to know."""

    LOST = "Words that were not carried"
    HIDDEN = "Hidden things"
    OMITTED = "Met and not carried"
    TRACKED = "Tracked changes"
    COMMENTS = "Comments"
    FATES = "Clauses of the earlier text"
    GUESS = "Guesses"
    OTHER = "Worth a look"


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem as the report tells it: its group, and the part of the file, "" where unknown.

    `is_lost` says that a word was not carried.
    """

    problem: Problem
    group: Group
    part: str
    is_lost: bool


# A word of the text itself, where the reader calls it an error.
_IN_THE_TEXT = {"hidden-words", "not-read", "outside-clause"}
# Words beside the text; without a letter they are none, like the number of a page.
_BESIDE_THE_TEXT = {"comment", "contents", "left-out", "note-without-mark", "page-edge"}
_GROUPS = {
    **dict.fromkeys(("hidden-words", "faint-words", "macros", "embedded", "building-blocks"), Group.HIDDEN),
    **dict.fromkeys(("attached-template", "outside", "field-outside"), Group.HIDDEN),
    "tracked-change": Group.TRACKED,
    "comments-kept": Group.COMMENTS,
    **dict.fromkeys(("kept", "new", "gone", "doubtful", "anchor-kept", "anchor-gone"), Group.FATES),
}
_WITHOUT_WORDS = _IN_THE_TEXT | _BESIDE_THE_TEXT | {"link", "unknown", "field-empty"}


def findings(problems: Iterable[Problem], name: str) -> tuple[Finding, ...]:
    """What there is to report of the text called `name`, group by group.

    >>> from instrument.problem import Where
    >>> hidden = Problem("hidden-words", Severity.ERROR, Where("a.docx", 3), "hidden words were not read", words="not")
    >>> (finding,) = findings([hidden], "a.docx")
    >>> finding.group.value, finding.is_lost
    ('Hidden things', True)
    """
    order = list(Group)
    return tuple(sorted((_finding(problem, name) for problem in problems), key=lambda each: order.index(each.group)))


def is_lost(problem: Problem) -> bool:
    """Whether a problem says that a word was not carried: this alone decides it, for every reader."""
    if problem.code in _BESIDE_THE_TEXT:
        return any(map(str.isalpha, problem.words))
    return problem.code in _IN_THE_TEXT and problem.severity is Severity.ERROR


def _finding(problem: Problem, name: str) -> Finding:
    inside = problem.where.name.startswith(f"{name}/")
    part = problem.where.name.removeprefix(f"{name}/") if inside else ""
    return Finding(problem, _group(problem), part, is_lost(problem))


def _group(problem: Problem) -> Group:
    if problem.code in _GROUPS:
        return _GROUPS[problem.code]
    if is_lost(problem):
        return Group.LOST
    if problem.severity is Severity.GUESS:
        return Group.GUESS
    return Group.OMITTED if problem.code in _WITHOUT_WORDS else Group.OTHER
