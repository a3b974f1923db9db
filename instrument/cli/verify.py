"""`instrument verify`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from instrument.cli import terminal, wordfiles

# Imported where they are used: help needs none of them.
if TYPE_CHECKING:
    from instrument.formats.docx.receipts.verifying import Against, Verdict


@click.command(name="verify")
@click.argument("file", metavar="FILE")
@click.option("--base", metavar="FILE", help="Prove against this file that the base is still what the changes are on.")
@click.option("--result", metavar="FILE", help="Prove against this file what the changes, all accepted, give.")
@click.option("--certificate", metavar="FILE", help="Half a page to sign; its ending chooses the format.")
@click.option("--json", "as_json", is_flag=True, help="Data for another program.")
def command(file: str, base: str | None, result: str | None, certificate: str | None, as_json: bool) -> None:
    """Prove the receipt of a Word file with tracked changes.

    Read with all changes rejected the file is the base, with all accepted the result, word for word. What was changed
    since the receipt was made is said by place, words and author; the exit status is then 1, as it is for a file that
    has no receipt.

    \b
    Example:
      instrument verify redline.docx
      instrument verify redline.docx --base issued.docx --result revised.docx
      instrument verify redline.docx --certificate certificate.docx
    """
    from instrument.cli.verifying.saying import lines, to_json
    from instrument.formats.docx.receipts.verifying import verify

    data = wordfiles.read(file)
    files = against(base), against(result)
    verdict = verify(data, file, *files)
    if as_json:
        terminal.say_json(to_json(file, verdict))
    else:
        for line in lines(file, verdict):
            click.echo(line)
    if certificate:
        certify(certificate, file, data, verdict, files)
    if not verdict.is_proven:
        click.get_current_context().exit(1)


def against(name: str | None) -> Against | None:
    """A file to prove a reading against."""
    from instrument.formats.docx.receipts.verifying import Against

    return Against(name, wordfiles.read(name)) if name else None


def certify(path: str, file: str, data: bytes, verdict: Verdict, files: tuple[Against | None, Against | None]) -> None:
    """Write the certificate; nothing is certified that is not proven."""
    from instrument import building
    from instrument.building.certifying import certificate

    if not verdict.is_proven or verdict.receipt is None:
        click.echo(f"{path} was not written: nothing is certified that is not proven", err=True)
        return
    base, result = (each.data if each else None for each in files)
    paper = certificate(file, data, verdict.receipt, base, result)
    terminal.put(building.render(paper, Path(path).suffix.lower()).value, path)
