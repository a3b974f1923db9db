"""Where two readings differ: the lines, and the words in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from instrument.comparison.shared import differing
from instrument.formats.docx.receipts.transcript import CONTENTS, NOTE, Line

_AROUND = 30
_LONGEST = 160
_NOTE = "\N{SUPERSCRIPT ONE}"


class Difference(NamedTuple):
    """A line that one reading has and the other has not, or has otherwise.

    `was` is None where the line is new, and where nothing but its hash is known, which `is_known` says. `cause` says
    that the line is one of the other reading's: changes in it were "accepted", or "rejected".
    """

    was: Line | None
    now: Line | None
    is_known: bool = True
    cause: str = ""


def differences(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Difference]:
    """Where two readings differ, line by line."""
    olds, news = ([line.entry for line in lines] for lines in (old, new))
    for was, now in differing_pairs(olds, news):
        yield Difference(None if was is None else old[was], None if now is None else new[now])


def differing_pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """The numbers of lines that stand in one sequence and not in the other, those in one place side by side."""
    for part in differing(old, new):
        yield from zip_longest(range(part.old_start, part.old_end), range(part.new_start, part.new_end))


def excerpts(was: str, now: str) -> tuple[str, str]:
    """Two readings cut down to where they differ, with some words around.

    >>> excerpts("shall", "should"), excerpts("", "1. No State.")
    (('shall', 'should'), ('', '1. No State.'))
    """
    was, now = printable(was), printable(now)
    head = _alike(was, now)
    tail = min(_alike(was[::-1], now[::-1]), min(len(was), len(now)) - head)
    return _cut(was, head, tail), _cut(now, head, tail)


def printable(words: str) -> str:
    """Words as a message shows them: for the mark of a note and for a field, what a person would see."""
    return words.replace(CONTENTS, "a table of contents").replace(NOTE, _NOTE).replace("\u2028", " ")


def shortened(words: str) -> str:
    """Words without their middle, where they are many."""
    words = printable(words)
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - _AROUND]}… {words[-_AROUND:]}"


def _alike(one: str, other: str) -> int:
    """How many characters two strings begin with alike."""
    return next(
        (n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )


def _cut(words: str, head: int, tail: int) -> str:
    """Words from a little before their first difference to a little after the last."""
    start, end = max(0, head - _AROUND), min(len(words), len(words) - tail + _AROUND)
    start = words.rfind(" ", 0, start) + 1
    stop = words.find(" ", end)
    end = len(words) if stop < 0 else stop
    return shortened(f"{'… ' if start else ''}{words[start:end]}{' …' if end < len(words) else ''}")
