"""The register as a table, a proposal in full, and both for another program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from instrument.audiences import may_see
from instrument.changes import to_json
from instrument.library import Library
from instrument.library.register import Entry
from instrument.problem import Misuse, columns
from instrument.proposals import moments
from instrument.proposals.agreement import current
from instrument.proposals.life import Step
from instrument.proposals.positions import Position
from instrument.proposals.sponsors import Sponsor

HEADS = ("proposal", "received", "state", "against", "clauses", "sponsors")


def named(library: Library, chosen: Sequence[Entry], names: Iterable[str], audience: str) -> tuple[Entry, ...]:
    """Those that are named; `Misuse` for one that may not be shown, or is not among those asked for."""
    entries = tuple(dict.fromkeys(library.register.find(name).path for name in names))
    for entry in library.register.entries:
        if entry.path in entries and entry not in chosen:
            hidden = not may_see(audience, entry.proposal.audience)
            reason = f"may not be shown to {audience}" if hidden else "is none of those asked for"
            raise Misuse(f"{entry.names[0]} {reason}; choose another {'audience' if hidden else 'filter'}")
    return tuple(entry for entry in chosen if entry.path in entries)


def table(library: Library, chosen: Sequence[Entry], audience: str) -> Iterator[str]:
    """The register, a proposal a line, under what it is and whom it is for."""
    yield f"{library.settings.title}: proposals ({audience})"
    yield ""
    rows = [HEADS, *map(_row, chosen)]
    widths = [max(columns(row[index]) for row in rows) for index in range(len(HEADS) - 1)]
    for row in rows:
        cells = [cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join((*cells, row[-1])).rstrip()


def _row(entry: Entry) -> tuple[str, ...]:
    proposal = entry.proposal
    received = moments.show(proposal.received) if proposal.received else ""
    sponsors = "; ".join(map(str, proposal.supporters))
    return entry.names[0], received, proposal.state or "", proposal.against, ", ".join(proposal.clauses), sponsors


def full(library: Library, chosen: Sequence[Entry], audience: str) -> Iterator[str]:
    """Proposals with all that is on record: sponsors, words, explanation, life, positions."""
    for number, entry in enumerate(chosen):
        proposal = entry.proposal
        yield from ("",) * bool(number)
        yield f"{entry.names[0]} ({proposal.audience}), against {proposal.against}: {proposal.state}"
        yield from (f"  {_sponsor_line(sponsor, audience)}" for sponsor in proposal.sponsors)
        yield from ("", *proposal.words.split("\n"), "")
        yield from (*proposal.explanation.split("\n"), "") if proposal.explanation else ()
        yield from (_step_line(step, audience) for step in proposal.life)
        yield from map(_position_line, positions(library, [entry], audience))


def _sponsor_line(sponsor: Sponsor, audience: str) -> str:
    joined = " ".join(filter(None, (moments.show(sponsor.joined), _initials(sponsor.initials, audience))))
    left = f", left {moments.show(sponsor.left)}" if sponsor.left else ""
    by = f" {_initials(sponsor.left_initials, audience)}".rstrip()
    return f"{sponsor} (joined {joined}{left}{by})"


def _step_line(step: Step, audience: str) -> str:
    told = (step.by, step.channel, step.symbol, step.decision, step.stage, step.note)
    return "  ".join(filter(None, (moments.show(step.at), step.event, *told, _initials(step.initials, audience))))


def _initials(initials: str, audience: str) -> str:
    """Who recorded something, which only the secretariat sees."""
    return f"[{initials}]" if initials and may_see(audience, "") else ""


def _position_line(position: Position) -> str:
    said = (position.on, position.alternative, position.by, position.stance, position.words, position.meeting)
    told = (moments.show(position.at), *said)
    return "  ".join(filter(None, told))


def positions(library: Library, chosen: Sequence[Entry], audience: str) -> list[Position]:
    """What was said on proposals, and on places in the clauses that they change, as far as the audience may see it."""
    on = {name for entry in chosen for name in (entry.names[0], *entry.proposal.clauses)}
    return [
        position
        for position in library.register.positions
        if may_see(audience, position.audience) and (position.on in on or position.on.partition("/")[0] in on)
    ]


def data(library: Library, chosen: Sequence[Entry], audience: str) -> dict[str, object]:
    """The register for another program."""
    agreements = (one for one in current(library.register.agreements) if may_see(audience, one.audience))
    return {
        "audience": audience,
        "proposals": [_data_of(library, entry, audience) for entry in chosen],
        "positions": [_plain(asdict(position)) for position in positions(library, chosen, audience)],
        "agreements": [_plain(asdict(agreement)) for agreement in agreements],
    }


def _data_of(library: Library, entry: Entry, audience: str) -> dict[str, object]:
    proposal = entry.proposal
    return {
        "name": entry.names[0],
        "symbol": str(proposal.symbol) if proposal.symbol else None,
        "relation": proposal.symbol.relation.name.lower() if proposal.symbol else None,
        "parent": str(proposal.symbol.parent) if proposal.symbol and proposal.symbol.parent else None,
        "path": entry.path.as_posix(),
        "against": proposal.against,
        "state": proposal.state,
        "language": proposal.language,
        "audience": proposal.audience,
        "source": proposal.source,
        "clauses": proposal.clauses,
        "sponsors": [
            _recorded(sponsor, audience) | {"speaks_for": _members(library, sponsor)} for sponsor in proposal.sponsors
        ],
        "mover": proposal.mover,
        "life": [_recorded(step, audience) for step in proposal.life],
        "words": proposal.words,
        "explanation": proposal.explanation,
        "changes": to_json(proposal.changes) if proposal.changes else None,
        "adopted": to_json(proposal.adopted) if proposal.adopted else None,
    }


def _members(library: Library, sponsor: Sponsor) -> list[str]:
    """The names of the delegations for which a sponsor speaks: the members of a group on the day it joined."""
    settings = library.settings
    for group in settings.groups.values():
        if group.name.get(settings.original) in (sponsor.name, sponsor.behalf):
            members = group.members_at(sponsor.joined)
            return [settings.delegations.get(id, {}).get(settings.original, id) for id in members]
    return []


def _plain(record: dict[str, Any]) -> dict[str, object]:
    """A record without what it does not say, its moments as JSON has them."""
    return {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in record.items() if value}


def _recorded(record: Step | Sponsor, audience: str) -> dict[str, object]:
    """A record of a life, without initials where others than the secretariat read it."""
    told = _plain(asdict(record))
    return told if may_see(audience, "") else {key: told[key] for key in told if not key.endswith("initials")}
