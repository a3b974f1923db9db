"""`instrument scrubbed`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from instrument.cli import proceeding, terminal, workspace

if TYPE_CHECKING:
    from instrument.building.answering import Answers
    from instrument.papers.scrubbed import Answer


@click.command(name="scrubbed")
@click.argument("adopted", metavar="ADOPTED")
@click.argument("scrubbed", metavar="SCRUBBED")
@click.option("-o", "output", metavar="FILE", help="The file to write; its ending chooses the format. Else as text.")
@click.option("--json", "as_json", is_flag=True, help="Data for another program.")
@click.option("--sign", "signed", metavar="ADDRESS", multiple=True, help="Answer for what differs there.")
@click.option("--initials", default="", help="Who answers for it.")
@proceeding.AT
@click.option("--note", default="", help="Why it changes nothing that was agreed.")
def command(
    adopted: str, scrubbed: str, output: str | None, as_json: bool, signed: tuple[str, ...], initials: str, at: date,
    note: str,
) -> None:  # fmt: skip
    """Say what a legal scrub changed in an adopted text, and who answers for it.

    Each difference is numbering, a reference, spelling, punctuation, or something else, which somebody must sign for.
    Two stages are compared in all their languages, "stage.fr" in one. While something is not signed for the status
    is 1. With --sign that is recorded, dated; where the line changes afterwards, it is to be signed for again.

    \b
    Example:
      instrument scrubbed adopted-text scrubbed-text -o scrubbed.docx
      instrument scrubbed adopted-text scrubbed-text --sign clearance/1 --initials AB --note "plural slip"
    """
    from instrument.building import is_file, render
    from instrument.building.answering import Texts, answers, sign, unsigned
    from instrument.building.disposing import Officer
    from instrument.papers.scrubbed import scrubbed as page

    if bool(signed) + bool(output) + as_json > 1:
        raise click.UsageError("--sign records, -o writes the table, --json is data; do one after the other.")
    library = None if is_file(adopted) and is_file(scrubbed) else workspace.open_library()
    texts = Texts(library, adopted, scrubbed)
    if signed:
        for one in sign(texts, signed, Officer(initials, at, note)):
            old, new = (words.strip() or "–" for words in (one.old, one.new))
            click.echo(f"{one.on}, {one.language}: {old} > {new}, signed by {one.initials}")
        return
    read = answers(texts)
    found = read.value
    if as_json:
        terminal.say_json(_data(texts.stages, found))
    else:
        paper = page(found, texts.stages, language=library.settings.original if library else found[0][0])
        rendered = render(paper, Path(output).suffix.lower() if output and output != terminal.STANDARD else ".txt")
        terminal.put(rendered.value, output or terminal.STANDARD)
    terminal.tell(read.problems)
    if unsigned(found):
        click.get_current_context().exit(1)


def _data(names: tuple[str, str], found: Answers) -> dict[str, object]:
    told = [{"language": code, "differences": [_difference(each) for each in said]} for code, said in found]
    return {"adopted": names[0], "scrubbed": names[1], "languages": told}


def _difference(answer: Answer) -> dict[str, object]:
    one, signed = answer.difference, answer.signature
    said = {"address": one.address, "name": answer.name, "class": one.kind, "old": one.old, "new": one.new}
    return {
        **said,
        "signature": {"initials": signed.initials, "at": signed.at, "note": signed.note} if signed else None,
    }
