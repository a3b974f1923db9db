"""A number in words and the figure beside it say the same: "thirty (30) days".

A period that was changed in one of the two is a period that nobody can tell; courts have had to. Source: drafting
practice where numbers are written twice, and its reason.

>>> from instrument.checks.examples import trial
>>> trial("figure-words", "1. Within thirty (60) days, or 20 (twenty-one) weeks.")
article-1/1: thirty (60): "thirty" is 30, the figure says 60
article-1/1: 20 (twenty-one): "twenty-one" is 21, the figure says 20
>>> trial("figure-words", "1. Within one hundred and twenty (120) days, by two-thirds, under article 3 (2).")
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from instrument.checks.numbers import LANGUAGES, pattern, read
from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Rule
from instrument.problem import Severity

RULE = Rule("figure-words", Severity.ERROR, Severity.ERROR, languages=LANGUAGES)

_FIGURE = r"\d+(?:[ ,.\u00a0\u202f]\d{3})*"
_GROUPS = re.compile(r"\D")


@lru_cache(maxsize=8)
def _both(language: str) -> re.Pattern[str]:
    words = pattern(language)
    return re.compile(
        rf"(?P<words>{words})\s*\((?P<figure>{_FIGURE})(?:st|nd|rd|th|er|e|º|°)?\)"
        rf"|(?<![\w.,])(?P<number>{_FIGURE})\s*\((?P<said>{words})\)",
        re.IGNORECASE,
    )


def find(reading: Reading) -> Iterator[Finding]:
    both = _both(reading.language)
    for line in reading.lines:
        for found in both.finditer(line.chars) if "(" in line.chars else ():
            words = found["words"] or found["said"]
            figure = int(_GROUPS.sub("", found["figure"] or found["number"]))
            value = read(words, reading.language)
            if value != figure:
                yield Finding(line, *found.span(), f'"{words}" is {value}, the figure says {figure}')
