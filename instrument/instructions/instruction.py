"""What a delegation asks for, read from its words and not yet looked up in any text."""

from __future__ import annotations

from dataclasses import dataclass

from instrument.instructions.elements import Op, Role, Target


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that are named: those quoted, a punctuation mark (`is_sign`), or what is left behind others (`is_rest`).

    `occurrence` says which, from 1 (-1 the last), where they stand more than once; `note` why to look at them.
    """

    words: str
    start: int
    end: int
    occurrence: int = 0
    is_sign: bool = False
    is_rest: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something goes: before or after a passage or a provision, at an end of one."""

    role: Role
    passage: Passage | None = None
    places: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Instruction:
    """One thing to be done, from `start` to `end` of what was received.

    `scope` is where, `places` and `passages` are what it is done to, `spots` where things go, `new` the words that come
    in, `made` the provision that is to be made of them, `rows` how many paragraphs they are said to be, `asserted` how
    the result must read. `like` is the symbol of the proposal that it takes over, `swaps` what is changed in that.
    """

    op: Op | None
    start: int
    end: int
    scope: tuple[Target, ...] = ()
    places: tuple[Target, ...] = ()
    passages: tuple[Passage, ...] = ()
    spots: tuple[Spot, ...] = ()
    span: tuple[Passage | None, Passage | None] = (None, None)
    new: tuple[Passage, ...] = ()
    made: tuple[Target, ...] = ()
    title: Passage | None = None
    asserted: Passage | None = None
    everywhere: bool = False
    times: int = 0
    rows: int = 0
    brackets: bool = False
    existing: bool = False
    accordingly: bool = False
    reason: str = ""
    like: str = ""
    swaps: tuple[Instruction, ...] = ()
    person: str = ""
    condition: str = ""
