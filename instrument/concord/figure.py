"""A figure as a value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it is ("number", "item", "date", "fraction"), what it says, how it is written; soft or not."""

    kind: str
    value: str
    words: str
    soft: bool = False

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.value


Found = Iterator[tuple[int, int, Figure]]  # where each figure starts and ends
