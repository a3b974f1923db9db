"""Where the history of a text has come to: its lines, and an origin for every word that stood in any draft."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from instrument.history.graveyard import Grave, Graveyard
from instrument.history.lines import NEW, Spot, Strip, Strips
from instrument.history.values import Credit, Origin
from instrument.model import Instrument


@dataclass(slots=True)
class Walk:
    """A text and what is known of its words, each of which has a number for good.

    `origins` go by that number; `out` says of words that were taken out which proposals did it; `clauses` are those
    that went altogether, under their designations.
    """

    yard: Graveyard
    text: Instrument = field(default_factory=Instrument)
    lines: Strips = field(default_factory=dict)
    origins: list[Origin] = field(default_factory=list)
    out: dict[int, tuple[Credit, ...]] = field(default_factory=dict)
    clauses: list[tuple[str, Grave]] = field(default_factory=list)
    _alike: dict[Origin, Origin] = field(default_factory=dict)  # one value for all words of one origin

    def fork(self, text: Instrument, lines: Strips) -> Walk:
        """A walk of its own from a text on the way: what it meets is known to this one by the same numbers."""
        alone = {spot: Strip(strip.words, strip.ids) for spot, strip in lines.items()}
        return Walk(Graveyard(1), text, alone, self.origins, _alike=self._alike)

    def settle(self, draft: str, credits: tuple[Credit, ...] = ()) -> None:
        """Words that are still unknown are new in this draft."""
        origin = Origin(draft, credits)
        for strip in self.lines.values():
            if NEW in strip.ids:
                strip.ids[:] = [self.add(origin) if id == NEW else id for id in strip.ids]

    def add(self, origin: Origin) -> int:
        """The number of a new word."""
        self.origins.append(self._alike.setdefault(origin, origin))
        return len(self.origins) - 1

    def returned(self, id: int, draft: str, credits: tuple[Credit, ...]) -> None:
        """A word that had gone stands in a draft again, by which proposals if any."""
        origin = self.origins[id]
        self._set(id, replace(origin, returned=draft, credits=credits or origin.credits))

    def credit(self, id: int, credit: Credit) -> None:
        """One more proposal that a word came with; a record counts for more than any likeness."""
        origin = self.origins[id]
        if not origin.is_recorded:
            self._set(id, replace(origin, credits=(credit,) if credit.decision else (*origin.credits, credit)))

    def _set(self, id: int, origin: Origin) -> None:
        self.origins[id] = self._alike.setdefault(origin, origin)

    def bury(self, grave: Grave, credits: tuple[Credit, ...]) -> None:
        self.yard.bury(grave)
        for id in grave.ids:
            self.out[id] = credits

    def where(self) -> dict[int, Spot]:
        """The line that each word stands in."""
        return {id: spot for spot, strip in self.lines.items() for id in strip.ids}
