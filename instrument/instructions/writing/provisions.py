"""Provisions put in, taken out, moved, split and joined: the orders for whole provisions of a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from instrument.changes.items import Delete, Gap, Insert, Item, Join, Move, Part, Place, Relabel, Replace, Split
from instrument.instructions.standing import Ground
from instrument.instructions.writing import naming
from instrument.instructions.writing.orders import Order, best
from instrument.instructions.writing.passages import count, quoted, set_off, windows
from instrument.instructions.writing.proof import Bench
from instrument.labels import parse
from instrument.model import Cell, Footnote, Kind, Note, Provision, length
from instrument.references import print_path, wording


def inserted(item: Insert, bench: Bench) -> list[Order]:
    """Provisions that come in, together where one sentence brings them all."""
    rows = [unit for unit in item.units if isinstance(unit, Provision)]
    if len(rows) < len(item.units):
        return []
    whole = best(_insertions(item, rows, bench), bench)
    if whole:
        return [whole]
    heads = [at for at, row in enumerate(rows) if row.depth <= min(each.depth for each in rows[: at + 1])]
    if len(heads) < 2:
        return []
    parts = [rows[start:end] for start, end in zip(heads, [*heads[1:], len(rows)], strict=True)]
    return [order for part in parts for order in inserted(replace(item, units=tuple(part)), bench)]


def _insertions(item: Insert, rows: Sequence[Provision], bench: Bench) -> Iterator[Order]:
    ground, gap = bench.standing.ground(item.gap.clause), item.gap
    in_cells = any(isinstance(atom, Cell) for row in rows for atom in row.text)
    if in_cells or any(row.depth < rows[0].depth for row in rows):
        return
    lines = "\n".join(f"{row.label} {bench.printed(row.text, gap.clause)}".strip() for row in rows)
    new, place = set_off(lines, bench), Place(gap.clause, Part.PROVISION, gap.position)
    for made in _made(ground, rows, bench):
        for template, name in _spots(ground, gap.position, rows[0].depth, bench):
            yield Order((item,), place, bench.phrases.say(f"put {template}", place=name, made=made, new=new))


def _made(ground: Ground, rows: Sequence[Provision], bench: Bench) -> Iterator[str]:
    """What comes in, by its number if it is one: "a new paragraph 3 bis", "new subparagraphs"."""
    say, words = bench.phrases.say, wording(bench.standing.profile, bench.language)
    heads = [row.label for row in rows if row.depth == rows[0].depth]
    said = print_path(heads[:1], words) if parse(heads[0]) else ""
    kind = "item" if said and not said.startswith(words.paragraph.split(" ")[0]) else "paragraph"
    if ground.clause.kind is Kind.PREAMBLE:
        kind, said = "recital", ""
    if len(heads) > 1:
        yield say("several", made=say(f"{kind}s"))
        return
    if said:
        yield say("one", made=said)
    yield say("one", made=say(kind))


def _spots(ground: Ground, position: int, depth: int, bench: Bench) -> Iterator[tuple[str, str]]:
    """Where provisions of a depth go, beside one like them or at the end of the one above."""
    rows = ground.clause.provisions
    spots: list[tuple[str, int]] = []
    for index in range(position - 1, -1, -1):
        if ground.end(index) == position and rows[index].depth == depth:
            spots.append(("after", index))
        if rows[index].depth < depth:
            break
    if position < len(rows) and rows[position].depth == depth:
        spots.append(("before", position))
    if position and rows[position - 1].depth < depth:
        spots.append(("at end", position - 1))
    for template, index in spots:
        if name := naming.whole(ground, index, bench):
            yield template, name
    if not rows:
        yield from (("at end", name) for name, _ in naming.clause(ground, bench))


def deleted(item: Delete, words: Sequence[Replace], bench: Bench) -> list[Order]:
    """Provisions that go, neighbours together; a note goes with its marks, which are among the changes of words."""
    if item.place.part is Part.NOTE:
        notes = [unit for unit in item.units if isinstance(unit, Footnote)]
        found = [
            _note(note, replace(item.place, index=item.place.index + n), words, bench) for n, note in enumerate(notes)
        ]
        return [order for order in found if order]
    ground, start = bench.standing.ground(item.place.clause), item.place.index
    orders: list[Order] = []
    for first, last, end in _blocks(ground, start, start + len(item.units)):
        part = Delete(replace(item.place, index=first), item.units[first - start : end - start])
        order = _lifted((part,), naming.run(ground, first, last, bench), bench)
        orders += [order] if order else _one_by_one(part, ground, end, bench) if first != last else []
    return orders


def _lifted(items: tuple[Delete | Replace, ...], name: str, bench: Bench) -> Order | None:
    return best((Order(items, items[0].place, bench.phrases.say("lift", place=each)) for each in [name] if each), bench)


def _one_by_one(part: Delete, ground: Ground, stop: int, bench: Bench) -> Iterator[Order]:
    """Each of several siblings taken out by its own sentence."""
    at = start = part.place.index
    while at < stop:
        end = ground.end(at)
        each = Delete(replace(part.place, index=at), part.units[at - start : end - start])
        yield from deleted(each, (), bench)
        at = end


def _note(note: Footnote, place: Place, words: Sequence[Replace], bench: Bench) -> Order | None:
    """A note that goes with all its marks; those in words that go are taken along by them."""
    known = {(item.place, item.start): item for item in words if item.old == (Note(note.name),) and not item.new}
    marks = [known.get(at, Replace(*at, (Note(note.name),), ())) for at in _marks(note.name, place.clause, bench)]
    names = [name for name, _ in naming.around(place, bench)]
    return _lifted((Delete(place, (note,)), *marks), names[0] if names else "", bench)


def _marks(name: str, clause: str, bench: Bench) -> Iterator[tuple[Place, int]]:
    for index, provision in enumerate(bench.standing.ground(clause).clause.provisions):
        for at, atom in enumerate(provision.text):
            if atom == Note(name):
                yield Place(clause, Part.PROVISION, index), length(provision.text[:at])


def _blocks(ground: Ground, start: int, stop: int) -> Iterator[tuple[int, int, int]]:
    """The whole provisions between two indices, siblings with labels together: the first, the last, their end."""
    rows, at = ground.clause.provisions, start
    while at < stop:
        first = last = at
        at = ground.end(first)
        counted = ground.clause.kind is Kind.PREAMBLE and first > 0
        while at < stop and ground.end(at) <= stop and ground.parents[at] == ground.parents[first]:
            if not counted and not (rows[first].label and rows[at].label):
                break
            last, at = at, ground.end(at)
        if at <= stop:
            yield first, last, at
        else:
            at = first + 1


def moved(item: Move, bench: Bench) -> list[Order]:
    """Provisions that go to another place, neighbours together."""
    ground, start = bench.standing.ground(item.place.clause), item.place.index
    orders = []
    for first, last, end in _blocks(ground, start, start + item.count):
        part = Move(replace(item.place, index=first), end - first, item.gap)
        tried = (
            Order((part,), part.place, bench.phrases.say(f"move {template}", place=name, to=to))
            for name in [naming.run(ground, first, last, bench)]
            if name
            for template, to in _beside(item.gap, ground.clause.provisions[first].depth, bench)
        )
        order = best(tried, bench)
        orders += [order] if order else []
    return orders


def _beside(gap: Gap, depth: int, bench: Bench) -> Iterator[tuple[str, str]]:
    """The provisions beside a gap, those of a depth first."""
    target = bench.standing.ground(gap.clause)
    rows = target.clause.provisions
    spots = [("after", index) for index in range(gap.position) if target.end(index) == gap.position]
    spots += [("before", gap.position)] if gap.position < len(rows) else []
    for template, index in sorted(spots, key=lambda spot: rows[spot[1]].depth != depth):
        if name := naming.whole(target, index, bench):
            yield template, name


def split_or_joined(place: Place, items: Sequence[Item], bench: Bench) -> list[Order]:
    """A paragraph that becomes two, or several that become one."""
    splits = [item for item in items if isinstance(item, Split)]
    joins = sum(isinstance(item, Join) for item in items)
    order = None
    if len(splits) == 1 and not joins:
        order = best(_splits(place, splits[0], items, bench), bench)
    elif not splits:
        name = naming.several(bench.standing.ground(place.clause), place.index, place.index + joins, bench)
        tried = (Order(tuple(items), place, bench.phrases.say("join", place=each)) for each in [name] if each)
        order = best(tried, bench)
    return [order] if order else []


def _splits(place: Place, item: Split, items: Sequence[Item], bench: Bench) -> Iterator[Order]:
    ground, printed = bench.standing.ground(place.clause), bench.standing.printed(place)
    named = [each.new.label for each in items if isinstance(each, Relabel)]
    label = (named or [ground.clause.provisions[place.index].label])[0]
    made = naming.together([label, item.head.label], bench) if label and item.head.label else ""
    name, end = naming.whole(ground, place.index, bench), len(printed.chars[: printed.at(item.offset)].rstrip())
    for scope in naming.found(name, bench) if name else ():
        for start, stop in windows(printed.chars, end, end, 0, end):
            words = printed.chars[start:end]
            if words and stop == end and count(words, place, start, scope, bench) == (1, 1):
                template, old = "split into" if made else "split", quoted(words, bench)
                yield Order(tuple(items), place, bench.phrases.say(template, place=name, old=old, made=made))
