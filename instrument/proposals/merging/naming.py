"""Names that are there once: two versions of one clause, provision or note cannot both have its name in one text."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from instrument.model import Clause, Footnote, Instrument, Provision


def distinct(printed: Instrument) -> Instrument:
    """The text with every id, anchor and note name once: the first keeps it, and what comes later is told apart.

    References go on to the first, so what stood in the base is found where it stood. An anchor that is there already
    is left out, for nothing can refer to the second.

    >>> twice = Instrument((Clause("use"), Clause("use")))
    >>> [clause.id for clause in distinct(twice)]
    ['use', 'use-2']
    """
    ids: set[str] = set()
    return printed.with_clauses(_clause(clause, ids) for clause in printed)


def _clause(clause: Clause, ids: set[str]) -> Clause:
    id = _free(clause.id, ids)
    anchors: set[str] = set()
    names: set[str] = set()
    notes = tuple(Footnote(_free(note.name, names), note.text) for note in clause.notes)
    provisions = tuple(_provision(provision, anchors) for provision in clause.provisions)
    return replace(clause, id=id, provisions=provisions, notes=notes)


def _provision(provision: Provision, anchors: set[str]) -> Provision:
    if not provision.anchor or provision.anchor not in anchors:
        anchors.add(provision.anchor)
        return provision
    return replace(provision, anchor="")


def _free(name: str, taken: set[str]) -> str:
    free = name if name not in taken else next(f"{name}-{n}" for n in count(2) if f"{name}-{n}" not in taken)
    taken.add(free)
    return free
