"""The tree that a reader sees in a clause: parents, chapeaux, closing words, addresses.

A clause stores its provisions flat; everything here is computed from their depths and labels. Addresses are for
people ("clearance/1/a") and hold at one stage only; what must survive renumbering uses anchors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from instrument.labels import key
from instrument.model import Clause, Instrument, Note, Provision
from instrument.problem import Misuse

Role = Literal["item", "chapeau", "closing"]
Part = Literal["clause", "provision", "heading", "chapeau", "note"]


def parents(provisions: Sequence[Provision]) -> list[int | None]:
    """The index of each provision's parent: the nearest one before it that stands less deep.

    >>> parents([Provision(0, "1."), Provision(1, "(a)"), Provision(1, "(b)"), Provision(0, "2.")])
    [None, 0, 0, None]
    """
    above: list[int] = []
    found: list[int | None] = []
    for index, provision in enumerate(provisions):
        while above and provisions[above[-1]].depth >= provision.depth:
            above.pop()
        found.append(above[-1] if above else None)
        above.append(index)
    return found


def roles(provisions: Sequence[Provision]) -> list[Role]:
    """What each provision is to its neighbours: closing words follow a list at its depth, a chapeau leads one.

    >>> roles([Provision(0, "1."), Provision(1, "(a)"), Provision(1)])
    ['chapeau', 'item', 'closing']
    """
    found: list[Role] = []
    labelled: set[tuple[int | None, int]] = set()
    for index, (parent, provision) in enumerate(zip(parents(provisions), provisions, strict=True)):
        following = provisions[index + 1].depth if index + 1 < len(provisions) else 0
        if provision.label:
            labelled.add((parent, provision.depth))
        if not provision.label and parent is not None and (parent, provision.depth) in labelled:
            found.append("closing")
        else:
            found.append("chapeau" if following > provision.depth else "item")
    return found


@lru_cache(maxsize=512)
def addresses(clause: Clause) -> tuple[str, ...]:
    """The shortest unique address of each provision.

    A labelled provision is named by its label, an unlabelled one by its count ("~3") or "closing"; an unlabelled
    level is left out where the address stays unique.

    >>> addresses(Clause("use", provisions=(Provision(0), Provision(1, "1."), Provision(2, "(a)"), Provision(1))))
    ('use/~1', 'use/1', 'use/1/a', 'use/closing')
    """
    segments = _segments(clause.provisions)
    above = parents(clause.provisions)
    full: list[tuple[str, ...]] = []
    for index, parent in enumerate(above):
        full.append((*(full[parent] if parent is not None else ()), segments[index]))
    short = [_without_unlabelled(path) for path in full]
    often = Counter(short)
    return tuple(
        "/".join((clause.id, *(path if often[path] == 1 else whole))) for path, whole in zip(short, full, strict=True)
    )


def _without_unlabelled(path: tuple[str, ...]) -> tuple[str, ...]:
    return (*(segment for segment in path[:-1] if not segment.startswith("~")), path[-1])


def _segments(provisions: Sequence[Provision]) -> list[str]:
    """The last segment of each provision's address, unique among its siblings."""
    above, role = parents(provisions), roles(provisions)
    names = [key(p.label) or ("closing" if role[i] == "closing" else "") for i, p in enumerate(provisions)]
    often = Counter(zip(above, names, strict=True))
    seen: Counter[tuple[int | None, str]] = Counter()
    found = []
    for pair in zip(above, names, strict=True):
        seen[pair] += 1
        alone = pair[1] and often[pair] == 1
        found.append(pair[1] if alone else f"{pair[1]}~{seen[pair]}")
    return found


@dataclass(frozen=True, slots=True)
class Place:
    """What an address names: a clause or a part of it; `index` counts its provisions or its notes."""

    clause: Clause
    part: Part = "clause"
    index: int = 0

    @property
    def address(self) -> str:
        """The shortest address of the place, whichever led to it.

        >>> resolve(Instrument((Clause("use", provisions=(Provision(0), Provision(1, "1."))),)), "use/~1/1").address
        'use/1'
        """
        clause = self.clause
        if self.part == "note":
            return f"{clause.id}/note/{clause.notes[self.index].name}"
        if self.part in ("clause", "heading"):
            return clause.id if self.part == "clause" else f"{clause.id}/heading"
        address = addresses(clause)[self.index] if clause.provisions else clause.id
        return f"{address}/chapeau" if self.part == "chapeau" else address


def resolve(instrument: Instrument, address: str) -> Place:
    """The one place that an address names.

    Raises `Misuse` where there is none, or where there are several, with the candidates listed.

    >>> use = Clause("use", provisions=(Provision(0, "1."), Provision(1, "(a)")))
    >>> resolve(Instrument((use,)), "use/1/a").index
    1
    """
    id, *path = address.split("/")
    clause = instrument.clause(id)
    if clause is None:
        raise Misuse(f'there is no clause "{id}"; the clauses are {_listed([c.id for c in instrument])}')
    if not path:
        return Place(clause)
    if path == ["heading"]:
        return Place(clause, "heading")
    if path[0] == "note":
        return _note(clause, path[1:], address)
    part: Part = "provision"
    if path[-1] == "chapeau":
        part, path = "chapeau", path[:-1]
        if not path:
            return Place(clause, part, 0)
    return Place(clause, part, _provision(clause, path, address))


def _note(clause: Clause, path: list[str], address: str) -> Place:
    names = [note.name for note in clause.notes]
    if len(path) != 1 or path[0] not in names:
        raise Misuse(f'"{address}" names no note; the notes of {clause.id} are {_listed(names)}')
    return Place(clause, "note", names.index(path[0]))


def _provision(clause: Clause, path: list[str], address: str) -> int:
    above, segments = parents(clause.provisions), _segments(clause.provisions)
    found = [index for index in range(len(segments)) if _matches(path, _lineage(index, above, segments))]
    if len(found) == 1:
        return found[0]
    every = addresses(clause)
    if found:
        raise Misuse(
            f'"{address}" names {len(found)} provisions: {_listed([every[index] for index in found])}; say which'
        )
    raise Misuse(f'there is no "{address}"; the provisions of {clause.id} are {_listed(list(every))}')


def _lineage(index: int, above: list[int | None], segments: list[str]) -> list[str]:
    lineage: list[str] = []
    at: int | None = index
    while at is not None:
        lineage.insert(0, segments[at])
        at = above[at]
    return lineage


def _matches(path: list[str], lineage: list[str]) -> bool:
    """Whether a path leads to a provision: every segment in its order, only unlabelled levels left out."""
    if not path or not lineage:
        return not path and not lineage
    if path[0] == lineage[0] or path[0] == lineage[0].split("~")[0]:
        return _matches(path[1:], lineage[1:]) or (lineage[0].startswith("~") and _matches(path, lineage[1:]))
    return lineage[0].startswith("~") and len(lineage) > 1 and _matches(path, lineage[1:])


def _listed(names: list[str], most: int = 12) -> str:
    shown = ", ".join(names[:most])
    return (shown or "none") + (f" and {len(names) - most} more" if len(names) > most else "")


def excerpt(place: Place) -> Clause:
    """The clause with nothing but the place in it: a provision brings everything below it and the notes it marks.

    The words of a note stand as a provision.
    """
    clause = place.clause
    if place.part == "clause":
        return clause
    if place.part == "note":
        note = Provision(text=clause.notes[place.index].text)
        return replace(clause, label="", heading=(), provisions=(note,), notes=())
    if place.part == "heading":
        return _with_notes(replace(clause, provisions=()))
    provisions = clause.provisions
    end = place.index + 1
    while place.part == "provision" and end < len(provisions) and provisions[end].depth > provisions[place.index].depth:
        end += 1
    return _with_notes(replace(clause, label="", heading=(), provisions=provisions[place.index : end]))


def _with_notes(clause: Clause) -> Clause:
    """The clause with those of its notes that it still marks."""
    marked = {atom.name for text in clause.body for atom in text if isinstance(atom, Note)}
    return replace(clause, notes=tuple(note for note in clause.notes if note.name in marked))
