"""The words of two lines as one sequence: what was kept, put in, taken out, set in another emphasis."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from instrument.changes.tokens import Span, emphasis, spans
from instrument.model import Text, cut, length, text


class Did(StrEnum):
    """What happened to words: kept, put in, taken out, or only set in another emphasis."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    RESTYLED = "restyled"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line with one fate.

    `weights` says what the words change besides wording: "force" (shall, should), "figure" (numbers, deadlines),
    "consequential" (a number that only followed a renumbering).
    """

    did: Did
    text: Text
    weights: frozenset[str] = frozenset()


def weave(olds: Sequence[Text], news: Sequence[Text]) -> list[tuple[Piece, ...]]:
    """The words of texts read on as one, as pieces, cut where each of the new texts ends.

    >>> weave([text("shall use")], [text("may use")])[0][0]
    Piece(did=<Did.DELETED: 'deleted'>, text=(Run(chars='shall', marks=frozenset()),))
    """
    old, new = (text(*(atom for part in parts for atom in part)) for parts in (olds, news))
    differing = spans(olds, news)
    cloth = _Cloth(new, list(accumulate(map(length, news))), [[] for _ in news])
    events = [(span, True) for span in differing] + [(span, False) for span in emphasis(old, new, differing)]
    at = 0
    for span, reworded in sorted(events):
        cloth.put(Did.KEPT, at, span.new)
        if reworded and span.old < span.old_end:
            cloth.strike(span, cut(old, span.old, span.old_end))
        cloth.put(Did.INSERTED if reworded else Did.RESTYLED, span.new, span.new_end)
        at = span.new_end
    cloth.put(Did.KEPT, at, length(new))
    return [tuple(pieces) for pieces in cloth.parts]


@dataclass(frozen=True, slots=True)
class _Cloth:
    """The pieces of each new text, and where in all of them each one ends."""

    new: Text
    ends: Sequence[int]
    parts: list[list[Piece]]

    def put(self, did: Did, start: int, end: int) -> None:
        """Words of the new texts, in the parts they stand in."""
        last = len(self.ends) - 1
        while start < end:
            part = min(bisect_right(self.ends, start), last)
            stop = end if part == last else min(end, self.ends[part])
            self.parts[part].append(Piece(did, cut(self.new, start, stop)))
            start = stop

    def strike(self, span: Span, words: Text) -> None:
        """Words of the old texts, in the part that ends at them rather than the one that begins there."""
        part = min(bisect_left(self.ends, span.new), len(self.ends) - 1)
        self.parts[part].append(Piece(Did.DELETED, words))
