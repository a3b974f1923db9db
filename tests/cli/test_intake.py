"""`instrument intake` at the command line."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from instrument.cli import group

CLAUSES = Path(__file__).parents[2] / "clauses"


def test_several_files_read_at_once_make_the_same_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(CLAUSES, tmp_path / "clauses")
    (tmp_path / "night").mkdir()
    for number in range(1, 9):
        words = f"Proposal by Delegation A\n\nIn article {number}, delete paragraph 1.\n"
        (tmp_path / "night" / f"{number}.txt").write_text(words, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    arguments = ["intake", "night", "--against", "final-draft", "--at", "2026-04-22"]
    alone, together = (CliRunner().invoke(group, [*arguments, "--jobs", jobs]) for jobs in ("1", "2"))
    assert together.stdout == alone.stdout
    assert (together.exit_code, together.stderr) == (alone.exit_code, "") == (1, "")
