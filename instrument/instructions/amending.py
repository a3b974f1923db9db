"""Instructions read and carried out on a text, each against the text as it was before any of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from instrument.changes.algebra import apply, compose
from instrument.changes.describing import describe
from instrument.changes.digest import digest
from instrument.changes.items import Changes
from instrument.changes.performing import execute as perform
from instrument.instructions.asserting import look_at_assertion
from instrument.instructions.deeds.order import consecutive, consecutive_articles
from instrument.instructions.desk import Desk, Draft
from instrument.instructions.editor import Editor
from instrument.instructions.elements import Element, Op, Tag, Target
from instrument.instructions.executing import execute, next_context
from instrument.instructions.framing import framed
from instrument.instructions.instruction import Instruction, Passage
from instrument.instructions.kept import REMARK, kept
from instrument.instructions.languages import Spoken, language
from instrument.instructions.merging import merged, only_says_where
from instrument.instructions.outcome import Amended, Status
from instrument.instructions.page import Fault, Heading, Piece, Remark, Statement
from instrument.instructions.received import received
from instrument.instructions.refusal import Refused
from instrument.instructions.resolving import completed
from instrument.instructions.session import Session, Span
from instrument.instructions.standing import Standing
from instrument.instructions.steps import steps
from instrument.instructions.underlying import at_home, named_first, only_names
from instrument.model import Instrument
from instrument.problem import Problem, Severity, Where

_NEW_LABEL = re.compile(r"\b(?:bis|ter|quater|quinquies|alt)\b")
_WHICH = "new or an alternative: that is not said"


def amend(
    base: Instrument,
    instructions: str,
    language_: str = "",
    name: str = "",
    profile: str = "un",
    others: Mapping[str, Changes] | None = None,
) -> Amended:
    """A text with instructions in prose carried out on it, and what became of each of them.

    `language_` is that of the instructions, the text's own if not given; `name` is what their source is called in
    problems; `others` are the changes of other proposals by their symbols, for "as in CCM/12". Every instruction speaks
    of the text as it was before all of them; behind "Sub-amendment to CCM/12:" on a line of its own, of the text that
    this proposal makes. What is ambiguous is refused with the candidates; reasons and conditional wishes are kept.

    >>> from instrument.model import Clause, Provision, text
    >>> words = Provision(0, "1.", text("States shall clear mines."))
    >>> base = Instrument((Clause("clearance", label="Article 4", provisions=(words,)),))
    >>> amended, outcomes = amend(base, 'In article 4, paragraph 1, replace "mines" with "remnants".')
    >>> amended.clause("clearance").provisions[0].text[0].chars
    'States shall clear remnants.'
    """
    spoken = language(language_ or base.language)
    if under := named_first(instructions, spoken, base, others or {}):
        done = amend(apply(under, base), instructions, language_, name, profile, others)
        return replace(done, changes=compose(under, done.changes, base))
    session = carry_out(instructions, Standing(base, profile), spoken, name, others)
    desk = session.desk
    performed = perform(Changes("", "", tuple(desk.all)), base)
    result = consecutive(performed.result, [asked for asked in desk.renumbered if asked[0]])
    if any(not id for id, _ in desk.renumbered):
        result = consecutive_articles(result)
    changes = describe(base, result, performed.pairing)
    return Amended(result, replace(changes, base=digest(base)), tuple(session.outcomes))


def carry_out(
    instructions: str,
    standing: Standing,
    spoken: Spoken,
    name: str = "",
    others: Mapping[str, Changes] | None = None,
) -> Session:
    """Instructions carried out on a desk: the edits that they ask for, and what became of each."""
    session = Session(instructions, name, Desk(standing), others or {})
    pieces = received(instructions, spoken)
    at = 0
    while at < len(pieces):
        at = _piece(session, pieces, at)
    session.say_where()
    return session


def _piece(session: Session, pieces: Sequence[Piece], at: int) -> int:
    """What becomes of one piece, and of those that belong to it; the index of the next."""
    piece = pieces[at]
    match piece:
        case Heading():
            return _heading(session, piece, pieces, at)
        case Remark(start, end, orders) if orders:
            session.say(Status.KEPT, (start, end), [_look_at_order(session, order) for order in orders])
        case Remark():
            session.keep((piece.start, piece.end), REMARK)
        case Fault():
            session.say(Status.REFUSED, (piece.start, piece.end), [_not_understood(session, piece)])
            session.lost = piece.start if piece.is_heading else session.lost
        case Statement():
            _statement(session, piece, pieces[at + 1] if at + 1 < len(pieces) else None)
    return at + 1


def _not_understood(session: Session, fault: Fault) -> Problem:
    end = re.compile(r"\S{1,60}").match(session.chars, fault.at)
    word = end[0].strip(".,;:") if end else ""
    quoted = word[:1] in "\"'“«‘‹„"
    message = "a quotation mark is never closed" if quoted else f"“{word}” is not understood here"
    if fault.hides_order:
        message = f"“{word}” is not understood here: behind the reason that it begins stands an instruction"
        return Problem("not-understood", Severity.ERROR, session.where(fault.at), message, "make a sentence of each")
    after = session.chars[fault.met[-1].start : fault.met[-1].end] if fault.met else ""
    hint = f"after “{after}”, name a provision, quote words, or say what is to be done"
    where = session.where(fault.at)
    return Problem("not-understood", Severity.ERROR, where, message, hint if after else "begin with a verb")


def _look_at_order(session: Session, at: int) -> Problem:
    message = "it looks like an order inside an explanation: look"
    hint = "set it on a line of its own if it is to be carried out"
    return Problem("order-in-explanation", Severity.WARNING, session.where(at), message, hint)


def _heading(session: Session, heading: Heading, pieces: Sequence[Piece], at: int) -> int:
    """A heading says where what follows is; one that names what is not there yet brings the words below it."""
    session.lost = -1
    targets = _targets(heading.elements)
    outer = session.heading[0] if session.heading else ()
    session.heading = [completed(target, outer) for target in targets]
    if outer and not (targets and session.heading[0][: len(outer)] == outer):
        session.say_where()
    session.unsaid = (session.unsaid[0] if session.unsaid else heading.start, heading.end)
    if not targets:
        session.last = None
        return at + 1
    is_new = any(each.tag is Tag.NEW for each in heading.elements)
    end = at + 1
    while end < len(pieces) and isinstance(pieces[end], Remark):
        end += 1
    if not (is_new or _NEW_LABEL.search(targets[-1][-1].label)) or end == at + 1:
        return at + 1
    start, last = pieces[at + 1].start, pieces[end - 1].end
    words = "\n".join(line.strip() for line in session.chars[start:last].split("\n") if line.strip())
    made = Instruction(Op.INSERT, heading.start, last, made=(targets[-1],), new=(Passage(words, start, last),))
    around = [target[:-1] for target in session.heading if len(target) > 1]
    session.heading = []
    _step(session, made, around, reason="" if is_new else _WHICH)
    return end


def _targets(elements: Sequence[Element]) -> list[Target]:
    return [target for each in elements if each.tag is Tag.PLACE for target in cast("list[Target]", each.value)]


def _statement(session: Session, statement: Statement, following: Piece | None) -> None:
    """Carry out the steps of a statement; each answers for what is written up to the next one."""
    if session.lost >= 0:
        session.say(Status.REFUSED, (statement.start, statement.end), [_placeless(session, statement.start)])
        return
    context, announced, names_home, doubt = list(session.heading), None, False, statement.doubt
    read = list(merged([framed(step, session.chars) for step in steps(statement.elements)]))
    starts = [statement.start, *(each.start for each in read[1:]), statement.end]
    for instruction, start, end in zip(read, starts, starts[1:], strict=False):
        at_hand = at_home(instruction, session.desk.standing.instrument, session.others)
        names_home = only_names(instruction) and at_hand is not instruction
        instruction = at_hand
        if names_home:
            session.unsaid = (session.unsaid[0] if session.unsaid else start, end)
            continue
        if only_says_where(instruction):
            named = instruction.places or instruction.scope
            context = [completed(target, context[0] if context else ()) for target in named]
            announced = instruction if instruction.op is Op.AMEND else None
            session.unsaid = (session.unsaid[0] if session.unsaid else start, end)
            continue
        announced = None
        instruction = _repeated(session, instruction)
        session.last = instruction
        context = _step(session, instruction, context, (start, end), doubt)
        doubt = ""
    if announced and not isinstance(following, Statement):
        session.say(Status.REFUSED, (announced.start, announced.end), [_wordless(session.where(announced.start))])
    elif announced:
        session.heading = context  # "amend article 4 as follows:", and what follows says how
    elif not read:
        session.keep((statement.start, statement.end), REMARK)
    elif session.unsaid and not (names_home and isinstance(following, Statement | Heading)):
        session.say_where()


def _placeless(session: Session, at: int) -> Problem:
    message = f"line {session.line(session.lost)}, to which this belongs, is not understood"
    return Problem("no-such-place", Severity.ERROR, session.where(at), message)


def _wordless(where: Where) -> Problem:
    hint = "set them in quotation marks, or below the line"
    return Problem("no-words", Severity.ERROR, where, "the new words are missing", hint)


def _repeated(session: Session, instruction: Instruction) -> Instruction:
    """The same as the instruction before, elsewhere."""
    if instruction.op is not Op.REPEAT or session.last is None or session.last.places or instruction.passages:
        return instruction
    scope = instruction.scope or instruction.places
    return replace(session.last, start=instruction.start, end=instruction.end, scope=scope)


def _step(
    session: Session, instruction: Instruction, context: list[Target], answers: Span | None = None, reason: str = ""
) -> list[Target]:
    """Carry out one instruction, and say what became of it; where the next one is."""
    span = instruction.start, instruction.end
    if why := kept(instruction):
        session.keep(span, why, answers)
        return context
    draft = Draft(reasons=[reason] if reason else [])
    editor = Editor(session.desk.standing, session.others, session.desk.labels, session.desk.notes, draft)
    following = next_context(instruction, context)
    try:
        execute(instruction, context, editor)
        if instruction.asserted:
            look_at_assertion(instruction.asserted, editor)
        reasons = session.desk.take(editor.draft, session.line(instruction.start))
    except Refused as refused:
        at = refused.at if refused.at >= 0 else instruction.start
        problem = Problem(refused.code, Severity.ERROR, session.where(at), refused.message, refused.hint)
        session.say(Status.REFUSED, span, [problem], (), answers)
        return following
    where = session.where(instruction.start)
    problems = [Problem("check", Severity.WARNING, where, each) for each in dict.fromkeys(reasons)]
    session.say(Status.CHECK if problems else Status.APPLIED, span, problems, editor.draft.touched, answers)
    return following
