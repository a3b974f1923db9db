"""A recital begins as recitals do, and ends as the others of its preamble.

A participle or an adjective opens each, since the sentence that began with the parties goes on; a comma ends each.
Source: United Nations Editorial Manual, resolutions and decisions: preambular paragraphs.

>>> from instrument.checks.examples import trial
>>> lines = ("# Preamble", "The States Parties,", "Recalling the Charter,", "Deeply concerned at the cost,")
>>> trial("recital", *lines, "The cost is high.", "Convinced of it,", "Have agreed as follows:")
preamble/~4: The: a recital begins with a participle or an adjective, as the others do
preamble/~4: .: the other recitals end with ","
>>> trial("recital", *lines, "Have agreed as follows:")
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Line, Rule
from instrument.model import Kind
from instrument.outline import parents
from instrument.problem import Severity
from instrument.recitals import is_enacting, lead

RULE = Rule("recital", Severity.WARNING, Severity.WARNING, ("en", "fr", "es"))
_CLOSERS = "]) \u00a0\ufffc"


def find(reading: Reading) -> Iterator[Finding]:
    for clause, lines in reading.provisions(Kind.PREAMBLE):
        pairs = zip(parents(clause.provisions), lines, strict=True)
        outer = [line for parent, line in pairs if parent is None and line.chars.strip(_CLOSERS)]
        recitals = [line for line in outer if not _is_formula(line, outer, reading.language)]
        opened = [line for line in recitals if not _is_lead(line, reading.language)]
        ends = Counter(_end(line) for line in recitals)
        usual = max(ends, key=lambda end: ends[end]) if ends else ""
        for line in recitals:
            if line in opened and len(opened) * 3 <= len(recitals):
                first = line.chars.split()[0]
                at = line.chars.index(first)
                message = "a recital begins with a participle or an adjective, as the others do"
                yield Finding(line, at, at + len(first), message)
            if _end(line) != usual and ends[usual] * 2 > len(recitals) and _end(line) not in ":":
                at = len(line.chars.rstrip(_CLOSERS)) - 1
                yield Finding(line, at, at + 1, f'the other recitals end with "{usual}"')


def _is_lead(line: Line, language: str) -> bool:
    participle = language == "en" and re.match(r"[\W]*(?:[A-Z][a-z]+(?:ing|ed)|Pursuant|In)\b", line.chars)
    return lead(line.chars, language)[1] > 0 or bool(participle)


def _end(line: Line) -> str:
    last = line.chars.rstrip(_CLOSERS)[-1]
    return last if not last.isalnum() else ""


def _is_formula(line: Line, outer: list[Line], language: str) -> bool:
    """Whether a line says who agrees, or that they do."""
    first = line is outer[0] and is_enacting(line.chars, language)
    return first or (line is outer[-1] and _end(line) in ":：")
