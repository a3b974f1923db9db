"""Where "shall" became "should" since the last draft, or "may" became "shall", a reader is told.

These words decide what binds, and delegations look for them first; a change of one must never pass among changes of
style. Source: practice of negotiating conferences, in which each is taken up by itself.

>>> from instrument.checks.examples import example, trial
>>> old = example("1. Each Party shall report.", "2. None.")
>>> trial("modal-force", "1. Each Party should report.", "2. None.", base=old)
article-1/1: should: "shall" became "should"
>>> trial("modal-force", "1. Each Party shall report yearly.", "2. None.", base=old)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Rule
from instrument.comparison.force import is_weighty
from instrument.difference.view import Line as Compared
from instrument.difference.weaving import Did, Piece
from instrument.model import length, plain
from instrument.problem import Severity
from instrument.references import Place
from instrument.words import words

RULE = Rule("modal-force", Severity.INFO, Severity.INFO)


def find(reading: Reading) -> Iterator[Finding]:
    by_address = {line.address: line.place for line in reading.lines}
    for chapter in reading.chapters:
        for line in chapter.lines:
            if line.old and line.new and not line.continued:
                yield from _changed(reading, by_address[line.new.address], line)


def _changed(reading: Reading, place: Place, line: Compared) -> Iterator[Finding]:
    at = 0
    for index, piece in enumerate(line.pieces):
        size = 0 if piece.did is Did.DELETED else length(piece.text)
        if "force" in piece.weights and not (piece.did is Did.DELETED and _is_replaced(line.pieces, index)):
            old, new = (_binding(line.pieces, index, did) for did in (Did.DELETED, Did.INSERTED))
            if old != new:
                yield Finding(reading.line(place), at, at + size, _said(old, new))
        at += size


def _is_replaced(pieces: Sequence[Piece], index: int) -> bool:
    return index + 1 < len(pieces) and pieces[index + 1].did is Did.INSERTED


def _binding(pieces: Sequence[Piece], index: int, did: Did) -> str:
    """The binding words of a piece, or of the one before it, that were put in or taken out."""
    near = pieces[max(index - 1, 0) : index + 1] if pieces[index].did is Did.INSERTED else pieces[index : index + 1]
    said = plain(tuple(atom for piece in near if piece.did is did for atom in piece.text))
    return " … ".join(dict.fromkeys(word for word in words(said) if is_weighty(word) and word.isalpha()))


def _said(old: str, new: str) -> str:
    return f'"{old}" became "{new}"' if old and new else f'"{old}" is gone' if old else f'"{new}" is new'
