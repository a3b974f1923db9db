"""Words and stops stand as they should: one space between words, none before a comma, one behind it; no stop twice.

What is left where words went or were put in shows that nobody read the text through. Where a language sets a space
before a stop (French before ; : ! ?) it stands. Source: United Nations Editorial Manual, guidelines for preparing
texts, final check.

>>> from instrument.checks.examples import trial
>>> trial("spacing", "1. Each  Party ,on request,, shall,if asked, report.The report is public.")
article-1/1:    ->  : two spaces
article-1/1:  , -> , : a space before ","
article-1/1: ,,: two stops
article-1/1: , -> , : no space behind ","
article-1/1: . -> . : no space behind "."
>>> trial("spacing", "1. Under article 1.2, at 10.5 per cent (e.g., U.N. rates, www.un.org), each Party shall report.")
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Line, Rule
from instrument.problem import Severity

RULE = Rule("spacing", Severity.WARNING, Severity.WARNING, languages=("en", "fr", "es", "ru", "nl", "ar"))


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str]:
    stops = ",." if language == "fr" else ",.;:!?،؛؟"
    # Most spaces stand between two words: nothing is wrong with these, whatever else is tried.
    return re.compile(
        rf"""(?=[\ ,;:.،؛!?؟]) (?!(?<=\w)\ \w) (?: (?P<edge> \A[ ]+ | [ ]+\Z )
        | (?P<double> (?<=[^ ])[ ]{{2,}}(?=[^ ]) )
        | (?P<before> (?<=[^\W_])[ ][{stops}](?![.\d]) | (?<=[)"”’])[ ][{stops}](?![.\d]) )
        | (?P<inside> (?<=\()[ ] | (?<=[^\s])[ ](?=\)) )
        | (?P<stops> [,;][,;.:] | (?<![.])[.]{{2}}(?![.]) | :[,;:.] )
        | (?P<behind> (?<!\d)[,;،؛](?=[^\W_]) | (?<=\d)[,;،؛](?=[^\W\d_])
            | (?<=[^\W\d_]{{3}})[.:](?=[^\W\d_][^\W\d_]) ) )""",
        re.VERBOSE,
    )


_MESSAGES = {
    "edge": "a space at the edge of a paragraph", "double": "two spaces", "inside": "a space inside parentheses",
    "stops": "two stops",
}  # fmt: skip


def find(reading: Reading) -> Iterator[Finding]:
    pattern = _pattern(reading.language)
    for line in reading.lines:
        for found in pattern.finditer(line.chars):
            finding = _finding(line, found)
            if finding:
                yield finding


def _finding(line: Line, found: re.Match[str]) -> Finding | None:
    start, end = found.span()
    name = found.lastgroup or ""
    if name == "behind":
        if found[0] in ".:" and not _begins_a_sentence(line.chars, start):
            return None
        return Finding(line, start, end, f'no space behind "{found[0]}"', fix=f"{found[0]} ")
    if name == "before":
        stop, after = found[0][-1], line.chars[end : end + 1]
        fix = stop + " " * after.isalnum()
        # Between two stops a word may be lost.
        return Finding(line, start, end, f'a space before "{stop}"', fix=None if after in tuple(",.;:") else fix)
    return Finding(line, start, end, _MESSAGES[name], fix={"edge": "", "double": " ", "inside": ""}.get(name))


def _begins_a_sentence(chars: str, stop: int) -> bool:
    """Whether a full stop or colon between letters parts two sentences: "Party.The", and no "www.un.org"."""
    before = re.search(r"[^\s]*\Z", chars[:stop])
    return chars[stop + 1].isupper() and chars[stop + 2].islower() and not (before and re.search(r"[./@]", before[0]))
