"""What stands in a Word file: paragraphs, each with all that is in it, tracked changes kept apart.

These are the file's own facts, every word with the place it stands at; a `view` of them is what somebody reads.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from lxml.etree import _Element


class Layer(StrEnum):
    """What a tracked change did to the words in it."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_TO = "moved to"
    MOVED_FROM = "moved from"

    @property
    def adds(self) -> bool:
        """Whether the words are there once the change is accepted."""
        return self in (Layer.INSERTED, Layer.MOVED_TO)


class Revision(NamedTuple):
    """A tracked change: what, whose, when, under which number; `move` names the two ends of a move."""

    layer: Layer
    author: str = ""
    date: str = ""
    id: str = ""
    move: str = ""


Revisions = tuple[Revision, ...]


class Kind(StrEnum):
    """What the characters of a span are."""

    WORDS = "words"
    FORMULA = "a formula"
    SYMBOL = "a character of a symbol font"
    FOOTNOTE = "the mark of a footnote"  # its characters are the note's id
    ENDNOTE = "the mark of an endnote"
    AID = "a reading aid above the words"
    CODE = "words in the instruction of a field"
    DRAWN = "words in a drawing"
    PRINTED = "what Word prints"  # its characters are the instruction of the field, or the name of the element


# Asking an enumeration for a member takes longer than all else that is asked of a span.
_FOOTNOTE, _ENDNOTE = Kind.FOOTNOTE, Kind.ENDNOTE
OWN_MARK = "own mark"


class Frame(NamedTuple):
    """What a span stands inside: a link, a field, a control; `what` is its target, instruction or tag.

    `number` tells two that follow one another apart. The reference to a note stands in an "own mark" where the note has
    a mark of its own, which follows.
    """

    kind: str
    what: str
    number: int


class Span(NamedTuple):
    """Characters that stand together: what they are, under which changes and properties.

    `run` is the number of the run, or of the formula, that they stand in. `revisions` are outermost first: words that
    one delegation inserted and another struck have two.
    """

    chars: str
    kind: Kind
    run: int
    properties: _Element | None
    revisions: Revisions
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Container:
    """What paragraphs stand in: the body, a table, its row, its cell, a control, a text box, a note, a header.

    `name` is a control's tag or a note's id; `revisions` are those of the row or cell and all around it.
    """

    kind: str
    element: _Element
    outer: Container | None = field(default=None, repr=False)
    name: str = ""
    revisions: Revisions = ()

    def within(self, kind: str) -> Container | None:
        """The nearest container of a kind, this one included."""
        here: Container | None = self
        while here is not None and here.kind != kind:
            here = here.outer
        return here


class Block(NamedTuple):
    """A paragraph: where it stands, and what stands in it.

    `number` counts the paragraphs of a part; `mark` is how the end of the paragraph was changed, and `properties` what
    is said of it; `bookmarks` start in it, or before it; `contents` says that it belongs to a table of contents.
    """

    part: str
    number: int
    container: Container
    paragraph: _Element
    properties: _Element | None
    mark: Revisions
    spans: tuple[Span, ...]
    bookmarks: tuple[str, ...]
    contents: bool

    @property
    def words(self) -> str:
        """Every character of the paragraph, in whatever layer, without the marks of notes."""
        return "".join([span.chars for span in self.spans if span.kind is not _FOOTNOTE and span.kind is not _ENDNOTE])


class Finding(NamedTuple):
    """Something met on the way that is no text: a code, the number of the paragraph, what it is, the words in it."""

    code: str
    part: str
    number: int
    what: str
    words: str = ""


class Range(NamedTuple):
    """Where a comment is fastened: from a span of one block to a span of another, both counted from 0."""

    start: tuple[int, int]
    end: tuple[int, int]
