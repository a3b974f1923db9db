"""What lawyers call a place."""

import pytest

from instrument.difference.names import Names, clause_name, provision_names
from tests.difference.texts import instrument


def names(source: str, language: str = "en") -> list[str]:
    (clause,) = instrument(source, language=language)
    return list(provision_names(clause, language))


def test_labels_are_cited_from_the_outermost_down() -> None:
    assert names("use\n## Article 4 bis — Use\n\n2. It shall:\n  (a) say\n    (ii) what\n  at once.\n") == [
        "article 4 bis, paragraph 2",
        "article 4 bis, paragraph 2 (a)",
        "article 4 bis, paragraph 2 (a) (ii)",
        "article 4 bis, paragraph 2, closing words",
    ]


def test_a_paragraph_alone_is_its_article() -> None:
    assert names("use\n## Article 4\n\nNever.\n") == ["article 4"]
    assert names("use\n## Article 4\n\nIt shall:\n  (a) say\n") == ["article 4, chapeau", "article 4, subparagraph (a)"]


def test_paragraphs_without_a_number_are_counted() -> None:
    assert names("use\n## Article 4\n\nNever.\nNowhere.\n") == ["article 4, paragraph 1", "article 4, paragraph 2"]
    assert names("use\n## Article 4\n\n1. Never.\nNowhere.\n")[1] == "article 4, unnumbered paragraph 1"


def test_recitals_are_counted_after_the_opening_words() -> None:
    assert names("preamble\n## Preamble\n\nThe States,\nKnowing this,\nKnowing that,\n") == [
        "the preamble, opening words",
        "preambular paragraph 1",
        "preambular paragraph 2",
    ]


@pytest.mark.parametrize(
    ("language", "heading", "name"),
    [
        ("fr", "Article premier", "article premier, paragraphe 2"),
        ("zh", "第四条", "第四条第2款"),
        ("ar", "المادة 4", "الفقرة 2 من المادة 4"),
        ("ru", "Статья 4", "статья 4, пункт 2"),
    ],
)
def test_each_language_cites_in_its_own_way(language: str, heading: str, name: str) -> None:
    assert names(f"use\n## {heading}\n\n1. A\n2. B\n", language)[1] == name


def test_an_article_without_a_number_is_known_by_its_heading() -> None:
    (clause,) = instrument("use\n## Article — Use\n\n1. A\n")
    assert clause_name(clause, "en") == "article “Use”"


def test_neighbours_are_drawn_together_only_if_nothing_stands_between() -> None:
    text = instrument(*(f"c{i}\n## Article {number}\n" for i, number in enumerate(("1", "2", "2 bis", "3", "4"))))
    known = Names.of(text)
    assert known.listed(["article 1", "article 2", "article 3", "article 4"]) == "articles 1, 2, 3 and 4"
    assert known.listed(["article 2", "article 2 bis", "article 3", "article 4"]) == "articles 2 to 4"
