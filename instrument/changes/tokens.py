"""Texts compared word by word: where their words differ, where only their emphasis does.

A token is a word with the white space before it, or one atom that is not a run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from instrument.comparison.readings import ATOM, Reading, Span, Token, place
from instrument.comparison.runs import Hunk, hunks
from instrument.model import PLAIN, Atom, Marks, Reference, Run, Text
from instrument.words import split

_REMEMBERED = 8192  # a text is read for the pairing, for the changes and for the view


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


def _marks(content: Text) -> list[Marks]:
    found: list[Marks] = []
    for atom in content:
        if isinstance(atom, Run):
            found += [atom.marks] * len(atom.chars)
        else:
            found.append(atom.marks if isinstance(atom, Reference) else PLAIN)
    return found
