"""A translation table that came back: its filled cells as clauses, under the ids, anchors and levels of the original.

A clause is taken whole or not at all. What cannot be placed is a problem that has its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from instrument.brackets.reading import HEADING
from instrument.building.concording.cells import Filling
from instrument.building.concording.laying import spelt
from instrument.building.concording.sheet import Sheet, squeezed
from instrument.building.concording.tables import Column, beside, column
from instrument.concord.units import Unit, units
from instrument.labels import designate, designation
from instrument.model import Clause, Footnote, Instrument, Provision, Reference, Run, Text, cut
from instrument.papers.labelling import parted
from instrument.problem import Misuse, Problem, Read, Severity, Where
from instrument.references import cite

if TYPE_CHECKING:
    from instrument.library import Library
    from instrument.paper import Paragraph


_Stood = tuple[str, Text, tuple[str, ...]]  # a label, words and comments as they stand


@dataclass(frozen=True, slots=True)
class _Return:
    """One reading back: the original, what stands in the language so far, and its units by those of the original."""

    base: Column
    mine: Column
    language: str
    raw: Instrument
    known: Instrument
    stood: Mapping[str, tuple[Unit, ...]]

    def cite(self, at: str, reference: Reference) -> str:
        """What a reference prints in a clause in the language; empty where it leads nowhere."""
        return cite(self.mine.whole, reference, at, self.mine.profile) or ""

    def standing(self, known: Clause | None, unit: Unit, cells: Mapping[str, Text]) -> _Stood | None:
        """What stands in the language for a unit of the original, where its cell still reads so."""
        there = self.stood.get(unit.address, ())
        if known is None or len(there) != 1:
            return None
        if _joined(self.mine.cell(known.id, there)) != squeezed(cells[unit.address]):
            return None
        index = there[0].index
        if index == HEADING:
            return known.label, known.heading, ()
        if index >= len(known.provisions):
            return "", known.notes[index - len(known.provisions)].text, ()
        provision = known.provisions[index]
        return provision.label, provision.text, provision.comments


def returned(library: Library, stage: str, table: Sheet, language: str) -> Read[tuple[Clause, ...]]:
    """The clauses of a stage that a table gives in a language: those that are complete, and differ from what stands.

    Raises `Misuse` for a language that the table has no column of.
    """
    if language not in table.languages[1:]:
        raise Misuse(f"{table.name} has no column to fill in for {language}; it has {', '.join(table.languages[1:])}")
    base, mine = column(library, stage, table.languages[0]), column(library, stage, language)
    stood = {
        pair.base[0].address: pair.other
        for pairs in beside(base, mine).values() for pair in pairs if pair.base
    }  # fmt: skip
    raw, known = (library.draft(_text(library, stage, each)) for each in (table.languages[0], language))
    back = _Return(base, mine, language, raw, known, stood)
    problems: list[Problem] = []
    filled = _filled(back, table, problems)
    refused = {each.where.name.split("/")[0] for each in problems if each.severity is Severity.ERROR}
    clauses: list[Clause] = []
    for original in base.text:
        cells = filled.get(original.id, {})
        if not any(map(squeezed, cells.values())):
            continue
        read = _clause(back, original, cells)
        problems += read.problems
        if read.errors or original.id in refused:
            problems += _withheld(original.id, cells)
        elif read.value != known.clause(original.id):
            clauses.append(read.value)
    return Read(tuple(clauses), tuple(problems))


def _filled(back: _Return, table: Sheet, problems: list[Problem]) -> dict[str, dict[str, Text]]:
    """The cells of a language by clause and address; what has no place is a problem with its words."""
    printed = {
        unit.address: _joined(back.base.cell(clause.id, (unit,)))
        for clause in back.base.text
        for unit in _units(back.base, clause)
    }
    at = table.languages.index(back.language)
    found: dict[str, dict[str, Text]] = {}
    for address, cells in table.rows:
        words, clause = squeezed(cells[at]), address.split("/")[0]
        if address not in printed:
            if words:
                problems.append(_unplaced(address, words))
        elif squeezed(cells[0]) != printed[address]:
            message = f"the original reads otherwise now than in the table: {words or 'its cell is empty'}"
            problems.append(_error("changed-original", address, message, words, "make a new table"))
        elif address in found.get(clause, {}):
            problems.append(_error("row-twice", address, f"the row stands in the table twice: {words}", words))
        else:
            found.setdefault(clause, {})[address] = cells[at]
    return found


def _unplaced(address: str, words: str) -> Problem:
    """Words in a row that the original does not have; of one that had none there, that is known and no fault."""
    known = "@" in address
    message = f"the original has nothing there, and the words are left out: {words}" if known else (
        f'"{address or "a row without a name"}" names no row of the original: {words}'
    )  # fmt: skip
    severity = Severity.WARNING if known else Severity.ERROR
    return Problem("unplaced", severity, Where(address), message, "put them where they belong", words)


def _error(code: str, where: str, message: str, words: str = "", hint: str = "") -> Problem:
    return Problem(code, Severity.ERROR, Where(where), message, hint, words)


def _withheld(id: str, cells: Mapping[str, Text]) -> Iterator[Problem]:
    """The words of a clause that is not taken, a row each: none of them is lost."""
    for address, cell in cells.items():
        if words := squeezed(cell):
            yield Problem(
                "withheld", Severity.WARNING, Where(address), f"{id} is not taken; its words: {words}", "", words
            )


def _units(column: Column, clause: Clause) -> tuple[Unit, ...]:
    """The units of a clause that have a row: those that print something."""
    here = spelt(Instrument((clause,)), column.whole, column.profile).clauses[0]
    return tuple(unit for unit in units(here, column.text.language) if unit.printed)


def _joined(cell: tuple[Paragraph, ...]) -> str:
    """What a cell reads, each label before its words, all white space alike."""
    parts = (part for paragraph in cell for part in parted(paragraph))
    return " ".join(" ".join("".join(getattr(each, "chars", "") for each in part) for part in parts).split())


def _text(library: Library, stage: str, language: str) -> str:
    return stage if language == library.settings.original else f"{stage}.{language}"


def _clause(back: _Return, original: Clause, cells: Mapping[str, Text]) -> Read[Clause]:
    """A clause in the language; an empty cell is an error, for a clause is taken whole."""
    wanted = _units(back.base, original)
    problems = [
        _error("empty-cell", unit.address, f"the clause {original.id} is filled in, but not this row: {unit.printed}")
        for unit in wanted
        if not squeezed(cells.get(unit.address, ()))
    ]
    known = back.known.clause(original.id)
    made = replace(original, label="", heading=(), provisions=(), notes=(), comments=known.comments if known else ())
    for unit in () if problems else wanted:
        filling = Filling(unit.address, back.language, partial(back.cite, original.id))
        made = _with(made, original, unit, _trimmed(cells[unit.address]), filling, back.standing(known, unit, cells))
        problems += filling.problems
    raw = back.raw.clause(original.id)
    if raw and not designation(raw.label)[1] and designation(original.label)[1]:
        made = replace(made, label=designate(raw.kind, "", back.language))  # numbered at assembly, here too
    return Read(made, tuple(problems))


def _with(made: Clause, original: Clause, unit: Unit, content: Text, filling: Filling, stood: _Stood | None) -> Clause:
    """The clause with one more unit, from its cell or, where that reads as it did, as it stands."""
    notes = {note.name: note for note in original.notes}
    if unit.index == HEADING:
        label, rest = (stood[0], stood[1]) if stood else filling.designated(content, original)
        heading = rest if stood else filling.filled(rest, original.heading, notes)
        return replace(made, label=label, heading=heading)
    if unit.index >= len(original.provisions):
        note = original.notes[unit.index - len(original.provisions)]
        words = stood[1] if stood else filling.filled(content, note.text, notes)
        return replace(made, notes=(*made.notes, Footnote(note.name, words)))
    provision = original.provisions[unit.index]
    label, rest = (stood[0], stood[1]) if stood else filling.labelled(content, unit)
    words = rest if stood else filling.filled(rest, provision.text, notes)
    comments = stood[2] if stood else ()
    return replace(
        made,
        provisions=(*made.provisions, Provision(provision.depth, label, words, provision.anchor, comments)),
    )


def _trimmed(content: Text) -> Text:
    """A cell without the white space around its words."""
    chars = "".join(atom.chars if isinstance(atom, Run) else "\ufffc" for atom in content)
    start = len(chars) - len(chars.lstrip())
    return cut(content, start, len(chars.rstrip()))
