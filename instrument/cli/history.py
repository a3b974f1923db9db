"""`instrument history`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from instrument.cli import terminal, workspace

if TYPE_CHECKING:
    from instrument.library import Library, Version


@click.command(name="history")
@click.argument("clause", metavar="CLAUSE")
@click.option("--json", "as_json", is_flag=True, help="Data for another program.")
def command(clause: str, as_json: bool) -> None:
    """List the versions of a clause.

    \b
    Example:
      instrument history clearance
    """
    library = workspace.open_library()
    versions = library.history(clause)
    if as_json:
        terminal.say_json({"clause": clause, "versions": [data_of(library, version) for version in versions]})
    else:
        for version in versions:
            click.echo(line(library, version))
    terminal.report(problem for version in versions for problem in version.problems)


def line(library: Library, version: Version) -> str:
    """One version: its stage, day and language, where it came from, its file."""
    stage = library.stage(version.stage)
    day = stage.date.isoformat()[:10] if stage.date else ""
    origins = (version.front.origin and f"from {version.front.origin}", version.front.source)
    told = "  ".join(filter(None, (*origins, str(version.path))))
    return f"{stage.id:20} {day:10}  {version.language:3} {told}"


def data_of(library: Library, version: Version) -> dict[str, object]:
    stage, front = library.stage(version.stage), version.front
    return {
        "stage": stage.id,
        "date": stage.date.isoformat() if stage.date else None,
        "language": version.language,
        "path": version.path.as_posix(),
        "from": front.origin,
        "source": front.source,
        "adopted": front.adopted.isoformat() if front.adopted else None,
    }
