"""The orders for the changes inside one clause: what happens to whole provisions first, then to words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from instrument.changes.items import Delete, Insert, Item, Join, Move, Part, Place, Relabel, Replace, Split
from instrument.instructions.standing import Ground
from instrument.instructions.writing import anew, labels, notes, provisions
from instrument.instructions.writing.everywhere import everywhere
from instrument.instructions.writing.orders import Order
from instrument.instructions.writing.proof import Bench
from instrument.instructions.writing.wording import word_orders
from instrument.model import Footnote, Note, length


@dataclass(slots=True)
class _Chapter:
    """The changes of a clause while orders are found for them; `taken` are the changes of words that are said."""

    ground: Ground
    items: Sequence[Item]
    words: Sequence[Replace]
    bench: Bench
    found: list[Order] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    failing: list[Item] = field(default_factory=list)

    def keep(self, orders: Sequence[Order], *items: Item) -> None:
        """Keep the orders found for some items; those of which less is said than there is are failing."""
        self.found += orders
        said = [item for order in orders for item in order.items]
        self.taken |= set(map(id, said))
        for kind in {type(item) for item in items}:
            asked = [item for item in items if isinstance(item, kind)]
            if sum(_size(item) for item in said if isinstance(item, kind)) < sum(map(_size, asked)):
                self.failing += asked

    @property
    def left(self) -> list[Replace]:
        return [item for item in self.words if id(item) not in self.taken]


def chapter(ground: Ground, items: Sequence[Item], bench: Bench) -> list[Order]:
    """The orders inside a clause."""
    words = [part for item in items if isinstance(item, Replace) for part in _parted(item, items)]
    words.sort(key=lambda item: (item.place, item.start))
    made = _Chapter(ground, items, words, bench)
    _provisions(made)
    _ends(made)
    _labels(made)
    for order in everywhere(ground, made.left, bench):
        made.keep([order])
    by_place: defaultdict[Place, list[Replace]] = defaultdict(list)
    for item in made.left:
        by_place[item.place].append(item)
    for place, some in by_place.items():
        others = [item for item in words if item.place == place and id(item) in made.taken]
        made.found += word_orders(place, some, bench, others)
    return anew.instead(ground, items, made.found, made.failing, bench) if made.failing else made.found


def _provisions(made: _Chapter) -> None:
    for item in made.items:
        match item:
            case Insert(gap) if gap.part is Part.NOTE:
                made.keep(notes.inserted(item, made.words, made.bench), item)
            case Insert():
                made.keep(provisions.inserted(item, made.bench), item)
            case Delete():
                made.keep(provisions.deleted(item, made.words, made.bench), item)
            case Move():
                made.keep(provisions.moved(item, made.bench), item)


def _ends(made: _Chapter) -> None:
    """Paragraphs that end where others went on, and go on where others ended."""
    for group in _chains([item for item in made.items if isinstance(item, Split | Join)]):
        head = group[0].place
        if isinstance(group[0], Join):
            head = replace(head, index=head.index - 1)
        some: list[Item] = [*group]
        some += [item for item in made.words if any(_is_between(item, each, made.bench) for each in group)]
        if isinstance(group[0], Split):
            some += [item for item in made.items if isinstance(item, Relabel) and item.place == head]
        made.keep(provisions.split_or_joined(head, some, made.bench), *group)


def _labels(made: _Chapter) -> None:
    """Brackets around whole provisions, and their numbers."""
    numbers: list[Relabel] = []
    for item in made.items:
        printed = isinstance(item, Relabel) and replace(item.old, anchor="") != replace(item.new, anchor="")
        if not isinstance(item, Relabel) or not printed or id(item) in made.taken:
            continue
        bracket, number = labels.parted(item)
        order = labels.bracketed(bracket, made.left, made.bench) if bracket else None
        if bracket and not order:
            made.failing.append(item)
            continue
        made.keep([order] if order else [])
        numbers += [number] if number else []
    made.keep(labels.renumbered(numbers, made.bench), *numbers)


def _size(item: Item) -> int:
    match item:
        case Insert(_, units) | Delete(_, units):
            return len(units)
        case Move(_, count):
            return count
    return 1


def _chains(items: Sequence[Split | Join]) -> list[list[Split | Join]]:
    """Splits and joins that read on from one another."""
    chains: list[list[Split | Join]] = []
    for item in sorted(items, key=lambda item: item.place):
        last = chains[-1][-1].place if chains else None
        if last and item.place.clause == last.clause and item.place.index - last.index <= isinstance(item, Join):
            chains[-1].append(item)
        else:
            chains.append([item])
    return chains


def _is_between(item: Replace, end: Split | Join, bench: Bench) -> bool:
    """Whether nothing but the space is replaced between two paragraphs that become one, or that were one."""
    if bench.printed((*item.old, *item.new), "").strip():
        return False
    if isinstance(end, Split):
        return item.place == end.place and item.start <= end.offset <= item.start + length(item.old)
    before = Place(end.place.clause, Part.PROVISION, end.place.index - 1)
    at_end = item.place == before and item.start + length(item.old) == length(bench.standing.text(before))
    return at_end or (item.place == end.place and not item.start)


def _parted(item: Replace, items: Sequence[Item]) -> Iterator[Replace]:
    """A change of words without the marks at its edges of notes that are deleted: those go with their notes."""
    deleted = [unit for each in items if isinstance(each, Delete) for unit in each.units if isinstance(unit, Footnote)]
    gone = {Note(note.name) for note in deleted} - set(item.new)
    old, start = list(item.old), item.start
    while old and old[0] in gone and (len(old) > 1 or item.new):
        yield Replace(item.place, start, (old.pop(0),), ())
        start += 1
    end = start + length(tuple(old))
    while old and old[-1] in gone and (len(old) > 1 or item.new):
        end -= 1
        yield Replace(item.place, end, (old.pop(),), ())
    if old or item.new:
        yield Replace(item.place, start, tuple(old), item.new)
