"""Numbers in Chinese characters, as Word writes them in labels."""

from __future__ import annotations

from typing import NamedTuple


class Ideographs(NamedTuple):
    """A way to write numbers below 100,000 in words: the digits one to nine, the units, what stands for a gap.

    `bare` are the units before which a one is left out: always, or only in front of the numbers from 10 to 19.
    """

    digits: str
    units: str
    gap: str
    bare: str = ""
    bare_in_front: str = ""


_DIGITS = "一二三四五六七八九"
CHINESE = Ideographs(_DIGITS, "十百千万", gap="〇", bare_in_front="十")
TAIWANESE = Ideographs(_DIGITS, "十百千萬", gap="零", bare_in_front="十")
JAPANESE = Ideographs(_DIGITS, "十百千万", gap="", bare="十百千")
LEGAL_SIMPLIFIED = Ideographs("壹贰叁肆伍陆柒捌玖", "拾佰仟万", gap="零")
LEGAL_TRADITIONAL = Ideographs("壹貳參肆伍陸柒捌玖", "拾佰仟萬", gap="零")


def worded(system: Ideographs, number: int) -> str:
    """A number in words.

    >>> [worded(CHINESE, number) for number in (10, 11, 110, 101, 2010)]
    ['十', '十一', '一百一十', '一百〇一', '二千〇一十']
    >>> worded(JAPANESE, 1101), worded(LEGAL_SIMPLIFIED, 11)
    ('千百一', '壹拾壹')
    """
    digits = str(number)
    bare = system.bare + (system.bare_in_front if number < 20 else "")
    printed, gap = "", ""
    for place, digit in zip(reversed(range(len(digits))), digits, strict=True):
        if digit == "0":
            gap = system.gap
            continue
        unit = system.units[place - 1] if place else ""
        one = digit == "1" and bool(unit) and unit in bare
        printed += gap + ("" if one else system.digits[int(digit) - 1]) + unit
        gap = ""
    return printed


def counted(number: int) -> str:
    """A number in words up to 99, beyond that one character for each digit.

    >>> counted(12), counted(101)
    ('十二', '一○一')
    """
    return worded(CHINESE, number) if 0 < number < 100 else spelled("○", number)


def spelled(zero: str, number: int) -> str:
    """One character for each digit.

    >>> spelled("〇", 2008)
    '二〇〇八'
    """
    return "".join((zero + _DIGITS)[int(digit)] for digit in str(number))
