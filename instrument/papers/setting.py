"""The words of a text as they are set on a page: references printed, notes numbered, holders named or left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, assert_never

from instrument.holders import write as write_holders
from instrument.model import Cell, Clause, Holders, Instrument, Note, Reference, Run, Text, plain
from instrument.outline import addresses
from instrument.paper import Chars, Inline, Link, NoteMark
from instrument.papers.house import House, print_holders
from instrument.problem import Problem, Severity, Where
from instrument.references import cite

Holding = Literal["inline", "footnotes", "none"]


@dataclass(slots=True)
class Setting:
    """One paper's way of setting text; its notes and problems gather here in the order of the page."""

    instrument: Instrument
    house: House
    profile: str
    holders: Holding
    names: Mapping[str, str] = field(default_factory=dict)
    notes: list[tuple[Inline, ...]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def set(self, content: Text, clause: Clause, place: int | None = None) -> tuple[Inline, ...]:
        """The inlines of a text that stands in a clause: in its provision number `place`, or in its heading."""
        inlines: list[Inline] = []
        for atom in content:
            match atom:
                case Note(name):
                    inlines.append(self._mark(name, clause, place))
                case Holders() if self.holders == "footnotes":
                    inlines += self._footnote(atom)
                case _:
                    inlines += self._plain(atom, clause, place)
        return tuple(inlines)

    def report_unmarked(self, clause: Clause) -> None:
        """The words of notes that no mark brings onto the page are in the report instead."""
        marked = {atom.name for content in clause.body for atom in content if isinstance(atom, Note)}
        for note in clause.notes:
            if note.name not in marked:
                where, words = Where(clause.id), plain(note.text)
                message = f'no mark brings the note "{note.name}" onto the page: "{words}"'
                hint = f"put [^{note.name}] where the note belongs, or delete the note"
                self.problems.append(Problem("unmarked-note", Severity.ERROR, where, message, hint, words))

    def _plain(self, atom: Run | Reference | Note | Holders | Cell, clause: Clause, place: int | None) -> list[Inline]:
        """What prints without a footnote of its own: all that may stand in a footnote too."""
        match atom:
            case Run(chars, marks):
                return [Chars(chars, marks)]
            case Reference():
                return [self._link(atom, clause, place)]
            case Holders():
                return self._named(atom)
            case Note(name):
                self._report("note-in-note", f'the note "{name}" is marked inside a note', "", clause, place)
                return [Chars(f"{{^{name}}}")]
            case Cell():
                return [Chars(" | ")]
            case _:
                assert_never(atom)

    def _link(self, reference: Reference, clause: Clause, place: int | None) -> Inline:
        printed = cite(self.instrument, reference, clause.id, self.profile)
        if printed is not None:
            return Link(printed, reference.target, reference.marks)
        message = f'the reference to "{reference.target}" leads nowhere'
        hint = "name a clause of this text, or an anchor that stands in it"
        self._report("unresolved-reference", message, hint, clause, place)
        return Chars(f"{{@{reference.target}}}", reference.marks)

    def _mark(self, name: str, clause: Clause, place: int | None) -> Inline:
        note = clause.note(name)
        if note is None:
            message = f'the note "{name}" has a mark but no words'
            self._report("missing-note", message, f"add a line [^{name}]: with its words", clause, place)
            return Chars(f"{{^{name}}}")
        inlines: list[Inline] = []
        for atom in note.text:
            inlines += self._plain(atom, clause, place)
        self.notes.append(tuple(inlines))
        return NoteMark(len(self.notes) - 1)

    def _named(self, holders: Holders) -> list[Inline]:
        if self.holders == "none":  # that words are proposed for deletion names nobody
            holders = Holders(status=holders.status) if holders.status == "deletion" else Holders()
        printed = print_holders(self._translated(holders), self.house)
        return [Chars(self.house.holders.format(printed), holders=write_holders(holders))] if printed else []

    def _footnote(self, holders: Holders) -> list[Inline]:
        printed = print_holders(self._translated(holders), self.house)
        if not printed:
            return []
        self.notes.append((Chars(printed, holders=write_holders(holders)),))
        return [NoteMark(len(self.notes) - 1)]

    def _translated(self, holders: Holders) -> Holders:
        """Holders under the names that the language of the page has for them."""
        by, against = (tuple(self.names.get(name, name) for name in side) for side in (holders.by, holders.against))
        return replace(holders, by=by, against=against)

    def _report(self, code: str, message: str, hint: str, clause: Clause, place: int | None) -> None:
        address = f"{clause.id}/heading" if place is None else addresses(clause)[place]
        self.problems.append(Problem(code, Severity.ERROR, Where(address), message, hint))
