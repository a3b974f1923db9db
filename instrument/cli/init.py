"""`instrument init`."""

from __future__ import annotations

from pathlib import Path

import click

SAMPLE = ("clauses/*.toml", "clauses/*/*.clause", "clauses/*/*.proposal", "clauses/issued/*.toml", "builds/*.toml")


@click.command(name="init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Make a workspace that builds at once.

    It is a copy of the sample convention.

    \b
    Example:
      instrument init convention
    """
    from instrument import storage
    from instrument.problem import Misuse

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Misuse(f"{folder} is there already and is not an empty folder; name a new one")
    sample = find_sample()
    files = [path for pattern in SAMPLE for path in sample.glob(pattern)]
    storage.write_all({folder / path.relative_to(sample): path.read_bytes() for path in files})
    click.echo(f"{folder} is a workspace: its clauses are in {folder / 'clauses'}, its recipes in {folder / 'builds'}")


def find_sample() -> Path:
    """The sample beside the package's code; in a checkout it is the checkout's own clauses and recipes."""
    package = Path(__file__).parent.parent
    packed = package / "sample"
    return packed if packed.is_dir() else package.parent
