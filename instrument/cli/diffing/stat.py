"""A comparison in a table: article by article, or step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from instrument.cli.diffing.wrapping import isolated
from instrument.difference.comparison import Comparison
from instrument.difference.counting import Row, Tally, count
from instrument.difference.names import clause_name
from instrument.difference.view import Fate
from instrument.problem import columns

COLUMNS = {
    "new": "inserted", "deleted": "deleted", "changed": "changed", "moved here": "moved", "moved away": "left",
    "renumbered": "renumbered", "+words": "words_inserted", "-words": "words_deleted",
}  # fmt: skip
_WHOLE = {Fate.INSERTED: "new", Fate.DELETED: "deleted", Fate.MOVED: "moved"}


def table(comparison: Comparison) -> Iterator[str]:
    """How many lines (headings, provisions, notes) of each clause differ and how, and how many words."""
    counts = count(comparison)
    rows = [("", *COLUMNS)]
    rows += [(row.name, *_cells(row.tally)) for row in counts.rows]
    if len(counts.rows) > 1:
        rows.append(("in all", *_cells(counts.total)))
    return aligned(rows)


def steps(comparisons: Sequence[Comparison], names: Sequence[str]) -> Iterator[str]:
    """What each step changed in each clause; a clause is followed from step to step by what became of it."""
    rows: dict[str, list[str]] = {}  # by the clause's id in the text the next step begins with
    ended: list[tuple[str, ...]] = []
    for index, comparison in enumerate(comparisons):
        by_name = {row.name: row for row in count(comparison).rows}
        onward: dict[str, list[str]] = {}
        for chapter in comparison.chapters:
            row = rows.get(chapter.old.id) if chapter.old else None
            clause = chapter.new or chapter.old
            if clause is None:
                continue
            name = clause_name(clause, (comparison.result if chapter.new else comparison.base).language)
            cells = [name, *(row[1:] if row else [""] * index), _brief(by_name.get(name))]
            if chapter.new:
                onward[chapter.new.id] = cells
            else:
                ended.append((*cells, *[""] * (len(comparisons) - index - 1)))
        rows = onward
    heads = ("", *(f"{old} → {new}" for old, new in pairwise(names)))
    told = [tuple(cells) for cells in rows.values()] + ended
    return aligned([heads, *(cells for cells in told if any(cells[1:]))], right=False)


def aligned(rows: Sequence[Sequence[str]], right: bool = True) -> Iterator[str]:
    """Rows with their columns under one another; numbers stand to the right."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = []
        for index, (cell, width) in enumerate(zip(row, widths, strict=True)):
            space = " " * (width - columns(cell))
            cells.append(space + cell if right and index else isolated(cell) + space)
        yield "  ".join(cells).rstrip()


def _cells(tally: Tally) -> list[str]:
    return [str(number) if (number := getattr(tally, name)) else "·" for name in COLUMNS.values()]


def _brief(row: Row | None) -> str:
    """A row in a few words: "3 changed, 1 new"."""
    if row is None:
        return ""
    if row.fate in (Fate.INSERTED, Fate.DELETED):
        return _WHOLE[row.fate]
    told = [(getattr(row.tally, name), what) for what, name in list(COLUMNS.items())[:6]]
    moved = [_WHOLE[row.fate]] if row.fate in _WHOLE else []
    return ", ".join([*moved, *(f"{number} {what}" for number, what in told if number)])
