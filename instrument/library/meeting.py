"""What was said and agreed in a meeting, checked against the texts and the delegations there are before it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from instrument.changes import Changes
from instrument.changes.items import Insert, Part
from instrument.model import Clause, Instrument, Provision, plain
from instrument.outline import addresses, excerpt, resolve
from instrument.problem import Misuse, Problem
from instrument.proposals import moments
from instrument.proposals.agreement import Agreement, touched
from instrument.proposals.positions import Position
from instrument.proposals.proposal import Proposal

if TYPE_CHECKING:
    from instrument.library import Library, Stage


def newest(library: Library) -> Stage:
    """The stage that is meant where none is named: of those negotiated that grew no further, the latest."""
    negotiated = [stage for stage in library.stages if not stage.is_adopted] or library.stages
    bases = {stage.base for stage in negotiated}
    latest = [stage for stage in negotiated if stage.id not in bases]
    if not latest or (len(latest) > 1 and not all(stage.date for stage in latest)):
        names = ", ".join(stage.id for stage in latest) or "none"
        raise Misuse(f"it is not known which stage is the newest of {names}; name one after the place, with @")
    return max(latest, key=lambda stage: moments.order(stage.date or date.min))


def position(library: Library, said: Position) -> Position:
    """A position whose delegation, place and alternative exist; on a proposal, it names its symbol."""
    by = library.settings.speaker(said.by)
    proposals = {name: entry.names[0] for entry in library.register.entries for name in entry.names}
    if said.on in proposals:
        words = library.proposal(said.on).words
        if said.alternative and said.alternative not in words:
            raise Misuse(f'"{said.alternative}" does not stand in the words of {proposals[said.on]}; name words of it')
        return replace(said, by=by, on=proposals[said.on], stage="")
    place, stage = _place(library, said.on, said.stage, said.alternative)
    return replace(said, by=by, on=place, stage=stage)


def agreement(library: Library, made: Agreement) -> Agreement:
    """An agreement whose place exists, and its words in it."""
    place, stage = _place(library, made.place, made.stage, made.span)
    return replace(made, place=place, stage=stage)


def _place(library: Library, named: str, stage: str, words: str) -> tuple[str, str]:
    address, _, at = named.partition("@")
    at = at or stage or newest(library).id
    text = plain_words(library.draft(at), address)
    if words and (times := len(offsets(words, text))) != 1:
        often = f"{times} times" if times else "not"
        raise Misuse(f'"{words}" stands {often} in {address} at {at}; name words that stand there once')
    return address, at


def offsets(words: str, text: str) -> list[int]:
    """Where words stand in a text: "ten" is not in "extend", but scripts without spaces have words anywhere.

    >>> offsets("ten", "extend by ten years"), offsets("条约", "本条约生效"), offsets("six", "ten")
    ([10], [1], [])
    """
    anywhere = re.escape(words)
    found = list(re.finditer(rf"(?<!\w){anywhere}(?!\w)", text)) or re.finditer(anywhere, text)
    return [each.start() for each in found]


def plain_words(instrument: Instrument, address: str) -> str:
    """The words at an address, labels left out, a line each."""
    clause = excerpt(resolve(instrument, address))
    return "\n".join(plain(words) for words in clause.body)


def reopened_by(library: Library, proposal: Proposal) -> Iterator[Problem]:
    """A warning for each agreement that a proposal would re-open."""
    if proposal.changes and proposal.against in library.settings.stages:
        places = tuple(places_of(proposal.changes, library.base_of(proposal)))
        yield from touched(library.register.agreements, proposal.against, places, proposal.name)


def places_of(changes: Changes, base: Instrument) -> Iterator[str]:
    """The addresses in the base of everything that changes touch; what is inserted touches what it stands under."""
    clauses = {clause.id: clause for clause in base}
    for item in changes.items:
        if isinstance(item, Insert):
            if item.gap.part is Part.PROVISION:
                yield from _above(clauses[item.gap.clause], item)
        elif item.place.part is Part.PROVISION:
            yield addresses(clauses[item.place.clause])[item.place.index]
        else:
            yield f"{item.place.clause}/heading" if item.place.part is Part.HEADING else item.place.clause


def _above(clause: Clause, item: Insert) -> Iterator[str]:
    """The address of the provision that newcomers stand under."""
    depth = min(unit.depth for unit in item.units if isinstance(unit, Provision))
    for index in range(item.gap.position - 1, -1, -1):
        if clause.provisions[index].depth < depth:
            yield addresses(clause)[index]
            return
