"""`instrument intake`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from instrument.cli import proceeding, terminal, workspace
from instrument.cli.jobs import JOBS, processes
from instrument.cli.progress import progress

if TYPE_CHECKING:
    from instrument.building.intake import Arrival


@click.command(name="intake")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--against", required=True, metavar="STAGE", help="The text that the proposals amend.")
@click.option("--initials", default="", help="Whose who confirms: only then does anything count.")
@click.option("--take", "names", multiple=True, metavar="FILE", help="Confirm this one too, though it needs a look.")
@click.option("--by", default="", metavar="DELEGATION", help="Whose the files named with --take are.")
@click.option("--json", "as_json", is_flag=True, help="Data for another program.")
@JOBS
@proceeding.AT
def command(
    folder: Path, against: str, initials: str, names: tuple[str, ...], by: str, as_json: bool, jobs: int, at: date
) -> None:
    """Take in a folder of what delegations sent, and print a page of it.

    Every file is kept in clauses/intake with its hash and the time, once; messages bring their attachments. Whose a
    file is and what it is about is guessed, and nothing counts: with --initials those that are placed become
    proposals, and those named with --take. Whoever is interrupted runs it again. The exit status is 1 while anything
    needs a person.

    \b
    Example:
      instrument intake night --against first-draft --at 2026-02-10T23:00
      instrument intake night --against first-draft --initials KL
      instrument intake night --against first-draft --initials KL --take letter.txt --by "Delegation C"
    """
    from instrument.building import intake

    if (names or by) and not initials:
        raise click.UsageError("--take and --by confirm something: give your --initials.")
    library = workspace.open_library()
    intake.receive(library, folder, at)
    with progress("reading") as watch, processes(jobs) as executor:
        found = intake.arrivals(library, against, executor, watch)
    if initials:
        with progress("taking in") as watch:
            found = tuple(_confirmed(each, names, against, initials, by) for each in watch(found, len(found)))
    if as_json:
        terminal.say_json({"against": against, "arrivals": [_data(each) for each in found]})
    else:
        _page(found)
    if any(not each.initials for each in found):
        click.get_current_context().exit(1)


def _confirmed(arrival: Arrival, names: Sequence[str], against: str, initials: str, by: str) -> Arrival:
    from instrument.building import intake

    named = arrival.file in names
    if arrival.initials or not (named or arrival.placing is intake.Placing.PLACED):
        return arrival
    return intake.confirm(workspace.open_library(), arrival, against, initials, by if named else "")


def _page(found: Sequence[Arrival]) -> None:
    """One page: what is placed, what needs a look, what cannot be read, what is to be typed."""
    for placing in dict.fromkeys(
        each.placing for each in sorted(found, key=lambda each: list(_ORDER).index(each.placing))
    ):
        group = [each for each in found if each.placing is placing]
        click.echo(f"{click.style(placing.value, bold=True)} ({len(group)})")
        for each in group:
            about = f": {', '.join(each.about)}" if each.about else ""
            done = f" -> {each.proposal}, confirmed by {each.initials}" if each.initials else ""
            why = f" ({each.why})" if each.why else ""
            click.echo(f"  {each.file}  {each.by or '?'}{about}{done}{why}")


_ORDER = ("placed", "look", "cannot read", "to be typed")


def _data(arrival: Arrival) -> dict[str, object]:
    return {
        "file": arrival.file, "hash": arrival.hash, "at": arrival.at, "placing": arrival.placing.value,
        "by": arrival.by, "about": list(arrival.about), "why": arrival.why, "initials": arrival.initials,
        "proposal": arrival.proposal,
    }  # fmt: skip
