"""What another proposal asks for, taken over with some of its words replaced: "as in CCM/12, with X instead of Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from instrument.changes.digest import digest
from instrument.changes.items import Changes, Delete, Insert, Item, Relabel, Replace, Unit
from instrument.instructions.editor import Editor
from instrument.instructions.elements import Op
from instrument.instructions.instruction import Instruction, Passage
from instrument.instructions.refusal import Refused, listed
from instrument.instructions.standing import alike
from instrument.model import Clause, Provision, Run, Text, text


def borrow(instruction: Instruction, editor: Editor) -> None:
    """Ask for what another proposal does, with words of its new texts replaced.

    Raises `Refused` where that proposal is not at hand, is against another text, or has other words.
    """
    changes = _at_hand(instruction.like, editor)
    asked = [instruction, *instruction.swaps]
    swaps = [_Swap(passage, new, each.everywhere) for each in asked for passage, new in _pairs(each)]
    for item in changes.items:
        _take(_swapped(item, swaps), instruction.like, editor)
    for swap in swaps:
        if swap.count != 1 and not (swap.everywhere and swap.count):
            times = "does not stand" if not swap.count else f"stands {swap.count} times"
            message = f"“{swap.old.words}” {times} in the new words of {instruction.like}"
            raise Refused("which-words", message, at=swap.old.start)


def _at_hand(symbol: str, editor: Editor) -> Changes:
    changes = editor.others.get(symbol)
    if changes is None:
        names = listed(editor.others)
        hint = f"at hand are {names}" if names else "none is at hand: give the words themselves"
        raise Refused("no-such-proposal", f"the proposal {symbol or 'that is meant'} is not at hand", hint)
    if changes.base != digest(editor.standing.instrument):
        raise Refused("other-base", f"{symbol} was made against another text", "rebase it first")
    return changes


def _pairs(instruction: Instruction) -> Iterator[tuple[Passage, str]]:
    """The words of the other proposal, and those that stand for them."""
    only_words = not (instruction.places or instruction.spots or instruction.made)
    if instruction.op not in (None, Op.REPLACE, Op.DELETE) or not only_words or len(instruction.new) > 1:
        raise Refused("not-understood", "only words of another proposal are replaced or deleted", "give the whole text")
    new = "" if instruction.op is Op.DELETE else instruction.new[0].words if instruction.new else None
    if (new is None) != (not instruction.passages):
        raise Refused("which-words", "it is not said which words stand for which", "replace X with Y")
    for passage in instruction.passages:
        yield passage, new or ""


@dataclass(slots=True)
class _Swap:
    """Words of new texts that are replaced; `count` says how often they were met."""

    old: Passage
    new: str
    everywhere: bool = False
    count: int = 0

    def of(self, words: Text) -> Text:
        return text(
            *(replace(atom, chars=self._chars(atom.chars)) if isinstance(atom, Run) else atom for atom in words)
        )

    def _chars(self, chars: str) -> str:
        old, at, made = alike(self.old.words), 0, ""
        while (start := alike(chars).find(old, at)) >= 0:
            end = start + len(old)
            whole = not (chars[start - 1 : start].isalnum() or chars[end : end + 1].isalnum())
            self.count += whole
            made += chars[at:start] + (self.new if whole else chars[start:end])
            at = end
        return made + chars[at:]


def _swapped(item: Item, swaps: list[_Swap]) -> Item:
    """An item with words replaced in what it puts in."""
    for swap in swaps:
        if isinstance(item, Replace):
            item = replace(item, new=swap.of(item.new))
        elif isinstance(item, Insert):
            item = replace(item, units=tuple(_unit(unit, swap) for unit in item.units))
    return item


def _unit(unit: Unit, swap: _Swap) -> Unit:
    if isinstance(unit, Clause):
        rows = tuple(replace(row, text=swap.of(row.text)) for row in unit.provisions)
        return replace(unit, heading=swap.of(unit.heading), provisions=rows)
    return replace(unit, text=swap.of(unit.text)) if isinstance(unit, Provision) else unit


def _take(item: Item, symbol: str, editor: Editor) -> None:
    """Ask for one item of another proposal."""
    if not isinstance(item, Replace | Insert | Delete | Relabel):
        message = f"{symbol} moves, splits or joins provisions, which is not taken over with other words"
        raise Refused("not-understood", message, "give the whole text")
    editor.take(item)
