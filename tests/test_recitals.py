"""Lead words of recitals, and the line that is no recital."""

from __future__ import annotations

import pytest

from instrument.formats.printed import read
from instrument.recitals import is_enacting, lead


@pytest.mark.parametrize(
    ("language", "recital", "words"),
    [
        ("en", "Deeply concerned that mines kill,", "Deeply concerned"),
        ("en", "Recognizing also the need,", "Recognizing also"),
        ("en", "Recognising the need,", "Recognising"),
        ("en", "Noting with deep concern the size,", "Noting with deep concern"),
        ("en", "Bearing in mind the Charter,", "Bearing in mind"),
        ("en", "Taking into account the Charter,", "Taking into account"),
        ("en", "[[Resolved to act,]", "Resolved"),
        ("fr", "Profondément préoccupées par les restes,", "Profondément préoccupées"),
        ("fr", "Rappelant également la Charte,", "Rappelant également"),
        ("fr", "Ayant à l’esprit la Charte,", "Ayant à l’esprit"),
        ("fr", "Résolus à agir,", "Résolus"),
        ("es", "Profundamente preocupados por los restos,", "Profundamente preocupados"),
        ("es", "Reconociendo también la necesidad,", "Reconociendo también"),
        ("es", "Teniendo presente la Carta,", "Teniendo presente"),
    ],
)
def test_the_lead_words_are_the_opener_and_what_belongs_to_it(language: str, recital: str, words: str) -> None:
    start, end = lead(recital, language)
    assert recital[start:end] == words


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_what_a_paper_sets_as_lead_words_a_printed_preamble_is_cut_before(language: str) -> None:
    printed = {"en": "Persuaded", "fr": "Inspirés", "es": "Esperando"}[language]
    assert lead(printed, language) == (0, len(printed))
    title = {"en": "The Parties", "fr": "Les Parties", "es": "Las Partes"}[language]
    source = f"TITLE\n\n{title}, {printed} x y z, {printed} a b c,\n\nArticle 1\n\n1. Never.\n"
    preamble = read(source.encode(), "a.txt", language).value.clauses[1]
    assert len(preamble.provisions) == 3


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "The States Parties to this Convention,"),
        ("en", "Resolvedly acting,"),
        ("en", "Whereas mines kill,"),
        ("en", ""),
        ("fr", "Deeply concerned,"),
        ("fr", "Attaché commercial à Londres,"),
        ("zh", "深为关切"),
        ("nl", "Recalling"),
    ],
)
def test_words_outside_the_tables_lead_nothing(language: str, line: str) -> None:
    assert lead(line, language) == (0, 0)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "[The States Parties to this Convention,"),
        ("fr", "Les États parties à la présente Convention,"),
        ("es", "Los Estados partes en la presente Convención,"),
        ("ru", "Государства-участники настоящей Конвенции,"),
        ("ar", "إن الدول الأطراف في هذه الاتفاقية،"),
        ("zh", "本公约缔约国，"),
    ],
)
def test_the_enacting_line_is_known_in_six_languages(language: str, line: str) -> None:
    assert is_enacting(line, language)


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "Recalling the Charter,"), ("fr", "Rappelant la Charte,"), ("ru", "Признавая,"), ("nl", "The States,")],
)
def test_a_recital_is_no_enacting_line(language: str, line: str) -> None:
    assert not is_enacting(line, language)
