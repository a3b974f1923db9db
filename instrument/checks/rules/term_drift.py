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
from instrument.references import Place
from instrument.references.survey import characters

RULE = Rule("term-drift", Severity.WARNING, Severity.WARNING, ("en", "fr", "es"))
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
    terms = {f"t{at}": each for at, each in enumerate(reading.definitions) if _is_joined(each.term)}
    if not terms:
        return
    loose = re.compile(
        rf"(?<![\w-])(?:{'|'.join(f'(?P<{name}>{_loosened(each.term)})' for name, each in terms.items())})"
        r"(?:e?s)?(?![\w-])",
        re.IGNORECASE,
    )
    for line in reading.lines:
        for found in loose.finditer(line.chars):
            each = terms[found.lastgroup or ""]
            exact = re.fullmatch(form(each.term, known), found[0], re.IGNORECASE)
            if not exact and (line.place, found.start()) not in used and line.place != each.place:
                yield Finding(line, found.start(), found.end(), f'"{each.term}" is written otherwise here')


def _is_joined(term: str) -> bool:
    """Whether a term has a hyphen, or could have one: a long word, or words with a hyphen among them."""
    return len(re.sub(r"[\s-]", "", term)) >= 6 and ("-" in term or not re.search(r"\s", term.strip()))


def _loosened(term: str) -> str:
    """A term whose hyphens may be spaces or nothing."""
    return r"[\s-]?".join(re.escape(part) for part in re.split(r"[\s-]+", term.strip()))


def _worded_otherwise(reading: Reading) -> Iterator[Finding]:
    """An English term of several words, the noun that they end in exchanged, in one place of the whole text."""
    terms: dict[str, list[tuple[str, Definition]]] = defaultdict(list)
    for each in reading.definitions if reading.language == "en" else ():
        first, _, noun = " ".join(each.term.casefold().split()).rpartition(" ")
        if first:
            terms[first].append((noun, each))
    if not terms:
        return
    spans = _spans(reading)
    firsts = "|".join(map(re.escape, sorted(terms, key=len, reverse=True)))
    pattern = re.compile(rf"(?<![\w-])(?P<first>{firsts}) (?P<noun>[^\W\d_]{{4,}})", re.IGNORECASE)
    found: dict[str, list[tuple[Line, re.Match[str], Definition]]] = defaultdict(list)
    for line in reading.lines:
        for match in pattern.finditer(line.chars):
            first, said = match["first"].casefold(), match["noun"].casefold()
            if not any((line.place, at) in spans for at in range(match.start(), match.end())):
                for noun, each in terms[first]:
                    if _is_variant(said, noun, " " in first):
                        found[f"{first} {said}"].append((line, match, each))
    for places in found.values():
        line, match, each = places[0]
        if len(places) == 1 and not each.holds(line.place):
            hint = f'write "{each.term.lower()}"'
            yield Finding(line, match.start(), match.end(), f'"{each.term}" has other words here', hint)


def _spans(reading: Reading) -> set[tuple[Place, int]]:
    """Every character that stands in a defined term."""
    terms = [(each.place, each.start, each.end) for each in reading.definitions]
    known = [*terms, *((use.place, use.start, use.end) for use in reading.uses)]
    return {(place, at) for place, start, end in known for at in range(start, end)}


def _is_variant(said: str, noun: str, long: bool) -> bool:
    """Whether one noun stands for another: any in a long term, one that looks alike in a term of two words.

    Words that begin alike are forms of one word.
    """
    return said[:5] != noun[:5] and len(noun) >= 4 and (long or fuzz.ratio(said, noun) >= _ALIKE)


def _given_up(reading: Reading) -> Iterator[Finding]:
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
