"""`instrument propose`."""

from __future__ import annotations

from datetime import date

import click

from instrument.cli import proceeding, terminal, workspace


@click.command(name="propose")
@click.argument("file", metavar="FILE")
@click.option("--by", required=True, metavar="DELEGATION", help="Whose proposal it is.")
@click.option(
    "--against",
    required=True,
    metavar="TEXT",
    help="The text it amends: first-draft, first-draft.fr, or an issued proposal.",
)
@click.option("--channel", default="", help="How it came: by e-mail, by hand, from the floor.")
@click.option("--name", default="", help="The name of its file until it has a symbol.")
@proceeding.AUDIENCE
@proceeding.AT
def command(file: str, by: str, against: str, channel: str, name: str, audience: str, at: date) -> None:
    """Take a delegation's proposal into the register.

    FILE is a Word copy of the text, tracked or silently edited, an edited .clause, or instructions in prose. What its
    words do is recorded where all of them were carried out; otherwise the words are kept, and the exit status is 1.
    Comments in a copy become views of the delegation. Against an issued proposal, its symbol, it is a sub-amendment.

    \b
    Example:
      instrument propose returned.docx --by "Delegation A" --against first-draft --at 2026-02-10T17:00
      instrument propose letter.txt --by "Delegation B" --against first-draft
    """
    from instrument.building.proposing import Sent, propose

    found = propose(workspace.open_library(), file, Sent(by, against, at, channel, name, audience))
    taken = found.value
    places = ", ".join(taken.proposal.clauses)
    click.echo(f"{taken.name}: {taken.proposal.state} from {taken.proposal.mover}{f', on {places}' if places else ''}")
    if taken.views:
        click.echo(f"{taken.name}: {len(taken.views)} comments noted as views")
    terminal.report(found.problems)
    if not taken.is_whole:
        click.get_current_context().exit(1)
