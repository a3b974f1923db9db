"""What a reader knows of a document while it reads, and what it has to say about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from instrument.formats.docx.numbering import Numbering
from instrument.formats.docx.parts import carriers
from instrument.formats.docx.parts.stylesheet import Stylesheet
from instrument.formats.docx.reading.comment import Comment
from instrument.formats.docx.walking.blocks import Container, Kind
from instrument.formats.docx.walking.view import View
from instrument.model import Atom
from instrument.problem import Problem, Severity, Where


@dataclass(frozen=True, slots=True)
class StandsFor:
    """An atom that was read in the place of words: the number of the line, the atom, the words."""

    line: int
    atom: Atom
    words: str


@dataclass(slots=True)
class Reading:
    """One document being read: its styles, what its bookmarks stand for, who is behind its holders' controls.

    `numbering` counts the labels that Word prints, `boxes` those in its text boxes. What cannot be carried goes into
    `problems`, at the paragraph `line` of `part` ("" is the main document). `noted` are the marks of notes in their
    order, `printed` the holders by the characters they were printed as, `stands_for` what was read in the place of
    words. `remarks` are the comments by the line that keeps them, `second` the bookmarks of which a second one stands:
    the text is there twice, as where it moved, and that is the one it is at.
    """

    name: str
    main: str
    styles: Stylesheet
    targets: Mapping[str, str]
    held: tuple[tuple[str, str], ...]
    numbering: Numbering
    view: View = View.ACCEPTED
    problems: list[Problem] = field(default_factory=list)
    noted: list[tuple[Kind, str]] = field(default_factory=list)
    printed: dict[str, set[str]] = field(init=False, default_factory=dict)
    remarks: dict[int, list[Comment]] = field(default_factory=dict)
    stands_for: list[StandsFor] = field(default_factory=list)
    boxes: dict[Container, Numbering] = field(default_factory=dict)
    second: set[str] = field(default_factory=set)
    part: str = ""
    line: int = 0

    def __post_init__(self) -> None:
        for attributes, chars in self.held:
            self.printed.setdefault(chars, set()).add(attributes)

    def report(self, code: str, severity: Severity, message: str, hint: str = "", words: str = "") -> None:
        where = Where(f"{self.name}/{self.part}" if self.part else self.name, self.line)
        self.problems.append(Problem(code, severity, where, message, hint, words))

    def quote(self, code: str, severity: Severity, message: str, words: str, hint: str = "") -> None:
        """Report words, which the message ends with."""
        self.report(code, severity, f'{message}: "{words}"', hint, words)

    def counter(self, box: Container | None) -> Numbering:
        """What counts the labels of the main text, or of one of its text boxes: Word counts each by itself."""
        if box is None:
            return self.numbering
        if box not in self.boxes:
            self.boxes[box] = self.numbering.afresh()
        return self.boxes[box]

    def comments(self, line: int) -> tuple[str, ...]:
        """The comments that a line keeps, one text each."""
        return tuple(comment.line for comment in self.remarks.get(line, ()))

    def shown_part(self, part: str) -> str:
        """The name of a part in a report: the main document needs none."""
        return "" if part == self.main else part

    def target(self, bookmark: str) -> str:
        """What a bookmark of ours stands for, "" for a bookmark of somebody else."""
        name = carriers.once(bookmark)
        if bookmark in self.second:
            return ""
        return self.targets.get(name) or carriers.target(name)
