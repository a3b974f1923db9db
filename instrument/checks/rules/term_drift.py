"""A thing that has a name keeps it.

Where article 4 speaks of "remnants" and article 7 of "remains", a court will ask what the difference is. Told are a
defined term in another spelling, one whose words were exchanged in one place only, and one that was given up in a
place since the last draft while it stands elsewhere. Source: common drafting practice; list of checks of the
International Maritime Organization.

>>> from instrument.checks.examples import example, trial
>>> lines = ("1. “Sub-munition” means a munition.", "2. “Cluster munition remnants” means duds.")
>>> trial("term-drift", *lines, "3. Each submunition and all cluster munition remains are destroyed.")
article-1/3: submunition: "Sub-munition" is written otherwise here
article-1/3: cluster munition remains: "Cluster munition remnants" has other words here
>>> old = example(*lines, "3. Sub-munitions are destroyed.", "4. Sub-munitions are marked.")
>>> trial("term-drift", *lines, "3. Duds are destroyed.", "4. Sub-munitions are marked.", base=old)
article-1/3: Duds: "Sub-munition" was the word here; it stands elsewhere still
>>> trial("term-drift", *lines, "3. Each sub-munition and all cluster munition remnants are destroyed.")
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Line, Rule
from instrument.definitions import Definition
from instrument.definitions.finding import form
from instrument.definitions.vocabulary import DEFINING
from instrument.difference.view import Line as Compared
from instrument.difference.weaving import Did
from instrument.model import length, plain
from instrument.problem import Severity

RULE = Rule("term-drift", Severity.WARNING, Severity.WARNING, ("en", "fr", "es"))
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ALIKE = 70


def find(reading: Reading) -> Iterator[Finding]:
    if reading.definitions:
        yield from _spelled_otherwise(reading)
        yield from _worded_otherwise(reading)
        yield from _given_up(reading)


def _spelled_otherwise(reading: Reading) -> Iterator[Finding]:
    """The letters of a term with another hyphen or space between them."""
    known = DEFINING[reading.language]
    used = {(use.place, use.start) for use in reading.uses}
    for each in reading.definitions:
        letters = re.sub(r"[\s-]", "", each.term)
        if len(letters) < 6 or (re.search(r"\s", each.term.strip()) and "-" not in each.term):
            continue
        loose = re.compile(rf"(?<![\w-])(?:{_loosened(each.term)})(?:e?s)?(?![\w-])", re.IGNORECASE)
        exact = re.compile(form(each.term, known), re.IGNORECASE)
        for line in reading.lines:
            for found in loose.finditer(line.chars):
                if (
                    (line.place, found.start()) not in used
                    and not exact.fullmatch(found[0])
                    and line.place != each.place
                ):
                    yield Finding(line, found.start(), found.end(), f'"{each.term}" is written otherwise here')


def _loosened(term: str) -> str:
    """A term whose hyphens may be spaces or nothing."""
    return r"[\s-]?".join(re.escape(part) for part in re.split(r"[\s-]+", term.strip()))


def _worded_otherwise(reading: Reading) -> Iterator[Finding]:
    """An English term of several words, the noun that they end in exchanged, in one place of the whole text."""
    if reading.language != "en":
        return
    found: dict[str, list[tuple[Line, int, int, Definition]]] = defaultdict(list)
    terms = {each: each.term.casefold().split() for each in reading.definitions}
    terms_at = [(each.place, each.start, each.end) for each in reading.definitions]
    known = [*terms_at, *((use.place, use.start, use.end) for use in reading.uses)]
    spans = {(place, at) for place, start, end in known for at in range(start, end)}
    for line in reading.lines:
        words = list(_WORD.finditer(line.chars))
        said = [word[0].casefold() for word in words]
        for each, term in terms.items():
            for at in range(len(words) - len(term) + 1) if len(term) > 1 else ():
                if _is_variant(said[at : at + len(term)], term):
                    start, end = words[at].start(), words[at + len(term) - 1].end()
                    if not any((line.place, index) in spans for index in range(start, end)):
                        found[" ".join(said[at : at + len(term)])].append((line, start, end, each))
    for places in found.values():
        line, start, end, each = places[0]
        if len(places) == 1 and not each.holds(line.place):
            yield Finding(line, start, end, f'"{each.term}" has other words here', f'write "{each.term.lower()}"')


def _is_variant(said: list[str], term: list[str]) -> bool:
    """Whether the last word alone is another: any other in a long term, one that looks alike in a term of two words.

    Words that begin alike are forms of one word.
    """
    one, other = said[-1], term[-1]
    if said[:-1] != term[:-1] or one[:5] == other[:5] or min(len(one), len(other)) < 4:
        return False
    return len(term) > 2 or fuzz.ratio(one, other) >= _ALIKE


def _given_up(reading: Reading) -> Iterator[Finding]:
    """A term that a draft took out of a line and put no defined one in its place."""
    known = DEFINING[reading.language]
    by_address = {line.address: line for line in reading.lines}
    elsewhere = {use.definition.term for use in reading.uses if not use.definition.holds(use.place)}
    forms = [(each, re.compile(rf"(?<![\w-])(?:{form(each.term, known)})(?![\w-])", re.IGNORECASE))
             for each in sorted(reading.definitions, key=lambda each: -len(each.term))]  # fmt: skip
    for chapter in reading.chapters:
        for compared in chapter.lines:
            if compared.new and compared.old and not compared.continued:
                for start, end, gone, put in _exchanged(compared):
                    each = next((each for each, pattern in forms if pattern.search(gone)), None)
                    defined = any(pattern.search(put) for _, pattern in forms)
                    if each and put.strip() and not defined and each.term in elsewhere:
                        message = f'"{each.term}" was the word here; it stands elsewhere still'
                        yield Finding(by_address[compared.new.address], start, end, message)


def _exchanged(line: Compared) -> Iterator[tuple[int, int, str, str]]:
    """What was put in place of what: offsets in the new text, the old words, the new ones."""
    at, gone = 0, ""
    for piece in line.pieces:
        size = 0 if piece.did is Did.DELETED else length(piece.text)
        if piece.did is Did.INSERTED and gone:
            yield at, at + size, gone, plain(piece.text)
        gone = plain(piece.text) if piece.did is Did.DELETED else ""
        at += size
