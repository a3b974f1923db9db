"""A proposal as a compendium prints it: its symbol, who made it under the names of the page, when, and what it does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from instrument.changes import Changes


@dataclass(frozen=True, slots=True)
class Asked:
    """Some words of a proposal, and what the base of the page has become before and after they are carried out."""

    words: str
    before: Changes
    after: Changes


@dataclass(frozen=True, slots=True)
class Submission:
    """One proposal on a page; `sponsors` are the names that the page has for them, in the order of the register.

    `changes` are against the base of the page; None where nobody has said what the words do to it. `asked` are the
    instructions that make them, in their order, where a page is to have these.
    """

    symbol: str
    sponsors: tuple[str, ...]
    received: date | None
    words: str
    changes: Changes | None = None
    explanation: str = ""
    asked: tuple[Asked, ...] = ()
