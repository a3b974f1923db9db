"""`instrument amend`: what it prints, what it writes, what it says, and its exit status."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import instrument
from instrument.cli import group
from instrument.model import plain

ROOT = Path(__file__).parents[2]


def run(*words: str | Path, given: str = "") -> Result:
    return CliRunner().invoke(group, ["-C", str(ROOT), "amend", *map(str, words)], input=given)


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    path = tmp_path / "asked.txt"
    path.write_text("Article 4\nDelete paragraph 8.\n", encoding="utf-8")
    return path


def test_the_amended_text_is_printed_and_what_was_done_is_said(asked: Path) -> None:
    done = run("first-draft", asked)
    assert done.exit_code == 0
    assert "Clearance, survey and the release of land" not in done.stdout
    assert done.stderr == f"{asked}:2:1: applied: article 4, paragraph 8\n"


def test_a_refusal_has_its_line_and_a_caret_and_the_status_is_1() -> None:
    done = run("first-draft", "-", given="Article 4\nDelete paragraph 80.\n")
    assert done.exit_code == 1
    assert "standard input:2:1: refused\n" in done.stderr
    assert "  2 | Delete paragraph 80.\n    | ^\n" in done.stderr


@pytest.mark.parametrize(
    "words",
    ["In article 20, add: “4. It shall help.”", "If agreed, delete article 3.", "Consequential changes in article 3"],
)
def test_what_a_person_must_look_at_has_status_1(words: str) -> None:
    assert run("first-draft", "-", given=words).exit_code == 1


def test_a_reservation_asks_for_nothing() -> None:
    done = run("first-draft", "-", given="Delegation A reserves its position on article 3.")
    assert (done.exit_code, done.stderr.count("kept: a position, which changes nothing")) == (0, 1)


def test_outcomes_are_data_with_a_version(asked: Path) -> None:
    told = json.loads(run("first-draft", asked, "--json").stdout)
    assert told["format"] == 1
    assert [(each["status"], each["line"], each["places"]) for each in told["outcomes"]] == [
        ("applied", 2, ["article 4, paragraph 8"])
    ]
    assert told["changes"]["items"][0]["place"]["clause"] == "clearance"


def test_tracked_changes_are_the_delegations_and_rejected_they_are_the_text(asked: Path, tmp_path: Path) -> None:
    marked = tmp_path / "marked.docx"
    assert run("first-draft", asked, "-o", marked, "--author", "Delegation A", "--date", "2026-03-10").exit_code == 0
    assert "Clearance, survey and the release" in words(marked, "rejected")
    assert "Clearance, survey and the release" not in words(marked, "accepted")


def words(path: Path, view: str) -> str:
    return "\n".join(plain(row.text) for clause in instrument.read(path, view).value for row in clause.provisions)


def test_an_issued_word_file_is_marked_as_it_is(asked: Path, tmp_path: Path) -> None:
    issued, marked = tmp_path / "issued.docx", tmp_path / "marked.docx"
    instrument.write(instrument.open(ROOT / "clauses").draft("first-draft"), issued)
    assert run(issued, asked, "-o", marked, "--author", "Delegation A", "--date", "2026-03-10").exit_code == 0
    assert CliRunner().invoke(group, ["verify", str(marked)]).exit_code == 0


def test_instructions_in_a_word_file_are_read_with_their_references(tmp_path: Path) -> None:
    letter = tmp_path / "letter.md"
    letter.write_text("Delete paragraph 8 of article 4.\n", encoding="utf-8")
    word = tmp_path / "letter.docx"
    instrument.write(instrument.read(letter).value, word)
    assert "applied: article 4, paragraph 8" in run("first-draft", word).stderr


@pytest.mark.parametrize(
    "words",
    [("-", "-"), ("first-draft", "-", "--author", "A"), ("first-draft", "-", "--date", "2026-03-10"), ("nowhere", "-")],
)
def test_misuse_is_2(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_the_text_and_its_outcomes_unpack() -> None:
    first = instrument.open(ROOT / "clauses").draft("first-draft")
    amended, outcomes = instrument.amend(first, "Delete paragraph 8 of article 4.")
    assert amended != first and [str(each) for each in outcomes] == ["line 1: applied (article 4, paragraph 8)"]
    assert instrument.amend(first, "Delete paragraph 8 of article 4.").changes.items
