"""The numbers of provisions: at every level of a clause, list by list, in the dress and the numerals of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from instrument.labels import readings
from instrument.model import Clause, Provision, plain
from instrument.numbering.counting import Entry, Number, Row, count
from instrument.numbering.placeholders import stands_for_nothing
from instrument.outline import addresses, parents
from instrument.problem import Problem, Severity, Where

Numbers = dict[int, Number]  # by the index of the provision


def number_lists(clause: Clause, heading: Number | None, before: Number | None = None) -> tuple[Numbers, list[Problem]]:
    """The numbers of the labelled provisions of a clause, and what a person should know about them.

    `heading` is the number of the clause, which labels like "4.1" repeat; `before` is the last number of the clause
    before, where the paragraphs count through the clauses.
    """
    above = parents(clause.provisions)
    numbers: Numbers = {}
    problems: list[Problem] = []
    for parent in (None, *range(len(clause.provisions))):
        siblings = [index for index, each in enumerate(above) if each == parent]
        rows = list(_lists(clause.provisions, siblings))
        if [len(row) for row in rows] == [1]:
            problems.append(_alone(clause, rows[0][0]))
        last = before if parent is None else None
        if rows and (lost := _without_its_first(clause, siblings, rows[0], last)):
            problems.append(lost)
            continue
        for row in rows:
            counted = count([_entry(clause, index, row, parent) for index in row], last)
            counted = _under(counted, clause, row, _nearest(parent, above, numbers) or heading)
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


def _lists(provisions: Sequence[Provision], siblings: Sequence[int]) -> Iterator[list[int]]:
    """The numbered provisions among siblings; one without a number, or with a dash, parts two lists."""
    row: list[int] = []
    for index in siblings:
        if readings(provisions[index].label):
            row.append(index)
        elif row:
            yield row
            row = []
    if row:
        yield row


def _entry(clause: Clause, index: int, row: Sequence[int], parent: int | None) -> Entry:
    provisions, label = clause.provisions, clause.provisions[index].label
    place = row.index(index)
    since = row[place - 1] if place else parent or 0
    before = " ".join(plain(each.text) for each in provisions[since:index])
    is_leaf = index + 1 == len(provisions) or provisions[index + 1].depth <= provisions[index].depth
    words = provisions[index].text
    gone = stands_for_nothing(words) or (is_leaf and not words)
    return Entry(label, readings(label), addresses(clause)[index], before, _alone_before(clause, index), gone)


def _alone_before(clause: Clause, index: int) -> str:
    """The label of the provision just before, where it is deeper and its list has no other."""
    provisions, above = clause.provisions, parents(clause.provisions)
    if not index or provisions[index - 1].depth <= provisions[index].depth:
        return ""
    siblings = [each for each in range(len(above)) if above[each] == above[index - 1]]
    return provisions[index - 1].label if len(siblings) == 1 else ""


def _without_its_first(
    clause: Clause, siblings: Sequence[int], row: Sequence[int], before: Number | None
) -> Problem | None:
    """A list that does not begin with its first label, behind a paragraph that may have lost it."""
    label = clause.provisions[row[0]].label
    if before or row[0] == siblings[0] or any(read.numbers[-1] == 1 for read in readings(label)):
        return None
    message = f"“{label}” begins a list behind a paragraph that has no number and may have lost its own"
    hint = "give that paragraph its number, or begin the list with its first label"
    return Problem("unclear-start", Severity.ERROR, Where(addresses(clause)[row[0]]), message, hint)


def _under(row: Row, clause: Clause, indices: Sequence[int], above: Number | None) -> Row:
    """Labels that repeat the number above them, "4.1", with the one that it has now."""
    for place, (index, number) in enumerate(zip(indices, row.numbers, strict=False)):
        if not number.old or not (prefix := number.old.numbers[:-1]):
            continue
        if above is None or above.old is None or above.old.numbers != prefix:
            message = f"“{clause.provisions[index].label}” does not repeat the number that it stands under"
            hint = "give it the number of what it stands under"
            where = Where(addresses(clause)[index])
            return Row([], [*row.problems, Problem("unknown-prefix", Severity.ERROR, where, message, hint)])
        row.numbers[place] = replace(number, above=above.numbers)
    return row


def _alone(clause: Clause, index: int) -> Problem:
    message = f"“{clause.provisions[index].label}” is the only one of its list"
    return Problem("lone-number", Severity.INFO, Where(addresses(clause)[index]), message, "it may need no number")
