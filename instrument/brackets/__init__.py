"""Square brackets as data: what is not agreed, how it nests, who holds it; and what can be done with it.

`reading` finds the brackets of a clause, `resolving` says how a delegation wants the text, `editing` puts, lifts,
strikes, accepts and splits them. Below: `deciding` turns verdicts on brackets into what goes, `cutting` takes it away,
and `spacing` has the one rule for the spaces around it.
"""

from instrument.brackets.editing import accept, lift, put, split, strike
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
    "HEADING", "Bracket", "Point", "Scan", "accept", "alternatives", "lift", "put", "resolution", "resolve", "scan",
    "spans", "split", "strike", "unbalanced", "walk",
]  # fmt: skip
