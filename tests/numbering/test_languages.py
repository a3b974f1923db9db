"""A translation gets the numbers of the original, in its own labels, or is refused where it is out of step."""

from __future__ import annotations

import pytest

from instrument.formats import clause as clause_format
from instrument.model import Instrument
from instrument.numbering import number, relabelled
from instrument.numbering.languages import carried
from tests.corpus import needs_corpus
from tests.corpus import text as real

ENGLISH = "## Article 2 bis — Aid\n\n1. One.\n1 bis. Two:\n  (a) Three;\n  (a bis) Four.\n"
RUSSIAN = "## Статья 2 bis — Помощь\n\n1. Один.\n1 bis. Два:\n  а) Три;\n  а bis) Четыре.\n"
CHINESE = "## 第二条之二 — 援助\n\n一、 甲。\n一 bis、 乙：\n  （一） 丙；\n  （一 bis） 丁。\n"


def read(source: str, language: str) -> Instrument:
    return Instrument((clause_format.read(source, "aid.clause", "aid", language).value.clause,), language)


def original() -> Instrument:
    use = clause_format.read("## Article 1 — Use\n\n1. One.\n", "use.clause", "use").value.clause
    return Instrument((use, *read(ENGLISH, "en").clauses))


@pytest.mark.parametrize(
    ("source", "language", "expected"),
    [
        (RUSSIAN, "ru", ["Статья 2", "1.", "2.", "а)", "б)"]),
        (CHINESE, "zh", ["第二条", "一、", "二、", "（一）", "（二）"]),
    ],
)
def test_a_clause_alone_gets_the_numbers_it_has_among_all(source: str, language: str, expected: list[str]) -> None:
    translation = read(source, language)
    carrying = carried(number(original()).value, original(), translation)
    assert carrying.problems == ()
    (clause,) = relabelled(translation, carrying.value).clauses
    assert [clause.label, *(provision.label for provision in clause.provisions)] == expected


def test_an_article_whose_number_was_not_issued_yet_gets_that_of_the_original() -> None:
    translation = read(RUSSIAN.replace("Статья 2 bis", "Статья"), "ru")
    carrying = carried(number(original()).value, original(), translation)
    assert relabelled(translation, carrying.value).clauses[0].label == "Статья 2"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (RUSSIAN.replace("Статья 2 bis", "Статья 3"), "it is “Article 2 bis” in en, “Статья 3” in ru"),
        (RUSSIAN.replace("1 bis.", "2."), "it is “1 bis.” in en, “2.” in ru"),
        (RUSSIAN.replace("  а bis) Четыре.\n", ""), "it is not in ru"),
        (RUSSIAN + "3. Пять.\n", "it is not in en"),
        (RUSSIAN.replace("  а)", "а)").replace("  а bis", "а bis"), "it is “(a)” in en, “а)” in ru"),
    ],
)
def test_a_translation_that_is_out_of_step_is_refused_by_place(source: str, said: str) -> None:
    carrying = carried(number(original()).value, original(), read(source, "ru"))
    assert [problem.code for problem in carrying.errors] == ["languages-differ"]
    assert carrying.errors[0].message == f"{said}: the languages would be numbered differently"


def test_a_clause_that_the_original_has_not_is_refused() -> None:
    stranger = Instrument(tuple(clause_format.read(RUSSIAN, "x.clause", "x", "ru").value.clause for _ in "x"), "ru")
    assert carried(number(original()).value, original(), stranger).errors[0].where.name == "x"


@needs_corpus
@pytest.mark.parametrize(
    ("language", "places"),
    [
        ("fr", []),
        # Slips of transcription: labels misread, or lost with the first words of a list.
        ("es", ["article-31/1/a~2"]),
        ("ru", ["article-52/5", "annex-2/e/iii"]),
        ("zh", ["annex-1/三"]),
    ],
)
def test_languages_of_a_treaty_are_in_step_but_for_slips_of_transcription(language: str, places: list[str]) -> None:
    english = real("multilingual/bbnj-2023/en.txt")
    carrying = carried(number(english).value, english, real(f"multilingual/bbnj-2023/{language}.txt"))
    assert [problem.where.name for problem in carrying.problems] == places
