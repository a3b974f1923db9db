"""The proposal that instructions amend: named on a line of its own before them, or the one whose text they stand on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from instrument.changes.digest import digest
from instrument.changes.items import Changes
from instrument.instructions.framing import framed
from instrument.instructions.instruction import Instruction
from instrument.instructions.languages import Spoken
from instrument.instructions.merging import merged
from instrument.instructions.page import Statement
from instrument.instructions.received import received
from instrument.instructions.steps import steps
from instrument.model import Instrument


def named_first(chars: str, spoken: Spoken, base: Instrument, others: Mapping[str, Changes]) -> Changes | None:
    """The changes of the proposal that "Sub-amendment to CCM/12:" names before instructions, if they fit the base."""
    pieces = received(chars, spoken) if others else []
    statements = [piece for piece in pieces if isinstance(piece, Statement)]
    if len(statements) < 2 or pieces[0] is not statements[0]:
        return None
    read = list(merged([framed(step, chars) for step in steps(statements[0].elements)]))
    changes = others.get(read[0].like) if len(read) == 1 and only_names(read[0]) else None
    return changes if changes and changes.base == digest(base) else None


def only_names(instruction: Instruction) -> bool:
    """Whether an instruction says no more than which proposal it is about."""
    bare = Instruction(None, instruction.start, instruction.end, like=instruction.like)
    return bool(instruction.like) and instruction == bare


def at_home(instruction: Instruction, base: Instrument, others: Mapping[str, Changes]) -> Instruction:
    """An instruction on the text that a proposal makes, "as proposed in CCM/12": that says where it stands already."""
    changes = others.get(instruction.like) if instruction.like else None
    if changes and changes.result == digest(base):
        return replace(instruction, like="")
    return instruction
