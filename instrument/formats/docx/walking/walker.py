"""The state of a walk through one part of a Word file: what holds where the walk has come to, and what it has found."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from lxml.etree import _Element

from instrument.formats.docx.walking.blocks import Block, Container, Finding, Frame, Kind, Range, Revisions, Span
from instrument.problem import CannotRead

# A walk makes nothing so often as these, and `Span(...)` takes twice as long as its tuple.
_make_span = partial(tuple.__new__, Span)
_make_block = partial(tuple.__new__, Block)
_NAME = re.compile(r"\s*(\w{1,40})")
# What to do when all that is in an element has been walked through.
Leave = Callable[[], None]


def passed_by() -> None:
    """The leave of an element whose inside is not walked through."""


@dataclass(slots=True)
class Field:
    """A field that has begun at a block; `frame` is there while it shows its result in the paragraph it began in.

    `shows` says that its result has begun, and `start` where: the block and the number of spans before it.
    """

    number: int
    block: int
    instruction: str = ""
    frame: Frame | None = None
    shows: bool = False
    start: tuple[int, int] = (0, 0)

    @property
    def name(self) -> str:
        found = _NAME.match(self.instruction)
        return found[1].upper() if found else ""


@dataclass(slots=True)
class Open:
    """The paragraph that is being read; `slot` is its place among the blocks."""

    slot: int
    paragraph: _Element
    container: Container
    properties: _Element | None
    mark: Revisions
    bookmarks: list[str]
    contents: bool


@dataclass(slots=True)
class Walker:
    """Where a walk has come to; what comes of it is in `blocks`, `findings` and `ranges`.

    `revisions`, `kind`, `frames` and the `properties` of the `run` hold for the next characters, which go into `spans`;
    `runs` counts the runs.
    `links` are the frames that elements make, beside those of the open `fields`, and `instructing` says that one of
    these does not show its result yet; `waiting` are bookmarks that started
    between two paragraphs; `drawings`, `contents` and `versions` count what is around of drawings, tables of contents
    and branches of what is told in several ways, and `passed` are those branches that another one stands for; `unread`
    counts the elements of text that were passed by and not reported.
    """

    name: str
    part: str
    container: Container
    most: int
    run: _Element
    blocks: list[Block | None] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    starts: dict[str, tuple[int, int]] = field(default_factory=dict)
    ranges: dict[str, Range] = field(default_factory=dict)
    open: Open | None = None
    spans: list[Span] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    revisions: Revisions = ()
    kind: Kind = Kind.WORDS
    runs: int = 0
    properties: _Element | None = None
    links: tuple[Frame, ...] = ()
    frames: tuple[Frame, ...] = ()
    fields: list[Field] = field(default_factory=list)
    instructing: bool = False
    moves: dict[str, str] = field(default_factory=dict)
    drawings: int = 0
    contents: int = 0
    versions: int = 0
    passed: set[_Element] = field(default_factory=set)
    framed: int = 0
    strange: set[str] = field(default_factory=set)
    unread: int = 0

    def note(self, code: str, what: str, words: str = "") -> None:
        """Keep something met here that is no text."""
        self.findings.append(Finding(code, self.part, self.here()[0] + 1, what, words))

    def here(self) -> tuple[int, int]:
        """The block that is being read, or the next one, and how many spans it has so far."""
        return (len(self.blocks), 0) if self.open is None else (self.open.slot, len(self.spans))

    def emit(self, chars: str, kind: Kind) -> None:
        """Take in characters; what stands in the instruction of a field is not shown."""
        if self.instructing:
            kind = Kind.CODE
        self.spans.append(_make_span((chars, kind, self.runs, self.properties, self.revisions, self.frames)))

    def begin(self, paragraph: _Element) -> None:
        """A paragraph begins; one that holds it, with a text box, waits on the stack of whoever calls."""
        if self.spans and self.open is None:
            self.report_stray()
        if len(self.blocks) >= self.most:
            raise CannotRead(f"{self.name} has more than {self.most:,} paragraphs: divide it")
        contents = bool(self.contents or (self.fields and self.in_contents()))
        self.open = Open(len(self.blocks), paragraph, self.container, None, self.revisions, self.waiting, contents)
        self.blocks.append(None)
        self.spans, self.waiting = [], []
        self.run, self.properties = paragraph, None
        if self.fields or self.links:
            # What a field shows that goes on in the next paragraph belongs to it as far as it stood in the one before.
            for each in self.fields:
                each.frame = None
            self.links = self.frames = ()

    def report_stray(self) -> None:
        """Report what stands between two paragraphs: a damaged file, Word would not open it."""
        stray = "".join(span.chars for span in self.spans)
        self.spans = []
        if stray.strip():
            self.note("stray", "words that stand in no paragraph", stray)

    def end(self) -> None:
        """The paragraph ends."""
        here = self.open
        assert here is not None
        contents = here.contents or bool(self.fields and self.in_contents())
        self.blocks[here.slot] = _make_block((
            self.part, here.slot + 1, here.container, here.paragraph, here.properties, here.mark,
            tuple(self.spans), tuple(here.bookmarks), contents,
        ))  # fmt: skip
        self.open, self.spans = None, []

    def in_contents(self) -> bool:
        """Whether the field of a table of contents has begun and not yet ended."""
        return any(each.name == "TOC" for each in self.fields)

    def frame(self, kind: str, what: str) -> Frame:
        self.framed += 1
        return Frame(kind, what, self.framed)

    def reframe(self, links: tuple[Frame, ...]) -> None:
        """The frames around the next characters, with other links than before."""
        self.links = links
        self.instructing = not all(each.shows for each in self.fields)
        self.frames = links + tuple(each.frame for each in self.fields if each.frame is not None)
