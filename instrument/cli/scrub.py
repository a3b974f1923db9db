"""`instrument scrub`."""

from __future__ import annotations

import click

from instrument.cli import terminal, wordfiles

_FEW = 5  # places that tell what remains in a file


@click.command(name="scrub")
@click.argument("file", metavar="FILE")
@click.option("-o", "output", metavar="FILE", required=True, help="The .docx to write.")
@click.option("--all", "everything", is_flag=True, help="Authors of changes, clause ids and the receipt go too.")
@click.option("--final", is_flag=True, help="Refuse while tracked changes, comments or hidden words remain.")
@click.option("--report", is_flag=True, help="With --final, every place where something remains, not the first few.")
def command(file: str, output: str, everything: bool, final: bool, report: bool) -> None:
    """Take out of a Word file what says who made it, where and with what.

    Names in the properties, companies, templates, paths, printers, marks of editing sessions and data of other programs
    go; what was removed is said part by part on standard error. Delegations stay named on their changes and comments,
    clause ids and the receipt stay, and no word of the text is touched.

    \b
    Example:
      instrument scrub redline.docx -o to-delegations.docx
      instrument scrub adopted.docx -o published.docx --all --final
    """
    from instrument.formats.docx.publishing.scrub import scrub

    if report and not final:
        raise click.UsageError("--report lists what --final refuses; ask for both.")
    wordfiles.refuse_other_endings(output)
    data = wordfiles.read(file, (wordfiles.WRITTEN,))  # with macros, it would be no .docx
    if final:
        refuse_unfinished(data, file, report)
    done = scrub(data, file, everything)
    terminal.put(done.value, output)
    terminal.report(done.problems)


def refuse_unfinished(data: bytes, file: str, everywhere: bool) -> None:
    """Refuse a file that is not final: with every place, or the first few and how to see the others."""
    from instrument.formats.docx.publishing.remains import refuse_unfinished
    from instrument.problem import CannotWrite

    try:
        refuse_unfinished(data, file)
    except CannotWrite as refusal:
        places = refusal.problems
        if everywhere or len(places) <= _FEW:
            raise
        told = f"{refusal}; these are the first {_FEW} of {len(places)} places, --report lists all"
        raise CannotWrite(told, places[:_FEW]) from None
