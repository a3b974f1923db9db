"""`instrument brackets`: how many brackets there are, clause by clause and stage by stage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from instrument.cli import group


@pytest.fixture
def drafts(tmp_path: Path) -> list[str]:
    texts = {"one.clause": "[a [XX]] b]", "two.clause": "a b"}
    for name, words in texts.items():
        (tmp_path / name).write_text(f'+++\nid = "use"\n+++\n## Article 1 — Use\n\n1. {words}\n')
    return [str(tmp_path / name) for name in texts]


def test_stages_stand_side_by_side(drafts: list[str]) -> None:
    done = CliRunner().invoke(group, ["brackets", *drafts])
    rows = [line.split() for line in done.stdout.splitlines()]
    assert rows[1:4] == [
        ["Article", "1", "2", "(1", "loose)", "0"],
        ["total", "2", "(1", "loose)", "0"],
        ["plain", "1", "0"],
    ]
    assert done.stderr.count("unbalanced-bracket") == 1


def test_counts_as_data_and_as_a_document(drafts: list[str], tmp_path: Path) -> None:
    output = tmp_path / "brackets.html"
    done = CliRunner().invoke(group, ["brackets", *drafts, "--json"])
    first, second = json.loads(done.stdout)["clauses"][0]["counts"]
    assert first == {"brackets": 2, "loose": 1, "options": 0, "kinds": {"plain": 1, "placeholder": 1}}
    assert second["brackets"] == 0
    CliRunner().invoke(group, ["brackets", *drafts, "-o", str(output)])
    assert "<table" in output.read_text(encoding="utf-8")
