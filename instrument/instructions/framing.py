"""The elements of one step, each given its part: what is done, where, to what, with what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from instrument.instructions.elements import PARTS, Element, Op, Role, Tag, Target, Unit
from instrument.instructions.instruction import Instruction, Passage, Spot
from instrument.instructions.lexing import is_new_behind
from instrument.instructions.quotations import Quote

_AROUND = (Role.AFTER, Role.BEFORE, Role.BETWEEN, Role.END, Role.START)
_WAYS = (Role.FROM, Role.TO, Role.FOR)
_WHOLE = (Op.AMEND, Op.DELETE, Op.KEEP, Op.BRACKET, Op.MOVE)  # what is done to all of a place that is named
_ENDS = {Op.COMPLETE: Role.END, Op.PRECEDE: Role.START}


@dataclass(slots=True)
class _Frame:
    """A step while it is read: `role` is the preposition before the next word, `count` which of several is meant."""

    op: Op | None = None
    passive: bool = False
    began: bool = False
    role: Role = Role.BARE
    count: int = 0
    fresh: bool = False
    rows: int = 0
    wants: str = ""
    scope: list[Target] = field(default_factory=list)
    places: list[Target] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    span: list[Passage | None] = field(default_factory=lambda: [None, None])
    new: list[Passage] = field(default_factory=list)
    old: list[Passage] = field(default_factory=list)
    made: list[Target] = field(default_factory=list)
    said: dict[str, Any] = field(default_factory=dict)


def framed(step: Sequence[Element], chars: str) -> Instruction:
    """The instruction that the elements of a step make."""
    frame = _Frame()
    verbs = [each for each in step if each.tag in (Tag.VERB, Tag.DONE)]
    if verbs:
        op = cast(Op, verbs[0].value)
        frame.op, frame.passive = Op.AMEND if op is Op.MODIFY else op, verbs[0].tag is Tag.DONE
    for index, element in enumerate(step):
        behind = step[index + 1] if index + 1 < len(step) else None
        _take(frame, element, behind, chars)
    _close(frame)
    return _settled(frame, step)


def _take(frame: _Frame, element: Element, behind: Element | None, chars: str) -> None:
    match element.tag:
        case Tag.VERB | Tag.DONE:
            _close(frame)
            frame.began = True
            frame.role = Role.BARE if frame.role is Role.IN else frame.role
        case Tag.ROLE:
            _close(frame)
            frame.role = cast(Role, element.value)
        case Tag.PLACE:
            new = frame.fresh or (behind is not None and is_new_behind(behind))
            _place(frame, cast("list[Target]", element.value), new)
            frame.role, frame.fresh, frame.rows = Role.BARE, False, 0
        case Tag.QUOTE:
            quote = cast(Quote, element.value)
            _passage(frame, Passage(quote.words, quote.start, quote.end, frame.count, note=quote.note))
        case Tag.SIGN:
            sign = cast(str, element.value)
            _passage(frame, Passage(sign, element.start, element.end, frame.count, is_sign=True))
        case Tag.REST:
            frame.passages.append(Passage("", element.start, element.end, is_rest=True))
        case Tag.COUNT:
            frame.count = cast(int, element.value)
        case Tag.NEW | Tag.FOLLOWING:
            _close(frame)
            frame.fresh = not is_new_behind(element)
        case Tag.LETTERS:
            frame.rows = int(cast(str, element.value))
        case Tag.READS:
            frame.wants = "new"
        case Tag.ASSERTED | Tag.TITLED:
            frame.wants = "asserted" if element.tag is Tag.ASSERTED else "title"
        case Tag.COMMA | Tag.COLON:
            _close(frame)
            if frame.role is Role.IN and element.tag is not Tag.COLON:
                frame.role = Role.BARE
        case _:
            _say(frame, element, chars)


def _close(frame: _Frame) -> None:
    """ "At the end," with nothing behind it says where as it stands."""
    if frame.role in (Role.END, Role.START):
        frame.spots.append(Spot(frame.role))
        frame.role = Role.BARE


def _say(frame: _Frame, element: Element, chars: str) -> None:
    words = chars[element.start : element.end]
    match element.tag:
        case Tag.EVERYWHERE:
            frame.said["everywhere"] = True
            frame.role = Role.IN
        case Tag.TIMES:
            frame.said |= {"everywhere": True, "times": element.value or 2}
        case Tag.BRACKETS:
            frame.said["brackets"] = True
        case Tag.EXISTING:
            frame.said["existing"] = True
        case Tag.ACCORDINGLY:
            frame.said["accordingly"] = True
        case Tag.LIKE:
            frame.said["like"] = element.value
        case Tag.PERSON:
            frame.said["person"] = words
        case Tag.CONDITION:
            frame.said["condition"] = words
        case Tag.REASON:
            frame.said["reason"] = words


def _place(frame: _Frame, targets: list[Target], new: bool) -> None:
    inserted = frame.op is Op.INSERT and frame.role is Role.BARE and (frame.began or frame.passive)
    inserted |= frame.op is Op.RENUMBER and frame.passive and frame.began and frame.role is Role.BARE
    inserted |= frame.op is Op.SPLIT and frame.began and frame.role is Role.IN and bool(frame.spots)
    inserted |= frame.op is Op.RENUMBER and frame.role is Role.TO
    if new or inserted or frame.role in (Role.WITH, Role.AS):
        frame.made += targets
        frame.wants = "new"
        frame.said["rows"] = frame.rows
    elif frame.role is Role.IN or _says_whence(frame):
        frame.scope += targets
    elif frame.op in _ENDS and frame.role is Role.BARE and (frame.began or frame.passive):
        frame.spots.append(Spot(_ENDS[frame.op], None, tuple(targets)))
    elif frame.role in _AROUND:
        frame.spots.append(Spot(frame.role, None, tuple(targets)))
    elif not frame.began and not frame.passive:
        frame.scope += targets
    elif frame.role in _WAYS:
        frame.spots.append(Spot(frame.role, None, tuple(targets)))
    else:
        frame.places += targets


def _says_whence(frame: _Frame) -> bool:
    """Whether a place behind "from" or "to" only says where: "paragraph 2 from article 1", "the title to article 1"."""
    if frame.role is Role.FROM:
        return bool(frame.places or frame.passages or frame.op is Op.MOVE)
    is_part = bool(frame.places) and frame.places[-1][-1].unit in PARTS
    return frame.role is Role.TO and (frame.op is Op.INSERT or (is_part and frame.op is not Op.MOVE))


def _is_note(targets: Sequence[Target]) -> bool:
    return bool(targets) and targets[-1][-1].unit is Unit.FOOTNOTE


def _passage(frame: _Frame, passage: Passage) -> None:
    if frame.op is Op.INSERT:
        _close(frame)
    occurrence, everywhere = frame.count, frame.said.get("everywhere")
    role, frame.role, frame.count, frame.fresh = frame.role, Role.BARE, 0, False
    if role is Role.TO and _is_note(frame.made) and frame.op is Op.INSERT:
        frame.spots.append(Spot(Role.AFTER, passage))  # "add a footnote to the word 'X'"
        return
    if role is Role.TO and _is_note(frame.places):
        frame.spots.append(Spot(role, passage))
        return
    if role in (Role.AFTER, Role.BEFORE) and frame.op is Op.INSERT and frame.made and not frame.new:
        frame.spots.append(Spot(role, passage))
        return
    if frame.wants in ("asserted", "title"):
        frame.said[frame.wants] = passage
    elif frame.wants == "new" or role is Role.WITH:
        frame.new.append(passage)
    elif role in (Role.AFTER, Role.BEFORE, Role.BETWEEN) or (
        role is Role.IN and not occurrence and not everywhere and frame.op in (Op.REPLACE, Op.DELETE)
    ):
        frame.spots.append(Spot(role, passage))
    elif role is Role.FROM or (role is Role.TO and frame.span[0]):
        frame.span[role is Role.TO] = passage
    elif role is Role.TO and frame.op is Op.REPLACE:
        frame.new.append(passage)
    elif role is Role.FOR or (role is Role.IN and occurrence and frame.op is Op.REPLACE and not frame.new):
        frame.old.append(passage)
        return
    elif frame.op in (Op.INSERT, Op.AMEND, *_ENDS):
        frame.new.append(passage)
    else:
        frame.passages.append(passage)
        return
    frame.wants = ""


def _begins_inside(step: Sequence[Element]) -> bool:
    """Whether a step begins with what only goes on: "by the words 'X'"."""
    return step[0].tag is Tag.ROLE and step[0].value is Role.WITH


def _settled(frame: _Frame, step: Sequence[Element]) -> Instruction:
    """The frame as a value, with what its verb means by what it was given."""
    if frame.old:
        # "Substitute NEW for OLD": what was named without a preposition comes in.
        frame.new, frame.passages = [*frame.passages, *frame.new], frame.old
    if frame.op is None and frame.new and not _begins_inside(step):
        frame.op = Op.REPLACE if frame.passages else Op.AMEND
    if frame.op in _ENDS:
        frame.spots = frame.spots or [Spot(_ENDS[frame.op])]
        frame.op = Op.INSERT
    if frame.op in (Op.INSERT, Op.MOVE) and frame.said.get("brackets"):
        frame.op = Op.BRACKET
    if frame.op is Op.AMEND and any(passage.is_rest for passage in frame.passages):
        frame.op = Op.REPLACE
    if frame.op in (Op.BRACKET, Op.REPLACE, Op.DELETE) and not frame.places and not frame.passages and frame.new:
        frame.passages, frame.new = (frame.new, []) if frame.op is Op.BRACKET else (frame.passages, frame.new)
    if frame.op in _WHOLE and not frame.places and not frame.passages:
        frame.places, frame.scope = frame.scope, []
    return Instruction(
        frame.op, step[0].start, step[-1].end, tuple(frame.scope), tuple(frame.places), tuple(frame.passages),
        tuple(frame.spots), (frame.span[0], frame.span[1]), tuple(frame.new), tuple(frame.made), **frame.said,
    )  # fmt: skip
