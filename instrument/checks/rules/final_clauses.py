"""The final clauses are all there: disputes, amendment, signature, consent, entry into force, and the rest.

What is forgotten among them is settled by general law, which may not be what was meant. Source: United Nations, Final
Clauses of Multilateral Treaties: Handbook.

>>> from instrument.checks.examples import trial
>>> heads = ["Settlement of disputes", "Amendment", "Signature", "Ratification", "Entry into force", "Reservations"]
>>> heads += ["Withdrawal", "Depositary", "Authentic texts"]
>>> lines = [line for at, head in enumerate(heads, 1) for line in (f"# Article {at} {head}", "None.")]
>>> trial("final-clauses", *lines[:-4], *lines[-2:], final=True)
article-9/heading: Article 9: no article is about the depositary
>>> trial("final-clauses", *lines, final=True)
"""

from __future__ import annotations

from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.topics import TOPICS, topics
from instrument.checks.values import Finding, Rule
from instrument.model import Kind
from instrument.problem import Severity
from instrument.references import Place

RULE = Rule("final-clauses", None, Severity.WARNING, ("en", "fr", "es"))


def find(reading: Reading) -> Iterator[Finding]:
    articles = [clause for clause in reading.instrument if clause.kind is Kind.ARTICLE]
    told = {topic for clause in articles for topic in topics(clause, reading.language)}
    if len(told) * 2 < len(TOPICS):
        return  # an excerpt, or an annex
    line = reading.line(Place(articles[-1].id, "heading"))
    for topic in TOPICS:
        if topic.needed and topic.name not in told:
            message = f"no article is about {topic.name}"
            yield Finding(line, 0, len(line.label), message, "add one, or waive this with the reason", on_label=True)
