"""Lines of a comparison in words: where each stands, what happened to it, its words with the differences marked.

Words taken out stand in [-…-] and words put in stand in {+…+}, as git marks them; words set in another emphasis stand
in {~…~}. What is not a word is written as a `.clause` file writes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from instrument import holders
from instrument.difference.phrases import listed
from instrument.difference.view import Fate, Line
from instrument.difference.weaving import Did, Piece
from instrument.model import Cell, Holders, Note, Reference, Run, Text, text

MARKS = {Did.KEPT: ("", ""), Did.DELETED: ("[-", "-]"), Did.INSERTED: ("{+", "+}"), Did.RESTYLED: ("{~", "~}")}
_LONG, _SHOWN = 72, 32  # a longer unchanged stretch is cut to this much on either side


def say(line: Line) -> str:
    """A line that differs, as one readable line; long unchanged stretches are cut.

    >>> from instrument.difference.comparison import diff
    >>> from instrument.model import Clause, Instrument, Provision
    >>> old, new = (Clause("use", label="Article 1", provisions=(Provision(0, "1.", text(words)),)) for words in
    ...     ("No State shall use them.", "No State may use them."))
    >>> print(*diff(Instrument((old,)), Instrument((new,))))
    article 1, paragraph 1 (force): 1. No State [-shall-]{+may+} use them.
    """
    weights = sorted({weight for piece in line.pieces for weight in piece.weights})
    place = said_of(line) + (f" ({', '.join(weights)})" if weights else "")
    return f"{place}: {' '.join(filter(None, (marked(label(line)), _shortened(body(line)))))}"


def said_of(line: Line) -> str:
    """Where a line stands and what happened to it besides the wording."""
    side = line.old[0] if line.fate is Fate.LEFT or line.new is None else line.new
    return ", ".join((side.name, "; ".join(events(line)))).removesuffix(", ")


def events(line: Line) -> Iterator[str]:
    """What happened to a line besides the wording: where it went or came from, what it was, how sure that is."""
    if line.fate is Fate.LEFT and line.new:
        yield f"moved to {line.new.name}"
    elif line.split:
        yield f"part of {line.old[0].name}, which is split"
    elif line.joined:
        yield f"joined from {listed([side.name for side in line.old])}"
    elif line.fate is Fate.MOVED:
        yield f"moved from {line.old[0].name}"
    elif line.renumbered and line.new and line.old[0].name != line.new.name:
        yield f"formerly {line.old[0].name}"
    elif line.fate is Fate.RENUMBERED and not line.renumbered:
        yield "set at another level"
    if line.doubt:
        yield f"a doubtful match, {line.doubt:.0%} alike"


def label(line: Line) -> tuple[Piece, ...]:
    """The label of a line as pieces; of provisions that were joined, the first's may stay, the others' are gone."""
    gone, *others = [side.label for side in line.old] or [""]
    come = line.new.label if line.new and line.fate is not Fate.LEFT else ""
    if line.continued:
        gone = ""  # the first part has it
    both = [(Did.KEPT, come)] if gone == come else [(Did.DELETED, gone), (Did.INSERTED, come)]
    both += [(Did.DELETED, f" {other}") for other in others if other]
    return tuple(Piece(did, text(chars)) for did, chars in both if chars)


def body(line: Line) -> tuple[Piece, ...]:
    """The words of a line as pieces; those of a line that has moved away count as taken out."""
    if line.fate is not Fate.LEFT:
        return line.pieces
    return (Piece(Did.DELETED, line.old[0].text),) if line.old[0].text else ()


def source(content: Text) -> str:
    """A text as a `.clause` file writes it, without emphasis and escapes.

    >>> source(text("under ", Reference("clearance", "extension"), "."))
    'under {@clearance#extension}.'
    """
    return "".join(_atom(atom) for atom in content)


def _atom(atom: Run | Reference | Note | Holders | Cell) -> str:
    match atom:
        case Run(chars):
            return chars
        case Reference():
            return f"{{@{atom.target}}}"
        case Note(name):
            return f"[^{name}]"
        case Holders():
            return holders.write(atom)
        case Cell():
            return "|"


def marked(pieces: Sequence[Piece], printed: Callable[[Text], str] = source) -> str:
    """Pieces with what was put in and taken out marked.

    >>> marked([Piece(Did.DELETED, text("five")), Piece(Did.INSERTED, text("ten")), Piece(Did.KEPT, text(" years"))])
    '[-five-]{+ten+} years'
    """
    return "".join(MARKS[piece.did][0] + printed(piece.text) + MARKS[piece.did][1] for piece in pieces)


def _shortened(pieces: Sequence[Piece]) -> str:
    last = len(pieces) - 1
    return "".join(
        _cut(source(piece.text), index == 0, index == last) if piece.did is Did.KEPT else marked([piece])
        for index, piece in enumerate(pieces)
    )


def _cut(chars: str, first: bool, last: bool) -> str:
    """An unchanged stretch with its middle left out, or the end that touches no difference."""
    if len(chars) <= _LONG:
        return chars
    head = "" if first and not last else chars[:_SHOWN].rpartition(" ")[0] + " "
    tail = "" if last else " " + chars[-_SHOWN:].partition(" ")[2]
    return f"{head}…{tail}"
