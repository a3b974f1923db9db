"""`instrument disposition`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from instrument.cli import proceeding, terminal, workspace


@click.command(name="disposition")
@click.argument("stage", metavar="STAGE")
@click.option("-o", "output", metavar="FILE", help="The file to write; its ending chooses the format. Else as text.")
@click.option("--audience", default="internal", help="For whom: internal, participants or public.")
@click.option(
    "--confirm", "confirmed", metavar="SYMBOL[=HOW]", multiple=True,
    help="Record what became of it; without HOW, as suggested.",
)  # fmt: skip
@click.option("--initials", default="", help="Who confirms it.")
@proceeding.AT
@proceeding.NOTE
def command(
    stage: str, output: str | None, audience: str, confirmed: tuple[str, ...], initials: str, at: date, note: str
) -> None:
    """Show what became, in a stage, of the proposals on the one it grew from.

    A proposal is reflected in full, in part, in other words, or not: a suggestion for the officer to confirm. Changes
    that no proposal asked for stand below. With --confirm that is recorded, dated, beside what is suggested; HOW is
    in-full, in-part, in-square-brackets, in-other-words or not-reflected. Where the text changes afterwards, the table
    says so.

    \b
    Example:
      instrument disposition second-draft -o disposition.docx
      instrument disposition second-draft --confirm DC/2026/P/4=in-part --initials AB
    """
    from instrument.building import disposing, render

    if confirmed and output:
        raise click.UsageError("--confirm records, -o writes the table; do one after the other.")
    library = workspace.open_library()
    if confirmed:
        officer = disposing.Officer(initials, at, note)
        for each in disposing.confirm(library, stage, confirmed, officer):
            click.echo(f"{each.on} in {each.stage}: {each.reflected}, confirmed by {each.initials}")
        return
    paper = disposing.disposition_paper(library, stage, audience)
    ending = Path(output).suffix.lower() if output and output != terminal.STANDARD else ".txt"
    rendered = render(paper, ending)
    terminal.put(rendered.value, output or terminal.STANDARD)
    terminal.report(rendered.problems)
