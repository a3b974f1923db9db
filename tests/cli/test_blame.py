"""`blame`, on the sample's register and on files: read on a terminal, as data, as documents, for an audience."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import instrument
from instrument.cli import group
from instrument.formats import docx
from instrument.formats.docx.lint import lint
from instrument.formats.docx.parts.opened import opened
from instrument.model import plain
from instrument.words import words

ROOT = Path(__file__).parents[2]


def run(*args: str) -> Result:
    return CliRunner().invoke(group, ["-C", str(ROOT), *args])


def data(*args: str) -> dict[str, Any]:
    result = run(*args, "--json")
    assert result.exit_code == 0
    value: dict[str, Any] = json.loads(result.stdout)
    return value


def test_a_provision_is_read_with_its_origins_and_what_was_not_adopted() -> None:
    result = run("blame", "clearance/1/a@second-draft")
    assert result.exit_code == 0
    said = " ".join(result.stdout.split())
    assert "within {b [}five{b ] [}{c ten}{b ]} years after that date; and" in said
    assert "Not adopted here: DC/2026/P/1 (Delegation A; Delegation C; Delegation F), superseded" in said
    assert "Where they came to be there" not in result.stdout


def test_a_decision_is_named_with_what_it_adopted() -> None:
    said = " ".join(run("blame", "clearance/2/a@final-draft").stdout.split())
    assert "{b and release the land that proves to be free of remnants}" in said
    assert (
        "b stood first in DC/2026/PT/1 (2026-03-09); DC/2026/P/10 (Delegation A), adopted by Decision 1; recorded"
        in said
    )
    assert "[-c and-]" in said
    assert (
        "taken out in DC/2026/PT/1 (2026-03-09); DC/2026/P/10 (Delegation A), adopted by Decision 1; recorded" in said
    )


def test_a_clause_that_took_its_words_from_a_facilitators_paper_says_so() -> None:
    assert "stood first in DC/2026/CRP/1 (2026-02-27)" in " ".join(run("blame", "clearance@final-draft").stdout.split())


@pytest.mark.parametrize("stage", ["first-draft", "second-draft", "final-draft"])
def test_data_has_every_word_of_the_draft_once_in_order(stage: str) -> None:
    told = data("blame", stage)
    found = [
        word["word"]
        for line in told["lines"] for word in line["words"] if not word["word"].startswith(("{@", "[^"))
    ]  # fmt: skip
    draft = instrument.open(ROOT / "clauses").draft(stage)
    assert found == [
        word for clause in draft for content in clause.texts
        for atom in content if hasattr(atom, "chars") for word in words(atom.chars)
    ]  # fmt: skip
    assert told["format"] == 1


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_no_proposal_is_named_to_an_audience_that_may_not_see_it(audience: str, tmp_path: Path) -> None:
    seen = {str(one.symbol) for one in instrument.open(ROOT / "clauses").proposals(audience=audience)}
    path = tmp_path / "origins.docx"
    assert run("blame", "clearance@final-draft", "--audience", audience, "-o", str(path)).exit_code == 0
    said = b" ".join(opened(path.read_bytes(), path.name).parts.values()).decode("utf-8", "replace")
    said += json.dumps(data("blame", "clearance@final-draft", "--audience", audience))
    named = set(re.findall(r"DC/2026/P/\d+(?:/Rev\.1)?", said))
    assert named and named <= seen


def test_the_word_document_has_the_text_and_a_note_for_what_was_adopted(tmp_path: Path) -> None:
    path = tmp_path / "travaux.docx"
    assert run("blame", "clearance@final-draft", "-o", str(path)).exit_code == 0
    assert lint(path.read_bytes()) == ()
    read = docx.read(path.read_bytes(), path.name).value
    notes = [plain(note.text) for clause in read for note in clause.notes]
    assert any("DC/2026/P/13" in note and "adopted by Decision 4; recorded" in note for note in notes)
    assert run("blame", "clearance@final-draft", "-o", str(tmp_path / "again.docx")).exit_code == 0
    assert (tmp_path / "again.docx").read_bytes() == path.read_bytes()


def test_the_page_says_origins_beside_the_words_and_fetches_nothing(tmp_path: Path) -> None:
    path = tmp_path / "origins.html"
    assert run("blame", "final-draft", "-o", str(path)).exit_code == 0
    page = path.read_text(encoding="utf-8")
    assert (
        'title="stood first in DC/2026/PT/1 (2026-03-09); DC/2026/P/2 (Delegation B), adopted by Decision 4; recorded"'
        in page
    )
    assert "<del title=" in page
    assert "http" not in page


def test_of_files_the_last_is_told_of(tmp_path: Path) -> None:
    for name, word in (("one", "five"), ("two", "ten")):
        (tmp_path / f"{name}.txt").write_text(f"Article 1\n\n1. Within {word} years.\n", encoding="utf-8")
    result = run("blame", str(tmp_path / "one.txt"), str(tmp_path / "two.txt"))
    assert result.exit_code == 0
    assert "{b ten}" in result.stdout
    assert "[-c five-]" in result.stdout


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["blame", "third-draft"], '"third-draft" is no stage'),
        (["blame", "clearance/99@first-draft"], 'there is no "clearance/99"'),
        (["blame", "one.docx"], 'of "one.docx" alone no history is known; name its earlier drafts before it'),
        (["blame", "first-draft", "--audience", "nobody"], 'There is no audience "nobody"'),
    ],
)
def test_what_cannot_be_told_is_refused_in_a_sentence(args: list[str], message: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert message in result.stderr


def test_files_are_called_by_their_names_and_not_by_where_they_lie(tmp_path: Path) -> None:
    for name, how in (("first.txt", "shall"), ("second.txt", "shall soon")):
        (tmp_path / name).write_text(f"Article 1\n\n1. States {how} clear mines.\n")
    files = [str(tmp_path / name) for name in ("first.txt", "second.txt")]
    done = CliRunner().invoke(group, ["blame", *files])
    assert "stood first in second.txt" in done.stdout
    assert str(tmp_path) not in done.stdout
