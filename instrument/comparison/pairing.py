"""Blocks of two texts paired one to one: by hints, by words, by their neighbours, by likeness, by place."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from instrument.comparison.blocks import NEAR, Block, Pairing, Place, Side, beside
from instrument.comparison.codes import Codes
from instrument.comparison.shared import same

LIKE = 0.45  # less is chance: any two provisions share articles, commas and "State Party"
_TELLING = 6  # so many words say by themselves which block they are, far from its place too
_SHORT = 4  # so few may all have been replaced
_ROW = 3
_COMMON = 12  # a row of words that stands in more blocks than this tells nothing
_CHANCE = 0.3  # sharing so many fewer rows than the best candidate is chance
_BEST = 8
_HOME = 0.1  # what standing in the same container is worth beside likeness

Key = TypeVar("Key", bound=Hashable)


class Candidate(NamedTuple):
    """Two blocks that may be the same one."""

    old: int
    new: int
    similarity: float


def paired(old: Sequence[Block], new: Sequence[Block]) -> Pairing:
    """The blocks of two texts that are the same ones, one to one."""
    pairing = beside(old, new)
    for i, j in _same_hints(pairing):
        pairing.join(i, j)
        pairing.hinted.add(i)
    _same_words(pairing)
    for find in (_repeated, _alike, _left):
        if not pairing.lone_old() or not pairing.lone_new():
            break
        place = Place(pairing)
        _take(find(pairing, place), pairing, place)
    _uncross(pairing)
    return pairing


def rows(codes: Codes) -> set[Codes]:
    """The rows of words that tell one block from another."""
    return {codes[at : at + _ROW] for at in range(len(codes) - _ROW + 1)}


def rare_rows(side: Side, numbers: Iterable[int]) -> Mapping[Codes, Sequence[int]]:
    """Which of the blocks each row stands in, without the common rows."""
    found = _places((number, row) for number in numbers for row in rows(side.codes[number]))
    return {row: numbers for row, numbers in found.items() if len(numbers) <= _COMMON}


def _same_hints(pairing: Pairing) -> Iterator[tuple[int, int]]:
    news = _places((j, block.hint) for j, block in enumerate(pairing.new.blocks))
    for hint, numbers in _places((i, block.hint) for i, block in enumerate(pairing.old.blocks)).items():
        if hint:
            yield from zip(numbers, news.get(hint, ()), strict=False)


def _same_words(pairing: Pairing) -> None:
    """Pair the blocks with the same words that come in the same order, if they are at home or stand once in each text;
    short ones only if both."""
    lone_old, lone_new = pairing.lone_old(), pairing.lone_new()
    texts = [" ".join(pairing.old.blocks[i].words) for i in lone_old]
    others = [" ".join(pairing.new.blocks[j].words) for j in lone_new]
    ordered = [(lone_old[i], lone_new[j]) for i, j in same(texts, others)]
    olds = _places((i, pairing.old.codes[i]) for i in lone_old)
    news = _places((j, pairing.new.codes[j]) for j in lone_new)
    once = {
        (numbers[0], news[codes][0]) for codes, numbers in olds.items() if len(numbers) == len(news.get(codes, ())) == 1
    }
    place = Place(pairing)
    for i, j in ordered:
        if len(pairing.old.codes[i]) >= _TELLING and ((i, j) in once or place.at_home(i, j)):
            pairing.join(i, j)
    place = Place(pairing)
    for i, j in ordered:
        if (i, j) in once and place.at_home(i, j):
            pairing.join(i, j)


def _repeated(pairing: Pairing, place: Place) -> Iterator[Candidate]:
    """Blocks whose words stand several times, each with those nearest to its place."""
    news = _places((j, pairing.new.codes[j]) for j in pairing.lone_new())
    for i in pairing.lone_old():
        numbers = news.get(pairing.old.codes[i], [])
        for expected in place.expected(i):
            at = bisect_left(numbers, expected)
            for j in numbers[max(0, at - 2) : at + 2]:
                if _may_be(pairing, place, i, j):
                    yield Candidate(i, j, 1.0)


def _alike(pairing: Pairing, place: Place) -> Iterator[Candidate]:
    """Blocks that share rare rows of words and are alike."""
    known = rare_rows(pairing.new, pairing.lone_new())
    for i in pairing.lone_old():
        shared = Counter(j for row in rows(pairing.old.codes[i]) for j in known.get(row, ()))
        few = max(shared.values(), default=0) * _CHANCE
        found = [j for j in shared if shared[j] >= few and _may_be(pairing, place, i, j)]
        yield from _likely(pairing, i, sorted(found, key=lambda j: (-shared[j], place.distance(i, j), j))[:_BEST])


def _left(pairing: Pairing, place: Place) -> Iterator[Candidate]:
    """Blocks that are left near each other: alike, or short ones under the same label."""
    for i in pairing.lone_old():
        near = {j for expected in place.expected(i) for j in range(max(0, expected - NEAR), expected + NEAR + 1)}
        lone = [j for j in sorted(near) if j < len(pairing.new.blocks) and j not in pairing.old_of and place.fits(i, j)]
        yield from _likely(pairing, i, lone)
        short = [j for j in lone if max(len(pairing.old.codes[i]), len(pairing.new.codes[j])) <= _SHORT]
        yield from (Candidate(i, j, 0.0) for j in short if _same_label(pairing, i, j))


def _same_label(pairing: Pairing, old: int, new: int) -> bool:
    from instrument import labels  # which few comparisons need

    key = labels.key(pairing.old.blocks[old].label)
    return bool(key) and key == labels.key(pairing.new.blocks[new].label)


def _may_be(pairing: Pairing, place: Place, old: int, new: int) -> bool:
    """Whether two blocks are long enough to be told from others anywhere, or stand where they should."""
    return min(len(pairing.old.codes[old]), len(pairing.new.codes[new])) >= _TELLING or place.fits(old, new)


def _likely(pairing: Pairing, old: int, numbers: Iterable[int]) -> Iterator[Candidate]:
    from rapidfuzz.distance import Indel

    for j in numbers:
        similarity = Indel.normalized_similarity(pairing.old.codes[old], pairing.new.codes[j], score_cutoff=LIKE)
        if similarity >= LIKE:
            yield Candidate(old, j, similarity)


def _take(candidates: Iterable[Candidate], pairing: Pairing, place: Place) -> None:
    """Pair the likeliest first, and of equally likely ones the nearest."""

    def rank(candidate: Candidate) -> tuple[float, int, int, int]:
        i, j = candidate.old, candidate.new
        return -round(candidate.similarity + _HOME * place.at_home(i, j), 2), place.distance(i, j), i, j

    for candidate in sorted(candidates, key=rank):
        pairing.join(candidate.old, candidate.new)


def _uncross(pairing: Pairing) -> None:
    """Blocks with the same words that stand close together keep their order: nothing tells them apart."""
    same = (
        (i, pairing.old.codes[i])
        for i, j in sorted(pairing.new_of.items())
        if pairing.old.codes[i] == pairing.new.codes[j] and i not in pairing.hinted
    )
    for numbers in _places(same).values():
        places = [pairing.new_of[i] for i in numbers]
        for last in range(1, len(numbers)):
            for at in range(last, 0, -1):
                if numbers[at] - numbers[at - 1] > NEAR or not 0 < places[at - 1] - places[at] <= NEAR:
                    break
                places[at - 1 : at + 1] = places[at], places[at - 1]
        for i, j in zip(numbers, places, strict=True):
            pairing.new_of[i], pairing.old_of[j] = j, i


def _places(keys: Iterable[tuple[int, Key]]) -> dict[Key, list[int]]:
    """The numbers under which each key stands."""
    places: defaultdict[Key, list[int]] = defaultdict(list)
    for number, key in keys:
        places[key].append(number)
    return places
