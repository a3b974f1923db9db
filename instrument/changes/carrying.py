"""Changes taken over to a text that has moved on: what rebasing and merging stand on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from instrument.changes.describing import describe
from instrument.changes.items import (
    Changes,
    Delete,
    Gap,
    Insert,
    Item,
    Join,
    Move,
    Part,
    Place,
    Redesignate,
    Relabel,
    Replace,
    Restyle,
    Split,
)
from instrument.changes.overlapping import Clash, Overlap, overlap
from instrument.changes.pairing import Spot, Strand
from instrument.changes.performing import Performed, execute, perform
from instrument.changes.singles import neighbour
from instrument.model import Instrument, length


@dataclass(frozen=True, slots=True)
class Carried:
    """Changes on the text that moved on, and every item that met one of the changes it moved through.

    An item that met the same edit is done already, one that met a contradiction is left out; one that stands beside
    another is carried, after it, and should be looked at.
    """

    changes: Changes
    met: tuple[Overlap, ...] = ()

    @property
    def satisfied(self) -> tuple[Item, ...]:
        return tuple(meeting.mine for meeting in self.met if meeting.clash is Clash.SAME)

    @property
    def contrary(self) -> tuple[Item, ...]:
        return tuple(dict.fromkeys(meeting.mine for meeting in self.met if meeting.clash is Clash.CONTRARY))


def carry(changes: Changes, through: Changes, base: Instrument) -> Carried:
    """Changes against `base` as changes against what `through` makes of it.

    Nothing is guessed: an item is carried where the text it addresses is still what it was.
    """
    met = overlap(changes, through)
    left_out = {id(meeting.mine) for meeting in met if meeting.clash is not Clash.BESIDE}
    moved = perform(through, base)
    chart = _chart(through, base, moved)
    items = [new for item in changes.items if id(item) not in left_out for new in _carried(item, chart)]
    loose = Changes("", "", tuple(items))
    done = execute(loose, moved.result)
    return Carried(describe(moved.result, done.result, done.pairing), met)


@dataclass(frozen=True, slots=True)
class _Chart:
    """Where everything in the base stands in the text that moved on."""

    base: Instrument
    moved: Performed
    through: Changes
    clauses: dict[str, str]
    strands: dict[Spot, Strand]
    edits: dict[Place, list[Replace]]
    splits: set[tuple[Place, int]]

    def clause(self, id: str) -> str:
        return self.clauses[id] if id else ""


def _chart(through: Changes, base: Instrument, moved: Performed) -> _Chart:
    strands = {spot: strand for strand in moved.pairing.strands for spot in strand.base}
    edits: defaultdict[Place, list[Replace]] = defaultdict(list)
    for item in through.items:
        if isinstance(item, Replace):
            edits[item.place].append(item)
    splits = {(item.place, item.offset) for item in through.items if isinstance(item, Split)}
    return _Chart(base, moved, through, dict(moved.pairing.clauses), strands, edits, splits)


def _carried(item: Item, chart: _Chart) -> Iterator[Item]:
    match item:
        case Replace(place, start, old) | Restyle(place, start, old):
            there, at = _point(place, start, chart, stretch=bool(old))
            yield replace(item, place=there, start=at)
        case Split(place, offset):
            there, at = _point(place, offset, chart, stretch=False)
            yield replace(item, place=there, offset=at)
        case Relabel(place) | Join(place) | Redesignate(place):
            yield replace(item, place=_places(place, chart)[0])
        case Insert(gap):
            yield replace(item, gap=_gap(gap, chart))
        case Delete(place, units):
            for step, unit in enumerate(units):
                yield from (Delete(spot, (unit,)) for spot in _places(neighbour(place, step, chart.base), chart))
        case Move(place, count, gap):
            target = _gap(gap, chart)
            moving = [spot for step in range(count) for spot in _places(neighbour(place, step, chart.base), chart)]
            for ordinal, spot in enumerate(moving):
                yield Move(spot, 1, replace(target, ordinal=target.ordinal + ordinal))


def _places(place: Place, chart: _Chart) -> list[Place]:
    """Where a unit of the base stands now: nowhere if it is gone, in several provisions if it was split."""
    if place.part is Part.PROVISION:
        strand = chart.strands.get((place.clause, place.index))
        if strand is None or strand.base[0] != (place.clause, place.index):
            return []
        return [Place(clause, Part.PROVISION, index) for clause, index in strand.result]
    id = chart.clauses.get(place.clause)
    after = chart.moved.result.clause(id) if id is not None else None
    before = chart.base.clause(place.clause)
    if after is None or before is None:
        return []
    if place.part is Part.NOTE:
        name = before.notes[place.index].name
        return [Place(after.id, Part.NOTE, index) for index, note in enumerate(after.notes) if note.name == name]
    index = [clause.id for clause in chart.moved.result].index(after.id)
    return [Place(after.id, place.part, index if place.part is Part.CLAUSE else 0)]


def _point(place: Place, start: int, chart: _Chart, stretch: bool) -> tuple[Place, int]:
    """Where a character of the base stands now; a bare point stands after what came in at it."""
    before = _shifted(place, start, chart)
    if place.part is not Part.PROVISION:
        return _places(place, chart)[0], before
    strand = chart.strands[place.clause, place.index]
    begins = start == 0 and strand.base[0] != (place.clause, place.index)
    for clause, index in strand.base:
        if (clause, index) == (place.clause, place.index):
            break
        before += _shifted(Place(clause, Part.PROVISION, index), None, chart)
    for clause, index in strand.result:
        words = chart.moved.result.clause(clause)
        assert words is not None
        size = length(words.provisions[index].text)
        last = (clause, index) == strand.result[-1]
        stays = before == size and not stretch and not begins and (place, start) not in chart.splits
        if before < size or last or stays:
            return Place(clause, Part.PROVISION, index), before
        before -= size
    raise AssertionError("a strand has a last provision")


def _shifted(place: Place, start: int | None, chart: _Chart) -> int:
    """An offset once the words before it are replaced; None stands for the end of the text."""
    edits = [e for e in chart.edits.get(place, ()) if start is None or e.start + length(e.old) <= start]
    shift = sum(length(edit.new) - length(edit.old) for edit in edits)
    if start is not None:
        return start + shift
    clause = chart.base.clause(place.clause)
    assert clause is not None
    return length(clause.provisions[place.index].text) + shift


def _gap(gap: Gap, chart: _Chart) -> Gap:
    """A gap where it is now: after the nearest neighbour before it that kept its place, and what came in since."""
    clause = chart.clause(gap.clause)
    uprooted = {
        neighbour(item.place, step, chart.base)
        for item in chart.through.items
        if isinstance(item, Move)
        for step in range(item.count)
    }
    position, nearest = 0, gap.position - 1
    while nearest >= 0:
        place = neighbour(Place(gap.clause, gap.part), nearest, chart.base)
        stands = [there for there in _places(place, chart) if there.clause == clause or gap.part is Part.CLAUSE]
        if stands and place not in uprooted:
            position = stands[-1].index + 1
            break
        nearest -= 1
    # Gaps that became one keep their order, and a mover may have become several.
    room = 1 + sum(1 + len(each.provisions) for each in (*chart.moved.result, *chart.base))
    ordinal = (gap.position * room + gap.ordinal) * room
    return Gap(clause, gap.part, position + sum(_arrived(gap, nearest, chart)), ordinal)


def _arrived(gap: Gap, nearest: int, chart: _Chart) -> Iterator[int]:
    """How many newcomers stand between a neighbour and a gap."""
    for item in chart.through.items:
        if not isinstance(item, Insert | Move):
            continue
        at = item.gap
        if (at.clause, at.part) != (gap.clause, gap.part) or not nearest < at.position <= gap.position:
            continue
        if isinstance(item, Insert):
            yield len(item.units)
        else:
            yield sum(len(_places(neighbour(item.place, step, chart.base), chart)) for step in range(item.count))
