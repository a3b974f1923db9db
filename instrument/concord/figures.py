"""The figures in a text, by what they say in any language: "thirty", "trente" and "三十" are 30, "а)" is "(a)".

A language counts small things in words of its own: "one" may be an article and "two" a dual. Such figures are soft:
where another language has nothing in their place, that is no difference.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from instrument.concord.chinese import chinese
from instrument.concord.figure import Figure, Found
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
_VOWELS = re.compile("[\u064b-\u0652\u0670\u0640\u00ad\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")


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
    for read in (chinese,) if language.startswith("zh") else (_dates, _fractions, _cited, _items, _duals):
        taken = [*read(rest, language)]
        found += [(start, figure) for start, _, figure in taken]
        for start, end, _ in taken:
            rest = rest[:start] + "\0" * (end - start) + rest[end:]
    found += [(start, figure) for start, _, figure in (*_digits(rest), *_worded(rest, language))]
    return tuple(figure for _, figure in sorted(found, key=lambda one: one[0]))


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


def _dates(text: str, language: str) -> Found:
    months = _tongue(language).months
    for found in _pattern("date", language).finditer(text) if months else ():
        at = next(i for i, names in enumerate(months, 1) if found["month"].casefold() in names.split("|"))
        year = f"{int(found['year'])}-" if found["year"] else ""
        yield *found.span(), Figure("date", f"{year}{at:02}-{int(found['day']):02}", found[0])


def _fractions(text: str, language: str) -> Found:
    values = [*_tongue(language).fractions.values()]
    for found in _pattern("fraction", language).finditer(text) if values else ():
        above, below = next(value for at, value in enumerate(values) if found[f"n{at}"])
        yield *found.span(), Figure("fraction", f"{above}/{below}", found[0])


def _cited(text: str, language: str) -> Found:
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


def _items(text: str, language: str) -> Found:
    for found in re.finditer(_LETTER, text):
        if said := next(iter(readings(found["letter"])), None):
            yield *found.span(), Figure("item", str(said.numbers[0]), found[0])


def _duals(text: str, language: str) -> Found:
    if _tongue(language).duals:
        for found in _pattern("dual", language).finditer(text):
            yield *found.span(), Figure("number", "2", found[0], soft=True)
    if _tongue(language).one:
        for found in _pattern("one", language).finditer(text):
            yield *found.span(), Figure("number", "1", found[0], soft=True)


def _digits(text: str) -> Found:
    for found in re.finditer(_DIGITS, text):
        bare = re.sub(r"[ \u00a0\u202f.,](?=\d{3}(?!\d))", "", found[0]).replace(",", ".")
        value = str(int(bare)) if bare.isdecimal() else bare
        yield *found.span(), Figure("number", value, found[0])


def _worded(text: str, language: str) -> Found:
    """Number words, each put together with those that follow it and belong to it."""
    if not (tongue := _tongue(language)).numbers:
        return
    if tongue.idle:
        text = _pattern("idle", language).sub(lambda one: "\0" * len(one[0]), text)
    said = [
        (*each.span(), tongue.numbers[each["word"].casefold()]) for each in _pattern("word", language).finditer(text)
    ]
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
