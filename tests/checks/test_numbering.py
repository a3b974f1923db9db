"""Rules about numbers and letters: none left out, none twice, in their order, in one dress."""

from instrument.checks.examples import example
from tests.checks.asking import fixes, told

ARTICLES = ("# Article 1 Use", "1. None.", "# Article 2 Aid", "1. None.", "# Article 3 Costs", "1. None.")


def _numbers(*lines: str, final: bool = False, language: str = "en") -> list[str]:
    return told("numbering-continuous", *lines, final=final, language=language)


def test_numbers_that_go_on_are_not_told() -> None:
    assert _numbers(*ARTICLES) == []
    assert _numbers("1. A Party:", "  (g) looks;", "  (h) meets;", "  (i) goes.") == [
        "1/g: its list does not begin at its beginning"
    ]


def test_a_missing_paragraph_is_told_where_the_next_one_stands() -> None:
    assert _numbers("1. None.", "3. Never.") == ["3: 2. is missing before it"]
    assert _numbers("1. A Party:", "  (a) looks;", "  (e) meets.", "2. None.") == [
        "1/e: (b) to (d) are missing before it"
    ]


def test_a_missing_article_is_told() -> None:
    assert _numbers(*ARTICLES[:2], *ARTICLES[4:]) == ["heading: 2 is missing before it"]


def test_articles_count_through_the_parts_and_again_in_an_annex() -> None:
    lines = ("# Part I", *ARTICLES[:4], "# Part II", *ARTICLES[4:], "# Annex I", "# Article 1 Panel", "1. None.")
    assert _numbers(*lines) == []


def test_sections_count_again_in_the_next_part() -> None:
    assert _numbers("# Part I", "# Section 1 Aims", "# Section 2 Means", "# Part II", "# Section 1 Costs") == []


def test_a_number_given_twice_and_one_that_steps_back_are_told() -> None:
    assert _numbers("1. None.", "2. No.", "2. Never.") == ["2~2: it stands here a second time"]
    assert _numbers("1. None.", "3. No.", "2. Never.") == ["3: 2. is missing before it", "2: it stands behind 3"]


def test_numbers_that_begin_again_are_told_once() -> None:
    assert _numbers("1. None.", "2. No.", "1. Never.", "2. At no time.") == ["1~2: the numbers begin again behind 2"]


def test_the_letter_i_behind_h_is_a_letter_and_before_ii_a_numeral() -> None:
    letters = [f"  ({letter}) it meets;" for letter in "abcdefghij"]
    assert _numbers("1. A Party agrees that:", *letters, "2. None.") == []
    assert _numbers("1. A Party:", *(f"  ({numeral}) meets;" for numeral in ("i", "ii", "iii", "iv", "v"))) == []


def test_letters_go_on_behind_z() -> None:
    letters = [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"]
    assert _numbers("1. A Party:", *(f"  ({letter}) meets;" for letter in letters), "2. None.") == []


def test_an_inserted_paragraph_stands_behind_its_number() -> None:
    assert _numbers("1. None.", "1 bis. No.", "1 ter. Never.", "2. At no time.") == []
    assert _numbers("1. None.", "2. No.", "1 bis. Never.") == ["1 bis: it stands behind 2"]
    assert _numbers("1. None.", "1 ter. Never.", "2. No.") == ["1 ter: 1 is the last before it"]


def test_the_paragraphs_of_a_bracketed_text_are_counted_too() -> None:
    assert _numbers("[1. None.]", "[2. No.]", "3. Never.") == []


def test_what_stands_in_brackets_is_not_counted_in_a_draft() -> None:
    lines = ("1. None.", "[1 bis. No.]", "[1 bis. Never.]", "2. [3.] Not so.", "[4. Thus.]", "5. So.")
    assert _numbers(*lines) == []
    assert len(_numbers(*lines, final=True)) > 2


def test_options_count_for_themselves() -> None:
    lines = ("1. Aims", "  Option 1: None.", "  Option 2: No.", "2. Means", "  Option 1: None.", "  Option 2: No.")
    assert _numbers(*lines) == []


def test_what_was_inserted_is_renumbered_before_a_text_is_final() -> None:
    lines = ("1. None.", "1 bis. No.", "2. Never.")
    assert _numbers(*lines) == []
    assert _numbers(*lines, final=True) == ["1 bis: the number of an inserted provision is left"]
    assert told("numbering-continuous", *lines, final=True, base=example(*lines)) == []


def test_a_treaty_that_revises_another_keeps_its_article_4_bis() -> None:
    lines = ("# Convention revised at Stockholm", "# Article 1 Use", "None.", "# Article 1 bis Aid", "None.")
    assert _numbers(*lines, final=True) == []


def test_numbers_of_other_scripts_are_counted() -> None:
    assert _numbers("1. Стороны:", "  а) смотрят;", "  в) ходят.", language="ru") == ["1/в: б) is missing before it"]
    assert _numbers("（一） 缔约方", "（二） 缔约方", language="zh") == []


def test_a_list_keeps_one_dress() -> None:
    lines = ("1. A Party:", "  (a) looks;", "  (b) meets;", "  c) goes;", "  (d) reports.")
    assert fixes("label-style", *lines) == [("c)", "(c)")]


def test_a_text_that_has_a_dress_of_its_own_keeps_it() -> None:
    assert fixes("label-style", "1. A Party:", "  a) looks;", "  b) meets.", "2. None.") == []


def test_where_a_text_has_no_habit_its_language_decides() -> None:
    lines = ("1. Les Parties :", "  (a) aident ;", "  b) rendent compte.", "2. Néant.")
    assert fixes("label-style", *lines, language="fr") == [("(a)", "a)")]
    assert fixes("label-style", *lines) == [("b)", "(b)")]


def test_each_level_of_a_text_has_its_own_dress() -> None:
    lines = ("1. A Party:", "  (a) looks:", "    a. at home;", "    b. abroad;", "  (b) reports.", "2. None.")
    assert fixes("label-style", *lines) == []


def test_the_only_item_of_a_list_and_the_only_paragraph_are_told() -> None:
    assert told("lone-item", "1. A Party:", "  (a) looks.", "2. None.") == ["1/a: the only item of its list"]
    assert told("lone-item", "1. A Party looks.") == ["1: the only item of its list"]
    assert told("lone-item", "1. A Party:", "  (a) looks;", "  and:", "  (b) meets.", "2. None.") == []
