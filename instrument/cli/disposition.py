"""`instrument disposition`."""

from __future__ import annotations

from pathlib import Path

import click

from instrument.cli import terminal, workspace


@click.command(name="disposition")
@click.argument("stage", metavar="STAGE")
@click.option("-o", "output", metavar="FILE", help="The file to write; its ending chooses the format. Else as text.")
@click.option("--audience", default="internal", help="For whom: internal, participants or public.")
def command(stage: str, output: str | None, audience: str) -> None:
    """Show what became, in a stage, of the proposals on the one it grew from.

    A proposal is reflected in full, in part, in other words, or not: a suggestion for the officer to confirm. Changes
    that no proposal asked for stand below.

    \b
    Example:
      instrument disposition second-draft -o disposition.docx
    """
    from instrument.building import compending, render

    paper = compending.disposition_paper(workspace.open_library(), stage, audience)
    ending = Path(output).suffix.lower() if output and output != terminal.STANDARD else ".txt"
    rendered = render(paper, ending)
    terminal.put(rendered.value, output or terminal.STANDARD)
    terminal.report(rendered.problems)
