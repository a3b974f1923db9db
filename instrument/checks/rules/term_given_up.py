"""A term that was given up in one place since the last draft is given up everywhere, or nowhere.

A delegation's amendment brings its own word for a thing that has one, and nobody changes the other places.
Source: list of checks of the International Maritime Organization for amendments: one term for one thing.

>>> from instrument.checks.examples import example, trial
>>> define = "1. “Cluster remnants” means what is left."
>>> old = example(define, "2. Cluster remnants are cleared.", "3. Cluster remnants are marked.")
>>> trial("term-given-up", define, "2. Cluster remains are cleared.", "3. Cluster remnants are marked.", base=old)
article-1/2: remains: "Cluster remnants" was the word here; it stands elsewhere still
>>> trial("term-given-up", define, "2. Cluster remains are cleared.", "3. Cluster remains are marked.", base=old)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Rule
from instrument.definitions.finding import form
from instrument.definitions.vocabulary import DEFINING
from instrument.difference.view import Line as Compared
from instrument.difference.weaving import Did
from instrument.model import length, plain
from instrument.problem import Severity
from instrument.references.survey import characters

RULE = Rule("term-given-up", Severity.WARNING, Severity.WARNING, ("en", "fr", "es"))


def find(reading: Reading) -> Iterator[Finding]:
    """A term that a draft took out of a line, or a word out of it, while the term stands elsewhere."""
    by_address = {line.address: line for line in reading.lines}
    elsewhere = {use.definition.term for use in reading.uses if not use.definition.holds(use.place)}
    known = DEFINING[reading.language]
    forms = [(each, re.compile(rf"(?<![\w-])(?:{form(each.term, known)})(?![\w-])", re.IGNORECASE))
             for each in sorted(reading.definitions, key=lambda each: -len(each.term))]  # fmt: skip
    for chapter in reading.chapters:
        for compared in chapter.lines:
            if compared.new is None or not compared.old or compared.continued:
                continue
            was, now = characters(compared.old[0].text), characters(compared.new.text)
            for old, start, end in _exchanged(compared):
                each = next((each for each, pattern in forms if _loses(pattern, was, now, old)), None)
                if each and each.term in elsewhere:
                    message = f'"{each.term}" was the word here; it stands elsewhere still'
                    yield Finding(by_address[compared.new.address], start, end, message)


def _loses(pattern: re.Pattern[str], was: str, now: str, gone: tuple[int, int]) -> bool:
    """Whether words that went were a term or part of one, and the line has it less often now."""
    met = any(found.start() < gone[1] and gone[0] < found.end() for found in pattern.finditer(was))
    return met and len(pattern.findall(now)) < len(pattern.findall(was))


def _exchanged(line: Compared) -> Iterator[tuple[tuple[int, int], int, int]]:
    """What was put in place of what: the offsets of the old words, then of the new ones."""
    was = now = 0
    gone: tuple[int, int] | None = None
    for piece in line.pieces:
        size = length(piece.text)
        if piece.did is Did.INSERTED and gone and any(map(str.isalnum, plain(piece.text))):
            yield gone, now, now + size
        gone = (was, was + size) if piece.did is Did.DELETED else None
        was += size if piece.did is not Did.INSERTED else 0
        now += size if piece.did is not Did.DELETED else 0
