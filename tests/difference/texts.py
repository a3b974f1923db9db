"""Small texts for tests of differences, written as `.clause` files are."""

from __future__ import annotations

from textwrap import dedent

from instrument.difference.comparison import Comparison, diff
from instrument.formats import clause as clause_format
from instrument.model import Instrument


def instrument(*clauses: str, language: str = "en") -> Instrument:
    """An instrument of clauses, each after a line with its id."""
    read = []
    for source in clauses:
        id, _, words = dedent(source).lstrip("\n").partition("\n")
        read.append(clause_format.read(words, id, id, language).value.clause)
    return Instrument(tuple(read), language)


def compared(old: str | tuple[str, ...], new: str | tuple[str, ...]) -> Comparison:
    """The comparison of two texts, each of one clause or of several."""
    return diff(*(instrument(*([text] if isinstance(text, str) else text)) for text in (old, new)))
