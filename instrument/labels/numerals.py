"""Numbers as labels write them: decimal, letters and Roman numerals, in the scripts of the six UN languages.

A numeral system reads a string to a number and prints a number back; `read` lists every system that a string fits,
since "i" is the first Roman numeral and the ninth letter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
ARABIC = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"  # the abjad order, as UN documents letter their lists
LATIN = "abcdefghijklmnopqrstuvwxyz"
_CHINESE_DIGITS = "零一二三四五六七八九"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class System:
    """One way of writing numbers in a label."""

    name: str
    parse: Callable[[str], int | None]
    print: Callable[[int], str]


def read(numeral: str) -> Iterator[tuple[str, int]]:
    """Every reading of a numeral as (system, number), the likelier one first.

    A lone letter is a letter, save "i": lists that reach a ninth item are rarer than lists of Roman numerals.

    >>> list(read("iv")), list(read("i")), list(read("五"))
    ([('lower-roman', 4)], [('lower-roman', 1), ('lower-letter', 9)], [('chinese', 5)])
    """
    found = [(system.name, number) for system in SYSTEMS.values() if (number := system.parse(numeral)) is not None]
    lone_letter = len(numeral) == 1 and numeral not in "iI"
    yield from sorted(found, key=lambda reading: reading[0].endswith("roman") == lone_letter)


def _parse_digits(zero: str, numeral: str) -> int | None:
    """No label counts past a billion, and Python refuses to read a number of thousands of digits."""
    digits = 0 < len(numeral) <= 9 and all(0 <= ord(char) - ord(zero) <= 9 for char in numeral)
    return int(numeral) if digits else None


def _print_digits(zero: str, number: int) -> str:
    return "".join(chr(ord(zero) + int(digit)) for digit in str(number))


def _parse_letters(alphabet: str, numeral: str) -> int | None:
    """a is 1, z is 26, aa is 27, bb is 28: letters double past the end, as UN lists do."""
    numeral = numeral.replace("\u0640", "").replace("ا", "أ")
    if not numeral or numeral != numeral[0] * len(numeral) or len(numeral) > 4 or numeral[0] not in alphabet:
        return None
    return len(alphabet) * (len(numeral) - 1) + alphabet.index(numeral[0]) + 1


def print_letters(alphabet: str, number: int) -> str:
    rounds, index = divmod(number - 1, len(alphabet))
    return alphabet[index] * (rounds + 1)


def _print_arabic(number: int) -> str:
    """The abjad letters; a lone heh is drawn out, or it reads as the digit five."""
    printed = print_letters(ARABIC, number)
    return "هـ" if printed == "ه" else printed


def _parse_roman(upper: bool, numeral: str) -> int | None:
    """A well-formed Roman numeral up to a hundred: beyond, "(mix)" and "(di)" would be words, not labels."""
    if not numeral or len(numeral) > 8 or not set(numeral) <= set("IVXLC" if upper else "ivxlc"):
        return None
    rest, number = numeral.lower(), 0
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            number, rest = number + value, rest[len(letters) :]
    return number if number <= 100 and _print_roman(upper, number) == numeral else None


def _print_roman(upper: bool, number: int) -> str:
    printed = ""
    for value, letters in _ROMAN:
        repeats, number = divmod(number, value)
        printed += letters * repeats
    return printed.upper() if upper else printed


def _parse_chinese(numeral: str) -> int | None:
    if not numeral or not set(numeral) <= set(_CHINESE_DIGITS + "十百〇"):
        return None
    number = digit = 0
    for char in numeral.replace("〇", "零"):
        if char in "十百":
            number, digit = number + (digit or 1) * (10 if char == "十" else 100), 0
        else:
            digit = _CHINESE_DIGITS.index(char)
    return number + digit or None


def _print_chinese(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    printed = _CHINESE_DIGITS[hundreds] + "百" if hundreds else ""
    if tens:
        printed += ("" if tens == 1 and not hundreds else _CHINESE_DIGITS[tens]) + "十"
    elif hundreds and ones:
        printed += "零"
    return printed + (_CHINESE_DIGITS[ones] if ones else "")


def _digits(name: str, zero: str) -> System:
    return System(name, partial(_parse_digits, zero), partial(_print_digits, zero))


def _letters(name: str, alphabet: str) -> System:
    return System(name, partial(_parse_letters, alphabet), partial(print_letters, alphabet))


SYSTEMS = {
    system.name: system
    for system in (
        _digits("decimal", "0"),
        _digits("arabic-indic", "٠"),
        _digits("full-width", "０"),
        System("lower-roman", partial(_parse_roman, False), partial(_print_roman, False)),
        System("upper-roman", partial(_parse_roman, True), partial(_print_roman, True)),
        _letters("lower-letter", LATIN),
        _letters("upper-letter", LATIN.upper()),
        _letters("cyrillic", CYRILLIC),
        _letters("upper-cyrillic", CYRILLIC.upper()),
        System("arabic", partial(_parse_letters, ARABIC), _print_arabic),
        System("chinese", _parse_chinese, _print_chinese),
    )
}
