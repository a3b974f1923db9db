"""Words that are quoted: the fewest that are found in one place, in marks that close where they should."""

from __future__ import annotations

import re
from collections.abc import Iterator

from instrument.changes.items import Place
from instrument.instructions.finding import everywhere
from instrument.instructions.instruction import Passage
from instrument.instructions.quotations import quotes
from instrument.instructions.scope import Scope
from instrument.instructions.writing.proof import Bench

_WORD = re.compile(r"\w+(?:[’'-]\w+)*|[^\w\s]|\s+")
_WIDEST = 6  # neighbouring words that are quoted too, before the passages are counted


def quoted(words: str, bench: Bench) -> str:
    """Words in quotation marks: the language's own, or others where the words have some that would close them."""
    for opening, closing in bench.phrases.marks:
        said = f"{opening}{words}{closing}"
        found = list(quotes(said))
        if len(found) == 1 and (found[0].start, found[0].end, found[0].words) == (0, len(said), words):
            return said
    opening, closing = bench.phrases.marks[0]
    return f"{opening}{words}{closing}"


def set_off(words: str, bench: Bench) -> str:
    """Quoted words behind a colon: on the same line, or on their own if they are several lines."""
    return ("\n" if "\n" in words else " ") + quoted(words, bench)


def steps(chars: str) -> list[int]:
    """Where words, signs and spaces begin and end."""
    return [0, *(found.end() for found in _WORD.finditer(chars))]


def windows(chars: str, start: int, end: int, low: int, high: int) -> Iterator[tuple[int, int]]:
    """A passage, and the same with more and more words beside it, the fewest first, between two limits."""
    at = [point for point in steps(chars) if low <= point <= high]
    left = [point for point in reversed(at) if point <= start and not chars[point : point + 1].isspace()][: _WIDEST + 1]
    right = [point for point in at if point >= end and not chars[point - 1 : point].isspace()][: _WIDEST + 1]
    for total in range(_WIDEST + 1):
        sizes = [(total - more, more) for more in range(total + 1) if total - more < len(left) and more < len(right)]
        pairs = [(left[before], right[behind]) for before, behind in sizes]
        yield from sorted(pairs, key=lambda pair: _ends_in_signs(chars, start, end, pair))


def _ends_in_signs(chars: str, start: int, end: int, pair: tuple[int, int]) -> bool:
    """Whether the outermost of the neighbours that are quoted with a passage is no word."""
    low, high = pair
    return (low < start and not chars[low].isalnum()) or (high > end and not chars[high - 1].isalnum())


def count(words: str, place: Place, start: int, scope: Scope, bench: Bench) -> tuple[int, int]:
    """Which of the passages with these words in a stretch begins at an offset, from 1, and how many there are.

    None for words that end inside a live reference: tomorrow it may read otherwise.
    """
    printed = bench.standing.printed(place)
    if printed.cuts(start) or printed.cuts(start + len(words)):
        return 0, 0
    every = list(everywhere(Passage(words, 0, 0), [scope], bench.standing))
    which = next((number for number, each in enumerate(every, 1) if (each.place, each.start) == (place, start)), 0)
    return which, len(every)


def which(words: str, number: int, bench: Bench) -> str:
    """Words of which there are several: “the second “shall””."""
    return bench.phrases.say("which", ordinal=bench.phrases.ordinals[number - 1], old=quoted(words, bench))
