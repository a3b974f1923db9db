"""What is a reference in six languages, and what only looks like one."""

import pytest

from instrument.references import find
from instrument.references.values import Group

CASES = [
    ("en", "as set out in paragraphs 2 (a) and 3 of article 5", "article 5: paragraph 2 (a), paragraph 3"),
    ("en", "Articles 3, 4 and 5 of this Convention", "article 3, article 4, article 5"),
    ("en", "under article 5, paragraph 4 (b) (i) above", "article 5: paragraph 4 (b) (i)"),
    ("en", "paragraphs 6 to 8", "paragraph 6 … 8"),
    ("en", "subparagraphs (a) and (b) of this paragraph", "this paragraph: item (a), item (b)"),
    ("en", "paragraph 2 (a) and (b)", "paragraph 2 (a), paragraph 2 (b)"),
    ("en", "article 5 and 30 days after", "article 5"),
    ("en", "the preceding paragraph", "preceding paragraph"),
    ("en", "article 4 bis, paragraph 3 ter", "article 4 bis: paragraph 3 ter"),
    ("en", "Part II and annexes I and II", "part II; annex I, annex II"),
    ("en", "in the preamble", "preamble"),
    ("fr", "l’alinéa j) du paragraphe 2 ci-dessus", "paragraph 2: item j)"),
    ("fr", "à l'article premier et dans la présente partie", "article premier; this part"),
    ("fr", "l'alinéa précédent", "preceding item"),
    ("es", "el artículo 48, párrafo 3, serán", "article 48: paragraph 3"),
    ("es", "los párrafos 1 y 2 del presente artículo", "this article: paragraph 1, paragraph 2"),
    ("ru", "с пунктом 3 статьи 48", "article 48: paragraph 3"),
    ("ru", "в статьях 35 и 36 настоящей части", "this part: article 35, article 36"),
    ("ar", "الفقرة 6 (هـ) من المادة 47", "article 47: paragraph 6 (هـ)"),
    ("ar", "في هذه المادة والمرفق الأول", "this article; annex الأول"),
    ("zh", "上述第四款第（二）项第1目", "paragraph 四: item 二: item 1"),
    ("zh", "本部分、附件一和第六条之二", "this part; annex 一; article 六之二"),
    ("zh", "第一至第三款", "paragraph 一 … 三"),
]


@pytest.mark.parametrize(("language", "words", "said"), CASES)
def test_a_reference_says_what_it_names_from_the_outermost_down(language: str, words: str, said: str) -> None:
    assert "; ".join(": ".join(_group(group) for group in found.groups) for found in find(words, language)) == said


def _group(group: Group) -> str:
    if group.pointing:
        return f"{group.pointing} {group.unit}"
    through = dict(group.ranges)
    ends = set(through.values())
    named = [
        f"{group.unit} {' '.join(path)}" + (f" … {' '.join(through[path])}" if path in through else "")
        for path in group.paths
        if path not in ends
    ]
    return ", ".join(named) or str(group.unit)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "in part, a part of the sea, an item of news, articles of clothing"),
        ("en", "the part that humanitarian organisations play, each item that concerns it"),
        ("en", "the Parties to this Agreement shall meet in 30 days"),
        ("fr", "une Partie au présent Accord, les Parties suivantes, chaque Partie 60 jours après"),
        ("es", "esa Parte, las Partes 180 días después"),
        ("ru", "участники и части моря"),
        ("zh", "缔约方应在一百二十天内"),
    ],
)
def test_what_names_no_provision_is_no_reference(language: str, words: str) -> None:
    assert find(words, language) == []


@pytest.mark.parametrize(
    ("language", "words", "name"),
    [
        ("en", "article 287 of the Convention on the Law of the Sea, which", "Convention on the Law of the Sea"),
        ("en", "Article 3 common to the Geneva Conventions", "Geneva Conventions"),
        ("en", "Article 96, paragraph 3, of the said Protocol", "said Protocol"),
        ("en", "Article VI of the Convention", "Convention"),
        ("en", "Article VI of this Convention", ""),
        ("fr", "l’article 287 de celle-ci", "celle-ci"),
        ("es", "El artículo 287, párrafos 6 a 8, de la Convención se", "Convención"),
        ("ru", "Статья 298 Конвенции применяется", "Конвенции"),
        ("ar", "المادة 287 من الاتفاقية", "الاتفاقية"),
        ("zh", "根据《公约》第二九八条", "《公约》"),
        ("zh", "本协定第六十条", ""),
    ],
)
def test_a_reference_of_another_instrument_says_which(language: str, words: str, name: str) -> None:
    assert find(words, language)[0].other == name


def test_the_words_of_a_reference_are_where_it_says() -> None:
    words = "Subject to article 5, paragraph 2, and to the present Part, Parties shall"
    assert [words[found.start : found.end] == found.words for found in find(words)] == [True, True]
