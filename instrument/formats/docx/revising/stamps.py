"""Who made a change and when, and the number that no other change in the file has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from instrument.formats.docx.parts.markup import W
from instrument.formats.docx.parts.tree import w
from instrument.formats.docx.walking.blocks import Layer, Revision

_NUMBER = re.compile(rb'w:id="(\d{1,9})"')
# A move whose two ends nobody named stands as what it is made of.
_TAGS = {Layer.INSERTED: "ins", Layer.MOVED_TO: "ins", Layer.DELETED: "del", Layer.MOVED_FROM: "del"}
_MOVED = {Layer.MOVED_TO: "moveTo", Layer.MOVED_FROM: "moveFrom"}


@dataclass(slots=True)
class Stamps:
    """Makes the elements of tracked changes, counts them by name in `made`, and keeps in which parts in `marked`.

    `author` and `date` are whose every change is that is nobody else's, `part` the one that is being gone through.
    """

    author: str
    date: str
    last: int
    made: Counter[str] = field(default_factory=Counter)
    part: str = ""
    marked: set[str] = field(default_factory=set)
    _known: dict[tuple[str, str, str], _Element] = field(default_factory=dict, repr=False)

    @property
    def inserted(self) -> Revision:
        return Revision(Layer.INSERTED, self.author, self.date)

    @property
    def deleted(self) -> Revision:
        return Revision(Layer.DELETED, self.author, self.date)

    def number(self) -> str:
        self.last += 1
        return str(self.last)

    def element(self, revision: Revision) -> _Element:
        """The element of a tracked change, with a number of its own."""
        return self.named((_MOVED if revision.move else _TAGS)[revision.layer], revision)

    def moved(self, layer: Layer, move: str) -> Revision:
        """One end of a move of ours."""
        return Revision(layer, self.author, self.date, move=move)

    def named(self, name: str, revision: Revision | None = None) -> _Element:
        """An element that says by whom and when, as somebody's change or as one of ours."""
        self.made[name] += 1
        self.marked.add(self.part)
        author, date = (revision.author, revision.date) if revision else (self.author, self.date)
        # A copy takes a third of the time that making one takes.
        key = name, author, date
        if key not in self._known:
            said = {"id": "", "author": author} | ({"date": date} if date else {})
            self._known[key] = etree.Element(w(name), {w(each): value for each, value in said.items()}, {"w": W})
        made = copy(self._known[key])
        made.set(w("id"), self.number())
        return made


def stamps(author: str, date: str, parts: Iterable[bytes]) -> Stamps:
    """Stamps whose numbers begin above every number in some parts."""
    numbers = [int(number) for part in parts for number in _NUMBER.findall(part)]
    return Stamps(author, date, max(numbers, default=0))
