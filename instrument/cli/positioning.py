"""Positions on a terminal: the matrix in blocks of columns that fit, what was said, the contested words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from instrument.cli.diffing.stat import aligned
from instrument.cli.diffing.wrapping import wrap
from instrument.papers.positions.telling import Teller
from instrument.problem import columns
from instrument.proposals.contesting import Contested
from instrument.proposals.matrix import Matrix, Positions

_HEAD = 22  # columns of the terminal that a line of a head takes, unless a word is longer
_GAP = "  "

Row = Sequence[str]


def lines(positions: Positions, teller: Teller, width: int) -> Iterator[str]:
    """The page, in lines of a terminal's width as far as words and heads allow."""
    said, matrix = teller.said, positions.matrix
    yield f"{said.on.format(positions.title)} ({positions.audience})"
    yield from _wrapped(" ".join(teller.legend(positions)), width)
    for block in _blocks(matrix, teller, width):
        yield from ("", *aligned(block, right=False))
    yield from ("", click.style(said.records, bold=True) if matrix.columns else said.none)
    for column, line in teller.records(matrix):
        where = " ".join(teller.head(column, column.on))
        yield from _wrapped(_GAP.join(filter(None, (where, *line))), width, _GAP)
    if positions.contested:
        yield from ("", click.style(said.contested, bold=True), *_wrapped(said.counted, width))
    for each in positions.contested:
        yield from _contested(each, teller, width)


def _blocks(matrix: Matrix, teller: Teller, width: int) -> Iterator[list[Row]]:
    """The matrix in blocks of as many columns as fit beside the delegations, and at least one."""
    first = max((columns(teller.name(row.by)) for row in matrix.rows), default=0)
    start = 0
    while start < len(matrix.columns):
        stop = start + 1
        while stop < len(matrix.columns) and first + _width(matrix.between(start, stop + 1), teller) <= width:
            stop += 1
        yield _block(matrix.between(start, stop), teller)
        start = stop


def _width(block: Matrix, teller: Teller) -> int:
    _, *found = zip(*_block(block, teller), strict=True)
    return sum(len(_GAP) + max(map(columns, column)) for column in found)


def _block(block: Matrix, teller: Teller) -> list[Row]:
    """The heads, as deep as the deepest of them, and a row of cells for each delegation."""
    heads = [
        [line for part in teller.head(column, column.on) for line in _wrapped(part, _HEAD)] for column in block.columns
    ]
    depth = max(map(len, heads))
    above = [("", *(head[line] if line < len(head) else "" for head in heads)) for line in range(depth)]
    return [*above, *((teller.name(row.by), *map(teller.cell, row.cells)) for row in block.rows)]


def _contested(each: Contested, teller: Teller, width: int) -> Iterator[str]:
    """How many hold it and where it stands; under that its sides, each with those who hold it."""
    yield f"{len(each.holders):3}{_GAP}{teller.place(each, each.address)}"
    for side in each.sides:
        words, held = teller.side(side)
        yield from _wrapped(_GAP.join(filter(None, (" ".join(words.split()), held))), width, " " * 5)


def _wrapped(words: str, width: int, indent: str = "") -> Iterator[str]:
    for line in wrap([("", words)], width - len(indent)):
        yield indent + "".join(chars for _, chars in line)
