"""`mark`: proposals of the sample's register on its first draft, in Word."""

from pathlib import Path

from click.testing import CliRunner, Result

from instrument.cli import group
from instrument.formats.docx import read, tracked
from instrument.formats.docx.lint import lint

ROOT = Path(__file__).parents[2]


def run(*words: str) -> Result:
    return CliRunner().invoke(group, ["-C", str(ROOT), *words])


def test_each_proposal_is_tracked_by_its_own_sponsors(tmp_path: Path) -> None:
    path = tmp_path / "marked.docx"
    result = run("mark", "first-draft", "DC/2026/P/4", "DC/2026/P/7", "-o", str(path), "--comments")
    assert result.exit_code == 0
    data = path.read_bytes()
    assert lint(data) == ()
    hands = {hand.author for hand in tracked(data, path.name).hands}
    assert hands == {"Delegation C; Delegation E", "Delegation B; Delegation A"}
    assert "1 bis." in [each.label for each in read(data, "").value.clause("victim-assistance").provisions]
    assert "1 bis." not in [
        each.label for each in read(data, "", "rejected").value.clause("victim-assistance").provisions
    ]


def test_proposals_are_tracked_onto_the_file_that_was_issued(tmp_path: Path) -> None:
    issued, path = tmp_path / "issued.docx", tmp_path / "marked.docx"
    assert run("build", "first-draft", "-o", str(issued)).exit_code == 0
    assert run("mark", "first-draft", "DC/2026/P/4", "--onto", str(issued), "-o", str(path)).exit_code == 0
    assert run("verify", str(path)).exit_code == 0


def test_proposals_that_clash_are_refused_with_every_place_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "marked.docx"
    result = run("mark", "first-draft", "DC/2026/P/4", "DC/2026/P/5", "-o", str(path))
    assert result.exit_code == 2
    assert "the amendments clash in 3 places" in result.stderr
    assert "DC/2026/P/5 (Delegation D)" in result.stderr
    assert not path.exists()


def test_a_stage_without_pending_proposals_is_told(tmp_path: Path) -> None:
    result = run("mark", "clearance-paper", "-o", str(tmp_path / "marked.docx"))
    assert result.exit_code == 2
    assert "no proposal on clearance-paper is pending" in result.stderr
