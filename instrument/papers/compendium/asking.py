"""Under which provisions the words of proposals stand, and where words do not say all that a proposal does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from instrument.changes import Changes
from instrument.papers.compendium.submission import Submission
from instrument.papers.compendium.touching import Ground, Spot, touches


@dataclass(frozen=True, slots=True)
class Asking:
    """What a proposal asks for under each spot, each time with the first spot it asks it for; where that is not all."""

    at: Mapping[Spot, tuple[tuple[str, Spot], ...]]
    unsaid: frozenset[Spot]


def asking(ground: Ground, submission: Submission) -> Asking:
    """Where the words of a proposal belong: each to the spots that read otherwise once they are carried out.

    Words that do nothing of their own stand where the next ones do, or else the ones before.
    """
    at: dict[Spot, tuple[tuple[str, Spot], ...]] = {}
    made: dict[Spot, object] = {}
    waiting, last = "", None
    for asked in submission.asked:
        before, after = _marks(ground, asked.before), _marks(ground, asked.after)
        spots = sorted((s for s in {*before, *after} if before.get(s) != after.get(s)), key=lambda spot: spot.order)
        waiting = f"{waiting}\n{asked.words}".strip()
        if spots:
            for spot in spots:
                at[spot] = (*at.get(spot, ()), (waiting, spots[0]))
            waiting, last = "", spots[0]
        made = after
    if waiting and last:
        at[last] = (*at[last], (waiting, last))
    wanted = _marks(ground, submission.changes)
    return Asking(at, frozenset(spot for spot in wanted if wanted[spot] != made.get(spot)))


def _marks(ground: Ground, changes: Changes | None) -> dict[Spot, object]:
    """What changes make of each spot that they touch."""
    if not changes:
        return {}
    made = touches(ground, [Submission("", (), None, "", changes)])
    return {
        touch.spot: tuple((each.words, each.old_label, each.new_label, each.change) for each in touch.entries)
        for touch in made
    }
