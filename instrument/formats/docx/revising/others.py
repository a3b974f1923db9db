"""What other hands changed while several write onto one file: each of them sees it as if the others had not.

Their changes are known by their numbers, which are above those that the file had before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.flow import Control, Grid, Item, Line, is_same
from instrument.formats.docx.revising.matching import Unit

_PUT_IN = frozenset((w("ins"), w("moveTo")))
_ROW_INSERTED = f"{w('trPr')}/{w('ins')}"


@dataclass(slots=True)
class Seen:
    """The items of a container as if nobody else had written into it, and what others put in, by what it stands behind.

    It is `near` where it is in the same control, and `far` from the first that is in another one on. Paragraphs that
    are one without the ends that others put in are one item, of several `parts`; it is in `closing` where the end that
    is left to it now ends what is in another control.
    """

    items: list[Item] = field(default_factory=list)
    near: dict[Item | None, list[Item]] = field(default_factory=dict)
    far: dict[Item | None, list[Item]] = field(default_factory=dict)
    closing: set[Item] = field(default_factory=set)

    def stands(self, unseen: Sequence[Item]) -> None:
        """Keep what others put in behind the last item."""
        behind = self.items[-1] if self.items else None
        far = (at for at, line in enumerate(unseen) if behind and not is_same(line.control, behind.control))
        cut = next(far, len(unseen))
        self.near[behind], self.far[behind] = [*unseen[:cut]], [*unseen[cut:]]

    def with_unseen(self, units: Sequence[Unit]) -> list[Unit]:
        """Units in reading order, and among them what others put in, which stays.

        It stands behind what it follows, and before what is new there; only what is new in the same control comes
        before another one that somebody put in.
        """
        found = _left(self.near.get(None, ()))
        waiting = _left(self.far.get(None, ()))
        inside: Control | None = None
        closes = False
        for unit in units:
            goes_on = not unit.old and is_same(_control(unit), inside)
            if goes_on and closes:
                before = (replace(item, parts=()) for item in found[-1].new if isinstance(item, Line))
                found[-1] = found[-1]._replace(new=(*before, *unit.new))
            elif goes_on:
                found.append(unit)
            else:
                found += [*waiting, unit]
                waiting, closes = [], False
            if unit.old:
                found += _left(self.near.get(unit.old[-1], ()))
                waiting, closes = _left(self.far.get(unit.old[-1], ())), unit.old[-1] in self.closing
            if unit.old and unit.new:
                inside = _control(unit)
        return found + waiting


def seen(items: Sequence[Item]) -> Seen:
    """What one hand sees of a container that others have written into."""
    found = Seen()
    unseen: list[Item] = []
    waiting: list[Line] = []  # paragraphs that run on into the next one without the ends that others put in
    for item in items:
        if isinstance(item, Line) and item.runs_on:
            if waiting or item.leaves:
                waiting.append(item)
            else:
                unseen.append(item)
            continue
        if isinstance(item, Grid):
            unseen += waiting
            waiting = []
            if _is_put_in(item):
                unseen.append(item)
                continue
        found.stands(unseen)
        found.items.append(_one([*waiting, item]) if isinstance(item, Line) and waiting else item)
        if _closes(waiting, item):
            found.closing.add(found.items[-1])
        unseen, waiting = [], []
    return found


def _is_put_in(grid: Grid) -> bool:
    """Whether other hands put all of a table in."""
    rows = list(grid.element.iterchildren(w("tr")))
    return bool(rows) and all(is_others_row(row, grid.since) for row in rows)


def _closes(before: Sequence[Line], item: Item) -> bool:
    """Whether the end of a paragraph that others cut off now ends what they put in another control."""
    return bool(before) and isinstance(item, Line) and not item.leaves and not is_same(before[0].control, item.control)


def _left(items: Iterable[Item]) -> list[Unit]:
    return [Unit((item,), (item,)) for item in items]


def _control(unit: Unit) -> Control | None:
    return unit.new[-1].control if unit.new else None


def _one(parts: Sequence[Line]) -> Line:
    """Paragraphs read on as one."""
    first = parts[0]
    made = Line(parts[-1].element, b"", first.ties, first.control, since=first.since, parts=tuple(parts))
    made.read([leaf for line in parts for leaf in line.leaves])
    return made


def is_others(element: _Element, since: int) -> bool:
    """Whether an element is a change of another hand's that puts something in."""
    return element.tag in _PUT_IN and int(attribute(element, "id") or 0) > since


def is_others_row(row: _Element, since: int) -> bool:
    change = row.find(_ROW_INSERTED)
    return change is not None and is_others(change, since)


def behind_others(element: _Element, since: int) -> _Element:
    """What to put something behind that is to stand behind what others put in there."""
    while (following := element.getnext()) is not None and (
        is_others(following, since) or (following.tag == w("tr") and is_others_row(following, since))
    ):
        element = following
    return element
