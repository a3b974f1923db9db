"""Which of the tracked changes in a document somebody wants to see as done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import attribute
from instrument.formats.docx.walking.blocks import Block, Container, Revisions


class Hand(NamedTuple):
    """Whose a tracked change is, and of when, both as the file says."""

    author: str
    date: str


@dataclass(frozen=True, slots=True)
class View:
    """How tracked changes are read: `done` are the hands whose changes are, None where all are.

    `ACCEPTED` is the text as its authors want it, `REJECTED` as it was before them. A `marked` view keeps
    both, as square brackets with holders: `[words]{by="Author"}` for what was put in, `[words]{base not="Author"}` for
    what was struck.
    """

    ACCEPTED: ClassVar[View]
    REJECTED: ClassVar[View]
    MARKED: ClassVar[View]

    done: frozenset[tuple[str, str]] | None = None
    marked: bool = False

    def takes(self, author: str, date: str) -> bool:
        """Whether the changes of a hand are read as done."""
        return self.done is None or (author, date) in self.done


View.ACCEPTED, View.REJECTED, View.MARKED = View(), View(frozenset()), View(marked=True)
VIEWS = {"accepted": View.ACCEPTED, "rejected": View.REJECTED, "marked": View.MARKED}


def is_gone(revisions: Revisions, view: View) -> bool:
    """Whether a view leaves out what was changed so.

    Words that one delegation put in and another struck are in neither text; they are in that of the first alone.

    >>> from instrument.formats.docx.walking.blocks import Layer, Revision
    >>> nested = Revision(Layer.INSERTED, "A"), Revision(Layer.DELETED, "B")
    >>> [is_gone(nested, View(frozenset(done))) for done in ((), [("A", "")], [("B", "")], [("A", ""), ("B", "")])]
    [True, False, True, True]
    """
    if not revisions or view.marked:
        return False
    return any(revision.layer.adds is not view.takes(revision.author, revision.date) for revision in revisions)


def former(properties: _Element | None, view: View) -> _Element | None:
    """Properties as a view reads them: as they were where somebody changed them and the view does not take it."""
    if properties is None or view.done is None:
        return properties
    change = properties.find(f"{properties.tag}Change")
    if change is None or view.takes(attribute(change, "author"), attribute(change, "date")):
        return properties
    before = change.find(properties.tag)
    return properties if before is None else before


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph as a view shows it: the blocks whose ends are gone, and the one whose end stands.

    `is_gone` says that nothing is left of it, not even its end.
    """

    blocks: tuple[Block, ...]
    is_gone: bool = False

    @property
    def standing(self) -> Block:
        """The block that says what kind of paragraph this is: its mark is the one that is left."""
        return self.blocks[-1]

    def shows(self, block: Block, view: View) -> bool:
        """Whether one of the blocks is still seen: the one whose end stands is, others by their words."""
        return block is self.standing or any(not is_gone(span.revisions, view) for span in block.spans)


def shown(blocks: Iterable[Block], view: View) -> list[Shown]:
    """The paragraphs that a view shows.

    A row or cell that is gone is left out; a paragraph whose end is gone runs on into the next one in the same place.
    """
    joining = _Joining(view)
    for block in blocks:
        if not is_gone(block.container.revisions, view):
            joining.take(block)
    joining.close()
    return joining.found


@dataclass(slots=True)
class _Joining:
    """Joins blocks; those in `waiting`, by the place they stand in, have lost their end. `filled` places show some.

    Text boxes in one that waits are `boxed`, and come after it.
    """

    view: View
    found: list[Shown] = field(default_factory=list)
    waiting: dict[Container, list[Block]] = field(default_factory=dict)
    filled: set[Container] = field(default_factory=set)
    boxed: list[Shown] = field(default_factory=list)
    last: Container | None = None

    def take(self, block: Block) -> None:
        place = self.last if block.container is self.last else _place(block.container)
        if self.waiting and place is not self.last and place.within("text box") is None:
            self.close(place)
        self.last = place
        if is_gone(block.mark, self.view):
            self.waiting.setdefault(place, []).append(block)
        else:
            self._add(Shown((*self.waiting.pop(place, ()), block)), place)

    def close(self, place: Container | None = None) -> None:
        """Let go of what waits anywhere but in a place: after it comes a table, or nothing."""
        for other in [each for each in self.waiting if each is not place]:
            left = self.waiting.pop(other)
            has_words = any(not is_gone(span.revisions, self.view) for block in left for span in block.spans)
            stays = has_words or (other.kind == "cell" and other not in self.filled)
            self._add(Shown(tuple(left), is_gone=not stays), other)

    def _add(self, paragraph: Shown, place: Container) -> None:
        self.filled.add(place)
        if self.waiting and place.within("text box") is not None:
            self.boxed.append(paragraph)
        else:
            self.found += [paragraph, *self.boxed]
            self.boxed.clear()


def _place(container: Container) -> Container:
    """Where paragraphs follow one another: controls around some of them make no difference."""
    while container.kind == "control" and container.outer is not None:
        container = container.outer
    return container
