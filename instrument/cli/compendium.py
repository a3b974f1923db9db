"""`instrument compendium`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import click

from instrument.cli import proceeding, terminal, workspace
from instrument.cli.progress import progress

SHAPES = ["articles", "delegations", "table"]


@click.command(name="compendium")
@click.argument("stage", metavar="STAGE")
@click.option("-o", "output", metavar="FILE", help="The file to write; its ending chooses the format. Else as text.")
@click.option("--by", "--shape", "shape", type=click.Choice(SHAPES), default="articles", help="How to order.")
@click.option(
    "--as", "form", type=click.Choice(["redlines", "instructions"]), default="redlines", help="How to show a proposal."
)
@click.option("--attributed/--unattributed", default=True, help="Say whose each proposal is, or name nobody.")
@click.option("--audience", default="internal", help="For whom: internal, participants or public.")
@click.option("--until", metavar="TIME", callback=proceeding.given, help="Only what was received by 2026-03-10T22:00.")
@click.option("--since", metavar="TIME", callback=proceeding.given, help="An addendum: only what came since then.")
@click.option("--symbol", metavar="SYMBOL", default="", help="The symbol of the compendium itself.")
@click.option("--json", "as_json", is_flag=True, help="Data for another program; so does a FILE that ends in .json.")
@click.option("--only", metavar="SYMBOL", help="That proposal alone, as a conference paper.")
def command(
    stage: str, output: str | None, shape: Literal["articles", "delegations", "table"],
    form: Literal["redlines", "instructions"], attributed: bool, audience: str,
    until: date | None, since: date | None, symbol: str, as_json: bool, only: str | None,
) -> None:  # fmt: skip
    """Put the proposals on a stage into one document.

    Under each provision, by delegation, or as a table with what is proposed beside the base text. Withdrawn proposals,
    and those not issued yet, are left out, and that is said.

    \b
    Example:
      instrument compendium first-draft -o compendium.docx --until 2026-02-20T22:00
      instrument compendium first-draft --shape table -o table.docx
      instrument compendium first-draft.fr --by delegations -o recueil.docx
      instrument compendium first-draft --as instructions -o compendium.docx
      instrument compendium first-draft --unattributed --audience public -o compendium.html
    """
    from instrument.building import compending, render
    from instrument.problem import Read

    library, doing = workspace.open_library(), "gathering the proposals"
    wanted = compending.Wanted(shape, form, attributed, audience, until, since, symbol)
    ending = Path(output).suffix.lower() if output and output != terminal.STANDARD else ".txt"
    if as_json or ending == ".json":
        if only:
            raise click.UsageError("--only is a paper; instrument proposals SYMBOL --json has it as data.")
        with progress(doing) as watch:
            data = compending.compend_as_data(library, stage, wanted, watch)
        terminal.put_json(data.value, output or terminal.STANDARD)
        terminal.report(data.problems)
        return
    with progress(doing) as watch:
        found = Read(compending.alone(library, only)) if only else compending.compend(library, stage, wanted, watch)
    rendered = render(found.value, ending)
    terminal.put(rendered.value, output or terminal.STANDARD)
    terminal.report((*found.problems, *rendered.problems))
