"""When two instructions ask for the same, or touch the same words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from instrument.changes.items import Place, Unit
from instrument.instructions.refusal import Refused
from instrument.instructions.standing import alike
from instrument.model import Note, Provision, Text, plain


def said(words: Text) -> str:
    """Words with the signs that are typed in many ways in one of them."""
    return alike(plain(words))


def asked(unit: Unit) -> object:
    """What two people would have to write to put in the same."""
    if isinstance(unit, Provision):
        return unit.depth, unit.label, said(unit.text)
    return unit


def is_mark(words: Text) -> bool:
    """Whether words are nothing but the mark of a note, which goes with whatever words it stands in."""
    return bool(words) and all(isinstance(atom, Note) for atom in words)


def look_at_overlap(edits: Sequence[tuple[Place, int, int, Text]]) -> None:
    """Refuse an instruction that names the same words twice."""
    by_place = sorted(edits, key=lambda edit: (str(edit[0]), edit[1], edit[2]))
    for (place, _, end, _), (other, start, *_) in pairwise(by_place):
        if place == other and start < end:
            raise Refused("named-twice", "the same words are named twice", "make an instruction of each")


def clash(name: str, line: int) -> Refused:
    return Refused(
        "already-changed", f"line {line} changes the same words of {name}", "make one instruction of the two"
    )
