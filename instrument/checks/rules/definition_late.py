"""A term is defined before it is used.

A reader who meets a term before its definition reads it in its ordinary sense. Definitions that stand together in an
article of their own are where every reader looks, and are left alone; so are titles and preambles.
Source: common drafting practice.

>>> from instrument.checks.examples import trial
>>> trial("definition-late", "1. No mine is laid.", "2. “Mine” means a munition.")
article-1/1: mine: "Mine" is used before article-1/2 defines it
>>> trial("definition-late", "1. “Mine” means a munition.", "2. No mine is laid.")
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Rule
from instrument.definitions.vocabulary import DEFINING
from instrument.model import Kind, plain
from instrument.problem import Severity
from instrument.references import Place

RULE = Rule("definition-late", Severity.INFO, Severity.INFO, ("en", "fr", "es"))


def find(reading: Reading) -> Iterator[Finding]:
    order = {line.place: at for at, line in enumerate(reading.lines)}
    heading = DEFINING[reading.language].heading
    apart = {c.id for c in reading.instrument if re.search(heading, plain(c.heading), re.IGNORECASE)}
    named = {c.id for c in reading.instrument if c.kind in (Kind.TITLE, Kind.PREAMBLE)}
    told = set()
    defined: dict[str, Place] = {}
    for each in reading.definitions:
        defined.setdefault(each.term.casefold(), each.place)
    for use in reading.uses:
        term = use.definition.term
        place = defined[term.casefold()]
        if term in told or place.clause in apart or use.place.clause in named or use.place.part == "heading":
            continue
        told.add(term)
        if order[use.place] < order[place]:
            message = f'"{term}" is used before {reading.line(place).address} defines it'
            yield Finding(reading.line(use.place), use.start, use.end, message)
