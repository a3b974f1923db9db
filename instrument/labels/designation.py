"""Designations of clauses: "Article 4 bis", "PART I", "第四条", "المادة 4": their kind and their number."""

from __future__ import annotations

import re

from instrument.labels import numerals
from instrument.labels.label import BIDI_CONTROLS, SUFFIX_RANKS, Label, readings
from instrument.labels.vocabulary import DESIGNATIONS, ORDINALS, OTHER_DESIGNATIONS, PREAMBLES
from instrument.model import Kind


def designation(label: str) -> tuple[Kind | None, str]:
    """The kind that a designation names and the number it gives, as printed; (None, "") where it is none.

    >>> designation("Article 4 bis"), designation("[PART I"), designation("第四条"), designation("Article")
    ((<Kind.ARTICLE: 'article'>, '4 bis'), (<Kind.PART: 'part'>, 'I'), (<Kind.ARTICLE: 'article'>, '四'), \
(<Kind.ARTICLE: 'article'>, ''))
    """
    bare = re.sub(rf"[{BIDI_CONTROLS}\[\]]", "", label).strip(" \u00a0.")
    if bare.casefold() in PREAMBLES:
        return Kind.PREAMBLE, ""
    for pattern, kind in _PATTERNS:
        found = pattern.fullmatch(bare)
        printed = "".join(part or "" for part in found.groups()) if found else ""
        if found and (not printed or number(printed) is not None):
            return kind, printed
    return None, ""


def number(printed: str) -> Label | None:
    """What the number of a designation says: "4 bis", "premier", "I", "الأول", "四之二".

    A capital that may be a Roman numeral is one: "V" is the fifth part, not the twenty-second.

    >>> number("premier").numbers, number("4bis").suffix, number("V").numbers, number("C").numbers
    ((1,), 2, (5,), (3,))
    """
    ordinal = ORDINALS.get(printed.casefold())
    if ordinal is not None:
        return Label((ordinal,))
    for suffix, rank in SUFFIX_RANKS.items():
        if suffix.startswith("之") and printed.endswith(suffix):
            read = number(printed.removesuffix(suffix))
            return Label(read.numbers, read.system, rank) if read else None
    found = readings(printed)
    roman = (label for label in found if label.system == "upper-roman" and label.numbers[0] < 50)
    return next(roman, found[0] if found else None)


def designate(kind: Kind, printed: str, language: str) -> str:
    """The designation of a clause in a language: ("article", "4", "en") is "Article 4"; none for a preamble.

    >>> designate(Kind.ARTICLE, "4", "en"), designate(Kind.ARTICLE, "4", "zh")
    ('Article 4', '第四条')
    """
    word = DESIGNATIONS.get(language, DESIGNATIONS["en"]).get(kind, "")
    if "{}" not in word:
        return f"{word} {printed}".strip()
    read = number(printed)
    if read is None or len(read.numbers) != 1:
        return word.format(printed)
    chinese = numerals.SYSTEMS["chinese"].print
    return word.format(chinese(read.numbers[0])) + (f"之{chinese(read.suffix)}" if read.suffix else "")


def _pattern(word: str) -> re.Pattern[str]:
    """Groups that together are the number: Chinese puts its bis after the word, "第六条之二"."""
    if "{}" in word:
        before, after = map(re.escape, word.split("{}"))
        number = "[ \u3000]*([^\\s第条條部章节節編之]{1,8})" + (after and f"{after}(之[二三四五六七])?")
        return re.compile(f"{before}(?:{number})?" if not after else f"{before}(?:{number}|{after})")
    return re.compile(rf"{re.escape(word)}(?:(?:[ \u00a0]+|(?=\d))([^\s].{{0,24}}))?", re.IGNORECASE)


_PATTERNS = tuple(
    (_pattern(word), kind)
    for word, kind in (
        *((word, kind) for words in DESIGNATIONS.values() for kind, word in words.items()),
        *OTHER_DESIGNATIONS.items(),
    )
)
