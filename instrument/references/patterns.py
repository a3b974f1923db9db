"""The patterns of a language, compiled: what may stand at each place of a citation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from instrument.references.terms import SUFFIX, TERMS, Terms
from instrument.references.values import CLAUSES, Unit

_SPACE = r"[ \u00a0\u202f\n]"
_SUFFIX = rf"(?:{_SPACE}?(?i:{SUFFIX})(?!\w))?"
_NUMBER = rf"\d{{1,3}}(?:\.\d{{1,3}})*(?:er|re|°|º)?(?:[A-Za-z](?![\w)]))?(?!\d){_SUFFIX}(?![\w%])"
_LETTERS = r"(?:[^\W\d_]\u0640?|[ivxl]{2,5}|(?P<double>[a-z])(?P=double))"
_IN_PARENTHESES = rf"\({_SPACE}?(?:{_LETTERS}|\d{{1,3}}){_SUFFIX}{_SPACE}?\)"
_ITEM = rf"(?:{_IN_PARENTHESES}|{_LETTERS.replace('double', 'half')}\)|['‘’]\d{{1,2}}['‘’])"
_CLAUSE_NUMBER = rf"{_NUMBER}|(?-i:[IVXLC]{{1,7}}(?!\w){_SUFFIX}|[A-Z](?![\w.)]))"
_CHINESE = r"(?:[（(][一二三四五六七八九十百〇零\d]{1,5}[）)]|[一二三四五六七八九十百〇零\d]{1,5})"


@dataclass(frozen=True, slots=True)
class Patterns:
    """The compiled patterns of a language; each is matched where the one before it ended."""

    start: re.Pattern[str]
    before: re.Pattern[str]
    pointed: re.Pattern[str]
    clause_label: re.Pattern[str]
    label: re.Pattern[str]
    item: re.Pattern[str]
    joined: re.Pattern[str]
    shared: re.Pattern[str]
    through: re.Pattern[str]
    of: re.Pattern[str]
    inside: re.Pattern[str]
    position: re.Pattern[str]
    amounts: re.Pattern[str]
    own: re.Pattern[str]
    other: re.Pattern[str]
    around: re.Pattern[str] | None


@lru_cache(maxsize=8)
def patterns(language: str) -> Patterns:
    """The patterns of a language, English ones where it has none."""
    terms = TERMS.get(language, TERMS["en"])
    unit = _units(terms)
    pointed = _pointed(terms, unit)
    start = rf"(?:{_around(terms)}|{pointed})" if terms.around else unit
    pointing = "|".join((terms.this, terms.that, terms.preceding, terms.following))
    before = r"(?!)" if terms.around else rf"{terms.this_start}(?:{pointing}){_SPACE}+\Z"
    of = rf"{_SPACE}*(?:{terms.of}){_SPACE}*" if terms.of else rf"{_SPACE}+"
    joined = rf"(?:{_SPACE}*(?:,{_SPACE}*)?(?:{terms.joined}){_SPACE}*|{_SPACE}*[,،、]{_SPACE}*)"
    instruments = rf"(?:{terms.word_start}(?:{terms.instruments})(?!\w))"
    return Patterns(
        start=_compile(start),
        before=_compile(before),
        pointed=_compile(pointed),
        clause_label=_compile(rf"{_SPACE}*(?:{_CLAUSE_NUMBER}|(?:{terms.ordinals})(?!\w))"),
        label=_compile(rf"{_SPACE}*(?:{_NUMBER}|{_ITEM}|(?:{terms.ordinals})(?!\w))"),
        item=_compile(rf"{_SPACE}?{_ITEM}"),
        joined=_compile(joined),
        shared=_compile(rf"(?:{_SPACE}*(?:{terms.of}))?{joined}"),
        through=_compile(rf"{_SPACE}*(?:{terms.through}){_SPACE}*"),
        of=_compile(rf",?{of}" if terms.of else of),
        inside=_compile(rf"{_SPACE}*{terms.inside}{_SPACE}*"),
        position=_compile(rf"{_SPACE}*(?:{terms.position})(?!\w)"),
        amounts=_compile(rf"{_SPACE}*(?:{terms.amounts})"),
        own=_compile(rf"(?:(?:{terms.this}){_SPACE}+)(?:{instruments})"),
        other=_compile(rf"(?P<that>(?:{terms.that}){_SPACE}+{instruments})|(?-i:{terms.named})"),
        around=_compile(_around(terms)) if terms.around else None,
    )


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _units(terms: Terms) -> str:
    """A word that names a unit, in a group of that unit's name; the longest first, since some hold others."""
    by_length = sorted(terms.units.items(), key=lambda row: -len(row[1]) if row[0] is Unit.ITEM else 0)
    words = "|".join(f"(?P<{unit}>{words})" for unit, words in by_length)
    return rf"{terms.word_start}(?:{words})" + ("" if terms.around else r"(?!\w)")


def _pointed(terms: Terms, unit: str) -> str:
    """ "this article", "the preceding paragraph"; the adjective may stand behind as well."""
    unit = re.sub(r"\(\?P<(\w+)>", r"(?P<pointed_\1>", unit)
    gap = "" if terms.around else f"{_SPACE}+"
    edge = "" if terms.around else terms.this_start
    before = "|".join(
        rf"(?P<{name}>{words})" for name, words in
        (("this", terms.this), ("that", terms.that), ("preceding", terms.preceding), ("following", terms.following))
    )  # fmt: skip
    behind = (
        ""
        if not terms.behind
        else rf"(?:{gap}(?:(?P<preceding_behind>{terms.preceding})|(?P<following_behind>{terms.following})"
        rf"|(?P<that_behind>{terms.that}))(?!\w))?"
    )
    return rf"(?:{edge}(?:{before}){gap})?{unit}{behind}"


def _around(terms: Terms) -> str:
    """第四条, 第一和第二款, 附件一: the numbers in their word, and the name of another instrument before it."""
    within = "|".join(
        rf"(?P<in_{unit}>{words})" for unit, words in terms.units.items()
        if unit not in (Unit.ANNEX, Unit.PREAMBLE)
    )  # fmt: skip
    listed = rf"{_CHINESE}(?:(?:{terms.joined}|{terms.through})(?:第)?{_CHINESE})*"
    annex = rf"(?:{terms.units[Unit.ANNEX]})(?P<annexed>{_CHINESE})"
    return rf"(?P<named>{terms.named})?(?:第(?P<numbers>{listed})(?:{within})(?P<bis>之[二三四五六七])?|{annex})"


def unit_of(found: re.Match[str], prefix: str = "") -> Unit | None:
    """The unit whose word a match holds."""
    groups = found.groupdict()
    return next((unit for unit in Unit if groups.get(f"{prefix}{unit}")), None)


def labels_of(unit: Unit, language: str) -> re.Pattern[str]:
    """What a label of a unit looks like."""
    return patterns(language).clause_label if unit in CLAUSES else patterns(language).label
