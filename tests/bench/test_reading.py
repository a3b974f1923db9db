"""How fast a Word document is read whole, beside what reads less of it."""

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest

from instrument.formats.docx import read
from instrument.formats.docx.parts.opened import opened
from instrument.formats.docx.walking.keeping import keeping
from instrument.formats.docx.walking.walk import walk
from tests.bench.measuring import ROOT, in_turn, row
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


RIVALS: dict[str, tuple[str, Callable[[ModuleType, bytes], object]]] = {
    "docx": ("python-docx, `paragraph.text`", lambda it, data: [p.text for p in it.Document(BytesIO(data)).paragraphs]),
    "mammoth": ("mammoth, `extract_raw_text`", lambda it, data: it.extract_raw_text(BytesIO(data)).value),
    "docx2python": ("docx2python, `.text`", lambda it, data: it.docx2python(BytesIO(data)).text),
}


@pytest.mark.parametrize("name", RIVALS)
def test_a_document_read_whole(name: str) -> None:
    rival, text = RIVALS[name]
    module = pytest.importorskip(name)
    data = made(10_000)
    assert name != "docx" or words(data) == text(module, data)
    ours, whole, theirs = in_turn(7, lambda: words(data), lambda: read(data, ""), lambda: text(module, data))
    row("10,000 paragraphs of a .docx, every word, its look and its layer", ours, rival, theirs)
    row("the same into an instrument", whole, rival, theirs)


def test_a_document_read_in_proportion() -> None:
    small, large = made(5_000), made(100_000)
    ours, more = in_turn(3, lambda: read(small, ""), lambda: read(large, ""))
    row("100,000 paragraphs of a .docx into an instrument", more, "20 times 5,000 paragraphs", 20 * ours)


PEAK = """
import re, sys
def peak(): return int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) // 1024
"""
READERS = {
    "into an instrument": """
from instrument.formats.docx.reading.reader import read
before = peak(); found = read(open(sys.argv[1], "rb").read(), ""); print(peak() - before)
""",
    "python-docx, `paragraph.text`": """
import docx
before = peak(); found = [each.text for each in docx.Document(sys.argv[1]).paragraphs]; print(peak() - before)
""",
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not say how much a process took")
@pytest.mark.parametrize("how", READERS)
def test_the_memory_of_a_document_read(how: str, tmp_path: Path) -> None:
    added = []
    for paragraphs in (10_000, 100_000):
        (tmp_path / "large.docx").write_bytes(made(paragraphs))
        command = [sys.executable, "-c", PEAK + READERS[how], str(tmp_path / "large.docx")]
        added.append(int(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout))
    print(f"\n| 10,000 and 100,000 paragraphs of a .docx, {how} | {added[0]} MB | {added[1]} MB |")
