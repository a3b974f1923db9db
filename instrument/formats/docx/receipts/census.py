"""Which changes are tracked in a Word file: whose, when, of which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.receipts.stories import Stories
from instrument.formats.docx.receipts.transcript import NOTE
from instrument.formats.docx.walking.blocks import Block, Container, Kind, Layer, Revision, Span
from instrument.formats.docx.walking.elements import LOOK_CHANGES

INSERTION, DELETION, MOVE, LEAVING, FORMATTING = "insertion", "deletion", "move", "moved away", "formatting change"
_KINDS = {
    Layer.INSERTED: INSERTION,
    Layer.DELETED: DELETION,
    Layer.MOVED_TO: MOVE,
    Layer.MOVED_FROM: LEAVING,
}
_FORMATTINGS = (*LOOK_CHANGES, w("numberingChange"), w("cellMerge"))
_PARAGRAPH = w("p")
_HOLDERS = (_PARAGRAPH, w("tc"), w("tr"), w("tbl"))
# Word keeps the minute of a change, and no second.
_MINUTE = len("2026-03-10T09:00")


class Tracked(NamedTuple):
    """A change that one author made in one paragraph without a break, or a row or cell as a whole; `move` names a move.

    A paragraph that was put in with its end is one insertion.
    """

    kind: str
    author: str
    date: str
    words: str = ""
    move: str = ""
    part: str = ""
    number: int = 0


def census(stories: Stories) -> list[Tracked]:
    """Every change that is tracked in a file, story by story.

    In a part rows and cells come first, then words, then formatting.
    """
    found: list[Tracked] = []
    for part in stories.parts:
        blocks = stories.blocks(part)
        found += _of_containers(blocks)
        for block in blocks:
            if block.mark or any(span.revisions for span in block.spans):
                found += _of_words(block)
        found += _of_looks(stories.root(part), part, blocks)
    return found


def _of_looks(root: _Element, part: str, blocks: Sequence[Block]) -> Iterator[Tracked]:
    """What was formatted; a table, row or cell stands where its first paragraph does."""
    numbers = {block.paragraph: block.number for block in blocks}
    for element in root.iter(*_FORMATTINGS):
        holder = next(element.iterancestors(*_HOLDERS), element)
        number = next((numbers[each] for each in holder.iter(_PARAGRAPH) if each in numbers), 0)
        author, date = attribute(element, "author"), attribute(element, "date")
        yield Tracked(FORMATTING, author, date[:_MINUTE], part=part, number=number)


def _of_words(block: Block) -> Iterator[Tracked]:
    """What was changed in a paragraph, its end included."""
    going: dict[Revision, list[str]] = {}
    moves: dict[Revision, str] = {}
    for revisions, chars in (*((span.revisions, _shown(span)) for span in block.spans), (block.mark, "")):
        here = {_same(revision): revision.move for revision in revisions}
        for revision in [each for each in going if each not in here]:
            yield _tracked(revision, block, "".join(going.pop(revision)), moves.pop(revision))
        for revision, move in here.items():
            going.setdefault(revision, []).append(chars)
            moves[revision] = moves.get(revision) or move
    for revision, words in going.items():
        yield _tracked(revision, block, "".join(words), moves[revision])


def _shown(span: Span) -> str:
    """The words of a span; the number of a note is no word, and Word gives it another when it saves."""
    return NOTE if span.kind in (Kind.FOOTNOTE, Kind.ENDNOTE) else span.chars


def _same(revision: Revision) -> Revision:
    """A revision without what programs alter when they save."""
    return Revision(revision.layer, revision.author, revision.date[:_MINUTE])


def _of_containers(blocks: Iterable[Block]) -> Iterator[Tracked]:
    """The rows and cells that were put in or struck as a whole."""
    seen: set[Container] = set()
    for block in blocks:
        here: Container | None = block.container
        while here is not None and here.revisions and here not in seen:
            seen.add(here)
            around = 0 if here.outer is None else len(here.outer.revisions)
            for revision in here.revisions[around:]:
                yield _tracked(revision, block)
            here = here.outer


def _tracked(revision: Revision, block: Block, words: str = "", move: str = "") -> Tracked:
    kind, date = _KINDS[revision.layer], revision.date[:_MINUTE]
    return Tracked(kind, revision.author, date, words, move, block.part, block.number)
