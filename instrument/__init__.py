"""Draft treaties as versioned clauses: keep them, build them as documents, compare them exactly.

>>> import instrument
>>> library = instrument.open("clauses")
>>> library.draft("first-draft").clause("clearance").label
'Article 4'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from instrument.building import document, read, write
    from instrument.building.marking import Amendment
    from instrument.building.marking.mark import mark
    from instrument.building.positioning import positions
    from instrument.building.returned import Contribution, Returned, read_returned
    from instrument.checks import check
    from instrument.difference.comparison import Comparison, diff
    from instrument.instructions import Amended, Outcome, amend
    from instrument.library import Library, open
    from instrument.library.adopting import Decision
    from instrument.library.recording import Issue
    from instrument.model import Clause, Instrument, Provision
    from instrument.paper import Layout, Masthead, Paper
    from instrument.papers.draft import Document
    from instrument.problem import CannotRead, CannotWrite, Failure, Misuse, Problem, Read
    from instrument.proposals.matrix import Positions
    from instrument.proposals.merging import Rolling, merge
    from instrument.proposals.proposal import Proposal

__version__ = "0.1.0"

# Where each public name lives. It is fetched when it is first asked for: importing the package costs nothing.
_HOMES = {
    "Amended": "instructions",
    "Amendment": "building.marking",
    "CannotRead": "problem",
    "CannotWrite": "problem",
    "Clause": "model",
    "Comparison": "difference.comparison",
    "Contribution": "building.returned",
    "Decision": "library.adopting",
    "Document": "papers.draft",
    "Failure": "problem",
    "Instrument": "model",
    "Issue": "library.recording",
    "Layout": "paper",
    "Library": "library",
    "Masthead": "paper",
    "Misuse": "problem",
    "Outcome": "instructions",
    "Paper": "paper",
    "Positions": "proposals.matrix",
    "Problem": "problem",
    "Proposal": "proposals.proposal",
    "Provision": "model",
    "Read": "problem",
    "Returned": "building.returned",
    "Rolling": "proposals.merging",
    "amend": "instructions",
    "check": "checks",
    "diff": "difference.comparison",
    "document": "building",
    "mark": "building.marking",
    "merge": "proposals.merging",
    "open": "library",
    "positions": "building.positioning",
    "read": "building",
    "read_returned": "building.returned",
    "write": "building",
}

__all__ = [
    "Amended", "Amendment", "CannotRead", "CannotWrite", "Clause", "Comparison", "Contribution", "Decision",
    "Document", "Failure", "Instrument", "Issue", "Layout", "Library", "Masthead", "Misuse", "Outcome", "Paper",
    "Positions", "Problem", "Proposal", "Provision", "Read", "Returned", "Rolling", "amend", "check", "diff",
    "document", "mark", "merge", "open", "positions", "read", "read_returned", "write",
]  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
