"""Every number format that a level of a list may ask for (ISO/IEC 29500-1, 17.18.59), as Word prints it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial

from instrument.formats.docx.numbering import ideographs, spelling
from instrument.labels.numerals import CYRILLIC, LATIN, SYSTEMS, print_letters

# Word counts no further; beyond it a Roman numeral would be a page of M's.
_LIMIT = 32767

# Word's alphabets are its own: unlike a UN list it has ы, and the last two of the abjad change places.
_RUSSIAN = CYRILLIC.replace("э", "ыэ")
_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضغظ"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרש"
_TAV = "ת"
# Both scripts begin again after as many labels.
_SEMITIC_ROUND = 392

NONE, BULLET = "none", "bullet"


def _letters(alphabet: str, number: int, round: int = 0) -> str:
    """Letters that double past the end, and begin again once Word's thirty rounds are full."""
    return print_letters(alphabet, (number - 1) % (round or 30 * len(alphabet)) + 1) if number else ""


def _hebrew_numeral(number: int) -> str:
    """Letters by their value; 15 and 16 avoid the name of God."""
    hundreds, rest = divmod((number - 1) % _SEMITIC_ROUND + 1 if number else 0, 100)
    tens, ones = divmod(rest, 10)
    if rest in (15, 16):
        tens, ones = 0, rest
    low = {15: "טו", 16: "טז"}.get(ones, _HEBREW[ones - 1] if ones else "")
    return ("", "ק", "ר", "ש")[hundreds] + (_HEBREW[8 + tens] if tens else "") + low


def _hebrew_letters(number: int) -> str:
    """The alphabet; past its end, a tav for each time it was gone through."""
    rounds, rest = divmod((number - 1) % _SEMITIC_ROUND + 1 if number else 0, len(_HEBREW) + 1)
    return _TAV * rounds + (_HEBREW[rest - 1] if rest else "")


def _one_of(characters: str, number: int) -> str:
    """A character of its own for each number; past the last, digits."""
    return characters[number - 1] if 0 < number <= len(characters) else str(number)


def _range(first: str, count: int) -> str:
    return "".join(chr(ord(first) + index) for index in range(count))


_CIRCLED = partial(_one_of, _range("①", 20))

_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": "{:02}".format,
    "decimalFullWidth": SYSTEMS["full-width"].print,
    "decimalFullWidth2": SYSTEMS["full-width"].print,
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedFullstop": partial(_one_of, _range("⒈", 20)),
    "decimalEnclosedParen": partial(_one_of, _range("⑴", 20)),
    "numberInDash": "- {} -".format,
    "hex": "{:X}".format,
    "chicago": partial(_letters, "*†‡§"),
    "lowerRoman": SYSTEMS["lower-roman"].print,
    "upperRoman": SYSTEMS["upper-roman"].print,
    "lowerLetter": partial(_letters, LATIN),
    "upperLetter": partial(_letters, LATIN.upper()),
    "russianLower": partial(_letters, _RUSSIAN),
    "russianUpper": partial(_letters, _RUSSIAN.upper()),
    "arabicAlpha": partial(_letters, _ALPHA, round=_SEMITIC_ROUND),
    "arabicAbjad": partial(_letters, _ABJAD, round=_SEMITIC_ROUND),
    "hebrew1": _hebrew_numeral,
    "hebrew2": _hebrew_letters,
    "chineseCounting": ideographs.counted,
    "taiwaneseCounting": ideographs.counted,
    "chineseCountingThousand": partial(ideographs.worded, ideographs.CHINESE),
    "taiwaneseCountingThousand": partial(ideographs.worded, ideographs.TAIWANESE),
    "japaneseCounting": partial(ideographs.worded, ideographs.JAPANESE),
    "chineseLegalSimplified": partial(ideographs.worded, ideographs.LEGAL_SIMPLIFIED),
    "ideographLegalTraditional": partial(ideographs.worded, ideographs.LEGAL_TRADITIONAL),
    "ideographDigital": partial(ideographs.spelled, "〇"),
    "japaneseDigitalTenThousand": partial(ideographs.spelled, "〇"),
    "taiwaneseDigital": partial(ideographs.spelled, "○"),
    "ideographTraditional": partial(_one_of, "甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": partial(_one_of, "子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": partial(_one_of, _range("㈠", 10)),
}

# Those that depend on the language of the paragraph.
SPELLED: dict[str, dict[str, Callable[[int], str]]] = {
    "ordinal": {
        "en": spelling.english_suffixed,
        "fr": spelling.french_suffixed,
        "es": spelling.spanish_suffixed,
    },
    "cardinalText": {"en": spelling.english, "fr": spelling.french, "es": spelling.spanish},
    "ordinalText": {
        "en": spelling.english_ordinal,
        "fr": spelling.french_ordinal,
        "es": spelling.spanish_ordinal,
    },
}


@lru_cache(maxsize=8192)
def printed(number: int, format: str, language: str = "en") -> str | None:
    """A number in a number format, or None where the format, or the format in that language, is not known.

    "001, 002, 003, ..." is one of the patterns that Word takes for a format of one's own; of those only zeros in front
    are read.

    >>> printed(27, "lowerLetter"), printed(1, "ordinal", "fr"), printed(4, "ordinalText"), printed(7, "001, 002")
    ('aa', '1er', 'Fourth', '007')
    >>> printed(7, "thaiLetters") is None
    True
    """
    if format in (NONE, BULLET):
        return ""
    if number > _LIMIT:
        return str(number)
    if format in SPELLED:
        spell = SPELLED[format].get(language)
        words = spell(number) if spell else None
        return words and words[0].upper() + words[1:]
    padded = re.match(r"(0{1,8}1)(?:,|$)", format)
    if padded:
        return str(number).zfill(len(padded[1]))
    print = _FORMATS.get(format)
    return print(number) if print else None
