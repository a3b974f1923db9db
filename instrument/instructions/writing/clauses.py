"""Articles put in, taken out, moved and renumbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from instrument.changes.items import Delete, Gap, Insert, Move, Part, Place, Redesignate
from instrument.instructions.standing import Ground
from instrument.instructions.writing import naming
from instrument.instructions.writing.orders import Order, best
from instrument.instructions.writing.passages import set_off
from instrument.instructions.writing.proof import Bench
from instrument.labels import designation
from instrument.model import Clause, Kind
from instrument.references import wording


def inserted(item: Insert, bench: Bench) -> list[Order]:
    """Articles that come in, each by its own sentence."""
    parts = [Insert(item.gap, (unit,)) for unit in item.units]
    return [order for part in parts if (order := best(_insertions(part, bench), bench))]


def _insertions(item: Insert, bench: Bench) -> Iterator[Order]:
    (clause,) = item.units
    assert isinstance(clause, Clause)
    rows = [f"{row.label} {bench.printed(row.text, clause.id)}".strip() for row in clause.provisions]
    heading = bench.printed(clause.heading, clause.id)
    new = set_off("\n".join(filter(None, (clause.label, heading, *rows))), bench)
    made = bench.phrases.say("one", made=_called(clause.kind, clause.label, bench))
    for template, name in _beside(item.gap, clause.kind, bench):
        phrase = bench.phrases.say(f"put {template}", place=name, made=made, new=new)
        yield Order((item,), Place(clause.id, Part.CLAUSE, item.gap.position), phrase)


def _called(kind: Kind, label: str, bench: Bench) -> str:
    """ "article 5 bis"."""
    template = wording(bench.standing.profile, bench.language).clauses[kind]
    return template.replace("{}", designation(label)[1]).strip()


def _beside(gap: Gap, kind: Kind, bench: Bench) -> Iterator[tuple[str, str]]:
    """The clauses beside a gap, those of a kind first."""
    grounds, at = bench.standing.grounds, gap.position
    spots = [("after", grounds[at - 1])] if at else []
    spots += [("before", grounds[at])] if at < len(grounds) else []
    for template, ground in sorted(spots, key=lambda spot: spot[1].clause.kind is not kind):
        yield from ((template, name) for name, _ in naming.clause(ground, bench))


def deleted(item: Delete, bench: Bench) -> list[Order]:
    """Articles that go, neighbours together, and parts with all that stands under them."""
    start = item.place.index
    wholes = _wholes(bench.standing.grounds[start : start + len(item.units)], bench)
    runs = [(whole, _names(whole[:1], bench)) for whole in wholes if len(whole) > 1]
    runs += [(run, _names(run, bench)) for run in _runs([whole[0] for whole in wholes if len(whole) == 1])]
    orders: list[Order] = []
    for run, names in runs:
        first = run[0].position - start
        part = Delete(_place(run[0]), item.units[first : first + len(run)])
        order = best((Order((part,), part.place, bench.phrases.say("lift", place=name)) for name in names), bench)
        if order:
            orders.append(order)
        elif len(run) > 1:
            for ground, unit in zip(run, part.units, strict=True):
                orders += deleted(Delete(_place(ground), (unit,)), bench)
    return orders


def _wholes(grounds: Sequence[Ground], bench: Bench) -> list[list[Ground]]:
    """Each clause, with those that stand under it where all of them are there."""
    wholes: list[list[Ground]] = []
    for at, ground in enumerate(grounds):
        if not wholes or ground.position > wholes[-1][-1].position:
            below = bench.standing.below(ground)
            wholes.append([ground, *below] if grounds[at + 1 : at + 1 + len(below)] == below else [ground])
    return wholes


def _place(ground: Ground) -> Place:
    return Place(ground.clause.id, Part.CLAUSE, ground.position)


def _runs(grounds: Sequence[Ground]) -> list[list[Ground]]:
    """Neighbours of one kind."""
    runs: list[list[Ground]] = []
    for ground in grounds:
        last = runs[-1][-1] if runs else None
        if last and last.clause.kind is ground.clause.kind and last.position + 1 == ground.position:
            runs[-1].append(ground)
        else:
            runs.append([ground])
    return runs


def _names(run: Sequence[Ground], bench: Bench) -> list[str]:
    """The name of a clause, or of neighbours together."""
    if len(run) == 1:
        return [name for name, _ in naming.clause(run[0], bench)]
    said = _together(run[0].clause.kind, [ground.clause.label for ground in run], bench)
    return [bench.phrases.name(said)] if said else []


def _together(kind: Kind, labels: Sequence[str], bench: Bench) -> str:
    """ "articles 3 to 5"; nothing where one has no number."""
    numbers = [designation(label)[1] for label in labels]
    if not all(numbers):
        return ""
    first = _called(kind, labels[0], bench)
    if len(numbers) == 1:
        return first
    return bench.phrases.say(
        "two" if len(numbers) == 2 else "to", place=bench.phrases.many_of(first), label=numbers[-1]
    )


def moved(item: Move, bench: Bench) -> list[Order]:
    """Articles that go to another place, each by its own sentence, parts with all that stands under them."""
    orders = []
    for whole in _wholes(bench.standing.grounds[item.place.index : item.place.index + item.count], bench):
        part = Move(_place(whole[0]), len(whole), item.gap)
        tried = (
            Order((part,), part.place, bench.phrases.say(f"move {template}", place=name, to=to))
            for name, _ in naming.clause(whole[0], bench)
            for template, to in _beside(item.gap, whole[0].clause.kind, bench)
        )
        order = best(tried, bench)
        orders += [order] if order else []
    return orders


def redesignated(items: Sequence[Redesignate], bench: Bench) -> list[Order]:
    """Articles that get other numbers, neighbours together."""
    told = {item.place.clause: item for item in items if item.old.label != item.new.label}
    orders: list[Order] = []
    for run in _runs([ground for ground in bench.standing.grounds if ground.clause.id in told]):
        order = _renumbered(run, told, bench)
        each = [order] if order or len(run) == 1 else [_renumbered([ground], told, bench) for ground in run]
        orders += [found for found in each if found]
    return orders


def _renumbered(run: Sequence[Ground], told: dict[str, Redesignate], bench: Bench) -> Order | None:
    items = tuple(told[ground.clause.id] for ground in run)
    made = _together(items[0].new.kind, [item.new.label for item in items], bench)
    tried = (
        Order(items, items[0].place, bench.phrases.say("renumber", place=name, made=made))
        for name in _names(run, bench)
        if made
    )
    return best(tried, bench)
