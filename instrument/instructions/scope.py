"""A stretch of a text that a reference names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from instrument.changes.items import Part, Place
from instrument.instructions.standing import Ground


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch of one clause: provisions from `first` up to `last`, all of it where both are None.

    `own` leaves out what stands below the first provision; `part` and `index` name a heading or a note; `sentence` is
    which sentence, from 1. `is_line` says that a line of a page was named, which no text has.
    """

    ground: Ground
    first: int | None = None
    last: int | None = None
    own: bool = False
    part: Part = Part.PROVISION
    index: int = 0
    sentence: int = 0
    is_line: bool = False

    @property
    def is_clause(self) -> bool:
        return self.first is None and self.part is Part.PROVISION and not self.sentence

    @property
    def provisions(self) -> range:
        """The provisions in the stretch."""
        if self.part is not Part.PROVISION:
            return range(0)
        if self.first is None:
            return range(len(self.ground.clause.provisions))
        return range(self.first, self.first + 1 if self.own else self.last or self.first + 1)

    @property
    def places(self) -> Iterator[Place]:
        """The places of the stretch that hold words, in reading order."""
        id = self.ground.clause.id
        if self.part is not Part.PROVISION:
            yield Place(id, self.part, self.index)
            return
        if self.is_clause and self.ground.clause.heading:
            yield Place(id, Part.HEADING)
        for index in self.provisions:
            yield Place(id, Part.PROVISION, index)

    @property
    def name_at(self) -> Place:
        """The place whose name is the stretch's own."""
        id = self.ground.clause.id
        if self.part is not Part.PROVISION:
            return Place(id, self.part, self.index)
        return Place(id, Part.CLAUSE) if self.first is None else Place(id, Part.PROVISION, self.first)
