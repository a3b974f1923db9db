"""Finding the workspace: the folder named with -C, or the nearest one upward that has clauses."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from instrument.problem import Misuse, Read

# Imported where they are used: help needs none of them.
if TYPE_CHECKING:
    from instrument.building import Passage
    from instrument.library import Library

CLAUSES, BUILDS = "clauses", "builds"
VIEW = click.option(
    "--view",
    type=click.Choice(["accepted", "rejected", "marked"]),
    default="accepted",
    help="The tracked changes of a Word file: as done, as undone, or both texts in brackets.",
)


def named() -> Path | None:
    """The folder named with -C."""
    folder: Path | None = click.get_current_context().obj
    return folder


def find() -> Path | None:
    """The workspace's folder, seen from where the command runs; None where there is none."""
    if folder := named():
        return folder if _is_workspace(folder) else None
    here = Path.cwd()
    nearest = next((folder for folder in (here, *here.parents) if _is_workspace(folder)), None)
    return nearest and Path(os.path.relpath(nearest))


def home() -> Path:
    """The workspace's folder; `Misuse` where there is none."""
    found = find()
    if found is None:
        where = f"in {named()}" if named() else "here or above"
        raise Misuse(f"there is no workspace {where}; name one with -C, or make one with instrument init")
    return found


def find_library() -> Library | None:
    """The workspace's clauses; None where there is no workspace."""
    import instrument

    found = find()
    return instrument.open(found / CLAUSES) if found else None


def open_library() -> Library:
    """The workspace's clauses; `Misuse` where there is no workspace."""
    import instrument

    return instrument.open(home() / CLAUSES)


def open_text(name: str, view: str) -> tuple[Read[Passage], str]:
    """The text that a name means here, and the style its references are printed in; a file needs no workspace."""
    from instrument import building

    library = None if name == building.STANDARD or building.is_file(name) else open_library()
    text = building.read_text(library, name, sys.stdin.buffer, view)
    return text, library.settings.profile if library else "un"


def short(names: Sequence[str]) -> list[str]:
    """The names of texts as a page gives them: files without their folders, unless two would be called the same."""
    found = [Path(name).name for name in names]
    return found if len(set(found)) == len(set(names)) else list(names)


def recipes(names: tuple[str, ...]) -> list[Path]:
    """The files of recipes named by stem or by path; all of builds/ where none is named."""
    builds = home() / BUILDS
    known = sorted(builds.glob("*.toml"))
    if not known:
        raise Misuse(f"there are no recipes in {builds}; write one, or name a TEXT and its file with -o")
    return [_recipe(name, known) for name in names] or known


def _recipe(name: str, known: list[Path]) -> Path:
    if name.endswith(".toml"):
        return Path(name)
    stems = {path.stem: path for path in known}
    if name not in stems:
        raise Misuse(f'there is no recipe "{name}"; there are: {", ".join(stems)}; a TEXT needs its file named with -o')
    return stems[name]


def _is_workspace(folder: Path) -> bool:
    return (folder / CLAUSES / "library.toml").is_file()
