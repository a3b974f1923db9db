"""Square brackets as data: what is not agreed, how it nests, who holds it; and what can be done with it.

`reading` finds the brackets of a clause, `resolving` says how a delegation wants the text, `cutting` takes words and
brackets away, and `spacing` has the one rule for the spaces around them.
"""

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
from instrument.brackets.resolving import resolution, resolve

__all__ = [
    "HEADING", "Bracket", "Point", "Scan", "alternatives", "resolution", "resolve", "scan", "spans", "unbalanced",
    "walk",
]  # fmt: skip
