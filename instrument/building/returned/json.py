"""A returned file as a value that `json.dumps` writes; `docs/word/returned.md` says what is in it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from instrument.building.returned.values import Contribution, Returned
from instrument.changes import to_json as changes_to_json

FORMAT = 1


def to_json(returned: Returned) -> dict[str, Any]:
    """What came back, author by author, for another program."""
    return {
        "format": FORMAT,
        "stage": returned.stage,
        "authors": [_contribution(each) for each in returned.authors],
        "silent": changes_to_json(returned.silent) if returned.silent else None,
        "comments": [asdict(remark) for remark in returned.remarks],
    }


def _contribution(given: Contribution) -> dict[str, Any]:
    upon = {"authors": list(given.upon), "changes": changes_to_json(given.after)} if given.upon else None
    return {
        "author": given.author,
        "first": given.first,
        "last": given.last,
        "changes": changes_to_json(given.changes),
        "upon": upon,
    }
