"""Drafts whose history is known: a text, a later version of it, and which provision of the one became which of the
other."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, pairwise
from pathlib import Path

from instrument.comparison.align import Block
from instrument.words import words

CLAUSES = Path(__file__).parents[2] / "clauses"
SHORT = ("Use ;", "Transfer ; or", "Stockpiling ;", "The date ;", "Definitions", "Not agreed .", "( see annex )")


@dataclass(frozen=True, slots=True)
class Revision:
    """Two versions of a text, and the pairs of provisions that are the same; `moved` are old ones put elsewhere."""

    old: tuple[Block, ...]
    new: tuple[Block, ...]
    pairs: frozenset[tuple[int, int]]
    moved: frozenset[int]


@dataclass(frozen=True, slots=True)
class Edit:
    """Words put in the place of others."""

    start: int
    end: int
    words: tuple[str, ...]


def edited(text: Sequence[str], edits: Sequence[Edit]) -> list[str]:
    result = list(text)
    for edit in sorted(edits, key=lambda edit: -edit.start):
        result[edit.start : edit.end] = edit.words
    return result


@dataclass(slots=True)
class Piece:
    """A provision of the new text and the old ones it was made of."""

    words: list[str]
    origins: list[int] = field(default_factory=list)


@cache
def habits() -> dict[str, list[str]]:
    """Which words follow which in the sample's clauses."""
    following: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(CLAUSES.glob("*/*-draft.clause")):
        for line in path.read_text(encoding="utf-8").splitlines():
            found = words(re.sub(r"\{[^}]*\}|^\S+\s", "", line.strip()))
            for one, two in zip(["", *found], [*found, ""], strict=True):
                following[one].append(two)
    return dict(following)


class Author:
    """Writes and rewrites provisions, always the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def phrase(self, size: int) -> list[str]:
        written: list[str] = []
        last = ""
        while len(written) < size:
            last = self.chance.choice(habits().get(last) or habits()[""])
            if last:
                written.append(last)
        return written

    def provision(self) -> list[str]:
        if self.chance.random() < 0.1:
            return self.chance.choice(SHORT).split()
        return self.phrase(self.chance.choice([8, 12, 20, 30, 40, 60, 90, 120]))

    def reword(self, text: Sequence[str], share: float) -> list[str]:
        """Phrases struck, added and replaced until about this share of the words is touched."""
        result = list(text)
        left = int(len(text) * share)
        while left > 0:
            size = min(left, self.chance.choice([1, 1, 1, 2, 2, 3, 5]))
            at = self.chance.randrange(len(result) + 1)
            kind = self.chance.choice(["strike", "add", "replace"])
            result[at : at if kind == "add" else at + size] = [] if kind == "strike" else self.phrase(size)
            left -= size
        return result

    def edits(self, text: Sequence[str], count: int, apart: int) -> list[Edit]:
        """Edits of a text with so many untouched words between them, in any order."""
        room = len(text) // count
        found = [
            Edit(
                start, start + self.chance.randint(0, 5), tuple(self.phrase(self.chance.choice([0, 1, 1, 2, 3, 5, 8])))
            )
            for start in (at * room + self.chance.randint(0, room - 6 - apart) for at in range(count))
        ]
        self.chance.shuffle(found)
        return found


def draft(seed: int, count: int) -> list[list[list[str]]]:
    """Clauses of about so many provisions in all."""
    author = Author(seed)
    clauses: list[list[list[str]]] = []
    while sum(map(len, clauses)) < count:
        clauses.append([author.provision() for _ in range(author.chance.randint(3, 12))])
    return clauses


def revise(seed: int, count: int) -> Revision:
    """A draft and what became of it: provisions reworded, struck, added, split, joined, moved, and all renumbered."""
    old = draft(seed, count)
    author = Author(seed + 1)
    chance = author.chance
    numbers = iter(range(10**9))
    clauses = [[Piece(text, [next(numbers)]) for text in clause] for clause in old]
    moved: list[Piece] = []
    result: list[list[Piece]] = []
    for clause in clauses:
        if chance.random() < 0.05:
            result.append([Piece(author.provision()) for _ in range(4)])
        result.append(_revised(clause, author, moved))
    for piece in moved:
        home = chance.choice(result)
        home.insert(chance.randint(0, len(home)), piece)
    for _ in range(len(result) // 50):
        clause = result.pop(chance.randrange(len(result)))
        result.insert(chance.randrange(len(result)), clause)
        moved += clause
    return _revision(old, result, moved)


def _revised(clause: list[Piece], author: Author, moved: list[Piece]) -> list[Piece]:
    """What became of a clause; what leaves it is put with the moved."""
    chance = author.chance
    kept: list[Piece] = []
    rest = list(clause)
    while rest:
        piece, kind = rest.pop(0), chance.random()
        size = len(piece.words)
        if kind < 0.04:
            continue
        if kind < 0.08:
            kept.append(Piece(author.provision()))
        if 0.08 <= kind < 0.11 and size >= 12:
            kept += _split(piece, [chance.randint(size // 3, size * 2 // 3)], author)
        elif 0.11 <= kind < 0.13 and size >= 30:
            count = chance.randint(3, 6)
            kept += _split(piece, sorted(chance.sample(range(5, size - 5, 5), min(count, size // 5 - 2))), author)
        elif 0.13 <= kind < 0.16 and size >= 12 and rest and len(rest[0].words) >= 12:
            other = rest.pop(0)
            words = author.reword([*piece.words, *other.words], chance.choice([0, 0.1]))
            kept.append(Piece(words, [*piece.origins, *other.origins]))
        elif 0.16 <= kind < 0.19 and size >= 12:
            moved.append(Piece(author.reword(piece.words, chance.choice([0, 0, 0.1, 0.3])), piece.origins))
        else:
            share = chance.choice([0, 0, 0, 0, 0, 0.05, 0.1, 0.2, 0.4, 0.5])
            kept.append(Piece(author.reword(piece.words, share), piece.origins))
    return kept


def _split(piece: Piece, cuts: Sequence[int], author: Author) -> list[Piece]:
    """A provision in several: as two paragraphs, or as a chapeau and its items."""
    share = author.chance.choice([0, 0, 0.1])
    edges = [0, *cuts, len(piece.words)]
    return [Piece(author.reword(piece.words[start:end], share), piece.origins) for start, end in pairwise(edges)]


def _revision(old: list[list[list[str]]], new: list[list[Piece]], moved: list[Piece]) -> Revision:
    return Revision(
        _blocks("old", old),
        _blocks("new", [[piece.words for piece in clause] for clause in new]),
        frozenset((i, j) for j, piece in enumerate(chain.from_iterable(new)) for i in piece.origins),
        frozenset(i for piece in moved for i in piece.origins),
    )


def _blocks(name: str, clauses: list[list[list[str]]]) -> tuple[Block, ...]:
    return tuple(
        Block(tuple(text), f"{number}.", f"{name} {at}")
        for at, clause in enumerate(clauses)
        for number, text in enumerate(clause, 1)
    )
