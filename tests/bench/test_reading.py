"""How fast a Word document is read whole, beside what reads less of it."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import docx
import pytest

from instrument.formats.docx import Limits, read
from instrument.formats.docx.parts.opened import opened
from instrument.formats.docx.walking.keeping import keeping
from instrument.formats.docx.walking.walk import walk
from tests.bench.measuring import ROOT, best, row
from tests.formats.docx.raw import document, paragraph, run

pytestmark = pytest.mark.bench


def made(paragraphs: int) -> bytes:
    """Paragraphs of three runs, one of them in italics."""
    return document(*(
        paragraph(
            run(f"{number}. Each State Party undertakes to clear and destroy "),
            run("cluster munition remnants", "<w:i/>"),
            run(" located in contaminated areas under its jurisdiction."),
        )
        for number in range(paragraphs)
    ))  # fmt: skip


def words(data: bytes) -> list[str]:
    """The words of every paragraph, tracked changes, fields, notes and boxes kept apart on the way."""
    with keeping():
        file = opened(data, "returned.docx")
        return [block.words for block in walk(file.document, file.main).blocks]


def test_a_document_read_whole() -> None:
    data = made(10_000)

    def rival() -> list[str]:
        return [each.text for each in docx.Document(BytesIO(data)).paragraphs]

    assert words(data) == rival()
    ours, theirs = best(lambda: words(data), 7), best(rival, 5)
    row("10,000 paragraphs of a .docx, every word and its run", ours, "python-docx, `paragraph.text`", theirs)


def test_a_document_read_in_proportion() -> None:
    small, large = made(5_000), made(50_000)
    ours, more = best(lambda: read(small, ""), 3), best(lambda: read(large, "", limits=Limits()), 1)
    row("50,000 paragraphs of a .docx into an instrument", more, "10 times 5,000 paragraphs", 10 * ours)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not say how much a process took")
def test_the_memory_of_a_document_read(tmp_path: Path) -> None:
    (tmp_path / "large.docx").write_bytes(made(10_000))
    script = (
        "import re, sys; from instrument.formats.docx import read;from instrument.formats.docx.reading import reader;"
        "peak = lambda: int(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]) // 1024;"
        "before = peak(); found = read(open(sys.argv[1], 'rb').read(), ''); print(peak() - before)"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "large.docx")]
    added = int(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout)
    print(f"\n| 10,000 paragraphs of a .docx into an instrument | {added} MB |")
