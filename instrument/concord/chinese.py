"""The figures of a Chinese text, whose numerals are also parts of words: 统一, 进一步, 第三国 count nothing."""

from __future__ import annotations

import re

from instrument.concord.figure import Figure, Found
from instrument.labels import numerals

_NUMERAL = "[零〇○一二三四五六七八九十百千]"
_DATE = (
    rf"(?P<year>{_NUMERAL}{{4}}|\d{{4}})年"
    rf"(?:(?P<month>{_NUMERAL}{{1,2}}|\d{{1,2}})月(?P<day>{_NUMERAL}{{1,3}}|\d{{1,2}})日)?"
)
_PART = rf"(?P<below>{_NUMERAL}+)分之(?P<above>{_NUMERAL}+)"
_ITEM = rf"第?[（(](?P<item>{_NUMERAL}+)[)）](?P<paragraph>款)?|第 ?(?P<eye>\d+) ?目"
_NUMBER = (
    rf"(?P<before>第|附件)?(?P<number>{_NUMERAL}+|两)(?P<after>[条條款部章节節编編附])?(?P<unit>年|个月|個月|天|日|周)?"
)
_LEAST_ORDINAL = 4  # 第二 and 第三 are also words for others: 第三国, a third State


def chinese(text: str, language: str) -> Found:
    """Dates, fractions, items and numbers of a Chinese text."""
    for pattern, read in _KINDS:
        taken = [(*found.span(), figure) for found in re.finditer(pattern, text) if (figure := read(found))]
        yield from taken
        for start, end, _ in taken:
            text = text[:start] + "\0" * (end - start) + text[end:]


def _date(found: re.Match[str]) -> Figure | None:
    if found["day"] is None:
        year = _positional(found["year"])
        return Figure("number", year, found[0]) if year.startswith(("19", "20")) else None
    day = f"{_positional(found['year'])}-{_value(found['month']):02}-{_value(found['day']):02}"
    return Figure("date", day, found[0])


def _part(found: re.Match[str]) -> Figure | None:
    above, below = _value(found["above"]), _value(found["below"])
    return Figure("number", str(above), found[0]) if below == 100 else Figure("fraction", f"{above}/{below}", found[0])


def _item(found: re.Match[str]) -> Figure | None:
    kind = "number" if found["paragraph"] else "item"
    return Figure(kind, str(_value(found["item"] or found["eye"])), found[0])


def _number(found: re.Match[str]) -> Figure | None:
    value = 2 if found["number"] == "两" else _value(found["number"])
    if found["before"]:
        counts = found["after"] or found["before"] != "第" or value >= _LEAST_ORDINAL
        return Figure("number", str(value), found[0]) if counts else None
    if value > 1 or found["unit"]:
        return Figure("number", str(value), found[0], soft=value <= 2)
    return None


def _value(chinese: str) -> int:
    """What Chinese numerals say: with tens, or digit by digit where there are several."""
    if chinese.isdecimal():
        return int(chinese)
    if len(chinese) > 1 and not set(chinese) & set("十百千"):
        return int(_positional(chinese))
    parse = numerals.SYSTEMS["chinese"].parse
    above, thousand, below = chinese.replace("○", "〇").rpartition("千")
    return (1000 * (parse(above) or 1) if thousand else 0) + (parse(below) or 0)


def _positional(chinese: str) -> str:
    digits = "〇一二三四五六七八九"
    return "".join(str(digits.find(char)) if char in digits else "0" if char in "零○" else char for char in chinese)


_KINDS = ((_DATE, _date), (_PART, _part), (_ITEM, _item), (_NUMBER, _number))
