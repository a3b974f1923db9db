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
    kind, printed = _worded(bare) or _chinese(bare) or (None, "")
    return (kind, printed) if not printed or number(printed) is not None else (None, "")


def _worded(bare: str) -> tuple[Kind, str] | None:
    """A word and its number: "Article 4 bis", "PART IX", "المادة 4"."""
    found = _WORDED.fullmatch(bare)
    kind = _WORDS.get(found["word"].casefold()) if found else None
    return (kind, found["spaced"] or found["joined"] or "") if found and kind else None


def _chinese(bare: str) -> tuple[Kind, str] | None:
    """A number inside its word; its bis stands after the word, "第六条之二"."""
    found = _CHINESE.fullmatch(bare)
    kind = _AROUND.get(found["before"] + (found["after"] or "")) if found else None
    return (kind, (found["number"] or "") + (found["suffix"] or "")) if found and kind else None


def number(printed: str) -> Label | None:
    """What the number of a designation says: "4 bis", "premier", "I", "الأول", "四之二".

    A capital that may be a Roman numeral is one: "V" is the fifth part, not the twenty-second.

    >>> number("premier").numbers, number("4bis").suffix, number("V").numbers, number("C").numbers
    ((1,), 2, (5,), (3,))
    """
    ordinal = ORDINALS.get(printed.casefold())
    if ordinal is not None:
        return Label((ordinal,))
    counted, bis, times = printed.partition("之")
    if bis and bis + times in SUFFIX_RANKS:
        read = number(counted)
        return Label(read.numbers, read.system, SUFFIX_RANKS[bis + times]) if read else None
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


_NAMES = (
    *((word, kind) for words in DESIGNATIONS.values() for kind, word in words.items()),
    *OTHER_DESIGNATIONS.items(),
)
_WORDS = {word.casefold(): kind for word, kind in _NAMES if "{}" not in word}
_AROUND = {word.replace("{}", ""): kind for word, kind in _NAMES if "{}" in word}
_WORDED = re.compile(r"(?P<word>[^\W\d_]+\.?)(?:[ \u00a0]+(?P<spaced>.{1,25})|(?P<joined>\d.{0,24}))?")
_CHINESE = re.compile(
    rf"""(?P<before>第|附件)[ \u3000]*(?P<number>[^\s第条條部章节節編编之]{{1,8}})?
    (?P<after>{"|".join(around[1:] for around in _AROUND if around[0] == "第")})?(?P<suffix>之[二三四五六七])?""",
    re.VERBOSE,
)
