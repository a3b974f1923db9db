"""`instrument list`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from instrument.cli import terminal, workspace

if TYPE_CHECKING:
    from instrument.library import Library, Stage


@click.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Data for another program.")
def command(as_json: bool) -> None:
    """List the stages and the clauses.

    Stages stand under the one they grew from, clauses beside the stages in which they have a text of their own.

    \b
    Example:
      instrument list
    """
    library = workspace.open_library()
    if as_json:
        terminal.say_json(data_of(library))
    else:
        for line in (library.settings.title, "", *stage_lines(library), "", *clause_lines(library)):
            click.echo(line)
    terminal.report(library.problems)


def stage_lines(library: Library) -> Iterator[str]:
    """The tree of stages: each under the one it grew from."""
    names = {stage.id: "  " * (len(library.settings.ancestry(stage.id)) - 1) + stage.id for stage in library.stages}
    width = max(map(len, names.values()), default=0)
    for stage in library.stages:
        told = (stage.date.isoformat()[:10] if stage.date else "", stage.symbol, stage.kind, "sealed" * stage.sealed)
        yield f"{names[stage.id]:{width}}  {'  '.join(filter(None, told))}".rstrip()


def clause_lines(library: Library) -> Iterator[str]:
    """Every clause with the stages, and the languages, in which it has a text of its own."""
    width = max(map(len, library.clauses), default=0)
    for id in library.clauses:
        yield f"{id:{width}}  {', '.join(version_names(library, id))}".rstrip()


def version_names(library: Library, clause: str) -> list[str]:
    """The versions of a clause as TEXT names them: `first-draft`, `first-draft.fr`."""
    return [version.path.name.removesuffix(".clause") for version in library.history(clause)]


def data_of(library: Library) -> dict[str, object]:
    return {
        "title": library.settings.title,
        "languages": library.settings.languages,
        "stages": [_stage_data(library, stage) for stage in library.stages],
        "clauses": [{"id": id, "versions": version_names(library, id)} for id in library.clauses],
        "problems": [terminal.data_of(problem) for problem in library.problems],
    }


def _stage_data(library: Library, stage: Stage) -> dict[str, object]:
    return {
        "id": stage.id,
        "base": stage.base,
        "kind": stage.kind,
        "date": stage.date.isoformat() if stage.date else None,
        "symbol": stage.symbol,
        "sealed": stage.sealed,
        "order": library.order(stage.id),
    }
