"""`instrument mark`."""

from __future__ import annotations

import click

from instrument.cli import terminal, workspace


@click.command(name="mark")
@click.argument("stage", metavar="STAGE")
@click.argument("proposals", metavar="[PROPOSAL ...]", nargs=-1)
@click.option("-o", "output", metavar="FILE.docx", required=True, help="The file to write.")
@click.option("--onto", "issued", metavar="ISSUED.docx", default="", help="The document that was issued; else ours.")
@click.option("--comments", is_flag=True, help="The symbol and explanation of each proposal in the margin.")
def command(stage: str, proposals: tuple[str, ...], output: str, issued: str, comments: bool) -> None:
    """Track proposals onto the issued document, each by its own sponsors and of its own date.

    All that are pending, or those that are named. Reject all is the issued text, accept all the text with all of them;
    what several propose alike is one change by all. Proposals that clash are refused, with every place.

    \b
    Example:
      instrument mark first-draft DC/2026/P/3 DC/2026/P/4 -o marked.docx --comments
      instrument mark final-draft --onto issued.docx -o marked.docx
    """
    from instrument.building.registered import mark_proposals

    marked = mark_proposals(workspace.open_library(), stage, proposals, issued, comments)
    terminal.put(marked.value.data, output)
    if marked.value.told:
        click.echo(f"tracked and proven: {marked.value.told}", err=True)
    terminal.report(dict.fromkeys(marked.problems))
