"""Tables: rows and columns put in and struck, cells compared one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from lxml.etree import _Element

from instrument.comparison.align import Block, align
from instrument.formats.docx.parts.tree import w
from instrument.formats.docx.revising.edition import Edition
from instrument.formats.docx.revising.flow import NOBODY, Grid, words_under
from instrument.formats.docx.revising.leaves import Ties
from instrument.formats.docx.revising.looks import merges
from instrument.formats.docx.revising.matching import Unit
from instrument.formats.docx.revising.others import behind_others, is_others_row
from instrument.formats.docx.revising.placing import Follower, Spot, place
from instrument.formats.docx.revising.whole import bring_whole, mark_part, strike_whole

Compare = Callable[[_Element, _Element, Edition, _Element | None], None]
Pair = tuple[int | None, int | None]
_GRID = f"{w('tblGrid')}/{w('gridCol')}"
_ROW, _CELL, _ROW_PROPERTIES, _CELL_PROPERTIES = w("tr"), w("tc"), w("trPr"), w("tcPr")


def revise(unit: Unit, spot: Spot, last: Follower | None, edition: Edition, compare: Compare) -> Spot:
    """Write what differs in a table, strike one that is gone, put a new one in; the place behind it is returned."""
    if unit.tables:
        old, new = unit.tables
        if old is not new:
            base = unit.base[0].element if unit.base else None
            _revise(old.element, new.element, base, edition, compare)
        return spot.behind(old.element, new)
    for grid in unit.old:
        if isinstance(grid, Grid):
            for row in _standing(grid.element, edition):
                _strike_row(row, edition)
            spot = spot.behind(grid.element, None)
    for grid in unit.new:
        if isinstance(grid, Grid):
            for row in _rows(grid.element):
                _bring_row(row, edition)
            edition.grafts.adopt(grid.element)
            place(grid.element, grid.control, spot, last)
            spot = spot.behind(grid.element, grid)
    return spot


def _revise(old: _Element, new: _Element, base: _Element | None, edition: Edition, compare: Compare) -> None:
    _dress(old, new, edition, "tblPr")
    olds, news = list(_standing(old, edition)), list(_rows(new))
    bases = _beside(olds, [] if base is None else list(_rows(base)))
    columns = _columns(olds, news, edition)
    _widen(old, new, columns or [])
    before: _Element | None = None
    for i, j in _pairs(
        [_block(row, edition.ties, edition.since) for row in olds], [_block(row, edition.new_ties) for row in news]
    ):
        if j is None:
            assert i is not None
            _strike_row(olds[i], edition)
        elif i is None:
            row = news[j]
            _bring_row(row, edition)
            edition.grafts.adopt(row)
            _stand(row, before, olds)
            before = row
            continue
        else:
            _revise_row(olds[i], news[j], bases[i], columns, edition, compare)
        before = olds[i] if j is None else behind_others(olds[i], edition.since)


def _widen(old: _Element, new: _Element, columns: Sequence[Pair]) -> None:
    """Make room in a table's grid for its new columns: pandoc leaves out what stands beyond it."""
    grid, wider = old.findall(_GRID), new.findall(_GRID)
    before: _Element | None = None
    for i, j in columns:
        if i is None and j is not None and j < len(wider) and grid:
            made = deepcopy(wider[j])
            _stand(made, before, grid)
            before = made
        elif i is not None and i < len(grid):
            before = grid[i]


def _stand(part: _Element, before: _Element | None, others: Sequence[_Element]) -> None:
    """Put a row or a cell behind the one before it, or before all others."""
    if before is not None:
        before.addnext(part)
    else:
        others[0].addprevious(part)


def _beside(olds: Sequence[_Element], bases: Sequence[_Element]) -> Sequence[_Element | None]:
    """What each of the old rows or cells is in the base, which was read of them, where it is as many."""
    return bases if len(bases) == len(olds) else [None] * len(olds)


def _revise_row(
    old: _Element,
    new: _Element,
    base: _Element | None,
    columns: Sequence[Pair] | None,
    edition: Edition,
    compare: Compare,
) -> None:
    _dress(old, new, edition, "tblPrEx", "trPr")
    olds, news = list(_cells(old)), list(_cells(new))
    bases = _beside(olds, [] if base is None else list(_cells(base)))
    pairs = columns if columns is not None else _cell_pairs(olds, news, edition)
    before: _Element | None = None
    for i, j in pairs:
        if j is None:
            assert i is not None
            mark_part(olds[i], _CELL_PROPERTIES, edition.stamps.named("cellDel"))
            strike_whole(olds[i], edition)
        elif i is None:
            cell = news[j]
            bring_whole(cell, edition)
            mark_part(cell, _CELL_PROPERTIES, edition.stamps.named("cellIns"))
            edition.grafts.adopt(cell)
            _stand(cell, before, olds)
            before = cell
            continue
        else:
            _dress(olds[i], news[j], edition, "tcPr")
            compare(olds[i], news[j], edition, bases[i])
        before = olds[i]


def _dress(old: _Element, new: _Element, edition: Edition, *names: str) -> None:
    """Track how a table, a row or a cell looks; where other cells are one than before, that is only said."""
    for name in names if edition.looks.tracked else ():
        edition.looks.dress_part(old, new, name)
        if merges(old.find(w(name))) != merges(new.find(w(name))):
            edition.say_once(
                "cells-merged",
                "cells of a table that were one are apart, or reach over others that they did not: they are left as"
                " they were, only their words are marked",
                "look at the tables of both files",
            )


def _columns(olds: Sequence[_Element], news: Sequence[_Element], edition: Edition) -> list[Pair] | None:
    """Which column became which, where every row has as many cells as the others."""
    sizes = [{len(list(_cells(row))) for row in rows} for rows in (olds, news)]
    if len(sizes[0]) != 1 or len(sizes[1]) != 1:
        return None
    if sizes[0] == sizes[1]:
        return [(at, at) for at in range(sizes[0].pop())]
    columns = [
        [
            Block(tuple(word for cell in cells for word in words_under(cell, ties)))
            for cells in zip(*map(_cells, rows), strict=True)
        ]
        for rows, ties in ((olds, edition.ties), (news, edition.new_ties))
    ]
    return _pairs(*columns)


def _cell_pairs(olds: Sequence[_Element], news: Sequence[_Element], edition: Edition) -> list[Pair]:
    if len(olds) == len(news):
        return [(at, at) for at in range(len(olds))]
    return _pairs([_block(cell, edition.ties) for cell in olds], [_block(cell, edition.new_ties) for cell in news])


def _pairs(olds: Sequence[Block], news: Sequence[Block]) -> list[Pair]:
    """What became what, what is gone and what is new, in reading order."""
    found: list[Pair] = []
    i = j = 0
    steady = [match for match in align(olds, news).matches if not match.moved and len(match.old) == len(match.new) == 1]
    ends = [*((match.old[0], match.new[0]) for match in steady), (len(olds), len(news))]
    for i_end, j_end in ends:
        found += [(at, None) for at in range(i, i_end)] + [(None, at) for at in range(j, j_end)]
        if (i_end, j_end) != (len(olds), len(news)):
            found.append((i_end, j_end))
        i, j = i_end + 1, j_end + 1
    return found


def _block(part: _Element, ties: Ties, since: int = NOBODY) -> Block:
    return Block(tuple(words_under(part, ties, since)))


def _strike_row(row: _Element, edition: Edition) -> None:
    mark_part(row, _ROW_PROPERTIES, edition.stamps.named("del"))
    for cell in _cells(row):
        strike_whole(cell, edition)


def _bring_row(row: _Element, edition: Edition) -> None:
    for cell in _cells(row):
        bring_whole(cell, edition)
    mark_part(row, _ROW_PROPERTIES, edition.stamps.named("ins"))


def _standing(table: _Element, edition: Edition) -> Iterator[_Element]:
    """The rows of a table that no other hand put in."""
    return (row for row in _rows(table) if not is_others_row(row, edition.since))


def _rows(table: _Element) -> Iterator[_Element]:
    return _parts(table, _ROW)


def _cells(row: _Element) -> Iterator[_Element]:
    return _parts(row, _CELL)


def _parts(element: _Element, tag: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, those in controls too, those of inner tables not."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (w("sdt"), w("sdtContent"), w("customXml")):
            yield from _parts(child, tag)
