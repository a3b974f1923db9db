"""Edits against one text while they are gathered: what one of them touches, no other one may."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from instrument.changes.items import (
    Delete,
    Gap,
    Insert,
    Item,
    Move,
    Part,
    Place,
    Redesignate,
    Relabel,
    Replace,
    Unit,
)
from instrument.instructions.clashes import asked, clash, is_mark, look_at_overlap, said
from instrument.instructions.heads import with_bracket
from instrument.instructions.refusal import Refused
from instrument.instructions.standing import Standing
from instrument.model import Footnote, Note, Text, cut

_Asked = tuple[Place, int, int, Text]
_Noted = tuple[Place, int, Text]
_BESIDE = "line {} puts something in the same place: they stand in the order in which they came"


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    new: Text
    line: int


@dataclass(slots=True)
class Draft:
    """What one instruction asks for, until all of it is known to be possible."""

    edits: list[tuple[Place, int, int, Text]] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    gone: list[Place] = field(default_factory=list)
    renumbered: list[tuple[str, int]] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    counts_through: bool = False
    touched: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Desk:
    """All that was asked for so far, by what it touches; `line` says which instruction did."""

    standing: Standing
    edits: defaultdict[Place, list[_Edit]] = field(default_factory=lambda: defaultdict(list))
    gone: dict[Place, int] = field(default_factory=dict)
    moved: dict[Place, int] = field(default_factory=dict)
    heads: dict[Place, int] = field(default_factory=dict)
    arrivals: defaultdict[tuple[str, Part, int], int] = field(default_factory=lambda: defaultdict(int))
    inserted: defaultdict[tuple[str, Part, int], list[tuple[int, Sequence[Unit]]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    items: list[Item] = field(default_factory=list)
    renumbered: list[tuple[str, int]] = field(default_factory=list)
    taken: dict[object, int] = field(default_factory=dict)
    labels: dict[Place, str] = field(default_factory=dict)
    notes: dict[tuple[str, str], _Noted] = field(default_factory=dict)  # the footnotes that came in, by their clauses
    touched: dict[str, int] = field(default_factory=dict)  # clauses in which something changes

    def take(self, draft: Draft, line: int) -> list[str]:
        """Take in what an instruction asks for; why a person should look at it.

        Raises `Refused`, and takes in nothing, where it touches what another one does.
        """
        reasons = list(draft.reasons)
        whole = tuple(draft.edits), tuple(draft.items), tuple(draft.gone), tuple(draft.renumbered)
        if any(whole) and whole in self.taken:
            return [*reasons, f"line {self.taken[whole]} does the same already"]
        if self._is_gone(draft):
            return [*reasons, f"line {self._gone_by(draft.gone[0])} does the same already"]
        fresh = [edit for edit in self._joined(draft.edits) if not self._is_done(edit, reasons)]
        moved = [place for item in draft.items if isinstance(item, Move) for place in _carried(item)]
        self._look(draft, fresh, moved)
        for place, start, end, new in fresh:
            self.edits[place].append(_Edit(start, end, new, line))
        inside = [*(place for place, *_ in fresh), *draft.gone, *map(_stands_in, draft.items)]
        self.touched |= {place.clause: line for place in inside if place.part is not Part.CLAUSE}
        self.gone |= dict.fromkeys(draft.gone, line)
        self.moved |= dict.fromkeys(moved, line)
        for item in draft.items:
            if isinstance(item, Insert) and not self._is_alone(item, line, reasons):
                continue
            if isinstance(item, Relabel | Redesignate):
                joined = with_bracket(item, self.items) if item.place in self.heads else None
                if joined:
                    self.items.remove(joined[0])
                    item = joined[1]
                self.heads[item.place] = line
                self.labels[item.place] = item.new.label
            self.items.append(self._placed(item))
        self.notes |= _noted(draft)
        self.renumbered += draft.renumbered
        self.taken[whole] = line
        return reasons

    def _look(self, draft: Draft, fresh: Sequence[_Asked], moved: Sequence[Place]) -> None:
        """Refuse what touches what was taken in before."""
        for place, start, end, _ in fresh:
            self._check(place, start, end)
        for place in draft.gone:
            self._check_gone(place)
        for place in moved:
            self._clash(place, self.gone.get(place) or self.moved.get(place))
        for item in (each for each in draft.items if not isinstance(each, Delete)):
            place = _stands_in(item)
            named = place if place.part is not Part.HEADING else replace(place, part=Part.CLAUSE)
            self._clash(named, self._gone_by(place) if place.clause else 0)
            if isinstance(item, Relabel | Redesignate) and place in self.heads and not with_bracket(item, self.items):
                self._clash(place, self.heads[place])
        look_at_overlap(fresh)

    def _joined(self, edits: Sequence[_Asked]) -> list[_Asked]:
        """The edits of one instruction, its deletions that touch the same space made one."""
        joined: list[_Asked] = []
        for edit in edits:
            place, start, end, new = edit
            met = [other for other in joined if other[0] == place and max(start, other[1]) < min(end, other[2])]
            if any(other[3] or new for other in met):
                raise Refused("already-changed", f"the same words of {self.standing.name(place)} are changed twice")
            joined = [other for other in joined if other not in met]
            joined.append((place, min([start, *(other[1] for other in met)]), max([end, *(o[2] for o in met)]), new))
        return joined

    def _is_gone(self, draft: Draft) -> bool:
        """Whether an instruction only takes out what goes already."""
        only = not draft.edits and all(isinstance(item, Delete) for item in draft.items)
        return bool(draft.gone) and only and all(self._gone_by(place) for place in draft.gone)

    def _gone_by(self, place: Place) -> int:
        """The line that takes a place out, or the whole clause that it is in; 0 where none does."""
        whole = Place(place.clause, Part.CLAUSE, self.standing.ground(place.clause).position)
        return self.gone.get(place) or self.gone.get(whole, 0)

    def _clash(self, place: Place, line: int | None) -> None:
        if line:
            raise clash(self.standing.name(place), line)

    def _is_done(self, edit: tuple[Place, int, int, Text], reasons: list[str]) -> bool:
        place, start, end, new = edit
        takes_a_mark = not new and is_mark(cut(self.standing.text(place), start, end))
        if takes_a_mark and self._gone_by(place):
            return True
        for other in self.edits.get(place, ()):
            if takes_a_mark and other.start <= start and end <= other.end:
                return True
            if (other.start, other.end, said(other.new)) == (start, end, said(new)) and not is_mark(new):
                reasons.append(f"line {other.line} does the same already")
                return True
            if start == end == other.start == other.end:
                reasons.append(_BESIDE.format(other.line))
        return False

    def _is_alone(self, item: Insert, line: int, reasons: list[str]) -> bool:
        """Whether nobody put the same into a gap; who put other things there is named."""
        gap = (item.gap.clause, item.gap.part, item.gap.position)
        if item.gap.part is Part.NOTE:
            return True  # it stands where its mark does
        for other, units in self.inserted[gap]:
            if [asked(unit) for unit in units] == [asked(unit) for unit in item.units]:
                reasons.append(f"line {other} does the same already")
                return False
        reasons += [_BESIDE.format(other) for other, _ in self.inserted[gap] if other != line]
        self.inserted[gap].append((line, item.units))
        return True

    def _check(self, place: Place, start: int, end: int) -> None:
        self._clash(place, self._gone_by(place))
        for other in self.edits.get(place, ()):
            overlaps = max(start, other.start) < min(end, other.end)
            inside = start == end and other.start < start < other.end
            around = other.start == other.end and start < other.start < end
            if overlaps or inside or around:
                raise clash(self.standing.name(place), other.line)

    def _check_gone(self, place: Place) -> None:
        """Nothing of what goes, and nothing in a clause that goes, may be touched by what came before."""
        inside = self.touched.get(place.clause) if place.part is Part.CLAUSE else None
        self._clash(place, self._gone_by(place) or self.moved.get(place) or self.heads.get(place) or inside)
        if self.edits.get(place):
            self._clash(place, self.edits[place][0].line)

    def _placed(self, item: Item) -> Item:
        """A newcomer behind those that came to its gap before."""
        if not isinstance(item, Insert | Move):
            return item
        gap = item.gap
        at = (gap.clause, gap.part, gap.position)
        gap = Gap(*at, self.arrivals[at])
        self.arrivals[at] += 1
        return Insert(gap, item.units) if isinstance(item, Insert) else Move(item.place, item.count, gap)

    @property
    def all(self) -> list[Item]:
        """Everything, as items against the text."""
        words: list[Item] = []
        for place, edits in self.edits.items():
            old = self.standing.text(place)
            words += [Replace(place, edit.start, cut(old, edit.start, edit.end), edit.new) for edit in edits]
        return [*words, *self.items]


def _stands_in(item: Item) -> Place:
    """What an item touches: its place, or the heading of the clause that it comes to; no clause where it is one."""
    return Place(item.gap.clause, Part.HEADING) if isinstance(item, Insert | Move) else item.place


def _noted(draft: Draft) -> dict[tuple[str, str], _Noted]:
    """The footnotes that an instruction puts in: where the mark of each stands, and its words."""
    marks = {(place.clause, new): (place, start) for place, start, _, new in draft.edits if is_mark(new)}
    units = [(item.gap.clause, unit) for item in draft.items if isinstance(item, Insert) for unit in item.units]
    return {
        (clause, unit.name): (*marks[clause, (Note(unit.name),)], unit.text)
        for clause, unit in units
        if isinstance(unit, Footnote) and (clause, (Note(unit.name),)) in marks
    }


def _carried(move: Move) -> list[Place]:
    return [replace(move.place, index=move.place.index + step) for step in range(move.count)]
