"""The terms that a text defines, and where each of them is used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from instrument.definitions.vocabulary import DEFINING, QUOTED, Defining
from instrument.model import Clause, Instrument, plain
from instrument.references.survey import Place, characters, texts

_INSIDE = re.compile(r"[^.:] \Z")  # what stands before a word that does not begin a sentence


@dataclass(frozen=True, slots=True)
class Definition:
    """A term where it is defined: `start` to `end` are the term, `until` is the last provision of its definition."""

    term: str
    place: Place
    start: int
    end: int
    until: int

    def holds(self, place: Place) -> bool:
        """Whether a text is part of the definition."""
        if place.clause != self.place.clause or place.part != self.place.part:
            return False
        return self.place.index <= place.index <= self.until


@dataclass(frozen=True, slots=True)
class Use:
    """A defined term where a text uses it; the term's own place in its definition is none."""

    definition: Definition
    place: Place
    start: int
    end: int


def definitions(instrument: Instrument) -> tuple[Definition, ...]:
    """The terms that a text defines, in reading order; none in a language whose ways of defining are not known.

    >>> from instrument.model import Provision, text
    >>> mine = Provision(0, "1.", text("“Mine” means a munition placed under the ground."))
    >>> [found.term for found in definitions(Instrument((Clause("definitions", provisions=(mine,)),)))]
    ['Mine']
    """
    known = DEFINING.get(instrument.language)
    if known is None:
        return ()
    return tuple(found for clause in instrument for found in _in_clause(clause, known))


def _in_clause(clause: Clause, known: Defining) -> Iterator[Definition]:
    listing: int | None = None  # how deep the items of a list of definitions stand
    begins = False
    is_list = re.search(known.heading, plain(clause.heading), re.IGNORECASE) is not None
    for place, content in texts(clause):
        chars = characters(content)
        depth = clause.provisions[place.index].depth if place.part == "provision" else 0
        if begins or (listing is not None and depth < listing):
            listing, begins = (depth if begins else None), False
        for start, end in _terms(chars, known, listing is not None, is_list):
            yield Definition(chars[start:end], place, start, end, _until(clause, place))
        if place.part == "provision" and re.search(known.listed, chars, re.IGNORECASE):
            begins = True


def _terms(chars: str, known: Defining, listed: bool, is_list: bool) -> Iterator[tuple[int, int]]:
    """Where the terms stand that a text defines."""
    quoted, bare = _patterns(known)
    for found in quoted.finditer(chars) if any(mark in chars for mark in '“"«„') else ():
        if found["before"] is not None or found["after"] is not None or (listed and found.start() <= 2):
            yield found.start("term"), found.end("term")
    if is_list and (unquoted := bare.match(chars)):
        yield unquoted.start("term"), unquoted.end("term")


@lru_cache(maxsize=8)
def _patterns(known: Defining) -> tuple[re.Pattern[str], re.Pattern[str]]:
    quoted = rf"(?P<before>{known.before})?{QUOTED}(?P<after>{known.after})?"
    bare = rf"(?P<term>[A-Z][^\W\d_]+(?:[ -][^\W\d_]+){{0,5}}) {known.bare}"
    return re.compile(quoted, re.IGNORECASE), re.compile(bare)


def _until(clause: Clause, place: Place) -> int:
    """The last provision below the one in which a definition begins, closing words of the same depth left out."""
    if place.part != "provision":
        return place.index
    at = place.index
    while at + 1 < len(clause.provisions) and clause.provisions[at + 1].depth > clause.provisions[place.index].depth:
        at += 1
    return at


def uses(instrument: Instrument, defined: Sequence[Definition]) -> Iterator[Use]:
    """Every use of defined terms, in reading order; where one term is part of another, the longer one is meant.

    A term of one word that the text otherwise writes with a capital is not meant by the word without one: "a party to a
    conflict" is no "Party".
    """
    if not defined:
        return
    known = DEFINING[instrument.language]
    by_form = {f"t{at}": definition for at, definition in enumerate(defined)}
    ordered = sorted(by_form.items(), key=lambda pair: -len(pair[1].term))
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(f"(?P<{name}>{form(each.term, known)})" for name, each in ordered) + r")(?![\w-])",
        re.IGNORECASE,
    )
    written = [
        (by_form[found.lastgroup or ""], place, found)
        for clause in instrument
        for place, content in texts(clause)
        for found in pattern.finditer(characters(content))
    ]
    capital = _capitalised((each.term, found) for each, _, found in written)
    own = {(each.place, each.start) for each in defined}
    for definition, place, found in written:
        is_small = definition.term in capital and found[0][0].islower()
        if (place, found.start()) not in own and not is_small:
            yield Use(definition, place, found.start(), found.end())


def form(term: str, known: Defining) -> str:
    """A pattern for a term in either number.

    >>> bool(re.fullmatch(form("Cluster munition", DEFINING["en"]), "Cluster munitions"))
    True
    """
    words = []
    for word in re.split(r"[ \u00a0]+", term.strip()):
        if word.casefold() in known.small or not word[-1].isalpha():
            words.append(re.escape(word))
            continue
        ending, other = next(pair for pair in known.endings if re.search(pair[0], word, re.IGNORECASE))
        words.append(re.escape(re.sub(ending, "", word, count=1, flags=re.IGNORECASE)) + other)
    return r"\s+".join(words)


def _capitalised(written: Iterable[tuple[str, re.Match[str]]]) -> set[str]:
    """The terms of one word that stand with a capital more often than without, beginnings of sentences left out."""
    counts: Counter[str] = Counter()
    for term, found in written:
        if _INSIDE.search(found.string[: found.start()][-2:]) and not re.search(r"[ \u00a0]", term):
            counts[term] += 1 if found[0][0].isupper() else -1
    return {term for term, more in counts.items() if more > 0}
