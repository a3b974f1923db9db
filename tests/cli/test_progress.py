"""Long work says how far it has come to whoever sits at a terminal, and to nobody else."""

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest

from instrument.cli import group
from instrument.cli import progress as progress_module
from instrument.cli.progress import progress

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals")
CLAUSES = Path(__file__).parents[2] / "clauses"
Said = Callable[[], str]
_END = "\x04"  # a terminal hands on what is written when it likes: so far, and no further


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Said]:
    """A terminal as standard error; what was written to it is asked for once."""
    import pty

    master, slave = pty.openpty()

    def said() -> str:
        stream.write(_END)
        stream.flush()
        read = b""
        while not read.endswith(_END.encode()):
            read += os.read(master, 4096)
        return read.decode().removesuffix(_END)

    with os.fdopen(slave, "w", encoding="utf-8") as stream:
        monkeypatch.setattr(progress_module, "sys", SimpleNamespace(stderr=stream))  # pytest has the real one
        monkeypatch.setenv("TERM", "xterm")
        yield said
    os.close(master)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work that takes a second a step."""
    monkeypatch.setattr(progress_module, "monotonic", count().__next__)


def seen(said: str) -> list[str]:
    """The lines that stand on a terminal in the end."""
    lines = []
    for line in said.replace("\r\n", "\n").split("\n"):
        shown = ""
        for part in line.split("\r"):
            shown = part + shown[len(part) :]
        lines.append(shown.rstrip())
    return lines


def test_a_terminal_is_told_how_far_the_work_has_come(terminal: Said, slow: None) -> None:
    with progress("merging") as watch:
        assert list(watch("abc", 3)) == ["a", "b", "c"]
        assert seen(terminal()) == ["merging: 3 of 3"]
    assert seen(terminal()) == [""]


def test_nothing_is_left_of_the_line_where_the_work_fails(terminal: Said, slow: None) -> None:
    with pytest.raises(ValueError), progress("merging") as watch:
        for _ in watch("abc", 3):
            raise ValueError
    said = terminal()
    assert "merging: 1 of 3" in said
    assert seen(said) == [""]


def test_what_is_done_at_once_needs_no_line(terminal: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_module, "monotonic", lambda: 0)
    with progress("merging") as watch:
        list(watch("abc", 3))
    assert terminal() == ""


def test_a_terminal_that_cannot_write_over_a_line_is_told_nothing(
    terminal: Said, slow: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    with progress("merging") as watch:
        list(watch("abc", 3))
    assert terminal() == ""


def test_a_file_is_told_nothing(slow: None, capsys: pytest.CaptureFixture[str]) -> None:
    with progress("merging") as watch:
        assert list(watch("abc", 3)) == ["a", "b", "c"]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["merge", "first-draft", "--until", "2026-02-20", "-o", "rolling.txt"], "merging: "),
        (["blame", "final-draft"], "following the words: 3 of 3"),
        (["compendium", "first-draft", "-o", "c.txt"], "gathering the proposals: "),
        (["intake", "night", "--against", "final-draft"], "reading: 1 of 1"),
    ],
)
def test_a_command_shows_its_progress_and_leaves_nothing_of_it(
    arguments: list[str], line: str, terminal: Said, slow: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(CLAUSES, tmp_path / "clauses")
    (tmp_path / "night").mkdir()
    (tmp_path / "night" / "letter.txt").write_text("Delegation A\n\nIn article 1, delete paragraph 1.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    group(arguments, standalone_mode=False)
    said = terminal()
    assert line in said
    assert "\x1b" not in said
    assert not [each for each in seen(said) if line.split(":")[0] in each]


def test_a_build_shows_how_many_recipes_are_made(terminal: Said, slow: None, workspace: Path) -> None:
    group(["build"], standalone_mode=False)
    said = terminal()
    assert "building: 1 of 1" in said
    assert not any("building" in each for each in seen(said))
