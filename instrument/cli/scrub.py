"""`instrument scrub`."""

from __future__ import annotations

import click

from instrument.cli import terminal, wordfiles


@click.command(name="scrub")
@click.argument("file", metavar="FILE")
@click.option("-o", "output", metavar="FILE", required=True, help="The .docx to write.")
@click.option("--all", "everything", is_flag=True, help="Authors of changes, clause ids and the receipt go too.")
@click.option("--final", is_flag=True, help="Refuse while tracked changes, comments or hidden words remain.")
def command(file: str, output: str, everything: bool, final: bool) -> None:
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

    wordfiles.refuse_other_endings(output)
    data = wordfiles.read(file, (wordfiles.WRITTEN,))  # with macros, it would be no .docx
    if final:
        from instrument.formats.docx.publishing.remains import refuse_unfinished

        refuse_unfinished(data, file)
    done = scrub(data, file, everything)
    terminal.put(done.value, output)
    terminal.report(done.problems)
