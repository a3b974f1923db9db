"""The lines of a text while its drafts go by: the words of each, which words they are, and what went from there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from instrument.changes.items import Part, Place
from instrument.changes.pairing import Pairing
from instrument.changes.tokens import read
from instrument.history.graveyard import Grave
from instrument.model import Clause, Instrument, Text

HEADING = -1
NEW = -1  # a word that is not known yet
Spot = tuple[str, int | str]  # a clause's id with the index of a provision, the name of a note, or its heading
Ghost = tuple[int, Grave]  # the word before which something stood


@dataclass(frozen=True, slots=True)
class Strip:
    """Words in a row, each with the number by which it is the same word in every draft."""

    words: Sequence[str]
    ids: list[int]
    ghosts: tuple[Ghost, ...] = ()


Strips = dict[Spot, Strip]


def words_of(content: Text) -> list[str]:
    return [word for word in read((content,)).words if word]


def texts_of(clause: Clause) -> Iterator[tuple[Spot, Text]]:
    """Every line of a clause that has words, in its order."""
    yield (clause.id, HEADING), clause.heading
    yield from (((clause.id, index), provision.text) for index, provision in enumerate(clause.provisions))
    yield from (((clause.id, note.name), note.text) for note in clause.notes)


def fresh(text: Instrument) -> Strips:
    """The lines of a text, no word of which is known."""
    lines = ((spot, words_of(content)) for clause in text for spot, content in texts_of(clause))
    return {spot: Strip(words, [NEW] * len(words)) for spot, words in lines}


def place_of(spot: Spot, clause: Clause) -> Place:
    _, at = spot
    if isinstance(at, str):
        return Place(clause.id, Part.NOTE, [note.name for note in clause.notes].index(at))
    return Place(clause.id, Part.HEADING) if at == HEADING else Place(clause.id, Part.PROVISION, at)


def spot_of(place: Place, clause: Clause | None) -> Spot:
    """The line at a place; a clause as a whole is told of at its heading."""
    if place.part is Part.NOTE and clause and place.index < len(clause.notes):
        return clause.id, clause.notes[place.index].name
    return place.clause, place.index if place.part is Part.PROVISION else HEADING


def groups(pairing: Pairing, old: Instrument, new: Instrument) -> Iterator[tuple[list[Spot], list[Spot]]]:
    """The lines of two texts that are the same: provisions by their strands, headings, notes by their names."""
    olds, news = (dict(spot for clause in text for spot in texts_of(clause)) for text in (old, new))
    continued = dict(pairing.clauses)
    for before, name in olds:
        after = (continued.get(before, ""), name)
        if (name == HEADING or isinstance(name, str)) and after in news:
            yield [(before, name)], [after]
    for strand in pairing.strands:
        bases, results = list[Spot](strand.base), list[Spot](strand.result)
        if olds.keys() >= set(bases) and news.keys() >= set(results):
            yield bases, results


def joined(strips: Sequence[Strip]) -> Strip:
    """Lines read on as one."""
    if len(strips) == 1:
        return strips[0]
    words: list[str] = []
    ids: list[int] = []
    ghosts: list[Ghost] = []
    for strip in strips:
        ghosts += [(len(words) + at, grave) for at, grave in strip.ghosts]
        words += strip.words
        ids += strip.ids
    return Strip(words, ids, tuple(ghosts))


def parted(whole: Strip, sizes: Sequence[int]) -> Iterator[Strip]:
    """One line as several of these sizes; what stood where one ends belongs to it."""
    if len(sizes) == 1:
        yield whole
        return
    start, last = 0, -1
    for size in sizes:
        end = start + size
        ghosts = tuple((at - start, grave) for at, grave in whole.ghosts if last < at <= end)
        yield Strip(whole.words[start:end], whole.ids[start:end], ghosts)
        start = last = end
