"""The same words replaced wherever they stand in a clause, said once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from instrument.changes.items import Replace
from instrument.instructions.standing import Ground
from instrument.instructions.writing import naming
from instrument.instructions.writing.orders import Order, best
from instrument.instructions.writing.passages import quoted
from instrument.instructions.writing.proof import Bench
from instrument.model import length


def everywhere(ground: Ground, words: Sequence[Replace], bench: Bench) -> Iterator[Order]:
    """An order for each of the words that are replaced by the same wherever they stand in a clause."""
    same: defaultdict[tuple[str, str], list[Replace]] = defaultdict(list)
    for item in words:
        printed, text = bench.standing.printed(item.place), bench.standing.text(item.place)
        old = printed.chars[printed.at(item.start) : printed.at(item.start + length(item.old))].strip()
        new = bench.printed(item.new, item.place.clause, text).strip()
        if any(map(str.isalnum, old)) and new:
            same[old, new].append(item)
    for (old, new), items in same.items():
        if len(items) > 1:
            order = best(_orders(ground, quoted(old, bench), quoted(new, bench), items, bench), bench)
            yield from [order] if order else []


def _orders(ground: Ground, old: str, new: str, items: Sequence[Replace], bench: Bench) -> Iterator[Order]:
    for name, _ in naming.clause(ground, bench):
        phrase = bench.phrases.say("everywhere", place=name, old=old, new=new)
        yield Order(tuple(items), items[0].place, phrase)
