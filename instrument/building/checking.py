"""A text checked as it stands in its workspace: what it grew from, whether it is final, which rules are kept there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from instrument.building.dictionary import unknown_words
from instrument.building.texts import Passage, is_file
from instrument.checks import CODES, Reading, Waivers, found
from instrument.checks.values import Finding, Terms
from instrument.model import Clause, Instrument, Run, Text, cut, length, text
from instrument.paper import Paper
from instrument.papers.assembly import number_articles
from instrument.papers.findings import Remark, Unit, findings_paper
from instrument.problem import Problem, Read
from instrument.references import Place

if TYPE_CHECKING:
    from instrument.library import Library


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found in a text, in reading order, and what is wrong with its waivers."""

    original: Instrument
    instrument: Instrument  # with a number on every article
    findings: tuple[tuple[Finding, Problem], ...]
    waivers: tuple[Problem, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        return (*(problem for _, problem in self.findings), *self.waivers)

    @property
    def fixed(self) -> Instrument:
        """The text with every certain fix made; where two touch, the first is made."""
        return _fixed(self.original, [finding for finding, _ in self.findings if finding.fix is not None])


def check_text(
    library: Library | None, name: str, passage: Passage, terms: Terms, final: bool | None = None
) -> Checked:
    """The findings on a text that a person named; those outside the places that were asked for are left out.

    `final` says whether nothing is left to negotiate; None asks the stage: an adopted or corrected one is.
    Raises `Misuse` for a rule or severity that does not exist.
    """
    stage = None if library is None or is_file(name) else library.stage(name.rpartition("@")[2].partition(".")[0])
    settings = library.settings if library and stage else None
    base = library.completed(stage.base + _language(name)) if library and stage and stage.base else None
    is_final = (stage is not None and stage.is_adopted) if final is None else final
    whole = number_articles(passage.whole)
    reading = Reading(whole, base, is_final, settings.profile if settings else "un", unknown_words)
    waivers = Waivers(whole, CODES)
    findings = found(reading, terms.over(settings.checks) if settings else terms, waivers)
    shown = [pair for pair in findings if _is_asked(passage, pair[1].where.name)]
    told = [problem for problem in waivers.problems if _is_asked(passage, problem.where.name)]
    return Checked(passage.whole, whole, tuple(shown), () if terms.select else tuple(told))


def checked_paper(checked: Checked, name: str, profile: str) -> Read[Paper]:
    """The text as a page, with the findings beside their words."""
    remarks: dict[Unit, list[Remark]] = {}
    for finding, problem in checked.findings:
        place = finding.line.place
        if place.part != "note":
            unit = place.clause, place.index if place.part == "provision" else None
            start, end = (0, 1) if finding.on_label else (finding.start, max(finding.end, finding.start + 1))
            remarks.setdefault(unit, []).append(Remark(start, end, problem))
    return findings_paper(checked.instrument, remarks, checked.problems, name, profile)


def _language(name: str) -> str:
    return "." + name.partition(".")[2] if "." in name else ""


def _is_asked(passage: Passage, address: str) -> bool:
    return not passage.places or any(f"{address}/".startswith(f"{place}/") for place in passage.places)


def _fixed(instrument: Instrument, findings: Sequence[Finding]) -> Instrument:
    clauses = {clause.id: clause for clause in instrument}
    done: dict[tuple[Place, bool], int] = {}
    for finding in sorted(findings, key=lambda each: -each.start):
        key = finding.line.place, finding.on_label
        if finding.end <= done.get(key, finding.end):
            done[key] = finding.start
            clauses[finding.line.place.clause] = _mended(clauses[finding.line.place.clause], finding)
    return instrument.with_clauses(clauses.values())


def _mended(clause: Clause, finding: Finding) -> Clause:
    place = finding.line.place
    if place.part == "heading":
        return replace(clause, heading=_put(clause.heading, finding))
    if place.part == "note":
        note = clause.notes[place.index]
        notes = (*clause.notes[: place.index], replace(note, text=_put(note.text, finding)))
        return replace(clause, notes=(*notes, *clause.notes[place.index + 1 :]))
    old = clause.provisions[place.index]
    new = replace(old, label=finding.fix or "") if finding.on_label else replace(old, text=_put(old.text, finding))
    return replace(clause, provisions=(*clause.provisions[: place.index], new, *clause.provisions[place.index + 1 :]))


def _put(content: Text, finding: Finding) -> Text:
    """A text with the fix of a finding, in the emphasis of the words that it replaces."""
    old = next((atom for atom in cut(content, finding.start, finding.end) if isinstance(atom, Run)), Run(""))
    fix = replace(old, chars=finding.fix or "")
    return text(*cut(content, 0, finding.start), fix, *cut(content, finding.end, length(content)))
