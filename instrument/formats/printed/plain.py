"""A plain text to paragraphs: a line each, unless the text is wrapped at a width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from instrument import labels
from instrument.formats.printed.designations import find
from instrument.formats.printed.paragraph import Paragraph, compose, without
from instrument.formats.printed.report import Report

_ROW = re.compile(r"\|(.*[^|].*)\|")
_RULE = re.compile(r"\|?[ |:-]*-{3}[ |:-]*")
# Characters that no document can carry.
_CONTROL = re.compile("[\x01-\x08\x0e-\x1b\x7f\ufffe\uffff]")

_WIDEST = 100
_FULL = 0.6


def paragraphs(report: Report) -> list[Paragraph]:
    """The paragraphs of a plain text; rows of tables are told, rules and control characters are left out."""
    width = _wrapped_at(report.lines)
    if width:
        report.guess("wrapped", (1, 1), f"lines are wrapped at {width} columns: those that go on were joined")
    found: list[Paragraph] = []
    for attached, lines in _groups(report, width):
        if (single := table_row(*lines[0])) is None:
            single = clean(compose(lines), report)
        found.append(replace(single, attached=attached))
    return found


def is_rule(chars: str) -> bool:
    """Whether a line only rules off what stands around it, or the head of a table."""
    return chars[0] in "|-" and bool(_RULE.fullmatch(chars))


def begins(chars: str) -> bool:
    """Whether a line begins a paragraph though no blank line stands before it: a row, a label, a designation."""
    designation = find(chars)
    whole = designation is not None and designation.end == len(chars)
    return chars[0] == "|" or whole or bool(labels.split(chars)[0])


def table_row(chars: str, line: int, column: int) -> Paragraph | None:
    """The row of a table that a line holds, its outer bars dropped."""
    row = _ROW.fullmatch(chars) if chars[0] == "|" else None
    return Paragraph(row[1], ((0, line, column + 1),), row=True) if row else None


def clean(paragraph: Paragraph, report: Report) -> Paragraph:
    """The paragraph without characters that no document can carry."""
    controls = list(_CONTROL.finditer(paragraph.chars))
    for control in controls:
        place = paragraph.place(control.start())
        report.leave_out(place, control[0], f"control character U+{ord(control[0]):04X}")
    return without(paragraph, [control.span() for control in controls])


def _groups(report: Report, width: int) -> Iterator[tuple[bool, list[tuple[str, int, int]]]]:
    """The lines of each paragraph with their numbers and columns, and whether it is attached to the one before."""
    group: list[tuple[str, int, int]] = []
    attached, blank, full = False, True, False
    for number, line in enumerate(report.lines, 1):
        chars = line.strip()
        if chars and is_rule(chars):
            report.leave_out((number, line.index(chars) + 1), chars, "a rule")
        elif chars:
            here = chars, number, line.index(chars) + 1
            if group and full and not blank and not begins(chars):
                group.append(here)
            else:
                if group:
                    yield attached, group
                group, attached = [here], not blank
            full = bool(width) and len(line) >= width * _FULL
        blank = not chars
    if group:
        yield attached, group


def _wrapped_at(lines: list[str]) -> int:
    """The width a text is wrapped at; 0 where each line is a paragraph."""
    width = max(map(len, lines))
    if width > _WIDEST:
        return 0
    upper = [len(line) for line, below in pairwise(lines) if line.strip() and below.strip()]
    full = sum(length >= width * _FULL for length in upper)
    return width if width >= 50 and len(upper) > 2 and full * 2 > len(upper) else 0
