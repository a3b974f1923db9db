"""What has been agreed: the state of a provision or of some words in it, and the decision that made it so.

Nothing is agreed until everything is agreed: a state may be taken back, but not unnoticed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from instrument.problem import Problem, Severity, Where
from instrument.proposals import moments


class Status(StrEnum):
    """How far a text is agreed, from the least to the most."""

    OPEN = "open"
    AD_REFERENDUM = "ad referendum"
    AGREED = "agreed"


_RANKS = {status: rank for rank, status in enumerate(Status)}


@dataclass(frozen=True, slots=True)
class Agreement:
    """One decision on one place, named by its address at a stage; `span` are words in it where not all is meant."""

    place: str
    status: Status
    decision: str
    at: date
    stage: str = ""
    span: str = ""
    meeting: str = ""
    audience: str = "internal"

    def covers(self, address: str) -> bool:
        """Whether an address lies in the place: an agreed paragraph covers its items.

        >>> Agreement("clearance/2", Status.AGREED, "Decision 1", date(2026, 3, 9)).covers("clearance/2/c")
        True
        """
        return address == self.place or address.startswith(self.place + "/")


def current(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """The last decision on each place and span, in the order in which they were first decided on."""
    return tuple({(one.place, one.span): one for one in agreements}.values())


def reopened(agreements: Iterable[Agreement], new: Agreement) -> Iterator[Problem]:
    """A warning for each state that a new decision takes back."""
    for old in current(agreements):
        if (old.place, old.span) == (new.place, new.span) and _RANKS[new.status] < _RANKS[old.status]:
            yield _warning(old, f"{new.decision} makes it {new.status} again")


def touched(agreements: Iterable[Agreement], stage: str, addresses: Iterable[str], by: str) -> Iterator[Problem]:
    """A warning for each thing that is agreed at a stage and that changes at these addresses would re-open."""
    places = tuple(addresses)
    for old in current(agreements):
        if old.stage == stage and old.status is not Status.OPEN and any(map(old.covers, places)):
            yield _warning(old, f"{by} would change it")


def _warning(old: Agreement, how: str) -> Problem:
    what = f'"{old.span}" in {old.place}' if old.span else old.place
    message = f"{what} is {old.status} by {old.decision} of {moments.show(old.at)}; {how}"
    hint = "say so before it is taken up"
    return Problem("reopened", Severity.WARNING, Where(old.place), message, hint, words=old.span)
