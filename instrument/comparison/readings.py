"""Words read on, with the characters that they stand in: where two readings differ, place by place.

A token is a word with the white space before it, or one thing that is no word. Words decide what corresponds; a
difference in white space alone is a difference of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from instrument.comparison.runs import Hunk
from instrument.words import split

ATOM = "\ufdd0"  # a noncharacter: no word is longer than one of these and begins with it


class Span(NamedTuple):
    """Characters from `old` to `old_end` of one text stand where `new` to `new_end` of another stand."""

    old: int
    old_end: int
    new: int
    new_end: int


class Reading(NamedTuple):
    """Texts read on as one: their words, where each of them begins and ends, and their characters.

    An atom that is not a run is a word, for which one character stands. White space at the end is that before a word
    of no characters.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    chars: str

    @property
    def said(self) -> tuple[str, ...]:
        """The words without white space at the end."""
        return self.words if not self.words or self.words[-1] else self.words[:-1]

    def start(self, index: int) -> int:
        """Where a token begins, its white space included: the end of the one before it."""
        return self.ends[index - 1] if index else 0

    def space(self, index: int) -> str:
        """The white space before a word."""
        return self.chars[self.start(index) : self.starts[index]]


class Tokens:
    """Words and white space put one behind another, until they are a reading."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._chars: list[str] = []
        self._at = 0

    def text(self, chars: str) -> None:
        """Read the words of a text, none of which goes on in what comes next."""
        pieces = split(chars)
        at = [*accumulate(map(len, pieces), initial=self._at)]
        said = [number for number, piece in enumerate(pieces) if piece != " " and not piece.isspace()]
        self._words += [pieces[number] for number in said]
        self._starts += [at[number] for number in said]
        self._ends += [at[number + 1] for number in said]
        self._chars.append(chars)
        self._at = at[-1]

    def thing(self, name: str) -> None:
        """Read one thing that is no word."""
        self._words.append(ATOM + name)
        self._starts.append(self._at)
        self._at += 1
        self._ends.append(self._at)
        self._chars.append(ATOM)

    def reading(self) -> Reading:
        if self._at > (self._ends[-1] if self._ends else 0):
            self._words.append("")
            self._starts.append(self._at)
            self._ends.append(self._at)
        return Reading(tuple(self._words), tuple(self._starts), tuple(self._ends), "".join(self._chars))


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
    placed += _spacing(old, new, i, len(old.words), j)
    trimmed = (_trimmed(span, old.chars, new.chars) for span in _merged(placed))
    return [
        span for span in trimmed if _differs(old.chars[span.old : span.old_end], new.chars[span.new : span.new_end])
    ]


def span_of(old: Reading, new: Reading, hunk: Hunk) -> Span:
    """Where a hunk of tokens stands in characters, the white space before its words included."""
    return Span(*map(old.start, (hunk.old_start, hunk.old_end)), *map(new.start, (hunk.new_start, hunk.new_end)))


def _spacing(old: Reading, new: Reading, start: int, end: int, other: int) -> Iterator[Span]:
    """White space that differs before words that are the same."""
    if old.chars[old.start(start) : old.start(end)] == new.chars[new.start(other) : new.start(other + end - start)]:
        return
    for i, j in zip(range(start, end), range(other, other + end - start), strict=True):
        if old.space(i) != new.space(j):
            yield Span(old.start(i), old.starts[i], new.start(j), new.starts[j])


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
