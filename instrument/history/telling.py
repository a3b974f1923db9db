"""What a walk has found out, as values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from instrument.changes.tokens import read
from instrument.history.graveyard import Grave
from instrument.history.lines import Spot, place_of, texts_of
from instrument.history.values import Blame, Credit, Gone, Line
from instrument.history.walk import Walk
from instrument.model import cut


def tell(walk: Walk, drafts: tuple[str, ...], beside: Mapping[Spot | None, Sequence[Credit]]) -> Blame:
    """The text that a walk has come to; `beside` are proposals not adopted, by the lines that they would change."""
    found: list[Line] = []
    for clause in walk.text:
        for spot, content in texts_of(clause):
            strip = walk.lines[spot]
            origins = tuple(walk.origins[id] for id in strip.ids)
            gone = tuple(each for at, grave in strip.ghosts for each in _gone(walk, grave, at))
            found.append(Line(place_of(spot, clause), content, origins, gone, tuple(beside.get(spot, ()))))
    clauses = tuple((name, each) for name, grave in walk.clauses for each in _gone(walk, grave, 0))
    return Blame(drafts, walk.text, tuple(found), clauses, tuple(beside.get(None, ())))


def _gone(walk: Walk, grave: Grave, at: int) -> Iterator[Gone]:
    """The words of a grave that are not back, in runs of one origin; what came and went with one draft never stood."""
    reading = read((grave.text,))
    lying = [number for number in range(len(grave.words)) if number not in grave.back]
    known = [(walk.origins[id], walk.out[id]) for id in grave.ids]
    for _, run in groupby(enumerate(lying), key=lambda each: (each[1] - each[0], known[each[1]])):
        span = [number for _, number in run]
        origin, credits = known[span[0]]
        start, end = reading.starts[grave.first + span[0]], reading.ends[grave.first + span[-1]]
        if origin.draft != grave.draft:
            whole = grave.is_whole and len(lying) == len(grave.words)
            label = grave.label if span[0] == 0 else ""
            yield Gone(at, cut(grave.text, start, end), origin, grave.draft, credits, label, whole)
