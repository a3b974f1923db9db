"""A word is in the dictionary, or is the text's own: not "publie conscience", "rnonth", "referred toin article 6".

Copying, scanning and merging leave words that are none. Told is a word that neither the dictionary nor the vocabulary
of treaties has and that stands once or twice, two small words run together, and "of" behind a word that it cannot
follow. Source: experience with transcribed treaties.

>>> from instrument.checks.examples import trial
>>> trial("odd-word", "1. As referred toin article 1, available to of required.", "2. None.")
article-1/1: toin -> to in: "toin" is two words
article-1/1: to of: "to of" cannot stand together
>>> trial("odd-word", "1. As referred to in article 1, into which it is put.", "2. None.")
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Rule
from instrument.problem import Severity
from instrument.spelling import variants

RULE = Rule("odd-word", Severity.WARNING, Severity.WARNING, ("en",))
_WORD = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w’'-])")
_SMALL = "to|in|of|the|and|by|for|with|on|at|from|or"
_JOINED = re.compile(rf"(?<![\w-])(?!into|onto|within)(?:(?P<one>{_SMALL})(?P<two>{_SMALL}))(?![\w-])")
_NEVER = ("to", "by", "in", "for", "with", "from", "at", "the", "a", "an")
_BEFORE_OF = re.compile(rf"\b(?:{'|'.join(_NEVER)}) of\b", re.IGNORECASE)
_OFTEN = 3  # a word that stands so often is the text's own
_ALIKE = 80
_PREFIXES = re.compile(r"^(?:anti|bio|bi|co|de|eco|inter|intra|multi|non|post|pre|re|socio|sub|trans|un|under|over)")
_KNOWN = frozenset(
    (
        "alia", "assistive", "bona", "bomblet", "demining", "detente", "emplaced", "fide", "hoc", "incentivizing",
        "materiel", "modus", "mutandis", "mutatis", "peacebuilding", "plenipotentiaries", "procès", "rata", "situ",
        "stocktake", "stressor", "submunition", "timeframe", "transboundary", "universalization", "verbal", "versa",
        "vice", "legislation", "searchable",
    )
)  # fmt: skip


def find(reading: Reading) -> Iterator[Finding]:
    count = Counter(word for line in reading.lines for word in _WORD.findall(line.chars))
    odd = {word for word in _odd(reading, count) if not _JOINED.fullmatch(word)}
    for line in reading.having(*odd):
        for found in _WORD.finditer(line.chars):
            if found[0] in odd:
                hint = _meant(found[0], [word for word in count if word not in odd])
                yield Finding(line, found.start(), found.end(), f'"{found[0]}" is no word', hint)
    joined = [word for word in count if _JOINED.fullmatch(word)]
    for line in reading.having(*joined):
        for found in _JOINED.finditer(line.chars):
            fix = f"{found['one']} {found['two']}"
            yield Finding(line, found.start(), found.end(), f'"{found[0]}" is two words', fix=fix)
    for line in reading.having(*(f" {word} of" for word in _NEVER)):
        for found in _BEFORE_OF.finditer(line.chars):
            yield Finding(line, found.start(), found.end(), f'"{found[0]}" cannot stand together', "a word is wrong")


def _meant(word: str, others: Sequence[str]) -> str:
    """The word of the text that looks most like one that is none."""
    from rapidfuzz import fuzz, process  # slow to import, and most texts have no such word

    like = process.extractOne(word, others, scorer=fuzz.ratio)
    return f'"{like[0]}"?' if like and like[1] >= _ALIKE else ""


def _odd(reading: Reading, count: Counter[str]) -> frozenset[str]:
    """The rare words that no dictionary has in any of their forms."""
    if reading.unknown is None:
        return frozenset()
    rare = {word for word, times in count.items() if times < _OFTEN}
    forms = {word: _forms(word) for word in reading.unknown("en", rare)}
    unknown = reading.unknown("en", {form for each in forms.values() for form in each})
    return frozenset(word for word, each in forms.items() if not (each - unknown) and not (each & _KNOWN))


def _forms(word: str) -> frozenset[str]:
    """A word as it is, in American spelling, in the singular, and without what was put in front of it."""
    forms = {word, re.sub(r"s$", "", word), re.sub(r"ies$", "y", word), re.sub(r"(?:al)?ly$", "", word)}
    forms |= {variant for form in forms for variant in variants(form, "en")}
    return frozenset(forms | {_PREFIXES.sub("", form) for form in forms if len(_PREFIXES.sub("", form)) > 4})
