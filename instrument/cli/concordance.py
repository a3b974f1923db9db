"""`instrument concordance`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from instrument.cli import proceeding, terminal, workspace

if TYPE_CHECKING:
    from instrument.library import Library
    from instrument.numbering.concordance import Concordance

ALL = click.option("--all", "whole", is_flag=True, help="On the terminal, also what keeps its number throughout.")
OUTPUT = click.option("-o", "output", metavar="FILE", help="The document to write; its ending chooses the format.")
JSON = click.option("--json", "as_json", is_flag=True, help="Data for another program.")


@click.command(name="concordance")
@click.argument("texts", metavar="STAGE | TEXT TEXT...", nargs=-1, required=True)
@ALL
@OUTPUT
@JSON
@proceeding.AUDIENCE
def command(texts: tuple[str, ...], whole: bool, output: str | None, as_json: bool, audience: str) -> None:
    """Show which article and provision had which number at each stage.

    Of one stage, from the text that it grew from first; of several texts, the oldest first, those. A line is one
    article or provision, known again by its id, its anchor or its words: what is new, gone, moved, split or joined is
    said where that happened.

    \b
    Example:
      instrument concordance final-draft
      instrument concordance first-draft final-draft -o concordance.docx
    """
    from instrument import building
    from instrument.building import renumbering

    library = None if all(building.is_file(text) for text in texts) else workspace.open_library()
    read = renumbering.concordance(library, texts, audience)
    say(library, read.value, whole, output, as_json, audience)
    terminal.report(read.problems)


def say(
    library: Library | None, concordance: Concordance, whole: bool, output: str | None, as_json: bool, audience: str
) -> None:
    """A concordance on the terminal, as data or as a document."""
    if output and as_json:
        raise click.UsageError("--json is data on standard output; name no file with it.")
    if as_json:
        from instrument.numbering.json import to_json

        terminal.say_json(to_json(concordance))
    elif output:
        from instrument.building import render
        from instrument.building.renumbering import titles
        from instrument.papers.concordance import concordance_paper

        ending = Path(output).suffix.lower() if output != terminal.STANDARD else ".txt"
        named = titles(library, concordance.stages)
        rendered = render(concordance_paper(concordance, titles=named, audience=audience), ending)
        terminal.put(rendered.value, output)
        terminal.tell(rendered.problems)
    else:
        for line in _aligned(concordance if whole else concordance.changing):
            click.echo(line)


def _aligned(concordance: Concordance) -> Iterator[str]:
    """The columns of a concordance beside one another."""
    from instrument.papers.concordance import lines
    from instrument.problem import columns

    rows = [(concordance.stages, True)]
    rows += [(cells, row.last.is_heading) for row, cells in lines(concordance)]
    widths = [max(map(columns, column)) for column in zip(*(cells for cells, _ in rows), strict=True)]
    for cells, is_heading in rows:
        padded = (cell + " " * (width - columns(cell)) for cell, width in zip(cells, widths, strict=True))
        line = "  ".join(padded).rstrip()
        yield click.style(line, bold=True) if is_heading else line
