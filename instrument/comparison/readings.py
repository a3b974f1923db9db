"""Words read on, with the characters that they stand in: where two readings differ, place by place.

A token is a word with the white space before it, or one thing that is no word. Words decide what corresponds; a
difference in white space alone is a difference of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from instrument.comparison.runs import Hunk

ATOM = "\ufdd0"  # a noncharacter: no word is longer than one of these and begins with it


class Token(NamedTuple):
    """A word that ends at `end`, after its white space; `key` is what is compared."""

    key: str
    space: str
    end: int
    width: int

    @property
    def word(self) -> int:
        return self.end - self.width


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters from `old` to `old_end` of one text stand where `new` to `new_end` of another stand."""

    old: int
    old_end: int
    new: int
    new_end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """Texts read on as one: their tokens, and their characters, an atom that is not a run standing for one."""

    tokens: tuple[Token, ...]
    chars: str

    @property
    def words(self) -> list[str]:
        return [token.key for token in self.tokens]

    def start(self, index: int) -> int:
        """Where a token begins, its white space included: the end of the one before it."""
        return self.tokens[index - 1].end if index else 0


def place(old: Reading, new: Reading, found: Iterable[Hunk]) -> list[Span]:
    """Where hunks of tokens, and white space that differs between them, stand in characters.

    White space that both texts have at the edge of a difference is no part of it, and a word in which nothing but a
    paragraph ends is no difference.
    """
    placed: list[Span] = []
    i = j = 0
    for hunk in found:
        placed += _spacing(old, new, i, hunk.old_start, j)
        placed.append(span_of(old, new, hunk))
        i, j = hunk.old_end, hunk.new_end
    placed += _spacing(old, new, i, len(old.tokens), j)
    trimmed = (_trimmed(span, old.chars, new.chars) for span in _merged(placed))
    return [
        span for span in trimmed if _differs(old.chars[span.old : span.old_end], new.chars[span.new : span.new_end])
    ]


def span_of(old: Reading, new: Reading, hunk: Hunk) -> Span:
    """Where a hunk of tokens stands in characters, the white space before its words included."""
    return Span(*map(old.start, (hunk.old_start, hunk.old_end)), *map(new.start, (hunk.new_start, hunk.new_end)))


def _spacing(old: Reading, new: Reading, start: int, end: int, other: int) -> Iterator[Span]:
    """White space that differs before words that are the same."""
    for i in range(start, end):
        one, two = old.tokens[i], new.tokens[other + i - start]
        if one.space != two.space:
            yield Span(old.start(i), one.word, new.start(other + i - start), two.word)


def _merged(placed: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in placed:
        last = merged[-1] if merged else None
        if last and last.old_end == span.old and last.new_end == span.new:
            merged[-1] = Span(last.old, span.old_end, last.new, span.new_end)
        else:
            merged.append(span)
    return merged


def _trimmed(span: Span, old: str, new: str) -> Span:
    """A span without the white space that both sides have at its edges; an insertion keeps its own."""
    i, i_end, j, j_end = span.old, span.old_end, span.new, span.new_end
    while i < i_end and j < j_end and old[i] == new[j] and old[i].isspace():
        i, j = i + 1, j + 1
    while i < i_end and j < j_end and old[i_end - 1] == new[j_end - 1] and old[i_end - 1].isspace():
        i_end, j_end = i_end - 1, j_end - 1
    return Span(i, i_end, j, j_end)


def _differs(old: str, new: str) -> bool:
    return old != new or ATOM in old
