"""Numbers of provisions, and the brackets around a provision with its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from instrument.changes.items import Part, Place, Relabel, Replace
from instrument.instructions.writing import naming
from instrument.instructions.writing.orders import Order, best
from instrument.instructions.writing.proof import Bench
from instrument.labels import following, key, parse


def parted(item: Relabel) -> tuple[Relabel | None, Relabel | None]:
    """What becomes of the bracket before a label, and of its number: each as if it were alone."""
    opened, opens = item.old.label.startswith("["), item.new.label.startswith("[")
    if opened == opens:
        return None, item
    old, new = item.old.label.removeprefix("["), item.new.label.removeprefix("[")
    bracket = Relabel(item.place, item.old, replace(item.old, label="[" * opens + old))
    number = Relabel(item.place, item.old, replace(item.new, label="[" * opened + new))
    return bracket, number if new != old or item.old.depth != item.new.depth else None


def bracketed(item: Relabel, words: Sequence[Replace], bench: Bench) -> Order | None:
    """A whole provision put in brackets, or taken out of them, with the bracket that closes at its end."""
    ground = bench.standing.ground(item.place.clause)
    last = Place(item.place.clause, Part.PROVISION, ground.end(item.place.index) - 1)
    template = "enclose" if item.new.label.startswith("[") else "disclose"
    name = naming.whole(ground, item.place.index, bench)
    ends = [each for each in words if each.place == last][-1:] if name else []
    return best((Order((item, end), item.place, bench.phrases.say(template, place=name)) for end in ends), bench)


def renumbered(items: Sequence[Relabel], bench: Bench) -> list[Order]:
    """Provisions that get other numbers, neighbours together where their numbers go on from one another."""
    orders: list[Order] = []
    for run in _runs([item for item in items if item.old.depth == item.new.depth and item.new.label], bench):
        order = best(_renumberings(run, bench), bench)
        each = [order] if order or len(run) == 1 else [best(_renumberings([item], bench), bench) for item in run]
        orders += [found for found in each if found]
    return orders


def _runs(items: Sequence[Relabel], bench: Bench) -> list[list[Relabel]]:
    """Siblings whose old and new numbers go on from one another."""
    runs: list[list[Relabel]] = []
    ends: dict[tuple[str, int], list[Relabel]] = {}  # by where the next sibling begins
    for item in sorted(items, key=lambda item: item.place):
        ground, place = bench.standing.ground(item.place.clause), item.place
        run = ends.get((place.clause, place.index))
        if run and _go_on(run[-1], item) and ground.parents[run[-1].place.index] == ground.parents[place.index]:
            run.append(item)
        else:
            runs.append(run := [item])
        ends[place.clause, ground.end(place.index)] = run
    return runs


def _go_on(one: Relabel, two: Relabel) -> bool:
    pairs = (one.old.label, two.old.label), (one.new.label, two.new.label)
    return all(parse(first) and following(key(first)) == key(second) for first, second in pairs)


def _renumberings(run: Sequence[Relabel], bench: Bench) -> Iterator[Order]:
    place, ground = run[0].place, bench.standing.ground(run[0].place.clause)
    made = naming.together([item.new.label for item in run], bench)
    if name := naming.run(ground, place.index, run[-1].place.index, bench):
        yield Order(tuple(run), place, bench.phrases.say("renumber", place=name, made=made))
