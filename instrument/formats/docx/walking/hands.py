"""Whose the tracked changes are, and which of them stand on those of somebody else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from instrument.formats.docx.walking.blocks import Block, Container, Revision, Revisions
from instrument.formats.docx.walking.view import Hand


class Upon(NamedTuple):
    """Words of `other` that `author` changed, or wrote on in, in the paragraph `number` of a part."""

    author: str
    other: str
    part: str
    number: int
    words: str


def settled(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, with what stands in a paragraph that is somebody's own put in after that somebody.

    A second delegation that writes on in a new paragraph of the first has no words without it: taken alone, they would
    run on into whatever paragraph of the base comes next.
    """
    found: list[Block] = []
    ends: dict[Container, Revision | None] = {}
    for block in blocks:
        own = _insertion(block.mark)
        begun = ends.get(block.container)
        ends[block.container] = own
        # Behind the last paragraph of a place a new one stands between the end before it and that of the next new one.
        owner = own if own and not (begun and _is_all_by(begun, block)) else begun
        if owner and block.spans and all(_insertion(span.revisions) for span in block.spans):
            spans = [
                span if owner.author == span.revisions[0].author else span._replace(revisions=(owner, *span.revisions))
                for span in block.spans
            ]
            block = block._replace(spans=tuple(spans))
        found.append(block)
    return found


def hands(blocks: Iterable[Block]) -> Iterator[Hand]:
    """Whose tracked changes there are, in the order of the text."""
    for revisions, _, _ in changed(blocks):
        yield from (Hand(revision.author, revision.date) for revision in revisions)


def upon(blocks: Iterable[Block]) -> Iterator[Upon]:
    """Where somebody changed what somebody else had put in."""
    for revisions, block, words in changed(blocks):
        for place, outer in enumerate(revisions):
            for inner in revisions[place + 1 :]:
                # Who strikes stands on who wrote, whichever of the two the file names first.
                first, later = (outer, inner) if outer.layer.adds else (inner, outer)
                if first.author != later.author and first.layer.adds:
                    yield Upon(later.author, first.author, block.part, block.number, words)


def changed(blocks: Iterable[Block]) -> Iterator[tuple[Revisions, Block, str]]:
    """Every stretch that was changed: how, the block it is in, its words, "" for the end of a paragraph."""
    for block in blocks:
        around = block.container.revisions
        for span in block.spans:
            if around or span.revisions:
                yield around + span.revisions, block, span.chars
        if around or block.mark:
            yield around + block.mark, block, ""


def _is_all_by(revision: Revision, block: Block) -> bool:
    return bool(block.spans) and all(
        inserted is not None and inserted.author == revision.author
        for inserted in (_insertion(span.revisions) for span in block.spans)
    )


def _insertion(revisions: Revisions) -> Revision | None:
    return next((revision for revision in revisions if revision.layer.adds), None)
