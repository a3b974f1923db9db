"""Spans as the text of a clause: labels set apart, holders and notes put back where they belong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from instrument import holders, labels
from instrument.formats.docx.parts.markup import LINE_BREAK
from instrument.formats.docx.reading.held import reprinted
from instrument.formats.docx.reading.lines import Line
from instrument.formats.docx.reading.pieces import Piece
from instrument.formats.docx.reading.reading import Reading
from instrument.model import Atom, Holders, Note, Run, Text, text
from instrument.problem import Severity

_GAPS = ("\t", LINE_BREAK)
# Longer than any label, and its number can still be counted.
_LONGEST_LABEL = 200
_LEADING = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Wording:
    """Turns pieces into texts; `notes` are the words of notes by the names of their marks, `used` those in the text."""

    reading: Reading
    notes: dict[str, Text]
    used: set[str] = field(default_factory=set)

    def text(self, pieces: Sequence[Piece]) -> Text:
        """The text of pieces; a footnote that only names holders becomes the holders again."""
        atoms: list[Atom] = []
        for held, run in groupby(pieces, lambda piece: piece.style == "Holders" and isinstance(piece.atom, Run)):
            alike = list(run)
            atoms += self._held(alike) if held else [self._atom(piece.atom) for piece in alike]
        return text(*atoms)

    def _atom(self, atom: Atom) -> Atom:
        if isinstance(atom, Note):
            match self.notes.get(atom.name, ()):
                case (Holders() as named,):
                    self.used.add(atom.name)
                    return named
        return atom

    def _held(self, pieces: list[Piece]) -> list[Atom]:
        """Holders that lost their control, found again by the characters they were printed as."""
        printed = "".join(piece.atom.chars for piece in pieces if isinstance(piece.atom, Run))
        found = self.reading.printed.get(printed, set())
        if len(found) == 1:
            return [holders.of(next(iter(found)))]
        told = None if found else reprinted(printed)
        if told is not None:
            message = f'"{printed}" at a bracket was taken for its holders'
            self.reading.report("guessed-holders", Severity.GUESS, message)
            return [told]
        if printed:
            message = f'"{printed}" looks like the holders of a bracket, but not whose; it was read as words'
            self.reading.report("unknown-holders", Severity.WARNING, message)
        return [piece.atom for piece in pieces]


def parted(line: Line, *, trusted: bool) -> tuple[str, list[Piece]]:
    """The label of a line and the pieces of its words.

    The label wears a character style of its own; where somebody typed one without it, it ends at a tab. In a document
    that is not `trusted`, and in the style of labelled paragraphs, it may also end at a space.
    """
    words = leading_words(line.pieces)
    start = words[:_LONGEST_LABEL]
    if line.pieces and line.pieces[0].style == "Label":
        end = sum(len(piece.atom.chars) for piece in _labelled(line.pieces) if isinstance(piece.atom, Run))
        # Somebody may have typed on after the label, before the gap.
        end = next((place for place in range(end, len(words)) if words[place] in _GAPS), end)
        return words[:end], cut(line.pieces, end + words[end : end + 1].isspace())
    before, tab, _ = start.partition("\t")
    if tab and labels.split(f"{before} x")[0] == before:
        return before, cut(line.pieces, len(before) + 1)
    if line.row is None and (not trusted or line.style.startswith("Provision ")):
        label, _ = labels.split(start.replace("\t", " "))
        gap = _LEADING.match(words[len(label) :])
        return label, cut(line.pieces, len(label) + len(gap[0] if gap and label else ""))
    return "", list(line.pieces)


def cut(pieces: Sequence[Piece], count: int) -> list[Piece]:
    """Pieces without their first characters."""
    rest = []
    for piece in pieces:
        if count and isinstance(piece.atom, Run):
            chars = piece.atom.chars
            left, count = chars[count:], max(0, count - len(chars))
            if not left:
                continue
            piece = Piece(Run(left, piece.atom.marks), piece.style)
        rest.append(piece)
    return rest


def leading_words(pieces: Sequence[Piece]) -> str:
    """The characters before the first atom that is no run."""
    chars = ""
    for piece in pieces:
        if not isinstance(piece.atom, Run):
            break
        chars += piece.atom.chars
    return chars


def _labelled(pieces: Sequence[Piece]) -> list[Piece]:
    found = []
    for piece in pieces:
        if piece.style != "Label":
            break
        found.append(piece)
    return found
