"""The instruments that bring a text into force are as many wherever they are counted, and the periods are the same.

"The thirtieth instrument" in one paragraph and "the twentieth" in the next is a treaty that nobody can tell to be in
force. Source: articles 17 and 18 of the Convention on Cluster Munitions, and their like.

>>> from instrument.checks.examples import trial
>>> lines = ("# Article 1 Entry into force", "1. On the date of the thirtieth instrument of ratification.")
>>> trial("entry-into-force", *lines, "2. After the twentieth instrument of ratification.")
article-1/2: twentieth: elsewhere it is the thirtieth instrument
>>> trial("entry-into-force", *lines, "2. After the thirtieth instrument, on its instrument of ratification.")
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.topics import topics
from instrument.checks.values import Finding, Line, Rule
from instrument.problem import Severity

RULE = Rule("entry-into-force", Severity.ERROR, Severity.ERROR, ("en", "fr", "es"))
_TENS = "twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|hundredth"
_COUNTED = {
    "en": rf"(?P<count>(?:twenty-|thirty-|forty-|fifty-|sixty-)?\w+th|{_TENS}|\d+(?:st|nd|rd|th)) (?:such )?"
    r"(?P<what>instrument)\b",
    "fr": r"(?P<count>\w+ième) (?P<what>instrument)\b",
    "es": r"(?P<count>\w+ésim[oa]|\w+gésim[oa]) (?P<what>instrumento)\b",
}

# One of these is in every such count.
_SIGNS = ("h instrument", "h such instrument", "d instrument", "t instrument", "ième instrument", "sim")


def find(reading: Reading) -> Iterator[Finding]:
    pattern = re.compile(_COUNTED[reading.language], re.IGNORECASE)
    about = {clause.id for clause in reading.instrument if "entry into force" in topics(clause, reading.language)}
    found: list[tuple[Line, re.Match[str]]] = [
        (line, match)
        for line in reading.having(*_SIGNS)
        for match in pattern.finditer(line.chars)
        if "[" not in line.chars[max(0, match.start() - 2) : match.end()]
    ]
    first = next((match["count"].casefold() for line, match in found if line.place.clause in about), None)
    often = Counter(match["count"].casefold() for _, match in found)
    usual = max(often, key=lambda count: (often[count], count == first)) if often else None
    for line, match in found:
        if usual and match["count"].casefold() != usual:
            message = f"elsewhere it is the {usual} {match['what'].casefold()}"
            yield Finding(line, match.start("count"), match.end("count"), message)
