"""Edits against one text while they are gathered: what one of them touches, no other one may."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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
from instrument.instructions.clashes import asked, clash, is_mark, look_at_overlap, said
from instrument.instructions.finding import Found
from instrument.instructions.heads import with_bracket
from instrument.instructions.refusal import Refused
from instrument.instructions.standing import Standing
from instrument.model import Cell, Holders, Note, Provision, Reference, Run, Text, cut, text

_Asked = tuple[Place, int, int, Text]
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
    heads: dict[Place, int] = field(default_factory=dict)
    arrivals: defaultdict[tuple[str, Part, int], int] = field(default_factory=lambda: defaultdict(int))
    inserted: defaultdict[tuple[str, Part, int], list[tuple[int, Sequence[Unit]]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    items: list[Item] = field(default_factory=list)
    renumbered: list[tuple[str, int]] = field(default_factory=list)
    taken: dict[object, int] = field(default_factory=dict)
    labels: dict[Place, str] = field(default_factory=dict)

    def take(self, draft: Draft, line: int) -> list[str]:
        """Take in what an instruction asks for; why a person should look at it.

        Raises `Refused`, and takes in nothing, where it touches what another one does.
        """
        reasons = list(draft.reasons)
        whole = tuple(draft.edits), tuple(draft.items), tuple(draft.gone), tuple(draft.renumbered)
        if any(whole) and whole in self.taken:
            return [*reasons, f"line {self.taken[whole]} does the same already"]
        if self._is_gone(draft):
            return [*reasons, f"line {self.gone[draft.gone[0]]} does the same already"]
        fresh = [edit for edit in self._joined(draft.edits) if not self._is_done(edit, reasons)]
        for place, start, end, _ in fresh:
            self._check(place, start, end)
        for place in draft.gone:
            self._check_gone(place)
        look_at_overlap(fresh)
        for item in draft.items:
            if not isinstance(item, Relabel | Redesignate) or item.place not in self.heads:
                continue
            if not with_bracket(item, self.items):
                raise clash(self.standing.name(item.place), self.heads[item.place])
        for place, start, end, new in fresh:
            self.edits[place].append(_Edit(start, end, new, line))
        self.gone |= dict.fromkeys(draft.gone, line)
        for item in draft.items:
            if isinstance(item, Insert) and not self._is_alone(item, line, reasons):
                continue
            if isinstance(item, Relabel | Redesignate):
                self.heads[item.place] = line
                joined = with_bracket(item, self.items)
                self.items = [each for each in self.items if not (joined and each is joined[0])]
                item = joined[1] if joined else item
                self.labels[item.place] = item.new.label
            self.items.append(self._placed(item))
        self.renumbered += draft.renumbered
        self.taken[whole] = line
        return reasons

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
        return bool(draft.gone) and only and all(place in self.gone for place in draft.gone)

    def _is_done(self, edit: tuple[Place, int, int, Text], reasons: list[str]) -> bool:
        place, start, end, new = edit
        takes_a_mark = not new and is_mark(cut(self.standing.text(place), start, end))
        if place in self.gone and takes_a_mark:
            return True
        for other in self.edits.get(place, ()):
            if takes_a_mark and other.start <= start and end <= other.end:
                return True
            if (other.start, other.end, said(other.new)) == (start, end, said(new)):
                reasons.append(f"line {other.line} does the same already")
                return True
            if start == end == other.start == other.end:
                reasons.append(_BESIDE.format(other.line))
        return False

    def _is_alone(self, item: Insert, line: int, reasons: list[str]) -> bool:
        """Whether nobody put the same into a gap; who put other things there is named."""
        gap = (item.gap.clause, item.gap.part, item.gap.position)
        for other, units in self.inserted[gap]:
            if [asked(unit) for unit in units] == [asked(unit) for unit in item.units]:
                reasons.append(f"line {other} does the same already")
                return False
        reasons += [_BESIDE.format(other) for other, _ in self.inserted[gap] if other != line]
        self.inserted[gap].append((line, item.units))
        return True

    def _check(self, place: Place, start: int, end: int) -> None:
        if place in self.gone:
            raise clash(self.standing.name(place), self.gone[place])
        for other in self.edits.get(place, ()):
            overlaps = max(start, other.start) < min(end, other.end)
            inside = start == end and other.start < start < other.end
            around = other.start == other.end and start < other.start < end
            if overlaps or inside or around:
                raise clash(self.standing.name(place), other.line)

    def _check_gone(self, place: Place) -> None:
        if place in self.gone:
            raise clash(self.standing.name(place), self.gone[place])
        if self.edits.get(place):
            raise clash(self.standing.name(place), self.edits[place][0].line)

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


@dataclass(slots=True)
class Editor:
    """Writes what an instruction asks for, in printed characters, as edits of the text.

    `others` are the changes of other proposals, `labels` the numbers that were given to provisions before.
    """

    standing: Standing
    others: Mapping[str, Changes] = field(default_factory=dict)
    labels: Mapping[Place, str] = field(default_factory=dict)
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
            end = _behind_holders(old, end)
        elif found.start == found.end and printed.chars[: found.start].endswith("]"):
            start = end = _behind_holders(old, end)
        self._lost(cut(old, start, end))
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

    def add(self, item: Move | Split | Join) -> None:
        self.draft.items.append(item)
        self.touch(item.place)


def _beside(standing: Standing, place: Place, how: str) -> str:
    """What a lawyer calls the place of a newcomer; a lone paragraph has the name of its article."""
    name = standing.name(place)
    if place.part is Part.PROVISION and name == standing.name(Place(place.clause, Part.CLAUSE)):
        return f"at the {'end' if how == 'after' else 'beginning'} of {name}"
    return f"{how} {name}"


def _behind_holders(words: Text, at: int) -> int:
    """An offset behind a closing bracket, and behind those who hold it where they are named."""
    return at + any(isinstance(atom, Holders) for atom in cut(words, at, at + 1))


def _bound(part: Run | Reference, said: str, reference: Reference) -> list[Run | Reference]:
    """A run with the first printing of a reference in it made live."""
    if not isinstance(part, Run) or not said or said not in part.chars:
        return [part]
    before, after = part.chars.split(said, 1)
    return [Run(before, part.marks), reference, Run(after, part.marks)]
