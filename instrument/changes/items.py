"""What a change consists of: a few kinds of item, all addressing one pinned base at once.

An amendment in prose, an edited text, tracked changes and brackets are four faces of the same `Changes`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from instrument.model import Clause, Footnote, Kind, Provision, Text


class Part(StrEnum):
    """Which part of an instrument or a clause a place is in."""

    CLAUSE = "clause"
    HEADING = "heading"
    PROVISION = "provision"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A part of the base: a clause by its id, and the index of a provision or note in it.

    A clause itself is the part `CLAUSE`; its index is its position in the instrument.
    """

    clause: str
    part: Part
    index: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """A point between two neighbours of the base: before the one at `position`, as the `ordinal`-th newcomer there.

    Between clauses, `clause` is empty and the part is `CLAUSE`.
    """

    clause: str
    part: Part
    position: int
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """What a provision has besides its words: its depth, its label as printed, its anchor."""

    depth: int = 0
    label: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """What a clause has besides its heading and provisions: its id, its kind, its designation as printed."""

    id: str
    kind: Kind
    label: str


Unit = Clause | Provision | Footnote


@dataclass(frozen=True, slots=True)
class Replace:
    """Puts the words `new` where `old` stand, `start` characters into a text; either may be empty, never both."""

    place: Place
    start: int
    old: Text
    new: Text


@dataclass(frozen=True, slots=True)
class Restyle:
    """Changes the emphasis of characters and nothing else."""

    place: Place
    start: int
    old: Text
    new: Text


@dataclass(frozen=True, slots=True)
class Insert:
    """Puts new provisions, clauses or notes into a gap."""

    gap: Gap
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Delete:
    """Takes out neighbours of the base, from `place` on."""

    place: Place
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """Carries `count` neighbours of the base, from `place` on, to a gap; changes in them address the base as well."""

    place: Place
    count: int
    gap: Gap


@dataclass(frozen=True, slots=True)
class Relabel:
    """Changes the label, depth or anchor of a provision."""

    place: Place
    old: Head
    new: Head


@dataclass(frozen=True, slots=True)
class Redesignate:
    """Changes the id, kind or designation of a clause."""

    place: Place
    old: Title
    new: Title


@dataclass(frozen=True, slots=True)
class Split:
    """Ends a paragraph `offset` characters into a provision; what follows begins a new one with this head.

    Where words are replaced at that very offset, `inside` of their new characters stay before the end.
    """

    place: Place
    offset: int
    head: Head
    inside: int = 0


@dataclass(frozen=True, slots=True)
class Join:
    """Takes away the paragraph end before a provision: its words follow on in the one above, its head is gone."""

    place: Place
    head: Head


Item = Replace | Restyle | Insert | Delete | Move | Relabel | Redesignate | Split | Join


@dataclass(frozen=True, slots=True)
class Changes:
    """Items against one base, in normal form; `base` and `result` are the digests of the texts before and after."""

    base: str
    result: str
    items: tuple[Item, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.items)
