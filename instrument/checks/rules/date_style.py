"""Dates are written one way in a text, as its language has it, "30 May 2008", and there is such a day.

"05/06/2008" is one day in Geneva and another in New York. The text's own majority decides where it has one; a date in
words ("the twelfth day of December") is left to its formula. Source: United Nations Editorial Manual, dates: day,
month, year, without a comma.

>>> from instrument.checks.examples import trial
>>> trial("date-style", "1. On 31 June 2008 or 30 May 2008, or by June 1, 2009.", "2. From 05/06/2008 on.")
article-1/1: 31 June 2008: there is no such day
article-1/1: June 1, 2009 -> 1 June 2009: a date like "30 May 2008" is meant
article-1/2: 05/06/2008: a date like "30 May 2008" is meant
>>> trial("date-style", "1. On 29 February 2008 and this twelfth day of December; paragraph 3 may apply.")
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Line, Rule
from instrument.languages import MONTHS
from instrument.problem import Severity

RULE = Rule("date-style", Severity.WARNING, Severity.WARNING, languages=("en", "fr", "es", "ru", "nl"))

_OF = {"es": " de "}  # what stands between day, month and year
_LEAP = 2000  # for a day without its year


@dataclass(frozen=True, slots=True)
class _Date:
    """A date where it stands: its style by name, "day" where it is written as its language has it."""

    line: Line
    start: int
    end: int
    style: str
    day: int
    month: int
    year: int

    @property
    def exists(self) -> bool:
        """Whether there is such a day; in figures alone the month may come first."""
        told = ((self.day, self.month), *([(self.month, self.day)] if self.style == "figures" else ()))
        return any(1 <= month <= 12 and 1 <= day <= monthrange(self.year or _LEAP, month)[1] for day, month in told)

    def printed(self, language: str) -> str:
        day = "1er" if language == "fr" and self.day == 1 else str(self.day)
        parts = (day, MONTHS[language][self.month - 1], *([str(self.year)] if self.year else []))
        return _OF.get(language, " ").join(parts)


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str]:
    months = "|".join(MONTHS[language])
    of = {"es": r"\ de\ ", "en": r"\ (?:of\ )?"}.get(language, r"\ ")
    year = {"es": r"(?:\ del?\ |,\ )", "en": r",?\ "}.get(language, r"\ ")
    return re.compile(
        rf"""(?<![\w.,/-])(?:
        (?P<day>\d{{1,2}})(?P<th>st|nd|rd|th|er|º|°)?(?P<of>{of})(?P<month>{months})\b(?:(?P<comma>{year})(?P<year>\d{{4}})\b)?
        | (?P<us_month>{months})\ (?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,?\ (?P<us_year>\d{{4}})\b
        | (?P<iso_year>(?:1[89]|20)\d\d)-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)\b
        | (?P<one>\d{{1,2}})[/.](?P<two>\d{{1,2}})[/.](?P<three>(?:1[89]|20)\d\d)\b
        )""",
        re.VERBOSE | (0 if language == "en" else re.IGNORECASE),
    )


_DIGIT = re.compile(r"\d")


def find(reading: Reading) -> Iterator[Finding]:
    dates = [date for line in reading.lines if _DIGIT.search(line.chars)
             for date in _dates(line, reading.language)]  # fmt: skip
    styles = Counter(date.style for date in dates)
    usual = max(styles, key=lambda style: (styles[style], style == "day")) if styles else ""
    like = next((date for date in dates if date.style == usual and date.year and date.exists), None)
    for date in dates:
        if not date.exists:
            yield Finding(date.line, date.start, date.end, "there is no such day", severity=Severity.ERROR)
        elif date.style != usual and like is not None:
            message = f'a date like "{like.line.chars[like.start : like.end]}" is meant'
            fix = date.printed(reading.language) if usual == "day" and date.style != "figures" else None
            yield Finding(date.line, date.start, date.end, message, fix=fix)


def _dates(line: Line, language: str) -> Iterator[_Date]:
    for found in _pattern(language).finditer(line.chars):
        start, end = found.span()
        if found["month"]:
            day, month, year = found["day"], _number(found["month"], language), found["year"]
            yield _Date(line, start, end, _style(found, language), int(day), month, int(year or 0))
        elif found["us_month"]:
            month = _number(found["us_month"], language)
            yield _Date(line, start, end, "month", int(found["us_day"]), month, int(found["us_year"]))
        elif found["iso_year"]:
            figures = int(found["iso_day"]), int(found["iso_month"]), int(found["iso_year"])
            yield _Date(line, start, end, "iso", *figures)
        else:
            yield _Date(line, start, end, "figures", int(found["one"]), int(found["two"]), int(found["three"]))


def _number(month: str, language: str) -> int:
    return MONTHS[language].index(month if language == "en" else month.casefold()) + 1


def _style(found: re.Match[str], language: str) -> str:
    """ "day" for a date as its language has it, else what it has besides."""
    suffix = found["th"] or ""
    first = language in ("fr", "es") and found["day"] == "1"
    parts = (
        "suffix" if suffix and not first else "",
        "of" if language == "en" and "of" in found["of"] else "",
        "comma" if "," in (found["comma"] or "") else "",
        "zero" if found["day"].startswith("0") else "",
    )
    return " ".join(filter(None, parts)) or "day"
