"""Instructions read and carried out on a text, each against the text as it was before any of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from instrument.changes.describing import describe
from instrument.changes.digest import digest
from instrument.changes.items import Changes, Place
from instrument.changes.performing import execute as perform
from instrument.instructions.deeds.order import consecutive, consecutive_articles
from instrument.instructions.desk import Desk, Draft, Editor
from instrument.instructions.elements import Op, Tag, Target
from instrument.instructions.executing import execute
from instrument.instructions.framing import framed
from instrument.instructions.instruction import Instruction, Passage
from instrument.instructions.languages import language
from instrument.instructions.outcome import Amended, Outcome, Status
from instrument.instructions.page import Fault, Heading, Piece, Remark, Statement
from instrument.instructions.received import received
from instrument.instructions.refusal import Refused
from instrument.instructions.resolving import completed
from instrument.instructions.standing import Standing, alike
from instrument.instructions.steps import steps
from instrument.model import Instrument, Text, cut, length, text
from instrument.problem import Problem, Severity, Where

Span = tuple[int, int]
_NEW_LABEL = re.compile(r"\b(?:bis|ter|quater|quinquies|alt)\b")


@dataclass(slots=True)
class _Session:
    """Instructions while they are carried out.

    `heading` is where the last heading said that they are, `lost` where one stands that was not understood; `last` is
    the one before, which "the same" repeats.
    """

    chars: str
    name: str
    desk: Desk
    outcomes: list[Outcome] = field(default_factory=list)
    heading: list[Target] = field(default_factory=list)
    lost: int = -1
    last: Instruction | None = None

    def where(self, at: int) -> Where:
        line = self.chars.count("\n", 0, at)
        start = self.chars.rfind("\n", 0, at) + 1
        end = self.chars.find("\n", at)
        return Where(self.name, line + 1, at - start + 1, self.chars[start : end if end >= 0 else len(self.chars)])

    def say(
        self, status: Status, span: tuple[int, int], problems: Sequence[Problem], places: Sequence[str] = ()
    ) -> None:
        words = " ".join(self.chars[span[0] : span[1]].split())
        named = tuple(dict.fromkeys(places))
        self.outcomes.append(Outcome(status, words, self.where(span[0]), named, tuple(problems)))

    def keep(self, span: Span, severity: Severity, code: str, message: str, hint: str = "") -> None:
        self.say(Status.KEPT, span, [Problem(code, severity, self.where(span[0]), message, hint)])


def amend(base: Instrument, instructions: str, language_: str = "", name: str = "", profile: str = "un") -> Amended:
    """A text with instructions in prose carried out on it, and what became of each of them.

    `language_` is that of the instructions, the text's own if not given; `name` is what their source is called in
    problems. Every instruction speaks of the text as it was before all of them. What is ambiguous is refused with the
    candidates; reasons and conditional wishes are kept as text.

    >>> from instrument.model import Clause, Provision
    >>> words = Provision(0, "1.", text("States shall clear mines."))
    >>> base = Instrument((Clause("clearance", label="Article 4", provisions=(words,)),))
    >>> amended = amend(base, 'In article 4, paragraph 1, replace "mines" with "remnants".')
    >>> amended.instrument.clause("clearance").provisions[0].text[0].chars
    'States shall clear remnants.'
    """
    spoken = language(language_ or base.language)
    desk = Desk(Standing(base, profile))
    session = _Session(instructions, name, desk)
    pieces = received(instructions, spoken)
    at = 0
    while at < len(pieces):
        at = _piece(session, pieces, at)
    performed = perform(Changes("", "", tuple(desk.all)), base)
    result = consecutive(performed.result, [asked for asked in desk.renumbered if asked[0]])
    if any(not id for id, _ in desk.renumbered):
        result = consecutive_articles(result)
    changes = describe(base, result, performed.pairing)
    return Amended(result, replace(changes, base=digest(base)), tuple(session.outcomes))


def _piece(session: _Session, pieces: Sequence[Piece], at: int) -> int:
    """What becomes of one piece, and of those that belong to it; the index of the next."""
    piece = pieces[at]
    match piece:
        case Heading():
            return _heading(session, piece, pieces, at)
        case Remark():
            session.keep((piece.start, piece.end), Severity.INFO, "remark", "read as an explanation")
        case Fault():
            session.say(Status.REFUSED, (piece.start, piece.end), [_not_understood(session, piece)])
            session.lost = piece.start if piece.is_heading else session.lost
        case Statement():
            _statement(session, piece, pieces[at + 1] if at + 1 < len(pieces) else None)
    return at + 1


def _not_understood(session: _Session, fault: Fault) -> Problem:
    end = re.compile(r"\S+").match(session.chars, fault.at)
    word = end[0].strip(".,;:") if end else ""
    quoted = word[:1] in "\"'“«‘‹„"
    message = "a quotation mark is never closed" if quoted else f"“{word}” is not understood here"
    after = session.chars[fault.met[-1].start : fault.met[-1].end] if fault.met else ""
    hint = f"after “{after}”, name a provision, quote words, or say what is to be done"
    where = session.where(fault.at)
    return Problem("not-understood", Severity.ERROR, where, message, hint if after else "begin with a verb")


def _heading(session: _Session, heading: Heading, pieces: Sequence[Piece], at: int) -> int:
    """A heading says where what follows is; one that names what is not there yet brings the words below it."""
    session.lost = -1
    targets = [
        target for each in heading.elements if each.tag is Tag.PLACE for target in cast("list[Target]", each.value)
    ]
    if not targets:
        session.heading, session.last = [], None
        return at + 1
    session.heading = [completed(target, session.heading[0] if session.heading else ()) for target in targets]
    is_new = any(each.tag is Tag.NEW for each in heading.elements) or bool(_NEW_LABEL.search(targets[-1][-1].label))
    end = at + 1
    while end < len(pieces) and isinstance(pieces[end], Remark):
        end += 1
    if not is_new or end == at + 1:
        return at + 1
    start, last = pieces[at + 1].start, pieces[end - 1].end
    words = "\n".join(line.strip() for line in session.chars[start:last].split("\n") if line.strip())
    made = Instruction(Op.INSERT, heading.start, last, made=(targets[-1],), new=(Passage(words, start, last),))
    outer, session.heading = session.heading, []
    _step(
        session, made, [target[:-1] for target in outer if len(target) > 1], "new or an alternative: that is not said"
    )
    return end


def _statement(session: _Session, statement: Statement, following: Piece | None) -> None:
    if session.lost >= 0:
        line = session.where(session.lost).line
        problem = Problem(
            "no-such-place", Severity.ERROR, session.where(statement.start),
            f"line {line}, to which this belongs, is not understood",
        )  # fmt: skip
        session.say(Status.REFUSED, (statement.start, statement.end), [problem])
        return
    context, announced = list(session.heading), None
    for instruction in _merged([framed(step, session.chars) for step in steps(statement.elements)]):
        if _only_says_where(instruction):
            context = [
                completed(target, context[0] if context else ()) for target in (instruction.places or instruction.scope)
            ] or context
            announced = instruction if instruction.op is Op.AMEND else None
            continue
        announced = None
        instruction = _repeated(session, instruction)
        session.last = instruction
        context = _step(session, instruction, context)
    if announced and isinstance(following, Statement):
        session.heading = context  # "amend article 4 as follows:", and what follows says how
    elif announced:
        session.say(Status.REFUSED, (announced.start, announced.end), [_wordless(session.where(announced.start))])


def _wordless(where: Where) -> Problem:
    hint = "set them in quotation marks, or below the line"
    return Problem("no-words", Severity.ERROR, where, "the new words are missing", hint)


def _repeated(session: _Session, instruction: Instruction) -> Instruction:
    """The same as the instruction before, elsewhere."""
    if instruction.op is not Op.REPEAT or session.last is None or session.last.places or instruction.passages:
        return instruction
    scope = instruction.scope or instruction.places
    return replace(session.last, start=instruction.start, end=instruction.end, scope=scope)


def _only_says_where(instruction: Instruction) -> bool:
    """ "Article 9." or "Section 5 is amended by" say where what follows is, and nothing more."""
    said = (
        instruction.new
        or instruction.passages
        or instruction.person
        or instruction.condition
        or instruction.accordingly
    )
    named = instruction.places or instruction.scope
    return instruction.op in (None, Op.AMEND) and not said and bool(named) and not instruction.reason


def _merged(read: Sequence[Instruction]) -> Iterator[Instruction]:
    """ "Delete X and insert Y" is one instruction; so is "delete paragraph 3 and substitute therefor"."""
    last: Instruction | None = None
    for each in read:
        bare = not (each.places or each.spots or each.made or each.scope)
        words = each.new or each.passages
        if last and last.op is Op.DELETE and each.op in (Op.INSERT, Op.REPLACE) and words and bare:
            last = replace(last, op=Op.REPLACE, new=words, end=each.end, asserted=each.asserted)
            continue
        if last and each.op is None and (each.asserted or each.accordingly or each.reason) and bare:
            last = replace(
                last, asserted=last.asserted or each.asserted, accordingly=last.accordingly or each.accordingly,
                reason=last.reason or each.reason, end=each.end,
            )  # fmt: skip
            continue
        if last:
            yield last
        last = each
    if last:
        yield last


def _step(session: _Session, instruction: Instruction, context: list[Target], reason: str = "") -> list[Target]:
    """Carry out one instruction, and say what became of it; where the next one is."""
    span = instruction.start, instruction.end
    kept = _kept(instruction)
    if kept:
        session.keep(span, *kept)
        return context
    editor = Editor(session.desk.standing, Draft(reasons=[reason] if reason else []))
    try:
        context = execute(instruction, context, editor)
        if instruction.asserted:
            _assert(instruction.asserted, editor)
        reasons = session.desk.take(editor.draft, session.where(instruction.start).line)
    except Refused as refused:
        at = refused.at if refused.at >= 0 else instruction.start
        problem = Problem(refused.code, Severity.ERROR, session.where(at), refused.message, refused.hint)
        session.say(Status.REFUSED, span, [problem])
        return context
    where = session.where(instruction.start)
    problems = [Problem("check", Severity.WARNING, where, each) for each in dict.fromkeys(reasons)]
    places = [session.desk.standing.name(place) for place in editor.draft.touched]
    session.say(Status.CHECK if problems else Status.APPLIED, span, problems, places)
    return context


def _kept(instruction: Instruction) -> tuple[Severity, str, str, str] | None:
    """Why an instruction is kept as text, if it is."""
    if instruction.condition:
        return (
            Severity.WARNING,
            "conditional",
            f"it depends on what follows “{instruction.condition}”: not carried out",
            "",
        )
    if instruction.person:
        return (
            Severity.WARNING,
            "for-a-person",
            f"“{instruction.person}” is for a person to decide",
            "give the exact words",
        )
    if instruction.op is Op.RESERVE:
        return Severity.INFO, "position", "a position, which changes nothing", ""
    if instruction.op is Op.KEEP:
        return Severity.INFO, "no-change", "it asks that nothing be changed", ""
    asked = instruction.new or instruction.accordingly or instruction.spots or instruction.passages
    if instruction.op is None and not asked:
        return Severity.INFO, "remark", "read as an explanation", ""
    return None


def _assert(asserted: Passage, editor: Editor) -> None:
    """Refuse what does not read as it is said to read."""
    places = list(dict.fromkeys(place for place, *_ in editor.draft.edits))
    read = [_after(place, editor) for place in places]
    wanted = " ".join(alike(asserted.words).split())
    if not any(wanted in " ".join(alike(chars).split()) for chars in read):
        said = f"it would read “{read[0]}”" if read else ""
        raise Refused("not-as-asserted", "the text does not read as is said once this is done", said, asserted.start)


def _after(place: Place, editor: Editor) -> str:
    """What a place reads once the edits of an instruction are made."""
    old: Text = editor.standing.text(place)
    made: list[Text] = []
    at = 0
    for where, start, end, new in sorted(editor.draft.edits, key=lambda edit: (edit[1], edit[2])):
        if where == place:
            made += [cut(old, at, start), new]
            at = end
    whole = text(*(atom for part in (*made, cut(old, at, length(old))) for atom in part))
    return editor.standing.print(whole, place.clause).chars
