"""`instrument rebase`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from instrument.cli import terminal, workspace

if TYPE_CHECKING:
    from instrument.proposals.rebasing import Rebased


@click.command(name="rebase")
@click.argument("symbol", metavar="SYMBOL")
@click.option("--onto", "stage", metavar="STAGE", required=True, help="The later text.")
@click.option("--json", "as_json", is_flag=True, help="Data for another program, the changes included.")
def command(symbol: str, stage: str, as_json: bool) -> None:
    """Show what becomes of each change of a proposal on a later text.

    A change is carried, carried with a shift, carried by likeness, already there, in conflict, or orphaned. The exit
    status is 1 where one of them needs a person.

    \b
    Example:
      instrument rebase DC/2026/P/3 --onto second-draft
    """
    from instrument.building import compending
    from instrument.changes import to_json
    from instrument.proposals.rebasing import NEEDS_A_PERSON

    found = compending.rebased(workspace.open_library(), symbol, stage)
    if as_json:
        rows = [{name: getattr(each, name) for name in _FIELDS} for each in found.rebased]
        terminal.say_json({"proposal": symbol, "onto": stage, "rebased": rows, "changes": to_json(found.changes)})
    else:
        for each in found.rebased:
            _say(each)
    if any(each.fate in NEEDS_A_PERSON for each in found.rebased):
        click.get_current_context().exit(1)


_FIELDS = ("fate", "where", "there", "before", "wanted", "now")


def _say(each: Rebased) -> None:
    """One change: what becomes of it and where, then the passages one under the other."""
    there = f" -> {each.there}" if each.there != each.where else ""
    click.echo(f"{click.style(each.fate.value, bold=True)}: {each.where}{there}")
    for name, words in (("was", each.before), ("proposed", each.wanted), ("now", each.now)):
        if words:
            click.echo(f"  {name + ':':10}{words}")
