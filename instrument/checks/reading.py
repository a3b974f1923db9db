"""An instrument as the rules read it: its lines, its references, what it grew from, each worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from instrument.brackets import Scan, scan
from instrument.checks.lists import Listing, listings
from instrument.checks.values import HOUSES, House, Line
from instrument.definitions import Definition, Use, definitions, uses
from instrument.model import Clause, Instrument, Kind
from instrument.outline import addresses
from instrument.references import Found, Target, survey
from instrument.references.survey import Place, characters, texts

if TYPE_CHECKING:
    from instrument.difference.view import Chapter

Unknown = Callable[[str, Set[str]], Set[str]]


@dataclass(frozen=True)
class Reading:
    """A text and what a rule may ask about it; `base` is the text that it grew from, where there is one.

    `final` says that nothing is left to negotiate; `unknown` says of words which ones a language has not.
    """

    instrument: Instrument
    base: Instrument | None = None
    final: bool = False
    profile: str = "un"
    unknown: Unknown | None = None

    @property
    def language(self) -> str:
        return self.instrument.language

    @property
    def house(self) -> House:
        return HOUSES.get(self.profile, HOUSES["un"])

    @cached_property
    def references(self) -> tuple[Found, ...]:
        """Every cross-reference, live or in words, in reading order."""
        return tuple(survey(self.instrument))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every text in reading order: headings, provisions, notes; empty ones too."""
        return tuple(line for clause in self.instrument for line in lines_of(clause))

    @cached_property
    def folded(self) -> tuple[tuple[Line, str], ...]:
        """The lines with their characters in small letters."""
        return tuple((line, line.chars.casefold()) for line in self.lines)

    def having(self, *words: str) -> Iterator[Line]:
        """The lines that have one of some words in them, in small letters: to look for these is quicker than for a
        pattern; those that no line has are left out at once."""
        present = [word for word in words if word in self._all_folded]
        return (line for line, folded in self.folded if any(word in folded for word in present))

    @cached_property
    def _all_folded(self) -> str:
        return "\n".join(folded for _, folded in self.folded)

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """The terms that the text defines."""
        return definitions(self.instrument)

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Every use of a defined term, in reading order."""
        return tuple(uses(self.instrument, self.definitions))

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """What differs from the text that this one grew from, clause by clause; nothing where there is none."""
        from instrument.difference.comparison import diff  # only a text that grew from another needs it

        return diff(self.base, self.instrument).chapters if self.base is not None else ()

    @cached_property
    def by_place(self) -> dict[Place, Line]:
        return {line.place: line for line in self.lines}

    @cached_property
    def scans(self) -> dict[str, Scan]:
        """The square brackets of every clause."""
        return {clause.id: scan(clause) for clause in self.instrument}

    @cached_property
    def pending(self) -> frozenset[Place]:
        """The provisions of a draft that stand in brackets, label and all: it may not have them in the end."""
        places: set[Place] = set()
        for clause in () if self.final else self.instrument:
            for bracket in self.scans[clause.id].brackets:
                first = bracket.start.unit + bracket.start.in_text
                places |= {Place(clause.id, "provision", unit) for unit in range(first, bracket.end.unit + 1)}
        return frozenset(places)

    @cached_property
    def lists(self) -> tuple[Listing, ...]:
        """Every run of labelled provisions, an outer one before those inside it."""
        return tuple(listing for clause, lines in self.provisions() for listing in listings(clause, lines))

    def line(self, place: Place) -> Line:
        return self.by_place[place]

    def name(self, target: Target) -> str:
        """The address of what a reference names."""
        return (
            target.clause
            if target.index is None
            else self.line(Place(target.clause, "provision", target.index)).address
        )

    def provisions(self, *kinds: Kind) -> Iterator[tuple[Clause, list[Line]]]:
        """The clauses of some kinds, or all of them, each with the lines of its provisions in their order."""
        for clause in self.instrument:
            if not kinds or clause.kind in kinds:
                yield clause, [self.line(Place(clause.id, "provision", at)) for at in range(len(clause.provisions))]


def lines_of(clause: Clause) -> Iterator[Line]:
    """The lines of a clause: its heading with its designation for a label, its provisions, its notes.

    >>> [line.address for line in lines_of(Clause("use"))]
    ['use/heading']
    """
    named = {"heading": [f"{clause.id}/heading"], "provision": addresses(clause)}
    named["note"] = [f"{clause.id}/note/{note.name}" for note in clause.notes]
    labels = {"heading": [clause.label], "provision": [each.label for each in clause.provisions]}
    labels["note"] = [note.name for note in clause.notes]
    for place, content in texts(clause):
        at = place.index
        yield Line(place, named[place.part][at], labels[place.part][at], characters(content), content)
