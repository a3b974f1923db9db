"""The heading line of a clause: `## Article 4 — Clearance and destruction of remnants`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from instrument.formats.clause import inline
from instrument.labels import designation
from instrument.model import Clause, Kind, Text, plain

_LINE = re.compile(r"(#{1,3}) (.*)")
_DASH = re.compile(r" [—–-](?: |$)")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading line says: the designation, the words, and the kind they tell, if they tell one.

    `column` is where the words begin; `whole` is all of the line, for a label that front matter gives.
    """

    label: str
    line: inline.Line
    kind: Kind | None
    column: int
    whole: str

    @property
    def text(self) -> Text:
        return self.line.text


def read(source: str) -> Heading | None:
    """The heading that a line is, or None; a designation ends at the first dash, and needs none."""
    found = _LINE.fullmatch(source)
    if found is None:
        return None
    level, content = len(found[1]), found[2]
    dash = _DASH.search(content)
    first = content[: dash.start()] if dash else content
    kind, _ = designation(first)
    column = level + 1
    if kind is None or kind is Kind.PREAMBLE:
        first, rest = "", content
    else:
        rest = content[dash.end() :] if dash else ""
        column += dash.end() if dash else len(content)
    return Heading(first, inline.read(rest), kind or (Kind.TITLE if level == 1 else None), column, content)


def write(clause: Clause) -> str:
    """The heading line of a clause without its line end; empty where the clause has neither designation nor words."""
    if not clause.label and not clause.heading:
        return ""
    words = inline.write(clause.heading)
    dash = " — " if clause.label and clause.heading else ""
    return ("# " if clause.kind is Kind.TITLE else "## ") + clause.label + dash + words


def told(clause: Clause, line: str) -> tuple[bool, bool]:
    """Whether a heading line, read again, tells the clause's kind, and its label and words."""
    heading = read(line)
    if heading is None:
        return False, not clause.label and not plain(clause.heading)
    return heading.kind is clause.kind, (heading.label, heading.text) == (clause.label, clause.heading)
