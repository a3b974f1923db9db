"""How deep a line stands: its style says, or its label among those before it."""

from __future__ import annotations

import re

from instrument import labels

_LEVEL = re.compile(r"(?:Provision|Flush) ([1-9])")
# What is longer is no label that anybody counts.
_LONGEST = 200
# The styles of ours that stand at the margin.
MARGIN = {
    "Subtitle",
    "Recital",
    "Formula",
    "Title",
    "Table Text",
    "Table Heading",
    *(f"heading {n}" for n in (1, 2, 3)),
}


def styled_depth(style: str) -> int | None:
    """The depth that a style of ours gives, None for another style.

    >>> styled_depth("Provision 3"), styled_depth("Recital"), styled_depth("Body Text")
    (2, 0, None)
    """
    level = _LEVEL.fullmatch(style)
    return int(level[1]) - 1 if level else 0 if style in MARGIN else None


class Levels:
    """Depths guessed from labels: one that goes on from another stands beside it, one that begins anew below.

    >>> levels = Levels()
    >>> [levels.depth(label) for label in ("1.", "(a)", "(i)", "(ii)", "(b)", "2.", "")]
    [0, 1, 2, 2, 1, 0, 0]
    """

    def __init__(self) -> None:
        self._open: list[str] = []

    def note(self, label: str, depth: int) -> None:
        """Take in a label whose depth is known, for those after it to be measured by."""
        if label:
            self._open[depth:] = [*[""] * (depth - len(self._open)), label[:_LONGEST]]

    def depth(self, label: str) -> int:
        """The depth of the next line; one without a label stands where a new paragraph would."""
        label = label[:_LONGEST]
        if not label:
            return 0
        levels = range(len(self._open))
        beside = [depth for depth in levels if _goes_on(label, self._open[depth])]
        if not beside and all(each.numbers[-1] != 1 for each in labels.readings(label)):
            beside = [depth for depth in levels if _looks_like(label, self._open[depth])]
        depth = max(beside, default=len(self._open))
        self._open[depth:] = [label]
        return depth


def _goes_on(label: str, previous: str) -> bool:
    """Whether a label is the next one after another, or a bis of it."""
    return any(
        _dress(each) == _dress(before)
        and each.numbers[:-1] == before.numbers[:-1]
        and each.numbers[-1] - before.numbers[-1] in (0, 1)
        for each in labels.readings(label)
        for before in labels.readings(previous)
    )


def _looks_like(label: str, other: str) -> bool:
    if other and not labels.readings(label):
        # Bullets, and numbers that nobody can read.
        return not labels.readings(other)
    return not {_dress(each) for each in labels.readings(label)}.isdisjoint(map(_dress, labels.readings(other)))


def _dress(label: labels.Label) -> tuple[str, str, str, str]:
    return label.word, label.system, label.before, label.after
