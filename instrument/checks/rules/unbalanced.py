"""Brackets, parentheses and quotation marks come in pairs.

One without its partner is what a merge or a careless deletion leaves, and nobody knows any more what stood inside. A
pair may open in one provision and close in another; an apostrophe, a label like "a)" and the mark that opens every
paragraph of a long quotation want no partner. Source: United Nations Editorial Manual, final check of a text before
it is submitted.

>>> from instrument.checks.examples import trial
>>> trial("unbalanced", "1. A State (other than a Party may [use them.", "2. “Mine” means a “device.")
article-1/1: (: "(" is never closed
article-1/1: [: "[" is never closed
article-1/2: “: "“" is never closed
>>> trial("unbalanced", '1. “Mine" means a device.')
article-1/1: " -> ”: "“" is closed by another mark
>>> trial("unbalanced", "1. The Parties’ [report (under article 7, a) or b))", "2. is “open”].")
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from instrument.brackets import Scan
from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Line, Rule
from instrument.labels import readings
from instrument.problem import Severity
from instrument.references import Place

RULE = Rule("unbalanced", Severity.WARNING, Severity.ERROR)

_OPENS = {"(": "(", "（": "(", "«": "«", "{": "{", "《": "《", "「": "「", "『": "『", "“": "“", "„": "“"}
_CLOSES = {")": "(", "）": "(", "»": "«", "}": "{", "》": "《", "」": "「", "』": "『", "”": "“"}
_MARKS = re.compile(r"""[()（）“”„"«»{}《》「」『』]""")
_LABEL = re.compile(r"(?<![\w(（])\w{1,5}\Z")  # what stands before the ")" of "a)"
_MIRRORED = ("ar", "fa", "he")  # where both curly marks open and close
# A mark alone in its cell says "as above".
_DITTO = re.compile(r"(?:\A|\ufffc)\s*\Z")
_AFTER_DITTO = re.compile(r"\s*(?:\ufffc|\Z)")


@dataclass(frozen=True, slots=True)
class _Mark:
    line: Line
    at: int

    @property
    def char(self) -> str:
        return self.line.chars[self.at]

    @property
    def ends_a_word(self) -> bool:
        return self.at > 0 and not self.line.chars[self.at - 1].isspace()

    @property
    def opens_again(self) -> bool:
        """Whether it begins another paragraph of a long quotation, which ends with a paragraph if it ends."""
        closer = {"“": "”", "«": "»"}.get(self.char, "")
        before, _, rest = self.line.chars.partition(self.char)
        behind = rest.partition(closer)[2] if closer else ""
        return bool(closer) and not before.strip() and not any(map(str.isalnum, behind))


@dataclass(slots=True)
class _Open:
    """What is open, by the kind of pair; `labels` counts the labels of a line that took a parenthesis of others."""

    marks: dict[str, list[_Mark]] = field(default_factory=dict)
    labels: int = 0

    def last(self, kind: str) -> _Mark | None:
        return self.marks[kind][-1] if self.marks.get(kind) else None


def find(reading: Reading) -> Iterator[Finding]:
    for clause, lines in reading.provisions():
        heading = reading.line(Place(clause.id, "heading"))
        notes = [reading.line(Place(clause.id, "note", at)) for at in range(len(clause.notes))]
        yield from _square(reading.scans[clause.id], [heading, *lines, *notes])
        for stream in ([heading, *lines], *([note] for note in notes)):
            yield from _paired(stream, '"“”' if reading.language in _MIRRORED else '"')


def _square(scan: Scan, units: Sequence[Line]) -> Iterator[Finding]:
    for point, mark in scan.loose:
        line, start = units[point.unit + 1], point.offset
        message = _says(mark, closes=mark == "]")
        yield Finding(line, start, start + 1, message, on_label=not point.in_text, severity=Severity.ERROR)


def _paired(stream: Sequence[Line], straight: str) -> Iterator[Finding]:
    """The marks of a stream of lines that have no partner, or another one than theirs.

    A `straight` mark does not say which way it looks, so that none is waited for on another line.
    """
    opened = _Open()
    for line in stream:
        opened.labels = 0
        for found in _MARKS.finditer(line.chars):
            mark = _Mark(line, found.start())
            if found[0] in straight:
                yield from _straight(mark, opened)
            elif found[0] in _OPENS:
                yield from _open(mark, opened)
            else:
                yield from _close(mark, opened)
        yield from (_loose(mark, closes=False) for mark in opened.marks.pop('"', []))
        yield from _single(line)
    yield from (_loose(mark, closes=False) for marks in opened.marks.values() for mark in marks)


def _open(mark: _Mark, opened: _Open) -> Iterator[Finding]:
    kind, before = _OPENS[mark.char], opened.last(_OPENS[mark.char])
    straight = opened.last('"')
    if mark.char == "“" and mark.ends_a_word and (straight or (before and before.char == "„")):
        opened.marks['"' if straight else kind].pop()  # „so“ it is closed in some languages
        if straight:
            yield _mixed(straight, mark, '"')
        return
    if before and mark.opens_again:
        opened.marks[kind].pop()
    opened.marks.setdefault(kind, []).append(mark)


def _close(mark: _Mark, opened: _Open) -> Iterator[Finding]:
    kind, straight = _CLOSES[mark.char], opened.last('"')
    before = opened.last(kind)
    label = _LABEL.search(mark.line.chars, 0, mark.at) if kind == "(" else None
    is_label = bool(label and readings(label[0]))
    if before and not (is_label and before.line is not mark.line):
        opened.marks[kind].pop()
        opened.labels += is_label
    elif straight and kind == "“":
        opened.marks['"'].pop()
        yield _mixed(straight, mark, '"')
    elif kind == "(" and opened.labels and not is_label:
        opened.labels -= 1
    elif not is_label and not _is_ditto(mark):
        yield _loose(mark, closes=True)


def _straight(mark: _Mark, opened: _Open) -> Iterator[Finding]:
    curly = opened.last("“")
    if opened.last('"'):
        opened.marks['"'].pop()
    elif curly and curly.line is mark.line and mark.ends_a_word:
        opened.marks["“"].pop()
        yield _mixed(curly, mark, "”")
    elif not (mark.at and mark.line.chars[mark.at - 1].isdigit()) and not _is_ditto(mark):  # 6" are inches
        opened.marks.setdefault('"', []).append(mark)


def _single(line: Line) -> Iterator[Finding]:
    """Each "‘" with no "’" behind it that could close it; an apostrophe inside a word cannot."""
    for found in re.finditer(r"(?<!\w)‘(?!.*’(?!\w))", line.chars) if "‘" in line.chars else ():
        yield _loose(_Mark(line, found.start()), closes=False)


def _is_ditto(mark: _Mark) -> bool:
    chars = mark.line.chars
    return bool(_DITTO.search(chars, 0, mark.at) and _AFTER_DITTO.match(chars, mark.at + 1))


def _loose(mark: _Mark, closes: bool) -> Finding:
    return Finding(mark.line, mark.at, mark.at + 1, _says(mark.char, closes))


def _says(mark: str, closes: bool) -> str:
    return f"{_quoted(mark)} closes nothing" if closes else f"{_quoted(mark)} is never closed"


def _mixed(opens: _Mark, closes: _Mark, fix: str) -> Finding:
    message = f"{_quoted(opens.char)} is closed by another mark"
    return Finding(closes.line, closes.at, closes.at + 1, message, fix=fix)


def _quoted(mark: str) -> str:
    return f"'{mark}'" if mark == '"' else f'"{mark}"'
