"""Writes `.clause` text in its one canonical form, so that two equal clauses are two equal files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from instrument.formats.clause import front as front_matter
from instrument.formats.clause import heading, inline
from instrument.formats.clause.front import FENCE, Front
from instrument.formats.clause.reader import LABEL, NOTE
from instrument.labels import split
from instrument.model import Clause, Instrument, Provision


def write(clause: Clause, front: Front = Front()) -> str:
    r"""A clause as its file holds it.

    >>> from instrument.model import text
    >>> write(Clause("use", label="Article 1", heading=text("Use"), provisions=(Provision(0, "1.", text("Never.")),)))
    '## Article 1 — Use\n\n1. Never.\n'
    """
    line = heading.write(clause)
    kind_told, words_told = heading.told(clause, line)
    if not words_told:
        line = heading.write(replace(clause, label=""))
        kind_told = False
    said = replace(front, kind=None if kind_told else clause.kind, label=None if words_told else clause.label)
    comments = _comments(clause.comments)
    provisions = [row for provision in clause.provisions for row in _provision(provision)]
    notes = [" ".join(filter(None, (f"[^{note.name}]:", inline.write(note.text)))) for note in clause.notes]
    blocks = [[*comments, line] if line else comments, provisions, notes]
    return front_matter.write(said) + "\n".join("".join(row + "\n" for row in block) for block in blocks if block)


def write_instrument(instrument: Instrument) -> str:
    """All clauses of an instrument in one text, each under its id."""
    return "\n".join(write(clause, Front(id=clause.id, language=instrument.language)) for clause in instrument)


def _provision(provision: Provision) -> list[str]:
    indent = "  " * provision.depth
    words = inline.write(provision.text)
    anchor = f"{{#{provision.anchor}}}" if provision.anchor else ""
    body = " ".join(filter(None, (words, anchor)))
    line = " ".join(filter(None, (provision.label, body)))
    if split(line) != (provision.label, body) or not line:
        line = _disambiguated(provision.label, body)
    elif not provision.label and _is_misread(line):
        line = "\\" + line if line[0] in "#+%[" and not NOTE.match(line) else _disambiguated("", body)
    return [*(indent + comment for comment in _comments(provision.comments)), indent + line]


def _comments(comments: Iterable[str]) -> list[str]:
    """Comments, one a line: where one breaks off another begins, and nothing of it becomes text."""
    return [f"%% {line}" if line else "%%" for comment in comments for line in comment.split("\n")]


def _disambiguated(label: str, body: str) -> str:
    """A line whose label cannot be told by its look, or whose words look like one."""
    if not label and (looks := split(body)[0]):
        place = re.search(r"[().]", looks)
        if place:
            return body[: place.start()] + "\\" + body[place.start() :]
    quoted = re.sub(r'(["\\])', r"\\\1", label)
    return " ".join(filter(None, (f'{{label="{quoted}"}}', body)))


def _is_misread(line: str) -> bool:
    return bool(line == FENCE or line.startswith("%%") or heading.read(line) or NOTE.match(line) or LABEL.match(line))
