"""A difference in reading order: every line of both texts once, with what happened to it.

Lines go article by article in the order of the result; what was deleted or moved away stands where it stood, before
what came in its place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from instrument.changes.pairing import Pairing, Spot, Strand
from instrument.comparison.order import keep
from instrument.difference.names import heading_name, note_name, provision_names
from instrument.difference.weaving import Did, Piece, weave
from instrument.model import Clause, Instrument, Text, length
from instrument.outline import addresses


class Fate(StrEnum):
    """What happened to a line."""

    SAME = "same"
    CHANGED = "changed"
    RENUMBERED = "renumbered"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    LEFT = "left"  # the place that a moved line has left


@dataclass(frozen=True, slots=True)
class Side:
    """A line as one of the texts has it: where it stands, its label and depth, its words, what lawyers call it."""

    clause: str
    address: str
    label: str
    depth: int
    text: Text
    name: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a comparison: a heading, a provision or a note, in the old text, in the new one, or in both.

    A provision that was joined has all it was made of in `old`; of one that was split, each part is a line of its own
    whose `old` is the whole, and every one but the first is `continued`. `doubt` is how alike the words are where the
    match may be wrong, else 0.
    """

    fate: Fate
    part: str  # "heading", "provision" or "note"
    old: tuple[Side, ...]
    new: Side | None
    pieces: tuple[Piece, ...] = ()
    split: bool = False
    doubt: float = 0
    continued: bool = False

    def __str__(self) -> str:
        from instrument.difference.saying import say

        return say(self)

    @property
    def joined(self) -> bool:
        return len(self.old) > 1

    @property
    def renumbered(self) -> bool:
        """Whether the label changed, whatever else did."""
        return bool(self.old and self.new and self.old[0].label != self.new.label)

    @property
    def reworded(self) -> bool:
        return any(piece.did is not Did.KEPT for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Chapter:
    """The lines of one clause, which may stand in only one of the texts, or have moved."""

    fate: Fate
    old: Clause | None
    new: Clause | None
    lines: tuple[Line, ...]

    @property
    def clause(self) -> Clause:
        """The clause as the new text has it, or the old one where it alone does."""
        clause = self.new or self.old
        assert clause is not None
        return clause

    @property
    def changes_whole(self) -> bool:
        """Whether something happened to the clause that no line of it tells: it moved, or is of another kind now."""
        if self.old is None or self.new is None:
            return not self.lines
        return self.fate is Fate.MOVED or self.old.kind is not self.new.kind


def view(
    base: Instrument, result: Instrument, pairing: Pairing, doubtful: Mapping[Strand, float]
) -> tuple[Chapter, ...]:
    """All clauses of two texts as chapters, in reading order."""
    loom = _loom(base, result, pairing, doubtful)
    origin, order = {new: old for old, new in pairing.clauses}, {clause.id: index for index, clause in enumerate(base)}
    keys = [order[origin[clause.id]] if clause.id in origin else None for clause in result]
    steady = keep(keys, [1 + len(clause.provisions) for clause in result])
    paired = set(origin.values())
    gone = [index for index, clause in enumerate(base) if clause.id not in paired]
    chapters = []
    for place in _interleaved(keys, steady, [1] * len(keys), gone):
        if place.old:
            chapters.append(_chapter(loom, base.clauses[place.index], None, Fate.DELETED))
            continue
        clause = result.clauses[place.index]
        old = loom.base[origin[clause.id]] if clause.id in origin else None
        fate = Fate.INSERTED if old is None else Fate.SAME if place.index in steady else Fate.MOVED
        chapters.append(_chapter(loom, old, clause, fate))
    return tuple(chapters)


@dataclass(frozen=True, slots=True)
class _Sides:
    """The lines of a clause, as they are and as they are called."""

    heading: Side
    provisions: tuple[Side, ...]
    notes: dict[str, Side]


@dataclass(frozen=True, slots=True)
class _Loom:
    """What is looked up for every line."""

    base: dict[str, Clause]
    olds: dict[str, _Sides]
    news: dict[str, _Sides]
    arrived: dict[Spot, Strand]
    left: dict[Spot, Strand]
    doubtful: Mapping[Strand, float]


def _loom(base: Instrument, result: Instrument, pairing: Pairing, doubtful: Mapping[Strand, float]) -> _Loom:
    return _Loom(
        {clause.id: clause for clause in base},
        {clause.id: _sides(clause, base.language) for clause in base},
        {clause.id: _sides(clause, result.language) for clause in result},
        {spot: strand for strand in pairing.strands for spot in strand.result},
        {spot: strand for strand in pairing.strands for spot in strand.base},
        doubtful,
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """The next line to print: one of the new text by its index, or one that is gone from the old."""

    index: int
    old: bool = False


def _interleaved(
    keys: Sequence[int | None], steady: Sequence[int], sizes: Sequence[int], gone: Sequence[int]
) -> Iterator[_Place]:
    """The new text's lines in order, each steady one followed by the old lines that stood next and are gone."""
    ends = [(keys[position] or 0) + sizes[position] for position in steady]
    after: defaultdict[int, list[int]] = defaultdict(list)
    for index in gone:
        after[bisect_right(ends, index)].append(index)
    yield from (_Place(index, old=True) for index in after[0])
    for position in range(len(keys)):
        yield _Place(position)
        at = bisect_left(steady, position)
        if at < len(steady) and steady[at] == position:
            yield from (_Place(index, old=True) for index in after[at + 1])


def _chapter(loom: _Loom, old: Clause | None, new: Clause | None, fate: Fate) -> Chapter:
    sides = loom.olds[old.id] if old else None, loom.news[new.id] if new else None
    lines = (*_heading(*sides), *_provisions(loom, old, new), *_notes(*sides))
    changed = fate is Fate.SAME and any(line.fate is not Fate.SAME for line in lines)
    return Chapter(Fate.CHANGED if changed else fate, old, new, lines)


def _heading(old: _Sides | None, new: _Sides | None) -> Iterator[Line]:
    before, after = (sides.heading if sides else None for sides in (old, new))
    if any(side and (side.label or side.text) for side in (before, after)):
        yield _line("heading", before, after)


def _notes(old: _Sides | None, new: _Sides | None) -> Iterator[Line]:
    before, after = (sides.notes if sides else {} for sides in (old, new))
    yield from (_line("note", side, None) for name, side in before.items() if name not in after)
    yield from (_line("note", before.get(name), side) for name, side in after.items())


def _line(part: str, old: Side | None, new: Side | None) -> Line:
    """A line that stands in its place, in one text or in both."""
    if old is None or new is None:
        did = Did.INSERTED if new else Did.DELETED
        words = new or old
        said = (Piece(did, words.text),) if words and words.text else ()
        return Line(Fate.INSERTED if new else Fate.DELETED, part, (old,) if old else (), new, said)
    (pieces,) = weave([old.text], [new.text])
    line = Line(Fate.SAME, part, (old,), new, pieces)
    return replace(line, fate=_fate(line))


def _fate(line: Line) -> Fate:
    if line.reworded or line.joined or line.split:
        return Fate.CHANGED
    shifted = line.new and line.old and line.old[0].depth != line.new.depth
    return Fate.RENUMBERED if line.renumbered or shifted else Fate.SAME


def _provisions(loom: _Loom, old: Clause | None, new: Clause | None) -> Iterator[Line]:
    olds, news = (clause.provisions if clause else () for clause in (old, new))
    strands = [loom.arrived.get((new.id, index)) if new else None for index in range(len(news))]
    home = [strand if strand and old and strand.base[0][0] == old.id else None for strand in strands]
    keys = [s.base[0][1] if s and s.result[-1][1] == index else None for index, s in enumerate(home)]
    sizes = [len(strand.base) if strand else 0 for strand in home]
    weights = [sum(1 + length(olds[i].text) for _, i in strand.base) if strand else 0 for strand in home]
    steady = keep(keys, weights)
    stays = {index for position in steady if (strand := home[position]) for _, index in strand.base}
    still = {strand for position in steady if (strand := home[position])}
    for place in _interleaved(keys, steady, sizes, [index for index in range(len(olds)) if index not in stays]):
        if place.old and old:
            yield _departed(loom, old, place.index)
        elif new:
            yield _arrived(loom, new, place.index, strands[place.index], strands[place.index] in still)


def _departed(loom: _Loom, clause: Clause, index: int) -> Line:
    """An old provision that stands here no more: deleted, or moved to where the strand says."""
    side = loom.olds[clause.id].provisions[index]
    strand = loom.left.get((clause.id, index))
    if strand is None:
        return _line("provision", side, None)
    there, at = strand.result[0]
    return Line(Fate.LEFT, "provision", (side,), loom.news[there].provisions[at])


def _arrived(loom: _Loom, clause: Clause, index: int, strand: Strand | None, steady: bool) -> Line:
    new = loom.news[clause.id].provisions[index]
    if strand is None:
        return _line("provision", None, new)
    olds = tuple(loom.olds[id].provisions[i] for id, i in strand.base)
    news = [loom.news[id].provisions[i].text for id, i in strand.result]
    part = strand.result.index((clause.id, index))
    pieces = weave([side.text for side in olds], news)[part]
    split = len(strand.result) > 1
    line = Line(Fate.MOVED, "provision", olds, new, pieces, split, loom.doubtful.get(strand, 0), part > 0)
    return replace(line, fate=_fate(line)) if steady else line


def _sides(clause: Clause, language: str) -> _Sides:
    headed = heading_name(clause, language)
    called = zip(clause.provisions, addresses(clause), provision_names(clause, language), strict=True)
    return _Sides(
        Side(clause.id, f"{clause.id}/heading", clause.label, 0, clause.heading, headed),
        tuple(Side(clause.id, address, p.label, p.depth, p.text, name) for p, address, name in called),
        {
            n.name: Side(clause.id, f"{clause.id}/note/{n.name}", "", 0, n.text, note_name(clause, n.name, language))
            for n in clause.notes
        },
    )
