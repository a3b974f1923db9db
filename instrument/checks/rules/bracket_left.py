"""No square bracket, option or blank is left in a final text.

In a draft they say what is not agreed; in a final text each is a question that nobody answered. Source: United Nations
Editorial Manual, paragraphs and subparagraphs: markers of alternatives are dropped on agreement.

>>> from instrument.checks.examples import trial
>>> trial("bracket-left", "1. Within [ten] years.", final=True)
article-1/1: [ten]: a bracket is left
>>> trial("bracket-left", "1. Within [ten] years.")
"""

from __future__ import annotations

from collections.abc import Iterator

from instrument.brackets import HEADING, scan
from instrument.brackets.reading import Point
from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Line, Rule
from instrument.model import Clause
from instrument.problem import Severity
from instrument.references import Place

RULE = Rule("bracket-left", None, Severity.ERROR)


def find(reading: Reading) -> Iterator[Finding]:
    for clause in reading.instrument:
        read = scan(clause)
        for bracket in read.brackets:
            yield _finding(reading, clause, bracket.start, bracket.end, "a bracket is left")
        for point, char in read.loose:
            yield _finding(reading, clause, point, point, f'a "{char}" without its partner is left')


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
