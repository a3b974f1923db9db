"""Numbers given at assembly."""

from __future__ import annotations

import pytest

from instrument.model import Clause, Instrument, Kind
from instrument.papers.assembly import number_articles


def numbered(*labels: str, language: str = "en") -> list[str]:
    clauses = tuple(Clause(f"c{place}", Kind.ARTICLE, label) for place, label in enumerate(labels))
    return [clause.label for clause in number_articles(Instrument(clauses, language))]


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        (["Article", "Article"], ["Article 1", "Article 2"]),
        (["Article 4", "Article", "Article"], ["Article 4", "Article 5", "Article 6"]),
        (["Article 4", "Article", "Article 5"], ["Article 4", "Article 4 bis", "Article 5"]),
        (
            ["Article 4", "Article", "Article", "Article 5"],
            ["Article 4", "Article 4 bis", "Article 4 ter", "Article 5"],
        ),
        (
            ["Article 4", "Article 4 bis", "Article", "Article 5"],
            ["Article 4", "Article 4 bis", "Article 4 ter", "Article 5"],
        ),
        (["Article 4", "[Article]"], ["Article 4", "[Article 5]"]),
        (["Article 9", "", "Article X"], ["Article 9", "", "Article X"]),
    ],
)
def test_issued_numbers_stay_and_the_others_go_on_from_them(issued: list[str], expected: list[str]) -> None:
    assert numbered(*issued) == expected


def test_articles_put_in_before_and_between_issued_ones_get_numbers_that_never_run_out() -> None:
    labels = ["Article", "Article", "Article", "Article 3", "Article", "Article 5", "Article", "Article"]
    assert numbered(*labels) == [
        "Article 1", "Article 2", "Article 2 bis", "Article 3", "Article 4", "Article 5", "Article 6", "Article 7",
    ]  # fmt: skip
    between = numbered("Article 1", *["Article"] * 27, "Article 2")
    assert between[1:3] + between[-2:] == ["Article 1 bis", "Article 1 ter", "Article 1 octovicies", "Article 2"]


def test_a_french_first_article_counts_as_one() -> None:
    assert numbered("Article premier", "Article", language="fr") == ["Article premier", "Article 2"]


def test_other_clauses_are_not_numbered() -> None:
    annex = Clause("form", Kind.ANNEX, "Annex")
    assert number_articles(Instrument((annex,))).clauses == (annex,)
