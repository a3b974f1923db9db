"""Work in parts: done here one after the other, or by any executor of `concurrent.futures`, with the same result.

What is heavy takes an `executor`, whose processes, threads or machines get the parts, and a `watch`, which is told how
far it has come. Nothing depends on which part is done first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

A = TypeVar("A")
B = TypeVar("B")
_PARTS = 16  # enough to keep several workers busy; every part takes along what the work needs


class Watch(Protocol):
    """Something that is told how far work has come, for it hands on what is done, or to be done, one by one."""

    def __call__(self, steps: Iterable[A], count: int, /) -> Iterable[A]: ...


def unwatched(steps: Iterable[A], count: int) -> Iterable[A]:
    """Nobody looks on."""
    return steps


def spread(work: Callable[[A], B], items: Sequence[A], executor: Executor | None = None) -> Iterator[B]:
    """What work makes of each item, in their order; an executor gets neighbours together, in sixteen parts at most.

    What the work raises for the first item that it fails on is raised here, and what was not begun is not done. An
    executor of other processes takes a function that has a name in a module, or a `partial` of one.

    >>> list(spread(len, ["shall", "may"]))
    [5, 3]
    """
    if executor is None:
        yield from map(work, items)
        return
    size = -(-len(items) // _PARTS) or 1
    futures = [executor.submit(_each, work, items[at : at + size]) for at in range(0, len(items), size)]
    try:
        for future in futures:
            yield from future.result()
    finally:
        for future in futures:
            future.cancel()


def _each(work: Callable[[A], B], items: Sequence[A]) -> list[B]:
    return [work(item) for item in items]
