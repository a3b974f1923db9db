"""`instrument positions`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from instrument.cli import proceeding, terminal, workspace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from instrument.audiences import Audience
    from instrument.paper import Paper
    from instrument.problem import Problem
    from instrument.proposals.matrix import Positions


@click.command(name="positions")
@click.argument("stage", metavar="STAGE")
@click.option("-o", "output", metavar="FILE", help="The file to write; its ending chooses the format. Else as text.")
@click.option(
    "--shape", type=click.Choice(["matrix", "groups"]), default="matrix",
    help="Who said what; or the text, and beside it each group that wants the same words.",
)  # fmt: skip
@proceeding.AUDIENCE
@click.option("--until", metavar="TIME", callback=proceeding.given, help="As the records stood at 2026-03-12T22:00.")
@click.option("--json", "as_json", is_flag=True, help="Data for another program; so does a FILE that ends in .json.")
def command(stage: str, output: str | None, shape: str, audience: Audience, until: date | None, as_json: bool) -> None:
    """Show who said what of a stage and of the proposals on it, and which words are contested.

    A column for each thing that a record is on, a row for each delegation that has one, the latest position in each
    cell. Nothing is inferred: where nothing is on record, the cell is empty. Below stand the contested words, with how
    many hold them: sponsors of pending proposals, delegations named at a bracket. With --shape groups these stand in a
    comparative table, provision by provision.

    \b
    Example:
      instrument positions second-draft
      instrument positions final-draft --audience participants -o positions.docx
      instrument positions first-draft --until 2026-02-20 --json
      instrument positions second-draft --shape groups -o groups.docx
    """
    from instrument.building.grouping import positions_table
    from instrument.building.positioning import positions
    from instrument.papers.positions import positions_paper
    from instrument.papers.positions.json import to_json

    library = workspace.open_library()
    ending = Path(output).suffix.lower() if output and output != terminal.STANDARD else ""
    as_data = as_json or ending == ".json"
    if shape == "groups":
        if as_data:
            raise click.UsageError("--shape groups is a page; without it, the data have who holds which words.")
        table = positions_table(library, stage, audience=audience, until=until)
        terminal.report(dict.fromkeys((*table.problems, *_write(table.value, ending or ".txt", output))))
        return
    found = positions(library, stage, audience=audience, until=until)
    problems = found.problems
    names = library.names(found.value.language)
    if as_data:
        terminal.put_json(to_json(found.value), output or terminal.STANDARD)
    elif ending:
        problems += _write(positions_paper(found.value, names=names), ending, output)
    else:
        _show(found.value, names)
    terminal.report(dict.fromkeys(problems))


def _write(paper: Paper, ending: str, output: str | None) -> tuple[Problem, ...]:
    from instrument.building import render

    rendered = render(paper, ending)
    terminal.put(rendered.value, output or terminal.STANDARD)
    return rendered.problems


def _show(positions: Positions, names: Mapping[str, str]) -> None:
    from instrument.cli import positioning
    from instrument.papers.positions.telling import Teller

    teller = Teller.of(positions.language, names)
    for line in positioning.lines(positions, teller, get_terminal_size().columns):
        click.echo(line)
