"""`instrument adopt`."""

from __future__ import annotations

from datetime import date

import click

from instrument.cli import proceeding, terminal, workspace


@click.command(name="adopt")
@click.argument("names", metavar="[PROPOSAL...]", nargs=-1)
@proceeding.DECISION
@click.option("--stage", default="", help="The new stage that the decision makes.")
@click.option("--of", "of", default="", metavar="STAGE", help="Adopt the text of a stage as it stands.")
@click.option("--seal", is_flag=True, help="Nothing but a correction changes the text afterwards.")
@click.option("--amended", metavar="TEXT", help="The text as adopted, where the one proposal was orally amended.")
@proceeding.BODY
@proceeding.AT
@proceeding.NOTE
def command(
    names: tuple[str, ...], decision: str, stage: str, of: str, seal: bool, amended: str | None, body: str, at: date,
    note: str,
) -> None:  # fmt: skip
    """Adopt proposals into a new stage, or a text as it stands.

    The stage is the one that they amend, with their changes; clauses that they do not touch are inherited. Proposals
    that contradict one another are refused. With --amended, the clauses of that text are what was adopted. A
    sub-amendment is adopted first and alone, without a stage: what it amends takes it along.

    With --seal the stage is closed: refused, with every place listed, while `check --final` finds errors, an authentic
    language lags behind, or a proposal is pending. Without --stage, an adopted stage --of is sealed itself.

    \b
    Example:
      instrument adopt DC/2026/P/17 --decision "Decision 12" --stage adopted-text
      instrument adopt DC/2026/P/17 --decision "Decision 12" --stage adopted-text --amended read-out.clause
      instrument adopt --of final-draft --stage adopted-text --decision "Decision 20" --seal
    """
    from instrument.building.sealing import obstacles
    from instrument.library.adopting import Decision

    if bool(names) == bool(of):
        raise click.UsageError("name the proposals to adopt, or the stage to adopt as it stands with --of.")
    if of and not (stage or seal):
        raise click.UsageError("--of makes a new stage, with --stage, or seals the one it names, with --seal.")
    if seal and not (stage or of):
        raise click.UsageError("--seal closes the stage that the decision makes; name it with --stage.")
    library = workspace.open_library()
    text = workspace.open_text(amended, "accepted")[0] if amended else None
    decided = Decision(decision, at, body, stage, note, of)
    adopted = library.adopt(names, decided, text.value.instrument if text else None, obstacles if seal else None)
    for path in adopted.value:
        click.echo(path)
    terminal.report((*(text.problems if text else ()), *adopted.problems))
