"""Every article has a heading where most have one, and no two of one part have the same.

Readers find articles by their headings, and so do contents and cross-references in speech. Source: United Nations
Editorial Manual; common practice of treaties since 1990.

>>> from instrument.checks.examples import trial
>>> trial("heading-present", "# Article 1 Use", "None.", "# Article 2 Aid", "None.", "# Article 3", "None.")
article-3/heading: Article 3: Article 3 has no heading, as the others have
>>> trial("heading-present", "# Article 1", "None.", "# Article 2", "None.")
"""

from __future__ import annotations

from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Rule
from instrument.model import Kind, plain
from instrument.problem import Severity
from instrument.references import Place

RULE = Rule("heading-present", Severity.WARNING, Severity.WARNING)


def find(reading: Reading) -> Iterator[Finding]:
    articles = [clause for clause in reading.instrument if clause.kind is Kind.ARTICLE]
    headed = sum(bool(clause.heading) for clause in articles)
    seen: dict[str, str] = {}
    for clause in reading.instrument:
        line = reading.line(Place(clause.id, "heading"))
        if clause.kind in (Kind.PART, Kind.ANNEX):
            seen = {}  # "Objectives" may stand in every part
        if clause.kind is not Kind.ARTICLE:
            continue
        words = plain(clause.heading).strip().casefold()
        if not words and headed * 2 > len(articles):
            message = f"{clause.label} has no heading, as the others have"
            yield Finding(line, 0, len(line.label), message, on_label=True)
        elif words in seen:
            yield Finding(line, 0, len(line.chars), f"{seen[words]} has the same heading")
        elif words:
            seen[words] = clause.label
