"""Both texts as they are set, and the marks on what differs: words, labels, printed cross-references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest

from instrument.comparison.pair import ends
from instrument.difference.view import Line, Side
from instrument.difference.weaving import Did, Piece
from instrument.model import Note, Reference, Run, Text, cut, length
from instrument.outline import addresses
from instrument.paper import Chars, Link, Revision
from instrument.papers.setting import Setting
from instrument.words import split

DELETE, INSERT = "delete", "insert"
CONSEQUENTIAL = "consequential"
WEIGHTS = ("force", "figure", CONSEQUENTIAL)  # where a change has several, the first is shown
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Proof:
    """The two texts of a comparison, each as its own paper would set it."""

    old: Setting
    new: Setting

    def words(self, line: Line) -> tuple[Chars, ...]:
        """The words of a line with marks on what differs."""
        return tuple(chars for piece in _settled(line.pieces) for chars in self.piece(piece, line))

    def piece(self, piece: Piece, line: Line) -> Iterator[Chars]:
        old, new = line.old[0] if line.old else None, line.new
        weight = next((weight for weight in WEIGHTS if weight in piece.weights), "")
        if piece.did is Did.DELETED and old:
            yield from _marked(_set(self.old, piece.text, old), Revision(DELETE, weight=weight))
        elif piece.did is Did.INSERTED and new:
            yield from _marked(_set(self.new, piece.text, new), Revision(INSERT, weight=weight))
        elif new:
            yield from self._kept(piece.text, old, new)

    def labels(self, line: Line) -> tuple[str, str]:
        """What a line is labelled in each text, empty where it is not in it; articles have all been numbered."""
        old, new = (line.old[0] if line.old else None), line.new
        return _label(self.old, old, line.part) if old else "", _label(self.new, new, line.part) if new else ""

    def _kept(self, content: Text, old: Side | None, new: Side) -> Iterator[Chars]:
        """Words that stayed; the number that a reference prints may still be another."""
        for atom in content:
            printed = tuple(_set(self.new, (atom,), new))
            before = tuple(_set(self.old, (atom,), old)) if old and isinstance(atom, Reference) else printed
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
        Chars(gap, revision=None if old and new else Revision(INSERT if new else DELETE)),
    )
    return tuple(piece for piece in pieces if piece.chars)


def raised(name: str) -> str:
    """The mark of a note in running text; square brackets mean something else in a draft.

    >>> raised("12"), raised("a")
    ('¹²', '⁽a⁾')
    """
    return f"⁽{name}⁾" if name.isalpha() else name.translate(_RAISED)


def _settled(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces without marks on the white space that begins both a deletion and the insertion in its place."""
    rest: Piece | None = None
    for piece, following in zip_longest(pieces, pieces[1:]):
        piece, rest = rest or piece, None
        shared = 0
        if following and piece.did is Did.DELETED and following.did is Did.INSERTED:
            shared = _alike(_space(piece.text), _space(following.text))
        if shared and following:
            yield Piece(Did.KEPT, cut(following.text, 0, shared))
            piece, rest = (replace(each, text=cut(each.text, shared, length(each.text))) for each in (piece, following))
        if piece.text:
            yield piece


def _alike(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _space(content: Text) -> str:
    chars = content[0].chars if isinstance(content[0], Run) else ""
    return chars[: len(chars) - len(chars.lstrip())]


def _label(setting: Setting, side: Side, part: str) -> str:
    clause = setting.instrument.clause(side.clause)
    if part == "heading" and clause:
        return clause.label
    return raised(side.address.rpartition("/")[2]) if part == "note" else side.label


def _set(setting: Setting, content: Text, side: Side) -> Iterator[Chars]:
    """Characters alone: on a page with marks, a link would look like an insertion."""
    clause = setting.instrument.clause(side.clause)
    if clause is None:
        return
    referring = any(isinstance(atom, Reference) for atom in content)
    place = addresses(clause).index(side.address) if referring and side.address in addresses(clause) else None
    for atom in content:
        if isinstance(atom, Note):
            yield Chars(raised(atom.name))
            continue
        for inline in setting.set((atom,), clause, place):
            if isinstance(inline, Chars):
                yield inline
            elif isinstance(inline, Link):
                yield Chars(inline.chars, inline.marks)


def _marked(content: Iterable[Chars], revision: Revision) -> Iterator[Chars]:
    return (replace(chars, revision=revision) for chars in content)
