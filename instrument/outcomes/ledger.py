"""Where the words of a bracketed draft went in a later text, and which of them may as well have gone elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeVar

from instrument.history.graveyard import Found, Grave, Graveyard
from instrument.history.lines import Spot
from instrument.outcomes.laying import lay
from instrument.outcomes.matching import Joint, Pages
from instrument.outcomes.tokens import Lines
from instrument.outcomes.values import Standing

T = TypeVar("T")
Place = tuple[Spot, int]  # a word of a line


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of a word, whether it is one and no mere mark, and the place where it stands."""

    how: Standing
    is_worded: bool
    there: Place | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word of a draft that may stand at a place, or not: other stretches, `rivals`, have as good a claim to it."""

    there: Place
    how: Standing
    rivals: frozenset[int]


@dataclass(slots=True)
class Ledger:
    """Where the words of a draft went; `taken` are the words of the later text that came from it.

    `doubts` are words that may as well have gone, or may as well stand: where, how, and what else has a claim to it.
    """

    pages: Pages
    stands: dict[Place, Place] = field(default_factory=dict)
    moved: dict[Place, Place] = field(default_factory=dict)
    taken: set[Place] = field(default_factory=set)
    doubts: dict[Place, Doubt] = field(default_factory=dict)

    def lay(self, joint: Joint) -> None:
        """The words that stand in the lines that their own became, in their clause or in another."""
        how, where = (Standing.STANDS, self.stands) if joint.is_home else (Standing.MOVED, self.moved)
        laid = self._laid(joint.olds, joint.news, how)
        where |= laid
        self.taken.update(laid.values())
        words = {there: word for word, there in laid.items()}
        for twin in joint.twins:
            for word, there in self._laid([twin], joint.news, how).items():
                if there in words:
                    self._contend(word, words[there], there, how)
                else:  # the doubt is whether the twin has any part in what stands
                    self.doubts[word] = Doubt(there, how, frozenset({self.pages.old[joint.olds[0]][0].owner}))

    def _laid(self, olds: Sequence[Spot], news: Sequence[Spot], how: Standing) -> dict[Place, Place]:
        """The words of later lines that words of some lines became."""
        here = [(spot, at) for spot in olds for at in range(len(self.pages.old[spot]))]
        there = [(spot, at) for spot in news for at in range(len(self.pages.new[spot]))]
        laid = lay(tuple(self.pages.old[spot][at] for spot, at in here), self.pages.keys(news), self.pages.small)
        for at, claim in laid.claims.items():
            self.doubts[here[at]] = Doubt(there[claim.there], how, claim.owners)
        return {here[at]: there[to] for at, to in laid.stands.items()}

    def move(self, least: int) -> None:
        """The words that went, found again elsewhere; and those with as good a claim to what moved."""
        yard, homes = Graveyard(least), dict[Grave, Spot]()
        away: list[Found] = []
        for spot, words in self.pages.old.items():
            for how, run in _runs([self.seen((spot, at)).how for at in range(len(words))]):
                if how is not Standing.STANDS:
                    whole = len(run) == len(words)
                    grave = Grave((), run[0], [words[at].key for at in run], run, "", is_whole=whole)
                    homes[grave] = spot
                    yard.bury(grave)
                    if how is Standing.MOVED:
                        away.append(Found(0, grave, 0, len(run)))
                        grave.back.update(range(len(run)))
        for found in away:
            here = _places(found, homes)
            self._doubt(found, [self.moved[word] for word in here], yard, homes)
        for spot, words in self.pages.new.items():
            for is_taken, run in _runs([(spot, at) in self.taken for at in range(len(words))]):
                free = () if is_taken else yard.find([words[at].key for at in run], len(run) == len(words))
                for found in free:
                    there = [(spot, run[0] + found.at + step) for step in range(found.size)]
                    self._doubt(found, there, yard, homes)
                    self.moved |= zip(_places(found, homes), there, strict=True)
                    self.taken.update(there)
                    found.grave.back.update(range(found.start, found.start + found.size))

    def _doubt(self, found: Found, there: Sequence[Place], yard: Graveyard, homes: Mapping[Grave, Spot]) -> None:
        """The other places that had the very words that stand elsewhere now."""
        for twin in yard.twins(found):
            for one, other, place in zip(_places(found, homes), _places(twin, homes), there, strict=True):
                self._contend(one, other, place, Standing.MOVED)

    def seen(self, word: Place, stands: bool | None = None) -> Seen:
        """What became of a word; where there is doubt about it, as if it did stand, or did not."""
        is_worded = _is_worded(self.pages.old, word)
        if stands is not None and word in self.doubts:
            doubt = self.doubts[word]
            return Seen(doubt.how, is_worded, doubt.there) if stands else Seen(Standing.WENT, is_worded)
        if there := self.stands.get(word):
            return Seen(Standing.STANDS, is_worded, there)
        if there := self.moved.get(word):
            return Seen(Standing.MOVED, is_worded, there)
        return Seen(Standing.WENT, is_worded)

    def is_new(self, place: Place) -> bool:
        """Whether a place of the later text has a word that came from nowhere in the draft, and is no mere mark."""
        is_there = 0 <= place[1] < len(self.pages.new[place[0]])
        return is_there and place not in self.taken and _is_worded(self.pages.new, place)

    def _contend(self, one: Place, other: Place, there: Place, how: Standing) -> None:
        owners = [self.pages.old[spot][at].owner for spot, at in (one, other)]
        if owners[0] != owners[1]:
            for place, rival in ((one, owners[1]), (other, owners[0])):
                known = self.doubts[place].rivals if place in self.doubts else frozenset()
                self.doubts[place] = Doubt(there, how, known | {rival})


def _runs(states: Sequence[T]) -> Iterator[tuple[T, list[int]]]:
    """The numbers of things that follow one another in one state."""
    for state, run in groupby(range(len(states)), key=states.__getitem__):
        yield state, list(run)


def _is_worded(lines: Lines, place: Place) -> bool:
    spot, at = place
    return any(map(str.isalnum, lines[spot][at].key))


def _places(found: Found, homes: Mapping[Grave, Spot]) -> list[Place]:
    ids = found.grave.ids[found.start : found.start + found.size]
    return [(homes[found.grave], at) for at in ids]
