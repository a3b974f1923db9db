"""What became of the stretches of a draft, as values."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from instrument.outcomes.stretches import Stretch


class Fate(StrEnum):
    """What became of a stretch.

    Its own words alone count, not those of stretches inside it: all of them stand where it stood; some do; some do and
    new words came among them or in their stead; they stand in another place; none stands; two stretches have an equal
    claim to what stands, or the later text has the words and several places had them; it has no words of its own.
    """

    KEPT = "kept"
    PART = "in part"
    REWORDED = "reworded"
    MOVED = "moved"
    DROPPED = "dropped"
    UNCLEAR = "cannot be said"
    EMPTY = "no words"


class Choice(StrEnum):
    """How many of the alternatives at one place stand there, wholly or in part."""

    ONE = "one"
    SEVERAL = "several"
    NONE = "none"
    UNCLEAR = "cannot be said"


_STANDS = (Fate.KEPT, Fate.PART, Fate.REWORDED)


class Standing(StrEnum):
    """What became of a word: it stands in its place, in another one, or went."""

    STANDS = "stands"
    MOVED = "moved"
    WENT = "went"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A stretch of a draft in a later text.

    `address` is where it begins; `words` are its own, each with what became of it; `places` are the addresses in the
    later text where they stand; `rivals` are the stretches, by their numbers, that have as good a claim to them, and -1
    for words outside all brackets. `is_open` says that what stands is in brackets there too.
    """

    stretch: Stretch
    address: str
    fate: Fate
    words: tuple[tuple[str, Standing], ...]
    places: tuple[str, ...] = ()
    rivals: tuple[int, ...] = ()
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What became of every stretch of a draft, in its order; a stretch's number is its place here.

    `names` are the clauses that have stretches, by their ids, as they are designated.
    """

    found: tuple[Outcome, ...]
    names: Mapping[str, str]

    def count(self, clause: str = "") -> Counter[Fate]:
        """How many stretches had each fate, of one clause or of all."""
        return Counter(each.fate for each in self.found if not clause or each.stretch.clause == clause)

    def choices(self) -> Counter[Choice]:
        """How each place was decided at which alternatives stand beside one another."""
        groups: defaultdict[int, list[Outcome]] = defaultdict(list)
        for each in self.found:
            if each.stretch.group >= 0:
                groups[each.stretch.group].append(each)
        return Counter(self._choice(group) for group in groups.values())

    def _choice(self, group: Sequence[Outcome]) -> Choice:
        fates = [{inner.fate for inner in self.found if each.stretch.holds(inner.stretch)} for each in group]
        if any(Fate.UNCLEAR in each for each in fates):
            return Choice.UNCLEAR
        standing = sum(not each.isdisjoint(_STANDS) for each in fates)
        return Choice.ONE if standing == 1 else Choice.SEVERAL if standing else Choice.NONE
