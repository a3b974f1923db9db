"""Which proposals are meant: by what they amend, their state, their sponsors, the clauses they change, and for whom."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import TYPE_CHECKING

from instrument import tables
from instrument.audiences import may_see
from instrument.library.register import Entry
from instrument.problem import Misuse
from instrument.proposals.life import STATES

if TYPE_CHECKING:
    from instrument.library import Library
    from instrument.proposals.proposal import Proposal


def chosen(library: Library, against: str, state: str, sponsor: str, clause: str, audience: str) -> tuple[Entry, ...]:
    """The proposals that are as asked for; what is asked for and does not exist is `Misuse`."""
    entries = library.register.entries
    symbols = (str(entry.proposal.symbol) for entry in entries if entry.proposal.symbol)
    must_exist(against, (*library.settings.stages, *symbols), "stage or proposal")
    must_exist(state, tuple(STATES), "state of a proposal")
    must_exist(clause, library.clauses, "clause")
    name = library.settings.speaker(sponsor) if sponsor else ""
    return tuple(
        entry
        for entry in entries
        if may_see(audience, entry.proposal.audience)
        and against in ("", entry.proposal.against)
        and (not state or entry.proposal.state in STATES[state])
        and (not name or is_by(entry.proposal, name))
        and _is_in(clause, entry.proposal.clauses)
    )


def is_by(proposal: Proposal, name: str) -> bool:
    """Whether a delegation or group stands behind a proposal, or another does on its behalf."""
    return any(name in (one.name, one.behalf) for one in proposal.supporters)


def _is_in(asked: str, there: Container[str]) -> bool:
    return not asked or asked in there


def must_exist(asked: str, there: Iterable[str], what: str) -> None:
    """Raises `Misuse` for what is asked for and is not there, with what is."""
    known = tuple(there)
    if asked and asked not in known:
        hint = tables.did_you_mean(asked, known) or f"; there are: {', '.join(known) or 'none'}"
        raise Misuse(f'"{asked}" is no {what}{hint}')
