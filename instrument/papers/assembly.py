"""Numbers for the articles that have none yet; the numbers already issued stay."""

from __future__ import annotations

from dataclasses import replace

from instrument.labels import Label, between, designate, designation, number, show
from instrument.model import Clause, Instrument, Kind


def number_articles(instrument: Instrument) -> Instrument:
    """The instrument with a number on every article whose label is the word alone.

    It goes on from the article before; where the next number has been issued, it is a bis, a ter of that article.

    >>> clauses = [Clause("use", label="Article 1"), Clause("aid", label="Article"), Clause("end", label="Article 2")]
    >>> [clause.label for clause in number_articles(Instrument(tuple(clauses)))]
    ['Article 1', 'Article 1 bis', 'Article 2']
    """
    numbers = [_number(clause) for clause in instrument]
    last = Label((0,))
    clauses: list[Clause] = []
    for place, clause in enumerate(instrument):
        behind = next((each for each in numbers[place + 1 :] if each), None)
        if _awaits_number(clause) and (new := between(last, behind, filter(None, numbers))):
            numbers[place] = last = new
            label = designate(Kind.ARTICLE, show(last), instrument.language)
            clause = replace(clause, label=clause.label.replace(clause.label.strip("[] "), label))
        else:
            last = numbers[place] or last
        clauses.append(clause)
    return instrument.with_clauses(clauses)


def _awaits_number(clause: Clause) -> bool:
    return clause.kind is Kind.ARTICLE and designation(clause.label) == (Kind.ARTICLE, "")


def _number(clause: Clause) -> Label | None:
    kind, printed = designation(clause.label)
    return number(printed) if clause.kind is kind is Kind.ARTICLE and printed else None
