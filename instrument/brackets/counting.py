"""How many brackets a clause has, of which kinds, and how much of its wording stands in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from instrument.brackets.kinds import BracketKind, is_option, kind
from instrument.brackets.reading import scan, walk
from instrument.model import Clause, Instrument


@dataclass(frozen=True, slots=True)
class Count:
    """Brackets with those inside others, by kind; those without a partner; provisions that are options."""

    kinds: Mapping[BracketKind, int] = field(default_factory=dict)
    loose: int = 0
    options: int = 0

    @property
    def brackets(self) -> int:
        return sum(self.kinds.values())

    def __bool__(self) -> bool:
        return bool(self.brackets or self.loose or self.options)


def count(clause: Clause) -> Count:
    """The brackets of one clause.

    >>> from instrument.model import Provision, text
    >>> found = count(Clause("use", provisions=(Provision(0, "1.", text("[a [...]] b]")),)))
    >>> found.brackets, found.loose, found.kinds[BracketKind.EMPTY]
    (2, 1, 1)
    """
    found = scan(clause)
    kinds = Counter(kind(clause, bracket) for bracket in walk(found.brackets))
    options = sum(is_option(provision.label.lstrip("[")) for provision in clause.provisions)
    return Count({each: kinds[each] for each in BracketKind}, len(found.loose), options)


def total(counts: Iterable[Count]) -> Count:
    """Counts taken together."""
    each = list(counts)
    kinds = {one: sum(count.kinds.get(one, 0) for count in each) for one in BracketKind}
    return Count(kinds, sum(count.loose for count in each), sum(count.options for count in each))


@dataclass(frozen=True, slots=True)
class Row:
    """A clause through the stages: its designation in the last one that has it; None where a stage has it not."""

    clause: str
    name: str
    counts: tuple[Count | None, ...]


def compare(stages: Sequence[Instrument]) -> tuple[Row, ...]:
    """The clauses that have brackets at some stage, in the order in which they come up."""
    ids = dict.fromkeys(clause.id for stage in stages for clause in stage)
    rows = []
    for id in ids:
        here = [stage.clause(id) for stage in stages]
        counts = tuple(count(clause) if clause else None for clause in here)
        if any(counts):
            name = next((clause.label for clause in reversed(here) if clause and clause.label), id)
            rows.append(Row(id, name, counts))
    return tuple(rows)
