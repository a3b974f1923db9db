"""What a library has on record of positions on a stage: its matrix, and the words that are contested."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from instrument.audiences import Audience, may_see
from instrument.building.compending import stage_of
from instrument.building.registered import roll
from instrument.building.withholding import refuse_withheld
from instrument.difference.names import place_name
from instrument.library.meeting import offsets, plain_words
from instrument.model import Instrument
from instrument.outline import resolve
from instrument.problem import Misuse, Problem, Read, Severity, Where
from instrument.proposals.contesting import Contested, in_brackets, in_proposals, ranked, unnamed
from instrument.proposals.matrix import Column, Matrix, Positions, lay_out
from instrument.proposals.moments import precedes, show
from instrument.proposals.positions import Position
from instrument.proposals.proposal import as_of

if TYPE_CHECKING:
    from instrument.library import Library
    from instrument.library.register import Entry

_PARTS = ("clause", "heading", "chapeau", "provision", "note")


def positions(
    library: Library, text: str, *, audience: Audience = "internal", until: date | None = None
) -> Read[Positions]:
    """The positions on record on a stage and on the proposals on it, and the words contested there.

    Only what was recorded counts: who is silent has no position. With `until`, as the records stood then; what an
    audience may not see is left out and counted. Raises `Misuse` for a text that is no stage.

    >>> import instrument
    >>> found = positions(instrument.open("clauses"), "final-draft").value
    >>> found.contested[0].address, found.contested[0].holders
    ('stockpile-destruction/2', ('Delegation C', 'Delegation E'))
    """
    stage = library.stage(text.partition(".")[0])
    refuse_withheld(library, text, audience)
    sorting = _Sorting(library, text, audience, until)
    matrix = sorting.matrix()
    contested = _contested(library, text, audience, until)
    found = Positions(text, stage.name, library.draft(text).language, audience, until, matrix, contested.value)
    return Read(found, (*sorting.problems, *contested.problems))


@dataclass(slots=True)
class _Sorting:
    """The records of a library sorted: what is on a stage, on a proposal on it, elsewhere, and not for an audience."""

    library: Library
    text: str
    audience: Audience
    until: date | None
    places: dict[Column, tuple[object, ...]] = field(default_factory=dict)  # what columns are sorted by
    problems: list[Problem] = field(default_factory=list)

    @property
    def stage(self) -> str:
        return self.text.partition(".")[0]

    def matrix(self) -> Matrix:
        named = {name: entry for entry in self.library.register.entries for name in entry.names}
        text = self.library.completed(self.text)
        placed: list[Position] = []
        hidden = 0
        for said in self.library.register.positions:
            entry = named.get(said.on) if not said.stage else None
            if not self._is_here(said, entry):
                continue
            if not (may_see(self.audience, said.audience) and (not entry or self._may_see(entry))):
                hidden += 1
            elif column := self._on_proposal(said, entry) if entry else self._on_place(said, text):
                placed.append(replace(said, on=column.on))
        if hidden:
            records = "1 record that is" if hidden == 1 else f"{hidden} records that are"
            message = f"left out: {records} not for {self.audience}"
            self.problems.append(Problem("left-out", Severity.INFO, Where(self.text), message))
        columns = sorted(self.places, key=self.places.__getitem__)
        found = lay_out(columns, placed, self.library.settings.speakers)
        for held in (cell for row in found.rows for cell in row.cells if cell):
            for other in held.doubtful:
                order = f"is not known to be before or after {show(other.at)}; what was recorded last stands"
                self._say_of(held.latest, "order-unknown", order)
        return found

    def _is_here(self, said: Position, entry: Entry | None) -> bool:
        """Whether a record is to be looked at: on this stage, on a proposal on it, or on nothing that there is."""
        if self.until and precedes(self.until, said.at):
            return False
        if entry:
            return stage_of(self.library, entry.proposal) == self.stage
        return said.stage == self.stage or said.stage not in self.library.settings.stages

    def _may_see(self, entry: Entry) -> bool:
        return may_see(self.audience, entry.proposal.audience)

    def _on_proposal(self, said: Position, entry: Entry) -> Column:
        proposal = as_of(entry.proposal, self.until) if self.until else entry.proposal
        column = Column(entry.names[0], said.alternative, entry.names[0], proposal.state or "")
        number = self.library.register.entries.index(entry)
        words = proposal.words
        self.places[column] = (True, number, 0, 0, _first(said.alternative, words), said.alternative)
        return column

    def _on_place(self, said: Position, text: Instrument) -> Column | None:
        """The column of a place; none, and a warning, where there is no such place."""
        if said.stage != self.stage:
            self._say_of(said, "unplaced-position", "stands in no column: there is no such stage and no such proposal")
            return None
        try:
            place = resolve(text, said.on)
            words = plain_words(self.library.draft(self.stage), said.on)
        except Misuse as misuse:
            self._say_of(said, "unplaced-position", f"stands in no column: {misuse}")
            return None
        column = Column(
            place.address, said.alternative, place_name(place, text.language, self.library.settings.profile)
        )
        if said.alternative and not offsets(said.alternative, words):
            self._say_of(said, "words-gone", f"is on “{said.alternative}”, which no longer stands in {place.address}")
        clauses = [clause.id for clause in text]
        order = (clauses.index(place.clause.id), place.index, _PARTS.index(place.part))
        self.places[column] = (False, *order, _first(said.alternative, words), said.alternative)
        return column

    def _say_of(self, said: Position, code: str, message: str, hint: str = "note it again") -> None:
        where = Where(f"{said.on}@{said.stage}" if said.stage else said.on)
        told = f"what {said.by} said on {show(said.at)} {message}"
        self.problems.append(Problem(code, Severity.WARNING, where, told, hint, words=said.words))


def _first(alternative: str, words: str) -> int:
    """Where an alternative stands first in the words of a place; of the place as a whole, before all of them."""
    return next(iter(offsets(alternative, words)), len(words)) if alternative else -1


def _contested(library: Library, text: str, audience: Audience, until: date | None) -> Read[tuple[Contested, ...]]:
    """What pending proposals would change, and what stands in brackets; a public document names no holders of these."""
    draft, profile = library.draft(text), library.settings.profile
    found: list[Contested] = []
    rolling = roll(library, text, until, audience)
    if rolling.value:
        found += in_proposals(rolling.value, profile)
    problems = list(rolling.problems)
    bracketed = in_brackets(draft, profile)
    if audience != "public":
        found += bracketed
    elif bracketed:
        message = f"left out: brackets in {len(bracketed)} places; a public document does not name who holds them"
        problems.append(Problem("left-out", Severity.INFO, Where(text), message))
    if number := unnamed(draft):
        message = f"brackets in {number} places name nobody, so nobody is counted for them"
        problems.append(Problem("unnamed-brackets", Severity.INFO, Where(text), message))
    return Read(ranked(found), tuple(problems))
