"""Labels of one level wear one dress: (a) in English, a) in French, Spanish and Russian, or what the text has itself.

A text that writes "a)" throughout is left alone; one that writes "(a)" nine times and "b)" once is not, for the odd
label came from another draft or another language. Source: United Nations Editorial Manual, paragraphs and
subparagraphs: 1., (a), (i) in English, a), i) in French and Spanish.

>>> from instrument.checks.examples import trial
>>> trial("label-style", "1. A Party shall:", "  (a) look;", "  b) meet; and", "  (c) report.", "2. None.", "3) Never.")
article-1/1/b: b) -> (b): a label like "(a)" is meant
article-1/3: 3) -> 3.: a label like "1." is meant
>>> trial("label-style", "1. A Party shall:", "  a) look;", "  b) meet.", "2. None.")
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Line, Rule
from instrument.labels import Label, key, readings, show
from instrument.problem import Severity

RULE = Rule("label-style", Severity.WARNING, Severity.WARNING)

Dress = tuple[str, str]  # what stands before and behind the number
# How a language dresses its items where the text has no habit of its own.
_ITEMS: dict[str, Dress] = {"en": ("(", ")"), "ar": ("(", ")"), "fr": ("", ")"), "es": ("", ")"), "ru": ("", ")")}
_HABIT = 0.8  # the share from which a dress is the habit of a text
_FIGURES = ("decimal", "arabic-indic", "full-width", "chinese")
_ORDINAL = re.compile(r"\d(?:er|re|°|º)")  # its number wears it, and no stop


def find(reading: Reading) -> Iterator[Finding]:
    levels: dict[tuple[str, bool, str, int], list[tuple[Line, Label]]] = defaultdict(list)
    for listing in reading.lists:
        reads = [readings(item.line.label) for item in listing.items]
        system = listing.system
        level = (system, listing.chapeau is None, listing.outer.system if listing.outer else "", listing.level)
        labels = [next((label for label in read if label.system == system), None) for read in reads]
        levels[level] += [
            (item.line, label)
            for item, label in zip(listing.items, labels, strict=True)
            if label is not None and not label.word and len(label.numbers) == 1 and not _ORDINAL.search(item.line.label)
        ]
    for (system, *_), found in levels.items():
        items = None if system in _FIGURES else _ITEMS.get(reading.language)
        dress = _habit([_dress(label) for _, label in found], items)
        yield from (_finding(line, label, dress) for line, label in found if dress and _dress(label) != dress)


def _dress(label: Label) -> Dress:
    return label.before.replace("（", "("), label.after.replace("）", ")").replace("．", ".")


def _habit(found: list[Dress], language: Dress | None) -> Dress | None:
    """The dress that nearly all have, else that of the language where some have it."""
    for most, often in Counter(found).most_common(1):
        if often >= _HABIT * len(found) or often * 2 > len(found) > 2 > len(found) - often:
            return most
    return language if language in found else None


def _finding(line: Line, label: Label, dress: Dress) -> Finding:
    like = show(replace(label, numbers=(1,), suffix=0, letter="", alternative=0, before=dress[0], after=dress[1]))
    fix = None if "[" in line.label or label.suffix else f"{dress[0]}{key(line.label)}{dress[1]}"
    return Finding(line, 0, len(line.label), f'a label like "{like}" is meant', fix=fix, on_label=True)
