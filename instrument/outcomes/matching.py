"""Which line of a later text each line of a bracketed draft became.

Lines are first paired as any two texts are, brackets aside. But a paragraph that could end in five ways loses most of
its words, and looks like a stranger to what it became. So each later line that is left over is looked for once more in
the clause that became its own: it came from that line, left over too, which holds most of its words in their order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from instrument.difference.pairing import pair
from instrument.history.lines import Spot, groups
from instrument.model import Instrument
from instrument.outcomes.laying import lay, weigh
from instrument.outcomes.tokens import Lines, Word, unbracketed

HELD = 0.4  # the share of a later line that a line must hold to be what it came from
FEW = 6  # so short a line proves nothing by being held
_NEAREST = 3  # of the lines that have the words, so many are looked at for their order


class Joint(NamedTuple):
    """Lines of a draft and those they became; `is_home` says that these stand in the clause that theirs became."""

    olds: Sequence[Spot]
    news: Sequence[Spot]
    is_home: bool = True


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines of a draft and of a later text; `small` are the words that carry little in their language."""

    old: Lines
    new: Lines
    small: Collection[str]


def joints(draft: Instrument, later: Instrument, pages: Pages) -> Iterator[Joint]:
    """The lines of a draft with those they became; no line is in two."""
    bases = unbracketed(draft), unbracketed(later)
    pairing = pair(*bases).pairing
    after = dict(pairing.clauses)
    olds, news = set(pages.old), set(pages.new)
    for here, there in groups(pairing, *bases):
        yield Joint(here, there, after.get(here[0][0], there[0][0]) == there[0][0])
        olds.difference_update(here)
        news.difference_update(there)
    bags = {spot: Counter(word.key for word in words) for spot, words in pages.old.items() if spot in olds}
    before = {new: old for old, new in after.items()}
    held: defaultdict[Spot, list[Spot]] = defaultdict(list)
    for spot, words in pages.new.items():
        if spot in news and len(words) >= FEW:
            near = {old: bag for old, bag in bags.items() if old[0] == before.get(spot[0])}
            if holder := _holder(words, near, pages):
                held[holder].append(spot)
    yield from (Joint([spot], found) for spot, found in held.items())


def _holder(words: Sequence[Word], near: Mapping[Spot, Counter[str]], pages: Pages) -> Spot | None:
    """The line that holds most of the words of a later one in their order; none where two hold as much."""
    wanted, whole = Counter(word.key for word in words), sum(weigh(word.key, pages.small) for word in words)
    shares = {
        spot: sum(min(times, bag[key]) * weigh(key, pages.small) for key, times in wanted.items())
        for spot, bag in near.items()
    }
    nearest = sorted((spot for spot in shares if shares[spot] >= HELD * whole), key=lambda spot: -shares[spot])
    scores = {spot: _ordered(pages.old[spot], words, pages.small) for spot in nearest[:_NEAREST]}
    best = max(scores.values(), default=0)
    first = [spot for spot, score in scores.items() if score == best]
    return first[0] if best >= HELD * whole and len(first) == 1 else None


def _ordered(old: Sequence[Word], new: Sequence[Word], small: Collection[str]) -> int:
    """The weight of those words of a later line that stand in a line, in their order."""
    keys = [word.key for word in new]
    return sum(weigh(keys[there], small) for there in set(lay(old, keys, small).stands.values()))
