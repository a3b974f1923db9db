"""`instrument corrigendum`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from instrument.cli import terminal, workspace

if TYPE_CHECKING:
    from instrument.library import Library


@click.command(name="corrigendum")
@click.argument("sealed", metavar="TEXT")
@click.argument("corrected", metavar="CORRECTED")
@click.option("-o", "output", metavar="FILE", help="The file to write; its ending chooses the format. Else as text.")
@click.option("--proces-verbal", "rectifies", is_flag=True, help="The depositary's procès-verbal of rectification.")
@click.option("--symbol", default="", help="The symbol of the document.")
@click.option("--depositary", default="", help="Who rectifies; a line to fill in by default, as for all that follows.")
@click.option(
    "--adopted", default="", metavar="WORDS", help='Where and when the text was adopted: "Oslo on 3 May 2026".'
)
@click.option("--notified", default="", metavar="DATE", help="When the corrections were communicated, as printed.")
@click.option("--until", default="", metavar="DATE", help="When the time for objections ended, as printed.")
@click.option("--done", default="", metavar="WORDS", help="Where and when it is signed, as printed.")
@click.option("--json", "as_json", is_flag=True, help="Data for another program.")
def command(
    sealed: str, corrected: str, output: str | None, rectifies: bool, symbol: str, depositary: str, adopted: str,
    notified: str, until: str, done: str, as_json: bool,
) -> None:  # fmt: skip
    """Say what a corrected text corrects: for these words, read those.

    Each difference stands once, in just enough words to be found, language by language. A paragraph put in, taken out
    or moved is no correction: it is named, and the status is 1.

    \b
    Example:
      instrument corrigendum final-text corrected-text -o corrigendum.docx
      instrument corrigendum final-text corrected-text --proces-verbal --until "9 June 2026" -o rectification.docx
    """
    from instrument.building import is_file, render
    from instrument.building.correcting import corrected_in
    from instrument.papers.corrigendum import Rectification, corrigendum, proces_verbal
    from instrument.papers.draft import Document

    if as_json and output:
        raise click.UsageError("--json goes to standard output and -o writes a document: ask for one of them.")
    library = None if is_file(sealed) and is_file(corrected) else workspace.open_library()
    found = corrected_in(library, sealed, corrected)
    if as_json:
        data = [{"language": code, "corrections": [asdict(each) for each in said]} for code, said in found.value]
        terminal.say_json({"text": sealed, "corrected": corrected, "languages": data})
    else:
        name = _called(library, sealed)
        language = library.settings.original if library else found.value[0][0]
        document = Document(symbol=symbol)
        rectification = Rectification(depositary, adopted, notified, until, done)
        paper = (
            proces_verbal(found.value, name, rectification, document, language=language)
            if rectifies
            else corrigendum(found.value, name, document, language=language)
        )
        rendered = render(paper, Path(output).suffix.lower() if output and output != terminal.STANDARD else ".txt")
        terminal.put(rendered.value, output or terminal.STANDARD)
    terminal.report(found.problems)


def _called(library: Library | None, text: str) -> str:
    """What a text calls itself; else what its workspace calls it, or the name of its file."""
    from instrument.building import read_text
    from instrument.papers.draft import title_of

    title = title_of(read_text(library, text).value.whole)
    return title or (library.settings.title if library else text)
