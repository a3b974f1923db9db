"""A returned file as a value that `json.dumps` writes; `docs/word/returned.md` says what is in it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from instrument.building.returned.values import Contribution, Returned
from instrument.changes import to_json as changes_to_json
from instrument.problem import Problem, Read

FORMAT = 1


def to_json(read: Read[Returned]) -> dict[str, Any]:
    """What came back, author by author, for another program."""
    returned = read.value
    return {
        "format": FORMAT,
        "stage": returned.stage,
        "authors": [_contribution(each) for each in returned.authors],
        "silent": changes_to_json(returned.silent) if returned.silent else None,
        "comments": [asdict(remark) for remark in returned.remarks],
        "problems": [_problem(problem) for problem in read.problems],
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


def _problem(problem: Problem) -> dict[str, Any]:
    where = problem.where
    return {
        "code": problem.code,
        "severity": problem.severity,
        "name": where.name,
        "paragraph": where.line,
        "message": problem.message,
        "hint": problem.hint,
    }
