"""A list has more than one item: where there is an (a) there is a (b).

A lone item is what an amendment leaves of a list, or the beginning of one whose end was lost. Source: United Nations
Editorial Manual, headings and subparagraphs: if there is an A, there must be a B.

>>> from instrument.checks.examples import trial
>>> trial("lone-item", "1. Each Party shall:", "  (a) report.", "2. None.")
article-1/1/a: (a): the only item of its list
>>> trial("lone-item", "1. Each Party shall:", "  (a) report;", "  (b) meet.", "2. None.")
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Rule
from instrument.problem import Severity

RULE = Rule("lone-item", Severity.WARNING, Severity.WARNING)


def find(reading: Reading) -> Iterator[Finding]:
    size = Counter(listing.family for listing in reading.lists for _ in listing.items)
    for listing in reading.lists:
        line = listing.items[0].line
        if size[listing.family] == 1 and line.place not in reading.pending:
            hint = "join it to its chapeau" if listing.chapeau else "leave its label out"
            yield Finding(line, 0, len(line.label), "the only item of its list", hint, on_label=True)
