"""Numbers for the articles that have none yet; the numbers already issued stay."""

from __future__ import annotations

from dataclasses import replace

from instrument.labels import Label, designate, designation, number, show
from instrument.model import Clause, Instrument, Kind


def number_articles(instrument: Instrument) -> Instrument:
    """The instrument with a number on every article whose label is the word alone.

    It goes on from the article before; where the next number has been issued, it is a bis, a ter of that article.

    >>> clauses = [Clause("use", label="Article 1"), Clause("aid", label="Article"), Clause("end", label="Article 2")]
    >>> [clause.label for clause in number_articles(Instrument(tuple(clauses)))]
    ['Article 1', 'Article 1 bis', 'Article 2']
    """
    taken = {_place(found) for clause in instrument if (found := _number(clause))}
    last = Label((0,))
    clauses: list[Clause] = []
    for clause in instrument:
        if _awaits_number(clause):
            last = _next(last, taken)
            taken.add(_place(last))
            label = designate(Kind.ARTICLE, show(last), instrument.language)
            clause = replace(clause, label=clause.label.replace(clause.label.strip("[] "), label))
        else:
            last = _number(clause) or last
        clauses.append(clause)
    return instrument.with_clauses(clauses)


def _awaits_number(clause: Clause) -> bool:
    return clause.kind is Kind.ARTICLE and designation(clause.label) == (Kind.ARTICLE, "")


def _number(clause: Clause) -> Label | None:
    kind, printed = designation(clause.label)
    return number(printed) if clause.kind is kind is Kind.ARTICLE and printed else None


def _place(label: Label) -> tuple[tuple[int, ...], int]:
    return label.numbers, label.suffix


def _next(last: Label, taken: set[tuple[tuple[int, ...], int]]) -> Label:
    following = Label((*last.numbers[:-1], last.numbers[-1] + 1))
    suffix = max(last.suffix, 1)
    while _place(following) in taken:
        suffix += 1
        following = Label(last.numbers, suffix=suffix)
    return following
