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


@pytest.fixture
def stages(tmp_path: Path) -> list[str]:
    texts = {"draft.clause": "States [shall][should] act [soon].", "final.clause": "States should act."}
    for name, words in texts.items():
        (tmp_path / name).write_text(f'+++\nid = "use"\n+++\n## Article 1 — Use\n\n1. {words}\n')
    return [str(tmp_path / name) for name in texts]


def test_a_draft_against_what_came_of_it_says_which_brackets_won(stages: list[str]) -> None:
    done = CliRunner().invoke(group, ["brackets", stages[0], "--against", stages[1]])
    assert [line.split() for line in done.stdout.splitlines()][:3] == [
        ["all", "kept", "dropped"],
        ["Article", "1", "3", "1", "2"],
        ["total", "3", "1", "2"],
    ]
    assert done.stdout.splitlines()[3].startswith("Alternatives stand beside one another at 1 place: one stands in 1")


def test_every_bracket_is_told_of_in_the_data_and_the_document(stages: list[str], tmp_path: Path) -> None:
    done = CliRunner().invoke(group, ["brackets", stages[0], "--against", stages[1], "--json"])
    data = json.loads(done.stdout)
    assert [(each["at"], each["fate"], each["stand_in"]) for each in data["stretches"]] == [
        ("use/1:8", "dropped", []), ("use/1:15", "kept", ["use/1"]), ("use/1:28", "dropped", []),
    ]  # fmt: skip
    output = tmp_path / "won.html"
    done = CliRunner().invoke(group, ["brackets", stages[0], "--against", stages[1], "-o", str(output)])
    assert done.exit_code == 0
    page = output.read_text(encoding="utf-8")
    assert "What became of the square brackets of draft.clause in final.clause" in page
    assert "<svg" in page and "<table" in page


def test_what_cannot_be_said_is_named_on_standard_error(tmp_path: Path, stages: list[str]) -> None:
    Path(stages[0]).write_text('+++\nid = "use"\n+++\n## Article 1 — Use\n\n1. States [should][should] act.\n')
    done = CliRunner().invoke(group, ["brackets", stages[0], "--against", stages[1]])
    assert done.exit_code == 0
    assert done.stderr.count("unclear-bracket") == 2


def test_several_drafts_against_one_text_are_refused(stages: list[str]) -> None:
    done = CliRunner().invoke(group, ["brackets", *stages, "--against", stages[1]])
    assert done.exit_code == 2
    assert "name one text" in done.stderr
