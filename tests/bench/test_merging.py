"""How the time to merge proposals grows with their number; docs/benchmarks.md keeps the rows."""

import random

import pytest

from instrument.changes import Changes, digest
from instrument.changes.items import Part, Place, Replace
from instrument.changes.tokens import spans
from instrument.model import Clause, Instrument, Provision, cut, plain, text
from instrument.proposals.amendment import Amendment
from instrument.proposals.merging import merge
from tests.bench.measuring import best, row

pytestmark = pytest.mark.bench
_SENTENCE = (
    "Each State Party shall clear and destroy remnants in areas under its control as soon as possible after that date"
)
_WORDS = _SENTENCE.split()


def written(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(count)) + "."


def room(count: int) -> tuple[Instrument, list[Amendment]]:
    """A text of a thousand provisions of a hundred words; a tenth of all proposals are on one of them."""
    chance = random.Random(1)
    base = Instrument(
        tuple(
            Clause(f"c{number}", label=f"Article {number + 1}",
                   provisions=tuple(Provision(0, f"{n + 1}.", text(written(chance, 100))) for n in range(10)))
            for number in range(100)
        )
    )  # fmt: skip
    expected = digest(base)
    return base, [amendment(base, expected, number, chance) for number in range(count)]


def amendment(base: Instrument, expected: str, number: int, chance: random.Random) -> Amendment:
    at, index = (3, 3) if chance.random() < 0.1 else (chance.randrange(100), chance.randrange(10))
    old = base.clauses[at].provisions[index].text
    words = plain(old).split(" ")
    start = chance.randrange(len(words) - 3)
    words[start : start + chance.choice((0, 1, 2))] = chance.choice(([], [chance.choice(_WORDS)]))
    new, place = text(" ".join(words)), Place(base.clauses[at].id, Part.PROVISION, index)
    items = tuple(
        Replace(place, span.old, cut(old, span.old, span.old_end), cut(new, span.new, span.new_end))
        for span in spans([old], [new])
    )
    return Amendment(Changes(expected, "", items), (f"Delegation {number % 100}",), symbol=f"DC/{number}")


def test_merging_in_proportion() -> None:
    (base, few), (_, many) = room(3_300), room(30_000)
    small = best(lambda: merge(base, few).value.text, 3)
    row("30,000 proposals on 1,000 provisions in one text", best(lambda: merge(base, many).value.text, 1),
        "9.1 times 3,300 proposals", small * 30 / 3.3)  # fmt: skip
    print(f"3,300 proposals: {small:.2f} s")
