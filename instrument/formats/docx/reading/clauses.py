"""The lines of one clause as the clause."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from instrument.formats.docx.parts.carriers import is_hashed
from instrument.formats.docx.parts.markup import LINE_BREAK
from instrument.formats.docx.reading.claims import claimed
from instrument.formats.docx.reading.grouping import Group
from instrument.formats.docx.reading.headings import designated, is_heading
from instrument.formats.docx.reading.lines import Line
from instrument.formats.docx.reading.nesting import Levels, styled_depth
from instrument.formats.docx.reading.pieces import Piece
from instrument.formats.docx.reading.wording import Wording, cut, leading_words, parted
from instrument.labels import designation
from instrument.model import Clause, Footnote, Kind, Note, Provision, Text, rename_notes
from instrument.problem import Severity

_SEPARATOR = re.compile(r"[\s–—:.-]*")


def clause(group: Group, wording: Wording, *, trusted: bool) -> Clause:
    """The clause of a group of lines; `trusted` says that we wrote the document, so that its styles mean something."""
    lines = list(group.lines)
    headed: list[Line] = []
    label, pieces = "", list[Piece]()
    if lines and (is_heading(lines[0]) or (not group.told and lines[0].row is None and designated(lines[0].words))):
        headed.append(lines.pop(0))
        label, pieces = _heading(headed[0], told=group.told)
        if label and not pieces and not group.told and lines and is_heading(lines[0]):
            headed.append(lines.pop(0))
            pieces = list(headed[1].pieces)
        _report_anchors(group, headed[0], wording, 0)
    heading = wording.text(pieces)
    reader = _Provisions(group, wording, trusted)
    provisions = tuple(map(reader.read, lines))
    notes = tuple(_notes([heading, *(provision.text for provision in provisions)], wording))
    comments = tuple(comment for line in headed for comment in wording.reading.comments(line.number))
    return _with_own_notes(Clause(group.id, group.kind, label, heading, provisions, notes, comments))


def _with_own_notes(clause: Clause) -> Clause:
    """The clause with its notes numbered from 1: their numbers in a document count those of the clauses before."""
    return rename_notes(clause, {note.name: str(number) for number, note in enumerate(clause.notes, 1)})


def _heading(line: Line, *, told: bool) -> tuple[str, list[Piece]]:
    """The designation of a heading and the pieces of its words."""
    if line.pieces[0].style == "Label":
        return parted(line, trusted=True)
    label = designated(line.words.partition(LINE_BREAK)[0] if told else line.words, styled=not told)
    if not label or designation(label)[0] is Kind.PREAMBLE or (told and LINE_BREAK not in line.words):
        return "", list(line.pieces)
    # A cell or the mark of a note ends the designation and whatever parts it from its words.
    words = leading_words(line.pieces)
    start = words.find(label)
    if start < 0:
        return "", list(line.pieces)
    gap = _SEPARATOR.match(words, start + len(label))
    return label, cut(line.pieces, gap.end() if gap else start + len(label))


@dataclass(slots=True)
class _Provisions:
    """Reads the lines of a clause after its heading, one after another."""

    group: Group
    wording: Wording
    trusted: bool
    levels: Levels = field(default_factory=Levels)

    def read(self, line: Line) -> Provision:
        self.wording.reading.line = line.number
        label, pieces = parted(line, trusted=self.trusted)
        text = self.wording.text(pieces)
        if not self.trusted:
            text = claimed(text, self.wording)
        anchors = _report_anchors(self.group, line, self.wording, 1)
        comments = self.wording.reading.comments(line.number)
        return Provision(self._depth(line, label), label, text, anchors[0] if anchors else "", comments)

    def _depth(self, line: Line, label: str) -> int:
        known = styled_depth(line.style) if line.row is None else line.row
        if known is not None:
            self.levels.note(label, known)
            return known
        depth = self.levels.depth(label)
        if depth or self.trusted:
            message = f'"{line.words}" was read at level {depth + 1} of "{self.group.id}"'
            hint = "the level was guessed from the label; a style named Provision or Flush says it"
            self.wording.reading.report("guessed-level", Severity.GUESS, message, hint)
        return depth


def _report_anchors(group: Group, line: Line, wording: Wording, most: int) -> list[str]:
    """The anchors that a line carries, those it cannot keep reported: references may still name them."""
    # LibreOffice doubles the bookmark of a cell that is empty.
    bookmarks = dict.fromkeys(line.bookmarks)
    targets = [target for name in bookmarks if "#" in (target := wording.reading.target(name))]
    anchors = [target.partition("#")[2] for target in targets if target.startswith(f"{group.id}#")]
    lost = [target for target in targets if not target.startswith(f"{group.id}#")]
    for name in filter(is_hashed, bookmarks):
        if not wording.reading.target(name):
            message = "an anchor that stood here has no name any more: the file no longer says it"
            wording.reading.report("anchor-moved", Severity.WARNING, message, "references to it are words now")
    for target in [*lost, *(f"{group.id}#{anchor}" for anchor in anchors[most:])]:
        message = f'the anchor "{target}" no longer stands on a paragraph of its own in its clause'
        wording.reading.report("anchor-moved", Severity.WARNING, message, "references to it lead nowhere")
    return anchors[:most]


def _notes(texts: Iterable[Text], wording: Wording) -> Iterable[Footnote]:
    for text in texts:
        for atom in text:
            if isinstance(atom, Note):
                wording.used.add(atom.name)
                yield Footnote(atom.name, wording.notes.get(atom.name, ()))
