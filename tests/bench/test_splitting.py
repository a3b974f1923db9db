"""What two processes make faster; docs/benchmarks.md keeps the rows."""

import gc
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest

import instrument
from instrument.building import intake
from instrument.building.making import build
from instrument.changes.tokens import read
from instrument.formats import docx
from instrument.history import blame
from instrument.papers.draft import draft
from instrument.proposals.merging import merge
from tests.bench.measuring import in_turn, row
from tests.bench.test_merging import room
from tests.history.drafting import written

pytestmark = pytest.mark.bench
_ROOT = Path(__file__).parents[2]
_THRESHOLD = 100_000  # as the program has it


@pytest.fixture(scope="module")
def pool() -> Iterator[Executor]:
    """Two processes that are there already, as for a program that has more to do than one thing."""
    gc.set_threshold(_THRESHOLD)
    with ProcessPoolExecutor(2, get_context("spawn"), gc.set_threshold, (_THRESHOLD,)) as executor:
        list(executor.map(len, ["one", "other"]))
        yield executor


def compare(what: str, work: Callable[[Executor | None], object], pool: Executor) -> None:
    ours, theirs = in_turn(3, lambda: work(pool), lambda: work(None))
    row(what, ours, "the same in this process alone", theirs)


def test_merging(pool: Executor) -> None:
    base, many = room(30_000)
    compare("30,000 proposals in one text", lambda by: merge(base, many, by).value.printed(by), pool)


def test_following_words(pool: Executor) -> None:
    drafts, _ = written(7, 100_000, 9)

    def work(executor: Executor | None) -> None:
        read.cache_clear()
        blame(drafts, executor=executor)

    compare("115,160 words through nine drafts", work, pool)


def test_a_night_of_files(pool: Executor, tmp_path: Path) -> None:
    shutil.copytree(_ROOT / "clauses", tmp_path / "clauses")
    library = instrument.open(tmp_path / "clauses")
    base = library.draft("final-draft")
    (tmp_path / "night").mkdir()
    for number in range(100):
        first, second = number % len(base), number * 7 // 3 % len(base)
        edited = base.with_clauses(each for at, each in enumerate(base) if at not in (first, second))
        (tmp_path / "night" / f"Delegation D {number}.docx").write_bytes(docx.write(draft(edited).value))
    intake.receive(library, tmp_path / "night", date(2026, 4, 22))
    compare("100 Word files of a night", lambda by: intake.arrivals(library, "final-draft", by), pool)


def test_many_recipes(pool: Executor, tmp_path: Path) -> None:
    shutil.copytree(_ROOT / "clauses", tmp_path / "clauses")
    library = instrument.open(tmp_path / "clauses")
    for number in range(100):
        recipe = f'text = "second-draft"\n[outputs]\ndocx = "{number}.docx"\nhtml = "{number}.html"\n'
        (tmp_path / f"{number}.toml").write_text(recipe, encoding="utf-8")
    recipes = sorted(tmp_path.glob("*.toml"))
    compare("100 recipes, a .docx and an .html each", lambda by: build(library, recipes, by), pool)
