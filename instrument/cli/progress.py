"""How far long work has come: one line on standard error while it lasts, where that is a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import TypeVar

from instrument.splitting import Watch, unwatched

A = TypeVar("A")
_PATIENCE = 0.5  # seconds: what is done sooner needs no line
_PAUSE = 0.1  # seconds from one line to the next


@contextmanager
def progress(doing: str) -> Iterator[Watch]:
    """What long work tells how far it has come; nothing is left of the line when it is done, or has failed."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield unwatched
        return
    line = _Line(doing, monotonic() + _PATIENCE)
    try:
        yield line
    finally:
        line.show("")


@dataclass(slots=True)
class _Line:
    """A line that is written over itself, in plain characters: no colour, and no terminal that cannot do it."""

    doing: str
    due: float
    shown: str = field(default="", init=False)

    def __call__(self, steps: Iterable[A], count: int, /) -> Iterable[A]:
        for done, step in enumerate(steps, start=1):
            if monotonic() >= self.due:
                self.show(f"{self.doing}: {done} of {count}")
                self.due = monotonic() + _PAUSE
            yield step

    def show(self, line: str) -> None:
        if self.shown or line:
            sys.stderr.write(f"\r{line.ljust(len(self.shown))}" if line else f"\r{' ' * len(self.shown)}\r")
            sys.stderr.flush()
        self.shown = line
