"""`instrument diff` of an issued file and the file that came back."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import instrument
from instrument.cli import group
from tests.building.tracking import CLAUSES, A, B, edited, issued, silent, tracked


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    Path("issued.docx").write_bytes(issued("first-draft"))
    changes = tracked("ninety", "sixty", B), tracked("two thirds", "three quarters", A), silent("observers", "guests")
    Path("returned.docx").write_bytes(edited(issued("first-draft"), *changes))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, arguments, catch_exceptions=False)


def test_the_terminal_names_every_author_and_says_what_was_edited_in_silence() -> None:
    result = run("diff", "issued.docx", "returned.docx")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-4:] == [
        "",
        "Delegation B: 1 tracked change, 2026-03-10",
        "Delegation A: 1 tracked change, 2026-03-10",
        "Made without tracking: 1 change",
    ]


def test_json_keeps_the_authors_apart_and_flags_what_is_silent() -> None:
    value = json.loads(run("diff", "issued.docx", "returned.docx", "--format", "json").stdout)
    came = value["returned"]
    assert came["format"] == 1 and came["stage"] == ""
    assert [author["author"] for author in came["authors"]] == [B, A]
    assert [author["changes"]["items"][0]["place"]["clause"] for author in came["authors"]] == ["amendment"] * 2
    assert came["silent"]["items"][0]["old"] == ["observers"]
    assert len(value["changes"]["items"]) == 3


def test_a_file_of_an_older_stage_is_said_to_be_one() -> None:
    result = run("-C", str(CLAUSES.parent), "diff", "second-draft", "returned.docx", "--format", "json")
    assert json.loads(result.stdout)["returned"]["stage"] == "first-draft"
    assert 'this was made from "first-draft"' in result.stderr


def test_two_issued_texts_without_tracked_changes_are_only_compared() -> None:
    Path("later.docx").write_bytes(issued("second-draft"))
    assert "returned" not in json.loads(run("diff", "issued.docx", "later.docx", "--format", "json").stdout)


def test_changes_that_the_issued_file_has_already_are_nobodys_new_ones() -> None:
    Path("issued.docx").write_bytes(edited(issued("first-draft"), tracked("ninety", "sixty", B)))
    Path("returned.docx").write_bytes(
        edited(Path("issued.docx").read_bytes(), tracked("two thirds", "three quarters", A, "2026-03-12T09:00:00Z"))
    )
    came = json.loads(run("diff", "issued.docx", "returned.docx", "--format", "json").stdout)["returned"]
    assert [author["author"] for author in came["authors"]] == [A]
    assert came["silent"] is None


def test_a_script_reads_a_returned_file() -> None:
    read = instrument.read_returned("returned.docx", instrument.open(CLAUSES).draft("first-draft"))
    assert [each.author for each in read.value.authors] == [B, A]
