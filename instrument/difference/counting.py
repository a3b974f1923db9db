"""A comparison in numbers, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass

from instrument.difference.comparison import Comparison
from instrument.difference.names import clause_name
from instrument.difference.view import Chapter, Fate, Line
from instrument.difference.weaving import Did, Piece
from instrument.model import plain
from instrument.words import words


@dataclass(frozen=True, slots=True)
class Tally:
    """How many lines (headings, provisions, notes) and passages differ, and what weighs in them.

    A line is counted once, under what happened to it; `left` are the places that moved lines have left. A passage is
    what is marked without a break in a line that both texts have: an insertion, a deletion, a replacement, or another
    emphasis; one that only follows a renumbering is `consequential` and nothing else. Words are those marked, in
    whole new and deleted lines too.
    """

    inserted: int = 0
    deleted: int = 0
    changed: int = 0
    moved: int = 0
    left: int = 0
    renumbered: int = 0
    insertions: int = 0
    deletions: int = 0
    replacements: int = 0
    restyled: int = 0
    consequential: int = 0
    force: int = 0
    figures: int = 0
    doubtful: int = 0
    words_inserted: int = 0
    words_deleted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*map(sum, zip(astuple(self), astuple(other), strict=True)))

    @property
    def reworded(self) -> bool:
        return bool(self.insertions or self.deletions or self.replacements)


@dataclass(frozen=True, slots=True)
class Row:
    """One clause that differs: what it is called, what happened to it as a whole, its numbers."""

    name: str
    fate: Fate
    tally: Tally


@dataclass(frozen=True, slots=True)
class Counts:
    """The clauses that differ, in reading order, and all of them together."""

    rows: tuple[Row, ...]
    total: Tally


def count(comparison: Comparison) -> Counts:
    """A comparison in numbers.

    >>> from instrument.difference.comparison import diff
    >>> from instrument.model import Clause, Instrument, Provision, text
    >>> old, new = (Clause("use", label="Article 1", provisions=(Provision(0, "1.", text(words)),)) for words in
    ...     ("within five years", "within ten years"))
    >>> count(diff(Instrument((old,)), Instrument((new,)))).total.replacements
    1
    """
    rows = tuple(
        Row(called(comparison, chapter), chapter.fate, sum(map(_tally, chapter.lines), Tally()))
        for chapter in comparison.chapters
        if chapter.fate is not Fate.SAME
    )
    return Counts(rows, sum((row.tally for row in rows), Tally()))


def called(comparison: Comparison, chapter: Chapter) -> str:
    """What a chapter's clause is called in the new text, or in the old one if that alone has it."""
    if chapter.new:
        return clause_name(chapter.new, comparison.result.language)
    return clause_name(chapter.old, comparison.base.language) if chapter.old else ""


def _tally(line: Line) -> Tally:
    """A line in numbers."""
    fates = {Fate.INSERTED: "inserted", Fate.DELETED: "deleted", Fate.CHANGED: "changed", Fate.MOVED: "moved",
             Fate.LEFT: "left", Fate.RENUMBERED: "renumbered"}  # fmt: skip
    counted = {fates[line.fate]: 1} if line.fate in fates else {}
    if line.fate not in (Fate.INSERTED, Fate.DELETED):
        for passage in passages(line):
            for name in _kinds(passage):
                counted[name] = counted.get(name, 0) + 1
    return Tally(
        **counted,
        doubtful=int(line.doubt > 0 and line.fate is not Fate.LEFT),
        words_inserted=_words(line, Did.INSERTED),
        words_deleted=_words(line, Did.DELETED),
    )


def passages(line: Line) -> Iterator[tuple[Piece, ...]]:
    """The pieces of a line that differ, those that are marked without a break together."""
    passage: list[Piece] = []
    for piece in line.pieces:
        if passage and not (passage[-1].did is Did.DELETED and piece.did is Did.INSERTED):
            yield tuple(passage)
            passage = []
        if piece.did is not Did.KEPT:
            passage.append(piece)
    if passage:
        yield tuple(passage)


def _kinds(passage: tuple[Piece, ...]) -> Iterator[str]:
    weights = {weight for piece in passage for weight in piece.weights}
    if "consequential" in weights:
        yield "consequential"
        return
    names = {Did.INSERTED: "insertions", Did.DELETED: "deletions", Did.RESTYLED: "restyled"}
    yield "replacements" if len(passage) > 1 else names[passage[0].did]
    yield from (name for weight, name in (("force", "force"), ("figure", "figures")) if weight in weights)


def _words(line: Line, did: Did) -> int:
    """How many words of a line were put in, or taken out; brackets, stops and references are none."""
    marked = (piece for piece in line.pieces if piece.did is did and "consequential" not in piece.weights)
    return sum(any(map(str.isalnum, word)) for piece in marked for word in words(plain(piece.text)))
