"""Rules about dates, and numbers in words beside figures."""

import pytest

from instrument.checks.numbers import read
from instrument.problem import Severity
from tests.checks.asking import findings, fixes, told


@pytest.mark.parametrize("date", ["31 June 2008", "29 February 2009", "0 May 2008", "31/13/2008", "2008-02-30"])
def test_a_day_that_never_was_is_an_error(date: str) -> None:
    found = findings("date-style", f"1. It was done on {date}.")
    assert [(each.message, each.severity) for each in found] == [("there is no such day", Severity.ERROR)]


@pytest.mark.parametrize("date", ["29 February 2008", "31 December", "30 May 2008", "1 January 2000"])
def test_a_day_that_was_is_left_alone(date: str) -> None:
    assert told("date-style", f"1. It was done on {date}.") == []


@pytest.mark.parametrize(
    ("date", "fix"),
    [
        ("June 1, 2009", "1 June 2009"), ("1st June 2009", "1 June 2009"), ("1 June, 2009", "1 June 2009"),
        ("01 June 2009", "1 June 2009"), ("2009-06-01", "1 June 2009"), ("1 of June 2009", "1 June 2009"),
        ("05/06/2009", None), ("5.6.2009", None),
    ],
)  # fmt: skip
def test_the_odd_date_of_a_text_is_mended_where_it_reads_one_way(date: str, fix: str | None) -> None:
    assert fixes("date-style", f"1. From 30 May 2008 or {date} on.") == [(date, fix)]


def test_a_text_may_write_its_dates_otherwise_throughout() -> None:
    assert told("date-style", "1. On May 30, 2008 or June 1, 2009.", "2. By July 4, 2010.") == []


def test_what_is_no_date_is_left_alone() -> None:
    lines = ("1. Paragraph 3 may apply.", "2. Done this twelfth day of December two thousand and fifteen.",
             "3. Article 12.3.2008 is no date; see 1/CP.21.")  # fmt: skip
    assert told("date-style", "1. On 30 May 2008.", *lines[:2]) == []


def test_french_and_spanish_dates() -> None:
    assert told("date-style", "1. Le 1er janvier 2009 et le 30 mai 2008.", language="fr") == []
    assert fixes("date-style", "1. Le 30 mai 2008, le 01 juin 2008.", language="fr") == [
        ("01 juin 2008", "1er juin 2008")
    ]
    assert told("date-style", "1. El 30 de mayo de 2008 y el 31 de junio de 2009.", language="es") == [
        "1: there is no such day"
    ]


@pytest.mark.parametrize(
    ("words", "language", "number"),
    [
        ("one hundred and twenty", "en", 120), ("two thousand and eight", "en", 2008), ("twenty-eight", "en", 28),
        ("quatre-vingt-dix", "fr", 90), ("soixante et onze", "fr", 71), ("deux cents", "fr", 200),
        ("mil novecientos", "es", 1900), ("doscientos treinta y uno", "es", 231), ("cien", "es", 100),
        ("dos mil quinientos", "es", 2500),
    ],
)  # fmt: skip
def test_numbers_in_words_are_read(words: str, language: str, number: int) -> None:
    assert read(words, language) == number


def test_a_figure_that_says_another_number_than_its_word_is_an_error() -> None:
    assert told("figure-words", "1. Within thirty (60) days.") == ['1: "thirty" is 30, the figure says 60']
    assert told("figure-words", "1. Dans un délai de quatre-vingt-dix (60) jours.", language="fr") == [
        '1: "quatre-vingt-dix" is 90, the figure says 60'
    ]
    assert told("figure-words", "1. En treinta (60) días.", language="es") == ['1: "treinta" is 30, the figure says 60']


def test_figures_that_agree_or_belong_to_no_number_are_left_alone() -> None:
    words = "Within thirty (30) days, at 2,500 (two thousand five hundred) euros, on the thirtieth (30th) day"
    assert told("figure-words", f"1. {words}.", "2. Under paragraph 1 (2) or article one, (a) and (b).") == []
