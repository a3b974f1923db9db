"""Square brackets as data: what is not agreed, how it nests, who holds it; and what can be done with it.

`reading` finds the brackets of a clause, `resolving` says how a delegation wants the text, `editing` puts, lifts,
strikes, accepts and splits them. Below: `deciding` turns verdicts on brackets into what goes, `cutting` takes it away,
and `spacing` has the one rule for the spaces around it. `kinds` says what a bracket is for, `counting` how many there
are; `legend` finds what a document says that they mean, and `declaring` says it of each.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from instrument.brackets.counting import Count, compare, count, total
    from instrument.brackets.editing import accept, lift, put, split, strike
    from instrument.brackets.kinds import BracketKind, choices, kind
    from instrument.brackets.reading import (
        HEADING,
        Bracket,
        Point,
        Scan,
        alternatives,
        scan,
        spans,
        unbalanced,
        walk,
    )
    from instrument.brackets.resolving import holders_of, resolution, resolve

__all__ = [
    "HEADING", "Bracket", "BracketKind", "Count", "Point", "Scan", "accept", "alternatives", "choices", "compare",
    "count", "holders_of", "kind", "lift", "put", "resolution", "resolve", "scan", "spans", "split", "strike", "total",
    "unbalanced", "walk",
]  # fmt: skip

# Who only reads brackets does not wait for what edits them.
_HOMES = {
    "counting": ("Count", "compare", "count", "total"),
    "editing": ("accept", "lift", "put", "split", "strike"),
    "kinds": ("BracketKind", "choices", "kind"),
    "reading": ("HEADING", "Bracket", "Point", "Scan", "alternatives", "scan", "spans", "unbalanced", "walk"),
    "resolving": ("holders_of", "resolution", "resolve"),
}


def __getattr__(name: str) -> object:
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
