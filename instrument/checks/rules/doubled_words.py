"""No word stands there twice, "the the", nor two of the small words that join others, "of the of the".

It is what a merge leaves, or a change that took the word along with what it replaced. Some words may stand twice ("had
had"), which is only told. Source: United Nations Editorial Manual, guidelines for preparing texts, final check.

>>> from instrument.checks.examples import trial
>>> trial("doubled-words", "1. Each Party to the the Convention shall report in in its words.")
article-1/1: the the -> the: "the" stands here twice
article-1/1: in in -> in: "in" stands here twice
>>> trial("doubled-words", "1. Parties meet from time to time to report on the Pago Pago office of the of the Court.")
article-1/1: of the of the -> of the: "of the" stands here twice
>>> trial("doubled-words", "1. From time to time to the Pago Pago office; reports, reports.")
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Rule
from instrument.languages import FUNCTION_WORDS
from instrument.problem import Severity

RULE = Rule("doubled-words", Severity.WARNING, Severity.ERROR, languages=("en", "fr", "es", "ru", "nl", "ar"))

_TWICE = re.compile(r"(?<![\w'’/-])(?P<word>[^\W\d_]+)\s+(?P<again>(?P=word))(?![\w'’/-])", re.IGNORECASE)
_TWO_TWICE = re.compile(r"(?<![\w'’-])(?P<words>[^\W\d_]{1,8}\s[^\W\d_]{1,8})\s+(?P=words)(?![\w'’-])", re.IGNORECASE)
# Words that a sentence may have twice.
_MAY = {
    "en": ("had", "that", "is"), "fr": ("nous", "vous", "en"), "es": ("se",), "nl": ("dat", "die", "is", "zijn"),
    "ru": ("что",),
}  # fmt: skip


def find(reading: Reading) -> Iterator[Finding]:
    small = FUNCTION_WORDS.get(reading.language, frozenset())
    may = _MAY.get(reading.language, ())
    for line, folded in reading.folded:
        if not _may_double(folded.split()):
            continue
        for found in _TWICE.finditer(line.chars):
            word, again = found["word"], found["again"]
            if word[0].isupper() and again[0].isupper() and not word.isupper() and word.casefold() not in small:
                continue  # a name, "Pago Pago"
            message = f'"{again}" stands here twice'
            is_certain = word.casefold() in small and word.casefold() not in may
            severity = Severity.INFO if word.casefold() in may else None
            yield Finding(line, *found.span(), message, fix=word if is_certain else None, severity=severity)
        for found in _TWO_TWICE.finditer(line.chars):
            first, second = found["words"].casefold().split()
            if first != second and {first, second} <= small:
                words = found["words"]
                yield Finding(line, *found.span(), f'"{words}" stands here twice', fix=words)


def _may_double(words: list[str]) -> bool:
    """Whether a word, or a pair of words, begins as the one before it: the pattern is slow, and seldom needed."""
    once = any(word.startswith(before) for before, word in pairwise(words))
    return once or any(
        words[at] == words[at + 2] and words[at + 3].startswith(words[at + 1]) for at in range(len(words) - 3)
    )
