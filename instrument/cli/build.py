"""`instrument build`."""

from __future__ import annotations

from pathlib import Path

import click

from instrument.cli import terminal, workspace
from instrument.cli.progress import progress


@click.command(name="build")
@click.argument("names", metavar="[RECIPE or TEXT ...]", nargs=-1)
@click.option("-o", "output", metavar="FILE", help="The file for one TEXT; its ending chooses the format.")
@workspace.VIEW
def command(names: tuple[str, ...], output: str | None, view: str) -> None:
    """Make documents of recipes or of a text.

    All recipes in builds/ are made where none is named; one TEXT is made with -o.

    \b
    Example:
      instrument build
      instrument build second-draft-public
      instrument build second-draft.fr -o french.docx
    """
    if output is None and view != "accepted":
        raise click.UsageError("--view is for one TEXT, made with -o; recipes read tracked changes as accepted.")
    if output is None:
        build_recipes(names)
    elif len(names) != 1:
        raise click.UsageError(f"-o takes one TEXT, and {len(names)} were named.")
    else:
        build_text(names[0], output, view)


def build_recipes(names: tuple[str, ...]) -> None:
    from instrument.building.making import build

    library, paths = workspace.open_library(), workspace.recipes(names)
    with progress("building") as watch:
        built = build(library, paths, watch=watch)
    for path in built.value:
        click.echo(path)
    terminal.report(built.problems)


def build_text(name: str, output: str, view: str) -> None:
    from instrument import building
    from instrument.building import Options

    ending = Path(output).suffix.lower() if output != terminal.STANDARD else ".txt"
    passage, profile = workspace.open_text(name, view)
    if ending == ".clause":
        terminal.put(building.render(passage.value.instrument, ending).value, output)
        terminal.report(passage.problems)
    else:
        paper = building.page(passage, Options(profile=profile))
        terminal.put(building.render(paper.value, ending).value, output)
        terminal.report(paper.problems)
