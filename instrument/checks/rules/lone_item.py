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
from instrument.outline import parents
from instrument.problem import Severity

RULE = Rule("lone-item", Severity.WARNING, Severity.WARNING)


def find(reading: Reading) -> Iterator[Finding]:
    for clause, lines in reading.provisions():
        above = parents(clause.provisions)
        labelled = Counter(parent for parent, line in zip(above, lines, strict=True) if line.label)
        for parent, line in zip(above, lines, strict=True):
            if line.label and labelled[parent] == 1:
                message = "the only item of its list"
                yield Finding(line, 0, len(line.label), message, "join it to its chapeau", on_label=True)
