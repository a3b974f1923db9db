"""The figures in a text, by what they say in any language: "thirty", "trente" and "三十" are 30, "а)" is "(a)".

A language counts small things in words of its own: "one" may be an article and "two" a dual. Such figures are soft:
where another language has nothing in their place, that is no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from instrument.concord.vocabulary import TONGUES, Tongue
from instrument.labels import numerals, readings
from instrument.labels.vocabulary import ORDINALS

_DIGITS = r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
_LETTER = r"(?<![\w(（])[（(]?(?P<letter>[^\W\d_]{1,4})[)）]"
_ROMANS = r"[IVXLC]{1,7}(?!\w)"
# What is numbered in Roman numerals or ordinals; the Arabic teens are two words.
_ORDINALS = "|".join(sorted(map(re.escape, ORDINALS), key=len, reverse=True))
_NUMBERED = rf"(?:{_ROMANS}|(?:{_ORDINALS})(?!\w)(?: عشرة?(?!\w))?)"
_AND = r"(?:,[ \u00a0]|[ \u00a0](?:and|or|to|et|ou|à|y|o|и|или)[ \u00a0]| و)"
_CHINESE = "[零〇○一二三四五六七八九十百千]"
_CHINESE_DATE = rf"(?P<year>{_CHINESE}{{4}}|\d{{4}})年(?:(?P<month>{_CHINESE}{{1,2}}|\d{{1,2}})月(?P<day>{_CHINESE}{{1,3}}|\d{{1,2}})日)?"
_CHINESE_PART = rf"(?P<below>{_CHINESE}+)分之(?P<above>{_CHINESE}+)"
_CHINESE_ITEM = rf"第?[（(](?P<item>{_CHINESE}+)[)）](?P<paragraph>款)?|第 ?(?P<eye>\d+) ?目"
_CHINESE_NUMBER = rf"(?P<before>第|附件)?(?P<number>{_CHINESE}+|两)(?P<after>[条條款部章节節编編附])?(?P<unit>年|个月|個月|天|日|周)?"
_VOWELS = re.compile("[\u064b-\u0652\u0670\u0640\u00ad\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_LEAST_ORDINAL = 4  # "second" and "third" are also words for others: "third States", "troisièmement"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it is ("number", "item", "date", "fraction"), what it says, how it is written; soft or not."""

    kind: str
    value: str
    words: str
    soft: bool = False

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.value


@lru_cache(maxsize=8192)
def figures(text: str, language: str) -> tuple[Figure, ...]:
    """The figures in a text of a language, in their order.

    >>> [figure.value for figure in figures("within thirty days of 10 December 1982, under article 5 (b)", "en")]
    ['30', '1982-12-10', '5', '2']
    >>> [figure.value for figure in figures("自一九八二年十二月十日起三十天内，按照第五条第（二）项", "zh")]
    ['1982-12-10', '30', '5', '2']
    """
    rest = _VOWELS.sub("", text).replace("ё", "е").replace("Ё", "Е")
    found: list[tuple[int, Figure]] = []
    for read in (_chinese,) if language.startswith("zh") else (_dates, _fractions, _cited, _items, _duals):
        taken = [*read(rest, language)]
        found += [(start, figure) for start, _, figure in taken]
        for start, end, _ in taken:
            rest = rest[:start] + "\0" * (end - start) + rest[end:]
    found += [(start, figure) for start, _, figure in (*_digits(rest), *_worded(rest, language))]
    return tuple(figure for _, figure in sorted(found, key=lambda one: one[0]))


_Found = Iterator[tuple[int, int, Figure]]


def _tongue(language: str) -> Tongue:
    return TONGUES.get(language.partition("-")[0], TONGUES["en"])


@cache
def _pattern(kind: str, language: str) -> re.Pattern[str]:
    """What a language is searched for, compiled once."""
    tongue = _tongue(language)
    words = "|".join(sorted(map(re.escape, tongue.numbers), key=len, reverse=True))
    # Where adjectives are grown onto numbers no hyphen stands at one, but that of a word broken at the end of a line.
    grown = rf"(?:(?![\w-])|(?={tongue.suffix}))" if tongue.suffix else r"(?!\w)"
    source = {
        "date": rf"(?<!\w){tongue.date.replace('{month}', '|'.join(tongue.months))}(?!\w)",
        "fraction": "|".join(
            rf"(?<!\w)(?:{tongue.prefix}(?P<n{at}>{each}))(?!\w)" for at, each in enumerate(tongue.fractions)
        ),
        "cue": rf"(?<!\w){tongue.prefix}(?:{tongue.cues})[ \u00a0]{_NUMBERED}(?:{_AND}{_NUMBERED})*",
        "dual": rf"(?<!\w){tongue.prefix}(?:{tongue.duals})(?!\w)",
        "idle": rf"(?<!\w)(?:{tongue.idle})(?!\w)",
        "word": rf"(?<!\w){'(?<!-)' if tongue.suffix else ''}{tongue.prefix}(?P<word>{words}){grown}",
        "link": rf"[\s\u00a0-]+(?:(?:{tongue.link})[\s\u00a0]+|(?:{tongue.link})?$)?",
        "unit": rf"[\s\u00a0-](?:{tongue.units})(?!\w)",
        "one": rf"(?<!\w)(?:{tongue.one})[\s\u00a0-](?:{tongue.units})(?!\w)",
    }[kind]
    return re.compile(source, re.IGNORECASE)


def _dates(text: str, language: str) -> _Found:
    months = _tongue(language).months
    for found in _pattern("date", language).finditer(text) if months else ():
        at = next(i for i, names in enumerate(months, 1) if found["month"].casefold() in names.split("|"))
        year = f"{int(found['year'])}-" if found["year"] else ""
        yield *found.span(), Figure("date", f"{year}{at:02}-{int(found['day']):02}", found[0])


def _fractions(text: str, language: str) -> _Found:
    values = [*_tongue(language).fractions.values()]
    for found in _pattern("fraction", language).finditer(text) if values else ():
        above, below = next(value for at, value in enumerate(values) if found[f"n{at}"])
        yield *found.span(), Figure("fraction", f"{above}/{below}", found[0])


def _cited(text: str, language: str) -> _Found:
    """Roman numerals and ordinals after what they number: "Part II", "article premier"."""
    for found in _pattern("cue", language).finditer(text):
        parts = [*re.finditer(rf"(?<![^\Wو]){_NUMBERED}", found[0], re.IGNORECASE)]
        for part in parts:
            if value := _numbered(part[0]):
                start = found.start() + part.start()
                words = part[0] if len(parts) > 1 else found[0]
                yield start, start + len(part[0]), Figure("number", str(value), words)


def _numbered(written: str) -> int:
    """The number of a Roman numeral or an ordinal."""
    bare, _, teen = written.partition(" ")
    roman = numerals.SYSTEMS["upper-roman"].parse(bare)
    return roman or ORDINALS.get(written.casefold()) or ORDINALS.get(bare.casefold(), 0) + (10 if teen else 0)


def _items(text: str, language: str) -> _Found:
    for found in re.finditer(_LETTER, text):
        if said := next(iter(readings(found["letter"])), None):
            yield *found.span(), Figure("item", str(said.numbers[0]), found[0])


def _duals(text: str, language: str) -> _Found:
    if _tongue(language).duals:
        for found in _pattern("dual", language).finditer(text):
            yield *found.span(), Figure("number", "2", found[0], soft=True)
    if _tongue(language).one:
        for found in _pattern("one", language).finditer(text):
            yield *found.span(), Figure("number", "1", found[0], soft=True)


def _digits(text: str) -> _Found:
    for found in re.finditer(_DIGITS, text):
        bare = re.sub(r"[ \u00a0\u202f.,](?=\d{3}(?!\d))", "", found[0]).replace(",", ".")
        value = str(int(bare)) if bare.isdecimal() else bare
        yield *found.span(), Figure("number", value, found[0])


def _worded(text: str, language: str) -> _Found:
    """Number words, each put together with those that follow it and belong to it."""
    if not (tongue := _tongue(language)).numbers:
        return
    if tongue.idle:
        text = _pattern("idle", language).sub(lambda one: "\0" * len(one[0]), text)
    said = [(*each.span(), tongue.numbers[each["word"].casefold()]) for each in _pattern("word", language).finditer(text)]
    at = 0
    while at < len(said):
        start, end, value = said[at]
        at += 1
        while at < len(said) and _pattern("link", language).fullmatch(text, end, said[at][0]) is not None:
            joined = _join(value, said[at][2], language)
            if joined is None:
                break
            value, end, at = joined, said[at][1], at + 1
        timed = _pattern("unit", language).match(text, end) is not None
        if value > 1 or timed:
            yield start, end, Figure("number", str(value), text[start:end], soft=value <= 2)


def _join(number: int, word: int, language: str) -> int | None:
    """A number and the word after it as one number: 100 and 20, 20 and 5, 3 and 100; None for two numbers.

    >>> _join(60, 12, "fr"), _join(5, 20, "ar"), _join(5, 20, "en")
    (72, 25, None)
    """
    if word >= 100:
        return number * word if number < word else None
    step = 10 ** (len(str(number)) - len(str(number).rstrip("0")))
    if language == "ar" and number < 10 and word >= 10 and word % 10 == 0:
        return number + word
    if language == "fr" and (number in (10, 60, 80) or step >= 100):
        return number + word if word < 20 or step >= 100 else None
    return number + word if number >= 20 and word < step else None


def _chinese(text: str, language: str) -> _Found:
    """Dates, fractions, items and numbers of a Chinese text."""
    for pattern, read in ((_CHINESE_DATE, _date_zh), (_CHINESE_PART, _part_zh), (_CHINESE_ITEM, _item_zh),
                          (_CHINESE_NUMBER, _number_zh)):  # fmt: skip
        for found in re.finditer(pattern, text):
            if figure := read(found):
                yield *found.span(), figure
        text = re.sub(pattern, lambda one: "\0" * len(one[0]) if read(one) else one[0], text)


def _date_zh(found: re.Match[str]) -> Figure | None:
    if found["day"] is None:
        year = _positional(found["year"])
        return Figure("number", year, found[0]) if year.startswith(("19", "20")) else None
    return Figure("date", f"{_positional(found['year'])}-{_value(found['month']):02}-{_value(found['day']):02}", found[0])


def _part_zh(found: re.Match[str]) -> Figure | None:
    above, below = _value(found["above"]), _value(found["below"])
    return Figure("number", str(above), found[0]) if below == 100 else Figure("fraction", f"{above}/{below}", found[0])


def _item_zh(found: re.Match[str]) -> Figure | None:
    kind = "number" if found["paragraph"] else "item"
    return Figure(kind, str(_value(found["item"] or found["eye"])), found[0])


def _number_zh(found: re.Match[str]) -> Figure | None:
    value = 2 if found["number"] == "两" else _value(found["number"])
    if found["before"]:
        return Figure("number", str(value), found[0]) if found["after"] or value >= _LEAST_ORDINAL or found["before"] != "第" else None
    if value > 1 or found["unit"]:
        return Figure("number", str(value), found[0], soft=value <= 2)
    return None


def _value(chinese: str) -> int:
    """What Chinese numerals say: with tens, or digit by digit where there are several."""
    if chinese.isdecimal():
        return int(chinese)
    if len(chinese) > 1 and not set(chinese) & set("十百千"):
        return int(_positional(chinese))
    return numerals.SYSTEMS["chinese"].parse(chinese.replace("○", "〇")) or 0


def _positional(chinese: str) -> str:
    digits = "〇一二三四五六七八九"
    return "".join(str(digits.find(char)) if char in digits else "0" if char in "零○" else char for char in chinese)
