"""The final numbering: what was issued as 5 bis is 6, at every level, wherever that can be known."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace

from instrument.changes import Changes, describe
from instrument.changes.pairing import Pairing, Spot, Strand
from instrument.labels import Label, parse, rank, renumbered
from instrument.model import Clause, Instrument, Kind
from instrument.numbering import headings
from instrument.numbering.counting import Number
from instrument.numbering.lists import number_lists
from instrument.outline import parents
from instrument.problem import Problem, Read, Severity, Where


@dataclass(frozen=True, slots=True)
class Numbering:
    """The final numbers of a text: of clauses by id, of provisions by their place."""

    clauses: dict[str, Number] = field(default_factory=dict)
    provisions: dict[Spot, Number] = field(default_factory=dict)


def renumber(instrument: Instrument) -> Read[Changes]:
    """The changes that let every number of a text run on: no bis, no gaps, nothing else changed.

    Where anything is refused, its places are errors and there are no changes: a text half renumbered has two
    numberings.

    >>> clauses = [Clause(id, label=label) for id, label in (("use", "Article 1"), ("aid", "Article 1 bis"))]
    >>> [item.new.label for item in renumber(Instrument(tuple(clauses))).value.items]
    ['Article 2']
    """
    read = number(instrument)
    result = instrument if read.errors else relabelled(instrument, read.value)
    return Read(between(instrument, result), read.problems)


def number(instrument: Instrument) -> Read[Numbering]:
    """The final number of every clause and provision that has one, and what a person should know.

    Restarts that are deliberate stay: of annexes, of sections under their parts, of lists after words between them.
    """
    found, problems = Numbering(), [*headings.unreadable(instrument)]
    for row, counted in headings.rows(instrument):
        problems += counted.problems
        found.clauses.update((each.clause.id, to) for each, to in zip(row, counted.numbers, strict=False))
    goes_on, said = _counting_through(instrument)
    last: Number | None = None
    for clause in instrument:
        numbers, told = number_lists(clause, found.clauses.get(clause.id), last if clause.id in goes_on else None)
        problems += told
        found.provisions.update(((clause.id, index), to) for index, to in numbers.items())
        outermost = [index for index in _outermost(clause) if index in numbers]
        last = numbers[outermost[-1]] if outermost else last
    return Read(found, (*problems, *said))


def relabelled(instrument: Instrument, numbering: Numbering) -> Instrument:
    """The text with the labels of a numbering; all else stays as it is."""
    firsts = headings.firsts(instrument)
    clauses = []
    for clause in instrument:
        if to := numbering.clauses.get(clause.id):
            clause = replace(clause, label=headings.designated(clause.label, to, firsts.get(clause.id, "")))
        provisions = list(clause.provisions)
        for index, provision in enumerate(provisions):
            to = numbering.provisions.get((clause.id, index))
            if to and to.old:
                label = renumbered(provision.label, to.old, to.new, to.above)
                provisions[index] = replace(provision, label=label)
        clauses.append(replace(clause, provisions=tuple(provisions)))
    return instrument.with_clauses(clauses)


def between(issued: Instrument, final: Instrument) -> Changes:
    """The changes between a text and the same text under other numbers."""
    return describe(issued, final, in_place(issued))


def stripped(text: Instrument) -> Instrument:
    """A text without any numbers: two that differ in these alone are the same."""
    bare = (tuple(replace(each, label="") for each in clause.provisions) for clause in text)
    return text.with_clauses(
        replace(clause, label="", provisions=rows) for clause, rows in zip(text, bare, strict=True)
    )


def in_place(text: Instrument) -> Pairing:
    """The pairing of a text with itself under other numbers: everything stays where it is."""
    spots = [(clause.id, index) for clause in text for index in range(len(clause.provisions))]
    return Pairing(tuple((clause.id, clause.id) for clause in text), tuple(Strand((spot,), (spot,)) for spot in spots))


def _outermost(clause: Clause) -> list[int]:
    return [index for index, parent in enumerate(parents(clause.provisions)) if parent is None]


def _counting_through(instrument: Instrument) -> tuple[set[str], list[Problem]]:
    """The clauses whose paragraphs go on counting from the clause before, as those of a decision or an annex may."""
    steps: defaultdict[Kind, list[tuple[Clause, str]]] = defaultdict(list)
    last: Label | None = None
    for clause in instrument:
        labels = [read for index in _outermost(clause) if (read := parse(clause.provisions[index].label))]
        if labels and last:
            steps[clause.kind].append((clause, _step(last, labels[0])))
        last = labels[-1] if labels else last
    goes_on: set[str] = set()
    problems: list[Problem] = []
    for found in steps.values():
        through = [clause for clause, step in found if step == "on"]
        if not any(step == "anew" for _, step in found):
            goes_on |= {clause.id for clause, step in found if through and step != "back"}
        else:
            problems += map(_unclear, through)
    return goes_on, problems


def _step(last: Label, first: Label) -> str:
    if first.numbers[-1] == 1 and not first.suffix:
        return "anew"
    if first.system != last.system or rank(first) <= rank(last):
        return "back"
    return "on" if first.numbers[-1] - last.numbers[-1] <= 1 else "gap"


def _unclear(clause: Clause) -> Problem:
    message = f"the paragraphs of {clause.label or clause.id} begin where those before end; those of others begin anew"
    return Problem("unclear-start", Severity.ERROR, Where(clause.id), message, "begin them with 1, if that is meant")
