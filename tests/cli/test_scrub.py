"""`instrument scrub`: a file before it leaves the house, or is published."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from instrument.cli import group
from instrument.formats.docx.parts.unpacking import unpack
from tests.formats.docx.publishing.test_scrub import CORE, PROPERTIES
from tests.formats.docx.raw import document, inserted, paragraph, run
from tests.formats.docx.raw import tie as related

CLEAN = document(paragraph(run("1. No State shall use them.")))
TRACKED = document(
    paragraph(run("1. No State shall "), inserted("ever ", "Delegation A"), run("use them.")),
    parts={"docProps/core.xml": CORE.encode()},
    root=related(PROPERTIES, "docProps/core.xml"),
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("redline.docx").write_bytes(TRACKED)
    Path("adopted.docx").write_bytes(CLEAN)


def scrub(*arguments: str) -> Result:
    result = CliRunner().invoke(group, ["scrub", *arguments], catch_exceptions=False)
    assert "Traceback" not in result.output
    return result


def test_a_file_is_scrubbed_and_all_that_went_is_said() -> None:
    result = scrub("redline.docx", "-o", "out.docx")
    assert (result.exit_code, result.stdout) == (0, "out.docx\n")
    assert 'redline.docx/docProps/core.xml: warning: removed: the author, "J. Officer" [scrubbed]' in result.stderr
    assert "changes and comments keep their authors: Delegation A" in result.stderr
    assert b"Officer" not in unpack(Path("out.docx").read_bytes(), "")["docProps/core.xml"]


def test_with_all_nobody_is_named() -> None:
    result = scrub("redline.docx", "-o", "out.docx", "--all")
    assert result.exit_code == 0
    assert b"Delegation A" not in unpack(Path("out.docx").read_bytes(), "")["word/document.xml"]


def test_a_file_that_is_not_final_is_refused_and_nothing_is_written() -> None:
    result = scrub("redline.docx", "-o", "out.docx", "--final")
    assert result.exit_code == 2
    assert "redline.docx is not final; it still has 1 insertion by Delegation A: accept, reject" in result.stderr
    assert (
        'redline.docx/word/document.xml:1: error: insertion by "Delegation A": "ever " [tracked-change]'
        in result.stderr
    )
    assert not Path("out.docx").exists()


def test_of_much_that_remains_the_first_places_are_listed_and_on_request_all() -> None:
    lines = (paragraph(run("No State shall "), inserted(f"ever {at} ", "Delegation A")) for at in range(1, 10))
    Path("redline.docx").write_bytes(document(*lines))
    few = scrub("redline.docx", "-o", "out.docx", "--final")
    assert "9 insertions by Delegation A: accept, reject or delete what is open first;" in few.stderr
    assert "these are the first 5 of 9 places, --report lists all" in few.stderr
    assert few.stderr.count("[tracked-change]") == 5
    every = scrub("redline.docx", "-o", "out.docx", "--final", "--report")
    assert (every.exit_code, every.stderr.count("[tracked-change]")) == (2, 9)
    assert "--report" not in every.stderr


def test_a_final_file_is_written() -> None:
    result = scrub("adopted.docx", "-o", "out.docx", "--final")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "out.docx\n", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["redline.docx", "-o", "out.md"], "a Word file is written as .docx"),
        (["redline.txt", "-o", "out.docx"], "is no Word file"),
        (["redline.docm", "-o", "out.docx"], "is no Word file of this kind; name one of: .docx"),
        (["redline.docx", "-o", "out.docx", "--report"], "--report lists what --final refuses"),
        (["redline.docx"], "Missing option '-o'"),
    ],
)
def test_what_is_no_word_file_is_refused(arguments: list[str], said: str) -> None:
    result = scrub(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
