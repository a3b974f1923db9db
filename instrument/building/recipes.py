"""Recipes, builds/*.toml: which text becomes which documents, and how they look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from instrument import storage, tables
from instrument.audiences import AUDIENCES
from instrument.building.rendering import Options
from instrument.formats import FORMATS
from instrument.paper import Layout
from instrument.papers.draft import Document
from instrument.papers.setting import Holding
from instrument.problem import Misuse, Problem
from instrument.references import PROFILES
from instrument.tables import ANY, Schema, Shape, Source

_SHAPES: dict[str, Schema] = {
    "text": Shape.TEXT,
    "profile": Shape.TEXT,
    "contents": Shape.FLAG,
    "holders": Shape.TEXT,
    "audience": Shape.TEXT,
    "line-numbers": Shape.FLAG,
    "watermark": Shape.TEXT,
    "paper": Shape.TEXT,
    "landscape": Shape.FLAG,
    "template": Shape.TEXT,
    "document": {
        "body": Shape.TEXT,
        "symbol": Shape.TEXT,
        "distribution": Shape.TEXT,
        "date": Shape.DATE,
        "original": Shape.TEXT,
        "agenda": Shape.TEXT,
        "title": Shape.TEXT,
        "subtitle": Shape.TEXT,
    },
    "outputs": {ANY: Shape.TEXT},
}
_CHOICES = {
    "holders": get_args(Holding),
    "audience": AUDIENCES,
    "paper": ("A4", "Letter"),
    "profile": tuple(PROFILES),
}
_KINDS = [known[1:] for known, format in FORMATS.items() if format.writer or known == ".clause"]


@dataclass(frozen=True, slots=True)
class Recipe:
    """One recipe, checked: a text, the look of its documents, the names of the files it makes."""

    path: Path
    source: Source
    text: str
    template: Path | None
    options: Options
    outputs: tuple[str, ...]


def read_recipe(path: Path, profile: str) -> Recipe:
    """A recipe from its file; `profile` is the style where it names none.

    Raises `Misuse` with every problem at its line where it cannot be built.
    """
    source = Source(str(path), storage.read_text(path))
    whole = tables.read(source)
    checked = tables.check(source, whole.value, _SHAPES)
    table = checked.value
    problems = (*whole.problems, *checked.problems, *(() if whole.problems else _slips(source, table)))
    if problems:
        raise Misuse(f"{path} cannot be built; mend it where this points", problems)
    template = path.parent / table["template"] if "template" in table else None
    if template and not template.is_file():
        raise Misuse(f"{source.where('template')}: there is no file {template}; name the .docx that shows the style")
    return Recipe(path, source, table["text"], template, _options(table, profile), tuple(table["outputs"].values()))


def refuse_clashes(recipes: tuple[Recipe, ...]) -> None:
    """Two recipes may not make the same file, not even on a disk that ignores capitals."""
    made: dict[str, Recipe] = {}
    for recipe in recipes:
        for name in recipe.outputs:
            other = made.setdefault(name.casefold(), recipe)
            if other is not recipe:
                where = recipe.source.where("outputs", Path(name).suffix.removeprefix("."))
                raise Misuse(f'{where}: {other.path} makes "{name}" too; give one of them another name')


def _options(table: Mapping[str, Any], profile: str) -> Options:
    return Options(
        document=Document(**table.get("document", {})),
        profile=table.get("profile", profile),
        holders=table.get("holders", "inline"),
        audience=table.get("audience", "internal"),
        contents=table.get("contents", False),
        layout=Layout(
            paper=table.get("paper", "A4"),
            landscape=table.get("landscape", False),
            line_numbers=table.get("line-numbers", False),
            watermark=table.get("watermark", ""),
        ),
    )


def _slips(source: Source, table: Mapping[str, Any]) -> Iterator[Problem]:
    """What each key cannot say; a key that is missing altogether included."""
    for key, example in (("text", 'text = "second-draft"'), ("outputs", '[outputs] with docx = "second-draft.docx"')):
        if not table.get(key):
            yield source.error("missing-key", f'a recipe needs "{key}"', (), f"write {example}")
    for key, choices in _CHOICES.items():
        if table.get(key, choices[0]) not in choices:
            message = f'"{table[key]}" is no {key}{tables.did_you_mean(table[key], choices)}'
            yield source.error("unknown-choice", message, (key,), f"one of {', '.join(choices)}")
    if table.get("audience") == "public" and table.get("holders", "inline") != "none":
        message = "a public document names no delegations"
        yield source.error(
            "audience", message, ("holders",) if "holders" in table else ("audience",), 'holders = "none"'
        )
    outputs = table.get("outputs", {})
    for ending, name in outputs.items():
        for message in _output_slips(ending, name, table):
            yield source.error("output", message, ("outputs", ending))
        if [other.casefold() for other in outputs.values()].count(name.casefold()) > 1:
            yield source.error("output", f'two outputs have the name "{name}"', ("outputs", ending))


def _output_slips(ending: str, name: str, table: Mapping[str, Any]) -> Iterator[str]:
    if ending not in _KINDS:
        yield f'"{ending}" is no kind of document; there are: {", ".join(_KINDS)}'
    elif Path(name).suffix.lower() != f".{ending}":
        yield f'"{name}" does not end in ".{ending}"'
    if not name or Path(name).name != name or "\\" in name:
        yield f'"{name}" is no plain name; documents go to builds/out'
    if ending == "clause" and table.get("audience", "internal") != "internal":
        yield "a .clause file names all holders and keeps comments: it is internal"
