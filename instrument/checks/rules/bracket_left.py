"""No square bracket, option, alternative or blank is left in a final text.

In a draft they say what is not agreed; in a final text each is a question that nobody answered. Source: United Nations
Editorial Manual, paragraphs and subparagraphs: markers of alternatives are dropped on agreement.

>>> from instrument.checks.examples import trial
>>> trial("bracket-left", "1. Within [ten] years, by [date], a State shall/should pay __ per cent.", final=True)
article-1/1: [ten]: a bracket is left
article-1/1: [date]: a placeholder is left
article-1/1: shall/should: an alternative is left
article-1/1: __: a blank is left
>>> trial("bracket-left", "1. Within [ten] years.")
>>> trial("bracket-left", "1. Within ten years.", final=True)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from instrument.brackets import HEADING, BracketKind, kind
from instrument.brackets.reading import Point
from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Line, Rule
from instrument.labels import parse
from instrument.model import Clause
from instrument.problem import Severity
from instrument.references import Place

RULE = Rule("bracket-left", None, Severity.ERROR)

_NAMES = {
    BracketKind.PLAIN: "a bracket", BracketKind.ALTERNATIVE: "an alternative", BracketKind.OPTION: "an option",
    BracketKind.PLACEHOLDER: "a placeholder", BracketKind.EMPTY: "a blank",
}  # fmt: skip
_MODAL = (
    "shall|should|must|may|will|can|could|would|doit|doivent|devrait|devraient|peut|peuvent|deberá|deberán|debería"
    "|deberían|podrá|podrán"
)
_WAITS = "completed|inserted|added|determined|decided|confirmed|elaborated|developed|discussed|agreed|defined"
# "XX" may count chapters; behind such a word it is a Roman numeral.
_CITES = "".join(rf"(?<!{word}\ )" for word in ("article", "articles", "part", "chapter", "annex", "title", "section"))
# What waits for words outside brackets; "to be determined" only where that is all there is.
_OUTSIDE = re.compile(
    rf"""(?P<blank> _{{2,}} | (?<!\w){_CITES}X{{2,}}(?!\w) | (?<![.\w])\.{{3,}}(?![.\w\s\ufffc]*\d\s*\Z) | … )
    | (?P<placeholder> \bTB[CD]\b | \b[Pp]laceholder\b
        | (?:\A|(?<=\() ) (?:[Tt]o\ be\ (?:{_WAITS})|[ÀAà]\ compléter|[Pp]or\ (?:completar|determinar)) (?=\)|[.;]?\Z) )
    | (?P<remark> \{{[^{{}}]*\}} )
    | (?P<alternative> \b(?:{_MODAL})(?:\s?/\s?(?:{_MODAL}))+\b )""",
    re.VERBOSE,
)
# Without one of these a line has nothing that waits; to look for them is quicker.
_SIGNS = ("__", "xx", "..", "…", "tbc", "tbd", "{", "placeholder", "/", "to be ", "compl", "determinar")
_OUTSIDE_NAMES = {
    "blank": "a blank", "placeholder": "a placeholder", "remark": "a remark in braces", "alternative": "an alternative",
}  # fmt: skip


def find(reading: Reading) -> Iterator[Finding]:
    for clause in reading.instrument:
        for bracket in reading.scans[clause.id].brackets:
            message = f"{_NAMES[kind(clause, bracket)]} is left"
            yield _finding(reading, clause, bracket.start, bracket.end, message)
    for line in reading.lines:
        option = parse(line.label) if line.place.part == "provision" and line.label else None
        if option is not None and option.word:
            yield Finding(line, 0, len(line.label), "an option is left", on_label=True)
    for line in reading.having(*_SIGNS):
        for found in _OUTSIDE.finditer(line.chars):
            if not _is_bracketed(line.chars, found.start()):
                yield Finding(line, *found.span(), f"{_OUTSIDE_NAMES[found.lastgroup or 'blank']} is left")


def _is_bracketed(chars: str, at: int) -> bool:
    """Whether brackets of the same line stand around a character; they are reported themselves."""
    return chars.count("[", 0, at) > chars.count("]", 0, at)


def _finding(reading: Reading, clause: Clause, start: Point, end: Point, message: str) -> Finding:
    line = _line(reading, clause, start.unit)
    whole = (start.unit, start.in_text) == (end.unit, end.in_text)
    last = end.offset + 1 if whole else len(line.chars if start.in_text else line.label)
    return Finding(line, start.offset, last, message, on_label=not start.in_text)


def _line(reading: Reading, clause: Clause, unit: int) -> Line:
    if unit == HEADING:
        return reading.line(Place(clause.id, "heading"))
    inside = len(clause.provisions)
    place = Place(clause.id, "provision", unit) if unit < inside else Place(clause.id, "note", unit - inside)
    return reading.line(place)
