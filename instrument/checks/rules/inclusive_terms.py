"""People are named so that all are meant: "chair" and not "chairman".

Source: United Nations guidelines for gender-inclusive language.

>>> from instrument.checks.examples import trial
>>> trial("inclusive-terms", "1. The chairman shall convene the meeting.")
article-1/1: chairman: "chairman" names men alone
>>> trial("inclusive-terms", "1. The chair shall convene the meeting.")
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Rule
from instrument.problem import Severity

RULE = Rule("inclusive-terms", Severity.INFO, Severity.INFO, ("en", "fr", "es"))
_BETTER = {
    "en": {
        "chairman": "chair", "chairmen": "chairs", "spokesman": "spokesperson", "mankind": "humankind",
        "manpower": "workforce", "man-made": "human-made", "layman": "layperson", "workmen": "workers",
        "businessmen": "business people", "servicemen": "service members",
    },
    "fr": {"droits de l’homme": "droits humains", "les hommes": "les personnes"},
    "es": {"los hombres": "las personas", "derechos del hombre": "derechos humanos"},
}  # fmt: skip


def find(reading: Reading) -> Iterator[Finding]:
    better = _BETTER[reading.language]
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, better))})\b", re.IGNORECASE)
    for line in reading.having(*better):
        for found in pattern.finditer(line.chars):
            hint = f'consider "{better[found[0].casefold()]}"'
            yield Finding(line, found.start(), found.end(), f'"{found[0]}" names men alone', hint)
