"""A provision with all below it, or a whole clause, that is given its new text at once: what lawyers do at last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from instrument.changes.items import Insert, Item, Move, Part, Place
from instrument.instructions.amending import carry_out
from instrument.instructions.standing import Ground
from instrument.instructions.writing import naming
from instrument.instructions.writing.orders import Order
from instrument.instructions.writing.passages import set_off
from instrument.instructions.writing.proof import Bench, home
from instrument.model import Clause, Provision, Text


@dataclass(frozen=True, slots=True)
class _Block:
    """Provisions `first` up to `end` of a clause; all of it, with its heading, where `is_whole`."""

    first: int
    end: int
    is_whole: bool = False

    def holds(self, item: Item) -> bool:
        """Whether an item changes nothing outside the block."""
        if self.is_whole:
            return (item.gap if isinstance(item, Insert) else item.place).part in (Part.HEADING, Part.PROVISION)
        if isinstance(item, Insert):
            inner = all(isinstance(unit, Provision) and unit.depth for unit in item.units)
            return inner and item.gap.part is Part.PROVISION and self.first < item.gap.position <= self.end
        if item.place.part is not Part.PROVISION or not self.first <= item.place.index < self.end:
            return False
        if isinstance(item, Move):
            return self.first < item.gap.position < self.end and item.place.index + item.count <= self.end
        return item.place.index + len(getattr(item, "units", ())) <= self.end


def instead(
    ground: Ground, items: Sequence[Item], orders: list[Order], failing: Sequence[Item], bench: Bench
) -> list[Order]:
    """Orders for a clause in which some items cannot be said one by one, with the text anew of what holds those."""
    if any(isinstance(item, Move) and item.gap.clause != ground.clause.id for item in items):
        return orders
    tops = (index for index, parent in enumerate(ground.parents) if parent is None)
    for block in (*(_Block(top, ground.end(top)) for top in tops), _Block(0, len(ground.parents), is_whole=True)):
        inside = [item for item in items if block.holds(item)]
        order = _anew(ground, inside, block, bench) if any(map(block.holds, failing)) else None
        if order:
            orders = [*(each for each in orders if not block.holds(_stands(each))), order]
            failing = [item for item in failing if not block.holds(item)]
    return orders


def _stands(order: Order) -> Item:
    """The item that says where an order is: of a new footnote its mark, which new words would take away."""
    return order.items[-1] if isinstance(order.items[0], Insert) else order.items[0]


def _anew(ground: Ground, items: Sequence[Item], block: _Block, bench: Bench) -> Order | None:
    clause, wanted = ground.clause, bench.alone(ground.clause, items)
    behind = len(clause.provisions) - block.end
    rows = wanted.provisions[block.first : len(wanted.provisions) - behind]
    old: Text = tuple(atom for words in clause.body for atom in words)
    lines = [f"{row.label} {bench.printed(row.text, clause.id, old)}".strip() for row in rows]
    if block.is_whole:
        names = [name for name, _ in naming.clause(ground, bench)]
        lines = [*filter(None, (clause.label, bench.printed(wanted.heading, clause.id, old))), *lines]
    else:
        names = [naming.whole(ground, block.first, bench)]
    place, new = Place(clause.id, Part.PROVISION, block.first), set_off("\n".join(lines), bench)
    for name in filter(None, names if rows else []):
        order = Order(tuple(items), place, bench.phrases.say("amend", place=name, new=new))
        if _reads(order.sentence(bench), clause, wanted, bench):
            return order
    return None


def _reads(sentence: str, clause: Clause, wanted: Clause, bench: Bench) -> bool:
    """Whether a sentence gives a clause its text, whatever it makes of its provisions."""
    read = carry_out(sentence, bench.standing, bench.spoken).desk.all
    inside = bool(read) and all(home(item) == clause.id for item in read)
    return inside and bench.unit(bench.alone(clause, read)) == bench.unit(wanted)
