"""The spaces around words that go: the one rule, for whoever takes words out of a text or will want them out of it.

Where words go, two spaces may be left side by side that were never meant to be. Of what is left on both sides of the
place, brackets looked through:

- between two spaces, one goes;
- a space before a stop, a closing mark or the end of the paragraph goes;
- a space after an opening mark or the beginning of the paragraph goes;
- anything else stays as it is, and only the plain space (U+0020) ever goes.

So "all [affected] areas", "all[ affected] areas" and "all [affected ]areas" become "all areas", and "as soon as
possible [within a year]." loses the space before its stop.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from instrument.brackets.reading import Point

_SPACES = " \u00a0\u202f"
_STOPS = ",.;:!?…،؛؟。，；：、！？"
_MARK_THAT_OPENS, _MARK_THAT_CLOSES = {"Ps", "Pi"}, {"Pe", "Pf"}


@dataclass(frozen=True, slots=True)
class Slot:
    """One character that stays; `char` is empty where a paragraph is divided, `through` that it is looked through."""

    point: Point
    char: str
    through: bool = False


SEAM = None
Line = Sequence[Slot | None]  # what stays of a paragraph or a label, with a `SEAM` wherever words go


def surplus(line: Line) -> set[Point]:
    """The spaces that go with the words that go.

    >>> at = lambda offset, char: Slot(Point(0, True, offset), char)
    >>> [point.offset for point in surplus([at(2, "l"), at(3, " "), SEAM, at(14, " "), at(15, "a")])]
    [3]
    """
    gone: set[Point] = set()
    for seam, slot in enumerate(line):
        if slot is SEAM:
            gone.update(_surplus_at(line, seam, gone))
    return gone


def _surplus_at(line: Line, seam: int, gone: set[Point]) -> Iterator[Point]:
    left, left_is_near = _next(line, range(seam - 1, -1, -1), gone)
    right, right_is_near = _next(line, range(seam + 1, len(line)), gone)
    before, after = left.char if left else "", right.char if right else ""
    if left and before == " " and (_closes(after) or (after in _SPACES and (left_is_near or not right_is_near))):
        yield left.point
    elif right and after == " " and (_opens(before) or before in _SPACES):
        yield right.point


def _next(line: Line, way: range, gone: set[Point]) -> tuple[Slot | None, bool]:
    """The next character on a way that is seen, and whether no bracket stands before it."""
    is_near = True
    for index in way:
        slot = line[index]
        if slot is SEAM or slot.point in gone:
            continue
        if not slot.through:
            return slot, is_near
        is_near = False
    return None, is_near


def _closes(char: str) -> bool:
    return not char or char in _STOPS or unicodedata.category(char) in _MARK_THAT_CLOSES


def _opens(char: str) -> bool:
    return not char or unicodedata.category(char) in _MARK_THAT_OPENS
