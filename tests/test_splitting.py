"""Whoever does the parts of some work, in whatever order they are finished: the same bytes come out."""

from __future__ import annotations

import os
import pickle
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from functools import partial
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import instrument
from instrument.building import intake
from instrument.building.blaming import blamed, blamed_texts
from instrument.building.making import build
from instrument.formats.clause import write_instrument
from instrument.model import Instrument
from instrument.problem import Failure, Misuse, Problem, Severity, Where
from instrument.proposals.merging import merge
from instrument.splitting import spread
from tests import edits
from tests.history.drafting import written
from tests.proposals.merging.rooms import amendments

ROOT = Path(__file__).parents[1]
LIBRARY = instrument.open(ROOT / "clauses")
ODD = Problem("odd", Severity.ERROR, Where("3"), "3 is odd")

DASK = """
import instrument
from distributed import Client, LocalCluster
from tests.proposals.merging.rooms import amendments

base = instrument.open("clauses").draft("first-draft")
room = amendments(base, 12, 12)
alone = instrument.merge(base, room)
quiet = {"processes": False, "protocol": "tcp", "dashboard_address": None, "silence_logs": 50}
with LocalCluster(n_workers=2, threads_per_worker=1, **quiet) as cluster, Client(cluster) as client:
    together = instrument.merge(base, room, client.get_executor())
    assert together == alone
    assert together.value.printed(client.get_executor()) == alone.value.text
"""


class Shuffled(Executor):
    """Whoever asks for one result waits until all that was handed in is done, by chance in any order."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Future[Any], Callable[[], Any]]] = []
        self.done = 0
        self.chance = random.Random(7)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future = _Asked(self)
        self.waiting.append((future, partial(fn, *args, **kwargs)))
        return future

    def work(self) -> None:
        self.chance.shuffle(self.waiting)
        while self.waiting:
            future, task = self.waiting.pop()
            self.done += 1
            try:
                future.set_result(task())
            except Exception as error:
                future.set_exception(error)


class _Asked(Future[Any]):
    def __init__(self, executor: Shuffled) -> None:
        super().__init__()
        self.executor = executor

    def result(self, timeout: float | None = None) -> Any:
        self.executor.work()
        return super().result(timeout)


@pytest.fixture(scope="module", params=["shuffled", "threads", "processes"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    match request.param:
        case "shuffled":
            yield Shuffled()
        case "threads":
            with ThreadPoolExecutor(4) as threads:
                yield threads
        case _:
            with ProcessPoolExecutor(2, get_context("spawn")) as processes:
                yield processes


def test_a_rolling_text_is_the_same_whoever_merges_its_clauses(executor: Executor) -> None:
    base = LIBRARY.draft("first-draft")
    room = amendments(base, 12, 12)
    alone, together = merge(base, room), merge(base, room, executor)
    assert together == alone
    assert write_instrument(together.value.printed(executor)) == write_instrument(alone.value.text)


def test_the_history_of_words_is_the_same_whoever_compares_the_drafts(executor: Executor) -> None:
    assert blamed(LIBRARY, "final-draft", executor=executor) == blamed(LIBRARY, "final-draft")
    drafts, _ = written(3, 2_000, 4)
    names, texts = [draft.name for draft in drafts], [draft.text for draft in drafts]
    assert blamed_texts(names, texts, executor) == blamed_texts(names, texts)


def test_documents_have_the_same_bytes_whoever_makes_them(executor: Executor, tmp_path: Path) -> None:
    recipes = sorted((ROOT / "builds").glob("*.toml"))
    folders = (tmp_path / "alone", tmp_path / "together")
    for folder, by in zip(folders, (None, executor), strict=True):
        folder.mkdir()
        copies = [Path(shutil.copy(recipe, folder)) for recipe in recipes]
        build(LIBRARY, copies, by)
    alone, together = ({path.name: path.read_bytes() for path in (each / "out").iterdir()} for each in folders)
    assert alone == together
    assert len(alone) >= len(recipes)


def test_what_a_night_brought_is_the_same_whoever_reads_it(executor: Executor, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "clauses", tmp_path / "clauses")
    library = instrument.open(tmp_path / "clauses")
    night = tmp_path / "night"
    night.mkdir()
    for number in range(1, 21):
        words = f"Proposal by Delegation A\n\nIn article {number}, delete paragraph 1.\n"
        (night / f"{number}.txt").write_text(words, encoding="utf-8")
    intake.receive(library, night, date(2026, 4, 22))
    alone = intake.arrivals(library, "final-draft")
    assert intake.arrivals(library, "final-draft", executor) == alone
    assert len(alone) == 20


def test_what_is_refused_in_a_part_is_refused_here(executor: Executor) -> None:
    with pytest.raises(Misuse, match=r"^3 is odd$") as refused:
        list(spread(_halved, [*range(0, 40, 2), 3], executor))
    assert refused.value.problems == (ODD,)


def test_the_first_refusal_counts_whichever_came_first(executor: Executor) -> None:
    with pytest.raises(Failure, match=r"^3 is odd$"):
        list(spread(_halved, [2, 3, 4, 5, 7, *range(100)], executor))


@pytest.mark.skipif(find_spec("distributed") is None, reason="Dask is not installed: pip install distributed")
def test_a_cluster_of_dask_is_such_an_executor() -> None:
    # In a process of its own, for the threads of a cluster live on, and draw random numbers.
    done = subprocess.run([sys.executable, "-c", DASK], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)})
    assert done.returncode == 0


def test_what_was_not_begun_is_dropped_after_a_refusal() -> None:
    with ThreadPoolExecutor(1) as threads:
        begun: list[int] = []

        def work(number: int) -> int:
            begun.append(number)
            return _halved(3)

        with pytest.raises(Misuse):
            list(spread(work, range(16), threads))
    assert len(begun) < 16


def test_neighbours_go_together_in_sixteen_parts_at_most() -> None:
    shuffled = Shuffled()
    assert list(spread(str, range(100), shuffled)) == list(map(str, range(100)))
    assert shuffled.done <= 16
    assert list(spread(str, [], shuffled)) == []


@settings(max_examples=20)
@given(edits.instruments())
def test_texts_and_changes_are_themselves_in_another_process(text: Instrument) -> None:
    changes = instrument.diff(Instrument(), text)
    for value in (text, changes, instrument.Read(text, (ODD,))):
        sent = pickle.loads(pickle.dumps(value))
        assert sent == value


def _halved(number: int) -> int:
    if number % 2 and number > 2:
        raise Misuse(f"{number} is odd", (ODD,))
    return number // 2
