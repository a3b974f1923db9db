"""The table of a file that came back: its languages, and its rows by their addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from instrument.model import Cell, Instrument, Run, Text, plain, text
from instrument.papers.translation import ORIGINAL
from instrument.problem import CannotRead, Problem, Read

_LANGUAGE = re.compile(r"\(([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\)$")
_OF_NO_MATTER = ("guessed-clause", "page-edge")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A translation table as it was read; of each row the address, and a text for each language."""

    name: str
    languages: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Text, ...]], ...]


def sheet(read: Read[Instrument], name: str) -> Read[Sheet]:
    """The translation table in a file that was read.

    Raises `CannotRead` where there is none.
    """
    rows = [
        tuple(_cells(provision.text))
        for clause in read.value
        for provision in clause.provisions
        if any(isinstance(atom, Cell) for atom in provision.text)
    ]
    heads = [[found[1] for cell in row[1:] if (found := _LANGUAGE.search(squeezed(cell)))] for row in rows]
    at = next((place for place, head in enumerate(heads) if head and len(head) == len(rows[place]) - 1), None)
    if at is None:
        raise CannotRead(f"{name} holds no translation table: its first row names the languages, as in English (en)")
    languages, width = tuple(heads[at]), len(rows[at])
    body = tuple((squeezed(row[0]), (*row[1:width], *[()] * (width - len(row)))) for row in rows[at + 1 :])
    kept = tuple(problem for problem in read.problems if not _is_ours(problem))
    return Read(Sheet(name, languages, body), kept)


def _is_ours(problem: Problem) -> bool:
    """Whether what is said of a file is true of every table: that it holds no clauses, that the original changed."""
    by = ORIGINAL.format("")
    return problem.code in _OF_NO_MATTER or (problem.code == "tracked-change" and f'by "{by}' in problem.message)


def squeezed(content: Text) -> str:
    """The characters of a text with all white space alike.

    >>> squeezed(text("1.\\tEach  State "))
    '1. Each State'
    """
    return " ".join(plain(content).split())


def _cells(row: Text) -> Iterator[Text]:
    """The cells of a row, each on one line."""
    bounds = [place for place, atom in enumerate(row) if isinstance(atom, Cell)]
    for start, end in zip([-1, *bounds], [*bounds, len(row)], strict=True):
        yield text(*(_flat(atom) if isinstance(atom, Run) else atom for atom in row[start + 1 : end]))


def _flat(run: Run) -> Run:
    return Run(re.sub(r"[\t\n\r\u2028 ]+", " ", run.chars), run.marks)
