"""Numbers as labels print them, in every format that Word has for the six languages and its neighbours.

The rows are from the tables of ISO/IEC 29500-1, 17.18.59, and from what Word is known to print where those leave a
choice; `docs/word/numbering.md` says which.
"""

from pathlib import Path

import pytest

from instrument.formats.docx.numbering.formats import printed
from tests.formats.docx.numbered import abstract, document, labels_of_libreoffice, level, listed, number

ROWS = {
    "decimal": {0: "0", 1: "1", 32_768: "32768"},
    "decimalHalfWidth": {12: "12"},
    "decimalZero": {1: "01", 9: "09", 10: "10", 100: "100"},
    "decimalFullWidth": {10: "１０", 2008: "２００８"},
    "decimalFullWidth2": {3: "３"},
    "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "21"},
    "decimalEnclosedCircleChinese": {2: "②"},
    "decimalEnclosedFullstop": {1: "⒈", 20: "⒛", 21: "21"},
    "decimalEnclosedParen": {1: "⑴", 20: "⒇", 21: "21"},
    "numberInDash": {12: "- 12 -"},
    "hex": {10: "A", 30: "1E", 255: "FF"},
    "chicago": {1: "*", 4: "§", 5: "**", 8: "§§"},
    "upperRoman": {4: "IV", 1990: "MCMXC", 3500: "MMMD", 4000: "MMMM"},
    "lowerRoman": {9: "ix", 49: "xlix", 0: ""},
    "lowerLetter": {1: "a", 26: "z", 27: "aa", 53: "aaa", 780: "z" * 30, 781: "a", 0: ""},
    "upperLetter": {28: "BB"},
    "russianLower": {9: "и", 10: "к", 26: "ы", 29: "я", 30: "аа"},
    "russianUpper": {1: "А", 25: "Щ", 29: "Я"},
    "arabicAlpha": {1: "أ", 3: "ت", 28: "ي", 29: "أأ", 392: "ي" * 14, 393: "أ"},
    "arabicAbjad": {1: "أ", 3: "ج", 10: "ي", 27: "غ", 28: "ظ", 29: "أأ", 393: "أ"},
    "hebrew1": {1: "א", 10: "י", 11: "יא", 15: "טו", 16: "טז", 19: "יט", 20: "כ", 99: "צט", 100: "ק", 115: "קטו",
                316: "שטז", 392: "שצב", 393: "א"},
    "hebrew2": {1: "א", 11: "כ", 22: "ת", 23: "תא", 44: "תת", 45: "תתא", 393: "א"},
    "chineseCounting": {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "一○○", 101: "一○一"},
    "chineseCountingThousand": {10: "十", 19: "十九", 20: "二十", 101: "一百〇一", 110: "一百一十", 1001: "一千〇一",
                                10_000: "一万", 12_345: "一万二千三百四十五"},
    "chineseLegalSimplified": {1: "壹", 2: "贰", 10: "壹拾", 11: "壹拾壹", 101: "壹佰零壹"},
    "ideographDigital": {10: "一〇", 11: "一一", 101: "一〇一"},
    "japaneseCounting": {10: "十", 11: "十一", 101: "百一", 111: "百十一", 1110: "千百十", 10_001: "一万一"},
    "japaneseDigitalTenThousand": {10: "一〇"},
    "taiwaneseCounting": {12: "十二", 101: "一○一"},
    "taiwaneseCountingThousand": {12: "十二", 110: "一百一十", 101: "一百零一", 20_000: "二萬"},
    "taiwaneseDigital": {10: "一○"},
    "ideographLegalTraditional": {2: "貳", 12: "壹拾貳"},
    "ideographTraditional": {1: "甲", 10: "癸", 11: "11"},
    "ideographZodiac": {1: "子", 12: "亥", 13: "13"},
    "ideographEnclosedCircle": {1: "㈠", 10: "㈩", 11: "11"},
    "none": {5: ""},
    "0001, 0002, 0003, ...": {5: "0005", 12_345: "12345"},
}  # fmt: skip
SPELLED = {
    ("ordinal", "en"): {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 13: "13th", 22: "22nd", 111: "111th"},
    ("ordinal", "fr"): {1: "1er", 2: "2e", 21: "21e"},
    ("ordinal", "es"): {1: "1º", 20: "20º"},
    ("cardinalText", "en"): {1: "One", 21: "Twenty-one", 115: "One hundred fifteen", 2000: "Two thousand"},
    ("ordinalText", "en"): {1: "First", 12: "Twelfth", 20: "Twentieth", 101: "One hundred first"},
    ("cardinalText", "fr"): {1: "Un", 21: "Vingt et un", 71: "Soixante et onze", 80: "Quatre-vingts", 91:
                             "Quatre-vingt-onze", 200: "Deux cents", 201: "Deux cent un", 1000: "Mille",
                             3080: "Trois mille quatre-vingts"},
    ("ordinalText", "fr"): {1: "Premier", 2: "Deuxième", 5: "Cinquième", 9: "Neuvième", 11: "Onzième", 80:
                            "Quatre-vingtième", 101: "Cent unième"},
    ("cardinalText", "es"): {1: "Uno", 16: "Dieciséis", 31: "Treinta y uno", 100: "Cien", 101: "Ciento uno",
                             1001: "Mil uno", 21_000: "Veintiún mil", 31_500: "Treinta y un mil quinientos"},
    ("ordinalText", "es"): {1: "Primero", 3: "Tercero", 10: "Décimo", 11: "Undécimo", 21: "Vigésimo primero",
                            101: "Centésimo primero", 2000: "Dosmilésimo"},
}  # fmt: skip


@pytest.mark.parametrize("format, row", ROWS.items(), ids=ROWS)
def test_each_format_prints_what_word_prints(format, row):
    assert {value: printed(value, format) for value in row} == row


@pytest.mark.parametrize("format, row", SPELLED.items(), ids=map("-".join, SPELLED))
def test_ordinals_and_words_are_those_of_the_language(format, row):
    assert {value: printed(value, *format) for value in row} == row


def test_what_is_not_known_is_told_from_what_prints_nothing():
    assert printed(1, "hindiVowels") is None
    assert printed(1, "ordinal", "de") is None
    assert printed(1, "bullet") == ""


Asked = tuple[str, int]


def differences(asked: list[Asked], folder: Path, language: str = "en-US") -> dict[Asked, tuple[str | None, str]]:
    """What we and LibreOffice print where they print different things."""
    lists = [abstract(level(0, "%1", format=format, start=value), id=id) for id, (format, value) in enumerate(asked)]
    lists += [number(id + 1, abstract=id) for id in range(len(asked))]
    data = document("".join(lists), [listed(id + 1, 0) for id in range(len(asked))], language=language)
    shown = zip(asked, labels_of_libreoffice(data, folder), strict=True)
    pairs = {each: (printed(each[1], each[0], language[:2]), label) for each, label in shown}
    return {each: pair for each, pair in pairs.items() if pair[0] != pair[1]}


ALIKE = {
    **dict.fromkeys(["decimal", "upperRoman", "lowerRoman", "ordinalText", "cardinalText", "ordinal"], 1000),
    "decimalZero": 1000, "lowerLetter": 780, "upperLetter": 780, "chineseLegalSimplified": 999, "hebrew1": 392,
    "ideographTraditional": 50, "ideographZodiac": 50, "chicago": 120, "decimalEnclosedCircle": 20,
    "chineseCounting": 99, "chineseCountingThousand": 100, "taiwaneseCounting": 99, "taiwaneseCountingThousand": 999,
    "japaneseCounting": 99, "russianLower": 29, "hebrew2": 21,
}  # fmt: skip


@pytest.mark.judge
def test_libreoffice_prints_the_same_as_far_as_it_knows_the_format(tmp_path):
    numbers = {format: [*range(1, min(last, 60) + 1), *range(61, last + 1, 17)] for format, last in ALIKE.items()}
    asked = [(format, value) for format, values in numbers.items() for value in values]
    assert differences(asked, tmp_path) == {}


@pytest.mark.judge
def test_libreoffice_differs_past_the_end_of_an_alphabet_and_in_what_it_does_not_know(tmp_path):
    """Each is a format of 17.18.59 that LibreOffice 7.4 takes for another: the standard has the left column."""
    others = {
        ("russianLower", 31): ("бб", "аб"),  # the letter is repeated; LibreOffice counts in letters
        ("hebrew2", 23): ("תא", "אא"),
        ("arabicAbjad", 1): ("أ", "ا"),  # U+0623 in the table
        ("arabicAlpha", 28): ("ي", "ى"),  # U+064A in the table
        ("chineseCounting", 101): ("一○一", "一百零一"),  # taken for chineseCountingThousand
        ("chineseCountingThousand", 101): ("一百〇一", "一百零一"),  # Word: MS-OI29500, 17.18.59 e
        ("japaneseCounting", 101): ("百一", "一百零一"),  # taken for Chinese
        ("ideographDigital", 10): ("一〇", "十"),  # taken for a counting system
        ("decimalEnclosedCircle", 21): ("21", "㉑"),  # "for values greater than the size of the set": decimal
        ("decimalFullWidth", 1): ("１", "1"),
        ("numberInDash", 1): ("- 1 -", "1"),
        ("hex", 10): ("A", "10"),
        ("decimalEnclosedParen", 1): ("⑴", "1"),
        ("lowerRoman", 0): ("", "0"),
    }
    assert differences(list(others), tmp_path) == others


@pytest.mark.judge
@pytest.mark.parametrize("language", ["fr-FR", "es-ES"])
def test_libreoffice_spells_the_same_cardinals(language, tmp_path):
    values = [*range(1, 131), *range(131, 1000, 13), 1000, 1001, 2000, 21_000, 31_080]
    asked = [("cardinalText", value) for value in values]
    for (_, value), (ours, theirs) in differences(asked, tmp_path, language).items():
        # It joins French numbers with hyphens throughout, as the reform of 1990 has it.
        assert (ours or "").replace(" ", "-") == theirs, value
