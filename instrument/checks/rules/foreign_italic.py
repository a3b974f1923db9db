"""Foreign terms are all in italics, or none is.

A text that sets "mutatis mutandis" in italics in one article and upright in the next was put together from several.
Which of the two is right is the text's own habit. Source: International Labour Office, drafting rules; house styles.

>>> from instrument.checks.examples import trial
>>> trial("foreign-italic", "1. This applies *mutatis mutandis*.", "2. *Inter alia*, so does this, mutatis mutandis.")
article-1/2: mutatis mutandis: foreign terms stand in italics elsewhere in the text
>>> trial("foreign-italic", "1. This applies mutatis mutandis.")
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Line, Rule
from instrument.model import Mark, Run, cut
from instrument.problem import Severity

RULE = Rule("foreign-italic", Severity.WARNING, Severity.WARNING)
_LATIN = (
    "mutatis mutandis", "inter alia", "in situ", "ex situ", "ad hoc", "prima facie", "pro rata", "ipso facto",
    "ex officio", "bona fide", "de facto", "de jure", "lex specialis", "pacta sunt servanda", "vis-à-vis",
    "ad referendum", "a fortiori", "per capita",
)  # fmt: skip
_TERMS = re.compile(rf"\b(?:{'|'.join(_LATIN)})\b", re.IGNORECASE)


def find(reading: Reading) -> Iterator[Finding]:
    lines = reading.having(*_LATIN)
    found = [(line, match, _is_italic(line, match)) for line in lines for match in _TERMS.finditer(line.chars)]
    italic = sum(each for *_, each in found)
    habit = italic * 2 > len(found)
    if 0 < italic < len(found):
        for line, match, is_italic in found:
            if is_italic is not habit:
                said = "italics" if habit else "upright letters"
                yield Finding(line, match.start(), match.end(), f"foreign terms stand in {said} elsewhere in the text")


def _is_italic(line: Line, match: re.Match[str]) -> bool:
    atoms = cut(line.content, match.start(), match.end())
    return all(isinstance(atom, Run) and Mark.ITALIC in atom.marks for atom in atoms)
