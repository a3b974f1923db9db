"""Instructions that are kept as text: conditions, positions, what a person must decide, reasons."""

from __future__ import annotations

from instrument.instructions.elements import Op
from instrument.instructions.instruction import Instruction
from instrument.problem import Severity

Reason = tuple[Severity, str, str, str]
REMARK: Reason = (Severity.INFO, "remark", "read as an explanation", "")
_POSITION: Reason = (Severity.INFO, "position", "a position, which changes nothing", "")
_NO_CHANGE: Reason = (Severity.INFO, "no-change", "it asks that nothing be changed", "")


def kept(instruction: Instruction) -> Reason | None:
    """Why an instruction is kept as text, if it is."""
    if instruction.condition:
        message = f"it depends on what follows “{instruction.condition}”: not carried out"
        return Severity.WARNING, "conditional", message, ""
    if instruction.person:
        message = f"“{instruction.person}” is for a person to decide"
        return Severity.WARNING, "for-a-person", message, "give the exact words"
    if instruction.op is Op.RESERVE:
        return _POSITION
    if instruction.op is Op.KEEP:
        return _NO_CHANGE
    says = instruction.new or instruction.accordingly or instruction.spots or instruction.passages or instruction.like
    return REMARK if instruction.op is None and not says else None
