"""`instrument proposals`."""

from __future__ import annotations

import click

from instrument.cli import proceeding, terminal, workspace


@click.command(name="proposals")
@click.argument("names", metavar="[PROPOSAL...]", nargs=-1)
@click.option("--against", default="", metavar="TEXT", help="Only those against a stage or a proposal.")
@click.option("--state", default="", help="Only those in a state: issued, withdrawn, adopted ..., or pending.")
@click.option("--sponsor", default="", help="Only those that a delegation or group sponsors.")
@click.option("--clause", default="", help="Only those that change a clause.")
@proceeding.AUDIENCE
@click.option("--json", "as_json", is_flag=True, help="Data for another program.")
def command(
    names: tuple[str, ...], against: str, state: str, sponsor: str, clause: str, audience: str, as_json: bool
) -> None:
    """List the proposals, or show some in full.

    The register in the order of symbols; of a PROPOSAL that is named, its words, its life and what was said of it.
    What the audience may not see is left out. Where words, carried out again, do something else than the changes on
    record, that is an error: the changes count.

    \b
    Example:
      instrument proposals --state pending
      instrument proposals DC/2026/P/8
      instrument proposals --clause clearance --audience participants --json
    """
    from instrument.building.instructing import check_words
    from instrument.cli import proposing
    from instrument.library import choosing

    library = workspace.open_library()
    chosen = choosing.chosen(library, against, state, sponsor, clause, audience)
    if names:
        chosen = proposing.named(library, chosen, names, audience)
    if as_json:
        terminal.say_json(proposing.data(library, chosen, audience))
    else:
        show = proposing.full if names else proposing.table
        for line in show(library, chosen, audience):
            click.echo(line)
    terminal.report((*library.register_problems, *check_words(library)))
