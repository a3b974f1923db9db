"""`instrument note`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import click

from instrument.cli import proceeding, terminal, workspace


@click.command(name="note")
@click.argument("line", metavar="NOTE")
@click.option("--alternative", "span", default="", metavar="WORDS", help="The bracketed words that it is about.")
@click.option("--agreed", "status", flag_value="agreed", help="With --decision: the place is agreed.")
@click.option("--ad-referendum", "status", flag_value="ad referendum", help="Agreed, but not finally.")
@click.option("--open", "status", flag_value="open", help="No longer agreed.")
@click.option("--decision", default="", help="The decision on the place that NOTE names, by its name.")
@click.option("--meeting", default="", help="In which meeting.")
@proceeding.AT
@proceeding.AUDIENCE
def command(line: str, span: str, status: str | None, decision: str, meeting: str, at: date, audience: str) -> None:
    """Note what a delegation said, or what was agreed.

    A NOTE says where, who and what: a place or a proposal; a delegation, or several between semicolons; and supports,
    opposes, reserves, flexible (with words after another colon) or any words. A place without a stage is of the newest
    one. With --agreed, --ad-referendum or --open it is the place alone, and --decision names what decided it; taking
    an agreement back is said.

    \b
    Example:
      instrument note "clearance/2/c: Delegation F: insert 'reliable'"
      instrument note "DC/2026/P/17: Delegation B; Delegation D: supports" --meeting "33rd meeting"
      instrument note "clearance/8: Delegation C: opposes" --alternative once
      instrument note clearance/2/c@final-draft --ad-referendum --decision "Decision 12"
    """
    library = workspace.open_library()
    if status or decision:
        from instrument.problem import Misuse
        from instrument.proposals.agreement import Agreement, Status

        if not (status and decision):
            raise Misuse("an agreement needs --decision, and one of --agreed, --ad-referendum and --open")
        made = library.agree(Agreement(line, Status(status), decision, at, "", span, meeting, audience))
        where = f"{made.value.place}@{made.value.stage}"
        click.echo(f"{where}: {made.value.status} by {decision}")
        terminal.report(made.problems)
    else:
        from instrument.proposals import positions

        said = positions.note(line, at)
        names = [library.settings.speaker(name.strip()) for name in said.by.split(";")]  # all, before one is kept
        for name in dict.fromkeys(names):
            kept = library.note(replace(said, by=name, alternative=span, meeting=meeting, audience=audience))
            where = f"{kept.on}@{kept.stage}" if kept.stage else kept.on
            about = f" ({kept.alternative})" if kept.alternative else ""
            click.echo(f"{where}{about}: {kept.by}: {': '.join(filter(None, (kept.stance, kept.words)))}")
