"""Tables for translators: languages of a stage side by side, and what a translation that lags has to follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from instrument.building.concording.lagging import Outdated, outdated
from instrument.building.concording.laying import spelt
from instrument.concord import concord
from instrument.concord.alignment import Pair, align
from instrument.concord.units import Unit, units
from instrument.difference.view import Chapter, Fate
from instrument.model import Clause, Instrument
from instrument.paper import Chars, Paper, Paragraph, Style
from instrument.papers.assembly import number_articles
from instrument.papers.comparison.entries import Compositor, Entry
from instrument.papers.comparison.phrases import PHRASES
from instrument.papers.comparison.proof import Press, Proof
from instrument.papers.comparison.sections import REMARK, Section, Setter
from instrument.papers.house import HOUSES
from instrument.papers.setting import Setting
from instrument.papers.translation import ORIGINAL, Row, translation_table, unit_cell
from instrument.problem import Misuse

if TYPE_CHECKING:
    from instrument.library import Library

Cell = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A language of a stage: the clauses it has, and the whole into which references lead."""

    text: Instrument
    whole: Instrument
    profile: str

    @property
    def spelt(self) -> Instrument:
        return spelt(self.text, self.whole, self.profile)

    @property
    def setting(self) -> Setting:
        return Setting(self.whole, HOUSES.get(self.whole.language, HOUSES["en"]), self.profile, "none")

    def cell(self, clause: str, found: Sequence[Unit]) -> Cell:
        """Units of a clause as a cell."""
        here = self.text.clause(clause)
        return tuple(each for unit in found if here for each in unit_cell(self.setting, here, unit.index))


def column(library: Library, stage: str, language: str) -> Column:
    """A language of a stage, its articles numbered."""
    name = library.stage(stage).id
    text = name if library.language(language) == library.settings.original else f"{name}.{language}"
    whole = number_articles(library.completed(text))
    kept = (whole.clause(clause.id) or clause for clause in library.draft(text))
    return Column(whole.with_clauses(kept), whole, library.settings.profile)


def table(library: Library, stage: str, languages: Sequence[str]) -> Paper:
    """Languages of a stage as a translation table; what has no text yet in one of them is an empty cell.

    Raises `Misuse` for a language that the library does not have, and for fewer than two.
    """
    if len(set(languages)) < 2 or len(set(languages)) < len(languages):
        raise Misuse("a translation table has two languages or more, each once; name them as in en,fr")
    columns = [column(library, stage, language) for language in languages]
    found = [beside(columns[0], other) for other in columns[1:]]
    rows = [row for clause in columns[0].text for row in _rows(columns, found, clause)]
    return translation_table(languages, rows, library.stage(stage).name)


def beside(base: Column, other: Column) -> dict[str, tuple[Pair, ...]]:
    """The units of each clause beside those of the other column."""
    chapters = concord((base.spelt, other.spelt)).chapters[0]
    return {
        each.clause: align(_of(base, each.clause), _of(other, each.clause)) if each.cut else each.pairs
        for each in chapters
    }


def _of(column: Column, clause: str) -> tuple[Unit, ...]:
    here = column.spelt.clause(clause)
    return units(here, column.text.language) if here else ()


def _rows(columns: Sequence[Column], found: Sequence[Mapping[str, Sequence[Pair]]], clause: Clause) -> Iterator[Row]:
    """A row for each unit of the first language; what only another has stands where it has it, under its own name."""
    empty: list[Cell] = [() for _ in columns]
    after: dict[str, list[Row]] = {}
    met: dict[str, list[Cell]] = {}
    for place, pairs in enumerate((each.get(clause.id, ()) for each in found), 1):
        last = ""
        for pair in pairs:
            cell = columns[place].cell(clause.id, pair.other)
            if pair.base:
                last = pair.base[-1].address
                met.setdefault(pair.base[0].address, [*empty])[place] = cell
            else:
                alone = [*empty[:place], cell, *empty[place + 1 :]]
                name = f"{pair.other[0].address}@{columns[place].text.language}"
                after.setdefault(last, []).append(Row(name, tuple(alone)))
    yield from after.get("", ())
    for unit in _of(columns[0], clause.id):
        if unit.printed:
            cells = met.get(unit.address, empty)
            yield Row(unit.address, (columns[0].cell(clause.id, (unit,)), *cells[1:]))
        yield from after.get(unit.address, ())


def redline(library: Library, stage: str, language: str) -> Paper:
    """What the versions in a language that lag have to follow: the changes of the original tracked beside them.

    Raises `Misuse` where none lags.
    """
    text = f"{library.stage(stage).id}.{language}"
    lagging = outdated(library, text)
    if not lagging:
        raise Misuse(f'nothing of "{text}" lags behind the original: there is nothing to follow')
    now = column(library, stage, library.settings.original)
    rows = [row for each in lagging for row in _followed(library, each, now)]
    languages = library.settings.original, language
    return translation_table(languages, rows, library.stage(stage).name, redline=True)


def _followed(library: Library, lag: Outdated, now: Column) -> Iterator[Row]:
    """The lines of a clause with their changes, each beside what renders it as it was."""
    then, other = (column(library, lag.stage, each) for each in (library.settings.original, lag.language))
    pairs = beside(then, other).get(lag.clause, ())
    rendered = {pair.base[0].address: pair.other for pair in pairs if pair.base}
    proof = Proof(Press.of(then.setting), Press.of(now.setting))
    phrases = PHRASES.get(now.text.language, PHRASES["en"])
    compositor, setter = Compositor(proof, phrases, fold_consequential=False), Setter(phrases, False, columns=False)
    for chapter in lag.changes.chapters:
        section = _section(chapter, compositor)
        for entry in section.entries if section else ():
            if section and entry.line.fate is not Fate.LEFT:
                old = [other.cell(lag.clause, rendered.get(side.address, ())) for side in entry.line.old]
                rendering = tuple(paragraph for cell in old for paragraph in cell)
                yield Row(_named(entry, lag), (_tracked(setter, section, entry, lag), rendering))


def _section(chapter: Chapter, compositor: Compositor) -> Section | None:
    clause = chapter.new or chapter.old
    return Section(clause.id, clause, compositor.entries(chapter)) if clause else None


def _named(entry: Entry, lag: Outdated) -> str:
    """The address of a line; one that is gone is of the stage that had it."""
    new = entry.line.new
    return new.address if new else f"{entry.line.old[0].address}@{lag.stage}"


def _tracked(setter: Setter, section: Section, entry: Entry, lag: Outdated) -> Cell:
    """A line of the original as a cell, its changes tracked as those of the stage that made them."""
    by = ORIGINAL.format(lag.since)
    return tuple(
        replace(
            each, style=Style.PROVISION, target="", clause="", kind="",
            inlines=tuple(_by(inline, by) for inline in each.inlines if isinstance(inline, Chars)),
        )
        for cell in setter.row(section, entry)
        for each in cell
        if each.change != REMARK
    )  # fmt: skip


def _by(inline: Chars, author: str) -> Chars:
    return replace(inline, revision=replace(inline.revision, author=author)) if inline.revision else inline
