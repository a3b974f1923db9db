"""A Word document as an instrument: one that we wrote, or anybody's."""

from __future__ import annotations

from lxml.etree import _Element

from instrument.formats.docx.characters import words
from instrument.formats.docx.clauses import clause
from instrument.formats.docx.grouping import Grouping
from instrument.formats.docx.lines import lines
from instrument.formats.docx.markup import LINE_BREAK
from instrument.formats.docx.opened import Opened, opened
from instrument.formats.docx.remarks import report_remarks
from instrument.formats.docx.spans import Inside, Span
from instrument.formats.docx.stored import stored
from instrument.formats.docx.stylesheet import stylesheet
from instrument.formats.docx.tree import attribute, w
from instrument.formats.docx.wording import Wording, cut
from instrument.languages import detect
from instrument.model import Instrument, Run, Text
from instrument.problem import Read, Severity


def read(data: bytes, name: str) -> Read[Instrument]:
    """The instrument in a .docx file."""
    file = opened(data, name)
    manifest = stored(file)
    styles = next(map(file.root, file.related("styles")), None)
    inside = Inside(file.name, stylesheet(styles), manifest.targets(), manifest.holders)
    body = file.root(file.main).find(w("body"))
    found = [] if body is None else list(lines(body, inside))
    ours = bool(manifest.clauses) or any(line.control[0] or any(map(inside.target, line.bookmarks)) for line in found)
    groups = Grouping(manifest, inside, ours).sort(found)
    wording = Wording(inside, _footnotes(file, inside))
    clauses = tuple(clause(group, wording, trusted=ours) for group in groups)
    report_remarks(file, inside, ours=ours)
    declared = None if styles is None else styles.find(f".//{w('rPrDefault')}//{w('lang')}")
    spoken = manifest.language or detect("".join(line.words for line in found), attribute(declared).partition("-")[0])
    return Read(Instrument(clauses, spoken), tuple(inside.problems))


def _footnotes(file: Opened, inside: Inside) -> dict[str, Text]:
    """The words of the notes, under the numbers of their marks."""
    elements = [note for part in file.related("footnotes") for note in file.root(part).iter(w("footnote"))]
    by_id = {attribute(note, "id"): note for note in elements}
    plain = Wording(inside, {})
    found = {}
    for number, id in enumerate(list(inside.noted), 1):
        if id in by_id:
            found[str(number)] = plain.text(_note(by_id.pop(id), inside))
        else:
            inside.report("note-without-words", Severity.ERROR, f"the footnote {number} has a mark but no words")
    for note in by_id.values():
        if words(note):
            message = f'a footnote whose mark was deleted was not read: "{words(note)}"'
            inside.report("note-without-mark", Severity.WARNING, message)
    return found


def _note(note: _Element, inside: Inside) -> list[Span]:
    """The spans of a note, a break between its paragraphs, without the space that sets it off from its number."""
    spans: list[Span] = []
    for paragraph in note.iter(w("p")):
        spans += [Span(Run(LINE_BREAK))] if spans else []
        spans += inside.read(paragraph)
    first = spans[0].atom if spans else None
    return cut(spans, 1) if isinstance(first, Run) and first.chars[:1] in (" ", "\t") else spans
