"""Which block of an old text became which block of a new one: taken over, changed, moved, split, joined.

A block is a provision, or a paragraph of a Word document. Its words decide, its label does not: a provision that only
changed its number is the same provision.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from instrument.comparison.blocks import Block, Pairing, homes
from instrument.comparison.joining import Group, grouped
from instrument.comparison.order import keep
from instrument.comparison.pairing import paired

__all__ = ["Alignment", "Block", "Match", "align"]

DOUBTFUL = 0.6
WHOLE = 0.9  # the share of the shorter text that is as good as all of it
FEW = 4  # words that two texts may share by chance


class Match(NamedTuple):
    """Blocks of the old text that became blocks of the new one: one and one, one and several, several and one.

    `similarity` is the share of words that they have in common, in order; `moved` says that they left their place
    among the others, or their container; `doubtful` that nothing but a weak likeness speaks for the match.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    similarity: float
    moved: bool = False
    doubtful: bool = False


class Alignment(NamedTuple):
    """The matches, in the order of the old text, and the blocks that only one of the texts has."""

    matches: tuple[Match, ...]
    deleted: tuple[int, ...]
    inserted: tuple[int, ...]

    @property
    def moves(self) -> tuple[tuple[Match, ...], ...]:
        """The moved matches, those together that travelled together."""
        groups: list[list[Match]] = []
        for match in self.matches:
            last = groups[-1][-1] if groups else None
            if match.moved and last and (last.old[-1] + 1, last.new[-1] + 1) == (match.old[0], match.new[0]):
                groups[-1].append(match)
            elif match.moved:
                groups.append([match])
        return tuple(map(tuple, groups))


def align(old: Sequence[Block], new: Sequence[Block]) -> Alignment:
    """What became of each block.

    Equal hints always match. Then text decides: the same words; the neighbours of what already matched; rare rows of
    words; likeness of 0.45 and more, where the same container and a near place tip the scale; at last, between
    neighbours that matched, the place alone.

    >>> old = [Block(("Never", "use", "them", "."), "1."), Block(("Never", "keep", "them", "."), "2.")]
    >>> alignment = align(old, [Block(("A", "heading")), *old])
    >>> [(match.old, match.new) for match in alignment.matches], alignment.inserted
    ([((0,), (1,)), ((1,), (2,))], (0,))
    """
    pairing = paired(old, new)
    groups = grouped(pairing)
    settled = _settled(groups, pairing)
    return Alignment(
        tuple(
            Match(
                group.old,
                group.new,
                group.similarity,
                moved=at not in settled,
                doubtful=_is_doubtful(group, pairing),
            )
            for at, group in enumerate(groups)
        ),
        _others(len(old), [group.old for group in groups]),
        _others(len(new), [group.new for group in groups]),
    )


def _is_doubtful(group: Group, pairing: Pairing) -> bool:
    """Whether nothing but a weak likeness speaks for a match: no hint, and more than words put in or taken out."""
    if group.similarity >= DOUBTFUL or group.old[0] in pairing.hinted:
        return False
    sizes = len(pairing.old.text(group.old)), len(pairing.new.text(group.new))
    shared = group.similarity * sum(sizes) / 2
    return shared < max(WHOLE * min(sizes), FEW)


def _settled(groups: Sequence[Group], pairing: Pairing) -> set[int]:
    """The groups that kept their place: in their container, and in order, as many words as can be."""
    weights = [1 + len(pairing.old.text(group.old)) for group in groups]
    pairs = [(group.old[0], group.new[0]) for group in groups]
    became = homes(pairing, pairs)
    return {
        at
        for at in keep([j for _, j in pairs], weights)
        if became[pairing.old.blocks[pairs[at][0]].container] == pairing.new.blocks[pairs[at][1]].container
    }


def _others(count: int, groups: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    matched = {number for group in groups for number in group}
    return tuple(number for number in range(count) if number not in matched)
