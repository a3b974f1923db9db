"""Clauses as the blocks of a page: headings, recitals, provisions, rows gathered into tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from instrument.model import Cell, Clause, Kind, Mark, Provision, Text, plain
from instrument.paper import Block, Chars, Inline, NoteMark, PageBreak, Paragraph, Style, Table
from instrument.papers.setting import Setting
from instrument.recitals import is_enacting, lead

_HEADINGS = {Kind.TITLE: Style.TITLE, Kind.PART: Style.PART, Kind.SECTION: Style.SECTION}
_BODIES = {Kind.TITLE: Style.SUBTITLE, Kind.PREAMBLE: Style.RECITAL, Kind.FINAL: Style.FORMULA}

Numbered = tuple[int, Provision]


def blocks(clause: Clause, setting: Setting) -> Iterator[Block]:
    """The blocks of one clause, in order; an annex begins a page."""
    if clause.kind is Kind.ANNEX:
        yield PageBreak()
    if clause.label or clause.heading:
        style = _HEADINGS.get(clause.kind, Style.ARTICLE)
        yield _paragraph(clause, style, setting.set(clause.heading, clause), clause.label, target=clause.id)
    for depth, numbered in groupby(enumerate(clause.provisions), _table_depth):
        if depth is None:
            yield from (_provision(clause, place, provision, setting) for place, provision in numbered)
        else:
            rows = tuple(tuple(_row(clause, place, provision, setting)) for place, provision in numbered)
            yield Table(rows, header=int(_is_header(rows[0])), depth=depth, clause=clause.id, kind=clause.kind.value)
    setting.report_unmarked(clause)


def _table_depth(numbered: Numbered) -> int | None:
    """Rows of one depth in succession are one table; None for what is no row."""
    provision = numbered[1]
    return provision.depth if any(isinstance(atom, Cell) for atom in provision.text) else None


def _paragraph(
    clause: Clause, style: Style, inlines: tuple[Inline, ...], label: str = "", depth: int = 0, target: str = ""
) -> Paragraph:
    return Paragraph(style, inlines, label, depth, target, clause.id, clause.kind.value)


def _provision(clause: Clause, place: int, provision: Provision, setting: Setting) -> Paragraph:
    inlines = setting.set(provision.text, clause, place)
    style = _style(clause, place, setting.instrument.language)
    if style is Style.RECITAL:
        inlines = _with_lead(inlines, setting.instrument.language)
    return _paragraph(clause, style, inlines, provision.label, provision.depth, _target(clause, provision))


def _target(clause: Clause, provision: Provision) -> str:
    return f"{clause.id}#{provision.anchor}" if provision.anchor else ""


def _style(clause: Clause, place: int, language: str) -> Style:
    """The first line of a preamble that says who agrees, and the last that ends in a colon, are formulas."""
    style = _BODIES.get(clause.kind, Style.PROVISION)
    provision = clause.provisions[place]
    if style is not Style.RECITAL or provision.label:
        return style
    words = plain(provision.text)
    enacting = place == 0 and is_enacting(words, language)
    agreeing = provision is clause.provisions[-1] and words.rstrip("] ").endswith((":", "："))
    return Style.FORMULA if enacting or agreeing else style


def _with_lead(inlines: tuple[Inline, ...], language: str) -> tuple[Inline, ...]:
    """A recital without any emphasis of its own gets its lead words in italics."""
    first = inlines[0] if inlines else None
    if not isinstance(first, Chars) or any(inline.marks for inline in inlines if not isinstance(inline, NoteMark)):
        return inlines
    start, end = lead(first.chars, language)
    pieces = (
        replace(first, chars=first.chars[:start]),
        replace(first, chars=first.chars[start:end], marks=frozenset({Mark.ITALIC}), house=True),
        replace(first, chars=first.chars[end:]),
    )
    return (*(piece for piece in pieces if piece.chars), *inlines[1:])


def _row(clause: Clause, place: int, provision: Provision, setting: Setting) -> Iterator[tuple[Paragraph, ...]]:
    """The cells of a row; the first has the row's label and anchor."""
    label, target = provision.label, _target(clause, provision)
    for cell in _cells(provision.text):
        yield (_paragraph(clause, Style.PROVISION, setting.set(cell, clause, place), label, target=target),)
        label = target = ""


def _cells(row: Text) -> Iterator[Text]:
    bounds = [place for place, atom in enumerate(row) if isinstance(atom, Cell)]
    for start, end in zip([-1, *bounds], [*bounds, len(row)], strict=True):
        yield row[start + 1 : end]


def _is_header(row: tuple[tuple[Paragraph, ...], ...]) -> bool:
    """A first row that is bold throughout is the head of its table."""
    inlines = [inline for cell in row for paragraph in cell for inline in paragraph.inlines]
    return bool(inlines) and all(isinstance(inline, NoteMark) or Mark.BOLD in inline.marks for inline in inlines)
