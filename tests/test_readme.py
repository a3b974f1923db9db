"""What the README and the guide show is what happens: their console and python blocks run in order, as a reader would.

A console block holds commands after "$ " and exactly what they print. A python block is a script, or a session with
">>>". Everything in one page happens in one folder, which starts empty; "cd" lasts. Blocks of other kinds are not run.
"""

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the pages show a POSIX shell")


@dataclass
class Reader:
    """Someone who follows a page word for word."""

    folder: Path
    bin: Path
    names: dict[str, object] = field(default_factory=dict)

    def follow(self, page: str) -> Iterator[str]:
        """Every difference between what the page shows and what happens."""
        for kind, block in BLOCK.findall(page):
            yield from self.type(block) if kind == "console" else self.run(block)

    def type(self, block: str) -> Iterator[str]:
        for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            printed = self.shell(command)
            if printed != expected:
                yield f"$ {command}\nexpected:\n{expected}printed:\n{printed}"

    def shell(self, command: str) -> str:
        here = self.bin / "here"
        result = subprocess.run(
            ["sh", "-c", f'{command}\nstatus=$?\npwd > "{here}"\nexit $status'],
            cwd=self.folder,
            env=os.environ | {"PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self.folder = Path(here.read_text(encoding="utf-8").rstrip("\n"))
        return result.stdout.decode()

    def run(self, block: str) -> Iterator[str]:
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            if ">>>" in block:
                yield from self.converse(block)
            else:
                exec(compile(block, "<page>", "exec"), self.names)
        finally:
            os.chdir(before)

    def converse(self, block: str) -> Iterator[str]:
        said: list[str] = []
        session = doctest.DocTestParser().get_doctest(block, self.names, "page", None, None)
        doctest.DocTestRunner().run(session, out=said.append, clear_globs=False)
        self.names.update(session.globs)
        yield from said


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    (tmp_path / "bin").mkdir()
    (tmp_path / "work").mkdir()
    program = tmp_path / "bin" / "instrument"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m instrument "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return Reader(tmp_path / "work", tmp_path / "bin")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_shows_what_happens(reader: Reader, page: Path) -> None:
    assert "\n".join(reader.follow(page.read_text(encoding="utf-8"))) == ""


def test_a_page_that_is_true_passes(reader: Reader) -> None:
    page = "```console\n$ mkdir a && cd a\n$ echo one; echo two\none\ntwo\n$ pwd | grep -c work/a\n1\n```\n"
    page += "```python\nx = 1\n```\n```python\n>>> x + 1\n2\n```\n```sh\nfalse\n```\n"
    assert list(reader.follow(page)) == []


@pytest.mark.parametrize(
    ("page", "difference"),
    [
        ("```console\n$ echo one\ntwo\n```\n", "$ echo one\nexpected:\ntwo\nprinted:\none\n"),
        ("```console\n$ instrument list\n```\n", "there is no workspace here or above"),
        ("```python\n>>> 1 + 1\n3\n```\n", "Expected:\n    3\nGot:\n    2\n"),
    ],
)
def test_a_page_that_is_not_true_is_caught(reader: Reader, page: str, difference: str) -> None:
    assert difference in "".join(reader.follow(page))


def test_a_script_that_fails_is_caught(reader: Reader) -> None:
    with pytest.raises(NameError):
        list(reader.follow("```python\nprint(nothing)\n```\n"))
