"""`corrigendum`: for these words, read those, language by language; and the depositary's procès-verbal."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from instrument.cli import group
from instrument.formats.docx.lint import lint

STAGE = '\n[stages.rectified-text]\nbase = "final-draft"\nkind = "corrected"\n'


def run(*words: str, at: Path) -> Result:
    return CliRunner().invoke(group, ["-C", str(at), "corrigendum", "final-draft", "rectified-text", *words])


@pytest.fixture
def convention(tmp_path: Path) -> Path:
    """A workspace with a corrected text: "should" in one place of article 4."""
    home = tmp_path / "convention"
    assert CliRunner().invoke(group, ["init", str(home)]).exit_code == 0
    settings = home / "clauses" / "library.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + STAGE, encoding="utf-8")
    _correct(home, "shall without delay", "should without delay")
    return home


def _correct(home: Path, old: str, new: str) -> None:
    final = home / "clauses" / "clearance" / "final-draft.clause"
    said = final.read_text(encoding="utf-8")
    assert said.count(old) == 1
    final.with_name("rectified-text.clause").write_text(said.replace(old, new), encoding="utf-8")


def test_each_difference_stands_once_in_the_words_that_find_it(convention: Path) -> None:
    result = run(at=convention)
    assert result.exit_code == 0
    assert "article 4, paragraph 2 | “shall” | “should”" in result.stdout.splitlines()
    assert "French text" in result.stdout and "No correction." in result.stdout


def test_corrections_are_data_for_another_program(convention: Path) -> None:
    english, french = json.loads(run("--json", at=convention).stdout)["languages"]
    assert [(each["wrong"], each["right"]) for each in english["corrections"]] == [("shall", "should")]
    assert (french["language"], french["corrections"]) == ("fr", [])


def test_a_proces_verbal_has_a_line_for_everything_that_is_not_known(convention: Path, tmp_path: Path) -> None:
    from docx import Document

    path = tmp_path / "rectification.docx"
    assert run("--proces-verbal", "--until", "9 June 2026", "-o", str(path), at=convention).exit_code == 0
    said = [paragraph.text for paragraph in Document(str(path)).paragraphs]
    assert any("by 9 June 2026" in line for line in said)
    assert any("on __________" in line for line in said)
    assert lint(path.read_bytes()) == ()


def test_a_paragraph_that_was_put_in_is_no_correction(convention: Path) -> None:
    _correct(convention, "2. Each State Party", "1 bis. All mines are marked at once.\n2. Each State Party")
    result = run(at=convention)
    assert result.exit_code == 1
    assert "clearance/1 bis: error: this was put in, which is a change of the text and no correction" in result.stderr


def test_texts_that_read_the_same_have_no_corrigendum(convention: Path) -> None:
    (convention / "clauses" / "clearance" / "rectified-text.clause").unlink()
    result = run(at=convention)
    assert result.exit_code == 2 and "there is nothing to correct" in result.stderr


def test_a_text_is_corrected_by_one_that_grew_from_it(convention: Path) -> None:
    result = CliRunner().invoke(group, ["-C", str(convention), "corrigendum", "first-draft", "rectified-text"])
    assert result.exit_code == 2 and '"rectified-text" grew from final-draft' in result.stderr
