"""A bracketed line laid over a later one: of all ways to let its stretches stay or go, the one nearest to what stands.

A stretch that goes whole costs nothing. A word that came, or a word outside all brackets that went, costs what it
weighs; so does every place where words of a stretch that stays went, or where new words came in. So chance never
speaks for a stretch: one small word more or less in common is no gain. Where two ways are equally near the words
that they give to different stretches are nobody's, and the stretches are candidates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from instrument.comparison.runs import Hunk, hunks
from instrument.outcomes.tokens import Word

_SMALL, _HEAVY = 32, 64  # what a small word or a mark weighs, and any other
_PLACE, _LONG = 65, 1  # what every place of change in a stretch that stays costs, and every word that went from it

_REMEMBERED = 256  # a line is laid to find what it became, and again to say what became of its words

_STILL, _GOING, _COMING = range(3)  # what the step before did
_WAYS, _NEVER = 3, 1 << 60
_MOST = 2_000_000  # of so many words of the one times words of the other, a line is compared as any two texts are
State = tuple[int, int, int]  # words of the draft that are laid, words of the later line, what the step before did
Step = tuple[int, State, tuple[int, ...]]  # what it costs, where it leads, which words of the draft stand by it
_START: State = (0, 0, _STILL)


@dataclass(frozen=True, slots=True)
class Claim:
    """A word of the later line that a word of the draft may have become; `owners` are those of other such words."""

    there: int
    owners: frozenset[int]


@dataclass(frozen=True, slots=True)
class Laid:
    """Which word of the later line each word of the draft became; `claims` are those that it may as well not have.

    `cost` says how far the lines are from one another.
    """

    stands: Mapping[int, int]
    cost: int = 0
    claims: Mapping[int, Claim] = field(default_factory=dict)


@lru_cache(maxsize=_REMEMBERED)
def lay(old: tuple[Word, ...], new: tuple[str, ...], small: frozenset[str]) -> Laid:
    """The words of a draft's line beside those of the line it became.

    >>> words = (Word(each, each, owners) for each, owners in (("shall", (0,)), ("may", (1,)), ("act", ())))
    >>> lay(tuple(words), ("may", "act"), frozenset()).stands
    {1: 0, 2: 1}
    """
    if not any(word.owners for word in old) or len(old) * len(new) > _MOST:
        return _plainly(old, new, small)
    return _Board(old, new, [weigh(word, small) for word in new], [weigh(each.key, small) for each in old]).laid()


def weigh(word: str, small: Collection[str]) -> int:
    """What a word says for a likeness: twice what a small word or a mark says."""
    return _HEAVY if word not in small and any(map(str.isalnum, word)) else _SMALL


def _plainly(old: Sequence[Word], new: Sequence[str], small: Collection[str]) -> Laid:
    """A line in which all is agreed, or of very many words, beside the later one: compared as any two texts are."""
    keys = [word.key for word in old]
    found = hunks(keys, new)
    stands: dict[int, int] = {}
    at = there = 0
    for hunk in (*found, Hunk(len(old), len(old), len(new), len(new))):
        stands |= zip(range(at, hunk.old_start), range(there, hunk.new_start), strict=True)
        at, there = hunk.old_end, hunk.new_end
    gone = sum(weigh(key, small) for hunk in found for key in keys[hunk.old_start : hunk.old_end])
    return Laid(stands, gone + sum(weigh(key, small) for hunk in found for key in new[hunk.new_start : hunk.new_end]))


class _Match(NamedTuple):
    """Words of the draft that stand, as one word; the way goes on at `to`."""

    to: int
    key: str
    words: tuple[int, ...]


class _Pass(NamedTuple):
    """Words of the draft that go: what that costs, and what it costs right after it was done; `then` is what was done.

    A stretch that goes whole leaves it open what was done before.
    """

    to: int
    cost: int
    again: int
    then: int = -1


@dataclass(slots=True)
class _Board:
    old: Sequence[Word]
    new: Sequence[str]
    coming: Sequence[int]
    going: Sequence[int]
    matches: Sequence[Sequence[_Match]] = field(init=False)
    passes: Sequence[Sequence[_Pass]] = field(init=False)
    left: list[list[int]] = field(init=False)  # the least that the way on costs, by draft, then later line and doing

    def __post_init__(self) -> None:
        skips = _skips(self.old)
        words = range(len(self.old))
        self.matches = [*(tuple(_matches(self.old, at, skips)) for at in words), ()]
        self.passes = [*(tuple(_passes(self.old, at, skips, self.going)) for at in words), ()]
        self.left = [[0] * (_WAYS * len(self.new) + _WAYS) for _ in range(len(self.old) + 1)]

    def laid(self) -> Laid:
        for at in range(len(self.old), -1, -1):
            for there in range(len(self.new), -1, -1):
                self.count(at, there)
        return Laid(self.nearest(), self.left[0][0], self.contended())

    def count(self, at: int, there: int) -> None:
        """The least of what `steps` offers, for all that may have been done before: this is where the time goes."""
        left, row, place = self.left, self.left[at], _WAYS * there
        is_end = there == len(self.new)
        key = "" if is_end else self.new[there]
        stands = [left[match.to][place + _WAYS] for match in self.matches[at] if match.key == key]
        arrives = _NEVER if is_end else self.coming[there] + row[place + _WAYS + _COMING]
        for doing in (_STILL, _GOING, _COMING):
            least = arrives if doing == _COMING else arrives + _PLACE
            for to, cost, again, then in self.passes[at]:
                way = (again if then == doing else cost) + left[to][place + (doing if then < 0 else then)]
                least = min(way, least)
            least = min(*stands, least) if stands else least
            row[place + doing] = 0 if least >= _NEVER else least

    def steps(self, state: State) -> Iterator[Step]:
        """What may be done next; the first of equally good steps is taken."""
        at, there, doing = state
        is_end = there == len(self.new)
        for match in () if is_end else self.matches[at]:
            if match.key == self.new[there]:
                yield 0, (match.to, there + 1, _STILL), match.words
        for to, cost, again, then in self.passes[at]:
            yield again if then == doing else cost, (to, there, doing if then < 0 else then), ()
        if not is_end:
            yield self.coming[there] + _PLACE * (doing != _COMING), (at, there + 1, _COMING), ()

    def nearest(self) -> dict[int, int]:
        """The words that stand, by the first of the nearest ways."""
        found: dict[int, int] = {}
        state = _START
        while step := next((each for each in self.steps(state) if self.is_near(state, each)), None):
            found |= dict.fromkeys(step[2], state[1])
            state = step[1]
        return found

    def contended(self) -> dict[int, Claim]:
        """The words that stand by some of the nearest ways, and go by others for a word of another owner."""
        stands: defaultdict[int, set[int]] = defaultdict(set)
        goes: set[int] = set()
        for state, (_, after, words) in self.nearest_steps():
            goes.update({*range(state[0], after[0])}.difference(words))
            stands[state[1]].update(words)
        found: dict[int, Claim] = {}
        for there, claimants in stands.items():
            owners = frozenset(self.old[word].owner for word in claimants)
            for word in claimants & goes if len(owners) > 1 else ():
                if rivals := owners - {self.old[word].owner}:
                    found.setdefault(word, Claim(there, rivals))
        return found

    def nearest_steps(self) -> Iterator[tuple[State, Step]]:
        """The steps of all the nearest ways."""
        seen, todo = {_START}, [_START]
        while todo:
            state = todo.pop()
            for step in self.steps(state):
                if self.is_near(state, step):
                    yield state, step
                    if step[1] not in seen:
                        seen.add(step[1])
                        todo.append(step[1])

    def is_near(self, state: State, step: Step) -> bool:
        return step[0] + self.cost(step[1]) == self.cost(state)

    def cost(self, state: State) -> int:
        at, there, doing = state
        return self.left[at][_WAYS * there + doing]


def _matches(old: Sequence[Word], at: int, skips: Mapping[int, Sequence[int]]) -> Iterator[_Match]:
    """A word alone, or with one that ends it though brackets part them, "Part[y][ies]", what is between passed over."""
    yield _Match(at + 1, old[at].key, (at,))
    todo = [at + 1]
    while todo:
        rest = todo.pop()
        if rest < len(old) and old[rest].glued:
            yield _Match(rest + 1, old[at].key + old[rest].key, (at, rest))
            todo += skips.get(rest, ())


def _passes(old: Sequence[Word], at: int, skips: Mapping[int, Sequence[int]], going: Sequence[int]) -> Iterator[_Pass]:
    """The stretches that begin with a word, passed over whole; then the word alone."""
    yield from (_Pass(after, 0, 0) for after in skips.get(at, ()))
    yield _Pass(at + 1, going[at], going[at]) if old[at].owner < 0 else _Pass(at + 1, _LONG + _PLACE, _LONG, _GOING)


def _skips(old: Sequence[Word]) -> dict[int, list[int]]:
    """From where to where each stretch is passed over, by its first word."""
    spans: dict[int, tuple[int, int]] = {}
    for at, word in enumerate(old):
        for owner in word.owners:
            spans[owner] = (spans.get(owner, (at, at))[0], at + 1)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for start, end in sorted(set(spans.values()), reverse=True):
        found[start].append(end)
    return found
