"""What a change does apart from the wording: to the force of a provision, to its figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache

from instrument.comparison.runs import Hunk
from instrument.comparison.vocabulary import (
    FIGURES,
    FORCE,
    HAN_COUNTED,
    HAN_NUMERALS,
    LINKS,
    NUMBERS,
    PROVISIONS,
    UNRELATED,
)
from instrument.words import words

_LONGEST = 8  # words in an expression


class Weight(StrEnum):
    """What a change touches: how much a provision binds, or its numbers, deadlines and thresholds."""

    FORCE = "force"
    FIGURE = "figure"


def weigh(old: Sequence[str], new: Sequence[str], hunk: Hunk) -> frozenset[Weight]:
    """What a hunk changes besides the wording.

    An expression that reaches into the hunk counts whole: to cut "as far as" out of "as far as possible" changes the
    force. The numbers of provisions are no figures.

    >>> old, new = "shall within [ five ] years".split(), "should within [ ten ] years".split()
    >>> sorted(weigh(old, new, Hunk(0, 1, 0, 1))), sorted(weigh(old, new, Hunk(3, 4, 3, 4)))
    ([<Weight.FORCE: 'force'>], [<Weight.FIGURE: 'figure'>])
    """
    before = Counter(_weighty(old, hunk.old_start, hunk.old_end))
    after = Counter(_weighty(new, hunk.new_start, hunk.new_end))
    return frozenset(weight for weight, _ in (before - after) + (after - before))


def is_weighty(word: str) -> bool:
    """Whether a word has weight by itself.

    >>> is_weighty("shall"), is_weighty("ten"), is_weighty("Party")
    (True, True, False)
    """
    near = _folded([word])
    alone = (weight for expression, weight in _expressions().get(near[0], ()) if len(expression) == 1)
    return any(alone) or _is_figure(near, 0)


def _weighty(text: Sequence[str], start: int, end: int) -> Iterator[tuple[Weight, str]]:
    """The weighty expressions of a text that lie in a range of it or reach into it."""
    at = max(0, start - _LONGEST)
    near = _folded(text[at : end + _LONGEST])
    start, end = start - at, end - at
    place = 0
    while place < len(near):
        size, weight = _expression(near, place)
        if weight and place < end and place + size > start:
            yield weight, " ".join(near[place : place + size])
        place += size


def _folded(text: Sequence[str]) -> list[str]:
    return [word.casefold().replace("’", "'") for word in text]


def _expression(near: Sequence[str], at: int) -> tuple[int, Weight | None]:
    """The longest expression that begins at a word: how many words it has, and its weight."""
    if near[at] == "may" and at and near[at - 1].isdigit():
        return 1, Weight.FIGURE  # the month
    for expression, weight in _expressions().get(near[at], ()):
        if tuple(near[at : at + len(expression)]) == expression:
            return len(expression), weight
    return 1, Weight.FIGURE if _is_figure(near, at) else None


@cache
def _expressions() -> Mapping[str, Sequence[tuple[tuple[str, ...], Weight | None]]]:
    """Every expression of the tables under its first word, the longest first."""
    tables: list[tuple[str, Weight | None]] = [(UNRELATED, None)]
    tables += [(table, Weight.FORCE) for table in FORCE.values()]
    tables += [(table, Weight.FIGURE) for table in FIGURES.values()]
    found: dict[str, list[tuple[tuple[str, ...], Weight | None]]] = {}
    for table, weight in tables:
        for phrase in table.split("|"):
            first, *rest = words(phrase.casefold())
            # Arabic writes "and" and "so" together with the next word.
            for begun in (first, "و" + first, "ف" + first) if "ا" <= first[0] <= "ي" else (first,):
                found.setdefault(begun, []).append(((begun, *rest), weight))
    return {first: sorted(phrases, key=lambda phrase: -len(phrase[0])) for first, phrases in found.items()}


def _is_figure(near: Sequence[str], at: int) -> bool:
    return _is_number(near, at) and not _numbers_a_provision(near, at)


def _is_number(near: Sequence[str], at: int) -> bool:
    word = near[at]
    if word in HAN_NUMERALS:
        after = next((other for other in near[at:] if other not in HAN_NUMERALS), "")
        return after in HAN_COUNTED
    return any(char.isdigit() for char in word) or not NUMBERS.isdisjoint((word, *word.split("-")))


def _numbers_a_provision(near: Sequence[str], at: int) -> bool:
    """Whether a number follows "article" or the like, or other numbers that do."""
    for word in reversed(near[:at]):
        if word.rpartition("'")[2] in PROVISIONS:  # "l'article"
            return True
        if word not in LINKS and len(word) > 1 and not word[0].isdigit():
            return False
    return False
