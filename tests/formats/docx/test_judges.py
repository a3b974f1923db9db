"""Programs that are not ours find nothing wrong with what is written, and read the same words in it."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from instrument.formats.docx import write
from instrument.paper import Contents, NoteMark, Paper, Paragraph, Style, Table
from instrument.papers.draft import draft
from tests.corpus import CORPUS, TOOLS
from tests.formats.docx.papers import WHOLE, papers
from tests.papers.reading import squeezed

pytestmark = pytest.mark.judge


def tool(name: str) -> str:
    if not (TOOLS / name).exists():
        pytest.skip(f"{name} is not here")
    return str(TOOLS / name)


def assert_valid(*files: Path) -> None:
    run = subprocess.run([tool("ooxml-validate"), *map(str, files)], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def treaties() -> Iterator[tuple[str, Paper]]:
    """A large treaty in six languages, as the importer of printed texts reads it."""
    from instrument.formats import printed

    for path in sorted(CORPUS.glob("multilingual/bbnj-2023/*.txt")):
        yield path.stem, draft(printed.read(path.read_bytes(), path.name).value, contents=True).value


def untitled(paper: Paper) -> Paper:
    """The paper without its contents, and without the titles at its head, which pandoc takes for metadata."""
    blocks = [block for block in paper.blocks if not isinstance(block, Contents)]
    titles = (Style.TITLE, Style.SUBTITLE)
    rest = dropwhile(lambda block: isinstance(block, Paragraph) and block.style in titles, blocks)
    return replace(paper, blocks=tuple(rest), masthead=None)


def shown(paper: Paper, *, revised: bool) -> str:
    """The words of a paper without white space, with its changes accepted or rejected."""
    kept = "insert" if revised else "delete"
    words = []
    for block in paper.blocks:
        rows = block.rows if isinstance(block, Table) else (((block,),),)
        for each in (paragraph for row in rows for cell in row for paragraph in cell):
            if isinstance(each, Paragraph):
                inlines = (one for one in each.inlines if not isinstance(one, NoteMark))
                words += [
                    each.label,
                    *(one.chars for one in inlines if one.revision is None or one.revision.kind == kept),
                ]
    return squeezed("".join(words))


def read_by(reader: str, mode: str, file: Path) -> str:
    if shutil.which("pandoc" if reader == "pandoc" else "soffice") is None:
        pytest.skip(f"{reader} is not here")
    command = [tool("word-oracle"), mode, str(file), "--reader", reader]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return squeezed("".join(line for line in lines if not line.startswith("[note] ")))


@pytest.mark.parametrize("reader", ["pandoc", "libreoffice"])
@pytest.mark.parametrize("mode", ["accept", "reject"])
def test_others_read_the_words_that_the_paper_says(reader: str, mode: str, tmp_path: Path):
    paper = untitled(WHOLE)
    (tmp_path / "whole.docx").write_bytes(write(paper))
    found = read_by(reader, mode, tmp_path / "whole.docx")
    assert without_notes(found) == shown(paper, revised=mode == "accept")


def without_notes(found: str) -> str:
    """LibreOffice prints the numbers of notes in the text, and the notes after it."""
    found = re.sub(r"(?<=shall)1|(?<=help\.)2", "", found)
    return re.sub(r"(1|\[?)Agreedadreferendum(2)?DelegationB$", "", found)


@pytest.mark.parametrize("reader", ["pandoc", "libreoffice"])
def test_others_read_every_word_of_a_treaty_in_six_languages(reader: str, tmp_path: Path):
    for language, paper in treaties():
        plain = untitled(paper)
        file = tmp_path / f"{language}.docx"
        file.write_bytes(write(plain))
        assert read_by(reader, "accept", file) == shown(plain, revised=True), language


def test_the_validator_of_microsoft_finds_nothing(tmp_path: Path):
    files = [tmp_path / "whole.docx"]
    files[0].write_bytes(write(WHOLE))
    for language, paper in treaties():
        files.append(tmp_path / f"{language}.docx")
        files[-1].write_bytes(write(paper))
    assert_valid(*files)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(papers())
def test_the_validator_of_microsoft_finds_nothing_in_any_paper(tmp_path: Path, given: Paper):
    (tmp_path / "any.docx").write_bytes(write(given))
    assert_valid(tmp_path / "any.docx")


def test_openxml_audit_finds_nothing(tmp_path: Path):
    audit = pytest.importorskip("openxml_audit")
    (tmp_path / "whole.docx").write_bytes(write(WHOLE))
    assert audit.OpenXmlValidator().validate(str(tmp_path / "whole.docx")).errors == []
