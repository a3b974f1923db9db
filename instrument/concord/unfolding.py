"""A clause whose paragraphs run on in one language, cut where the labels of the base stand in its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from instrument.brackets.reading import HEADING
from instrument.concord.alignment import Pair
from instrument.concord.figures import figures
from instrument.concord.units import Marks, Unit
from instrument.labels import readings

# "(a)", "a)", "- 2", "2 -", "2." and "二、" inside a line: what may be a label there.
_LABEL = re.compile(
    r"(?<![\w(（])[（(]?[^\W_]{1,4}[)）]|(?<!\w)[-–] ?\d{1,2}(?!\w)|(?<![\w.,])\d{1,2}(?: ?[-–]|\.)(?!\w)"
    r"|[一二三四五六七八九十]{1,3}、"
)
_WHOLE = 0.75  # with fewer words than this of what it should have, a clause lacks paragraphs
_SLACK, _SHARE = 300, 0.3  # how far from where its length puts it a label may stand: so many characters, and a share


@dataclass(frozen=True, slots=True)
class _Mark:
    """Something in the words that may be the label of one of several numbers."""

    start: int
    end: int
    values: frozenset[str]


def runs_on(base: Sequence[Unit], other: Sequence[Unit], ratio: float = 1.0) -> bool:
    """Whether a clause has all its words in far fewer pieces than the base, so that it must be cut to be compared."""
    if sum(len(unit.words) for unit in other) < _WHOLE * ratio * sum(len(unit.words) for unit in base):
        return False
    mine, theirs = (sum(unit.part == "provision" for unit in units) for units in (base, other))
    labels = sum(bool(unit.cited) for unit in other if unit.part == "provision")
    wanted = sum(bool(unit.cited) for unit in base if unit.part == "provision")
    return mine > 0 and (theirs == 0 or (wanted > 1 and 2 * labels < wanted))


def unfold(base: Sequence[Unit], other: Sequence[Unit], language: str) -> tuple[Pair, ...]:
    """The units of the base with the pieces of the other's words that have their labels, in order.

    A unit whose label is not found goes with the one before it.
    """
    wanted = [unit for unit in base if not unit.part.startswith("note")]
    held = [unit for unit in other if not unit.part.startswith("note")]
    words = "\n".join(unit.printed if unit.part == "provision" else unit.words for unit in held)
    cuts = _cuts(wanted, words)
    starts = sorted(cuts)
    pairs: list[Pair] = []
    for at, first in enumerate([-1, *starts]):
        last = starts[at] if at < len(starts) else len(wanted)
        units = tuple(wanted[max(first, 0) : last])
        start, begin = (cuts[first].start, cuts[first].end) if first >= 0 else (0, 0)
        end = cuts[last].start if last < len(wanted) else len(words)
        if units or words[begin:end].strip():
            piece = _piece(held, words, (start, begin, end), units[0] if units else wanted[0], language)
            pairs.append(Pair(units, (piece,)))
    notes = [Pair((unit,), ()) for unit in base if unit.part.startswith("note")]
    return (*pairs, *notes, *(Pair((), (unit,)) for unit in other if unit.part.startswith("note")))


def _cuts(wanted: Sequence[Unit], words: str) -> dict[int, _Mark]:
    """The marks that are the labels of units: in order, each near where its length puts it, as many as there can be."""
    total = sum(len(unit.words) for unit in wanted) or 1
    marks = [_Mark(*found.span(), _values(found[0])) for found in _LABEL.finditer(words)]
    room = _SHARE * len(words) + _SLACK
    expected, passed = [], 0
    for unit in wanted:
        expected.append(passed / total * len(words))
        passed += len(unit.words)

    def worth(row: int, column: int) -> float:
        if not wanted[row].cited & marks[column].values or wanted[row].index == HEADING:
            return -1.0
        return 1.0 - abs(marks[column].start - expected[row]) / room

    best = [[0.0] * (len(marks) + 1) for _ in range(len(wanted) + 1)]
    for row in range(len(wanted) - 1, -1, -1):
        for column in range(len(marks) - 1, -1, -1):
            met = best[row + 1][column + 1] + worth(row, column)
            best[row][column] = max(met, best[row + 1][column], best[row][column + 1])
    found: dict[int, _Mark] = {}
    row = column = 0
    while row < len(wanted) and column < len(marks):
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            found[row] = marks[column]
            row, column = row + 1, column + 1
    return found


def _values(written: str) -> frozenset[str]:
    bare = re.sub(r"[^\w]|\u0640", "", written)
    return frozenset(str(each.numbers[-1]) for each in readings(f"({bare})"))


def _piece(held: Sequence[Unit], words: str, span: tuple[int, int, int], like: Unit, language: str) -> Unit:
    """A stretch of the words as a unit, at the address of the one that it stands in."""
    start, begin, end = span
    at, address = 0, held[0].address
    for unit in held:
        if at <= start:
            address = unit.address
        at += len(unit.printed if unit.part == "provision" else unit.words) + 1
    said = words[begin:end].strip()
    return Unit(like.index, address, words[start:begin], like.path, said, figures(said, language), _marks(words, span))


def _marks(words: str, span: tuple[int, int, int]) -> Marks:
    depth, found = 0, Counter[tuple[object, ...]]()
    for at, char in enumerate(words[: span[2]]):
        if char == "[":
            if at >= span[0]:
                found["opens", depth] += 1
            depth += 1
        elif char == "]":
            depth -= 1
            if at >= span[0]:
                found["closes", depth, ""] += 1
    return found
