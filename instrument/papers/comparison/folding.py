"""What a page leaves out where only changes are wanted: lines in succession that are the same in both texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from instrument.papers.comparison.entries import Entry, differs


@dataclass(frozen=True, slots=True)
class Gap:
    """So many lines that are left out."""

    lines: int


def fold(entries: Sequence[Entry], context: int) -> list[Entry | Gap]:
    """The entries of a chapter without those that are unchanged, save the heading, so many neighbours of every change,
    and the provisions that a change stands under."""
    kept = set(_kept(entries, context))
    found: list[Entry | Gap] = []
    for shown, group in groupby(range(len(entries)), key=kept.__contains__):
        places = list(group)
        found += [entries[place] for place in places] if shown else [Gap(len(places))]
    return found


def _kept(entries: Sequence[Entry], context: int) -> Iterator[int]:
    for place, entry in enumerate(entries):
        if entry.line.part == "heading":
            yield place
        elif differs(entry):
            yield from range(max(0, place - context), min(len(entries), place + context + 1))
            yield from _above(entries, place)


def _above(entries: Sequence[Entry], place: int) -> Iterator[int]:
    """The provisions that a provision stands under, from the nearest outwards."""
    depth = entries[place].side.depth
    for at in range(place - 1, -1, -1):
        entry = entries[at]
        if entry.line.part == "provision" and entry.line.new and entry.side.depth < depth:
            depth = entry.side.depth
            yield at
