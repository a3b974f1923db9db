"""A thing that has a name keeps it.

Where article 4 speaks of "remnants" and article 7 of "remains", a court will ask what the difference is. Told are a
defined term in another spelling, and one whose words were exchanged in one place only. Source: common drafting
practice; list of checks of the International Maritime Organization.

>>> from instrument.checks.examples import trial
>>> lines = ("1. “Sub-munition” means a munition.", "2. “Cluster munition remnants” means duds.")
>>> trial("term-drift", *lines, "3. Each submunition and all cluster munition remains are destroyed.")
article-1/3: submunition: "Sub-munition" is written otherwise here
article-1/3: cluster munition remains: "Cluster munition remnants" has other words here
>>> trial("term-drift", *lines, "3. Each sub-munition and all cluster munition remnants are destroyed.")
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from instrument.checks.reading import Reading
from instrument.checks.values import Finding, Line, Rule
from instrument.definitions import Definition
from instrument.definitions.finding import form
from instrument.definitions.vocabulary import DEFINING
from instrument.problem import Severity
from instrument.references import Place

RULE = Rule("term-drift", Severity.WARNING, Severity.WARNING, ("en", "fr", "es"))
_ALIKE = 70


def find(reading: Reading) -> Iterator[Finding]:
    if reading.definitions:
        yield from _spelled_otherwise(reading)
        yield from _worded_otherwise(reading)


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
    for line in reading.having(*(re.split(r"[\s-]", each.term.casefold())[0] for each in terms.values())):
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
    for line in reading.having(*terms):
        for match in pattern.finditer(line.chars):
            first, said = match["first"].casefold(), match["noun"].casefold()
            if not any(start < match.end() and match.start() < end for start, end in spans.get(line.place, ())):
                for noun, each in terms[first]:
                    if _is_variant(said, noun, " " in first):
                        found[f"{first} {said}"].append((line, match, each))
    for places in found.values():
        line, match, each = places[0]
        if len(places) == 1 and not each.holds(line.place):
            hint = f'write "{each.term.lower()}"'
            yield Finding(line, match.start(), match.end(), f'"{each.term}" has other words here', hint)


def _spans(reading: Reading) -> dict[Place, list[tuple[int, int]]]:
    """Where defined terms stand."""
    found: dict[Place, list[tuple[int, int]]] = defaultdict(list)
    for each in reading.definitions:
        found[each.place].append((each.start, each.end))
    for use in reading.uses:
        found[use.place].append((use.start, use.end))
    return found


def _is_variant(said: str, noun: str, long: bool) -> bool:
    """Whether one noun stands for another: any in a long term, one that looks alike in a term of two words.

    Words that begin alike are forms of one word.
    """
    if said[:5] == noun[:5] or len(noun) < 4:
        return False
    return long or _is_alike(said, noun)


def _is_alike(said: str, noun: str) -> bool:
    shared = (Counter(said) & Counter(noun)).total()
    if 200 * shared < _ALIKE * (len(said) + len(noun)):
        return False  # too few letters in common, whatever their order
    from rapidfuzz import fuzz  # slow to import, and few nouns come so far

    return fuzz.ratio(said, noun) >= _ALIKE
