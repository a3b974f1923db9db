"""A Word file that several hands have changed, to be read with the changes of some taken as done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from instrument.formats.docx.parts.limits import LIMITS, Limits
from instrument.formats.docx.parts.opened import Opened, opened
from instrument.formats.docx.parts.tree import attribute
from instrument.formats.docx.reading.formatting import CHANGES
from instrument.formats.docx.reading.reader import Told, tell
from instrument.formats.docx.reading.stored import stored
from instrument.formats.docx.walking.blocks import Block
from instrument.formats.docx.walking.hands import Upon, changed, hands, settled, upon
from instrument.formats.docx.walking.keeping import keeping
from instrument.formats.docx.walking.view import Hand, View
from instrument.formats.docx.walking.walk import Walked, walk
from instrument.problem import Problem, Severity, Where


@dataclass(frozen=True, slots=True)
class Tracked:
    """A file walked once, to be read in as many views as are wanted.

    `hands` are those whose tracked changes are in its text, `upon` where one changed the words of another, `digests`
    what its manifest says of every clause, none where we did not write the file. What was tracked at the head and foot
    of the pages is no text, and is in `problems`.
    """

    file: Opened
    walked: Walked
    hands: tuple[Hand, ...]
    upon: tuple[Upon, ...]
    digests: dict[str, str]
    problems: tuple[Problem, ...]

    def read(self, done: Iterable[tuple[str, str]]) -> Told:
        """What the file says with the changes of these hands as done, and all others as undone."""
        with keeping():
            return tell(self.file, self.walked, View(frozenset(done)))


def tracked(data: bytes, name: str, limits: Limits = LIMITS) -> Tracked:
    """A .docx file with all that is tracked in it.

    Raises `CannotRead` as `read` does.
    """
    with keeping():
        file = opened(data, name, limits)
        walked = walk(file.document, file.main, file.name, limits.blocks)
        walked = walked._replace(blocks=settled(walked.blocks))
        blocks = [*walked.blocks, *_noted(file)]
        found = dict.fromkeys((*hands(blocks), *_formatting(file)))
        digests = {entry.id: entry.digest for entry in stored(file).clauses}
        return Tracked(file, walked, tuple(found), tuple(upon(blocks)), digests, tuple(_edges(file)))


def _noted(file: Opened) -> Iterator[Block]:
    """The paragraphs of the notes."""
    for part in chain(file.related("footnotes"), file.related("endnotes")):
        yield from walk(file.root(part), part, file.name, file.limits.blocks).blocks


def _edges(file: Opened) -> Iterator[Problem]:
    """What somebody changed at the edges of the pages."""
    for part in chain(file.related("header"), file.related("footer")):
        for revisions, block, words in changed(walk(file.root(part), part, file.name, file.limits.blocks).blocks):
            where = Where(f"{file.name}/{part}", block.number)
            message = f'what "{revisions[-1].author}" changed at the edge of the pages was not read: "{words}"'
            if words.strip():
                yield Problem("page-edge", Severity.WARNING, where, message)


def _formatting(file: Opened) -> Iterator[Hand]:
    """Whose changes of formatting there are."""
    for change in file.document.iter(*CHANGES):
        yield Hand(attribute(change, "author"), attribute(change, "date"))
