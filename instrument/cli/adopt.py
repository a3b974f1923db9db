"""`instrument adopt`."""

from __future__ import annotations

from datetime import date

import click

from instrument.cli import proceeding, terminal, workspace


@click.command(name="adopt")
@click.argument("names", metavar="PROPOSAL...", nargs=-1, required=True)
@proceeding.DECISION
@click.option("--stage", default="", help="The new stage that the decision makes.")
@click.option("--amended", metavar="TEXT", help="The text as adopted, where the one proposal was orally amended.")
@proceeding.BODY
@proceeding.AT
@proceeding.NOTE
def command(
    names: tuple[str, ...], decision: str, stage: str, amended: str | None, body: str, at: date, note: str
) -> None:
    """Adopt proposals into a new stage.

    The stage is the one that they amend, with their changes; clauses that they do not touch are inherited. Proposals
    that contradict one another are refused. With --amended, the clauses of that text are what was adopted. A
    sub-amendment is adopted first and alone, without a stage: what it amends takes it along.

    \b
    Example:
      instrument adopt DC/2026/P/17 --decision "Decision 12" --stage adopted-text
      instrument adopt DC/2026/P/17 --decision "Decision 12" --stage adopted-text --amended read-out.clause
    """
    from instrument.library.adopting import Decision

    library = workspace.open_library()
    text = workspace.open_text(amended, "accepted")[0] if amended else None
    decided = Decision(decision, at, body, stage, note)
    adopted = library.adopt(names, decided, text.value.instrument if text else None)
    for path in adopted.value:
        click.echo(path)
    terminal.report((*(text.problems if text else ()), *adopted.problems))
