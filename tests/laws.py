"""The laws that everything here obeys; tests call them with what Hypothesis and real texts provide."""

from __future__ import annotations

import json

from instrument import words
from instrument.changes import apply, describe, from_json, invert, normal, to_json
from instrument.changes.pairing import Pairing
from instrument.formats import clause as clause_format
from instrument.model import Clause, Instrument


def words_are_lossless(text: str) -> None:
    """Law 2: the pieces of a text, joined, are the text; no word holds white space."""
    assert "".join(words.split(text)) == text
    assert not any(piece.isspace() or piece == "" for piece in words.words(text))


def a_clause_survives_its_file(clause: Clause) -> None:
    """Law 4 for `.clause`: what is written is read back, and writing it again gives the same file."""
    written = clause_format.write(clause)
    read = clause_format.read(written, "use.clause", clause.id).value.clause
    assert read == clause, written
    assert clause_format.write(read) == written


def an_instrument_survives_its_file(instrument: Instrument) -> None:
    """Law 4 for a `.clause` file of many clauses."""
    written = clause_format.write_instrument(instrument)
    assert clause_format.read_instrument(written, "all.clause").value == instrument, written


def changes_lead_there_and_back(base: Instrument, result: Instrument, pairing: Pairing) -> None:
    """Law 1: changes make the result of the base, their inverse leads back, and they survive JSON."""
    changes = describe(base, result, pairing)
    assert apply(changes, base) == result
    back = invert(changes, base)
    assert apply(back, result) == base
    assert normal(changes, base) == changes
    assert from_json(json.loads(json.dumps(to_json(changes)))) == changes
