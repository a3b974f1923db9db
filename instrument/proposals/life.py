"""The life of a proposal: steps, each dated, none ever taken back; which may follow which, and who may take them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from instrument.proposals import moments
from instrument.proposals.sponsors import Sponsor, in_order, sponsors_at


class Event(StrEnum):
    """What can happen to a proposal; what happened last is its state."""

    RECEIVED = "received"
    VALIDATED = "validated"
    ISSUED = "issued"
    INTRODUCED = "introduced"
    SUB_AMENDED = "sub-amended"
    WITHDRAWN = "withdrawn"
    TAKEN_OVER = "taken over"
    ADOPTED = "adopted"
    ADOPTED_AMENDED = "adopted as orally amended"
    REJECTED = "rejected"
    LAPSED = "lapsed"
    SUPERSEDED = "superseded"


ADOPTED = (Event.ADOPTED, Event.ADOPTED_AMENDED)
PENDING = (Event.ISSUED, Event.INTRODUCED, Event.SUB_AMENDED, Event.TAKEN_OVER)
UNISSUED = (Event.RECEIVED, Event.VALIDATED)
# What a register is asked for: a state, or several under one name.
STATES = {event.value: (event,) for event in Event} | {"pending": PENDING, "adopted": ADOPTED}


class Actor(StrEnum):
    """Who may take a step, in the words of the sentence that refuses anybody else."""

    ANYONE = "anyone"
    SPONSOR = "a sponsor"
    MOVER = "its mover"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a proposal: when, and by whom.

    `channel` says how it was received; `symbol` names the other proposal that amends, takes over or replaces it;
    `decision` and `stage` say what adopted or rejected it and where its words now stand; `initials` who recorded it.
    """

    event: Event
    at: date
    by: str = ""
    channel: str = ""
    symbol: str = ""
    decision: str = ""
    stage: str = ""
    note: str = ""
    initials: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """After which events a step may be taken, by whom, and what it must say."""

    after: tuple[Event, ...]
    by: Actor = Actor.ANYONE
    says: tuple[str, ...] = ()


RULES = {
    Event.RECEIVED: Rule(after=()),
    Event.VALIDATED: Rule(after=(Event.RECEIVED,)),
    Event.ISSUED: Rule(after=UNISSUED),
    Event.INTRODUCED: Rule(after=(Event.ISSUED, Event.SUB_AMENDED, Event.TAKEN_OVER), by=Actor.SPONSOR, says=("by",)),
    Event.SUB_AMENDED: Rule(after=PENDING, says=("symbol",)),
    Event.WITHDRAWN: Rule(after=(*UNISSUED, *PENDING), by=Actor.MOVER, says=("by",)),
    Event.TAKEN_OVER: Rule(after=(Event.WITHDRAWN,), says=("by",)),
    Event.ADOPTED: Rule(after=PENDING, says=("decision",)),
    Event.ADOPTED_AMENDED: Rule(after=PENDING, says=("decision",)),
    Event.REJECTED: Rule(after=PENDING),
    Event.LAPSED: Rule(after=(*UNISSUED, *PENDING)),
    Event.SUPERSEDED: Rule(after=(*UNISSUED, *PENDING), says=("symbol",)),
}


def allowed(life: Sequence[Step]) -> tuple[Event, ...]:
    """What may happen next.

    >>> [str(event) for event in allowed([Step(Event.WITHDRAWN, date(2026, 3, 9))])]
    ['taken over']
    """
    if not life:
        return (Event.RECEIVED,)
    return tuple(event for event, rule in RULES.items() if life[-1].event in rule.after)


def mover(life: Sequence[Step], sponsors: Sequence[Sponsor], when: date) -> str:
    """Whose proposal it is: who took it over last, else the first in the register of those who still stand by it."""
    takers = [step.by for step in life if step.event is Event.TAKEN_OVER]
    if takers:
        return takers[-1]
    return next((sponsor.name for sponsor in sponsors_at(sponsors, when)), "")


def refusal(life: Sequence[Step], sponsors: Sequence[Sponsor], step: Step) -> str:
    """Why a step may not be taken now, in one sentence that says what may; empty where it may.

    >>> refusal((), (), Step(Event.REJECTED, date(2026, 3, 9)))
    'it cannot be rejected before anything else; it can be: received'
    """
    possible = allowed(life)
    if step.event not in possible:
        state = f"once it is {life[-1].event}" if life else "before anything else"
        return f"it cannot be {step.event} {state}; it can be: {', '.join(possible) or 'nothing more'}"
    if life and moments.precedes(step.at, life[-1].at):
        last = f"{life[-1].event} on {moments.show(life[-1].at)}"
        return f"it cannot be {step.event} on {moments.show(step.at)}: it was {last}, and steps follow one another"
    rule = RULES[step.event]
    if missing := [name for name in rule.says if not getattr(step, name)]:
        return f"it cannot be {step.event} without saying: {', '.join(missing)}"
    acting = [sponsor.name for sponsor in in_order(sponsors) if sponsor.may_act(step.at)]
    owner = mover(life, sponsors, step.at)
    has_taken_over = any(one.event is Event.TAKEN_OVER for one in life)
    if rule.by is Actor.MOVER and step.by != owner and (has_taken_over or step.by not in acting[:1]):
        return f"it can be {step.event} only by its mover, {owner or 'whom it no longer has'}, not by {step.by}"
    if rule.by is Actor.SPONSOR and step.by not in acting:
        return f"it can be {step.event} only by a sponsor, not by {step.by}; its sponsors are: {', '.join(acting)}"
    return ""


def faults(life: Sequence[Step], sponsors: Sequence[Sponsor]) -> Iterator[tuple[int, str]]:
    """Every step that was not allowed when it was taken, by its index, and why."""
    for index, step in enumerate(life):
        if reason := refusal(life[:index], sponsors, step):
            yield index, reason
