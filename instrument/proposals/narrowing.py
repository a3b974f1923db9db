"""Amendments narrowed to some clauses: what they change there, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from instrument.changes.describing import describe
from instrument.changes.items import Changes, Item
from instrument.changes.performing import execute
from instrument.changes.singles import singles
from instrument.model import Instrument
from instrument.problem import Misuse, Problem, Read, Severity, Where
from instrument.proposals.amendment import Amendment
from instrument.proposals.linking import left_out
from instrument.proposals.proposal import clauses_of


def narrow(amendments: Sequence[Amendment], base: Instrument, clauses: Collection[str]) -> Read[list[Amendment]]:
    """Amendments of a text with what they change in some clauses, by their ids; with all of it where none is named.

    What is left out is a problem: an amendment that changes none of them, and each edit of one that changes others too.
    A move from one clause into another is of both. Raises `Misuse` for a clause that nobody changes.

    >>> from instrument.difference.comparison import changes_of
    >>> from instrument.model import Clause, text
    >>> base, both = (Instrument((Clause("use", heading=text(one)), Clause("aid", heading=text(other))))
    ...               for one, other in (("Use", "Aid"), ("Using", "Aiding")))
    >>> narrowed = narrow([Amendment(changes_of(base, both), ("Delegation A",))], base, ["aid"])
    >>> [len(each.changes.items) for each in narrowed.value], [problem.code for problem in narrowed.problems]
    ([1], ['taken-in-part'])
    """
    if not clauses:
        return Read(list(amendments))
    changed = {id for each in amendments for id in _changed(each.changes, base)}
    if strange := [id for id in clauses if id not in changed]:
        there = ", ".join(clause.id for clause in base if clause.id in changed)
        raise Misuse(f"{', '.join(strange)}: none of these proposals changes it; they change {there or 'nothing'}")
    kept: list[Amendment] = []
    problems: list[Problem] = []
    for each in amendments:
        chosen, rest = _parted(each.changes, base, clauses)
        changes = _made(chosen, base) if rest else each.changes
        if changes:
            kept.append(replace(each, changes=changes))
        if rest:
            problems.append(left_out(str(each), rest, base) if changes else _none_of_it(each, base))
    return Read(kept, tuple(problems))


def _parted(changes: Changes, base: Instrument, clauses: Collection[str]) -> tuple[list[Item], list[Item]]:
    """What is done in some clauses, and what is done elsewhere too."""
    chosen: list[Item] = []
    rest: list[Item] = []
    for item in singles(changes, base):
        (chosen if all(id in clauses for id in clauses_of(item)) else rest).append(item)
    return chosen, rest


def _made(items: Sequence[Item], base: Instrument) -> Changes:
    performed = execute(Changes("", "", tuple(items)), base)
    return describe(base, performed.result, performed.pairing)


def _changed(changes: Changes, base: Instrument) -> tuple[str, ...]:
    """The ids of the clauses that are changed, in the order of the changes."""
    return tuple(dict.fromkeys(id for item in singles(changes, base) for id in clauses_of(item)))


def _none_of_it(amendment: Amendment, base: Instrument) -> Problem:
    message = f"left out: it changes {', '.join(_changed(amendment.changes, base))}"
    return Problem("left-out", Severity.INFO, Where(str(amendment)), message)
