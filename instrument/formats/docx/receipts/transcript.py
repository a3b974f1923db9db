"""What a Word file says in a view, line by line: the text that is hashed. docs/word/receipt.md defines it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from instrument.formats.docx.receipts.stories import Stories
from instrument.formats.docx.walking.blocks import Block, Container, Frame, Kind
from instrument.formats.docx.walking.elements import RECOMPUTED
from instrument.formats.docx.walking.view import View, is_gone, shown

# No Word file can hold these three characters, so nothing that a file says is taken for them.
NOTE, FIELD, FIELD_END = "\x02", "\x13", "\x15"
CONTENTS = f"{FIELD}TOC{FIELD_END}"
_SHORT = 8
_COUNTED = {"table", "row", "cell", "text box"}
_CODE, _FOOTNOTE, _ENDNOTE = Kind.CODE, Kind.FOOTNOTE, Kind.ENDNOTE


class Line(NamedTuple):
    """A paragraph that says something: its place ("" in the body), its words, and where the file has it."""

    place: str
    words: str
    part: str = ""
    number: int = 0

    @property
    def entry(self) -> str:
        """The line as it is hashed."""
        return f"{self.place}\t{self.words}"


@dataclass(frozen=True, slots=True)
class Transcript:
    """The lines of a document in a view, in order."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return "".join([f"{line.entry}\n" for line in self.lines])

    @property
    def digest(self) -> str:
        """The hash of the whole text."""
        return sha256(self.text.encode()).hexdigest()

    @property
    def entries(self) -> list[str]:
        return [line.entry for line in self.lines]


def short(entry: str) -> str:
    """Enough of a hash to find a line again, and too little to read it from.

    >>> short("\\t1. No State shall use them.")
    'a790280d'
    """
    return sha256(entry.encode()).hexdigest()[:_SHORT]


def transcribe(stories: Stories, view: View) -> Transcript:
    """What a file says in a view: the text, then its notes in the order of their marks, then the edges of its pages."""
    scribe = _Scribe(stories, view)
    scribe.story("", stories.blocks(stories.file.main))
    counts: Counter[Kind] = Counter()
    for kind, id in list(scribe.marks):
        counts[kind] += 1
        scribe.story(f"{'footnote' if kind is _FOOTNOTE else 'endnote'} {counts[kind]}", stories.note(kind, id))
    said: dict[str, list[str]] = {}
    for name, part in stories.edges(view):
        before = len(scribe.lines)
        scribe.story(name, stories.blocks(part))
        words = [line.words for line in scribe.lines[before:]]
        if said.get(name, []) == words:  # the section goes on with what the one before had
            del scribe.lines[before:]
        said[name] = words
    return Transcript(tuple(scribe.lines))


@dataclass(slots=True)
class _Scribe:
    """Writes down story after story; `marks` are those of the notes on the way."""

    stories: Stories
    view: View
    lines: list[Line] = field(default_factory=list)
    marks: list[tuple[Kind, str]] = field(default_factory=list)

    def story(self, name: str, blocks: Iterable[Block]) -> None:
        places, in_contents = _Places(name), False
        for each in shown(blocks, self.view):
            first = each.blocks[0]
            place = places.of(first.container)
            if each.is_gone:
                continue
            if first.contents:
                words = "" if in_contents else CONTENTS
            else:
                words = "".join([self.words(block) for block in each.blocks])
            in_contents = first.contents
            if words:
                self.lines.append(Line(place, words, first.part, first.number))

    def words(self, block: Block) -> str:
        """The words of a paragraph; those of a field that is worked out anew are its name."""
        found: list[str] = []
        within = 0
        for chars, kind, _, _, revisions, frames in block.spans:
            if (revisions and is_gone(revisions, self.view)) or kind is _CODE:
                continue
            worked_out = _worked_out(frames) if frames else None
            if worked_out is not None:
                if worked_out.number != within:
                    found.append(f"{FIELD}{_name(worked_out)}{FIELD_END}")
                within = worked_out.number
            elif kind is _FOOTNOTE or kind is _ENDNOTE:
                self.marks.append((kind, chars))
                found.append(NOTE)
            else:
                found.append(chars)
        return "".join(found)


def _worked_out(frames: Iterable[Frame]) -> Frame | None:
    """The outermost field around words whose result a program works out anew."""
    return next((frame for frame in frames if frame.kind == "field" and _name(frame) in RECOMPUTED), None)


def _name(frame: Frame) -> str:
    return next(iter(frame.what.split(None, 1)), "").upper()


@dataclass(slots=True)
class _Places:
    """What the places of a story are called: "footnote 2, table 1, row 2, cell 1"; controls make no difference."""

    story: str
    known: dict[Container, str] = field(default_factory=dict)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def of(self, container: Container) -> str:
        """The name of a container; those around it are named first, outermost to innermost."""
        chain: list[Container] = []
        here: Container | None = container
        while here is not None and here not in self.known:
            chain.append(here)
            here = here.outer
        place = self.story if here is None else self.known[here]
        for each in reversed(chain):
            if each.kind in _COUNTED:
                self.counts[place, each.kind] += 1
                own = f"{each.kind} {self.counts[place, each.kind]}"
                place = f"{place}, {own}" if place else own
            self.known[each] = place
        return place
