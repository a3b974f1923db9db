"""What a delegation, or several together, want changed in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from instrument.changes import Changes
from instrument.changes import from_json as changes_from_json
from instrument.changes import to_json as changes_to_json
from instrument.problem import CannotRead

_SAID = ("date", "symbol", "explanation", "decision")


@dataclass(frozen=True, slots=True)
class Amendment:
    """Changes, whose they are, of when (an ISO date, or date and time), under which document symbol, and why.

    A `decision` is the one by which they were agreed.

    >>> Amendment(Changes("a", "b"), ("Delegation A", "Delegation B")).author
    'Delegation A; Delegation B'
    """

    changes: Changes
    sponsors: tuple[str, ...]
    date: str = ""
    symbol: str = ""
    explanation: str = ""
    decision: str = ""

    @property
    def author(self) -> str:
        """Its sponsors as the one author that Word allows a change."""
        return "; ".join(self.sponsors)

    def __str__(self) -> str:
        return f"{self.symbol} ({self.author})" if self.symbol else self.author


def to_json(amendment: Amendment) -> dict[str, Any]:
    """An amendment as its changes are written, with whose they are beside them."""
    said = {name: value for name in _SAID if (value := getattr(amendment, name))}
    return {**changes_to_json(amendment.changes), "sponsors": list(amendment.sponsors), **said}


def from_json(value: dict[str, Any]) -> Amendment:
    """The amendment that a value stands for.

    Raises `CannotRead` where it stands for none.
    """
    changes = changes_from_json(value)
    sponsors, said = value.get("sponsors", []), {name: value.get(name, "") for name in _SAID}
    if not isinstance(sponsors, list) or not all(isinstance(each, str) for each in (*sponsors, *said.values())):
        raise CannotRead('"sponsors" is a list of names, "date", "symbol", "explanation" and "decision" are words')
    return Amendment(changes, tuple(sponsors), **said)
