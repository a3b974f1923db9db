"""The numbers of provisions: at every level of a clause, list by list, in the dress and the numerals of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from instrument.labels import readings
from instrument.model import Clause, Provision, plain
from instrument.numbering.counting import Entry, Number, Row, count
from instrument.numbering.placeholders import stands_for_nothing
from instrument.outline import addresses, parents
from instrument.problem import Problem, Severity, Where

Numbers = dict[int, Number]  # by the index of the provision


@dataclass(frozen=True, slots=True)
class _Ground:
    """A clause with the parent and the children of each provision, and its address."""

    provisions: tuple[Provision, ...]
    above: list[int | None]
    below: Mapping[int | None, list[int]]
    where: tuple[str, ...]

    @classmethod
    def of(cls, clause: Clause) -> _Ground:
        above, below = parents(clause.provisions), defaultdict[int | None, list[int]](list)
        for index, parent in enumerate(above):
            below[parent].append(index)
        return cls(clause.provisions, above, below, addresses(clause))

    def problem(self, code: str, severity: Severity, index: int, message: str, hint: str) -> Problem:
        return Problem(code, severity, Where(self.where[index]), message, hint)


def number_lists(clause: Clause, heading: Number | None, before: Number | None = None) -> tuple[Numbers, list[Problem]]:
    """The numbers of the labelled provisions of a clause, and what a person should know about them.

    `heading` is the number of the clause, which labels like "4.1" repeat; `before` is the last number of the clause
    before, where the paragraphs count through the clauses.
    """
    ground = _Ground.of(clause)
    numbers: Numbers = {}
    problems: list[Problem] = []
    for parent in sorted(ground.below, key=lambda index: -1 if index is None else index):
        rows = list(_lists(ground, parent))
        if [len(row) for row in rows] == [1]:
            problems.append(_alone(ground, rows[0][0]))
        last = before if parent is None else None
        if rows and (lost := _without_its_first(ground, parent, rows[0], last)):
            problems.append(lost)
            continue
        for row in rows:
            counted = count(_entries(ground, row, parent), last)
            counted = _under(counted, ground, row, _nearest(parent, ground.above, numbers) or heading)
            problems += counted.problems
            if counted.is_refused:
                break  # whether the next list goes on from this one cannot be known
            numbers |= dict(zip(row, counted.numbers, strict=True))
            last = counted.numbers[-1]
    return numbers, problems


def _nearest(parent: int | None, above: Sequence[int | None], numbers: Numbers) -> Number | None:
    """The number of the nearest provision upward that has one."""
    while parent is not None and parent not in numbers:
        parent = above[parent]
    return numbers[parent] if parent is not None else None


def _lists(ground: _Ground, parent: int | None) -> Iterator[list[int]]:
    """The numbered provisions among siblings; one without a number, or with a dash, parts two lists."""
    row: list[int] = []
    for index in ground.below[parent]:
        if readings(ground.provisions[index].label):
            row.append(index)
        elif row:
            yield row
            row = []
    if row:
        yield row


def _entries(ground: _Ground, row: Sequence[int], parent: int | None) -> list[Entry]:
    """The labels of a list, each with the words since the one before, or since the chapeau."""
    entries = []
    since = parent or 0
    for index in row:
        provision = ground.provisions[index]
        before = " ".join(plain(each.text) for each in ground.provisions[since:index])
        gone = stands_for_nothing(provision.text) or (not provision.text and index not in ground.below)
        entries.append(
            Entry(
                provision.label, readings(provision.label), ground.where[index], before,
                alone=_alone_before(ground, index), is_placeholder=gone,
            )
        )  # fmt: skip
        since = index
    return entries


def _alone_before(ground: _Ground, index: int) -> str:
    """The label of the provision just before, where it is deeper and its list has no other."""
    if not index or ground.provisions[index - 1].depth <= ground.provisions[index].depth:
        return ""
    is_alone = len(ground.below[ground.above[index - 1]]) == 1
    return ground.provisions[index - 1].label if is_alone else ""


def _without_its_first(
    ground: _Ground, parent: int | None, row: Sequence[int], before: Number | None
) -> Problem | None:
    """A list that does not begin with its first label, behind a paragraph that may have lost it."""
    label = ground.provisions[row[0]].label
    if before or row[0] == ground.below[parent][0] or any(read.numbers[-1] == 1 for read in readings(label)):
        return None
    message = f"“{label}” begins a list behind a paragraph that has no number and may have lost its own"
    hint = "give that paragraph its number, or begin the list with its first label"
    return ground.problem("unclear-start", Severity.ERROR, row[0], message, hint)


def _under(row: Row, ground: _Ground, indices: Sequence[int], above: Number | None) -> Row:
    """Labels that repeat the number above them, "4.1", with the one that it has now."""
    for place, (index, number) in enumerate(zip(indices, row.numbers, strict=False)):
        if not number.old or not (prefix := number.old.numbers[:-1]):
            continue
        if above is None or above.old is None or above.old.numbers != prefix:
            message = f"“{ground.provisions[index].label}” does not repeat the number that it stands under"
            hint = "give it the number of what it stands under"
            problem = ground.problem("unknown-prefix", Severity.ERROR, index, message, hint)
            return Row([], [*row.problems, problem])
        row.numbers[place] = replace(number, above=above.numbers)
    return row


def _alone(ground: _Ground, index: int) -> Problem:
    message = f"“{ground.provisions[index].label}” is the only one of its list"
    return ground.problem("lone-number", Severity.INFO, index, message, "it may need no number")
