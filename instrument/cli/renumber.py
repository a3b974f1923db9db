"""`instrument renumber`."""

from __future__ import annotations

from datetime import date

import click

from instrument.cli import concordance, proceeding, terminal, workspace


@click.command(name="renumber")
@click.argument("stage", metavar="STAGE")
@click.option("--as", "new", metavar="NEW", default="", help="Put the final text on this new stage.")
@click.option("--kind", default="", help='What the new stage is: "adopted", "President\'s text" and so on.')
@click.option("--date", "day", metavar="TIME", callback=proceeding.given, help="When it is issued.")
@click.option("--symbol", default="", help="The symbol it is issued under.")
@concordance.ALL
@concordance.OUTPUT
@concordance.JSON
def command(
    stage: str, new: str, kind: str, day: date | None, symbol: str, whole: bool, output: str | None, as_json: bool
) -> None:
    """Give a stage its final numbers, which run on without a bis or a gap, and show which number became which.

    Articles, parts, annexes, paragraphs and items count through in their own numerals; annexes, sections and lists that
    begin anew do so still. Live references follow; references in words that would name something else are errors, with
    their places. Where a number cannot be known nothing is numbered, and the places are listed. All languages are
    numbered alike, or none is.

    Without --as, nothing is written.

    \b
    Example:
      instrument renumber final-draft
      instrument renumber final-draft --as final-text --kind adopted --date 2026-05-29 -o concordance.docx
    """
    from instrument.building import renumbering
    from instrument.library import Stage

    if not new and (kind or day or symbol):
        raise click.UsageError("--kind, --date and --symbol are of a new stage; name it with --as.")
    library = workspace.open_library()
    read = renumbering.renumbered(library, stage, new)
    if new:
        written = renumbering.put(library, read.value, Stage(new, kind=kind, date=day, symbol=symbol))
        click.echo(f"the stage {new}: {len(written)} files written", err=True)
    if read.value.changes or output or as_json:
        concordance.say(library, read.value.concordance, whole, output, as_json, "internal")
    elif not read.value.refusals:
        click.echo(f"the numbers of {stage} run on already")
    terminal.report(read.problems)
