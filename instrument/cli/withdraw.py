"""`instrument withdraw`."""

from __future__ import annotations

from datetime import date

import click

from instrument.cli import proceeding, workspace


@click.command(name="withdraw")
@click.argument("name", metavar="PROPOSAL")
@click.option("--by", required=True, help="The delegation that withdraws it: its mover.")
@proceeding.AT
@proceeding.NOTE
def command(name: str, by: str, at: date, note: str) -> None:
    """Record that a proposal is withdrawn.

    Only its mover can: who brought it, or took it over. It stays on record, and another may take it over.

    \b
    Example:
      instrument withdraw DC/2026/P/17 --by "Delegation C"
    """
    from instrument.proposals.life import Event, Step
    from instrument.proposals.proposal import take

    library = workspace.open_library()
    step = Step(Event.WITHDRAWN, at, library.settings.speaker(by), note=note)
    proceeding.say(library.update(name, lambda proposal: take(proposal, step)))
