"""Paragraphs that changed their place: gone from one, new in another, and the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeGuard

from instrument.comparison.align import align
from instrument.formats.docx.revising.flow import Item, Line, Move
from instrument.formats.docx.revising.matching import Unit, block
from instrument.formats.docx.revising.stamps import Stamps

_ALIKE = 0.6
_FEW = 4  # words that two paragraphs may share by chance, wherever they stand


def find_moves(units: Sequence[Unit], stamps: Stamps) -> None:
    """Tell of paragraphs that are gone from one place, and new in another, that they moved.

    Those that went together, in the same order, made one move. A paragraph that was edited on the way moved if most of
    its words did.
    """
    olds = [unit.old[0] for unit in units if len(unit.old) == 1 and not unit.new and _is_plain(unit.old[0])]
    news = [unit.new[0] for unit in units if len(unit.new) == 1 and not unit.old and _is_plain(unit.new[0])]
    if not olds or not news:
        return
    found = [
        (match.old[0], match.new[0])
        for match in align([*map(block, olds)], [*map(block, news)]).matches
        if len(match.old) == len(match.new) == 1 and match.similarity >= _ALIKE
    ]
    place = {id(item): at for at, unit in enumerate(units) for item in (*unit.old, *unit.new)}
    taken = {id(item) for i, j in found for item in (olds[i], news[j])}
    for group in _together(found, olds, news, place):
        lines = _with_neighbours([(olds[i], news[j]) for i, j in group], units, place, taken)
        if any(len(old.words) >= _FEW for old, _ in lines):
            _tell(lines, f"move{stamps.number()}")


def _together(
    found: Sequence[tuple[int, int]], olds: Sequence[Line], news: Sequence[Line], place: Mapping[int, int]
) -> list[list[tuple[int, int]]]:
    """Pairs of which both sides follow one another, with nothing between them, as groups."""
    groups = [[pair] for pair in found[:1]]
    for before, here in pairwise(found):
        sides = ((olds[before[0]], olds[here[0]]), (news[before[1]], news[here[1]]))
        if all(place[id(second)] == place[id(first)] + 1 for first, second in sides):
            groups[-1].append(here)
        else:
            groups.append([here])
    return groups


def _with_neighbours(
    group: list[tuple[Line, Line]], units: Sequence[Unit], place: Mapping[int, int], taken: set[int]
) -> list[tuple[Line, Line]]:
    """A group with what went along before and behind it: a heading too short to be known by its words alone."""
    for step, end in ((-1, 0), (1, -1)):
        while True:
            old, new = (_line(units, place[id(line)] + step, side) for side, line in enumerate(group[end]))
            if old is None or new is None or old.words != new.words or {id(old), id(new)} & taken:
                break
            group.insert(0 if step < 0 else len(group), (old, new))
            taken |= {id(old), id(new)}
    return group


def _line(units: Sequence[Unit], at: int, side: int) -> Line | None:
    """The paragraph that alone is gone, or alone is new, in a place."""
    if not 0 <= at < len(units):
        return None
    here, there = (units[at].old, units[at].new) if side == 0 else (units[at].new, units[at].old)
    return here[0] if len(here) == 1 and not there and _is_plain(here[0]) else None


def _is_plain(item: Item) -> TypeGuard[Line]:
    """Whether nobody tracked a change in a paragraph: what somebody put in or struck did not move, it came or went."""
    return isinstance(item, Line) and not item.mark and not any(leaf.revisions for leaf in item.leaves)


def _tell(pairs: Sequence[tuple[Line, Line]], name: str) -> None:
    last = len(pairs) - 1
    for at, (old, new) in enumerate(pairs):
        old.move = Move(name, new, at == 0, at == last)
        new.move = Move(name, old, at == 0, at == last)
