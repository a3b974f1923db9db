"""Comments as views: who said what on which words of which provision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from instrument.formats.docx.reading.asides import Comment
from instrument.formats.docx.reading.grouping import Group
from instrument.formats.docx.walking.blocks import Block, Range
from instrument.model import Clause

HEADING = -1
Spot = tuple[int, int]


class Placed(NamedTuple):
    """A comment on words of the text: `spot` is the place of a clause in it, and of a provision in that, or `HEADING`.

    It is None where the words that the comment is fastened to do not stand in the text.
    """

    author: str
    date: str
    on: str
    words: str
    spot: Spot | None


def placed(
    found: Iterable[Comment], groups: Sequence[Group], clauses: Sequence[Clause], blocks: Sequence[Block]
) -> tuple[Placed, ...]:
    """Every comment with its place in the text that was read."""
    spots: dict[int, Spot] = {}
    for at, (group, clause) in enumerate(zip(groups, clauses, strict=True)):
        headed = len(group.lines) - len(clause.provisions)
        spots |= {line.number: (at, max(HEADING, index - headed)) for index, line in enumerate(group.lines)}
    return tuple(
        Placed(each.author, each.date, _on(each.range, blocks), each.words, _spot(each.range, spots)) for each in found
    )


def _spot(fastened: Range | None, spots: dict[int, Spot]) -> Spot | None:
    return None if fastened is None else spots.get(fastened.start[0] + 1)


def _on(fastened: Range | None, blocks: Sequence[Block]) -> str:
    """The words that a comment is fastened to, in whatever layer they stand."""
    if fastened is None:
        return ""
    (first, start), (last, end) = fastened
    words = [block.spans for block in blocks[first : last + 1]]
    if words:
        words[-1] = words[-1][: end if last < len(blocks) else None]
        words[0] = words[0][start:]
    return " ".join("".join(span.chars for span in spans) for spans in words).strip()
