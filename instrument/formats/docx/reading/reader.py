"""A Word document as an instrument: one that we wrote, or anybody's."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element

from instrument.formats.docx.numbering import Numbering
from instrument.formats.docx.parts.carriers import once
from instrument.formats.docx.parts.limits import LIMITS, Limits
from instrument.formats.docx.parts.manifest import Manifest
from instrument.formats.docx.parts.opened import Opened, opened
from instrument.formats.docx.parts.stylesheet import stylesheet
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.reading.asides import notes, report_edges, report_unused
from instrument.formats.docx.reading.clauses import clause
from instrument.formats.docx.reading.dangers import report_dangers
from instrument.formats.docx.reading.findings import report_findings
from instrument.formats.docx.reading.formatting import report_formatting
from instrument.formats.docx.reading.grouping import Grouping
from instrument.formats.docx.reading.lines import Line, lines
from instrument.formats.docx.reading.placing import Placed, placed
from instrument.formats.docx.reading.reading import Reading
from instrument.formats.docx.reading.remarks import comments, keep
from instrument.formats.docx.reading.retold import report_retold
from instrument.formats.docx.reading.stored import stored
from instrument.formats.docx.reading.wording import Wording
from instrument.formats.docx.walking.keeping import keeping
from instrument.formats.docx.walking.view import VIEWS, View
from instrument.formats.docx.walking.walk import Walked, walk
from instrument.languages import detect
from instrument.model import Instrument
from instrument.problem import Problem, Read, Severity


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says in one view: its text, what there is to report, what was said in the margin."""

    instrument: Instrument
    problems: tuple[Problem, ...]
    remarks: tuple[Placed, ...]


def read(data: bytes, name: str, view: str = "accepted", limits: Limits = LIMITS) -> Read[Instrument]:
    """The instrument in a .docx file."""
    if view not in VIEWS:
        raise ValueError(f'"{view}" is no view')
    with keeping():
        file = opened(data, name, limits)
        told = tell(file, walk(file.document, file.main, file.name, limits.blocks), VIEWS[view])
    return Read(told.instrument, told.problems)


def tell(file: Opened, walked: Walked, view: View) -> Told:
    """What a view of a file says."""
    manifest = stored(file)
    styles = next(map(file.root, file.related("styles")), None)
    numbering = Numbering(next(map(file.root, file.related("numbering")), None), styles)
    reading = Reading(file.name, file.main, stylesheet(styles), manifest.targets(), manifest.holders, numbering, view)
    found = list(lines(walked.blocks, reading))
    reading.second |= {once(name) for line in found for name in line.bookmarks if once(name) != name}
    ours = bool(manifest.clauses) or any(line.control[0] or any(map(reading.target, line.bookmarks)) for line in found)
    if ours and not manifest.clauses:
        message = "the file has lost the part that says what its clauses and anchors are, and who holds its brackets"
        reading.line = 0
        reading.report("manifest-lost", Severity.WARNING, message, "read the file as it was sent, or check the guesses")
    groups = Grouping(manifest, reading, ours).sort(found)
    remarks = comments(file, walked.blocks, walked.ranges, reading)
    keep(remarks, (line for group in groups for line in group.lines), reading)
    wording = Wording(reading, notes(file, reading))
    clauses = tuple(clause(group, wording, trusted=ours) for group in groups)
    report_unused(wording)
    instrument = Instrument(clauses, _language(manifest, found, styles))
    report_retold(instrument, {line.number: group.id for group in groups for line in group.lines}, reading)
    report_findings(walked, reading)
    report_formatting(file.document, walked.blocks, reading)
    if not ours:
        report_edges(file, reading)
    report_dangers(file, reading)
    reading.problems += numbering.problems
    return Told(instrument, tuple(reading.problems), placed(remarks, groups, clauses, reading))


def _language(manifest: Manifest, found: list[Line], styles: _Element | None) -> str:
    declared = None if styles is None else styles.find(f".//{w('rPrDefault')}//{w('lang')}")
    spoken = attribute(declared).partition("-")[0]
    return manifest.language or detect("".join(line.words for line in found), spoken)
