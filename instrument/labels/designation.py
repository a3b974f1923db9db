"""Designations of clauses: "Article 4 bis", "PART I", "第四条", "المادة 4": their kind and their number."""

from __future__ import annotations

import re

from instrument.labels import numerals
from instrument.labels.label import BIDI_CONTROLS, SUFFIX_RANKS, Label, is_hung, readings
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
    ordinal, suffix = _ordinal(printed)
    if ordinal:
        return Label((ORDINALS[ordinal.casefold()],), suffix=suffix)
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


def redesignated(label: str, count: int, first: str = "") -> str:
    """A designation as printed with another number and nothing hung on it; all else of it stays as it is.

    `first` is how the text prints the number one, where it has a word for it. Empty where the number is an ordinal that
    has no word for the new one.

    >>> redesignated("Article 4 bis", 5), redesignated("PART IX", 8), redesignated("第六条之二", 7)
    ('Article 5', 'PART VIII', '第七条')
    >>> redesignated("Article 2", 1, "premier"), redesignated("Article premier", 2), redesignated("Article", 3)
    ('Article premier', 'Article 2', 'Article 3')
    """
    bare, printed = label.strip("[] "), numeral(label)
    if not printed:
        is_chinese = bare.startswith("第")
        new = designate(Kind.ARTICLE, str(count), "zh") if is_chinese else f"{bare} {_first(count, first)}"
        return label.replace(bare, new)
    read = number(printed)
    if read is None or (read.numbers == (count,) and not is_hung(read)):
        return label
    before, after = _around_number(label, printed)
    ordinal, _ = _ordinal(printed)
    new = _ordinal_for(ordinal, count) if ordinal else numerals.SYSTEMS[read.system].print(count)
    if first and count == 1:
        new = first
    return f"{before}{new}{after}" if new else ""


def without_number(label: str) -> str:
    """What a designation says besides its number and its brackets, to tell those that count together.

    >>> without_number("[Article 4 bis]"), without_number("第六条之二"), without_number("Annex")
    ('article', '第条', 'annex')
    """
    bare = label.strip("[] ")
    printed = numeral(label)
    return "".join(_around_number(bare, printed) if printed else (bare,)).strip(" \u00a0.").casefold()


def numeral(label: str) -> str:
    """The number that a designation gives, as printed; of one that is a number alone, all of it.

    >>> numeral("Article 4 bis"), numeral("[IV]"), numeral("Article")
    ('4 bis', 'IV', '')
    """
    bare = label.strip("[] ")
    return designation(label)[1] or (bare if bare and number(bare) else "")


def _around_number(label: str, printed: str) -> tuple[str, str]:
    counted, bis, times = printed.partition("之")
    bare = label.replace(bis + times, "", 1)
    start = bare.rindex(counted)
    return bare[:start], bare[start + len(counted) :]


def _first(count: int, first: str) -> str:
    return first if first and count == 1 else str(count)


def _ordinal(printed: str) -> tuple[str, int]:
    """The ordinal that a number is printed as, and the rank of the bis behind it; nothing where it is none."""
    if printed.casefold() in ORDINALS:
        return printed, 0
    ordinal, _, suffix = printed.rpartition(" ")
    is_one = ordinal.casefold() in ORDINALS and suffix in SUFFIX_RANKS
    return (ordinal, SUFFIX_RANKS[suffix]) if is_one else ("", 0)


def _ordinal_for(printed: str, count: int) -> str:
    """The Arabic ordinal of the same gender that stands for another number; digits where only the first is a word."""
    if not "\u0600" <= printed[0] <= "\u06ff":
        return str(count)
    feminine = printed.endswith(_FEMININE)
    alike = (word for word, n in ORDINALS.items() if n == count and "\u0600" <= word[0] <= "\u06ff")
    return next((word for word in alike if word.endswith(_FEMININE) == feminine), "")


_FEMININE = ("ة", "ى")
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
