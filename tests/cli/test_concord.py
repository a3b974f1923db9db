"""`concord`: languages laid side by side on the terminal, as data, as a page; tables out and back."""

import json
import shutil
from pathlib import Path

import docx
import jsonschema
import pytest
from click.testing import CliRunner, Result

from instrument.cli import group
from instrument.formats.docx.lint import lint

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/concord.schema.json").read_text(encoding="utf-8"))


def run(*words: str, at: Path = ROOT) -> Result:
    return CliRunner().invoke(group, ["-C", str(at), "concord", *words])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The sample, to be written to, and what becomes of its French article on clearance."""
    shutil.copytree(ROOT / "clauses", tmp_path / "clauses")
    return tmp_path


def slip(copy: Path, old: str, new: str) -> None:
    path = copy / "clauses/clearance/final-draft.fr.clause"
    words = path.read_text(encoding="utf-8")
    assert old in words
    path.write_text(words.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("stage", ["first-draft", "clearance-paper", "second-draft", "final-draft"])
def test_the_sample_is_in_step(stage: str) -> None:
    result = run(stage)
    assert result.exit_code == 0
    assert "0 differences, 0 versions behind" in result.stdout
    assert "there is no text in" in result.stderr


def test_a_slip_is_told_at_its_place_in_both_languages_with_both_words(copy: Path) -> None:
    slip(copy, "dans un délai de dix ans", "dans un délai de douze ans")
    result = run("final-draft", at=copy)
    assert result.exit_code == 1
    assert "clearance/1@final-draft  clearance/1@final-draft.fr\n" in result.stdout
    assert '  en has "ten", fr has "douze" [figure]\n' in result.stdout


def test_a_label_in_the_style_of_another_language_is_a_warning_alone(copy: Path) -> None:
    slip(copy, "  a) ", "  (a) ")
    result = run("final-draft", at=copy)
    assert result.exit_code == 0
    assert 'the label "(a)" is lettered as "a)" in fr [label-style]' in result.stdout


def test_the_data_are_as_the_schema_says(copy: Path) -> None:
    slip(copy, "dans un délai de dix ans", "dans un délai de douze ans")
    result = run("final-draft", "--json", at=copy)
    assert result.exit_code == 1
    data = json.loads(result.stdout)
    jsonschema.validate(data, SCHEMA)
    (difference,) = data["differences"]
    assert [place["words"] for place in difference["places"]] == ["ten", "douze"]


def test_two_files_are_laid_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Article 1\n\nUse\n\n1. Within thirty days the State does it.\n", encoding="utf-8")
    words = "Article premier\n\nEmploi\n\n1. Dans les trente-deux jours l’État le fait pour la Partie.\n"
    (tmp_path / "b.txt").write_text(words, encoding="utf-8")
    result = run(str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    assert result.exit_code == 1
    assert 'en has "thirty", fr has "trente-deux" [figure]' in result.stdout


@pytest.mark.parametrize("ending", ["docx", "html", "md"])
def test_what_differs_can_be_a_document(copy: Path, ending: str) -> None:
    slip(copy, "dans un délai de dix ans", "dans un délai de douze ans")
    assert run("final-draft", "-o", str(copy / f"found.{ending}"), at=copy).exit_code == 1
    data = (copy / f"found.{ending}").read_bytes()
    assert not lint(data) if ending == "docx" else "douze" in data.decode()


def test_a_table_goes_out_and_comes_back_as_clauses(copy: Path) -> None:
    table = copy / "table.docx"
    assert run("final-draft", "--table", "en,fr", "-o", str(table), at=copy).exit_code == 0
    document = docx.Document(str(table))
    words = {"authentic-texts/heading": "Textes authentiques", "authentic-texts/~1": "L’original est déposé."}
    for row in document.tables[-1].rows:
        if row.cells[0].text in words:
            row.cells[2].text = words[row.cells[0].text]
    document.save(str(table))
    result = run("final-draft", "--read", str(table), "--lang", "fr", at=copy)
    written = copy / "clauses/authentic-texts/final-draft.fr.clause"
    assert written.read_text(encoding="utf-8").endswith(
        "## Article 23 — Textes authentiques\n\nL’original est déposé.\n"
    ), result.output
    assert str(written) in result.stdout


def test_words_of_a_table_that_have_no_place_end_with_status_1(copy: Path) -> None:
    table = copy / "table.docx"
    run("final-draft", "--table", "en,fr", "-o", str(table), at=copy)
    document = docx.Document(str(table))
    row = next(each for each in document.tables[-1].rows if each.cells[0].text == "depositary/1")
    row.cells[2].text = "Ces mots sont seuls."
    document.save(str(table))
    result = run("final-draft", "--read", str(table), "--lang", "fr", at=copy)
    assert result.exit_code == 1
    assert "Ces mots sont seuls." in result.stderr
    assert not (copy / "clauses/depositary/final-draft.fr.clause").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("final-draft", "--table", "en,fr"),
        ("final-draft", "--table", "en,fr", "--json", "-o", "x.docx"),
        ("final-draft", "second-draft", "--redline", "fr", "-o", "x.docx"),
        ("final-draft", "--read", "x.docx"),
        ("final-draft.fr",),
        ("final-draft", "--json", "-o", "x.docx"),
    ],
)
def test_what_makes_no_sense_is_refused(words: tuple[str, ...], copy: Path) -> None:
    assert run(*words, at=copy).exit_code == 2
