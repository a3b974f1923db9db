"""`renumber` and `concordance` on the sample: what is shown, what is written, what is refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import instrument
from instrument.cli import group
from instrument.formats.docx import read
from instrument.formats.docx.lint import lint

ROOT = Path(__file__).parents[2]
FINAL = ("renumber", "plenary-text", "--as", "numbered", "--kind", "adopted", "--symbol", "DC/2026/9")


def run(*words: str, at: Path = ROOT) -> Result:
    return CliRunner().invoke(group, ["-C", str(at), *words])


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "clauses", tmp_path / "clauses")
    return tmp_path


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_what_would_get_another_number_is_shown_and_nothing_is_written(workspace: Path) -> None:
    before = sorted(workspace.rglob("*"))
    result = run("renumber", "plenary-text", at=workspace)
    assert result.exit_code == 0
    lines = [line.split("  ") for line in result.stdout.splitlines()]
    assert ["Article 13 bis", "Article 14 – Implementation support"] in lines
    assert [[cell.strip() for cell in line if cell] for line in lines].count(["4 bis", "5"]) == 1
    assert "Article 5 " not in result.stdout
    assert "clearance/10: info: there is no “9.” before “10.”; the numbers close up" in result.stderr
    assert sorted(workspace.rglob("*")) == before


def test_the_final_text_is_put_on_a_new_stage_in_every_language(workspace: Path) -> None:
    result = run(*FINAL, "--date", "2026-05-22", at=workspace)
    assert result.exit_code == 0
    assert "the stage numbered: 16 files written" in result.stderr
    library = instrument.open(workspace / "clauses")
    stage = library.stage("numbered")
    assert (stage.base, stage.kind, stage.symbol, str(stage.date)) == (
        "plenary-text", "adopted", "DC/2026/9", "2026-05-22",
    )  # fmt: skip
    for language in ("", ".fr"):
        made, kept = library.draft("numbered" + language), library.draft("final-text" + language)
        assert made == kept
    assert not library.read_draft("numbered").errors
    assert run("renumber", "numbered", at=workspace).stdout == "the numbers of numbered run on already\n"


def test_the_sample_s_final_text_is_what_renumbering_makes() -> None:
    found = instrument.open(ROOT / "clauses")
    from instrument.building.renumbering import renumbered

    made = renumbered(found, "plenary-text").value.clauses
    assert made["en"] == found.draft("final-text").clauses
    assert made["fr"] == found.draft("final-text.fr").clauses


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("renumber", "second-draft", "--as", "x"), "cannot be numbered through; 10 places to settle first"),
        (("renumber", "final-draft", "--as", "x"), "the numbers of final-draft run on already"),
        (("renumber", "plenary-text", "--as", "final-text"), 'the stage "final-text" is there already'),
        (("renumber", "plenary-text", "--as", "x", "--kind", "last"), '"last" is no kind of stage'),
        (("renumber", "plenary-text", "--as", "X y"), '"X y" cannot name a stage'),
        (("renumber", "plenary"), '"plenary" is no stage'),
        (("renumber", "plenary-text", "--kind", "adopted"), "name it with --as"),
        (("concordance", "first-draft"), "first-draft grew from no other stage"),
        (("concordance", "first-draft", "clearance-paper", "--audience", "public"), "may not be shown to public"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_and_nothing_is_written(
    workspace: Path, words: tuple[str, ...], said: str
) -> None:
    before = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
    result = run(*words, at=workspace)
    assert result.exit_code == 2
    assert said in result.stderr
    assert {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()} == before


def test_languages_that_would_be_numbered_differently_are_refused_by_name(workspace: Path) -> None:
    edit(workspace / "clauses/clearance/plenary-text.fr.clause", "  b bis) ", "  c) ")
    result = run("renumber", "plenary-text", at=workspace)
    assert result.exit_code == 1
    assert "clearance/7/c~1 (fr): error: it is “(b bis)” in en, “c)” in fr" in result.stderr
    assert run(*FINAL, at=workspace).exit_code == 2


def test_an_article_that_awaits_its_number_has_the_one_that_documents_print_until_it_gets_its_own(
    workspace: Path,
) -> None:
    support = workspace / "clauses/implementation-support/plenary-text.clause"
    edit(support, "## Article 13 bis —", "## Article —")
    result = run(*FINAL, at=workspace)
    assert "Article 13 bis  Article 14 – Implementation support" in result.stdout
    made = instrument.open(workspace / "clauses").draft("numbered").clause("implementation-support")
    assert made is not None and made.label == "Article 14"


def test_a_reference_in_words_that_goes_astray_is_an_error_and_the_stage_is_made(workspace: Path) -> None:
    edit(
        workspace / "clauses/implementation-support/plenary-text.clause",
        "{@meetings#costs}",
        "article 14, paragraph 2,",
    )
    edit(workspace / "clauses/clearance/plenary-text.fr.clause", "l’{@transparency}", "l’article 15")
    result = run(*FINAL, at=workspace)
    assert result.exit_code == 1
    assert "implementation-support/2:" in result.stderr
    assert (
        "error: “article 14, paragraph 2” would name what was article 13 bis, paragraph 2; "
        "what it named is article 15, paragraph 2 now" in result.stderr
    )
    assert "(fr):" in result.stderr and "error: “article 15” would name what was article 14;" in result.stderr
    assert "numbered" in instrument.open(workspace / "clauses").settings.stages


def test_a_clause_that_is_for_few_is_for_few_under_its_final_number(workspace: Path) -> None:
    file = workspace / "clauses/implementation-support/plenary-text.clause"
    file.write_text(f'+++\naudience = "participants"\n+++\n{file.read_text(encoding="utf-8")}', encoding="utf-8")
    assert run(*FINAL, at=workspace).exit_code == 0
    assert instrument.open(workspace / "clauses").withheld("numbered", "public") == ("implementation-support",)


def test_a_text_that_is_still_in_brackets_is_told(workspace: Path) -> None:
    edit(workspace / "clauses/meetings/final-draft.clause", "each year that follows", "[each year that follows]")
    assert "words are still in square brackets: article 12" in run("renumber", "plenary-text", at=workspace).stderr
    assert "square brackets" not in run("renumber", "final-draft").stderr


def test_the_concordance_of_a_stage_begins_with_the_text_it_grew_from() -> None:
    result = run("concordance", "final-text", "--all")
    assert result.exit_code == 0
    head, *lines = result.stdout.splitlines()
    assert head.split() == ["first-draft", "second-draft", "final-draft", "plenary-text", "final-text"]
    assert any(line.split() == ["3", "3", "bis", "(split)", "4", "4", "4"] for line in lines)
    assert len(lines) > len(run("concordance", "final-text").stdout.splitlines())


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".txt"])
def test_a_concordance_is_a_document_in_every_format(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"concordance{ending}"
    assert run("concordance", "plenary-text", "final-text", "-o", str(path)).exit_code == 0
    if ending == ".docx":
        assert lint(path.read_bytes()) == ()
        words = " ".join(str(each) for each in read(path.read_bytes(), path.name).value.clauses)
    else:
        words = path.read_text(encoding="utf-8")
    assert "DC/2026/PT/3" in words and "Article 14 – Implementation support" in words
    again = tmp_path / f"again{ending}"
    run("concordance", "plenary-text", "final-text", "-o", str(again))
    assert again.read_bytes() == path.read_bytes()


def test_files_can_be_concorded_without_a_workspace(tmp_path: Path) -> None:
    for stage in ("plenary-text", "final-text"):
        assert run("build", stage, "-o", str(tmp_path / f"{stage}.docx")).exit_code == 0
    old, new = (str(tmp_path / f"{stage}.docx") for stage in ("plenary-text", "final-text"))
    result = CliRunner().invoke(group, ["concordance", old, new, "--json"])
    rows = json.loads(result.stdout)["rows"]
    assert ["Article 13 bis", "Article 14"] in [[cell["number"] for cell in row["cells"] if cell] for row in rows]
