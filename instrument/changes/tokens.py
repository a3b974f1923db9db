"""Texts compared word by word: where their words differ, where only their emphasis does.

A token is a word with the white space before it, or one atom that is not a run. Words decide what corresponds;
a difference in white space alone is a difference of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from instrument.comparison.runs import Hunk, hunks
from instrument.model import PLAIN, Atom, Marks, Reference, Run, Text
from instrument.words import split

ATOM = "\ufdd0"  # a noncharacter: no word is longer than one of these and begins with it
_REMEMBERED = 8192  # a text is read for the pairing, for the changes and for the view


@dataclass(frozen=True, slots=True)
class Token:
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


@lru_cache(maxsize=_REMEMBERED)
def read(parts: tuple[Text, ...]) -> Reading:
    """Texts read on as one, no word crossing from one to the next; white space at the end is a token without a word.

    >>> from instrument.model import text
    >>> read((text("States Parties shall"), text("use"))).words
    ['States', 'Parties', 'shall', 'use']
    """
    found: list[Token] = []
    chars, at, space = "", 0, ""
    for piece, atom in (piece for part in parts for piece in _pieces(part)):
        width = len(piece) if atom is None else 1
        chars += piece if atom is None else ATOM
        at += width
        if atom is None and piece.isspace():
            space += piece
            continue
        found.append(Token(piece if atom is None else ATOM + _name(atom), space, at, width))
        space = ""
    return Reading((*found, Token("", space, at, 0)) if space else tuple(found), chars)


@lru_cache(maxsize=_REMEMBERED)
def differing(olds: tuple[Text, ...], news: tuple[Text, ...]) -> tuple[Hunk, ...]:
    """The hunks of tokens in which texts read on as one differ."""
    return hunks(read(olds).words, read(news).words)


def spans(olds: Sequence[Text], news: Sequence[Text]) -> list[Span]:
    """Where texts read on as one differ, in characters, in the one way that is the same whoever asks.

    >>> from instrument.model import text
    >>> spans([text("No State shall use")], [text("No State may ever use")])
    [Span(old=9, old_end=14, new=9, new_end=17)]
    """
    old, new = tuple(olds), tuple(news)
    return place(read(old), read(new), differing(old, new))


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


def emphasis(old: Text, new: Text, found: list[Span]) -> Iterator[Span]:
    """Where characters that two texts share differ in emphasis."""
    before, after = _marks(old), _marks(new)
    if not any(before) and not any(after):
        return
    i = j = 0
    for span in [*found, Span(len(before), len(before), len(after), len(after))]:
        unlike = [before[i + k] != after[j + k] for k in range(span.old - i)]
        for changed, run in groupby(range(len(unlike)), key=unlike.__getitem__):
            if changed:
                first, *rest = run
                yield Span(i + first, i + first + 1 + len(rest), j + first, j + first + 1 + len(rest))
        i, j = span.old_end, span.new_end


def _pieces(content: Text) -> Iterator[tuple[str, Atom | None]]:
    """Words and white space, and the atoms that are not runs; a word may cross runs but no such atom."""
    for worded, atoms in groupby(content, key=lambda atom: isinstance(atom, Run)):
        if worded:
            yield from ((piece, None) for piece in split("".join(a.chars for a in atoms if isinstance(a, Run))))
        else:
            yield from (("", atom) for atom in atoms)


def _name(atom: Atom) -> str:
    return f"reference {atom.target}" if isinstance(atom, Reference) else repr(atom)


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


def _marks(content: Text) -> list[Marks]:
    found: list[Marks] = []
    for atom in content:
        if isinstance(atom, Run):
            found += [atom.marks] * len(atom.chars)
        else:
            found.append(atom.marks if isinstance(atom, Reference) else PLAIN)
    return found
