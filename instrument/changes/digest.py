"""A fingerprint of a text, by which changes know the base they were made for."""

from __future__ import annotations

import hashlib
import json

from instrument.changes.json import text_to_json
from instrument.model import Clause, Instrument


def digest(instrument: Instrument) -> str:
    """The SHA-256 of everything in an instrument that changes can change: its clauses, without comments.

    >>> digest(Instrument())[:8]
    '4f53cda1'
    """
    value = [_clause(clause) for clause in instrument]
    canonical = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _clause(clause: Clause) -> list[object]:
    return [
        clause.id,
        clause.kind,
        clause.label,
        text_to_json(clause.heading),
        [[p.depth, p.label, text_to_json(p.text), p.anchor] for p in clause.provisions],
        [[note.name, text_to_json(note.text)] for note in clause.notes],
    ]
