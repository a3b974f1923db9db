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

from instrument.comparison.runs import Hunk, hunks
from instrument.outcomes.tokens import Word

_SMALL, _HEAVY = 32, 64  # what a small word or a mark weighs, and any other
_PLACE, _LONG = 65, 1  # what every place of change in a stretch that stays costs, and every word that went from it

_REMEMBERED = 256  # a line is laid to find what it became, and again to say what became of its words

_STILL, _GOING, _COMING = range(3)  # what the step before did
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
    if not any(word.owners for word in old):
        return _plainly(old, new, small)
    return _Board(old, new, [weigh(word, small) for word in new], [weigh(each.key, small) for each in old]).laid()


def weigh(word: str, small: Collection[str]) -> int:
    """What a word says for a likeness: twice what a small word or a mark says."""
    return _HEAVY if word not in small and any(map(str.isalnum, word)) else _SMALL


def _plainly(old: Sequence[Word], new: Sequence[str], small: Collection[str]) -> Laid:
    """A line in which all is agreed beside the later one: they are compared as any two texts are."""
    keys = [word.key for word in old]
    found = hunks(keys, new)
    stands: dict[int, int] = {}
    at = there = 0
    for hunk in (*found, Hunk(len(old), len(old), len(new), len(new))):
        stands |= zip(range(at, hunk.old_start), range(there, hunk.new_start), strict=True)
        at, there = hunk.old_end, hunk.new_end
    gone = sum(weigh(key, small) for hunk in found for key in keys[hunk.old_start : hunk.old_end])
    return Laid(stands, gone + sum(weigh(key, small) for hunk in found for key in new[hunk.new_start : hunk.new_end]))


@dataclass(slots=True)
class _Board:
    old: Sequence[Word]
    new: Sequence[str]
    coming: Sequence[int]
    going: Sequence[int]
    skips: Mapping[int, Sequence[int]] = field(init=False)
    joins: Mapping[int, Sequence[int]] = field(init=False)
    left: dict[State, int] = field(default_factory=dict)  # the least that the way on from here costs

    def __post_init__(self) -> None:
        self.skips = _skips(self.old)
        self.joins = {at: tuple(_joins(self.old, at, self.skips)) for at in range(len(self.old))}

    def laid(self) -> Laid:
        for at in range(len(self.old), -1, -1):
            for there in range(len(self.new), -1, -1):
                for doing in (_STILL, _GOING, _COMING):
                    state = (at, there, doing)
                    self.left[state] = min((cost + self.left[after] for cost, after, _ in self.steps(state)), default=0)
        return Laid(self.nearest(), self.left[_START], self.contended())

    def steps(self, state: State) -> Iterator[Step]:
        """What may be done next; the first of equally good steps is taken."""
        at, there, doing = state
        if at < len(self.old):
            word = self.old[at]
            if there < len(self.new):
                if word.key == self.new[there]:
                    yield 0, (at + 1, there + 1, _STILL), (at,)
                for rest in self.joins[at]:
                    if word.key + self.old[rest].key == self.new[there]:
                        yield 0, (rest + 1, there + 1, _STILL), (at, rest)
            yield from ((0, (after, there, doing), ()) for after in self.skips.get(at, ()))
            if word.owner < 0:
                yield self.going[at], (at + 1, there, doing), ()
            else:
                yield _LONG + _PLACE * (doing != _GOING), (at + 1, there, _GOING), ()
        if there < len(self.new):
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
        return step[0] + self.left[step[1]] == self.left[state]


def _joins(old: Sequence[Word], at: int, skips: Mapping[int, Sequence[int]]) -> Iterator[int]:
    """The words that end a word which brackets part, "Part[y][ies]": what stands between is passed over whole."""
    todo = [at + 1]
    while todo:
        rest = todo.pop()
        if rest < len(old) and old[rest].glued:
            yield rest
            todo += skips.get(rest, ())


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
