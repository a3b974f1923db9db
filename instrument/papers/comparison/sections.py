"""The clauses of a comparison as sections of a page: the paragraphs, or the rows of two columns, of each line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from instrument.difference.view import Fate
from instrument.model import Clause
from instrument.paper import Chars, Paragraph, Style
from instrument.papers.comparison.entries import Entry, differs, name
from instrument.papers.comparison.folding import Gap
from instrument.papers.comparison.phrases import Phrases
from instrument.papers.comparison.proof import CONSEQUENTIAL, DELETE, INSERT, relabelled
from instrument.papers.contents import HEADINGS

REMARK, FOLDED = "remark", "folded"  # a paragraph of the page's own: on the line after it, or for lines left out
Cells = tuple[tuple[Paragraph, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of a clause, under an id that no other section of the page has."""

    id: str
    clause: Clause
    entries: Sequence[Entry]

    @property
    def differs(self) -> bool:
        return any(map(differs, self.entries))


@dataclass(frozen=True, slots=True)
class Setter:
    """How the lines of a comparison become paragraphs or rows."""

    phrases: Phrases
    fold_consequential: bool
    columns: bool

    def row(self, section: Section, entry: Entry) -> Cells:
        """A line with both texts in its one cell, or in a cell for each text; the old one comes first."""
        remarks = tuple(self._remarks(section, entry))
        if entry.line.fate is Fate.LEFT:
            return (remarks, ()) if self.columns else (remarks,)
        if not self.columns:
            words = self._paragraph(section, entry)
            return ((words, *remarks),) if entry.line.part == "heading" else ((*remarks, words),)
        old = (self._paragraph(section, entry, without=INSERT),) if entry.line.old else ()
        new = (*remarks, self._paragraph(section, entry, without=DELETE)) if entry.line.new else ()
        return old, new

    def gap(self, section: Section, gap: Gap) -> Paragraph:
        """What stands for lines that are left out."""
        return _own(section, self.phrases.unchanged_lines.format(gap.lines), FOLDED)

    def quiet(self, sections: Sequence[Section]) -> Paragraph:
        """What stands for whole clauses that are left out."""
        first, last = name(sections[0].clause), name(sections[-1].clause)
        words = first if len(sections) == 1 else f"{first} – {last} ({len(sections)})"
        return _own(sections[0], self.phrases.unchanged_clauses.format(words), FOLDED)

    def _remarks(self, section: Section, entry: Entry) -> Iterator[Paragraph]:
        if entry.remarks:
            words = self.phrases.remark.format(self.phrases.joint.join(entry.remarks))
            left = entry.line.fate is Fate.LEFT
            label, change = (entry.old_label, entry.change) if left else ("", REMARK)
            yield _own(section, words, change, entry.side.depth, label)

    def _paragraph(self, section: Section, entry: Entry, without: str = "") -> Paragraph:
        label, words = entry.new_label, entry.words
        if entry.old_label != label:
            gap = "\u2028" if entry.style in (Style.TITLE, *HEADINGS) else "\t"
            label, words = "", (*relabelled(entry.old_label, label, gap), *words)
        shown = tuple(chars for chars in words if chars.revision is None or chars.revision.kind != without)
        if self.fold_consequential:
            shown = tuple(_folded(shown, DELETE if without == INSERT else INSERT))
        target = section.id if entry.line.part == "heading" else ""
        kind = section.clause.kind.value
        return Paragraph(entry.style, shown, label, entry.side.depth, target, section.id, kind, entry.change)


def _own(section: Section, words: str, change: str, depth: int = 0, label: str = "") -> Paragraph:
    """A paragraph of the page's own words."""
    kind = section.clause.kind.value
    return Paragraph(Style.NOTE, (Chars(words),), label, depth, clause=section.id, kind=kind, change=change)


def _folded(words: Sequence[Chars], keeps: str) -> Iterator[Chars]:
    """Words without marks on numbers that only followed a renumbering: they read as the text does."""
    for chars in words:
        if chars.revision is None or chars.revision.weight != CONSEQUENTIAL:
            yield chars
        elif chars.revision.kind == keeps:
            yield replace(chars, revision=None)
