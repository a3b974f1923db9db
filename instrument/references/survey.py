"""Every cross-reference of an instrument, live or in words, with what it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from instrument.model import Clause, Instrument, Reference, Run, Text
from instrument.references.finding import find, with_shared_names
from instrument.references.patterns import patterns
from instrument.references.resolving import Resolution, Resolver, Target
from instrument.references.values import Citation

LIVE = "\ufffc"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A text of a clause: its heading, the provision with an index, or the note with one."""

    clause: str
    part: str  # "heading", "provision" or "note"
    index: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A reference where it stands: `citation` of words, or the live `reference` at an offset; and what it names.

    Offsets count as `model.length` counts: an atom that is not a run is one character.
    """

    place: Place
    start: int
    end: int
    words: str
    resolution: Resolution
    citation: Citation | None = None
    reference: Reference | None = None


def survey(instrument: Instrument) -> Iterator[Found]:
    """Every reference of an instrument, in reading order.

    >>> from instrument.model import Provision, text
    >>> use = Clause("use", label="Article 1", provisions=(Provision(0, "1.", text("Under article 7.")),))
    >>> [(found.words, found.resolution.reason) for found in survey(Instrument((use,)))]
    [('article 7', 'there is no article 7')]
    """
    resolver = Resolver(instrument, own_names(instrument))
    for clause in instrument:
        for place, content in texts(clause):
            yield from _in_text(resolver, instrument, place, content)


def texts(clause: Clause) -> Iterator[tuple[Place, Text]]:
    """The texts of a clause with their places: heading, provisions, notes."""
    yield Place(clause.id, "heading"), clause.heading
    for index, provision in enumerate(clause.provisions):
        yield Place(clause.id, "provision", index), provision.text
    for index, note in enumerate(clause.notes):
        yield Place(clause.id, "note", index), note.text


def characters(content: Text) -> str:
    """A text with one character for every atom that is not a run, so that offsets are those of the model."""
    return "".join(atom.chars if isinstance(atom, Run) else LIVE for atom in content)


def own_names(instrument: Instrument) -> frozenset[str]:
    """What a text calls itself: the "Convention" of "this Convention"; a protocol may name another once."""
    own = patterns(instrument.language).own
    found = Counter(
        match[0].split()[-1].casefold()
        for clause in instrument
        for _, content in texts(clause)
        for match in own.finditer(characters(content))
    )
    most = max(found.values(), default=0)
    return frozenset(name for name, often in found.items() if often * 4 >= most)


def _in_text(resolver: Resolver, instrument: Instrument, place: Place, content: Text) -> Iterator[Found]:
    index = place.index if place.part == "provision" else None
    chars = characters(content)
    citations = with_shared_names(find(chars, instrument.language), chars, instrument.language)
    found = [
        Found(place, c.start, c.end, c.words, resolver.resolve(c, place.clause, index), citation=c) for c in citations
    ]
    at = 0
    for atom in content:
        if isinstance(atom, Reference):
            found.append(Found(place, at, at + 1, atom.target, _live(instrument, atom), reference=atom))
        at += len(atom.chars) if isinstance(atom, Run) else 1
    yield from sorted(found, key=lambda each: each.start)


def _live(instrument: Instrument, reference: Reference) -> Resolution:
    clause = instrument.clause(reference.clause)
    if clause is None:
        return Resolution("missing", reason=f'there is no clause "{reference.clause}"')
    if not reference.anchor:
        return Resolution("resolved", (Target(clause.id),))
    anchors = [index for index, provision in enumerate(clause.provisions) if provision.anchor == reference.anchor]
    if not anchors:
        return Resolution("missing", reason=f'"{reference.clause}" has no anchor "{reference.anchor}"')
    return Resolution("resolved", (Target(clause.id, anchors[0]),))
