"""Front matter: what a `.clause` file says of itself between `+++` lines, in TOML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from instrument.audiences import AUDIENCES
from instrument.model import Kind
from instrument.problem import Problem, Read
from instrument.tables import Shape, Source, check, did_you_mean, written
from instrument.tables import read as read_table

FENCE = "+++"
_SHAPES = {
    "id": Shape.TEXT, "kind": Shape.TEXT, "label": Shape.TEXT, "language": Shape.TEXT, "from": Shape.TEXT,
    "source": Shape.TEXT, "adopted": Shape.DATE, "audience": Shape.TEXT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Front:
    """What front matter says; the id and the language are given by the path where there is one.

    `label` and `kind` stand here only where the heading line cannot say them; `origin` is the key `from`.
    """

    id: str = ""
    kind: Kind | None = None
    label: str | None = None
    language: str = ""
    origin: str = ""
    source: str = ""
    adopted: date | None = None
    audience: str = ""


def read(source: Source) -> Read[Front]:
    """The front matter that a TOML text gives; every wrong key and value is a problem with its line."""
    table = read_table(source)
    checked = check(source, table.value, _SHAPES)
    good = checked.value
    problems = (*table.problems, *checked.problems, *_unknown(source, good))
    known = good.get("kind") in list(Kind)
    return Read(
        Front(
            good.get("id", ""),
            Kind(good["kind"]) if known else None,
            good.get("label"),
            good.get("language", ""),
            good.get("from", ""),
            good.get("source", ""),
            good.get("adopted"),
            good.get("audience", ""),
        ),
        problems,
    )


def _unknown(source: Source, good: Mapping[str, Any]) -> list[Problem]:
    found = []
    for key, allowed in (("kind", tuple(Kind)), ("audience", AUDIENCES)):
        value = good.get(key)
        if value is not None and value not in allowed:
            hint = f"one of {', '.join(allowed)}"
            message = f'"{value}" is no {key}{did_you_mean(value, allowed)}'
            found.append(source.error(f"unknown-{key}", message, (key,), hint))
    return found


def write(front: Front) -> str:
    """Front matter with its fences; nothing where there is nothing to say.

    >>> write(Front(kind=Kind.FINAL))
    '+++\\nkind = "final"\\n+++\\n'
    """
    values = {
        "id": front.id, "kind": front.kind, "label": front.label, "language": front.language, "from": front.origin,
        "source": front.source, "adopted": front.adopted, "audience": front.audience,
    }  # fmt: skip
    lines = [
        f"{key} = {written(value)}\n"
        for key, value in values.items()
        if value is not None and (value != "" or key == "label")
    ]
    return f"{FENCE}\n{''.join(lines)}{FENCE}\n" if lines else ""
