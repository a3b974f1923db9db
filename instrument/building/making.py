"""Recipes made: each text set on a page once, each document put into builds/out, all of them or none."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from instrument import storage
from instrument.building.recipes import Recipe, read_recipe, refuse_clashes
from instrument.building.rendering import page, render
from instrument.building.texts import Passage, is_file, read_text
from instrument.building.withholding import refuse_withheld
from instrument.library import Library
from instrument.problem import Failure, Misuse, Problem, Read
from instrument.splitting import Watch, spread, unwatched

if TYPE_CHECKING:
    from concurrent.futures import Executor

OUT = "out"


def build(
    library: Library, paths: Iterable[Path], executor: Executor | None = None, watch: Watch = unwatched
) -> Read[tuple[Path, ...]]:
    """The documents of recipes, put into the folder `out` beside them: all of them, or none.

    `executor` is who makes the documents, if not this thread. Raises `Misuse` for a recipe that cannot be built,
    `CannotWrite` where a document cannot be put in its place.
    """
    recipes = tuple(read_recipe(path, library.settings.profile) for path in paths)
    refuse_clashes(recipes)
    files: dict[Path, bytes] = {}
    problems: list[Problem] = []
    for made in watch(spread(partial(_made, library), recipes, executor), len(recipes)):
        files |= made.value
        problems += made.problems
    storage.write_all(files)
    return Read(tuple(files), tuple(dict.fromkeys(problems)))


def _made(library: Library, recipe: Recipe) -> Read[dict[Path, bytes]]:
    """The documents of one recipe."""
    passage = _text(library, recipe)
    paper = page(passage, recipe.options)
    files: dict[Path, bytes] = {}
    for name in recipe.outputs:
        value = passage.value.instrument if name.endswith(".clause") else paper.value
        data = render(value, Path(name).suffix.lower(), template=recipe.template).value
        files[recipe.path.parent / OUT / name] = data
    return Read(files, paper.problems)


def _text(library: Library, recipe: Recipe) -> Read[Passage]:
    """What a recipe's text means, files by their place beside the recipe; a refusal says where it was asked for."""
    name = str(recipe.path.parent / recipe.text) if is_file(recipe.text) else recipe.text
    audience = recipe.options.get("audience", "internal")
    try:
        passage = read_text(library, name)
        if not is_file(name):
            refuse_withheld(library, name.rpartition("@")[2], audience)
    except Failure as failure:
        raise Misuse(f"{recipe.source.where('text')}: {failure}", failure.problems) from failure
    return passage
