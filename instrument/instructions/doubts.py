"""What an instruction says too much or too little: refused, or a reason to look at it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from instrument.instructions.editor import Editor
from instrument.instructions.elements import Op, Role
from instrument.instructions.instruction import Instruction
from instrument.instructions.languages import UNSAID
from instrument.instructions.lexicon import fold
from instrument.instructions.refusal import Refused

_OPEN_NUMBER = re.compile(r"^\W*(?:…|\.{3})", re.MULTILINE)
_EACH = "make an instruction of each thing that is to be done"
_PARTS = {"passages": "what is quoted", "spots": "the place beside which it stands", "span": "“from … to”",
          "new": "the new text", "made": "the new provision", "title": "the title"}  # fmt: skip
_NEEDLESS: Mapping[Op | None, Sequence[str]] = {
    Op.REPLACE: ("title",),
    Op.AMEND: ("span", "title"),
    Op.DELETE: ("new", "made", "title"),
    Op.MOVE: ("span", "title"),
    Op.MERGE: ("passages", "spots", "span", "title"),
    Op.SPLIT: ("span", "new", "title"),
    Op.RENUMBER: ("spots", "span", "title"),
    Op.BRACKET: ("spots", "span", "made", "title"),
}


def look_at_rest(instruction: Instruction) -> None:
    """Refuse what says more than what is to be done takes up: nothing that is said is left out in silence."""
    for part in _NEEDLESS.get(instruction.op, ()):
        said = getattr(instruction, part)
        if any(said) if isinstance(said, tuple) else said:
            message = f"it is not clear what {_PARTS[part]} has to do with “{instruction.op}”"
            raise Refused("not-understood", message, _EACH)
    for spot in instruction.spots:
        if spot.role in (Role.FROM, Role.FOR) or (spot.role is Role.TO and instruction.op is not Op.MOVE):
            message = f"it is not clear what stands behind “{spot.role}” has to do with “{instruction.op}”"
            raise Refused("not-understood", message, "name each provision")


def look_at_new(instruction: Instruction, editor: Editor) -> None:
    """New words that are not all there, or not as many as they are said to be."""
    for passage in instruction.new:
        if UNSAID.search(fold(passage.words)):
            raise Refused("no-words", "the new words are not all given", "give all of the text", passage.start)
        rows, said = passage.words.count("\n") + 1, instruction.rows
        if said and said != rows:
            raise Refused("no-words", f"{said} paragraphs are announced, and {rows} given", at=passage.start)
        if _OPEN_NUMBER.search(passage.words):
            editor.draft.reasons.append("the number of what is new is left open: “…”")
        if passage.note:
            editor.draft.reasons.append(passage.note)
