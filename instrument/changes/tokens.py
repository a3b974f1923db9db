"""Two texts compared word by word: where their words differ, where only their emphasis does.

A token is a word with the white space before it, or one atom that is not a run. Words decide what corresponds;
a difference in white space alone is a difference of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from instrument.comparison.runs import Hunk, hunks
from instrument.model import PLAIN, Atom, Marks, Reference, Run, Text, cut, plain, text
from instrument.words import split

ATOM = "\ufdd0"  # a noncharacter: no word is longer than one of these and begins with it


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

    @property
    def start(self) -> int:
        return self.word - len(self.space)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters from `old` to `old_end` of one text stand where `new` to `new_end` of another stand."""

    old: int
    old_end: int
    new: int
    new_end: int


def tokens(parts: Sequence[Text]) -> list[Token]:
    """The tokens of texts read on as one, no word crossing from one to the next; white space at the end is a last
    token without a word.

    >>> from instrument.model import text
    >>> [token.key for token in tokens([text("States Parties shall"), text("use")])]
    ['States', 'Parties', 'shall', 'use']
    """
    found: list[Token] = []
    at, space = 0, ""
    for piece, atom in (piece for part in parts for piece in _pieces(part)):
        width = len(piece) if atom is None else 1
        at += width
        if atom is None and piece.isspace():
            space += piece
            continue
        found.append(Token(piece if atom is None else ATOM + _name(atom), space, at, width))
        space = ""
    return [*found, Token("", space, at, 0)] if space else found


def spans(old: Sequence[Text], new: Sequence[Text]) -> list[Span]:
    """Where texts read on as one differ, in characters, in the one way that is the same whoever asks.

    >>> from instrument.model import text
    >>> spans([text("No State shall use")], [text("No State may ever use")])
    [Span(old=9, old_end=14, new=9, new_end=17)]
    """
    before, after = tokens(old), tokens(new)
    merged = place(before, after, hunks([token.key for token in before], [token.key for token in after]))
    if len(old) == len(new) == 1:
        return merged
    return [span for span in merged if not _is_cut_word(span, old, new)]


def place(before: Sequence[Token], after: Sequence[Token], found: Iterable[Hunk]) -> list[Span]:
    """Where hunks of tokens, and white space that differs between them, stand in characters."""
    spans: list[Span] = []
    i = j = 0
    for hunk in found:
        spans += _spacing(before, after, i, hunk.old_start, j)
        spans.append(span_of(before, after, hunk))
        i, j = hunk.old_end, hunk.new_end
    spans += _spacing(before, after, i, len(before), j)
    return _merged(spans)


def _is_cut_word(span: Span, old: Sequence[Text], new: Sequence[Text]) -> bool:
    """Whether a word differs only by the end of a paragraph inside it."""
    before, after = (text(*(atom for part in parts for atom in part)) for parts in (old, new))
    return plain(cut(before, span.old, span.old_end)) == plain(cut(after, span.new, span.new_end)) and (
        span.old_end - span.old == span.new_end - span.new
    )


def emphasis(old: Text, new: Text, differing: list[Span]) -> Iterator[Span]:
    """Where characters that two texts share differ in emphasis."""
    before, after = _marks(old), _marks(new)
    if not any(before) and not any(after):
        return
    i = j = 0
    for span in [*differing, Span(len(before), len(before), len(after), len(after))]:
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


def _spacing(before: Sequence[Token], after: Sequence[Token], start: int, end: int, other: int) -> Iterator[Span]:
    """White space that differs before words that are the same."""
    for i in range(start, end):
        one, two = before[i], after[other + i - start]
        if one.space != two.space:
            yield Span(one.start, one.word, two.start, two.word)


def span_of(before: Sequence[Token], after: Sequence[Token], hunk: Hunk) -> Span:
    """Where a hunk of tokens stands in characters, without the white space before it where both texts have the same."""
    i, j = hunk.old_start, hunk.new_start
    replaced = i < hunk.old_end and j < hunk.new_end and before[i].space == after[j].space
    old, new = (before[i].word, after[j].word) if replaced else (_start(before, i), _start(after, j))
    return Span(old, _start(before, hunk.old_end), new, _start(after, hunk.new_end))


def _start(found: Sequence[Token], index: int) -> int:
    """Where a token begins, its white space included: the end of the one before it."""
    return found[index - 1].end if index else 0


def _merged(found: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in found:
        last = merged[-1] if merged else None
        if last and last.old_end == span.old and last.new_end == span.new:
            merged[-1] = Span(last.old, span.old_end, last.new, span.new_end)
        else:
            merged.append(span)
    return merged


def _marks(content: Text) -> list[Marks]:
    found: list[Marks] = []
    for atom in content:
        if isinstance(atom, Run):
            found += [atom.marks] * len(atom.chars)
        else:
            found.append(atom.marks if isinstance(atom, Reference) else PLAIN)
    return found
