"""A term with capitals, as if it were defined, is defined.

"The Verification Body" promises a reader that the text says somewhere what that is. Names that the text itself
introduces, in a heading or where it sets them up, are defined by that; so are those of other bodies and texts.
Source: list of checks of the International Maritime Organization for amendments.

>>> from instrument.checks.examples import trial
>>> trial("term-undefined", "1. Reports go to the Review Board.", "2. It is sent by the Review Board to each State.")
article-1/1: Review Board: "Review Board" has capitals, and nothing defines or introduces it
>>> trial("term-undefined", "1. A Review Board is hereby established.", "2. Reports go to the Review Board.")
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Line, Rule
from instrument.problem import Severity

RULE = Rule("term-undefined", Severity.WARNING, Severity.WARNING, ("en",))
_CAPITAL = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)*"
_TERM = re.compile(rf"(?<=[a-z,] ){_CAPITAL}(?: (?:(?:of|and|for|on|the|to) )*{_CAPITAL})*")
_INTRODUCED = re.compile(r"\b(?:establish|set up|create|call|convene|constitut|designat|known as|name)", re.IGNORECASE)
_OPEN_NAME = re.compile(r"(?:Conventions?|Agreements?|Protocols?|Declaration)\b[^.;:]{0,40}\bfor the $")
# Words that make a name of what they stand in, or that treaties write with a capital.
_NAMES = re.compile(
    r"\b(?:United|Nations?|Convention|Conventions|Agreement|Protocols?|Treaty|Charter|Covenant|Statute|Act|Declaration|"
    r"Rules?|Programme|Plan|Action|Law|Part(?:y|ies)|States?|Government|Secretary|General|Depositary|President|Chair|Court|"
    r"Meetings?|Conferences?|Organizations?|Organisations?|Committee|Commission|Council|Assembly|Fund|Facility|Union|"
    r"International|Governmental|Secretariat|Articles?|Annex|Part|Section|Chapter|January|February|March|April|May|June|"
    r"July|August|September|October|November|December|Arabic|Chinese|English|French|Russian|Spanish|Latin|Geneva|New|"
    r"York|Oslo|Vienna|Paris|Rio|Area|Development|Goals?|Earth|Mother|Red|Cross|Crescent|Members?|Movement|Coalition)\b"
)


def find(reading: Reading) -> Iterator[Finding]:
    found: dict[str, list[tuple[Line, re.Match[str]]]] = defaultdict(list)
    known = {each.term.casefold() for each in reading.definitions}
    used = {(use.place, use.start) for use in reading.uses}
    for line in reading.lines:
        if line.place.part != "heading":
            for match in _TERM.finditer(line.chars):
                in_name = _NAMES.search(match[0]) or _OPEN_NAME.search(line.chars[: match.start()])
                if (line.place, match.start()) not in used and not in_name:
                    found[match[0]].append((line, match))
    headings = " ".join(line.chars.casefold() for line in reading.lines if line.place.part == "heading")
    for term, places in found.items():
        introduced = any(_INTRODUCED.search(line.chars) for line, _ in places)
        if len(places) > 1 and not introduced and term.casefold() not in headings and term.casefold() not in known:
            line, match = places[0]
            message = f'"{term}" has capitals, and nothing defines or introduces it'
            yield Finding(line, match.start(), match.end(), message, "define it, or write it without capitals")
