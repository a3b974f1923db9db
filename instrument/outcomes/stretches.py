"""The stretches of a draft that may stay or go: brackets, the choices that slashes part in them, options."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from instrument.brackets.kinds import choice_spans, is_option
from instrument.brackets.reading import Bracket, Point, rivals, scan, text_of, walk
from instrument.model import Clause, Instrument, Run, cut, length, plain
from instrument.outline import parents


@dataclass(frozen=True, slots=True)
class Stretch:
    """What may stay or go, from its first character to its last.

    `what` is "bracket", "choice" (one side of a slash in a bracket) or "option" (a provision labelled so, with what
    stands below it). Stretches of one `group` stand beside one another for the reader to choose from; -1 is none.
    """

    clause: str
    what: str
    start: Point
    end: Point
    group: int = -1

    def holds(self, other: Stretch) -> bool:
        """Whether a stretch is this one, or inside it."""
        return self.clause == other.clause and self.start <= other.start and other.end <= self.end


def stretches(instrument: Instrument) -> tuple[Stretch, ...]:
    """Every stretch of a text, an outer one before those inside it.

    >>> from instrument.model import Provision, text
    >>> draft = Instrument((Clause("use", provisions=(Provision(text=text("[shall/may] [soon] [never] be")),)),))
    >>> [(each.what, each.start.offset, each.group) for each in stretches(draft)]
    [('bracket', 0, 0), ('choice', 1, 1), ('choice', 7, 1), ('bracket', 12, 0), ('bracket', 19, 0)]
    """
    found: list[Stretch] = []
    groups = 0
    for clause in instrument:
        here: list[Stretch] = []
        for group in _groups(clause):
            here += (replace(each, group=groups) for each in group) if len(group) > 1 else group
            groups += len(group) > 1
        found += sorted(here, key=lambda each: (each.start, -each.end.unit, -each.end.offset))
    return tuple(found)


def _groups(clause: Clause) -> Iterator[list[Stretch]]:
    yield from _options(clause)
    outermost = scan(clause).brackets
    for level in (outermost, *(bracket.inside for bracket in walk(outermost))):
        for group in _beside(clause, level):
            yield [Stretch(clause.id, "bracket", each.start, each.end) for each in group]
        for bracket in level:
            yield list(_choices(clause, bracket))


def _options(clause: Clause) -> Iterator[list[Stretch]]:
    """The options of each paragraph, those that follow one another together."""
    above, depths = parents(clause.provisions), [provision.depth for provision in clause.provisions]
    labelled = [is_option(provision.label.lstrip("[")) for provision in clause.provisions]
    for place in dict.fromkeys(zip(above, depths, strict=True)):
        siblings = [at for at, each in enumerate(zip(above, depths, strict=True)) if each == place]
        for are_options, run in groupby(siblings, key=labelled.__getitem__):
            if are_options:
                yield [_option(clause, at, depths) for at in run]


def _option(clause: Clause, first: int, depths: Sequence[int]) -> Stretch:
    below = (at for at in range(first + 1, len(depths)) if depths[at] <= depths[first])
    last = next(below, len(depths)) - 1
    return Stretch(clause.id, "option", Point(first, True, -1), Point(last, True, length(text_of(clause, last))))


def _beside(clause: Clause, level: Sequence[Bracket]) -> Iterator[list[Bracket]]:
    """The brackets of a level: rivals in one dispute, and those with nothing between them, together."""
    disputes = rivals(level)
    disputed = {bracket for group in disputes for bracket in group}
    yield from map(list, disputes)
    run: list[Bracket] = []
    for bracket in level:
        if bracket in disputed:
            continue
        if run and not _touch(clause, run[-1], bracket):
            yield run
            run = []
        run.append(bracket)
    if run:
        yield run


def _touch(clause: Clause, one: Bracket, other: Bracket) -> bool:
    if (one.last.unit, one.last.in_text) != (other.start.unit, other.start.in_text) or not other.start.in_text:
        return False
    between = cut(text_of(clause, one.last.unit), one.last.offset + 1, other.start.offset)
    return all(isinstance(atom, Run) for atom in between) and plain(between).strip() in ("", "/")


def _choices(clause: Clause, bracket: Bracket) -> Iterator[Stretch]:
    """What slashes part in a bracket within one text, outside its inner brackets.

    A slash with no space around it parts no more than two words, so it parts a bracket of nothing else.
    """
    start, end = bracket.start, bracket.end
    if (start.unit, True, True) != (end.unit, start.in_text, end.in_text):
        return
    inside = cut(text_of(clause, start.unit), start.offset + 1, end.offset)
    chars = "".join(atom.chars if isinstance(atom, Run) else "\ufffc" for atom in inside)
    spans = choice_spans(chars)
    is_tight = any(low == high + 1 for (_, high), (low, _) in pairwise(spans))
    if len(spans) == 1 or (is_tight and any(" " in chars[low:high].strip() for low, high in spans)):
        return
    for low, high in spans:
        first, last = (replace(start, offset=start.offset + 1 + at) for at in (low, high - 1))
        yield Stretch(clause.id, "choice", first, last)
