"""Steps that are one instruction: "delete X and insert Y", "delete paragraph 3 and substitute therefor"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from instrument.instructions.elements import Op
from instrument.instructions.instruction import Instruction


def only_says_where(instruction: Instruction) -> bool:
    """ "Article 9." or "Section 5 is amended by" say where what follows is, and nothing more."""
    said = (
        instruction.new
        or instruction.passages
        or instruction.person
        or instruction.condition
        or instruction.accordingly
        or instruction.like
    )
    named = instruction.places or instruction.scope
    return instruction.op in (None, Op.AMEND) and not said and bool(named) and not instruction.reason


def _is_only_verb(instruction: Instruction) -> bool:
    return instruction == Instruction(Op.DELETE, instruction.start, instruction.end)


def merged(read: Sequence[Instruction]) -> Iterator[Instruction]:
    """ "Delete X and insert Y" is one instruction; so is "delete paragraph 3 and substitute therefor".

    It is one even where the new words lack: nothing is deleted that was to be replaced.
    """
    last: Instruction | None = None
    for each in read:
        placeless = not (each.places or each.spots or each.scope)
        bare, words = placeless and not each.made, each.new or each.passages
        if last and each.op is Op.REPLACE and _is_only_verb(last):
            last = replace(each, start=last.start)  # "delete and replace paragraph 2 with"
            continue
        puts = each.op is Op.REPLACE or (each.op is Op.INSERT and bare and bool(words))
        if last and last.op is Op.DELETE and not last.like and puts and placeless:
            last = replace(last, op=Op.REPLACE, new=words, rows=each.rows, end=each.end, asserted=each.asserted)
            continue
        if last and each.op is None and (each.asserted or each.accordingly or each.reason) and bare:
            last = replace(
                last, asserted=last.asserted or each.asserted, accordingly=last.accordingly or each.accordingly,
                reason=last.reason or each.reason, end=each.end,
            )  # fmt: skip
            continue
        if last and last.op in (Op.MOVE, Op.RENUMBER) and each.op is Op.AMEND and each.new and bare and not last.new:
            last = replace(last, new=each.new, end=each.end)  # "moved after paragraph 5 and amended to read"
            continue
        if last and last.like and each.op in (Op.REPLACE, Op.DELETE) and words and bare:
            last = replace(last, swaps=(*last.swaps, each), end=each.end)
            continue
        if last:
            yield last
        last = each
    if last:
        yield last
