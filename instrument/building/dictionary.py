"""The words of a language, from a spelling checker's list."""

from __future__ import annotations

from collections.abc import Set
from functools import cache


def unknown_words(language: str, words: Set[str]) -> Set[str]:
    """Those of some words that a language has not.

    >>> unknown_words("en", {"month", "rnonth"})
    {'rnonth'}
    """
    return {word for word in words if word not in _words(language)}


@cache
def _words(language: str) -> Set[str]:
    from spellchecker import SpellChecker

    return frozenset(SpellChecker(language=language, distance=1).word_frequency.dictionary)
