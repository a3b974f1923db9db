"""How fast two Word files are compared in place, beside what does the same, and in how much memory."""

import subprocess
import sys
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import pytest

from instrument.formats.docx import write
from tests.bench.measuring import ROOT, best, process, row
from tests.corpus import needs_corpus
from tests.formats.docx import plain
from tests.formats.docx.edited import edited
from tests.formats.docx.pairs import named
from tests.formats.docx.press import pressed
from tests.formats.docx.treaties import Block, Treaty, treaty

pytestmark = pytest.mark.bench
OURS = "import sys; from pathlib import Path; from instrument.formats.docx import revise;"
OURS += "old, new = (Path(each).read_bytes() for each in sys.argv[1:3]);"
OURS += "Path(sys.argv[3]).write_bytes(revise(old, new, 'A', '2026-03-10T09:00:00Z').value.data)"
PROVEN = OURS.replace("import revise", "import attest, revise").replace(
    "revise(old, new, 'A', '2026-03-10T09:00:00Z').value.data",
    "attest(revise(old, new, 'A', '2026-03-10T09:00:00Z').value, old, new, ('old', 'new')).data",
)
TRACKDIFF = Path(sys.executable).with_name("docx-trackdiff")
DOCXODUS = "import sys; from python_redlines.engines import DocxodusEngine;"
DOCXODUS += "done = DocxodusEngine().run_redline('A', *sys.argv[1:3]); open(sys.argv[3], 'wb').write(done[0])"
# What somebody does in each stretch.
DONE = (
    "one word stands for another", "words are put in", "an alternative is added in brackets", "a paragraph is put in",
    "a paragraph is taken out",
)  # fmt: skip


def files(folder: Path, paragraphs: int) -> tuple[Path, Path, Path]:
    """A treaty of so many paragraphs, one edited in each stretch of forty, and where their redline goes."""
    before = treaty(paragraphs)
    after: list[Block] = []
    for start in range(0, len(before.blocks), 40):
        stretch = Treaty(before.blocks[start : start + 40])
        for says in DONE:
            stretch = named(says).change(stretch, 1)
        after += stretch.blocks
    old, new, out = (folder / f"{name}-{paragraphs}.docx" for name in ("old", "new", "redline"))
    old.write_bytes(pressed(before))
    new.write_bytes(pressed(replace(before, blocks=tuple(after))))
    return old, new, out


def test_two_files_of_2500_paragraphs(tmp_path: Path) -> None:
    given = files(tmp_path, 2500)
    ours = best(process(sys.executable, "-c", OURS, *given), 5)
    if TRACKDIFF.exists():
        theirs = best(process(TRACKDIFF, *given), 5)
        row("2,500 paragraphs of a .docx compared, whole process", ours, "docx-trackdiff", theirs)
        row("the same, with the receipt", best(process(sys.executable, "-c", PROVEN, *given), 5), "the same", theirs)
    if find_spec("python_redlines_docxodus"):
        theirs = best(process(sys.executable, "-c", DOCXODUS, *given), 3)
        row("the same, without it", ours, "python-redlines (docxodus)", theirs)


def test_50000_paragraphs_in_proportion(tmp_path: Path) -> None:
    small, large = files(tmp_path, 5000), files(tmp_path, 50_000)
    ours = best(process(sys.executable, "-c", OURS, *small), 3)
    more = best(process(sys.executable, "-c", OURS, *large), 1)
    row("50,000 paragraphs of a .docx compared, whole process", more, "10 times 5,000 paragraphs", 10 * ours)


@needs_corpus
@pytest.mark.skipif(not which("pandoc"), reason="pandoc is not installed")
def test_how_many_words_are_marked_for_each_that_must_be(tmp_path: Path) -> None:
    """As pandoc reads them: words between spaces, and brackets; the fewest are all that differ."""
    rivals = {"ours": (sys.executable, "-c", OURS), "docx-trackdiff": (TRACKDIFF,)}
    if find_spec("python_redlines_docxodus"):
        rivals["python-redlines (docxodus)"] = (sys.executable, "-c", DOCXODUS)
    for says, pair in edited().items():
        old, new, out = (tmp_path / f"{name}.docx" for name in ("old", "new", "out"))
        for path, page in zip((old, new), pair, strict=True):
            path.write_bytes(write(page))
        for name, command in rivals.items():
            if Path(command[0]).exists():
                process(*command, old, new, out)()
                print(f"\n| {says} | {name} | {plain.marked(out)} | {plain.fewest(old, new)} |")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not say how much a process took")
def test_the_memory_of_a_comparison(tmp_path: Path) -> None:
    script = OURS + "; import re; peak = re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1];"
    script += "print(int(peak) // 1024)"
    command = [sys.executable, "-c", script, *map(str, files(tmp_path, 2500))]
    peak = int(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout)
    print(f"\n| 2,500 paragraphs of a .docx compared, whole process | {peak} MB |")
