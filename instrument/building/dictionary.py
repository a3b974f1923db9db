"""The words of a language, from a spelling checker's list."""

from __future__ import annotations

import gzip
from collections.abc import Set
from functools import cache
from importlib.resources import files


def unknown_words(language: str, words: Set[str]) -> Set[str]:
    """Those of some words that a language has not.

    >>> unknown_words("en", {"month", "rnonth"})
    {'rnonth'}
    """
    return {word for word in words if word not in _words(language)}


@cache
def _words(language: str) -> Set[str]:
    """The checker's list alone, the keys of a JSON object: what stands between every other pair of quotation marks.

    To set up the checker takes three times as long, to read the list as JSON twice; nothing else of either is used.
    """
    packed = (files("spellchecker") / "resources" / f"{language}.json.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode().split('"')[1::2])
