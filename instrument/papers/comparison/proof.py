"""Both texts as they are set, and the marks on what differs: words, labels, printed cross-references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from instrument.comparison.pair import ends
from instrument.difference.view import Line, Side
from instrument.difference.weaving import Did, Piece
from instrument.model import Clause, Note, Reference, Text
from instrument.outline import addresses
from instrument.paper import Chars, Link, Revision
from instrument.papers.setting import Setting
from instrument.words import split

DELETE, INSERT = "delete", "insert"
CONSEQUENTIAL = "consequential"
WEIGHTS = ("force", "figure", CONSEQUENTIAL)  # where a change has several, the first is shown
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Press:
    """One of the two texts as its own paper would set it; what is looked up for every line is at hand."""

    setting: Setting
    clauses: Mapping[str, Clause]
    places: Mapping[str, int]

    @classmethod
    def of(cls, setting: Setting) -> Press:
        clauses = {clause.id: clause for clause in setting.instrument}
        places = {each: at for clause in clauses.values() for at, each in enumerate(addresses(clause))}
        return cls(setting, clauses, places)

    def set(self, content: Text, side: Side) -> Iterator[Chars]:
        """Characters alone: on a page with marks, a link would look like an insertion."""
        clause, place = self.clauses[side.clause], self.places.get(side.address)
        for atom in content:
            if isinstance(atom, Note):
                yield Chars(raised(atom.name))
                continue
            for inline in self.setting.set((atom,), clause, place):
                if isinstance(inline, Chars):
                    yield inline
                elif isinstance(inline, Link):
                    yield Chars(inline.chars, inline.marks)

    def label(self, side: Side, part: str) -> str:
        """What a line is labelled; all articles have been numbered."""
        if part == "heading":
            return self.clauses[side.clause].label
        return raised(side.address.rpartition("/")[2]) if part == "note" else side.label


@dataclass(frozen=True, slots=True)
class Proof:
    """The two texts of a comparison, read against each other."""

    old: Press
    new: Press

    def words(self, line: Line) -> tuple[Chars, ...]:
        """The words of a line with marks on what differs."""
        return tuple(chars for piece in line.pieces for chars in self.piece(piece, line))

    def piece(self, piece: Piece, line: Line) -> Iterator[Chars]:
        old, new = line.old[0] if line.old else None, line.new
        weight = next((weight for weight in WEIGHTS if weight in piece.weights), "")
        if piece.did is Did.DELETED and old:
            yield from _marked(self.old.set(piece.text, old), Revision(DELETE, weight=weight))
        elif piece.did is Did.INSERTED and new:
            yield from _marked(self.new.set(piece.text, new), Revision(INSERT, weight=weight))
        elif new:
            yield from self._kept(piece.text, old, new)

    def labels(self, line: Line) -> tuple[str, str]:
        """What a line is labelled in each text, empty where it is not in it."""
        old, new = (line.old[0] if line.old else None), line.new
        return self.old.label(old, line.part) if old else "", self.new.label(new, line.part) if new else ""

    def _kept(self, content: Text, old: Side | None, new: Side) -> Iterator[Chars]:
        """Words that stayed; the number that a reference prints may still be another."""
        for atom in content:
            printed = tuple(self.new.set((atom,), new))
            before = tuple(self.old.set((atom,), old)) if old and isinstance(atom, Reference) else printed
            if before == printed:
                yield from printed
            else:
                yield from _marked(before, Revision(DELETE, weight=CONSEQUENTIAL))
                yield from _marked(printed, Revision(INSERT, weight=CONSEQUENTIAL))


def relabelled(old: str, new: str, gap: str) -> tuple[Chars, ...]:
    """A label that changed, with marks on what changed in it, and the gap that sets it off from the words.

    >>> [(chars.chars, chars.revision.kind if chars.revision else "") for chars in relabelled("2.", "3.", " ")]
    [('2', 'delete'), ('3', 'insert'), ('.', ''), (' ', '')]
    """
    before, after = split(old), split(new)
    head, tail = ends(before, after)
    pieces = (
        Chars("".join(after[:head])),
        Chars("".join(before[head : len(before) - tail]), revision=Revision(DELETE)),
        Chars("".join(after[head : len(after) - tail]), revision=Revision(INSERT)),
        Chars("".join(after[len(after) - tail :])),
        Chars(gap, revision=None if old and new else Revision(INSERT if new else DELETE), gap=True),
    )
    return tuple(piece for piece in pieces if piece.chars)


def raised(name: str) -> str:
    """The mark of a note in running text; square brackets mean something else in a draft.

    >>> raised("12"), raised("a")
    ('¹²', '⁽a⁾')
    """
    return f"⁽{name}⁾" if name.isalpha() else name.translate(_RAISED)


def _marked(content: Iterable[Chars], revision: Revision) -> Iterator[Chars]:
    return (replace(chars, revision=revision) for chars in content)
