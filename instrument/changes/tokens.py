"""Texts compared word by word: where their words differ, where only their emphasis does.

A token is a word with the white space before it, or one atom that is not a run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from instrument.comparison.readings import Reading, Span, Tokens, place
from instrument.comparison.runs import Hunk, hunks
from instrument.model import PLAIN, Atom, Marks, Reference, Run, Text

_REMEMBERED = 8192  # a text is read for the pairing, for the changes and for the view


@lru_cache(maxsize=_REMEMBERED)
def read(parts: tuple[Text, ...]) -> Reading:
    """Texts read on as one, no word crossing from one to the next; white space at the end is a token without a word.

    >>> from instrument.model import text
    >>> read((text("States Parties shall"), text("use"))).words
    ('States', 'Parties', 'shall', 'use')
    """
    tokens = Tokens()
    for part in parts:
        for is_worded, atoms in groupby(part, key=lambda atom: isinstance(atom, Run)):
            if is_worded:
                tokens.text("".join(atom.chars for atom in atoms if isinstance(atom, Run)))
            else:
                for atom in atoms:
                    tokens.thing(_name(atom))
    return tokens.reading()


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
