"""A text says "and" or says "or", and not "and/or".

"And/or" leaves to the reader whether both are meant or one is enough. Adopted texts have it all the same, so it is
only told. Source: United Nations Editorial Manual; common drafting practice.

>>> from instrument.checks.examples import trial
>>> trial("and-or", "1. Standards and/or guidelines apply.")
article-1/1: and/or: "and/or" leaves open whether both are meant
>>> trial("and-or", "1. Standards or guidelines, or both, apply.")
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Rule
from instrument.problem import Severity

RULE = Rule("and-or", Severity.INFO, Severity.INFO, ("en", "fr", "es", "ru"))
_WORDS = re.compile(r"\b(?:and ?/ ?or|et ?/ ?ou|y ?/ ?o|и ?/ ?или)\b", re.IGNORECASE)


def find(reading: Reading) -> Iterator[Finding]:
    for line in reading.having("/"):
        for found in _WORDS.finditer(line.chars):
            message = f'"{found[0]}" leaves open whether both are meant'
            yield Finding(line, found.start(), found.end(), message, 'write "A or B, or both", or choose')
