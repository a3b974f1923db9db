"""Figures of the six languages by what they say, in digits, in words, in references and dates."""

import pytest

from instrument.concord.figures import figures


def values(words: str, language: str, *, soft: bool = True) -> list[str]:
    return [figure.value for figure in figures(words, language) if soft or not figure.soft]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "thirty days"), ("en", "30 days"), ("fr", "trente jours"), ("es", "treinta días"),
        ("ru", "тридцати дней"), ("ru", "тридцатидневный срок"), ("ar", "ثلاثين يوما"), ("ar", "٣٠ يوما"),
        ("ar", "والثلاثين"), ("zh", "三十天"), ("zh", "30天"),
    ],
)  # fmt: skip
def test_thirty_is_thirty_in_every_language(language: str, words: str) -> None:
    assert values(words, language) == ["30"]


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("en", "one hundred and twenty", "120"), ("en", "twenty-five", "25"), ("en", "the sixtieth instrument", "60"),
        ("fr", "quatre-vingt-dix jours", "90"), ("fr", "soixante-douze", "72"), ("fr", "cent vingt", "120"),
        ("fr", "vingt et un", "21"), ("fr", "dix-huit", "18"), ("fr", "deux cents", "200"),
        ("es", "ciento veinte", "120"), ("es", "treinta y cinco", "35"), ("es", "el sexagésimo instrumento", "60"),
        ("ru", "сто двадцать", "120"), ("ru", "шестидесятого документа", "60"), ("ar", "خمسة وعشرون", "25"),
        ("ar", "خمسة عشر", "15"), ("zh", "一百二十", "120"), ("zh", "第六十份", "60"), ("zh", "二千五百", "2500"),
        ("en", "1,000 mines", "1000"), ("fr", "1 000 mines", "1000"), ("es", "1.000 minas", "1000"),
        ("en", "1.5 metres", "1.5"), ("fr", "1,5 mètre", "1.5"),
    ],
)  # fmt: skip
def test_a_number_is_put_together_as_its_language_does(language: str, words: str, value: str) -> None:
    assert values(words, language) == [value]


def test_two_numbers_in_a_row_are_two() -> None:
    assert values("ten or twelve, five twenty", "en") == ["10", "12", "5", "20"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "10 December 1982"), ("fr", "10 décembre 1982"), ("es", "10 de diciembre de 1982"),
        ("ru", "10 декабря 1982 года"), ("ar", "10 كانون الأول/ديسمبر 1982"), ("zh", "一九八二年十二月十日"),
        ("zh", "1982年12月10日"),
    ],
)  # fmt: skip
def test_a_date_is_one_in_every_language(language: str, words: str) -> None:
    assert [(each.kind, each.value) for each in figures(words, language)] == [("date", "1982-12-10")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "a two-thirds majority"), ("fr", "la majorité des deux tiers"), ("es", "mayoría de dos tercios"),
        ("ru", "большинством в две трети"), ("ar", "أغلبية ثلثي الأصوات"), ("zh", "三分之二多数"),
    ],
)  # fmt: skip
def test_two_thirds_are_two_thirds(language: str, words: str) -> None:
    assert [(each.kind, each.value) for each in figures(words, language)] == [("fraction", "2/3")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "article 5, paragraph 2 (a), of Part IV"), ("fr", "article 5, paragraphe 2 a), de la partie IV"),
        ("es", "artículo 5, párrafo 2 a), de la parte IV"), ("ru", "подпункту а) пункта 2 статьи 5 части IV"),
        ("ar", "الفقرة 2 (أ) من المادة 5 من الجزء الرابع"), ("zh", "第四部分第五条第二款第（一）项"),
    ],
)  # fmt: skip
def test_a_reference_cites_the_same_numbers(language: str, words: str) -> None:
    found = [(each.kind, each.value) for each in figures(words, language)]
    assert sorted(found) == [("item", "1"), ("number", "2"), ("number", "4"), ("number", "5")]


def test_the_first_article_is_cited_in_a_word() -> None:
    assert values("l’article premier", "fr") == values("article 1", "en") == ["1"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "one or more of the other Parties"), ("fr", "une Partie ou un État tiers"), ("zh", "统一进一步第三国"),
        ("es", "uno de los terceros"), ("fr", "pour cent"), ("ru", "Сто-роны"),
    ],
)  # fmt: skip
def test_words_that_count_nothing_are_no_figures(language: str, words: str) -> None:
    assert values(words, language) == []


def test_a_year_in_a_word_is_a_soft_figure() -> None:
    for words, language in (("within one year", "en"), ("dans un délai d’un an", "fr"), ("一年内", "zh")):
        assert values(words, language) == ["1"]
        assert values(words, language, soft=False) == []
