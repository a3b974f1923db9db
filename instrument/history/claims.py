"""Words that a draft has from elsewhere than the draft before it: from a proposal, or from another branch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from instrument.comparison.readings import ATOM
from instrument.comparison.runs import Hunk, hunks
from instrument.difference.pairing import pair
from instrument.history import lines
from instrument.history.lines import Spot
from instrument.history.values import Origin
from instrument.model import Instrument


@dataclass(frozen=True, slots=True)
class Claims:
    """A text beside the drafts, and the origins that words of its lines give to those of a draft that read the same.

    Where `is_whole`, words that stand together there claim nothing unless all of them are found together.
    """

    text: Instrument
    origins: Mapping[Spot, Sequence[Origin | None]]
    is_whole: bool = False


def claimed(claims: Claims, text: Instrument, fresh: set[str]) -> Iterator[tuple[Spot, int, Origin]]:
    """The words of a draft that are claimed, by line and number; `fresh` are its clauses that are new."""
    ids = {clause.id for clause in claims.text}
    there = text.with_clauses(clause for clause in text if clause.id in ids or clause.id in fresh)
    theirs, ours = (dict(spot for clause in each for spot in lines.texts_of(clause)) for each in (claims.text, there))
    for olds, news in lines.groups(pair(claims.text, there).pairing, claims.text, there):
        origins = [origin for spot in olds for origin in claims.origins.get(spot, ())]
        if any(origins):
            old = [word for spot in olds for word in lines.words_of(theirs[spot])]
            places = [(spot, at, word) for spot in news for at, word in enumerate(lines.words_of(ours[spot]))]
            new = [word for _, _, word in places]
            found = dict(_matched(old, new))
            for at, origin in _claiming(old, new, origins, found) if claims.is_whole else _each(origins, found):
                yield *places[found[at]][:2], origin


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The words that two lines share, by their numbers in each."""
    at = other = 0
    for hunk in (*hunks(old, new), Hunk(len(old), len(old), len(new), len(new))):
        yield from zip(range(at, hunk.old_start), range(other, hunk.new_start), strict=True)
        at, other = hunk.old_end, hunk.new_end


def _each(origins: Sequence[Origin | None], found: Mapping[int, int]) -> Iterator[tuple[int, Origin]]:
    yield from ((at, origin) for at in found if (origin := origins[at]))


def _claiming(
    old: Sequence[str], new: Sequence[str], origins: Sequence[Origin | None], found: Mapping[int, int]
) -> Iterator[tuple[int, Origin]]:
    """The words of those runs that are found whole, in a row but for brackets, and are no mere marks."""
    for origin, run in groupby(range(len(old)), key=origins.__getitem__):
        span = list(run)
        there = [found[at] for at in span if at in found]
        if origin and len(there) == len(span) and any(old[at].isalnum() for at in span):
            between = {*range(there[0], there[-1])} - {*there}
            if all(new[at] in ("[", "]") or new[at].startswith(ATOM) for at in between):
                yield from ((at, origin) for at in span)
