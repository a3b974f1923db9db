"""`docs/changes.schema.json` says what changes look like as JSON: all that can be written, and nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from instrument.building.marking import Amendment
from instrument.building.marking import to_json as amendment_to_json
from instrument.changes import Changes, describe, to_json
from tests import edits

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/changes.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
PLACE = {"clause": "use", "part": "provision", "index": 0}


def changes(**item: Any) -> dict[str, Any]:
    return {"format": 1, "base": "a", "result": "b", "items": [item] if item else []}


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@given(st.data())
def test_all_changes_are_as_the_schema_says(data: st.DataObject) -> None:
    base = data.draw(edits.instruments())
    result, pairing = data.draw(edits.edited(base))
    written = json.loads(json.dumps(to_json(describe(base, result, pairing))))
    assert [error.message for error in VALIDATOR.iter_errors(written)] == []


def test_an_amendment_is_its_changes_and_whose_they_are() -> None:
    given = Amendment(Changes("a", "b"), ("Delegation A",), "2026-03-10", "CRP.1", "So.")
    assert [error.message for error in VALIDATOR.iter_errors(amendment_to_json(given))] == []


@pytest.mark.parametrize(
    "value",
    [
        changes() | {"format": 2},
        changes() | {"author": "Secretariat"},
        {"format": 1, "base": "a", "result": "b"},
        changes(do="rewrite", place=PLACE),
        changes(do="replace", place=PLACE, start=-1, old=["shall"], new=["may"]),
        changes(do="replace", place=PLACE, start=0, old=["shall"], new=[""]),
        changes(do="replace", place=PLACE, start=0, old=["shall"], new=[{"run": "may", "marks": ["red"]}]),
        changes(do="move", place=PLACE, count=0, gap={"clause": "", "part": "clause", "position": 0, "ordinal": 0}),
        changes(do="delete", place=PLACE, units=[]),
        changes(do="join", place=PLACE | {"part": "paragraph"}, head={"depth": 0, "label": "2.", "anchor": ""}),
    ],
)
def test_what_is_no_change_is_refused(value: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(value)
