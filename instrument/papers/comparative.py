"""Comparative tables: the base text of each provision that is touched, and beside it what proposals make of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from instrument.model import Instrument
from instrument.paper import Block, Layout, Paper, Paragraph, Style, Table
from instrument.papers.compendium import Submission
from instrument.papers.compendium.page import Page, bold, front, heading, own, unplaced
from instrument.papers.compendium.touching import Ground, Spot, Touch, base_lines, lines, touches
from instrument.papers.compendium.wording import WORDINGS, Wording
from instrument.papers.draft import Document, masthead
from instrument.papers.house import HOUSES

_COLUMNS = 4  # with that of the base: more are too narrow to be read on a page
_NO_DOCUMENT = Document()
Cell = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """Those whose proposals make the same of a spot, and all that they make of it."""

    by: tuple[Submission, ...]
    touches: tuple[Touch, ...]


def comparative(
    base: Instrument,
    submissions: Sequence[Submission],
    document: Document = _NO_DOCUMENT,
    *,
    attributed: bool = True,
    text: str = "",
    until: date | None = None,
    since: date | None = None,
    profile: str = "un",
    audience: str = "internal",
    words: Mapping[str, Wording] = WORDINGS,
) -> Paper:
    """The proposals on a text side by side, landscape: a table for each clause that is touched, a row a provision.

    Beside the base stands a column for each reading that is proposed, proposals with the same one in one cell; of
    clauses that would need more than four columns the readings stand under one another in a second column, and the page
    says so. `words` are the page's own, by language; the other arguments are those of `compendium`.

    >>> comparative(Instrument(), ()).blocks[-1].inlines[0].chars
    'No proposals were received.'
    """
    said = words.get(base.language, words["en"])
    page = Page(Ground(base, profile, "inline" if attributed else "none"), said, attributed, tuple(submissions))
    title = document.title or said.table
    found = touches(page.ground, [each for each in submissions if each.changes])
    body = [block for place, group in groupby(found, _clause) for block in _table(page, place, list(group))]
    body += unplaced(page)
    return Paper(
        title, base.language,
        (*front(page, title, text, said.side_by_side, until, since), *(body or (own(Style.FORMULA, said.none),))),
        masthead=masthead(document, HOUSES.get(base.language, HOUSES["en"])),
        layout=Layout(landscape=True, marks="printed"), audience=audience,
    )  # fmt: skip


def _clause(touch: Touch) -> int:
    return touch.spot.clause


def _table(page: Page, place: int, found: Sequence[Touch]) -> Iterator[Block]:
    """What is proposed on one clause, under its heading."""
    base = base_lines(page.ground, place)
    rows = [(spot, list(_groups(page, list(met)))) for spot, met in groupby(found, lambda touch: touch.spot)]
    width = max(len(groups) for _, groups in rows)
    yield heading(page, base[0])
    head = ((bold(page.said.base),), (bold(page.said.proposals),))
    if width < _COLUMNS:
        cells = [(_base(page, spot, base[spot.row]), *row) for spot, row in _columns(page, rows, width)]
        yield Table((head, *cells), header=1, widths=(1,) * (width + 1))
    else:
        yield own(Style.NOTE, page.said.under_one_another)
        stacked = [(_base(page, spot, base[spot.row]), _stack(page, groups)) for spot, groups in rows]
        yield Table((head, *stacked), header=1, widths=(2, 3))


def _groups(page: Page, met: Sequence[Touch]) -> Iterator[_Group]:
    """The readings of one spot in the order of the register, each with all who propose it."""
    readings: dict[tuple[int, ...], list[Submission]] = {}
    for each in page.submissions:
        if own_touches := tuple(at for at, touch in enumerate(met) if each in touch.by):
            readings.setdefault(own_touches, []).append(each)
    for places, by in readings.items():
        yield _Group(tuple(by), tuple(met[at] for at in places))


def _columns(
    page: Page, rows: Sequence[tuple[Spot, Sequence[_Group]]], width: int
) -> Iterator[tuple[Spot, tuple[Cell, ...]]]:
    """The cells beside the base; a proposal keeps the column it had in a row above, where that is free."""
    stood: dict[str, int] = {}
    for spot, groups in rows:
        free = list(range(width))
        row: list[Cell] = [()] * width
        for group in sorted(groups, key=lambda group: all(page.who(each) not in stood for each in group.by)):
            wanted = [stood[page.who(each)] for each in group.by if page.who(each) in stood]
            at = next((column for column in wanted if column in free), free[0])
            free.remove(at)
            row[at] = _reading(page, group)
            stood.update({page.who(each): at for each in group.by})
        yield spot, tuple(row)


def _stack(page: Page, groups: Sequence[_Group]) -> Cell:
    return tuple(line for group in groups for line in _reading(page, group))


def _reading(page: Page, group: _Group) -> Cell:
    """Whose it is, and under that the lines with their marks."""
    body = [line for touch in group.touches for line in lines(touch, page.base.language, depth=0)]
    names = page.said.between.join(dict.fromkeys(map(page.who, group.by)))
    return (bold(f"{names}:"), *_flush(body))


def _base(page: Page, spot: Spot, line: Paragraph) -> Cell:
    """Which provision it is, and what it reads; of a new one, where it is to stand."""
    name = page.name(spot)
    name = f"{name[0].upper()}{name[1:]}"
    if spot.is_new or not (line.label or line.inlines):
        return (bold(name),)
    return (bold(f"{name}:"), *_flush([line if spot.row else replace(line, style=Style.PROVISION)]))


def _flush(body: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Lines with the least deep at the edge of their cell: columns are narrow."""
    edge = min((line.depth for line in body), default=0)
    return (replace(line, depth=line.depth - edge) for line in body)
