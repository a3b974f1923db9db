"""Articles are cited in one way: "article 5" or "Article 5", as the house has it.

The United Nations write "article 5" of all treaties but the Charter; the Convention on Cluster Munitions writes
"Article 5". A text that does both was put together from two. Of a text that keeps to the other throughout only that is
told. Source: United Nations Editorial Manual, capitalization.

>>> from instrument.checks.examples import trial
>>> lines = [f"# Article {number} Use" for number in range(1, 7)]
>>> trial("citation-style", *lines, "Under article 1, article 2, article 3 and as Article 4 says.")
article-6/~1: Article -> article: the text writes "article" elsewhere
>>> trial("citation-style", *lines, "Article 1 is no exception: under article 2, and article 3.")
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Line, Rule
from instrument.problem import Severity
from instrument.references import Unit

RULE = Rule("citation-style", Severity.WARNING, Severity.WARNING, ("en", "fr", "es"))
_BEGINS = re.compile(r"(?:\A|[.:;!?…\]]|[“«\"(\[])\s*\Z")
_THROUGHOUT = 5


def find(reading: Reading) -> Iterator[Finding]:
    cited = list(_words(reading))
    capitals = sum(line.chars[at].isupper() for line, at, _ in cited)
    small = len(cited) - capitals
    wants_capital = reading.house.name == "ccm" and reading.language == "en"
    throughout = (small if wants_capital else capitals) >= _THROUGHOUT and not (capitals if wants_capital else small)
    if throughout:
        line, at, end = cited[0]
        message = f'the text writes "{line.chars[at:end]}" throughout, the house does not'
        yield Finding(line, at, end, message, severity=Severity.INFO)
        return
    usual_is_capital = capitals > small
    for line, at, end in cited:
        if min(capitals, small) and line.chars[at].isupper() is not usual_is_capital and capitals != small:
            word = line.chars[at:end]
            fix = (word[0].upper() if usual_is_capital else word[0].lower()) + word[1:]
            yield Finding(line, at, end, f'the text writes "{fix}" elsewhere', fix=fix)


def _words(reading: Reading) -> Iterator[tuple[Line, int, int]]:
    """The word "article" of each reference to the text's own articles, beginnings of sentences left out."""
    for found in reading.references:
        group = found.citation.groups[0] if found.citation else None
        if group is None or group.unit is not Unit.ARTICLE or found.resolution.standing == "other":
            continue
        line = reading.line(found.place)
        at = line.chars.find(group.word, found.start, found.end)
        if at >= 0 and not _BEGINS.search(line.chars[:at]) and line.place.part != "heading":
            yield line, at, at + len(group.word)
