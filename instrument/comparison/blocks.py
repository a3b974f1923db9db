"""Blocks of two texts, and which of them are paired so far."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from instrument.comparison.codes import Codes, encode, joined

NEAR = 8  # blocks further away than this are not near


class Block(NamedTuple):
    """Words to be aligned, and what is known of them.

    `container` names what the block stands in, a clause as a rule; containers of the same name are the same one.
    `hint` says which block this is: an anchor, or a clause's id.
    """

    words: tuple[str, ...]
    label: str = ""
    container: str = ""
    hint: str = ""


class Side(NamedTuple):
    """The blocks of one text, and their words as codes."""

    blocks: Sequence[Block]
    codes: Sequence[Codes]

    def text(self, numbers: Sequence[int]) -> Codes:
        """The words of several blocks as one text."""
        return joined(self.codes[number] for number in numbers)


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two texts; the new block that each paired old one became, and the other way about; the pairs made by hints."""

    old: Side
    new: Side
    new_of: dict[int, int] = field(default_factory=dict)
    old_of: dict[int, int] = field(default_factory=dict)
    hinted: set[int] = field(default_factory=set)

    def join(self, old: int, new: int) -> bool:
        """Pair two blocks, if both are still alone."""
        if old in self.new_of or new in self.old_of:
            return False
        self.new_of[old], self.old_of[new] = new, old
        return True

    def lone_old(self) -> list[int]:
        return [i for i in range(len(self.old.blocks)) if i not in self.new_of]

    def lone_new(self) -> list[int]:
        return [j for j in range(len(self.new.blocks)) if j not in self.old_of]


def homes(pairing: Pairing, pairs: Iterable[tuple[int, int]]) -> dict[str, str]:
    """For each old container the new one that it became: of the same name, else where most of its words went."""
    names = {block.container for block in pairing.new.blocks}
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for i, j in pairs:
        votes[pairing.old.blocks[i].container][pairing.new.blocks[j].container] += 1 + len(pairing.old.codes[i])
    return {
        container: container if container in names else max(counts, key=lambda name: (counts[name], name))
        for container, counts in votes.items()
    }


def beside(old: Sequence[Block], new: Sequence[Block]) -> Pairing:
    """Two texts side by side, nothing paired."""
    codes = encode(*(block.words for block in old), *(block.words for block in new))
    return Pairing(Side(old, codes[: len(old)]), Side(new, codes[len(old) :]))


class Place:
    """Where an old block is to be expected in the new text: in the container that its neighbours went to, and as far
    from them as before. What was paired later is not looked at."""

    def __init__(self, pairing: Pairing) -> None:
        self._old = pairing.old.blocks
        self._new = pairing.new.blocks
        named = {block.container for block in pairing.old.blocks} & {block.container for block in pairing.new.blocks}
        self._homes = {name: name for name in named} | homes(pairing, pairing.new_of.items())
        self._claimed = set(self._homes.values())
        self._shifts = _shifts(pairing)

    def expected(self, old: int) -> tuple[int, int]:
        """After the neighbour before it, and before the neighbour after it."""
        before, after = self._shifts[old]
        return old + before, old + after

    def distance(self, old: int, new: int) -> int:
        return min(abs(new - place) for place in self.expected(old))

    def at_home(self, old: int, new: int) -> bool:
        """Whether the containers of two blocks are the same one, or may be for all that is known."""
        before, after = self._old[old].container, self._new[new].container
        return self._homes[before] == after if before in self._homes else after not in self._claimed

    def fits(self, old: int, new: int) -> bool:
        return self.at_home(old, new) and self.distance(old, new) <= NEAR


def _shifts(pairing: Pairing) -> list[tuple[int, int]]:
    """How far the nearest paired neighbours of each old block, before and after it, have shifted."""
    count = len(pairing.old.blocks)
    before, after = [], []
    shift = 0
    for i in range(count):
        shift = pairing.new_of.get(i, i + shift) - i
        before.append(shift)
    shift = len(pairing.new.blocks) - count
    for i in reversed(range(count)):
        shift = pairing.new_of.get(i, i + shift) - i
        after.append(shift)
    return list(zip(before, reversed(after), strict=True))
