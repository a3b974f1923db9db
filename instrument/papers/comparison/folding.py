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
    above = _above(entries)
    for place, entry in enumerate(entries):
        if entry.line.part == "heading":
            yield place
        elif differs(entry):
            yield from range(max(0, place - context), min(len(entries), place + context + 1))
            over = above[place]
            while over is not None:
                yield over
                over = above[over]


def _above(entries: Sequence[Entry]) -> list[int | None]:
    """For each line the provision of the new text that it stands under."""
    found: list[int | None] = []
    open_provisions: list[int] = []
    for place, entry in enumerate(entries):
        while open_provisions and entries[open_provisions[-1]].side.depth >= entry.side.depth:
            open_provisions.pop()
        found.append(open_provisions[-1] if open_provisions else None)
        if entry.line.part == "provision" and entry.line.new:
            open_provisions.append(place)
    return found
