"""How fast texts are compared, beside difflib and diff-match-patch on the same words in the same run."""

import difflib
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

import diff_match_patch
import pytest

from instrument.comparison.align import align
from instrument.comparison.codes import encode
from instrument.comparison.runs import Hunk, hunks
from instrument.words import words
from tests.bench.measuring import best, process, row
from tests.comparison.revising import Author, revise
from tests.corpus import CORPUS, needs_corpus

pytestmark = pytest.mark.bench

PREPCOM = CORPUS / "drafts/bbnj-prepcom-report"
SENTENCE = words("Each State Party shall, in accordance with its capabilities, take all measures for that purpose.")
PEAK = Path("/proc/self/clear_refs")
Texts = tuple[list[str], list[str]]


def by_difflib(old: Sequence[str], new: Sequence[str]) -> object:
    return difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def by_diff_match_patch(old: Sequence[str], new: Sequence[str]) -> object:
    engine = diff_match_patch.diff_match_patch()
    engine.Diff_Timeout = 0  # else the answer depends on the machine
    return engine.diff_main(*encode(old, new), False)


def marked(found: Sequence[Hunk]) -> int:
    return sum(hunk.old_end - hunk.old_start + hunk.new_end - hunk.new_start for hunk in found)


@needs_corpus
def test_a_report_and_its_final_issue() -> None:
    old, new = (
        words((PREPCOM / name).read_text(encoding="utf-8")) for name in ("2026-04-02.en.txt", "2026-05-04.en.txt")
    )
    ours = best(lambda: hunks(old, new), 5)
    theirs = best(lambda: by_difflib(old, new), 1)
    row("40,000 words, a report and its final issue", ours, "difflib, autojunk off", theirs)
    row("the same", ours, "diff-match-patch on words", best(lambda: by_diff_match_patch(old, new), 1))


REDLINES = """
import sys, redlines
old, new = (open(path, encoding="utf-8").read() for path in sys.argv[1:3])
open(sys.argv[3], "w", encoding="utf-8").write(redlines.Redlines(old, new).output_markdown)
"""


@needs_corpus
def test_the_whole_command(tmp_path: Path) -> None:
    pytest.importorskip("redlines")
    pair = PREPCOM / "2026-04-02.en.txt", PREPCOM / "2026-05-04.en.txt"

    def ours() -> None:
        command = sys.executable, "-m", "instrument", "diff", *pair, "-o", tmp_path / "ours.md"
        process(*command, status=1)()

    rival = process(sys.executable, "-c", REDLINES, *pair, tmp_path / "theirs.md")
    row("a report and its final issue, files to Markdown, whole process", best(ours, 5), "redlines", best(rival, 3))


@pytest.mark.parametrize(("share", "what"), [(0.05, "lightly"), (0.5, "heavily")])
def test_provisions(share: float, what: str) -> None:
    author = Author(3)
    pairs = [(text, author.reword(text, share)) for text in (author.phrase(80) for _ in range(500))]

    def each(work: Callable[[list[str], list[str]], object]) -> Callable[[], object]:
        return lambda: [work(old, new) for old, new in pairs]

    ours, theirs = best(each(hunks), 5), best(each(by_difflib), 3)
    row(f"500 provisions of 80 words, {what} edited", ours, "difflib, autojunk off", theirs)
    row("the same", ours, "diff-match-patch on words", best(each(by_diff_match_patch), 3))


def long_texts() -> Iterator[tuple[str, Texts]]:
    author = Author(5)
    text = [word for _ in range(600) for word in author.phrase(100)]
    yield "60,000 words edited in 300 places", (text, edited(text, author, 300))
    yield "60,000 words edited in 6,000 places", (text, edited(text, author, 6_000))
    yield (
        "60,000 words, unrelated",
        (text, [f"{word}!" if author.chance.random() < 0.5 else word for word in author.phrase(60_000)]),
    )
    yield '"the of" 10,000 times', (["the", "of"] * 10_000, ["the", "of", "of"] * 6_667)
    yield "one sentence 600 times", (SENTENCE * 600, edited(SENTENCE * 600, author, 200))


def edited(text: Sequence[str], author: Author, places: int) -> list[str]:
    result = list(text)
    for at in sorted((author.chance.randrange(len(text)) for _ in range(places)), reverse=True):
        result[at : at + author.chance.randint(0, 4)] = author.phrase(author.chance.randint(0, 4))
    return result


def measured(number: int) -> tuple[str, float, float, int]:
    """A long comparison in a process of its own: what it is, seconds, added megabytes, marked words."""
    what, (old, new) = list(long_texts())[number]
    hunks(["a"], ["b"])
    PEAK.write_text("5", encoding="ascii")
    before = peak()
    start = perf_counter()
    found = hunks(old, new)
    seconds = perf_counter() - start
    return what, seconds, peak() - before, marked(found)


def peak() -> float:
    """The most memory that this process has held since the mark was set anew, in megabytes."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))


@pytest.mark.skipif(not PEAK.exists(), reason="only Linux tells how much memory a process held")
@pytest.mark.parametrize("number", range(5))
def test_long_texts(number: int) -> None:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        what, seconds, megabytes, count = pool.submit(measured, number).result()
    print(f"\n| {what} | {seconds:.3f} s | {megabytes:.0f} MB added | {count:,} words marked |")


def test_provisions_aligned_in_proportion() -> None:
    small, large = revise(2, 1_000), revise(2, 10_000)
    hundred, ours = best(lambda: align(small.old, small.new), 3), best(lambda: align(large.old, large.new), 1)
    row("10,000 provisions aligned", ours, "10 times 1,000 provisions", 10 * hundred)
