"""Which lines of a Word document belong to which clause: told by controls and bookmarks, else guessed from headings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from instrument.formats.docx.parts.carriers import digest
from instrument.formats.docx.parts.manifest import Manifest
from instrument.formats.docx.reading.headings import designated, is_heading, kind_of, slug
from instrument.formats.docx.reading.lines import Line
from instrument.formats.docx.reading.reading import Reading
from instrument.formats.docx.walking.characters import squeezed
from instrument.model import Kind
from instrument.papers.house import HOUSES
from instrument.problem import Severity

_CONTENTS = {squeezed(house.contents) for house in HOUSES.values()}
# What the number of a page is written with, at the end of an entry, and how long it may be.
_DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩ivxlc-."
_LONGEST_NUMBER = 12


@dataclass(slots=True)
class Group:
    """The lines of one clause; `control` is the one they were found in, `told` whether the document says so itself."""

    id: str
    kind: Kind
    control: tuple[str, int]
    told: bool
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Grouping:
    """Sorts lines into clauses; `trusted` says that we wrote them, `current` is the clause of the line before.

    `kinds` and `known` are the clauses that the manifest speaks of, `numbers` the last one given to a name.
    """

    manifest: Manifest
    reading: Reading
    trusted: bool
    kinds: dict[str, Kind] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    numbers: dict[str, int] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    current: Group | None = None

    def sort(self, lines: Iterable[Line]) -> list[Group]:
        """The clauses in order. A line that belongs to none is the page's own, or a problem."""
        self.known = {entry.id for entry in self.manifest.clauses}
        self.kinds = {entry.id: Kind(entry.kind) for entry in self.manifest.clauses if entry.kind in set(Kind)}
        lines = [line for line in lines if not line.is_blank]
        for line in lines:
            self.reading.line = line.number
            if line.contents or (self.trusted and line.style == "Masthead"):
                continue
            group = self._group(line)
            if group is not None:
                group.lines.append(line)
                self.current = group
        self._report_contents(lines)
        return list(self.groups.values())

    def _report_contents(self, lines: list[Line]) -> None:
        """Report what a table of contents says that no heading does: somebody may have written in it."""
        said = {squeezed(line.words) for line in lines if not line.contents} | _CONTENTS
        for line in lines:
            if line.contents and said.isdisjoint(_entries(squeezed(line.words))):
                self.reading.line = line.number
                message = "what a table of contents says and no heading does was not read"
                self.reading.quote("contents", Severity.WARNING, message, line.words)

    def _group(self, line: Line) -> Group | None:
        if self._is_furniture(line):
            return None
        told = self._told(line)
        if told:
            return self._named(told, line)
        if self._begins(line):
            return self._guessed(line)
        if self.current is None:
            return self._first(line)
        if self.current.control[0] and not line.control[0]:
            message = f'"{line.words}" stands outside every clause; it was read as the end of "{self.current.id}"'
            self.reading.report("outside-clause", Severity.GUESS, message, words=line.words)
        return self.current

    def _is_furniture(self, line: Line) -> bool:
        """Whether a line is one of those that we wrote around the text; without a manifest its style says so."""
        if self.trusted and not self.known and line.style == "Legend":
            self.reading.report("legend", Severity.GUESS, f'a legend of the page was not read: "{line.words}"')
            return True
        outside = not line.control[0] or line.style in ("Legend", "Note")
        return outside and digest([line.words]) in self.manifest.furniture

    def _told(self, line: Line) -> str:
        """The id that a control or a bookmark gives where a clause begins, "" where the clause goes on."""
        tag, here = line.control[0], self.current
        if tag and (here is None or line.control != here.control):
            id = tag.partition(":")[2]
            return self.reading.targets.get(id, id)
        targets = [self.reading.target(name) for name in line.bookmarks]
        return next((each for each in targets if each and "#" not in each and (here is None or each != here.id)), "")

    def _named(self, id: str, line: Line) -> Group:
        known = self.groups.get(id)
        if known is not None and known.control == line.control:
            return known
        kind = self.kinds.get(id) or kind_of(line)
        if known is not None:
            copy = self._free(id)
            message = f'the clause "{id}" stands here a second time; it was read as "{copy}"'
            self.reading.report("clause-twice", Severity.GUESS, message)
            id = copy
        return self._add(Group(id, kind, line.control, told=True))

    def _begins(self, line: Line) -> bool:
        """Whether a line looks like the heading of a new clause."""
        if is_heading(line):
            return not self._completes(line)
        return not self.trusted and line.row is None and bool(designated(line.words))

    def _completes(self, line: Line) -> bool:
        """Whether a heading is the words for the designation on the line above."""
        lines = self.current.lines if self.current and not self.current.told else []
        alone = len(lines) == 1 and designated(lines[0].words) == lines[0].words.strip()
        return alone and not designated(line.words, styled=True)

    def _guessed(self, line: Line) -> Group:
        kind = kind_of(line)
        words = designated(line.words, styled=True) or line.words
        id = self._free(slug(words) if kind is not Kind.TITLE else "title")
        self.reading.report("guessed-clause", Severity.GUESS, f'"{line.words}" was taken for the heading of "{id}"')
        return self._add(Group(id, kind, line.control, told=False))

    def _first(self, line: Line) -> Group | None:
        """What to do with words before the first heading."""
        if self.trusted:
            message = f'"{line.words}" stands before the first clause and was not read'
            self.reading.report("outside-clause", Severity.ERROR, message, "move it into a clause", line.words)
            return None
        self.reading.report(
            "guessed-clause", Severity.GUESS, "the words before the first heading were taken for a preamble"
        )
        return self._add(Group("preamble", Kind.PREAMBLE, line.control, told=False))

    def _add(self, group: Group) -> Group:
        self.groups[group.id] = group
        return group

    def _free(self, id: str) -> str:
        """An id that no other clause has: the next number of its name that is not taken."""
        wanted = stem = id or "clause"
        while wanted in self.groups or wanted in self.known:
            self.numbers[stem] = self.numbers.get(stem, 1) + 1
            wanted = f"{stem}-{self.numbers[stem]}"
        return wanted


def _entries(words: str) -> set[str]:
    """What an entry of a table of contents may say, whatever at its end is the number of a page.

    >>> "Withdrawal" in _entries("Withdrawal12"), "Withdraw" in _entries("Withdrawal12")
    (True, False)
    """
    least = max(len(words.rstrip(_DIGITS)), len(words) - _LONGEST_NUMBER)
    return {words[:end] for end in range(least, len(words) + 1)}
