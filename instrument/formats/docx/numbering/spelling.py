"""Numbers in words and as ordinals, in the languages whose treaties use them: English, French, Spanish."""

from __future__ import annotations

from collections.abc import Callable


def _listed(words: str) -> list[str]:
    return words.split(" ")


_EN = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_EN_TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
_EN_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip

_FR = _listed("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize")
_FR_TENS = _listed("vingt trente quarante cinquante soixante")
_FR_ORDINALS = {"cinq": "cinquième", "neuf": "neuvième", "vingts": "vingtième", "cents": "centième"}

_ES = _listed(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
    "veintiocho veintinueve"
)
_ES_TENS = _listed("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_ES_HUNDREDS = _listed(
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)
_ES_ORDINALS = (
    ("", "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno"),
    ("", "décimo", "vigésimo", "trigésimo", "cuadragésimo", "quincuagésimo", "sexagésimo", "septuagésimo",
     "octogésimo", "nonagésimo"),
    ("", "centésimo", "ducentésimo", "tricentésimo", "cuadringentésimo", "quingentésimo", "sexcentésimo",
     "septingentésimo", "octingentésimo", "noningentésimo"),
)  # fmt: skip


def _joined(words: str, spell: Callable[[int], str], rest: int) -> str:
    return f"{words} {spell(rest)}" if rest else words


def english(number: int) -> str:
    """A number below a million in English words.

    >>> english(21), english(3105)
    ('twenty-one', 'three thousand one hundred five')
    """
    if number < 20:
        return _EN[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _EN_TENS[tens - 2] + (f"-{_EN[ones]}" if ones else "")
    unit, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    return _joined(f"{english(number // unit)} {name}", english, number % unit)


def english_ordinal(number: int) -> str:
    """
    >>> english_ordinal(1), english_ordinal(20), english_ordinal(121)
    ('first', 'twentieth', 'one hundred twenty-first')
    """
    words = english(number)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    ending = _EN_ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return words[:cut] + ending


def french(number: int) -> str:
    """A number below a million in French words, with the hyphens that Word still puts only below a hundred.

    >>> french(71), french(80), french(281)
    ('soixante et onze', 'quatre-vingts', 'deux cent quatre-vingt-un')
    """
    if number < 17:
        return _FR[number]
    if number < 20:
        return f"dix-{_FR[number - 10]}"
    if number < 80:
        # The seventies count on from sixty.
        tens = min(number // 10, 6)
        rest = number - 10 * tens
        join = " et " if rest in (1, 11) else "-"
        return _FR_TENS[tens - 2] + (join + french(rest) if rest else "")
    if number < 100:
        return "quatre-vingts" if number == 80 else f"quatre-vingt-{french(number - 80)}"
    many, rest = divmod(number, 1000 if number >= 1000 else 100)
    name = "mille" if number >= 1000 else "cents" if many > 1 and not rest else "cent"
    # "quatre-vingts" and "deux cents" lose their s before mille.
    count = f"{french(many).replace('ts', 't')} " if many > 1 else ""
    return _joined(count + name, french, rest)


def french_ordinal(number: int) -> str:
    """
    >>> french_ordinal(1), french_ordinal(21), french_ordinal(80)
    ('premier', 'vingt et unième', 'quatre-vingtième')
    """
    if number == 1:
        return "premier"
    words = french(number)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    return words[:cut] + _FR_ORDINALS.get(last, last.removesuffix("e") + "ième")


def spanish(number: int) -> str:
    """A number below a million in Spanish words.

    >>> spanish(31), spanish(100), spanish(21500)
    ('treinta y uno', 'cien', 'veintiún mil quinientos')
    """
    if number < 30:
        return _ES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _ES_TENS[tens - 3] + (f" y {_ES[ones]}" if ones else "")
    if number < 1000:
        return "cien" if number == 100 else _joined(_ES_HUNDREDS[number // 100 - 1], spanish, number % 100)
    many = spanish(number // 1000)
    if many.endswith("uno"):
        many = many.removesuffix("uno") + ("ún" if many == "veintiuno" else "un")
    return _joined("mil" if many == "un" else f"{many} mil", spanish, number % 1000)


def spanish_ordinal(number: int) -> str:
    """
    >>> spanish_ordinal(1), spanish_ordinal(11), spanish_ordinal(123), spanish_ordinal(1000)
    ('primero', 'undécimo', 'centésimo vigésimo tercero', 'milésimo')
    """
    if number >= 1000:
        thousands = spanish(number // 1000) if number >= 2000 else ""
        return _joined(f"{thousands.replace(' ', '')}milésimo", spanish_ordinal, number % 1000)
    if number in (11, 12):
        return "undécimo" if number == 11 else "duodécimo"
    digits = f"{number:03}"
    words = (_ES_ORDINALS[2 - place][int(digit)] for place, digit in enumerate(digits))
    return " ".join(word for word in words if word)


def english_suffixed(number: int) -> str:
    """
    >>> [english_suffixed(number) for number in (1, 2, 3, 4, 11, 112, 121)]
    ['1st', '2nd', '3rd', '4th', '11th', '112th', '121st']
    """
    teen = number // 10 % 10 == 1
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def french_suffixed(number: int) -> str:
    """
    >>> french_suffixed(1), french_suffixed(21)
    ('1er', '21e')
    """
    return "1er" if number == 1 else f"{number}e"


def spanish_suffixed(number: int) -> str:
    """
    >>> spanish_suffixed(3)
    '3º'
    """
    return f"{number}º"
