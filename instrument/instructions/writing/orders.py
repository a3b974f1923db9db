"""One thing to be done, as a sentence that was tried on the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from instrument.changes.items import Item, Place
from instrument.instructions.writing.phrases import sentence
from instrument.instructions.writing.proof import Bench, Grade

_TRIED = 24  # wordings of one order; what none of the first says, no further one does


@dataclass(frozen=True, slots=True)
class Order:
    """What a phrase says of some items; `within` is the place that it needs before it, if any.

    `reach` is where the words of the place end that it quotes to change them.
    """

    items: tuple[Item, ...]
    place: Place
    phrase: str
    within: str = ""
    reach: int = 0
    grade: Grade = Grade.WRONG

    def sentence(self, bench: Bench) -> str:
        """The order as a sentence of its own."""
        return sentence(
            bench.phrases.say("within", place=self.within, orders=self.phrase) if self.within else self.phrase
        )


def best(tried: Iterable[Order], bench: Bench) -> Order | None:
    """The first order that says all of its items, or else the first that says what is printed of them."""
    printed: Order | None = None
    for order in islice(tried, _TRIED):
        grade = bench.grade(order.sentence(bench), order.items)
        if grade is Grade.WHOLE:
            return replace(order, grade=grade)
        printed = printed or (replace(order, grade=grade) if grade is Grade.PRINTED else None)
    return printed
