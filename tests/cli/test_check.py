"""`check`: what goes wrong in every treaty, on the terminal, as data, in the margin, and mended."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from instrument.cli import group
from instrument.formats.docx.lint import lint

ROOT = Path(__file__).parents[2]


def run(*words: str, at: Path = ROOT) -> Result:
    return CliRunner().invoke(group, ["-C", str(at), "check", *words])


@pytest.fixture
def convention(tmp_path: Path) -> Path:
    """A workspace whose second draft refers to an article that is not there."""
    home = tmp_path / "convention"
    assert CliRunner().invoke(group, ["init", str(home)]).exit_code == 0
    path = home / "clauses" / "compliance" / "second-draft.clause"
    source = next((home / "clauses" / "compliance").glob("*.clause"))
    path.write_text(
        source.read_text(encoding="utf-8").rstrip("\n") + "\n9. As article 77 provides.\n", encoding="utf-8"
    )
    return home


def test_a_finding_shows_its_place_its_words_and_what_is_wrong(convention: Path) -> None:
    result = run("second-draft", "--select", "reference-unresolved", at=convention)
    assert result.exit_code == 1
    shown = result.stdout.splitlines()
    assert shown[0] == "compliance/9:7: error: there is no article 77 [reference-unresolved]"
    assert shown[1].split(" | ")[1] == "9. As article 77 provides."
    assert shown[2].index("^") == shown[1].index("article 77")
    assert shown[-1] == "1 error."


def test_findings_are_data_for_another_program(convention: Path) -> None:
    result = run("second-draft", "--json", "--select", "reference-unresolved", at=convention)
    (finding,) = json.loads(result.stdout)["findings"]
    assert (finding["name"], finding["words"], finding["code"]) == (
        "compliance/9",
        "article 77",
        "reference-unresolved",
    )


def test_findings_stand_in_the_margin_of_a_word_document(convention: Path, tmp_path: Path) -> None:
    from docx import Document

    path = tmp_path / "findings.docx"
    assert run("second-draft", "--select", "reference-unresolved", "-o", str(path), at=convention).exit_code == 1
    assert [comment.text for comment in Document(str(path)).comments] == [
        "There is no article 77 [reference-unresolved]"
    ]
    assert lint(path.read_bytes()) == ()


def test_a_place_is_checked_alone_in_the_light_of_the_whole(convention: Path) -> None:
    assert run("clearance@second-draft", "--select", "reference-unresolved", at=convention).exit_code == 0
    assert run("compliance@second-draft", "--select", "reference-unresolved", at=convention).exit_code == 1


def test_brackets_are_in_order_in_a_draft_and_errors_in_a_final_text() -> None:
    assert run("first-draft", "--select", "bracket-left").exit_code == 0  # sealed, and a draft all the same
    assert run("second-draft", "--select", "bracket-left").stdout == "Nothing was found.\n"
    assert run("second-draft", "--select", "bracket-left", "--final").exit_code == 1


def test_the_workspace_says_which_rules_it_keeps(convention: Path) -> None:
    settings = convention / "clauses" / "library.toml"
    said = settings.read_text(encoding="utf-8")
    settings.write_text(said + '\n[checks.severity]\nreference-unresolved = "info"\n', encoding="utf-8")
    assert run("second-draft", "--select", "reference-unresolved", at=convention).stdout.endswith("1 remark.\n")
    settings.write_text(said + '\n[checks]\nignore = ["reference-unresolved"]\n', encoding="utf-8")
    assert run("second-draft", "--select", "reference-unresolved", at=convention).stdout == "Nothing was found.\n"


def test_a_rule_that_does_not_exist_is_refused_with_those_that_do() -> None:
    result = run("second-draft", "--select", "lone")
    assert result.exit_code == 2
    assert 'there is no rule "lone"; the rules are ' in result.stderr


def test_a_rule_says_what_it_asks_and_why() -> None:
    said = run("--explain", "lone-item").stdout
    assert said.startswith("lone-item: A list has more than one item") and "Source: " in said and ">>>" not in said


@pytest.mark.parametrize(
    "words", [(), ("second-draft", "--write"), ("second-draft", "--severity", "x"), ("a", "--json", "-o", "x.docx")]
)
def test_what_makes_no_sense_is_said_before_anything_is_read(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2
