"""White space that a deletion and the insertion after it share, given back to the words that stayed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from instrument.difference.weaving import Did, Piece
from instrument.model import Run, Text, cut, length, text


def settle(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Pieces of which none marks a space that both texts have before it.

    >>> pieces = Piece(Did.DELETED, text(" ")), Piece(Did.INSERTED, text(" ["))
    >>> [(piece.did.value, piece.text[0].chars) for piece in settle(pieces)]
    [('kept', ' '), ('inserted', '[')]
    """
    found: list[Piece] = []
    for piece in pieces:
        if found and found[-1].did is Did.DELETED and piece.did is Did.INSERTED:
            gone = found.pop()
            shared = _alike(_space(gone.text), _space(piece.text))
            _add(found, Piece(Did.KEPT, cut(piece.text, 0, shared)))
            _add(found, replace(gone, text=cut(gone.text, shared, length(gone.text))))
            piece = replace(piece, text=cut(piece.text, shared, length(piece.text)))
        _add(found, piece)
    return tuple(found)


def _add(found: list[Piece], piece: Piece) -> None:
    if found and found[-1].did is piece.did is Did.KEPT:
        found[-1] = Piece(Did.KEPT, text(*found[-1].text, *piece.text))
    elif piece.text:
        found.append(piece)


def _space(content: Text) -> str:
    chars = content[0].chars if content and isinstance(content[0], Run) else ""
    return chars[: len(chars) - len(chars.lstrip())]


def _alike(one: str, other: str) -> int:
    """How many characters two strings have in common from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
