"""`instrument certify`."""

from __future__ import annotations

from pathlib import Path

import click

from instrument.cli import terminal, workspace


@click.command(name="certify")
@click.argument("stage", metavar="STAGE")
@click.option("-o", "output", metavar="FILE", required=True, help="The file to write; its ending chooses the format.")
@click.option("--place", default="", help="Where the text was adopted; a line to fill in by default, as for the rest.")
@click.option("--depositary", default="", help="Who certifies.")
@click.option("--done", default="", metavar="WORDS", help="Where and when it is signed, as printed.")
@click.option("--lang", "languages", multiple=True, metavar="L", help="A language of the certificate; may be repeated.")
def command(stage: str, output: str, place: str, depositary: str, done: str, languages: tuple[str, ...]) -> None:
    """Write the certified true copy of a sealed text.

    Its authentic languages follow one another, each from a new page under its own title and in its own direction,
    without symbol, masthead, line numbers or legend; the last page certifies them. A text that is not sealed, or whose
    words have changed since, is refused.

    \b
    Example:
      instrument certify adopted-text -o certified.docx
      instrument certify adopted-text -o certified.docx --place Oslo --lang en --lang fr
    """
    from instrument.building import render
    from instrument.building.copying import certified_copy
    from instrument.papers.true_copy import Certification

    certification = Certification(place=place, depositary=depositary, done=done)
    paper = certified_copy(workspace.open_library(), stage, certification, languages)
    rendered = render(paper.value, Path(output).suffix.lower())
    terminal.put(rendered.value, output)
    terminal.report(paper.problems)
