"""A final clause that cites another cites the right one.

When an article is put in, "amended in accordance with article 13" goes on naming 13, which is now about costs.
Source: article 21 of the Convention on Cluster Munitions, put in late, which moved two final clauses.

>>> from instrument.checks.examples import trial
>>> lines = ("# Article 1 Signature", "None.", "# Article 2 Ratification", "None.", "# Article 3 Amendments")
>>> trial("final-clause-references", *lines, "It is ratified in accordance with article 1.")
article-3/~1: article 1: article 1 is about signature; ratification is in article 2
>>> trial("final-clause-references", *lines, "It is ratified in accordance with article 2.")
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.topics import Topic, named, topics
from instrument.checks.values import Finding, Rule
from instrument.model import Clause, Kind
from instrument.problem import Severity

RULE = Rule("final-clause-references", Severity.WARNING, Severity.ERROR, ("en", "fr", "es"))
_CITING = {
    "en": r"(?:in accordance with|pursuant to|under|as provided (?:for )?in|in conformity with)",
    "fr": r"(?:conformément à|en application de|au titre de|en vertu de|prévue?s? à)(?: l['’]| la)?",
    "es": r"(?:de conformidad con|con arreglo a|en virtud de|conforme a|prevista en)(?: el| la| lo dispuesto en el)?",
}


def find(reading: Reading) -> Iterator[Finding]:
    about = {
        clause.id: topics(clause, reading.language) for clause in reading.instrument if clause.kind is Kind.ARTICLE
    }
    clauses = {clause.id: clause for clause in reading.instrument}
    for found in reading.references:
        targets = found.resolution.targets
        elsewhere = targets[0].clause if len(targets) == 1 and targets[0].clause != found.place.clause else ""
        if found.resolution.standing != "resolved" or not about.get(elsewhere):
            continue
        line = reading.line(found.place)
        topic = _cited_for(line.chars[: found.start], reading.language)
        right = [id for id, told in about.items() if topic and topic.name in told]
        if topic is None or not right or targets[0].clause in right:
            continue
        cited = _name(clauses[targets[0].clause])
        message = (
            f"{cited} is about {' and '.join(about[targets[0].clause])}; {topic.name} is in {_name(clauses[right[0]])}"
        )
        yield Finding(line, found.start, found.end, message)


def _cited_for(before: str, language: str) -> Topic | None:
    """What the words just before a reference say that it is about: "ratified in accordance with"."""
    citing = re.search(rf"(?P<verb>[^.;:,()]*)\b{_CITING[language]}\s*$", before, re.IGNORECASE)
    return named(citing["verb"], language) if citing else None


def _name(clause: Clause) -> str:
    return clause.label[:1].lower() + clause.label[1:]
