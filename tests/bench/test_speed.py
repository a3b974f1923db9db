"""How fast, beside a rival in the same run; `make bench` prints the table that docs/benchmarks.md keeps."""

import sys
from io import BytesIO
from pathlib import Path
from shutil import which

import docx
import pytest

from instrument.formats.docx import write
from instrument.paper import Chars, Paper, Paragraph, Style
from tests.bench.measuring import best, process, row
from tests.corpus import CORPUS, needs_corpus

WORDS = "Each State Party undertakes to clear and destroy cluster munition remnants located in contaminated areas. " * 2

pytestmark = pytest.mark.bench


def paper(paragraphs: int) -> Paper:
    """Provisions of one level with labels, as an article would have them."""
    blocks = (Paragraph(Style.PROVISION, (Chars(WORDS),), f"{number}.") for number in range(1, paragraphs + 1))
    return Paper("", "en", tuple(blocks))


def test_the_help_of_the_command() -> None:
    ours = best(process(sys.executable, "-m", "instrument", "--help"), 15)
    theirs = best(process(sys.executable, "-c", "import click"), 15)
    row("`instrument --help`", ours, '`python -c "import click"`', theirs)


@needs_corpus
@pytest.mark.skipif(not which("pandoc"), reason="pandoc is not installed")
def test_a_treaty_from_print_to_word(tmp_path: Path) -> None:
    treaty = CORPUS / "multilingual/bbnj-2023/en.txt"
    ours = best(process(sys.executable, "-m", "instrument", "build", treaty, "-o", tmp_path / "ours.docx"), 7)
    theirs = best(process("pandoc", "-f", "markdown", "-o", tmp_path / "theirs.docx", treaty), 7)
    row("76 articles, printed text to .docx, whole process", ours, "pandoc", theirs)


def test_paragraphs_written() -> None:
    template = write(paper(1))

    def rival() -> None:
        document = docx.Document(BytesIO(template))
        for number in range(1, 10_001):
            document.add_paragraph(f"{number}.\t{WORDS}", style="Provision 1")
        document.save(BytesIO())

    ours, theirs = best(lambda: write(paper(10_000)), 3), best(rival, 1)
    row("10,000 paragraphs to .docx", ours, "python-docx, same styles and text", theirs)


def test_paragraphs_written_in_proportion() -> None:
    small, large = best(lambda: write(paper(1_000)), 5), best(lambda: write(paper(60_000)), 2)
    row("60,000 paragraphs to .docx", large, "60 times 1,000 paragraphs", 60 * small)
