"""What a proposal would have made of an earlier draft, found again in a later one: its words, and its deletions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from instrument.history.claims import Claims, claimed
from instrument.history.lines import NEW, Strips
from instrument.history.values import Credit, Draft, Origin
from instrument.history.walk import Walk


@dataclass(slots=True)
class Crediting:
    """A walk at a new draft, whose unknown words proposals may explain; `before` are the lines of the draft before."""

    walk: Walk
    draft: Draft
    new: set[str]
    before: Strips
    first: int = field(init=False)  # words with this number and greater came with the draft
    _gone: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.first = len(self.walk.origins)

    def give(self, credit: Credit, fork: Walk, known: int, grown: Sequence[str]) -> None:
        """Credits a proposal with what it made in a fork: words from the number `known` on, deletions.

        Words that stood in one of the drafts it grew from are not its own, whatever it says.
        """
        mine = Origin(self.draft.name, (credit,))
        origins = {
            spot: [mine if id >= known else None for id in strip.ids]
            for spot, strip in fork.lines.items() if max(strip.ids, default=0) >= known
        }  # fmt: skip
        text = fork.text.with_clauses(c for c in fork.text if any(c.id == clause for clause, _ in origins))
        claims = Claims(text, origins, is_whole=not credit.decision)
        for spot, at, origin in claimed(claims, self.draft.text, self.new) if origins else ():
            ids = self.walk.lines[spot].ids
            if ids[at] == NEW:
                ids[at] = self.walk.add(origin)
            elif self._is_open(ids[at], credit, grown):
                self.walk.credit(ids[at], credit)
        for id in self._departed() & fork.out.keys():
            if not any(each.decision for each in self.walk.out[id]):
                self.walk.out[id] = (credit,) if credit.decision else (*self.walk.out[id], credit)

    def _is_open(self, id: int, credit: Credit, grown: Sequence[str]) -> bool:
        """Whether a word that is known already may still be a proposal's."""
        origin = self.walk.origins[id]
        if credit.decision:
            return origin.draft not in grown or origin.returned == self.draft.name
        return id >= self.first and bool(origin.credits) and credit not in origin.credits

    def _departed(self) -> set[int]:
        """The words that stood in the draft before and do not stand in this one."""
        if not self._gone:
            stood, stand = (
                {id for strip in lines.values() for id in strip.ids} for lines in (self.before, self.walk.lines)
            )
            self._gone = stood - stand
        return self._gone
