"""`instrument reject`."""

from __future__ import annotations

from datetime import date

import click

from instrument.cli import proceeding, workspace


@click.command(name="reject")
@click.argument("name", metavar="PROPOSAL")
@proceeding.DECISION
@proceeding.BODY
@proceeding.AT
@proceeding.NOTE
def command(name: str, decision: str, body: str, at: date, note: str) -> None:
    """Record that a proposal is rejected.

    \b
    Example:
      instrument reject DC/2026/P/17 --decision "Decision 12" --by "Committee of the Whole"
    """
    from instrument.proposals.life import Event, Step
    from instrument.proposals.proposal import take

    step = Step(Event.REJECTED, at, body, decision=decision, note=note)
    proceeding.say(workspace.open_library().update(name, lambda proposal: take(proposal, step)))
