"""The program as the system runs it: what it imports, pipes that close, consoles that know little."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def start(*arguments: str, **environment: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
    )


def modules_after(code: str) -> set[str]:
    process = start("-c", f"import sys\n{code}\nprint(*sys.modules)")
    out, err = process.communicate()
    assert process.returncode == 0, err.decode()
    return set(out.decode().splitlines()[-1].split())


def test_importing_the_package_imports_nothing_else() -> None:
    assert not {name for name in modules_after("import instrument") if name.startswith(("instrument.", "lxml", "docx"))}


def test_help_imports_only_the_commands() -> None:
    code = "from instrument.cli import group\ngroup(['--help'], standalone_mode=False)"
    heavy = {"json", "tomllib", "lxml", "docx", "rapidfuzz", "regex", "instrument.building", "instrument.library"}
    assert not heavy & modules_after(code)


def test_a_build_imports_neither_python_docx_nor_rapidfuzz(workspace: Path) -> None:
    Path("treaty.txt").write_text("Article 1\nUse\n\n1. Never.\n", encoding="utf-8")
    arguments = ["build", "treaty.txt", "-o", "treaty.docx"]
    modules = modules_after(f"from instrument.cli import group\ngroup({arguments}, standalone_mode=False)")
    assert Path("treaty.docx").exists()
    assert not {"docx", "rapidfuzz", "diff_match_patch"} & modules


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_reader_that_has_seen_enough_is_no_failure(workspace: Path) -> None:
    with start("-m", "instrument", "show", "second") as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_console_that_knows_only_one_code_page_loses_no_word(workspace: Path) -> None:
    path = Path("clauses/use/second.clause")
    path.write_text("## Article 1 — 使用\n\n1. لا أبدا.\n", encoding="utf-8")
    process = start("-m", "instrument", "show", "use@second", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    out, _ = process.communicate()
    assert out.decode("utf-8").replace("\r\n", "\n") == "Article 1\n使用\n\n1. لا أبدا.\n"


def test_the_same_program_runs_as_a_module() -> None:
    out, _ = start("-m", "instrument", "--help").communicate()
    assert out.decode().startswith("Usage: instrument [OPTIONS] COMMAND")
