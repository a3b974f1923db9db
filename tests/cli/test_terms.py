"""`terms`: what a text defines, and where it uses it."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from instrument.cli import group

ROOT = Path(__file__).parents[2]


def run(*words: str) -> Result:
    return CliRunner().invoke(group, ["-C", str(ROOT), "terms", *words])


def test_each_term_stands_with_its_definition_and_the_clauses_that_use_it() -> None:
    lines = run("final-text").stdout.splitlines()
    assert "Mine: definitions/11; used 2 times, in general-obligations, clearance" in lines


def test_terms_are_data_for_another_program() -> None:
    terms = json.loads(run("final-text", "--json").stdout)["terms"]
    mine = next(each for each in terms if each["term"] == "Mine")
    assert mine["address"] == "definitions/11"
    assert [use["address"].split("/")[0] for use in mine["uses"]] == ["general-obligations", "clearance"]


def test_a_text_that_defines_nothing_lists_nothing() -> None:
    assert run("clearance@final-text").stdout == ""
