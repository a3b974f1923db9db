"""`instrument merge`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from instrument.cli import proceeding, terminal, workspace
from instrument.cli.progress import progress


@click.command(name="merge")
@click.argument("stage", metavar="STAGE")
@click.argument("proposals", metavar="[PROPOSAL ...]", nargs=-1)
@click.option("-o", "output", metavar="FILE", help="The file to write; its ending chooses the format. Else as text.")
@click.option("--until", metavar="TIME", callback=proceeding.given, help="As the register stood at 2026-02-20T22:00.")
@click.option("--stage", "to", metavar="NEW", default="", help="Save the rolling text as this new stage, on a branch.")
@click.option("--tracked", is_flag=True, help="Into a .docx: from the stage to the rolling text in tracked changes.")
@click.option(
    "--onto", "issued", metavar="ISSUED.docx", default="", help="With --tracked: the document that was issued."
)
@click.option("--clause", "clauses", metavar="CLAUSE", multiple=True, help="Only what changes it.")
@click.option("--by", metavar="DELEGATION", multiple=True, help="Only the proposals that it stands behind.")
def command(
    stage: str, proposals: tuple[str, ...], output: str | None, until: date | None, to: str, tracked: bool, issued: str,
    clauses: tuple[str, ...], by: tuple[str, ...],
) -> None:  # fmt: skip
    """Put proposals on a stage into one rolling text, each departure in brackets with those who hold it.

    All that are pending, or those that are named. The same edit by several is one bracket with all of them; what
    contradicts stands side by side, the words of the stage among them. Only what was adopted by a decision stands
    without brackets. With --clause and --by, each as often as wanted, only what these change; what that leaves out is
    said.

    \b
    Example:
      instrument merge first-draft --until 2026-02-20 -o rolling.docx
      instrument merge first-draft DC/2026/P/3 DC/2026/P/4 --stage rolling-1
      instrument merge final-draft --tracked --onto issued.docx -o rolling.docx
      instrument merge first-draft --until 2026-02-20 --clause clearance --by "Delegation A" --tracked -o a.docx
    """
    from instrument.building import render
    from instrument.building.registered import Choice, merge_proposals, track_rolling

    ending = Path(output).suffix.lower() if output and output != terminal.STANDARD else ".txt"
    if (tracked and ending != ".docx") or (issued and not tracked):
        raise click.UsageError("--tracked goes into a .docx (-o FILE.docx), and --onto goes with it.")
    library = workspace.open_library()
    with progress("merging") as watch:
        merged = merge_proposals(library, stage, proposals, until, Choice(clauses, by), watch=watch)
    rolling, problems = merged.value, list(merged.problems)
    if to:
        source = f"{stage}, with {', '.join(str(each) for each in rolling.amendments)}"
        base, _, language = stage.partition(".")
        written = library.save(to, rolling.text.clauses, base=base, language=language, source=source)
        click.echo(f"the stage {to}: {len(written)} files written", err=True)
    if tracked:
        marked = track_rolling(library, stage, rolling, issued)
        terminal.put(marked.value.data, output or terminal.STANDARD)
        problems += marked.problems
    elif output or not to:
        rendered = render(rolling.text, ending, profile=library.settings.profile)
        terminal.put(rendered.value, output or terminal.STANDARD)
        problems += rendered.problems
    terminal.report(dict.fromkeys(problems))
