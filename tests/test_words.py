"""Words in every script: what a delegation can point at."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from instrument.words import _PLAIN, _piece, split, words

PLAIN = "".join(filter(_PLAIN.fullmatch, map(chr, range(0x3000))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[shall]", ["[", "shall", "]"]),
        ("“Victims” means", ["“", "Victims", "”", "means"]),
        ("the States’ re-export", ["the", "States", "’", "re-export"]),
        ("l’État d'origine", ["l’État", "d'origine"]),
        ("at least 1.5 or 2,000", ["at", "least", "1.5", "or", "2,000"]),
        ("« État »".replace(" ", "\u00a0"), ["«", "État", "»"]),
        ("and/or", ["and", "/", "or"]),
        ("at [...] or […] on ...", ["at", "[...]", "or", "[…]", "on", "..."]),
        ("[, not exceeding [...]].", ["[", ",", "not", "exceeding", "[...]", "]", "."]),
        ("in .......... and …….", ["in", "..........", "and", "……", "."]),
        ("1..5 [..]", ["1", ".", ".", "5", "[", ".", ".", "]"]),
        ("2020–2030 — then", ["2020", "–", "2030", "—", "then"]),
    ],
)
def test_brackets_blanks_quotation_marks_and_dashes_are_words_of_their_own(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_chinese_character_is_one_word() -> None:
    assert words("缔约国应当") == ["缔", "约", "国", "应", "当"]


def test_a_hyphen_before_a_character_that_is_a_word_of_its_own_joins_nothing() -> None:
    assert words("K-国 1.๑ re-export") == ["K", "-", "国", "1", ".", "๑", "re-export"]


@given(st.text(st.sampled_from("a1-.,’ 国ก๑é\u0301\u200d[]…") | st.characters(exclude_categories=["Cs"])))
@example("K-国 1.๑")
def test_a_text_cut_between_two_words_has_the_same_words(text: str) -> None:
    pieces = split(text)
    for at in range(len(pieces)):
        assert split("".join(pieces[:at])) == pieces[:at]
        assert split("".join(pieces[at:])) == pieces[at:]


def test_arabic_vowels_tatweel_and_the_non_joiner_stay_inside_their_word() -> None:
    assert words("الأَطْرَافُ مخصـــصــة") == ["الأَطْرَافُ", "مخصـــصــة"]
    assert words("می\u200cخواهم") == ["می\u200cخواهم"]


def test_an_accent_written_apart_stays_with_its_letter() -> None:
    assert words("l'E\u0301tat") == ["l'E\u0301tat"]


def test_a_non_breaking_space_is_kept_where_it_stands() -> None:
    assert split("«\u00a0oui\u00a0»") == ["«", "\u00a0", "oui", "\u00a0", "»"]


@given(st.text(st.sampled_from(PLAIN) | st.sampled_from("'’‐‑-.,aé1 ")))
@example(PLAIN)
@example("[...] […] ... ……. [..] a....5")
def test_plain_latin_text_has_the_words_that_the_rule_for_every_script_gives_it(text: str) -> None:
    assert split(text) == _piece().findall(text)
