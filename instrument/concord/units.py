"""What is compared of a clause, unit by unit: its heading, its provisions, its notes, each with what it says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from instrument import holders
from instrument.brackets.reading import HEADING, Bracket, scan
from instrument.concord.figure import Figure
from instrument.concord.figures import figures
from instrument.labels import continuing, designation, number, readings
from instrument.model import Clause, Holders, Provision, Run, Text, plain, text
from instrument.outline import addresses, parents

_TURNED = re.compile(r"(?:[-–] ?(\d{1,2})|(\d{1,2}) ?[-–]) +")
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
    marks, provisions = _brackets(clause), [*map(_labelled, clause.provisions)]
    kind, printed = designation(clause.label)
    said = number(printed) if printed else None
    heading = (said.numbers, said.suffix) if kind and said else None
    rows: list[tuple[str, str, Path, Text]] = [(f"{clause.id}/heading", clause.label, (heading,), clause.heading)]
    rows += [
        (address, provision.label, path, provision.text)
        for provision, address, path in zip(provisions, addresses(clause), _paths(provisions), strict=True)
    ]
    rows += [(f"{clause.id}/note/{note.name}", "", (note.name,), note.text) for note in clause.notes]
    return tuple(
        Unit(index, address, label, path, words := plain(content).strip(), figures(words, language), marks[index])
        for index, (address, label, path, content) in enumerate(rows, HEADING)
    )


def _labelled(provision: Provision) -> Provision:
    """A provision with the number at the head of its words as its label: "2 -" or, turned, "- 2"."""
    found = None if provision.label else _TURNED.match(plain(provision.text))
    if found is None or not isinstance(provision.text[0], Run) or len(provision.text[0].chars) < found.end():
        return provision
    words = text(Run(provision.text[0].chars[found.end() :], provision.text[0].marks), *provision.text[1:])
    return replace(provision, label=f"{found[1] or found[2]}.", text=words)


def _paths(provisions: Sequence[Provision]) -> list[Path]:
    """The values of the labels of each provision and of what it stands under; one without a label has None."""
    found: list[Path] = []
    before: dict[int | None, str] = {}
    for provision, parent in zip(provisions, parents(provisions), strict=True):
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
