"""How things are measured here: the best of several runs, ours and a rival's, as one row of a table."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[2]


def best(work: Callable[[], object], times: int) -> float:
    """The shortest of several runs, in seconds: what the machine does when nothing else disturbs it."""
    spans = []
    for _ in range(times):
        start = perf_counter()
        work()
        spans.append(perf_counter() - start)
    return min(spans)


def in_turn(times: int, *works: Callable[[], object]) -> list[float]:
    """The shortest run of each, one after another and again, so that what disturbs the machine disturbs them all."""
    return [min(spans) for spans in zip(*([best(work, 1) for work in works] for _ in range(times)), strict=True)]


def process(*command: str | Path, status: int = 0) -> Callable[[], object]:
    """A whole process that ends with a status, its modules compiled as an installed program's are."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}

    def run() -> None:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        assert done.returncode == status

    return run


def row(what: str, ours: float, rival: str, theirs: float) -> None:
    print(f"\n| {what} | {ours:.3f} s | {rival} | {theirs:.3f} s | {ours / theirs:.2f} |")
