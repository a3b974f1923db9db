"""What a sentence does, read as anybody reads it, beside what it is to say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from instrument.changes.items import (
    Changes,
    Delete,
    Insert,
    Item,
    Join,
    Move,
    Part,
    Place,
    Redesignate,
    Relabel,
    Replace,
    Restyle,
    Split,
    Unit,
)
from instrument.changes.performing import edited, execute
from instrument.instructions.amending import carry_out
from instrument.instructions.languages import Spoken
from instrument.instructions.outcome import Status
from instrument.instructions.standing import Standing
from instrument.instructions.writing.phrases import Phrases
from instrument.model import Atom, Cell, Clause, Instrument, Provision, Reference, Run, Text, length
from instrument.references import cite

_DONE = (Status.APPLIED, Status.CHECK)


class Grade(IntEnum):
    """How well a sentence says what it is to say: not, but for what is not printed, or all of it."""

    WRONG = 0
    PRINTED = 1
    WHOLE = 2


@dataclass(slots=True)
class Bench:
    """A text that is amended and the text that it becomes, while sentences are tried on the first."""

    standing: Standing
    result: Instrument
    spoken: Spoken
    phrases: Phrases
    language: str
    names: dict[tuple[str, int], object] = field(default_factory=dict)

    def printed(self, words: Text, clause: str, old: Text = ()) -> str:
        """Words as an amendment quotes them: what stood there by the old numbers, what comes in by the new ones."""
        return "".join(self._said(atom, clause, old) for atom in words)

    def _said(self, atom: Atom, clause: str, old: Text) -> str:
        if isinstance(atom, Run):
            return atom.chars
        if not isinstance(atom, Reference):
            return "\t" * isinstance(atom, Cell)
        text = self.standing.instrument if atom in old else self.result
        return cite(text, atom, clause, self.standing.profile) or ""

    def grade(self, sentence: str, items: Sequence[Item]) -> Grade:
        """How well a sentence says some items."""
        session = carry_out(sentence, self.standing, self.spoken)
        if not session.outcomes or any(each.status not in _DONE for each in session.outcomes):
            return Grade.WRONG
        read = session.desk.all
        if session.desk.renumbered or self.order(read) != self.order(items):
            return Grade.WRONG
        if any(isinstance(item, Split | Join) for item in items):
            clause = self.standing.ground(home(items[0])).clause
            same = self.unit(self.alone(clause, read)) == self.unit(self.alone(clause, items))
            return Grade.WHOLE if same else Grade.WRONG
        if self._words(read, whole=True) == self._words(items, whole=True):
            return Grade.WHOLE
        same = self._words(read, whole=False) == self._words(items, whole=False)
        return Grade.PRINTED if same else Grade.WRONG

    def alone(self, clause: Clause, items: Iterable[Item]) -> Clause:
        """What items make of the one clause that they change."""
        text = Instrument((clause,), self.standing.instrument.language)
        return execute(Changes("", "", tuple(items)), text).result.clauses[0]

    def order(self, items: Iterable[Item]) -> dict[object, list[object]]:
        """What items do besides words, unit by unit; ids and anchors, which nobody prints, left out."""
        done: defaultdict[object, list[object]] = defaultdict(list)
        for item in items:
            match item:
                case Insert(gap, units):
                    done[gap.clause, gap.part, gap.position] += [self.unit(unit, gap.clause) for unit in units]
                case Move(place, count, gap):
                    done[gap.clause, gap.part, gap.position] += [_at(place, step) for step in range(count)]
                case Delete(place, units):
                    for step in range(len(units)):
                        done["gone", _at(place, step)].append(True)
                case Relabel(place, old, new) if (old.depth, old.label) != (new.depth, new.label):
                    done[place].append((new.depth, new.label))
                case Redesignate(place, old_title, title) if (old_title.kind, old_title.label) != (
                    title.kind,
                    title.label,
                ):
                    done[place].append((title.kind, title.label))
                case Split(place, _, head) | Join(place, head):
                    done[place, type(item)].append((head.depth, head.label))
        return done

    def unit(self, unit: Unit, clause: str = "") -> object:
        """A unit as it is printed in a clause."""
        if isinstance(unit, Clause):
            rows = [self.unit(provision, unit.id) for provision in unit.provisions]
            notes = [self.unit(note, unit.id) for note in unit.notes]
            return unit.kind, unit.label, self.printed(unit.heading, unit.id), rows, notes
        head = (unit.depth, unit.label) if isinstance(unit, Provision) else ()
        return head, self.printed(unit.text, clause)

    def _words(self, items: Iterable[Item], whole: bool) -> dict[Place, str]:
        """What places read once words are replaced in them; `whole` shows the atoms that print nothing and stay."""
        by_place: defaultdict[Place, list[Replace | Restyle]] = defaultdict(list)
        for item in items:
            if isinstance(item, Replace):
                by_place[item.place].append(item)
        return {place: self._read(place, edits, whole) for place, edits in by_place.items()}

    def _read(self, place: Place, edits: Sequence[Replace | Restyle], whole: bool) -> str:
        old = self.standing.text(place)
        new = edited(old, sorted(edits, key=lambda edit: (edit.start, length(edit.old))), place)
        stays = {atom for atom in old if not isinstance(atom, Run | Reference)} if whole else set()
        return "".join(f"\ufdd1{atom!r}" if atom in stays else self._said(atom, place.clause, old) for atom in new)


def home(item: Item) -> str:
    """The clause that an item changes; "" for one that brings a clause in."""
    return item.gap.clause if isinstance(item, Insert) else item.place.clause


def _at(place: Place, step: int) -> Place:
    """A neighbour of a place; clauses are told by their order."""
    return Place("" if place.part is Part.CLAUSE else place.clause, place.part, place.index + step)
