"""Which paragraphs and tables of one container became which of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple, TypeVar

from instrument.comparison.align import Block, Match, align
from instrument.comparison.order import keep
from instrument.comparison.pair import ends
from instrument.comparison.pairing import LIKE
from instrument.comparison.readings import ATOM
from instrument.formats.docx.revising.flow import Grid, Item, Line
from instrument.words import words

_FEW = 4  # words that two texts may begin with by chance
T = TypeVar("T")


class Unit(NamedTuple):
    """What stands in one place in both files: paragraphs that became paragraphs, or a table that became a table.

    One side is empty where something is new or gone. `base` is what the new text was made of, where that is another
    text than the old one: what only the old one has then stays.
    """

    old: tuple[Item, ...]
    new: tuple[Item, ...]
    base: tuple[Item, ...] = ()

    @property
    def tables(self) -> tuple[Grid, Grid] | None:
        if len(self.old) == len(self.new) == 1 and isinstance(self.old[0], Grid) and isinstance(self.new[0], Grid):
            return self.old[0], self.new[0]
        return None

    @property
    def alike(self) -> tuple[Line, Line] | None:
        """The paragraph that is the same in both files, to the last bit."""
        if len(self.old) == len(self.new) == 1:
            old, new = self.old[0], self.new[0]
            if isinstance(old, Line) and isinstance(new, Line) and old.trace == new.trace and not old.is_others:
                return old, new
        return None


def matched(old: Sequence[Item], new: Sequence[Item], ours: bool = False) -> list[Unit]:
    """The units of two flows in reading order: what is gone stands where it stood, what is new behind what it follows.

    What changed its place is gone from one and new in the other. In two documents of `ours`, paragraphs that stand for
    one another in one clause under the same labels are the same ones, whatever they say.
    """
    units: list[Unit] = []
    i = j = 0
    for at, to in [*_anchors(old, new), (len(old), len(new))]:
        if at > i or to > j:
            units += _changed(old[i:at], new[j:to], ours)
        if at < len(old):
            units.append(Unit((old[at],), (new[to],)))
        i, j = at + 1, to + 1
    return _each_with_its_own(units)


def matched_by_clause(old: Sequence[Item], new: Sequence[Item]) -> list[Unit]:
    """The units of two documents of ours that call a clause by one tag: what goes to another clause is gone and new."""
    olds, news = _clauses(old), _clauses(new)
    place = {key: at for at, key in enumerate(news)}
    both = [key for key in olds if key in place]
    kept = {both[at] for at in keep([place[key] for key in both], [len(olds[key]) for key in both])}
    units: list[Unit] = []
    waiting = list(news)
    for key, items in olds.items():
        if key not in kept:
            units += _apart(items, ())
            continue
        while (first := waiting.pop(0)) != key:
            units += _apart((), news[first])
        units += matched(items, news[key], ours=True)
    return units + [unit for key in waiting for unit in _apart((), news[key])]


def _clauses(items: Sequence[Item]) -> dict[tuple[str, int], list[Item]]:
    """What stands together in one control, by its tag; what stands between controls is numbered."""
    found: dict[tuple[str, int], list[Item]] = {}
    often: Counter[str] = Counter()
    for tag, near in groupby(items, key=_tag):
        found[tag, often[tag]] = list(near)
        often[tag] += 1
    return found


def _each_with_its_own(units: Sequence[Unit]) -> list[Unit]:
    """Units of which none is new behind what is gone of one control, where it goes on in the control before that."""
    found: list[Unit] = []
    for unit in units:
        at = len(found)
        if not unit.old:
            tag = _tag(unit.new[0])
            while at and not found[at - 1].new and _tag(found[at - 1].old[-1]) not in ("", tag):
                at -= 1
            if not at or _tag((found[at - 1].new or found[at - 1].old)[-1]) != tag:
                at = len(found)
        found.insert(at, unit)
    return found


def _tag(item: Item) -> str:
    return item.control[0] if item.control else ""


def _changed(olds: Sequence[Item], news: Sequence[Item], ours: bool) -> list[Unit]:
    """The units of what stands between things that surely correspond."""
    if ours and len(olds) == len(news) and all(map(_stands_for, olds, news)):
        return [Unit((one,), (other,)) for one, other in zip(olds, news, strict=True)]
    if len(olds) == len(news) == 1 and isinstance(olds[0], Line) and isinstance(news[0], Line):
        return [Unit(tuple(olds), tuple(news))] if _akin(olds[0], news[0]) else _apart(olds, news)
    return _aligned(olds, news) if olds and news else _apart(olds, news)


def _stands_for(old: Item, new: Item) -> bool:
    if not isinstance(old, Line) or not isinstance(new, Line) or old.label != new.label:
        return False
    return bool(old.control and new.control and old.control[0] == new.control[0]) and old.style == new.style


def _akin(old: Line, new: Line) -> bool:
    """Whether two paragraphs that stand alone between others that stayed are one that was changed."""
    before, after = block(old), block(new)
    return old.trace == new.trace or _goes_on(before.words, after.words) or bool(align([before], [after]).matches)


def _goes_on(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether one text begins with all of the other, however much longer it is, or most of both stands at the ends."""
    head, tail = ends(old, new)
    return _FEW <= head == min(len(old), len(new)) or head + tail >= LIKE * max(len(old), len(new))


def _apart(olds: Sequence[Item], news: Sequence[Item]) -> list[Unit]:
    return [*(Unit((item,), ()) for item in olds), *(Unit((), (item,)) for item in news)]


def _anchors(old: Sequence[Item], new: Sequence[Item]) -> list[tuple[int, int]]:
    """What surely corresponds: paragraphs alike to the last bit that each file has once, and their like neighbours."""
    olds, news = [_trace(item) for item in old], [_trace(item) for item in new]
    often, others = Counter(olds), Counter(news)
    place = {trace: at for at, trace in enumerate(news) if others[trace] == 1}
    once = [(i, place[trace]) for i, trace in enumerate(olds) if trace and often[trace] == 1 and trace in place]
    kept = keep([j for _, j in once], [len(olds[i]) for i, _ in once])
    found = {once[at] for at in kept}
    ends = [(-1, -1), *sorted(found), (len(olds), len(news))]
    for (i, j), (i_end, j_end) in pairwise(ends):
        found |= _neighbours(olds, news, i, j, i_end, j_end)
    return sorted(found - {(len(olds), len(news)), (-1, -1)})


def _neighbours(
    olds: Sequence[bytes], news: Sequence[bytes], i: int, j: int, i_end: int, j_end: int
) -> set[tuple[int, int]]:
    found = set()
    while i + 1 < i_end and j + 1 < j_end and olds[i + 1] and olds[i + 1] == news[j + 1]:
        i, j = i + 1, j + 1
        found.add((i, j))
    while i_end - 1 > i and j_end - 1 > j and olds[i_end - 1] and olds[i_end - 1] == news[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
        found.add((i_end, j_end))
    return found


def _trace(item: Item) -> bytes:
    return item.trace if isinstance(item, Line) else b""


def _aligned(olds: Sequence[Item], news: Sequence[Item]) -> list[Unit]:
    matches = [match for match in align([*map(block, olds)], [*map(block, news)]).matches if _steady(match, olds, news)]
    units: list[Unit] = []
    i = j = 0
    for match in matches:
        units += _apart(olds[i : match.old[0]], news[j : match.new[0]])
        i, j = match.old[-1] + 1, match.new[-1] + 1
        units.append(Unit(tuple(olds[match.old[0] : i]), tuple(news[match.new[0] : j])))
    return [*units, *_apart(olds[i:], news[j:])]


def _steady(match: Match, olds: Sequence[Item], news: Sequence[Item]) -> bool:
    """Whether a match kept its place, is of neighbours, and of one kind."""
    items = [*(olds[at] for at in match.old), *(news[at] for at in match.new)]
    tables = sum(isinstance(item, Grid) for item in items)
    together = all(last - first + 1 == len(side) for side in (match.old, match.new) for first, last in [_span(side)])
    return not match.moved and together and (tables == 0 or tables == len(items) == 2)


def _span(side: Sequence[int]) -> tuple[int, int]:
    return side[0], side[-1]


def block(item: Item) -> Block:
    """A table never becomes a paragraph: its words are words of another kind."""
    if isinstance(item, Grid):
        return Block(tuple(f"{ATOM}table {word}" for word in item.words), container="table")
    label = item.label
    all, labelled = item.words, len(words(label))
    return Block(all[labelled:] or all, label)
