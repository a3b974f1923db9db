"""The text that instructions are about, as it is printed: what its provisions are called, where their words stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import takewhile

from instrument.changes.items import Part, Place
from instrument.changes.wording import text_at
from instrument.difference.names import clause_name, provision_names
from instrument.labels import designation, number
from instrument.model import Cell, Clause, Instrument, Kind, Reference, Run, Text
from instrument.outline import parents, roles
from instrument.references import cite

# Signs that nobody tells apart when quoting, each one character for one.
_ALIKE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "\u202f": " ",
                        "\u2009": " ", "‑": "-"})  # fmt: skip
# What may stand in what; the preamble, the title and the final formula end them all.
_LOWEST = 3
_RANKS = {Kind.ANNEX: 0, Kind.PART: 1, Kind.SECTION: 2, Kind.ARTICLE: _LOWEST}
_ENDS = re.compile(
    r"(?<!\b[A-Z])(?<!\b[aA]rt)(?<!\b[aA]rts)(?<!\b[nN]o)(?<!\bcf)[.!?][”»’)\]\"]*(?=\s+[^\sa-z–—-]|\s*$)|[。！？]"
)


def alike(chars: str) -> str:
    """Characters with the signs that are quoted in many ways written in one: same length."""
    return chars.translate(_ALIKE)


@dataclass(frozen=True, slots=True)
class Printed:
    """The characters of a text as they are printed, and where in the text each of them stands.

    `starts` and `ends` are offsets as `model.length` counts; those of one reference share theirs.
    """

    chars: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    alike: str  # the characters as they are looked for

    def start(self, at: int) -> int:
        """The offset of the character at `at`; behind the last, where the text ends its words."""
        if at < len(self.starts):
            return self.starts[at]
        return self.ends[-1] if self.ends else 0

    def end(self, at: int) -> int:
        """The offset behind the character before `at`."""
        return self.ends[at - 1] if at else 0

    def at(self, offset: int) -> int:
        """The first character that stands at an offset or behind it."""
        return bisect_left(self.starts, offset)

    def cuts(self, at: int) -> bool:
        """Whether a reference is printed on both sides of `at`."""
        return 0 < at < len(self.starts) and self.starts[at] == self.starts[at - 1]

    @property
    def sentences(self) -> list[tuple[int, int]]:
        """Where each sentence begins and ends, the space between them left out."""
        ends = [found.end() for found in _ENDS.finditer(self.chars)]
        if not ends or self.chars[ends[-1] :].strip():
            ends.append(len(self.chars))
        found = []
        at = 0
        for end in ends:
            at += len(self.chars[at:end]) - len(self.chars[at:end].lstrip())
            found.append((at, end))
            at = end
        return found


@dataclass(slots=True, eq=False)
class Ground:
    """One clause, with all that is asked about it again and again."""

    clause: Clause
    position: int
    parents: list[int | None]
    roles: list[str]
    number: object  # what its designation counts

    def end(self, index: int) -> int:
        """The index behind a provision and everything below it."""
        provisions = self.clause.provisions
        end = index + 1
        while end < len(provisions) and provisions[end].depth > provisions[index].depth:
            end += 1
        return end


@dataclass(slots=True)
class Standing:
    """A text while instructions are read against it."""

    instrument: Instrument
    profile: str = "un"
    grounds: list[Ground] = field(default_factory=list)
    _by_id: dict[str, Ground] = field(default_factory=dict)
    _printed: dict[Place, Printed] = field(default_factory=dict)
    _names: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _read: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.grounds = [
            Ground(clause, position, parents(clause.provisions), list(roles(clause.provisions)), numbered(clause.label))
            for position, clause in enumerate(self.instrument)
        ]
        self._by_id = {ground.clause.id: ground for ground in self.grounds}

    def ground(self, clause: str) -> Ground:
        """The clause with an id."""
        return self._by_id[clause]

    def text(self, place: Place) -> Text:
        """The text at a place of a clause that is in the instrument."""
        return text_at(place, self._by_id[place.clause].clause)

    def printed(self, place: Place) -> Printed:
        """The words at a place, as they are printed."""
        if place not in self._printed:
            self._printed[place] = self.print(self.text(place), place.clause)
        return self._printed[place]

    def print(self, words: Text, clause: str) -> Printed:
        """A text as a clause prints it."""
        chars: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for atom in words:
            if isinstance(atom, Run):
                chars.append(atom.chars)
                starts += range(at, at + len(atom.chars))
                ends += range(at + 1, at + len(atom.chars) + 1)
                at += len(atom.chars)
                continue
            if isinstance(atom, Reference):
                said = self.cited(atom, clause)
                chars.append(said)
                starts += [at] * len(said)
                ends += [at + 1] * len(said)
            if isinstance(atom, Cell):
                chars.append("\t")
                starts.append(at)
                ends.append(at + 1)
            at += 1
        printed = "".join(chars)
        return Printed(printed, tuple(starts), tuple(ends), alike(printed))

    def may_read(self, ground: Ground, words: Iterable[str]) -> bool:
        """Whether each of some words stands in a clause or its notes, as it is looked for."""
        if ground.position not in self._read:
            clause = ground.clause
            printed = (self.print(words, clause.id) for words in clause.texts)
            self._read[ground.position] = "\n".join(each.alike for each in printed)
        return all(word in self._read[ground.position] for word in words)

    def cited(self, reference: Reference, at: str) -> str:
        """What a reference prints in a clause."""
        return cite(self.instrument, reference, at, self.profile) or ""

    def name(self, place: Place) -> str:
        """What a lawyer calls a place."""
        ground = self._by_id[place.clause]
        if place.part is Part.PROVISION:
            if ground.position not in self._names:
                names = provision_names(ground.clause, self.instrument.language, self.profile)
                self._names[ground.position] = tuple(self._within(ground) + name for name in names)
            return self._names[ground.position][place.index]
        called = self._within(ground) + clause_name(ground.clause, self.instrument.language, self.profile)
        return {Part.HEADING: f"the heading of {called}", Part.NOTE: f"a footnote of {called}"}.get(place.part, called)

    def _within(self, ground: Ground) -> str:
        """What a part or a section stands in: each annex has a section A."""
        if ground.clause.kind not in (Kind.PART, Kind.SECTION):
            return ""
        above = [each for each in self.grounds[: ground.position] if ground in self.below(each)]
        return "".join(f"{clause_name(each.clause, self.instrument.language, self.profile)}, " for each in above)

    def below(self, ground: Ground) -> list[Ground]:
        """The clauses that stand under an annex, a part or a section, up to the next of its rank."""
        rank = _RANKS.get(ground.clause.kind, _LOWEST)
        behind = self.grounds[ground.position + 1 :] if rank < _LOWEST else []
        return list(takewhile(lambda each: _RANKS.get(each.clause.kind, -1) > rank, behind))

    def excerpt(self, place: Place, start: int, end: int, around: int = 28) -> str:
        """The words around a passage, for a person who has to say which one is meant."""
        chars = self.printed(place).chars
        left = chars.rfind(" ", 0, max(0, start - around)) + 1 if start > around else 0
        right = chars.find(" ", end + around) if end + around < len(chars) else -1
        right = len(chars) if right < 0 else right
        return ("… " if left else "") + chars[left:right] + (" …" if right < len(chars) else "")


def numbered(label: str) -> object:
    """What a designation or label counts, so that "IV" is 4 and "4 BIS" is "4 bis"; None where it counts nothing."""
    printed = designation(label)[1] or label
    found = number(printed.strip("[] .()").replace("\u00a0", " "))
    return (found.numbers, found.suffix, found.letter.lower(), found.alternative) if found else None
