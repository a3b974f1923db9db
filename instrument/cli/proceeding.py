"""What the commands of the register share: when something happened, who may see the output, what became of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from instrument.audiences import AUDIENCES

if TYPE_CHECKING:
    from instrument.proposals.proposal import Proposal


def moment(ctx: click.Context, param: click.Parameter, value: str | None) -> date:
    """The day, or the time of a day at the conference, that an option gives; the present minute where it gives none."""
    return given(ctx, param, value) or datetime.now().replace(second=0, microsecond=0)


def given(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """The same, where none is an answer too."""
    if value is None:
        return None
    try:
        when = date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f'"{value}" is no day and no time; write 2026-03-09 or 2026-03-09T10:00.') from None
    if isinstance(when, datetime) and when.tzinfo:
        raise click.BadParameter("a time is that of the conference, without an offset.")
    return when


AT = click.option(
    "--at", metavar="TIME", callback=moment, help="When: 2026-03-09 or 2026-03-09T10:00; now if it is not given."
)
NOTE = click.option("--note", default="", help="What should be remembered of it.")
DECISION = click.option("--decision", required=True, help='The decision, by its name: "Decision 4".')
BODY = click.option("--by", "body", default="", help="Who decided: the plenary, a committee.")
AUDIENCE = click.option(
    "--audience", type=click.Choice(AUDIENCES), default="internal", show_default=True, help="Who may see it."
)


def say(proposal: Proposal) -> None:
    """A proposal and its state, in a line."""
    click.echo(f"{proposal.name}: {proposal.state}")
