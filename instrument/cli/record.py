"""`instrument record`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from instrument.cli import proceeding, workspace

# Imported where they are used: help needs none of them.
if TYPE_CHECKING:
    from instrument.library import Library
    from instrument.proposals.proposal import Proposal

JOINED, LEFT = "joined", "left"
STEPS = ("validated", "introduced", "taken-over", "lapsed", "superseded", JOINED, LEFT)
_NEEDS_WHO = ("introduced", "taken-over", JOINED, LEFT)


@click.command(name="record")
@click.argument("name", metavar="PROPOSAL")
@click.argument("step", metavar="STEP", type=click.Choice(STEPS))
@click.option("--by", default="", help="Who took the step: the delegation that introduces, takes over, joins, leaves.")
@click.option("--behalf", default="", metavar="GROUP", help="With joined: the group for which the sponsor speaks.")
@click.option("--symbol", default="", metavar="SYMBOL", help="With superseded: the proposal that takes its place.")
@click.option("--initials", default="", help="Who records it.")
@proceeding.AT
@proceeding.NOTE
def command(name: str, step: str, by: str, behalf: str, symbol: str, initials: str, at: date, note: str) -> None:
    """Record a step in the life of a proposal, or a sponsor that joins or leaves.

    STEP is validated, introduced, taken-over, lapsed, superseded, joined or left. A step that may not follow, or that
    somebody else must take, is refused, with what may. Other steps have commands: issue, withdraw, reject, adopt.
    Initials are for the secretariat alone.

    \b
    Example:
      instrument record DC/2026/P/17 introduced --by "Delegation C" --at 2026-04-22T10:00
      instrument record DC/2026/P/17 joined --by "Delegation B" --behalf "Group One" --initials AB
      instrument record DC/2026/P/17 superseded --symbol DC/2026/P/18
    """
    if step in _NEEDS_WHO and not by:
        raise click.UsageError(f"say who with --by: {step} is the step of a delegation.")
    if behalf and step != JOINED:
        raise click.UsageError("--behalf is of a sponsor that joined.")
    if symbol and step != "superseded":
        raise click.UsageError("--symbol is of the proposal that supersedes another.")
    if note and step in (JOINED, LEFT):
        raise click.UsageError("--note is of a step; a sponsor that joins or leaves has none.")
    library = workspace.open_library()
    if step in (JOINED, LEFT):
        _sponsor(library, name, step, by, behalf, initials, at)
    else:
        _step(library, name, step, by, symbol, initials, at, note)


def _sponsor(library: Library, name: str, step: str, by: str, behalf: str, initials: str, at: date) -> None:
    from instrument.proposals.proposal import join, leave
    from instrument.proposals.sponsors import Sponsor

    who = library.settings.speaker(by)
    group = library.settings.speaks_for(who, behalf, at) if behalf else ""
    sponsor = Sponsor(who, at, behalf=group, initials=initials)

    def change(proposal: Proposal) -> Proposal:
        return join(proposal, sponsor) if step == JOINED else leave(proposal, who, at, initials)

    updated = library.update(name, change)
    click.echo(f"{updated.name}: {sponsor if step == JOINED else who} {step}")


def _step(library: Library, name: str, step: str, by: str, symbol: str, initials: str, at: date, note: str) -> None:
    from instrument.proposals.life import Event, Step
    from instrument.proposals.proposal import take

    event = Event(step.replace("-", " "))
    who = library.settings.speaker(by) if step in _NEEDS_WHO else by
    taken = Step(event, at, who, symbol=library.proposal(symbol).name if symbol else "", note=note, initials=initials)
    proceeding.say(library.update(name, lambda proposal: take(proposal, taken)))
