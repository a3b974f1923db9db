"""The printed words of the house in six languages."""

from __future__ import annotations

from datetime import date

import pytest

from instrument.model import Holders
from instrument.papers.house import HOUSES, print_agenda, print_date, print_distribution, print_holders, print_original

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", "9 March 2026"),
        ("fr", "9 mars 2026"),
        ("es", "9 de marzo de 2026"),
        ("ru", "9 марта 2026 года"),
        ("ar", "9 آذار/مارس 2026"),
        ("zh", "2026年3月9日"),
    ],
)
def test_a_date_is_written_as_the_language_writes_it(language: str, printed: str) -> None:
    assert print_date(date(2026, 3, 9), HOUSES[language]) == printed


def test_only_french_writes_the_first_of_a_month_otherwise() -> None:
    first = {language: print_date(date(2026, 8, 1), HOUSES[language]) for language in LANGUAGES}
    assert first["fr"] == "1er août 2026"
    assert all("1er" not in printed for language, printed in first.items() if language != "fr")


def test_the_six_languages_have_the_same_words() -> None:
    assert tuple(HOUSES) == LANGUAGES
    for house in HOUSES.values():
        assert set(house.languages) == set(LANGUAGES)
        assert set(house.distributions) == {"general", "limited", "restricted"}
        assert set(house.legend) == set(HOUSES["en"].legend)
        assert len(house.months) == 12
        assert all("{}" in words for words in (house.original, house.distribution, house.agenda, house.holders))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_field_prints_nothing(language: str) -> None:
    house = HOUSES[language]
    assert (print_distribution("", house), print_original("", house), print_agenda("", house)) == ("", "", "")


def test_words_that_are_no_keyword_are_printed_as_given() -> None:
    house = HOUSES["en"]
    assert print_distribution("For participants only", house) == "Distr.: For participants only"
    assert print_original("Portuguese", house) == "Original: Portuguese"
    assert print_agenda("Any other business", house) == "Any other business"


def test_each_part_of_who_holds_a_bracket_is_told_apart() -> None:
    holders = Holders(("A", "B"), True, ("C", "D"), "2", "pending", "see report")
    assert print_holders(holders, HOUSES["en"]) == "base text – A; B – delete: C; D – issue 2 – pending – see report"
    assert print_holders(Holders(), HOUSES["en"]) == ""
