"""Square brackets as data: what is not agreed, how it nests, who holds it; and what can be done with it.

`reading` finds the brackets of a clause, `resolving` says how a delegation wants the text, `editing` puts, lifts,
strikes, accepts and splits them. Below: `deciding` turns verdicts on brackets into what goes, `cutting` takes it away,
and `spacing` has the one rule for the spaces around it. `kinds` says what a bracket is for, `counting` how many there
are; `legend` finds what a document says that they mean, and `declaring` says it of each.
"""

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
