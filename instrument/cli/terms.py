"""`instrument terms`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from instrument.cli import terminal, workspace

if TYPE_CHECKING:
    from instrument.definitions import Definition, Use
    from instrument.references import Place


@click.command(name="terms")
@click.argument("text")
@click.option("--json", "as_json", is_flag=True, help="Data for another program.")
def command(text: str, as_json: bool) -> None:
    """List the terms that a TEXT defines: where each is defined, where it is used.

    Read in English, French and Spanish. Where one term is part of another, the longer one is meant; a use inside a
    definition counts. What is wrong with terms, instrument check says.

    \b
    Example:
      instrument terms final-text
    """
    from instrument.checks.reading import lines_of
    from instrument.definitions import definitions, uses

    read = workspace.open_text(text, "accepted")[0]
    whole = read.value.instrument
    defined = definitions(whole)
    addresses = {line.place: line.address for clause in whole for line in lines_of(clause)}
    used: dict[Definition, list[Use]] = {each: [] for each in defined}
    for use in uses(whole, defined):
        used[use.definition].append(use)
    if as_json:
        terminal.say_json({"text": text, "terms": list(_data(used, addresses))})
    else:
        for each, places in used.items():
            click.echo(f"{each.term}: {addresses[each.place]}; {_said(places)}")
    terminal.report(read.problems)


def _said(places: Sequence[Use]) -> str:
    """How often a term is used, and in which clauses."""
    if not places:
        return "never used"
    clauses = ", ".join(dict.fromkeys(use.place.clause for use in places))
    return f"used {len(places)} time{'s' if len(places) > 1 else ''}, in {clauses}"


def _data(used: Mapping[Definition, Sequence[Use]], addresses: Mapping[Place, str]) -> Iterator[dict[str, object]]:
    for each, places in used.items():
        found = [{"address": addresses[use.place], "start": use.start, "end": use.end} for use in places]
        yield {"term": each.term, "address": addresses[each.place], "uses": found}
