"""Labels and designations as six languages print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from instrument.labels import (
    DESIGNATIONS,
    Label,
    continuing,
    designate,
    designation,
    following,
    key,
    number,
    order,
    parse,
    readings,
    show,
    split,
)
from instrument.labels.numerals import SYSTEMS
from instrument.model import Kind


@pytest.mark.parametrize(
    "label",
    [
        "1.", "3 bis.", "3bis.", "12 septies.", "(a)", "(aa)", "(iv)", "a)", "iv)", "1)", "(1)", "1er", "1°.",
        "3.3 bis Alt",
        "17 ter", "Option 2", "Option 1:", "Alt. 2", "[1 bis.", "[[(a)", "[(a)]", "(a) bis.", "(a bis)",
        "5a.", "A.", "IV.",
        "(а)", "(أ)", "\u200f(أ)", "（一）", "一、", "٣.", "Variante 2:", "备选案文 1:", "1.2.3",
    ],
)  # fmt: skip
def test_a_label_is_told_from_the_words_after_it(label: str) -> None:
    assert split(f"{label} Each State Party") == (label, "Each State Party")
    assert split(label) == (label, "")
    assert parse(label) is not None


@pytest.mark.parametrize(
    "words",
    [
        "10 States shall meet", "(the depositary)", "A State Party", "I agree", "Options are open", "mix. of",
        "Alternatives", "(i", "1.x", "the. end", "Article 4 applies", "9" * 5000 + ". x", "2008", "«1.»", "",
    ],
)  # fmt: skip
def test_words_that_only_look_like_a_label_are_words(words: str) -> None:
    assert split(words) == ("", words)


@pytest.mark.parametrize(
    ("label", "numbers", "suffix"),
    [("3 bis.", (3,), 2), ("12 septies", (12,), 7), ("(aa)", (27,), 0), ("(iv)", (4,), 0), ("3.3 bis", (3, 3), 2),
     ("(أ)", (1,), 0), ("(ب)", (2,), 0), ("（十二）", (12,), 0), ("(б)", (2,), 0), ("17 ter", (17,), 3)],
)  # fmt: skip
def test_a_label_says_its_number(label: str, numbers: tuple[int, ...], suffix: int) -> None:
    parsed = parse(label)
    assert parsed is not None
    assert (parsed.numbers, parsed.suffix) == (numbers, suffix)


def test_labels_sort_as_a_reader_expects() -> None:
    expected = ["2.", "3.", "3 alt", "3 bis.", "3 bis alt", "3 ter.", "3 quater.", "4.", "10."]
    assert sorted(["4.", "3 ter.", *expected[:5], "10.", "3 quater."], key=order) == expected


def test_a_hundred_insertions_between_two_numbers_have_their_own_labels_in_order() -> None:
    labels = [show(Label((3,), suffix=rank)) for rank in range(2, 120)]
    assert labels[:3] + labels[18:22] == [
        "3 bis",
        "3 ter",
        "3 quater",
        "3 vicies",
        "3 unvicies",
        "3 duovicies",
        "3 tervicies",
    ]
    assert len(set(labels)) == 118
    assert [split(f"{label} x")[0] for label in labels[:98]] == labels[:98]
    assert sorted(labels[:98], key=order) == labels[:98]


def test_what_is_no_label_sorts_last() -> None:
    assert sorted(["–", "1."], key=order) == ["1.", "–"]


@pytest.mark.parametrize(
    ("label", "expected"),
    [("1.", "2."), ("(z)", "(aa)"), ("(zz)", "(aaa)"), ("(iv)", "(v)"), ("a)", "b)"), ("3 bis.", "4."), ("IV.", "V."),
     ("（九）", "（十）"), ("(أ)", "(ب)"), ("(в)", "(г)"), ("٩.", "١٠."), ("Option 2:", "Option 3:"),
     ("3.9", "3.10"), ("–", "")],
)  # fmt: skip
def test_the_next_label_wears_the_same_dress(label: str, expected: str) -> None:
    assert following(label) == expected


def test_i_after_h_is_a_letter_and_i_alone_is_a_numeral() -> None:
    assert following("(i)", previous="(h)") == "(j)"
    assert following("(i)") == "(ii)"
    assert [reading.numbers for reading in readings("(v)")] == [(22,), (5,)]
    read = continuing("(v)", "(iv)")
    assert read is not None and read.system == "lower-roman"


def test_the_key_of_a_label_is_what_people_cite() -> None:
    assert [key(label) for label in ("[1 bis.", "(a)", "\u200f(أ)", "Option 2:", "（一）")] == [
        "1 bis",
        "a",
        "أ",
        "Option 2",
        "一",
    ]


@given(st.sampled_from(list(SYSTEMS)), st.integers(1, 60), st.sampled_from([("(", ")"), ("", ")"), ("", ".")]))
def test_a_label_printed_is_read_again(system: str, count: int, dress: tuple[str, str]) -> None:
    label = Label((count,), system, before=dress[0], after=dress[1])
    assert label in readings(show(label))


@pytest.mark.parametrize(
    ("printed", "kind", "numeral", "count"),
    [
        ("Article 4 bis", Kind.ARTICLE, "4 bis", 4), ("Article premier", Kind.ARTICLE, "premier", 1),
        ("ARTICLE 1er", Kind.ARTICLE, "1er", 1), ("Article 6quinquies", Kind.ARTICLE, "6quinquies", 6),
        ("PART XII", Kind.PART, "XII", 12), ("[Article 5", Kind.ARTICLE, "5", 5), ("第四条", Kind.ARTICLE, "四", 4),
        ("第六条之二", Kind.ARTICLE, "六之二", 6), ("第三部分", Kind.PART, "三", 3), ("附件一", Kind.ANNEX, "一", 1),
        ("المادة 4", Kind.ARTICLE, "4", 4),
        ("الجزء الأول", Kind.PART, "الأول", 1), ("Статья 12", Kind.ARTICLE, "12", 12),
        ("ПРИЛОЖЕНИЕ II", Kind.ANNEX, "II", 2),
        ("Artículo 3", Kind.ARTICLE, "3", 3), ("Chapter III", Kind.PART, "III", 3),
    ],
)  # fmt: skip
def test_a_designation_says_its_kind_and_number(printed: str, kind: Kind, numeral: str, count: int) -> None:
    assert designation(printed) == (kind, numeral)
    read = number(numeral)
    assert read is not None and read.numbers == (count,)


@pytest.mark.parametrize("words", ["Articles of faith", "Article on use", "Part of it", "Annexed", "第三国", ""])
def test_words_that_begin_like_a_designation_are_words(words: str) -> None:
    assert designation(words) == (None, "")


def test_bis_of_an_article_is_the_same_in_chinese() -> None:
    latin, chinese = number("6 bis"), number("六之二")
    assert latin is not None and chinese is not None
    assert (latin.numbers, latin.suffix) == (chinese.numbers, chinese.suffix)


@pytest.mark.parametrize("language", sorted(DESIGNATIONS))
def test_what_is_designated_is_read_as_the_same_kind(language: str) -> None:
    for kind in (Kind.ARTICLE, Kind.PART, Kind.ANNEX):
        assert designation(designate(kind, "3", language))[0] is kind
