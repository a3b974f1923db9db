"""Which provision a comment is on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from instrument.formats.docx.reading.comment import Comment
from instrument.formats.docx.reading.grouping import Group
from instrument.formats.docx.reading.reading import Reading
from instrument.model import Clause

HEADING = -1
# The place of a clause in the text, and that of a provision in it, or `HEADING`.
Spot = tuple[int, int]
Placed = tuple[Comment, Spot | None]


def placed(
    found: Iterable[Comment], groups: Sequence[Group], clauses: Sequence[Clause], reading: Reading
) -> tuple[Placed, ...]:
    """Every comment with the place of the line that keeps it, None where no line does."""
    spots: dict[Comment, Spot] = {}
    for at, (group, clause) in enumerate(zip(groups, clauses, strict=True)):
        headed = len(group.lines) - len(clause.provisions)
        for index, line in enumerate(group.lines):
            spots |= dict.fromkeys(reading.remarks.get(line.number, ()), (at, max(HEADING, index - headed)))
    return tuple((comment, spots.get(comment)) for comment in found)
