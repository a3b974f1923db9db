"""Who stands behind a proposal: sponsors that join and leave, alone or on behalf of a group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from instrument.proposals import moments


@dataclass(frozen=True, slots=True)
class Member:
    """A delegation's time in a group; an open end is None."""

    delegation: str
    since: date | None = None
    until: date | None = None

    def is_in(self, when: date) -> bool:
        """Whether the delegation is in the group; the last day still counts.

        >>> Member("b", until=date(2026, 6, 30)).is_in(date(2026, 6, 30))
        True
        """
        begun = self.since is None or not moments.precedes(when, self.since)
        return begun and (self.until is None or moments.day(when) <= moments.day(self.until))


@dataclass(frozen=True, slots=True)
class Group:
    """Delegations that speak together, under a name in each language."""

    id: str
    name: Mapping[str, str]
    members: tuple[Member, ...] = ()

    def members_at(self, when: date) -> tuple[str, ...]:
        """The ids of the delegations that are in the group at a moment, each once, in their order."""
        return tuple(dict.fromkeys(member.delegation for member in self.members if member.is_in(when)))


@dataclass(frozen=True, slots=True)
class Sponsor:
    """A delegation or a group behind a proposal, from when, until when, and for whom else it speaks.

    `initials` are of who recorded that it joined, `left_initials` that it left.
    """

    name: str
    joined: date
    left: date | None = None
    behalf: str = ""
    initials: str = ""
    left_initials: str = ""

    def stands(self, when: date) -> bool:
        """Whether it is a sponsor at a moment; who leaves on a day is none on that day any more."""
        return not moments.precedes(when, self.joined) and (self.left is None or moments.precedes(when, self.left))

    def may_act(self, when: date) -> bool:
        """Whether it may have been one still: who leaves on a day may act on that day before it does.

        >>> Sponsor("Delegation A", date(2026, 3, 1), date(2026, 3, 4)).may_act(date(2026, 3, 4))
        True
        """
        return not moments.precedes(when, self.joined) and (self.left is None or not moments.precedes(self.left, when))

    def __str__(self) -> str:
        """As documents name it: "Delegation A, on behalf of Group One"."""
        return f"{self.name}, on behalf of {self.behalf}" if self.behalf else self.name


def in_order(sponsors: Iterable[Sponsor]) -> tuple[Sponsor, ...]:
    """The sponsors in the order of the register: as they joined; who joined at once, as listed."""
    return tuple(sorted(sponsors, key=lambda sponsor: moments.order(sponsor.joined)))


def sponsors_at(sponsors: Iterable[Sponsor], when: date) -> tuple[Sponsor, ...]:
    """Those who stand behind a proposal at a moment, in the order of the register.

    >>> one, two = Sponsor("Delegation B", date(2026, 3, 2)), Sponsor("Delegation A", date(2026, 3, 1))
    >>> [sponsor.name for sponsor in sponsors_at((one, two), date(2026, 3, 2))]
    ['Delegation A', 'Delegation B']
    """
    return tuple(sponsor for sponsor in in_order(sponsors) if sponsor.stands(when))
