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
    inserted,
    key,
    number,
    order,
    parse,
    readings,
    redesignated,
    renumbered,
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


@pytest.mark.parametrize(
    ("after", "before", "expected"),
    [
        ("3.", "4.", "3 bis."), ("3 bis.", "4.", "3 ter."), ("3.", "", "4."), ("3 bis.", "", "4."), ("3.", "5.", "4."),
        ("3.", "3 bis.", "3 bis pre."), ("3 bis pre.", "3 bis.", "3 bis pre bis."), ("3 bis.", "3 quater.", "3 ter."),
        ("", "1.", "1 pre."), ("1 pre.", "1.", "1 pre bis."), ("", "(a)", "(a pre)"), ("", "", ""),
        ("(h)", "(i)", "(h bis)"), ("(i)", "(ii)", "(i bis)"), ("(i)", "(j)", "(i bis)"), ("(z)", "", "(aa)"),
        ("(z)", "(aa)", "(z bis)"), ("5a.", "6.", "5b."), ("3.3", "3.4", "3.3 bis"), ("(ب)", "(ج)", "(ب bis)"),
        ("二、", "三、", "二 bis、"), ("5.", "3.", "6."), ("", "1 pre.", ""),
    ],
)  # fmt: skip
def test_a_newcomer_gets_a_number_that_leaves_those_that_were_issued(after: str, before: str, expected: str) -> None:
    assert inserted(after, before) == expected


def test_a_number_that_was_issued_before_is_not_given_again() -> None:
    assert inserted("3.", "5.", ["4."]) == "3 bis."
    assert inserted("7.", "", ["8 bis.", "8."]) == "7 bis."


@given(st.lists(st.integers(0, 99), max_size=12))
def test_whatever_is_put_in_anywhere_sorts_where_it_stands(gaps: list[int]) -> None:
    labels = ["1.", "2.", "3."]
    for gap in gaps:
        at = gap % (len(labels) + 1)
        label = inserted("".join(labels[at - 1 : at] if at else []), "".join(labels[at : at + 1]), labels)
        if label:
            labels.insert(at, label)
    assert labels == sorted(labels, key=order)
    assert len(set(map(key, labels))) == len(labels)


@pytest.mark.parametrize(
    ("label", "number", "expected"),
    [
        ("[3 bis.", 4, "[4."), ("(a) bis.", 2, "(b)."), ("(iv)", 3, "(iii)"), ("1er", 1, "1er"), ("1er", 2, "2"),
        ("1°.", 3, "3°."), ("\u200f(د)", 5, "\u200f(هـ)"), ("三 bis、", 4, "四、"), ("5a.", 6, "6."), ("3．", 2, "2．"),
        ("a)", 27, "aa)"), ("(б)", 3, "(в)"), ("٣.", 2, "٢."), ("3 alt 2.", 3, "3."), ("（十）", 11, "（十一）"),
    ],
)  # fmt: skip
def test_a_label_keeps_its_dress_under_another_number(label: str, number: int, expected: str) -> None:
    read = parse(label)
    assert read is not None
    assert renumbered(label, read, number) == expected


@pytest.mark.parametrize(
    ("label", "number", "expected"),
    [
        ("Article 4 bis", 5, "Article 5"), ("ARTICLE 4", 3, "ARTICLE 3"), ("PART IX", 4, "PART IV"),
        ("Article premier", 2, "Article 2"), ("第六条之二", 7, "第七条"), ("第二条之二", 2, "第二条"),
        ("第六条", 20, "第二十条"), 
        ("第条", 3, "第三条"),
        ("المادة 4 مكررا", 5, "المادة 5"), ("الجزء الثالث", 2, "الجزء الثاني"), ("المادة الثالثة", 1, "المادة الأولى"),
        ("المادة الثالثة", 40, ""), ("الثالث", 4, "الرابع"), ("Статья 4", 5, "Статья 5"),
        ("[Article]", 3, "[Article 3]"),
        ("附件三", 1, "附件一"), ("Annex II", 1, "Annex I"),
    ],
)  # fmt: skip
def test_a_designation_keeps_its_dress_under_another_number(label: str, number: int, expected: str) -> None:
    assert redesignated(label, number) == expected
