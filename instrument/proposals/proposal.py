"""A proposal as a value: the words a delegation sent, the changes they make, and what became of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from instrument.changes import Changes, Item
from instrument.changes.items import Delete, Insert, Move, Part
from instrument.model import Clause
from instrument.problem import Misuse
from instrument.proposals.life import ADOPTED, PENDING, Event, Step, mover, refusal
from instrument.proposals.moments import order, precedes
from instrument.proposals.sponsors import Sponsor, sponsors_at
from instrument.proposals.symbol import Symbol


@dataclass(frozen=True, slots=True)
class Proposal:
    """An amendment by one or more delegations.

    `words` are those received; `against` names the stage it amends, or the symbol of the proposal it sub-amends;
    `changes` are what the words do to that text, where anyone has said so. `adopted` are the changes that were adopted
    where they are others, because the proposal was orally amended.
    """

    words: str
    against: str
    sponsors: tuple[Sponsor, ...] = ()
    life: tuple[Step, ...] = ()
    symbol: Symbol | None = None
    language: str = "en"
    source: str = ""
    audience: str = "internal"
    explanation: str = ""
    changes: Changes | None = None
    adopted: Changes | None = None

    @property
    def name(self) -> str:
        """What sentences call it: its symbol, or how it can be told before it has one."""
        by = f" by {self.sponsors[0].name}" if self.sponsors else ""
        return str(self.symbol) if self.symbol else f"the unissued proposal{by}"

    @property
    def state(self) -> Event | None:
        """What happened to it last."""
        return self.life[-1].event if self.life else None

    @property
    def is_pending(self) -> bool:
        """Whether it is issued and nothing has been decided on it."""
        return self.state in PENDING

    @property
    def is_adopted(self) -> bool:
        return self.state in ADOPTED

    @property
    def received(self) -> date | None:
        return self.life[0].at if self.life else None

    @property
    def effect(self) -> Changes | None:
        """The changes that count: those adopted where it was orally amended, else its own."""
        return self.adopted or self.changes

    @property
    def clauses(self) -> tuple[str, ...]:
        """The ids of the clauses that it changes, in the order of its changes."""
        items = self.changes.items if self.changes else ()
        return tuple(dict.fromkeys(id for item in items for id in clauses_of(item)))

    def sponsors_at(self, when: date) -> tuple[Sponsor, ...]:
        return sponsors_at(self.sponsors, when)

    @property
    def supporters(self) -> tuple[Sponsor, ...]:
        """Those who stand behind it after everything on record, in the order of the register."""
        return self.sponsors_at(self._latest)

    @property
    def mover(self) -> str:
        """Whose proposal it is after everything on record."""
        return mover(self.life, self.sponsors, self._latest)

    @property
    def _latest(self) -> date:
        steps = [step.at for step in self.life]
        comings = [moment for sponsor in self.sponsors for moment in (sponsor.joined, sponsor.left) if moment]
        return max((*steps, *comings), key=order, default=date.min)


def receive(
    words: str, against: str, by: str, at: date, *, channel: str = "", behalf: str = "", changes: Changes | None = None
) -> Proposal:
    r"""A proposal as it arrives from its mover; the ends of lines are "\n" from here on.

    >>> receive('In article 4, delete "soon".', "first-draft", "Delegation A", date(2026, 2, 10)).state.value
    'received'
    """
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    life = (Step(Event.RECEIVED, at, by, channel=channel),)
    return Proposal(lines, against, (Sponsor(by, at, behalf=behalf),), life, changes=changes)


def take(proposal: Proposal, step: Step) -> Proposal:
    """The proposal after one more step.

    Who takes a withdrawn proposal over is its sponsor from then on, and those before are no longer. Raises `Misuse`
    for a step that is not allowed now, with those that are.
    """
    if reason := refusal(proposal.life, proposal.sponsors, step):
        raise Misuse(f"{proposal.name}: {reason}")
    if step.symbol and step.symbol == str(proposal.symbol):
        raise Misuse(f"{proposal.name}: it cannot be {step.event} by itself; name the other proposal")
    sponsors = proposal.sponsors
    if step.event is Event.TAKEN_OVER:
        standing = [one for one in sponsors if one.stands(step.at)]
        sponsors = tuple(replace(s, left=step.at) if s in standing and s.name != step.by else s for s in sponsors)
        if step.by not in [one.name for one in standing]:
            sponsors = (*sponsors, Sponsor(step.by, step.at))
    return replace(proposal, life=(*proposal.life, step), sponsors=sponsors)


def as_of(proposal: Proposal, when: date) -> Proposal:
    """The proposal as it stood at a moment: without the steps, the sponsors and the oral amendment that came later.

    >>> one = receive("Delete article 2.", "first", "Delegation A", date(2026, 2, 10))
    >>> joined = join(one, Sponsor("Delegation B", date(2026, 2, 12)))
    >>> [sponsor.name for sponsor in as_of(joined, date(2026, 2, 11)).sponsors]
    ['Delegation A']
    """
    life = tuple(step for step in proposal.life if not precedes(when, step.at))
    standing = (one for one in proposal.sponsors if not precedes(when, one.joined))
    sponsors = tuple(replace(one, left=None) if one.left and precedes(when, one.left) else one for one in standing)
    amended = proposal.adopted if any(step.event is Event.ADOPTED_AMENDED for step in life) else None
    return replace(proposal, life=life, sponsors=sponsors, adopted=amended)


def join(proposal: Proposal, sponsor: Sponsor) -> Proposal:
    """The proposal with one more sponsor.

    Raises `Misuse` for one that is a sponsor already.
    """
    if any(one.name == sponsor.name and one.stands(sponsor.joined) for one in proposal.sponsors):
        raise Misuse(f"{proposal.name}: {sponsor.name} is a sponsor of it already")
    return replace(proposal, sponsors=(*proposal.sponsors, sponsor))


def leave(proposal: Proposal, name: str, at: date, initials: str = "") -> Proposal:
    """The proposal after a sponsor left it; that it was one stays on record.

    Raises `Misuse` for who is no sponsor at that moment.
    """
    standing = [one.name for one in proposal.sponsors_at(at)]
    if name not in standing:
        raise Misuse(f"{proposal.name}: {name} is no sponsor of it; its sponsors are: {', '.join(standing) or 'none'}")
    sponsors = (
        replace(one, left=at, left_initials=initials) if one.name == name and one.stands(at) else one
        for one in proposal.sponsors
    )
    return replace(proposal, sponsors=tuple(sponsors))


def rewritten(old: Proposal, new: Proposal) -> str:
    """What of a record a later state of it does not keep, as a sentence; empty where it only adds.

    Changes may be added to words that had none; sponsors may leave, and stay on record.

    >>> one = receive("Delete article 2.", "first", "Delegation A", date(2026, 2, 10))
    >>> rewritten(one, replace(one, words="Delete article 3."))
    'the words of the unissued proposal by Delegation A'
    """
    still = [
        n if o.left else replace(n, left=None, left_initials=o.left_initials)
        for o, n in zip(old.sponsors, new.sponsors, strict=False)
    ]
    kept = {
        "base": old.against == new.against and old.language == new.language,
        "words": old.words == new.words,
        "changes": old.changes in (None, new.changes) and old.adopted in (None, new.adopted),
        "symbol": old.symbol in (None, new.symbol),
        "life": old.life == new.life[: len(old.life)],
        "sponsors": list(old.sponsors) == still,
    }
    return next((f"the {what} of {old.name}" for what, is_kept in kept.items() if not is_kept), "")


def fingerprint(words: str) -> str:
    """The SHA-256 of words as received, by which a later touch to them shows."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def clauses_of(item: Item) -> tuple[str, ...]:
    """The ids of the clauses that one change touches or brings."""
    if isinstance(item, Insert):
        return (item.gap.clause,) if item.gap.clause else tuple(u.id for u in item.units if isinstance(u, Clause))
    if isinstance(item, Delete) and item.place.part is Part.CLAUSE:
        return tuple(u.id for u in item.units if isinstance(u, Clause))
    there = item.gap.clause if isinstance(item, Move) else ""
    return (item.place.clause, there) if there else (item.place.clause,)
