"""How fast, beside a rival in the same run; `make bench` prints the table that docs/benchmarks.md keeps."""

import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from shutil import which
from time import perf_counter

import docx
import pytest

from instrument.formats.docx import write
from instrument.paper import Chars, Paper, Paragraph, Style

ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("INSTRUMENT_CORPUS", ROOT / "../shared/corpus"))
WORDS = "Each State Party undertakes to clear and destroy cluster munition remnants located in contaminated areas. " * 2

pytestmark = pytest.mark.bench


def best(work: Callable[[], object], times: int) -> float:
    """The shortest of several runs, in seconds: what the machine does when nothing else disturbs it."""
    spans = []
    for _ in range(times):
        start = perf_counter()
        work()
        spans.append(perf_counter() - start)
    return min(spans)


def process(*command: str | Path) -> Callable[[], object]:
    """A whole process, its modules compiled as an installed program's are."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    return lambda: subprocess.run(
        command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    )


def row(what: str, ours: float, rival: str, theirs: float) -> None:
    print(f"\n| {what} | {ours:.3f} s | {rival} | {theirs:.3f} s | {ours / theirs:.2f} |")


def paper(paragraphs: int) -> Paper:
    """Provisions of one level with labels, as an article would have them."""
    blocks = (Paragraph(Style.PROVISION, (Chars(WORDS),), f"{number}.") for number in range(1, paragraphs + 1))
    return Paper("", "en", tuple(blocks))


def test_help_comes_at_once() -> None:
    ours = best(process(sys.executable, "-m", "instrument", "--help"), 15)
    theirs = best(process(sys.executable, "-c", "import click"), 15)
    row("`instrument --help`", ours, '`python -c "import click"`', theirs)
    assert ours <= 2.5 * theirs


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the repository")
@pytest.mark.skipif(not which("pandoc"), reason="pandoc is not installed")
def test_a_treaty_becomes_a_word_document_in_half_the_time_of_pandoc(tmp_path: Path) -> None:
    treaty = CORPUS / "multilingual/bbnj-2023/en.txt"
    ours = best(process(sys.executable, "-m", "instrument", "build", treaty, "-o", tmp_path / "ours.docx"), 7)
    theirs = best(process("pandoc", "-f", "markdown", "-o", tmp_path / "theirs.docx", treaty), 7)
    row("76 articles, printed text to .docx, whole process", ours, "pandoc", theirs)
    assert ours <= theirs / 2


def test_paragraphs_are_written_twenty_times_faster_than_by_python_docx() -> None:
    template = write(paper(1))

    def rival() -> None:
        document = docx.Document(BytesIO(template))
        for number in range(1, 10_001):
            document.add_paragraph(f"{number}.\t{WORDS}", style="Provision 1")
        document.save(BytesIO())

    ours, theirs = best(lambda: write(paper(10_000)), 3), best(rival, 1)
    row("10,000 paragraphs to .docx", ours, "python-docx, same styles and text", theirs)
    assert ours <= theirs / 20


def test_time_grows_in_proportion() -> None:
    small, large = best(lambda: write(paper(1_000)), 5), best(lambda: write(paper(60_000)), 2)
    row("60,000 paragraphs to .docx", large, "60 times 1,000 paragraphs", 60 * small)
    assert large <= 1.5 * 60 * small
