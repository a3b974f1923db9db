"""A comparison as a value that `json.dumps` writes: the summary, the counts, the changes, every line."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from instrument.changes import to_json as changes_to_json
from instrument.changes.json import text_to_json
from instrument.difference.comparison import Comparison
from instrument.difference.counting import Counts, count
from instrument.difference.saying import body
from instrument.difference.summary import summarize
from instrument.difference.view import Fate, Line, Side

FORMAT = 1


def to_json(comparison: Comparison, *, names: tuple[str, str] = ("", ""), only_changed: bool = False) -> dict[str, Any]:
    """A comparison for another program; `names` are those of the two texts, `only_changed` leaves out the same lines.

    >>> from instrument.difference.comparison import diff
    >>> from instrument.model import Instrument
    >>> to_json(diff(Instrument(), Instrument()), names=("one", "two"))["summary"]
    'The texts are identical.'
    """
    lines = (line for chapter in comparison.chapters for line in chapter.lines)
    old, new = names
    return {
        "format": FORMAT,
        "old": old,
        "new": new,
        "summary": summarize(comparison),
        "counts": _counts(count(comparison)),
        "changes": changes_to_json(comparison.changes),
        "lines": [_line(line) for line in lines if not only_changed or line.fate is not Fate.SAME],
    }


def _counts(counts: Counts) -> dict[str, Any]:
    clauses = [{"name": row.name, "fate": row.fate, **asdict(row.tally)} for row in counts.rows]
    return {"clauses": clauses, "total": asdict(counts.total)}


def _line(line: Line) -> dict[str, Any]:
    """Sides say where a line stands; its words are in the pieces, as lists of atoms."""
    return {
        "fate": line.fate,
        "part": line.part,
        "old": [_side(side) for side in line.old],
        "new": _side(line.new) if line.new else None,
        "pieces": [
            {"did": piece.did, "text": text_to_json(piece.text), "weights": sorted(piece.weights)}
            for piece in body(line)
        ],
        "split": line.split,
        "doubt": round(line.doubt, 2),
    }


def _side(side: Side) -> dict[str, Any]:
    return {"address": side.address, "name": side.name, "label": side.label, "depth": side.depth}
