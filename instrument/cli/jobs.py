"""Several files at once: the processes that `--jobs` asks for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from concurrent.futures import Executor

JOBS = click.option(
    "--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Read so many files at once; 1 unless said."
)


@contextmanager
def processes(jobs: int) -> Iterator[Executor | None]:
    """So many processes, none where one job is enough; they begin alike on every system."""
    if jobs == 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, get_context("spawn")) as executor:
        yield executor
