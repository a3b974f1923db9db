"""A definition does not say what a term means by the term itself.

A word that is explained by itself explains nothing; two that explain each other leave both open, which adopted texts
do all the same, so a ring is only told. Source: common drafting practice.

>>> from instrument.checks.examples import trial
>>> trial("definition-circular", "1. “Victim” means any victim of a munition.", "2. Each victim is assisted.")
article-1/1: victim: "Victim" is defined by itself
>>> trial("definition-circular", "1. “Victim” means a person who is harmed.", "2. Each victim is assisted.")
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Line, Rule
from instrument.definitions import Definition, Use
from instrument.problem import Severity

_NAMING = r"(?i:\b(?:the|la|le|el)) (?:[A-Z][\w-]+ )*$"

RULE = Rule("definition-circular", Severity.WARNING, Severity.WARNING, ("en", "fr", "es"))


def find(reading: Reading) -> Iterator[Finding]:
    inside: dict[Definition, list[Use]] = {each: [] for each in reading.definitions}
    for use in reading.uses:
        for holder in inside:
            if holder.holds(use.place) and (use.place != holder.place or use.start >= holder.end):
                inside[holder].append(use)
    for each, within in inside.items():
        ring: set[str] = set()
        for use in within:
            line, other = reading.line(use.place), use.definition.term
            if other == each.term and _explains(line, each, use):
                yield Finding(line, use.start, use.end, f'"{each.term}" is defined by itself')
            elif each.place < use.definition.place and other not in ring and _names(inside[use.definition], each):
                ring.add(other)
                message = f'"{each.term}" and "{other}" are defined by each other'
                yield Finding(line, use.start, use.end, message, severity=Severity.INFO)


def _names(within: list[Use], definition: Definition) -> bool:
    return any(use.definition == definition for use in within)


def _explains(line: Line, definition: Definition, use: Use) -> bool:
    """Whether the term is what its first sentence explains it by, and not a part of a name: "the Convention on ..."."""
    if use.place != definition.place or re.search(r"[.;:]\s", line.chars[definition.end : use.start]):
        return False
    is_name = line.chars[use.start].isupper() and re.search(_NAMING, line.chars[: use.start])
    return not is_name
