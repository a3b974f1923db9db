"""A text as printed becomes the clauses of a stage, and nothing is half written."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from instrument import library, storage
from instrument.cli import group
from instrument.model import plain

PRINTED = "Article 1\nUse\n\n1. Not ever.\n\nArticle 2\nClearance\n\n1. Within five years.\n"


def run(*arguments: str, input: bytes | None = None) -> Result:
    return CliRunner().invoke(group, ["import", *arguments], input=input, catch_exceptions=False)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_printed_text_becomes_a_workspace_where_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("treaty.txt").write_text(PRINTED, encoding="utf-8")
    result = run("treaty.txt", "--stage", "first-draft")
    assert result.exit_code == 0
    read = library.open("clauses")
    assert [clause.label for clause in read.draft("first-draft")] == ["Article 1", "Article 2"]
    assert result.stdout.splitlines()[-1] == "clauses/library.toml"
    assert {version.front.source for versions in read.versions.values() for version in versions} == {"treaty.txt"}
    assert read.problems == ()


def test_a_text_onto_its_base_keeps_ids_and_anchors(workspace: Path) -> None:
    Path("president.txt").write_text(PRINTED, encoding="utf-8")
    result = run("president.txt", "--stage", "third", "--onto", "first")
    assert result.exit_code in (0, 1)
    draft = library.open("clauses").draft("third")
    use, clearance = draft.clause("use"), draft.clause("clearance")
    assert use and clearance
    assert plain(use.provisions[0].text) == "Not ever."
    assert clearance.provisions[0].anchor == "deadline"
    assert not Path("clauses/clearance/third.clause").exists()


def test_a_text_comes_in_another_language(workspace: Path) -> None:
    printed = "Article 1\nEmploi\n\n1. Jamais de la vie.\n"
    result = run("-", "--stage", "second", "--onto", "first", "--lang", "fr", input=printed.encode())
    assert result.exit_code in (0, 1)
    use = library.open("clauses").draft("second.fr").clause("use")
    assert use and plain(use.provisions[0].text) == "Jamais de la vie."


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (None, "there is no file treaty.txt; look at the name and the folder"),
        (b"", "treaty.txt is empty; look whether it was saved"),
        (
            b"\0\1\2\3\4\5",
            "treaty.txt is not text but a binary file; name a text, or a file whose ending says what it is",
        ),
        (PRINTED.encode("utf-16"), "treaty.txt is UTF-16 text; save it as UTF-8"),
        ("Article 1\nÉtat".encode("latin-1"), "treaty.txt is not UTF-8 text (line 2 may be Latin-1 or Windows-1252);"),
    ],
)
def test_a_file_that_is_no_text_is_refused_and_nothing_is_written(
    workspace: Path, data: bytes | None, sentence: str
) -> None:
    if data is not None:
        Path("treaty.txt").write_bytes(data)
    before = snapshot(workspace)
    result = run("treaty.txt", "--stage", "third")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"instrument: {sentence}")
    assert result.stderr.count("\n") == 1
    assert snapshot(workspace) == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--stage", "first"], 'the stage "first" is sealed and takes no more changes; save to a new stage on it'),
        (["--stage", "third", "--onto", "frist"], '"frist" is no stage of clauses (did you mean "first"?)'),
        (["--stage", "third", "--lang", "de"], '"de" is no language of clauses; it has: en, fr'),
        (["--stage", "a/b"], '"a/b" cannot name a stage: a name is made of small letters'),
    ],
)
def test_a_stage_that_cannot_be_written_is_refused(workspace: Path, arguments: list[str], sentence: str) -> None:
    Path("treaty.txt").write_text(PRINTED, encoding="utf-8")
    before = snapshot(workspace)
    result = run("treaty.txt", *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"instrument: {sentence}")
    assert snapshot(workspace) == before


def test_a_second_command_that_writes_at_once_is_refused(workspace: Path) -> None:
    Path("treaty.txt").write_text(PRINTED, encoding="utf-8")
    with storage.locked(workspace / "clauses"):
        result = run("treaty.txt", "--stage", "third", "--onto", "first")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"instrument: another command is writing in clauses (process {os.getpid()} on ")
    assert "; try again after it" in result.stderr
