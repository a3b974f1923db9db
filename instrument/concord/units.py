"""What is compared of a clause, unit by unit: its heading, its provisions, its notes, each with what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from instrument import holders
from instrument.brackets.reading import HEADING, Bracket, scan
from instrument.concord.figure import Figure
from instrument.concord.figures import figures
from instrument.labels import continuing, designation, number, readings
from instrument.model import Clause, Holders, Text, plain
from instrument.outline import addresses, parents

Path = tuple[object, ...]
Marks = Counter[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a clause in one language.

    `path` are the values of its labels from the outermost down, so that (a), a), а) and 一 are one; `brackets` says
    for each that opens or closes here how deep it stands, and who holds it.
    """

    index: int
    address: str
    label: str
    path: Path
    words: str
    figures: tuple[Figure, ...]
    brackets: Marks = field(default_factory=Counter)

    @property
    def value(self) -> object:
        """What its own label says."""
        return self.path[-1] if self.path else None

    @property
    def part(self) -> str:
        """What it is of its clause."""
        if self.index == HEADING:
            return "heading"
        return f"note {self.value}" if "/note/" in self.address else "provision"

    @property
    def cited(self) -> frozenset[str]:
        """The numbers that its label may give, as figures have them: "(i)" is 1, or 9."""
        return frozenset(str(each.numbers[-1]) for each in readings(self.label.strip("[]")))

    @property
    def printed(self) -> str:
        """Its label and its words."""
        return f"{self.label} {self.words}".strip()


def units(clause: Clause, language: str) -> tuple[Unit, ...]:
    """The units of a clause in order: the heading first, whose label is the designation, notes last."""
    marks = _brackets(clause)
    kind, printed = designation(clause.label)
    said = number(printed) if printed else None
    heading = (said.numbers, said.suffix) if kind and said else None
    rows: list[tuple[int, str, str, Path, Text]] = [
        (HEADING, f"{clause.id}/heading", clause.label, (heading,), clause.heading)
    ]
    rows += [
        (index, address, provision.label, path, provision.text)
        for index, (provision, address, path) in enumerate(
            zip(clause.provisions, addresses(clause), _paths(clause), strict=True)
        )
    ]
    rows += [
        (len(clause.provisions) + index, f"{clause.id}/note/{note.name}", "", (note.name,), note.text)
        for index, note in enumerate(clause.notes)
    ]
    return tuple(
        Unit(index, address, label, path, words := plain(text).strip(), figures(words, language), marks[index])
        for index, address, label, path, text in rows
    )


def _paths(clause: Clause) -> list[Path]:
    """The values of the labels of each provision and of what it stands under; one without a label has None."""
    found: list[Path] = []
    before: dict[int | None, str] = {}
    for provision, parent in zip(clause.provisions, parents(clause.provisions), strict=True):
        read = continuing(provision.label.strip("[]"), before.get(parent, "").strip("[]"))
        value = (read.numbers, read.suffix, read.letter, read.alternative) if read else None
        if provision.label:
            before[parent] = provision.label
        found.append((*(found[parent] if parent is not None else ()), value))
    return found


def _brackets(clause: Clause) -> Mapping[int, Marks]:
    """What opens, closes and is loose in each unit, and how deep."""
    found: dict[int, Marks] = {index: Counter() for index in range(HEADING, len(clause.texts) + HEADING)}
    read = scan(clause)
    for bracket, depth in _deep(read.brackets, 0):
        found[bracket.start.unit]["opens", depth] += 1
        found[bracket.end.unit]["closes", depth, _held(bracket.holders)] += 1
    for point, char in read.loose:
        found[point.unit]["loose", char] += 1
    return found


def _deep(brackets: tuple[Bracket, ...], depth: int) -> Iterator[tuple[Bracket, int]]:
    for bracket in brackets:
        yield bracket, depth
        yield from _deep(bracket.inside, depth + 1)


def _held(by: Holders | None) -> str:
    return holders.write(by) if by else ""
