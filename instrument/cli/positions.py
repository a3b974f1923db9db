"""`instrument positions`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from instrument.cli import proceeding, terminal, workspace

if TYPE_CHECKING:
    from instrument.audiences import Audience


@click.command(name="positions")
@click.argument("stage", metavar="STAGE")
@click.option("-o", "output", metavar="FILE", help="The file to write; its ending chooses the format. Else as text.")
@proceeding.AUDIENCE
@click.option("--until", metavar="TIME", callback=proceeding.given, help="As the records stood at 2026-03-12T22:00.")
@click.option("--json", "as_json", is_flag=True, help="Data for another program; so does a FILE that ends in .json.")
def command(stage: str, output: str | None, audience: Audience, until: date | None, as_json: bool) -> None:
    """Show who said what of a stage and of the proposals on it, and which words are contested.

    A column for each thing that a record is on, a row for each delegation that has one, the latest position in each
    cell. Nothing is inferred: where nothing is on record, the cell is empty. Below stand the contested words, with how
    many hold them: sponsors of pending proposals, delegations named at a bracket.

    \b
    Example:
      instrument positions second-draft
      instrument positions final-draft --audience participants -o positions.docx
      instrument positions first-draft --until 2026-02-20 --json
    """
    from instrument.building import render
    from instrument.building.positioning import positions
    from instrument.cli import positioning
    from instrument.papers.positions import positions_paper
    from instrument.papers.positions.json import to_json
    from instrument.papers.positions.telling import Teller

    library = workspace.open_library()
    found = positions(library, stage, audience=audience, until=until)
    problems = list(found.problems)
    names = library.names(found.value.language)
    ending = Path(output).suffix.lower() if output and output != terminal.STANDARD else ""
    if as_json or ending == ".json":
        terminal.put_json(to_json(found.value), output or terminal.STANDARD)
    elif ending:
        rendered = render(positions_paper(found.value, names=names), ending)
        terminal.put(rendered.value, output or terminal.STANDARD)
        problems += rendered.problems
    else:
        teller = Teller.of(found.value.language, names)
        for line in positioning.lines(found.value, teller, get_terminal_size().columns):
            click.echo(line)
    terminal.report(dict.fromkeys(problems))
