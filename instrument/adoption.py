"""A later text under the identities of the one it grew from: which clause is which, whatever its number is now.

A text read from print knows numbers, not ids. Its clauses are matched to those of its base by their words, and take
over ids, anchors and the names of notes; a live reference of the base is words in print, and stays words.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from instrument.changes.pairing import Pairing, Spot
from instrument.changes.tokens import read
from instrument.comparison.align import Block, align
from instrument.difference.pairing import ALONE, pair
from instrument.difference.phrases import listed
from instrument.model import Clause, Instrument, plain, rename_notes
from instrument.problem import Problem, Read, Severity, Where

SURE = 0.6  # below it a match wants a person's confirmation

FateKind = Literal["kept", "new", "gone", "doubtful"]
Anchors = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a clause: its id, how it is designated and headed (before, if it is gone), how alike it stayed.

    `anchors` are those that it keeps from the base, `lost` those whose provision is not found in it any more.
    """

    kind: FateKind
    id: str
    label: str
    heading: str
    similarity: float = 0.0
    anchors: Anchors = ()
    lost: Anchors = ()

    def __str__(self) -> str:
        name = " ".join(filter(None, (self.label, self.heading and f'"{self.heading}"'))) or "a clause without a label"
        alike = f"{self.similarity:.0%} alike"
        match self.kind:
            case "kept":
                return f"{name} is {self.id}, {alike}"
            case "doubtful":
                return f"{name} may be {self.id}, but only {alike}"
            case "new":
                return f"{name} is new, as {self.id}"
            case "gone":
                return f"{self.id} is gone, it was {name}"


@dataclass(frozen=True, slots=True)
class Adoption:
    """A text under the ids and anchors of its base, and the fate of every clause of either."""

    instrument: Instrument
    fates: tuple[Fate, ...]


def adopt(new: Instrument, base: Instrument) -> Read[Instrument]:
    """The new text under the base's ids and anchors, with what became of each clause and anchor as problems.

    >>> from instrument.model import text
    >>> base = Instrument((Clause("clearance", label="Article 4", heading=text("Clearance")),))
    >>> new = Instrument((Clause("article-5", label="Article 5", heading=text("Clearance")),))
    >>> adopted = adopt(new, base)
    >>> adopted.value.clauses[0].id, adopted.problems[0].message
    ('clearance', 'Article 5 "Clearance" is clearance, 100% alike')
    """
    adoption = identify(new, base)
    return Read(adoption.instrument, tuple(problem for fate in adoption.fates for problem in _problems(fate)))


def identify(new: Instrument, base: Instrument) -> Adoption:
    """The new text under the base's ids and anchors."""
    paired = pair(base, new)
    origin = {continued: old for old, continued in paired.pairing.clauses}
    anchors = _carried(paired.pairing, base)
    olds, taken = {clause.id: clause for clause in base}, {clause.id for clause in base}
    clauses: list[Clause] = []
    fates: list[Fate] = []
    for clause in new:
        if clause.id in origin:
            old = olds.pop(origin[clause.id])
            clauses.append(_continue(clause, old, anchors))
            fates.append(_kept(clauses[-1], old, paired.alike[old.id, clause.id]))
        else:
            clauses.append(replace(clause, id=_free(clause.id, taken)))
            fates.append(_fate("new", clauses[-1]))
    gone = (_fate("gone", old, lost=_anchors(old)) for old in olds.values())
    return Adoption(new.with_clauses(clauses), (*fates, *gone))


def _carried(pairing: Pairing, base: Instrument) -> dict[Spot, str]:
    """The anchors of the base by the provisions of the new text that continue theirs, in the same clause."""
    pairs, clauses = dict(pairing.clauses), {clause.id: clause for clause in base}
    found: dict[Spot, str] = {}
    for strand in pairing.strands:
        for id, index in strand.base:
            anchor = clauses[id].provisions[index].anchor
            if anchor and strand.result[0][0] == pairs.get(id):
                found.setdefault(strand.result[0], anchor)
    return found


def _continue(clause: Clause, old: Clause, anchors: Mapping[Spot, str]) -> Clause:
    """A clause under the id of the one it continues, its provisions and notes under the names of theirs."""
    provisions = tuple(
        replace(provision, anchor=provision.anchor or anchors.get((clause.id, index), ""))
        for index, provision in enumerate(clause.provisions)
    )
    names = _notes(clause, old) if clause.notes and old.notes else {}
    return rename_notes(replace(clause, id=old.id, provisions=provisions), names)


def _notes(clause: Clause, old: Clause) -> dict[str, str]:
    """What the notes of a clause are called: as the note they continue, or else by a number that is free."""
    before, after = ([Block(tuple(read((note.text,)).words)) for note in each.notes] for each in (old, clause))
    matches = align(before, after).matches
    names = {clause.notes[match.new[0]].name: old.notes[match.old[0]].name for match in matches}
    taken = {note.name for note in old.notes}
    for note in clause.notes:
        if note.name not in names:
            free = (name for name in itertools.chain([note.name], map(str, itertools.count(1))) if name not in taken)
            names[note.name] = next(free)
            taken.add(names[note.name])
    return names


def _kept(clause: Clause, old: Clause, similarity: float) -> Fate:
    anchors, before = _anchors(clause), _anchors(old)
    kept = tuple(anchor for anchor in before if anchor in anchors)
    lost = tuple(anchor for anchor in before if anchor not in anchors)
    certain = similarity >= SURE or clause.kind in ALONE
    return _fate("kept" if certain else "doubtful", clause, similarity, kept, lost)


def _fate(kind: FateKind, clause: Clause, similarity: float = 0.0, anchors: Anchors = (), lost: Anchors = ()) -> Fate:
    return Fate(kind, clause.id, clause.label, plain(clause.heading), similarity, anchors, lost)


def _anchors(clause: Clause) -> Anchors:
    return tuple(provision.anchor for provision in clause.provisions if provision.anchor)


def _free(id: str, taken: set[str]) -> str:
    """The wanted id, or the nearest one that nothing has; it is taken from now on."""
    names = (id if count == 1 else f"{id}-{count}" for count in itertools.count(1))
    free = next(name for name in names if name not in taken)
    taken.add(free)
    return free


def _problems(fate: Fate) -> Iterator[Problem]:
    where = Where(fate.id)
    severity = Severity.GUESS if fate.kind in ("kept", "new") else Severity.WARNING
    hint = "see whether it is the same clause" if fate.kind == "doubtful" else ""
    yield Problem(fate.kind, severity, where, str(fate), hint)
    if fate.anchors:
        kept = "the anchor {} is kept" if len(fate.anchors) == 1 else "the anchors {} are kept"
        yield Problem("anchor-kept", Severity.GUESS, where, kept.format(listed(fate.anchors)))
    for anchor in fate.lost:
        yield Problem("anchor-gone", Severity.WARNING, where, f"the anchor {anchor} is gone, with what it marked")
