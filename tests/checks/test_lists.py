"""Rules about lists: what joins their items, what ends them, how they begin."""

from instrument.checks.lists import ending
from tests.checks.asking import fixes, told

CHAPEAU = "1. Each Party shall:"


def _joined(*items: str, language: str = "en", chapeau: str = CHAPEAU) -> list[str]:
    return told("list-conjunction", chapeau, *(f"  {item}" for item in items), "2. None.", language=language)


def test_a_list_without_and_or_or_is_told() -> None:
    assert _joined("(a) look;", "(b) meet;", "(c) go.") == ['1/b: the last item is joined by no "and" or "or"']
    assert _joined("(a) look;", "(b) meet; and", "(c) go.") == []
    assert _joined("(a) look;", "(b) meet; and/or", "(c) go.") == []
    assert _joined("(a) look;", "(b) meet;", "(c) and go.") == []


def test_an_item_added_behind_the_last_leaves_its_and_astray() -> None:
    assert _joined("(a) look;", "(b) meet; and", "(c) go;", "(d) report.") == [
        '1/b: "and" stands before an item that is not the last'
    ]
    assert _joined("(a) look;", "(b) meet; and", "(c) go; and", "(d) report.") == [
        '1/b: "and" stands before an item that is not the last'
    ]


def test_an_and_in_brackets_is_not_astray() -> None:
    assert _joined("(a) look;", "(b) meet; [and]", "[(c) go; and]", "(d) report.") == []


def test_a_last_item_that_was_struck_leaves_its_and_behind() -> None:
    assert _joined("(a) look; and", "(b) meet; and") == ['1/b: nothing comes behind "and"']


def test_a_word_before_every_item_is_a_habit_but_not_two_words() -> None:
    assert _joined("(a) look; or", "(b) meet; or", "(c) go.") == []
    assert _joined("(a) look; or", "(b) meet; and", "(c) go.") == [
        "1/b: the items of one list are joined by different words"
    ]


def test_sentences_and_definitions_need_no_and() -> None:
    assert _joined("(a) It looks.", "(b) It meets.", "(c) It goes.") == []
    assert _joined("(a) “Use” means use;", "(b) “Aid” means aid;", "(c) “Cost” means cost.") == []


def test_an_and_for_the_list_outside_stands_behind_the_list_inside() -> None:
    items = ("(a) look;", "(b) meet:", "  (i) at home; or", "  (ii) abroad; and", "(c) go.")
    assert _joined(*items) == []


def test_closing_words_come_behind_the_last_item() -> None:
    assert _joined("(a) look; or", "(b) meet; and", "report on it.") == []


def test_a_text_that_never_joins_its_lists_is_left_alone() -> None:
    lists = [line for number in range(1, 5) for line in (f"{number}. Each Party shall:", "  (a) look;", "  (b) meet.")]
    assert told("list-conjunction", *lists, "5. A Party shall:", "  (a) look; or", "  (b) go.") == []


def test_other_languages_join_with_their_own_words() -> None:
    assert _joined("a) aident ;", "b) voient ; et", "c) vont.", language="fr") == []
    assert _joined("a) aident ;", "b) voient ;", "c) vont.", language="fr") == [
        '1/b: the last item is joined by no "et" or "ou"'
    ]
    assert _joined("a) ayudan;", "b) ven; y/o", "c) van.", language="es") == []


def _ends(*items: str, language: str = "en") -> list[tuple[str, str | None]]:
    return fixes("list-punctuation", CHAPEAU, *(f"  {item}" for item in items), "2. None.", language=language)


def test_the_odd_stop_of_a_list_is_mended() -> None:
    assert _ends("(a) look;", "(b) meet.", "(c) go;", "(d) sit; and", "(e) report.") == [(".", ";")]
    assert _ends("(a) look;", "(b) meet,", "(c) go;", "(d) report.") == [(",", ";")]


def test_in_french_the_space_comes_with_the_semicolon() -> None:
    assert _ends("a) voir\u00a0;", "b) aller.", "c) venir\u00a0;", "d) aider.", language="fr") == [(".", "\u00a0;")]


def test_an_item_without_a_stop_may_have_lost_more_than_the_stop() -> None:
    assert _ends("(a) look;", "(b) meet the", "(c) go;", "(d) report.") == [("e", None)]


def test_a_list_that_ends_in_a_semicolon_lost_its_end() -> None:
    assert _ends("(a) look;", "(b) meet;", "(c) report;") == [(";", None)]
    assert _ends("(a) look;", "(b) meet;", "(c) report;", "and tell the others.") == []


def test_sentences_end_with_full_stops_and_a_list_inside_a_list_goes_on() -> None:
    assert _ends("(a) It looks.", "(b) It meets.") == []
    assert _ends("(a) look;", "(b) meet:", "  (i) at home;", "  (ii) abroad;", "(c) go.") == []


def test_a_paragraph_ends() -> None:
    assert told("list-punctuation", "1. Each Party shall meet every year", "2. None.") == [
        "1: the paragraph ends with no stop"
    ]
    assert told("list-punctuation", "1. Each Party shall report every year on:", "2. None.") == [
        "1: nothing follows behind the colon"
    ]
    assert told("list-punctuation", "1. Each Party shall (save one) meet “again.”", "2. Financial matters") == []


def test_the_list_of_an_annex_needs_no_chapeau() -> None:
    lines = ("# Annex I Criteria", "(a) Rarity;", "(b) Use.", "(c) Cost;", "(d) Aid.")
    assert fixes("list-punctuation", *lines) == [(".", ";")]


def test_the_odd_one_of_sentences_has_lost_its_end() -> None:
    assert _ends("(a) It looks.", "(b) It meets", "(c) It goes.", "(d) It reports.") == [("s", None)]


def test_a_stop_before_brackets_waits_for_them() -> None:
    assert (
        told("list-punctuation", "1. Each Party shall meet every year [or two].]", "2. None of these [is used]") == []
    )


def test_the_stop_of_a_line_is_found_behind_what_closes_it() -> None:
    assert [ending(words, "en").stop for words in ("look;”", "(look.)", "look; and", "look", "look.\ufffc")] == [
        ";", ".", ";", "", ".",
    ]  # fmt: skip


def _begins(*items: str, language: str = "en", chapeau: str = CHAPEAU) -> list[str]:
    return told("item-grammar", chapeau, *(f"  {item}" for item in items), "2. None.", language=language)


def test_the_odd_letter_of_three_is_told() -> None:
    assert _begins("(a) Look;", "(b) meet;", "(c) Go.") == [
        "1/b: this item begins with a small letter, the others with a capital"
    ]
    assert _begins("(a) look;", "(b) Go.") == []


def test_a_label_in_brackets_is_not_the_first_word() -> None:
    assert _begins("(a) Look;", "[(b) Meet;]", "(b) [(c)] Go.") == []


def test_a_name_keeps_its_capital() -> None:
    lines = ("(a) the Parties;", "(b) States not party;", "(c) organizations.")
    assert _begins(*lines, chapeau="1. It invites, with other States, these:") == []
    assert _begins("(a) the Parties;", "(b) UNESCO;", "(c) organizations.", chapeau="1. It invites all of these:") == []


def test_to_among_bare_verbs_is_told() -> None:
    assert _begins("(a) adopt laws;", "(b) provide aid;", "(c) to report.", chapeau="1. The Parties therefore:") == [
        '1/c: this item begins with "to" and a verb, the others with a bare verb'
    ]
    assert _begins("(a) adopt laws;", "(b) to report.") == ['1/b: "shall" goes with no "to"']


def test_a_bare_verb_among_forms_in_ing_is_told() -> None:
    items = ("(a) Holding stocks;", "(b) Selling mines;", "(c) Provide aid.")
    assert _begins(*items, chapeau="1. This Convention prohibits:") == [
        "1/c: this item begins with a bare verb, the others with a form in -ing"
    ]


def test_nouns_and_mixtures_are_left_alone() -> None:
    assert _begins("(a) The aims;", "(b) Transfer of aid;", "(c) The costs.", chapeau="1. It sets out these:") == []
    assert _begins("(a) To the extent possible, the aims;", "(b) The costs;", "(c) The means.") == []
    assert _begins("(a) Where it is able, aid;", "(b) The costs;", "(c) Sharing data.") == []


def test_a_chapeau_that_says_the_word_of_its_items_is_told() -> None:
    assert _begins("(a) to look;", "(b) to meet.", chapeau="1. Each Party undertakes to:") == [
        '1/a: the chapeau ends with "to" already', '1/b: the chapeau ends with "to" already',
    ]  # fmt: skip


def test_a_chapeau_ends_with_a_colon_save_before_sentences() -> None:
    assert _begins("(a) the aims;", "(b) the costs.", chapeau="1. The report sets out") == [
        "1: the words before the list end with no colon"
    ]
    assert _begins("(a) It meets.", "(b) It reports.", chapeau="1. The Parties have these duties.") == []


def test_french_and_spanish_items_are_of_one_kind() -> None:
    chapeau = "1. Les objectifs sont de :"
    assert _begins("a) Aider les Parties ;", "b) Protéger ;", "c) Les moyens.", chapeau=chapeau, language="fr") == [
        "1/c: this item begins with a noun, the others with a bare verb"
    ]
    assert _begins("a) Ayudar;", "b) Proteger;", "c) Informar.", chapeau="1. Deberán:", language="es") == []
