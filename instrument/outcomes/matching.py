"""Which line of a later text each line of a bracketed draft became.

Lines are first paired as any two texts are, brackets aside. Of several options the nearest is then taken, brackets
minded, whichever looked most alike without them. At last, a paragraph that could end in five ways loses most of its
words, and looks like a stranger to what it became: so each later line that is left over is looked for once more in the
clause that became its own. It came from that line, left over too, which holds most of its words in their order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from instrument.difference.pairing import pair
from instrument.history.lines import Spot, groups
from instrument.model import Instrument
from instrument.outcomes.laying import lay, weigh
from instrument.outcomes.stretches import Stretch
from instrument.outcomes.tokens import Lines, unbracketed

HELD = 0.4  # the share of a later line that a line must hold to be what it came from
FAR, NEAR = 0.75, 0.9  # how much nearer the nearer option must be to be taken, and the other to be out of the question
FEW = 6  # so short a line proves nothing by being held
_NEAREST = 3  # of the lines that have the words, so many are looked at for their order


class Joint(NamedTuple):
    """Lines of a draft and those they became.

    `is_home` says that these stand in the clause that theirs became; `twins` are lines that would do as well.
    """

    olds: Sequence[Spot]
    news: Sequence[Spot]
    is_home: bool = True
    twins: Sequence[Spot] = ()


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines of a draft and of a later text; `small` are the words that carry little in their language."""

    old: Lines
    new: Lines
    small: frozenset[str]

    def keys(self, spots: Sequence[Spot]) -> tuple[str, ...]:
        """The words of lines of the later text, read on as one."""
        return tuple(word.key for spot in spots for word in self.new[spot])


def joints(draft: Instrument, later: Instrument, found: Sequence[Stretch], pages: Pages) -> Iterator[Joint]:
    """The lines of a draft with those they became; no line is in two."""
    paired = list(_paired(unbracketed(draft), unbracketed(later)))
    matching = _Matching(pages, _rivals(found, pages), set(pages.old).difference(*(joint.olds for joint in paired)))
    yield from map(matching.nearest, paired)
    before = {joint.news[0][0]: joint.olds[0][0] for joint in paired if joint.is_home}
    rest = set(pages.new).difference(*(joint.news for joint in paired))
    held: defaultdict[Spot, list[Spot]] = defaultdict(list)
    for spot in pages.new:
        if spot in rest and (holder := matching.holder(spot, before.get(spot[0], ""))):
            held[holder].append(spot)
    yield from (Joint([spot], spots) for spot, spots in held.items())


def _paired(draft: Instrument, later: Instrument) -> Iterator[Joint]:
    """The lines that are the same without brackets; a weak likeness to a line of another article proves nothing."""
    found = pair(draft, later)
    after = dict(found.pairing.clauses)
    weak = {(strand.base[0], strand.result[0]) for strand in found.doubtful}
    for olds, news in groups(found.pairing, draft, later):
        is_home = after.get(olds[0][0], news[0][0]) == news[0][0]
        if is_home or (olds[0], news[0]) not in weak:
            yield Joint(olds, news, is_home)


def _rivals(found: Sequence[Stretch], pages: Pages) -> dict[Spot, set[Spot]]:
    """For each line in an option, the lines in the options beside that one."""
    lines: defaultdict[int, defaultdict[int, set[Spot]]] = defaultdict(lambda: defaultdict(set))
    for spot, words in pages.old.items():
        for owner in words[0].owners if words else ():
            if found[owner].what == "option" and found[owner].group >= 0:
                lines[found[owner].group][owner].add(spot)
    rivals: defaultdict[Spot, set[Spot]] = defaultdict(set)
    for options in lines.values():
        for option, spots in options.items():
            for spot in spots:
                rivals[spot].update(*(others for other, others in options.items() if other != option))
    return rivals


@dataclass(slots=True)
class _Matching:
    """The lines of a draft that are `left`, and what they hold of a later line."""

    pages: Pages
    rivals: Mapping[Spot, Collection[Spot]]
    left: set[Spot]
    bags: dict[Spot, Counter[str]] = field(init=False)
    copies: defaultdict[tuple[str, ...], list[Spot]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        keys = {spot: tuple(word.key for word in words) for spot, words in self.pages.old.items()}
        self.bags = {spot: Counter(words) for spot, words in keys.items()}
        for spot, words in keys.items():
            if len(words) >= FEW:
                self.copies[words].append(spot)

    def nearest(self, joint: Joint) -> Joint:
        """A joint with the nearest of the lines that rival its own, and those that read the same."""
        if len(joint.olds) > 1:
            return joint
        (spot,), keys = joint.olds, self.pages.keys(joint.news)
        near = [other for other in self.pages.old if other in self.rivals.get(spot, ()) and other in self.left]
        if near:
            least = self._ordered(spot, keys)
            near = [spot, *(other for other in near if self._held(other, keys) >= least)]
            costs = {other: lay(self.pages.old[other], keys, self.pages.small).cost for other in near}
            best = min(near, key=costs.__getitem__)
            best = best if costs[best] <= FAR * costs[spot] else spot
            self.left = self.left - {best} | ({spot} - {best})
            twins = [other for other in near if other != best and NEAR * costs[other] <= costs[best]]
            joint = joint._replace(olds=[best], twins=twins)
        words = tuple(word.key for word in self.pages.old[joint.olds[0]])
        copies = [other for other in self.copies.get(words, ()) if other in self.left and other not in joint.twins]
        return joint._replace(twins=[*joint.twins, *copies])

    def holder(self, spot: Spot, clause: str) -> Spot | None:
        """The line of a clause that holds most of a later line's words in their order; none where two hold as much."""
        keys = self.pages.keys([spot])
        if len(keys) < FEW:
            return None
        least = HELD * sum(weigh(key, self.pages.small) for key in keys)
        shares = {old: self._held(old, keys) for old in self.pages.old if old in self.left and old[0] == clause}
        near = sorted((old for old in shares if shares[old] >= least), key=lambda old: -shares[old])
        scores = {old: self._ordered(old, keys) for old in near[:_NEAREST]}
        best = max(scores.values(), default=0)
        first = [old for old, score in scores.items() if score == best]
        return first[0] if best >= least and len(first) == 1 else None

    def _held(self, spot: Spot, keys: tuple[str, ...]) -> int:
        """The weight of those of some words that a line has, in whatever order."""
        bag = self.bags[spot]
        return sum(min(times, bag[key]) * weigh(key, self.pages.small) for key, times in Counter(keys).items())

    def _ordered(self, spot: Spot, keys: tuple[str, ...]) -> int:
        """The weight of those of some words that stand in a line, in their order."""
        laid = lay(self.pages.old[spot], keys, self.pages.small)
        return sum(weigh(keys[there], self.pages.small) for there in set(laid.stands.values()))
