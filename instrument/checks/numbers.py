"""Numbers in words, read: "thirty", "soixante et onze", "dos mil quinientos". A new language is a row of `_WORDS`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache


def _counted(words: str, start: int, step: int = 1) -> Iterator[tuple[str, int]]:
    """Words in the order of counting; "|" parts the forms of one number."""
    for index, forms in enumerate(words.split()):
        yield from ((form, start + index * step) for form in forms.split("|"))


_WORDS: Mapping[str, Mapping[str, int]] = {
    "en": dict([
        *_counted("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
                  "sixteen seventeen eighteen nineteen", 0),
        *_counted("twenty thirty forty fifty sixty seventy eighty ninety hundred", 20, 10), ("thousand", 1000),
        *_counted("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 1),
        *_counted("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth", 20, 10),
    ]),
    "fr": dict([
        *_counted("zéro un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
                  "seize", 0),
        *_counted("vingt|vingts trente quarante cinquante soixante", 20, 10), ("quatre-vingt", 80),
        ("quatre-vingts", 80), ("cent", 100), ("cents", 100), ("mille", 1000),
        *_counted("deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième", 2),
        *_counted("vingtième trentième quarantième cinquantième soixantième", 20, 10),
    ]),
    "es": dict([
        *_counted("cero un|uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
                  "dieciséis diecisiete dieciocho diecinueve veinte veintiún|veintiuno|veintiuna veintidós veintitrés "
                  "veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve", 0),
        *_counted("treinta cuarenta cincuenta sesenta setenta ochenta noventa cien|ciento", 30, 10), ("mil", 1000),
        *_counted("doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos",
                  200, 100),
        *_counted("doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas novecientas",
                  200, 100),
    ]),
}  # fmt: skip
_LINKS = {"en": "and", "fr": "et", "es": "y"}
LANGUAGES = tuple(_WORDS)


@lru_cache(maxsize=8)
def pattern(language: str) -> str:
    """A pattern for a number in words."""
    words = "|".join(sorted(_WORDS[language], key=len, reverse=True))
    return rf"\b(?:{words})(?:(?:[ -]+|[ -]+{_LINKS[language]}[ -]+)(?:{words}))*\b"


def read(words: str, language: str) -> int:
    """The number that words say.

    >>> read("one hundred and twenty-five", "en"), read("soixante et onze", "fr"), read("dos mil quinientos", "es")
    (125, 71, 2500)
    """
    table, whole, part = _WORDS[language], 0, 0
    for word in re.findall("quatre-vingts?|[^\\W\\d_]+", words.casefold()):
        value = table.get(word)
        if value is None:
            continue
        if value == 1000:
            whole, part = whole + max(part, 1) * 1000, 0
        elif value == 100 and word not in ("cien", "ciento"):
            part = max(part, 1) * 100
        else:
            part += value
    return whole + part
