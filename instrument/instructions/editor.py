"""What an instruction asks for, written in printed characters, as edits of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from instrument.brackets.reading import behind_holders
from instrument.changes.items import (
    Changes,
    Delete,
    Gap,
    Head,
    Insert,
    Item,
    Join,
    Move,
    Part,
    Place,
    Redesignate,
    Relabel,
    Replace,
    Split,
    Title,
    Unit,
)
from instrument.instructions.desk import Draft
from instrument.instructions.finding import Found
from instrument.instructions.refusal import Refused
from instrument.instructions.standing import Standing
from instrument.model import Cell, Holders, Note, Provision, Reference, Run, Text, cut, length, text
from instrument.problem import Misuse


@dataclass(slots=True)
class Editor:
    """Writes what an instruction asks for, in printed characters, as edits of the text.

    `others` are the changes of other proposals, `labels` the numbers that were given to provisions before, `notes` the
    footnotes that came in before: by their articles, where the mark of each stands, and its words.
    """

    standing: Standing
    others: Mapping[str, Changes] = field(default_factory=dict)
    labels: Mapping[Place, str] = field(default_factory=dict)
    notes: Mapping[tuple[str, str], tuple[Place, int, Text]] = field(default_factory=dict)
    draft: Draft = field(default_factory=Draft)

    def touch(self, place: Place) -> None:
        self.draft.touched.append(self.standing.name(place))

    def words(self, found: Found, new: str) -> None:
        """Put words in the place of printed ones; those that stay at either end are not touched."""
        printed = self.standing.printed(found.place)
        if printed.cuts(found.start) or printed.cuts(found.end):
            raise Refused(
                "inside-reference", "the words end inside a reference that follows its article", "quote all of it"
            )
        old = self.standing.text(found.place)
        start = printed.start(found.start) if found.start < found.end else printed.end(found.start)
        end = printed.end(found.end) if found.start < found.end else start
        if printed.chars[found.start : found.end].endswith("]") and not new.endswith("]"):
            end = behind_holders(old, end)
        elif found.start == found.end and printed.chars[: found.start].endswith("]"):
            start = end = behind_holders(old, end)
        self._lost(cut(old, start, end))
        if not new:
            left = (atom.name for atom in cut(old, end, end + 1) if isinstance(atom, Note))
            self.draft.reasons += [f"the mark of footnote {name} behind the words is left" for name in left]
        if new and new == printed.chars[found.start : found.end]:
            self.draft.reasons.append("the text reads so already")
        self.put(found.place, start, end, self._dressed(cut(old, start, end), old, start, found.place, new))

    def put(self, place: Place, start: int, end: int, new: Text) -> None:
        self.draft.edits.append((place, start, end, new))
        self.touch(place)

    def _lost(self, old: Text) -> None:
        for atom in old:
            if isinstance(atom, Cell):
                raise Refused("across-cells", "the words stand in several cells of a table", "say it cell by cell")
            if isinstance(atom, Note):
                self.draft.reasons.append(f"the mark of footnote {atom.name} goes with the words")
            elif isinstance(atom, Holders):
                self.draft.reasons.append("who holds the bracketed words is no longer said")

    def _dressed(self, old: Text, all: Text, start: int, place: Place, new: str) -> Text:
        """New words in the emphasis of those they replace, with the references that both print alive."""
        runs = {atom.marks for atom in old if isinstance(atom, Run)}
        if not old and start:
            runs = {atom.marks for atom in cut(all, start - 1, start + 1) if isinstance(atom, Run)}
        marks = runs.pop() if len(runs) == 1 else frozenset()
        parts: list[Run | Reference] = [Run(new, marks)]
        for atom in (atom for atom in old if isinstance(atom, Reference)):
            said = self.standing.cited(atom, place.clause)
            parts = [piece for part in parts for piece in _bound(part, said, atom)]
        return text(*parts)

    def insert(self, gap: Gap, units: Sequence[Unit], beside: Place | None = None, how: str = "after") -> None:
        """Put units into a gap, which lies after, before or in a place."""
        self.draft.items.append(Insert(gap, tuple(units)))
        if beside:
            self.draft.touched.append(_beside(self.standing, beside, how))

    def delete(self, places: Sequence[Place], units: Sequence[Unit]) -> None:
        self.draft.items.append(Delete(places[0], tuple(units)))
        self.draft.gone += places
        outer = min((unit.depth for unit in units if isinstance(unit, Provision)), default=0)
        for place, unit in zip(places, units, strict=True):
            if not isinstance(unit, Provision) or unit.depth == outer:
                self.touch(place)

    def head(self, place: Place, old: Head, new: Head) -> None:
        if old != new:
            self.draft.items.append(Relabel(place, old, new))
        self.touch(place)

    def title(self, place: Place, old: Title, new: Title) -> None:
        self.draft.items.append(Redesignate(place, old, new))
        self.touch(place)

    def take(self, item: Item) -> None:
        """Ask for what an item does, which somebody else made of the text."""
        match item:
            case Replace():
                self.put(item.place, item.start, item.start + length(item.old), item.new)
            case Insert():
                self.insert(item.gap, item.units)
            case Delete():
                places = [replace(item.place, index=item.place.index + step) for step in range(len(item.units))]
                self.delete(places, item.units)
            case Relabel():
                self.head(item.place, item.old, item.new)
            case Redesignate():
                self.title(item.place, item.old, item.new)
            case Move() | Split() | Join():
                self.add(item)
            case _:
                raise Misuse("emphasis alone is changed by no instruction")

    def add(self, item: Move | Split | Join) -> None:
        self.draft.items.append(item)
        self.touch(item.place)


def _beside(standing: Standing, place: Place, how: str) -> str:
    """What a lawyer calls the place of a newcomer; a lone paragraph has the name of its article."""
    name = standing.name(place)
    if place.part is Part.PROVISION and name == standing.name(Place(place.clause, Part.CLAUSE)):
        return f"at the {'end' if how == 'after' else 'beginning'} of {name}"
    return f"{how} {name}"


def _bound(part: Run | Reference, said: str, reference: Reference) -> list[Run | Reference]:
    """A run with the first printing of a reference in it made live."""
    if not isinstance(part, Run) or not said or said not in part.chars:
        return [part]
    before, after = part.chars.split(said, 1)
    return [Run(before, part.marks), reference, Run(after, part.marks)]
