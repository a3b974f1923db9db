"""The words of a language, from a spelling checker's list."""

from __future__ import annotations

import gzip
import json
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
    """The checker's list alone: to set up the checker itself takes twice the time, and nothing else of it is used."""
    packed = (files("spellchecker") / "resources" / f"{language}.json.gz").read_bytes()
    return frozenset(json.loads(gzip.decompress(packed)))
