"""What stands in parts of its own, beside the text: footnotes, endnotes, comments, headers and footers."""

from __future__ import annotations

from instrument.formats.docx.parts.markup import LINE_BREAK
from instrument.formats.docx.parts.opened import Opened
from instrument.formats.docx.reading.findings import report_findings
from instrument.formats.docx.reading.labelling import properties_of
from instrument.formats.docx.reading.pieces import Piece, pieces, report_end
from instrument.formats.docx.reading.reading import Reading
from instrument.formats.docx.reading.wording import Wording, cut, leading_words
from instrument.formats.docx.walking.blocks import Block, Kind
from instrument.formats.docx.walking.view import shown
from instrument.formats.docx.walking.walk import walk
from instrument.model import Note, Run, Text, plain
from instrument.problem import Severity

_NOTES = {Kind.FOOTNOTE: "footnote", Kind.ENDNOTE: "endnote"}


def asides(file: Opened, kind: str, reading: Reading) -> dict[str, list[Block]]:
    """The paragraphs of each note or comment, by its id."""
    found: dict[str, list[Block]] = {}
    for part in file.related(f"{kind}s"):
        walked = walk(file.root(part), part, file.name, file.limits.blocks)
        report_findings(walked, reading)
        for block in walked.blocks:
            holder = block.container.within(kind)
            found.setdefault("" if holder is None else holder.name, []).append(block)
    return found


def notes(file: Opened, reading: Reading) -> dict[str, Text]:
    """The words of the footnotes and endnotes, under the numbers of their marks."""
    by_mark = {
        (kind, id): blocks for kind, name in _NOTES.items() for id, blocks in asides(file, name, reading).items()
    }
    wording = Wording(reading, {})
    found = {}
    read = set()
    for number, mark in enumerate(list(reading.noted), 1):
        if mark in read:
            reading.report("note-twice", Severity.ERROR, f"the footnote {number} has the words of an earlier one")
        elif mark in by_mark:
            read.add(mark)
            found[str(number)] = _text(by_mark[mark], wording, reading.own_marks.get(mark, ""))
            if mark[0] is Kind.ENDNOTE:
                reading.report("endnote", Severity.GUESS, f"an endnote was read as the footnote {number}")
        else:
            reading.report("note-without-words", Severity.ERROR, f"the footnote {number} has a mark but no words")
    for mark in [mark for mark in by_mark if mark not in read]:
        words = " ".join(block.words for block in by_mark[mark]).strip()
        if words:
            message = f"the {_NOTES[mark[0]]} was not read, its mark is not in the text"
            reading.quote("note-without-mark", Severity.WARNING, message, words)
    return found


def report_unused(wording: Wording) -> None:
    """Report the notes whose mark stands where nothing was read, in a table of contents or before the first clause."""
    for number, note in wording.notes.items():
        if number not in wording.used and plain(note).strip():
            message = f"the footnote {number} was not read, nor was the line it is marked in"
            wording.reading.quote("note-without-mark", Severity.WARNING, message, plain(note))


def report_edges(file: Opened, reading: Reading) -> None:
    """Report what stands at the head and the foot of the pages."""
    for kind in ("header", "footer"):
        for part in file.related(kind):
            walked = walk(file.root(part), part, file.name, file.limits.blocks)
            report_findings(walked, reading)
            words = " ".join(block.words for block in walked.blocks).strip()
            if words:
                reading.quote("page-edge", Severity.WARNING, f"the {kind} of the pages was not read", words)


def _text(blocks: list[Block], wording: Wording, own: str) -> Text:
    """The words of a note, a break between its paragraphs, without its `own` mark, or the space after its number."""
    found: list[Piece] = []
    reading = wording.reading
    reading.part = reading.shown_part(blocks[0].part)
    numbering = reading.numbering.afresh()
    for each in shown(blocks, reading.view):
        found += [Piece(Run(LINE_BREAK))] if found and not each.is_gone else []
        label = None if each.is_gone else numbering.label(properties_of(each.standing, reading.view))
        found += [Piece(Run(f"{label.text} "))] if label and label.text else []
        for block in each.blocks:
            reading.line = block.number
            # A note has no notes: Word allows none, and the mark of one would lead nowhere.
            found += [piece for piece in pieces(block, reading) if not isinstance(piece.atom, Note)]
            report_end(block, reading)
    reading.part, reading.line = "", 0
    words = leading_words(found)
    start = len(own) if words.startswith(own) else 0
    return wording.text(cut(found, start + words.startswith((" ", "\t"), start)))
