"""`instrument blame`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from instrument.cli import terminal, workspace
from instrument.cli.progress import progress

if TYPE_CHECKING:
    from instrument.building.blaming import Told
    from instrument.problem import Read
    from instrument.splitting import Watch


@click.command(name="blame")
@click.argument("texts", metavar="TEXT | FILE FILE...", nargs=-1, required=True)
@click.option("-o", "output", metavar="FILE", help="The document to write; its ending chooses the format.")
@click.option("--audience", default="internal", help="For whom: internal, participants or public.")
@click.option("--json", "as_json", is_flag=True, help="Data for another program: every word once, with its origin.")
def command(texts: tuple[str, ...], output: str | None, audience: str, as_json: bool) -> None:
    """Show who wrote which word of a text.

    A letter in the margin is the origin of a line, {b words} that of words in it, and [-c words-] were taken out there;
    the legend says which draft, proposal and decision a letter stands for. What a decision adopted is recorded; the
    rest is inferred by comparing the drafts of the text, one with the next.

    Of several files, the oldest first, it is the last that is told of.

    \b
    Example:
      instrument blame clearance/1@second-draft
      instrument blame second-draft -o travaux.docx
      instrument blame october.docx december.docx adopted.docx -o origins.html
    """
    if output and as_json:
        raise click.UsageError("--json is data on standard output; name no file with it.")
    with progress("following the words") as watch:
        told = _told(texts, audience, watch)
    if as_json:
        _say_json(told.value)
    elif output:
        _write(told.value, output, audience)
    else:
        from instrument.cli import origins

        for line in origins.lines(told.value, get_terminal_size().columns):
            click.echo(line)
    terminal.report(told.problems)


def _told(texts: Sequence[str], audience: str, watch: Watch) -> Read[Told]:
    from instrument import building
    from instrument.building import blaming
    from instrument.problem import Misuse, Read

    if len(texts) == 1:
        if building.is_file(texts[0]) or texts[0] == terminal.STANDARD:
            raise Misuse(f'of "{texts[0]}" alone no history is known; name its earlier drafts before it')
        return blaming.blamed(workspace.open_library(), texts[0], audience, watch=watch)
    files = [building.is_file(name) or name == terminal.STANDARD for name in texts]
    library = None if all(files) else workspace.open_library()
    read = [building.read_text(library, name, sys.stdin.buffer) for name in watch(texts, len(texts))]
    problems = tuple(problem for each in read for problem in each.problems)
    told = blaming.blamed_texts(workspace.short(texts), [each.value.instrument for each in read], watch=watch)
    return Read(told, problems)


def _say_json(told: Told) -> None:
    from instrument.history.json import to_json

    terminal.say_json(to_json(told.blame, told.lines, name=told.name, names=told.teller.names))


def _write(told: Told, output: str, audience: str) -> None:
    from instrument import building
    from instrument.papers import origins

    ending = Path(output).suffix.lower() if output != terminal.STANDARD else ".txt"
    page = origins.paper(
        told.blame, told.lines, told.teller, told.name,
        noted=ending != ".html", profile=told.profile, audience=audience,
    )  # fmt: skip
    rendered = building.render(page.value, ending)
    terminal.put(rendered.value, output)
    terminal.tell(page.problems)
