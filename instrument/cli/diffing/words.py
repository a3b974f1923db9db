"""A comparison as git prints one with --word-diff: plain for people, porcelain for programs.

A hunk begins with a line `@@ -ADDRESS +ADDRESS @@ NAME` that says where its first line stands in the old text and the
new; one that is in neither place has "-" and "+" alone. Then comes one provision a line, or in porcelain one stretch
of words a line, each provision ended by "~". What moved is taken out in one place and put in at another. Emphasis is
not shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from instrument.difference.comparison import Comparison
from instrument.difference.saying import body, label, marked, source
from instrument.difference.view import Fate, Line
from instrument.difference.weaving import Did, Piece
from instrument.model import text

Names = tuple[str, str]
_SIGNS = {Did.KEPT: " ", Did.DELETED: "-", Did.INSERTED: "+"}


def plain(comparison: Comparison, names: Names, context: int | None) -> Iterator[str]:
    """Lines as `git diff --word-diff=plain` marks them, with so many unchanged lines around each change, or all."""
    return _hunks(comparison, names, context, lambda indent, pieces: [indent + marked(pieces)])


def porcelain(comparison: Comparison, names: Names, context: int | None) -> Iterator[str]:
    """Lines as `git diff --word-diff=porcelain` splits them, with as many unchanged lines."""
    return _hunks(comparison, names, context, _stretches)


def _hunks(
    comparison: Comparison, names: Names, context: int | None, write: Callable[[str, list[Piece]], list[str]]
) -> Iterator[str]:
    hunks = [hunk for chapter in comparison.chapters for hunk in _within(chapter.lines, context)]
    if hunks:
        yield f"--- {names[0]}"
        yield f"+++ {names[1]}"
    for hunk in hunks:
        old, new = _stands(hunk[0])
        name = hunk[0].new or hunk[0].old[0]
        yield f"@@ -{old} +{new} @@ {name.name}"
        for line in hunk:
            side = line.new or line.old[0]
            yield from write("  " * side.depth, _pieces(line))


def _within(lines: Sequence[Line], context: int | None) -> Iterator[list[Line]]:
    """The lines that differ with their neighbours, those that touch together."""
    differing = (index for index, line in enumerate(lines) if line.fate is not Fate.SAME)
    near = {other for index in differing for other in range(index - (context or 0), index + (context or 0) + 1)}
    hunk: list[Line] = []
    for index, line in enumerate(lines):
        if context is None or index in near:
            hunk.append(line)
        elif hunk:
            yield hunk
            hunk = []
    if hunk:
        yield hunk


def _stands(line: Line) -> tuple[str, str]:
    """The addresses of a line, for a moved one that of the text it is shown from."""
    old = line.old[0].address if line.old and line.fate is not Fate.MOVED else ""
    new = line.new.address if line.new and line.fate is not Fate.LEFT else ""
    return old, new


def _pieces(line: Line) -> list[Piece]:
    """A line's label and words: all put in or all taken out where the line has come or gone."""
    if line.fate is Fate.MOVED and line.new:
        return _whole(Did.INSERTED, line.new.label, source(line.new.text))
    if line.new is None or line.fate is Fate.LEFT:
        return _whole(Did.DELETED, line.old[0].label, source(line.old[0].text))
    if not line.old:
        return _whole(Did.INSERTED, line.new.label, source(line.new.text))
    labels, words = label(line), body(line)
    gap = (Piece(Did.KEPT, text(" ")),) if labels and words else ()
    return [Piece(Did.KEPT if p.did is Did.RESTYLED else p.did, p.text) for p in (*labels, *gap, *words)]


def _whole(did: Did, label: str, words: str) -> list[Piece]:
    return [Piece(did, text(" ".join(filter(None, (label, words)))))]


def _stretches(indent: str, pieces: list[Piece]) -> list[str]:
    """Stretches of words with one fate; words that stay go together with the label and the indent before them."""
    found: list[tuple[Did, str]] = [(Did.KEPT, indent)] if indent else []
    for piece in pieces:
        if found and found[-1][0] is piece.did:
            found[-1] = (piece.did, found[-1][1] + source(piece.text))
        else:
            found.append((piece.did, source(piece.text)))
    return [*(_SIGNS[did] + chars for did, chars in found), "~"]
