"""Where the words of a bracketed draft went in a later text, and which of them may as well have gone elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeVar

from instrument.history.graveyard import Found, Grave, Graveyard
from instrument.history.lines import Spot
from instrument.outcomes.laying import lay
from instrument.outcomes.matching import FEW, Joint, Pages
from instrument.outcomes.values import Standing

T = TypeVar("T")
Place = tuple[Spot, int]  # a word of a line


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of a word, and the place where it stands."""

    how: Standing
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
    met: set[Spot] = field(default_factory=set)

    def lay(self, joint: Joint) -> None:
        """The words that stand in the lines that their own became, in their clause or in another."""
        olds = [(spot, at) for spot in joint.olds for at in range(len(self.pages.old[spot]))]
        news = [(spot, at) for spot in joint.news for at in range(len(self.pages.new[spot]))]
        words = [self.pages.old[spot][at] for spot, at in olds]
        laid = lay(words, [self.pages.new[spot][at].key for spot, at in news], self.pages.small)
        how, where = (Standing.STANDS, self.stands) if joint.is_home else (Standing.MOVED, self.moved)
        where |= {olds[at]: news[there] for at, there in laid.stands.items()}
        self.taken |= {news[there] for there in laid.stands.values()}
        self.met.update(joint.olds)
        for at, claim in laid.claims.items():
            self.doubts[olds[at]] = Doubt(news[claim.there], how, claim.owners)

    def doubt_copies(self) -> None:
        """A line that became none, and reads as one that stands, has as good a claim."""
        known = {tuple(word.key for word in self.pages.old[spot]): spot for spot in self.met}
        for spot, words in self.pages.old.items():
            twin = known.get(tuple(word.key for word in words))
            if spot not in self.met and twin and len(words) >= FEW:
                for at in range(len(words)):
                    if place := self.stands.get((twin, at)):
                        self._contend((spot, at), (twin, at), place, Standing.STANDS)

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
        if stands is not None and word in self.doubts:
            doubt = self.doubts[word]
            return Seen(doubt.how, doubt.there) if stands else Seen(Standing.WENT)
        if there := self.stands.get(word):
            return Seen(Standing.STANDS, there)
        if there := self.moved.get(word):
            return Seen(Standing.MOVED, there)
        return Seen(Standing.WENT)

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


def _places(found: Found, homes: Mapping[Grave, Spot]) -> list[Place]:
    ids = found.grave.ids[found.start : found.start + found.size]
    return [(homes[found.grave], at) for at in ids]
