"""A term that is defined is used.

A definition that nothing uses is dead text, or the trace of a provision that was taken out. Source: list of checks of
the International Maritime Organization for amendments; common drafting practice.

>>> from instrument.checks.examples import trial
>>> trial("definition-unused", "1. “Mine” means a munition.", "2. None shall be laid.")
article-1/1: Mine: "Mine" is defined and never used
>>> trial("definition-unused", "1. “Mine” means a munition.", "2. No mine shall be laid.")
"""

from __future__ import annotations

from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Rule
from instrument.problem import Severity

RULE = Rule("definition-unused", Severity.WARNING, Severity.WARNING, ("en", "fr", "es"))


def find(reading: Reading) -> Iterator[Finding]:
    used = {use.definition.term.casefold() for use in reading.uses if not use.definition.holds(use.place)}
    for each in reading.definitions:
        if each.term.casefold() not in used:
            message = f'"{each.term}" is defined and never used'
            yield Finding(reading.line(each.place), each.start, each.end, message, "use it, or take it out")
