"""What is known while one file's differences are written into another: who changes, what corresponds, what is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml.etree import _Element

from instrument.formats.docx.revising.care import ALL, Care
from instrument.formats.docx.revising.flow import NOBODY
from instrument.formats.docx.revising.grafts import Grafts
from instrument.formats.docx.revising.ledger import Ledger
from instrument.formats.docx.revising.looks import Looks
from instrument.formats.docx.revising.stamps import Stamps
from instrument.problem import Problem, Severity, Where

if TYPE_CHECKING:
    from instrument.formats.docx.numbering import Numbering


@dataclass(slots=True)
class Edition:
    """One comparison of two files.

    `notes` and `boxes` are containers inside paragraphs that correspond, still to be compared: notes by kind and number
    in both files, "" in the new one where their mark was struck; text boxes by element, with the parts they stand in.
    `ties` say what pictures and links refer to in the part that is being compared. `base_ties` are those of a base that
    the new text was made of, `numbering` counts the labels of the old file's lists. `sections` are those that both
    files have, `arrived` new ones, with each of their headers. `ranges` are the numbers of the beginnings of moves, by
    end and name. Changes numbered above `since` are those of other hands that write onto the same file, unless one
    `is_alone`.
    """

    name: str
    stamps: Stamps
    ledger: Ledger
    grafts: Grafts
    looks: Looks
    care: Care = ALL
    since: int = NOBODY
    is_alone: bool = True
    ties: Mapping[str, str] = field(default_factory=dict)
    new_ties: Mapping[str, str] = field(default_factory=dict)
    base_ties: Mapping[str, str] = field(default_factory=dict)
    numbering: Numbering | None = None
    sections: list[tuple[_Element, _Element]] = field(default_factory=list)
    arrived: list[tuple[_Element, _Element]] = field(default_factory=list)
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    boxes: list[tuple[_Element, _Element, tuple[str, str]]] = field(default_factory=list)
    ranges: dict[tuple[str, str], str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def enter(self, here: str, there: str) -> None:
        """Go on with a part of the old file and one of the new file."""
        self.grafts.here, self.grafts.there, self.stamps.part = here, there, here
        self.ties, self.new_ties = self.ledger.digests(here), self.grafts.new.digests(there)

    @property
    def parts(self) -> tuple[str, str]:
        """The part that is being compared, and the part of the new file that it is compared with."""
        return self.grafts.here, self.grafts.there

    def part(self, id: str | None, new: bool) -> str:
        """The part that a relation of a main document leads to."""
        ledger = self.grafts.new if new else self.ledger
        tie = ledger.ties(ledger.file.main).get(id or "")
        part = "" if tie is None or tie.external else ledger.target(ledger.file.main, tie)
        return part if part in ledger.file.parts else ""

    def compare_parts(self, here: str, there: str, compare: Callable[[_Element, _Element, Edition], None]) -> None:
        """Compare two parts as they stand, if they differ."""
        if self.ledger.file.parts[here] != self.grafts.new.file.parts[there]:
            self.enter(here, there)
            compare(self.ledger.tree(here), self.grafts.new.tree(there), self)

    def say(self, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(code, Severity.WARNING, Where(self.name), message, hint))

    def say_once(self, code: str, message: str, hint: str) -> None:
        """Say what is true of the whole file."""
        if all(problem.code != code for problem in self.problems):
            self.say(code, message, hint)
