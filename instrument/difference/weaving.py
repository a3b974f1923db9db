"""The words of two lines as one sequence: what was kept, put in, taken out, set in another emphasis."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, pairwise

from instrument.changes.tokens import differing, emphasis, read
from instrument.comparison.force import weigh
from instrument.comparison.readings import ATOM, Span, place, span_of
from instrument.comparison.tidy import tidy
from instrument.model import Text, cut, length, text

NO_WEIGHTS: frozenset[str] = frozenset()


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
    weights: frozenset[str] = NO_WEIGHTS


def weave(olds: Sequence[Text], news: Sequence[Text]) -> list[tuple[Piece, ...]]:
    """The words of texts read on as one, as pieces, cut where each of the new texts ends.

    >>> [piece.did.value for piece in weave([text("shall use")], [text("may use")])[0]]
    ['deleted', 'inserted', 'kept']
    """
    old, new = (text(*(atom for part in parts for atom in part)) for parts in (olds, news))
    weighed = _weighed(olds, news)
    cloth = _Cloth(new, list(accumulate(map(length, news))), [[] for _ in news])
    restyled = [(span, None) for span in emphasis(old, new, [span for span, _ in weighed])]
    at = 0
    for span, weights in sorted([*weighed, *restyled], key=lambda event: event[0]):
        cloth.put(Did.KEPT, at, span.new)
        if weights is not None and span.old < span.old_end:
            cloth.strike(span, _cut_at_ends(old, span, accumulate(map(length, olds))), weights)
        cloth.put(Did.RESTYLED if weights is None else Did.INSERTED, span.new, span.new_end, weights or NO_WEIGHTS)
        at = span.new_end
    cloth.put(Did.KEPT, at, length(new))
    return [tuple(pieces) for pieces in cloth.parts]


def _cut_at_ends(old: Text, span: Span, ends: Iterable[int]) -> Text:
    """The old words of a span, on a new line where one of the old texts ended."""
    points = [span.old, *(end for end in ends if span.old < end < span.old_end), span.old_end]
    first, *rest = (cut(old, start, end) for start, end in pairwise(points))
    return text(*first, *(atom for part in rest for atom in ("\u2028", *part)))


def _weighed(olds: Sequence[Text], news: Sequence[Text]) -> list[tuple[Span, frozenset[str]]]:
    """Where the words differ, tidied for the eye, with what each difference changes besides the wording."""
    before, after = read(tuple(olds)), read(tuple(news))
    found = tidy(before.words, after.words, differing(tuple(olds), tuple(news)))
    was, now = ([ATOM if word.startswith(ATOM) else word for word in side.words] for side in (before, after))
    weights = [(span_of(before, after, hunk), weigh(was, now, hunk)) for hunk in found]
    return [
        (span, frozenset(str(w) for part, some in weights if _inside(part, span) for w in some))
        for span in place(before, after, found)
    ]


def _inside(part: Span, span: Span) -> bool:
    """Whether a hunk, white space and all, is one of those that make up a span."""
    return (
        part.old <= span.old_end and span.old <= part.old_end and part.new <= span.new_end and span.new <= part.new_end
    )


@dataclass(frozen=True, slots=True)
class _Cloth:
    """The pieces of each new text, and where in all of them each one ends."""

    new: Text
    ends: Sequence[int]
    parts: list[list[Piece]]

    def put(self, did: Did, start: int, end: int, weights: frozenset[str] = NO_WEIGHTS) -> None:
        """Words of the new texts, in the parts they stand in."""
        last = len(self.ends) - 1
        while start < end:
            part = min(bisect_right(self.ends, start), last)
            stop = end if part == last else min(end, self.ends[part])
            self.parts[part].append(Piece(did, cut(self.new, start, stop), weights))
            start = stop

    def strike(self, span: Span, words: Text, weights: frozenset[str]) -> None:
        """Words of the old texts, in the part that ends at them rather than the one that begins there."""
        part = min(bisect_left(self.ends, span.new), len(self.ends) - 1)
        self.parts[part].append(Piece(Did.DELETED, words, weights))
