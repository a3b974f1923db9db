"""Rules about brackets, blanks, marks in pairs, doubled words and spaces."""

import pytest

from instrument.problem import Severity
from tests.checks.asking import findings, fixes, told


def _left(*lines: str) -> list[str]:
    return told("bracket-left", *lines, final=True)


def test_each_kind_of_question_is_named() -> None:
    assert _left("1. Each Party [shall] [may / should] within [XX] years [...] [Option 1: none].") == [
        "1: a bracket is left", "1: an alternative is left", "1: a placeholder is left", "1: a blank is left",
        "1: an option is left",
    ]  # fmt: skip


def test_a_bracket_over_two_paragraphs_is_told_once() -> None:
    assert _left("1. None [of this.", "2. Nor this].") == ["1: a bracket is left"]


def test_options_and_blanks_outside_brackets_are_told() -> None:
    lines = ("1. Aims", "  Option 1: None.", "  Option 2: TBD.", "2. Within ___ years … and XX days.")
    assert _left(*lines) == [
        "1/Option 1: an option is left", "1/Option 2: an option is left", "1/Option 2: a placeholder is left",
        "2: a blank is left", "2: a blank is left", "2: a blank is left",
    ]  # fmt: skip


def test_words_that_are_no_blanks_are_left_alone() -> None:
    assert _left("1. Under article XX of that Agreement, a fee to be determined by the Conference, and/or aid.") == []
    assert _left("1. 1st class . . . . . . 25.", "2. Decision 1/CP.21.") == []


def test_a_draft_is_full_of_brackets() -> None:
    assert told("bracket-left", "1. Within [ten] years.") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("A State (a Party meets.", '"(" is never closed'),
        ("A State a Party) meets.", '")" closes nothing'),
        ("A “State meets.", '"“" is never closed'),
        ("A « State meets.", '"«" is never closed'),
        ('A "State meets.', "'\"' is never closed"),
        ("A ‘State meets.", '"‘" is never closed'),
        ("A [State meets.", '"[" is never closed'),
        ("A State] meets.", '"]" closes nothing'),
    ],
)
def test_a_mark_without_its_partner_is_told(words: str, said: str) -> None:
    assert told("unbalanced", f"1. {words}", "2. None.") == [f"1: {said}"]


@pytest.mark.parametrize(
    "words",
    [
        "The States’ duty and the State’s.", "Under article 7, a) or b).", "(under article 7 a) and b)).",
        "A ‘State’ and a “State (any)”.", "It is 6\" wide.", "Under paragraph 2 (j) (ii).", "„Staat“ means a State.",
        "A \"State\" and a \"Party\".",
    ],
)  # fmt: skip
def test_what_is_paired_or_wants_no_partner_is_left_alone(words: str) -> None:
    assert told("unbalanced", f"1. {words}", "2. None.") == []


def test_a_pair_may_stand_around_several_provisions() -> None:
    assert told("unbalanced", "1. A Party (and:", "  (a) its agent;", "  (b) its heirs) meets.", "2. None.") == []


def test_each_paragraph_of_a_long_quotation_opens_again() -> None:
    assert told("unbalanced", "“First it says this.", "“Then it says that.”", "None.") == []


def test_a_definition_without_its_closing_mark_is_told_though_the_next_one_opens() -> None:
    lines = ("1. “Mine means a device.", "2. “Aid” means help.", "3. None.")
    assert told("unbalanced", *lines) == ['1: "“" is never closed']


def test_a_loose_bracket_is_an_error_in_a_draft_too() -> None:
    assert [each.severity for each in findings("unbalanced", "1. A [State meets.")] == [Severity.ERROR]


def test_a_quotation_closed_by_another_mark_is_mended() -> None:
    assert fixes("unbalanced", '1. “Mine" means a device.', "2. None.") == [('"', "”")]
    assert fixes("unbalanced", '1. "Mine” means a device.', "2. None.") == [("”", '"')]


def test_marks_that_repeat_the_line_above_are_no_marks_of_quotation() -> None:
    assert told("unbalanced", "”", "None.") == []


def test_a_word_that_stands_twice_is_mended_where_that_is_certain() -> None:
    assert fixes("doubled-words", "1. Each of the the Parties shall report report.") == [
        ("the the", "the"), ("report report", None),
    ]  # fmt: skip
    assert fixes("doubled-words", "1. Les parties de de la Convention.", language="fr") == [("de de", "de")]


def test_a_word_that_stands_twice_over_a_line_is_told() -> None:
    assert fixes("doubled-words", "1. Each of the\nthe Parties.") == [("the\nthe", "the")]


def test_some_words_may_stand_twice() -> None:
    assert [each.severity for each in findings("doubled-words", "1. What it had had was that.")] == [Severity.INFO]
    assert told("doubled-words", "1. Pago Pago, from time to time; no, no; the [the] Parties; day-day.") == []
    assert [each.severity for each in findings("doubled-words", "1. Nous nous engageons.", language="fr")] == [
        Severity.INFO
    ]


@pytest.mark.parametrize(
    ("words", "mended"),
    [
        ("Each  Party.", ("  ", " ")),
        ("Each Party , a State.", (" ,", ",")),
        ("Each Party,a State.", (",", ", ")),
        ("Each Party;a State.", (";", "; ")),
        ("It meets.The Party reports.", (".", ". ")),
        ("Each Party ( a State).", (" ", "")),
        ("Each Party,, a State.", (",,", None)),
        ("Each Party..", ("..", None)),
    ],
)
def test_a_space_too_many_or_too_few_is_mended(words: str, mended: tuple[str, str | None]) -> None:
    assert fixes("spacing", f"1. {words}") == [mended]


@pytest.mark.parametrize(
    "words",
    [
        "Under article 1.2, 10,000 euros and 2.5 per cent.", "The U.N. and www.un.org, i.e. Ph.D. holders, etc., too.",
        "It reads ... so.", "Each[, as appropriate,] Party [a] [b].", "Decision 1/CP.21.",
    ],
)  # fmt: skip
def test_spaces_that_belong_there_are_left_alone(words: str) -> None:
    assert fixes("spacing", f"1. {words}") == []


def test_french_sets_a_space_before_some_stops() -> None:
    assert fixes("spacing", "1. Les Parties : elles aident ; et quoi ?", language="fr") == []
    assert fixes("spacing", "1. Les Parties , elles aident.", language="fr") == [(" ,", ",")]
