"""The words of a language, from a spelling checker's list."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Set
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path


def unknown_words(language: str, words: Set[str]) -> Set[str]:
    """Those of some words that a language has not.

    >>> unknown_words("en", {"month", "rnonth"})
    {'rnonth'}
    """
    listed = _listed(language)
    return {word for word in words if not _has(listed, word.encode())}


@cache
def _listed(language: str) -> bytes:
    """The checker's list alone, a JSON object with a word a line, sorted; nothing else of the checker is imported."""
    spec = find_spec("spellchecker")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pyspellchecker is not installed")
    return gzip.decompress((Path(spec.origin).parent / "resources" / f"{language}.json.gz").read_bytes())


def _has(listed: bytes, word: bytes) -> bool:
    """Whether a list has a word: by halves, for to read the whole list takes longer than to look up every word of a
    treaty."""
    word_from = partial(_word_from, listed)
    return word_from(bisect_left(range(len(listed)), word, key=word_from)) == word


def _word_from(listed: bytes, at: int) -> bytes:
    """The first word of a list behind an offset; behind the last one what is greater than every word."""
    start = listed.find(b'\n"', at) + 2
    return listed[start : listed.find(b'"', start)] if start > 1 else b"\xff"
