"""One instruction carried out: its places looked up, its words found, its edits written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from instrument.instructions.deeds import bracketing, clauses, nodes, order, wording
from instrument.instructions.deeds.payload import provisions
from instrument.instructions.desk import Editor
from instrument.instructions.elements import CLAUSES, Op, Role, Step, Target, Unit, depth
from instrument.instructions.finding import find
from instrument.instructions.instruction import Instruction, Passage, Spot
from instrument.instructions.languages import UNSAID
from instrument.instructions.lexicon import fold
from instrument.instructions.refusal import Refused
from instrument.instructions.resolving import completed, resolve
from instrument.instructions.scope import Scope

_OPEN_NUMBER = re.compile(r"^\W*(?:…|\.{3})", re.MULTILINE)
_NAME_IT = "name the provision, or quote the words"


def execute(instruction: Instruction, context: Sequence[Target], editor: Editor) -> list[Target]:
    """Write what an instruction asks for; what its words say of the place is known to what follows it.

    Raises `Refused` where it cannot be carried out as it is said.
    """
    scope = _completed(_nested(instruction.scope), context) or list(context)
    _look_at_new(instruction, editor)
    places = [target for each in instruction.places for target in _completed([each], scope)]
    match instruction.op:
        case Op.REPLACE | Op.DELETE if instruction.passages or instruction.span[0]:
            _words(instruction, places or scope, editor)
        case Op.DELETE:
            _delete(instruction, places, editor)
        case Op.REPLACE | Op.AMEND:
            _amend(instruction, places or scope, editor)
        case Op.INSERT:
            _insert(instruction, scope, editor)
        case Op.MOVE:
            _move(instruction, places, scope, editor)
        case Op.MERGE:
            order.join(_scopes(places, editor), editor)
        case Op.SPLIT:
            _split(instruction, places or scope, editor)
        case Op.RENUMBER:
            _renumber(instruction, places or scope, editor)
        case None if instruction.accordingly:
            editor.draft.reasons.append("all its paragraphs count through")
        case Op.BRACKET:
            _bracket(instruction, places or scope, editor)
        case _:
            raise Refused(
                "not-understood", "it is not said what is to be done", "begin with replace, delete, insert or amend"
            )
    if instruction.accordingly:
        _accordingly(places or scope, editor)
    return _next_context(instruction, places, scope)


def _look_at_new(instruction: Instruction, editor: Editor) -> None:
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


def _next_context(instruction: Instruction, places: Sequence[Target], scope: Sequence[Target]) -> list[Target]:
    """Where the next step of the same sentence is, if it does not say: where this one was, around what it was about."""
    whole = instruction.places and not instruction.passages
    return [target[:-1] for target in places if len(target) > 1] if whole else list(places or scope)


def _nested(targets: Sequence[Target]) -> list[Target]:
    """What was said of the place in two parts as one: "in article 4, delete in paragraph 5"."""
    nested: list[Target] = []
    for target in targets:
        inner = [completed(target, base) for base in nested if depth(base[0]) < depth(target[0])]
        outer = [completed(base, target) for base in nested if depth(target[0]) < depth(base[0])]
        nested = inner or outer or [*nested, target]
    return nested


def _completed(targets: Sequence[Target], context: Sequence[Target]) -> list[Target]:
    """References with what was said before; "these paragraphs" are all that were named."""
    found: list[Target] = []
    for target in targets:
        names_none = not (target[0].label or target[0].count) and target[0].unit not in CLAUSES
        found += [completed(target, base) for base in (context if names_none else context[:1]) or [()]]
    return list(dict.fromkeys(found))


def _scopes(targets: Sequence[Target], editor: Editor) -> list[Scope]:
    """The stretches that references name; the whole text where there are none."""
    if not targets:
        return [Scope(ground) for ground in editor.standing.grounds]
    return [scope for target in targets for scope in resolve(target, editor.standing)]


def _words(instruction: Instruction, targets: Sequence[Target], editor: Editor) -> None:
    scopes = _scopes(targets, editor) if not _ends(instruction) else []
    if instruction.brackets:
        if instruction.op is not Op.DELETE:
            raise Refused(
                "not-understood", "it is not said what becomes of the brackets", "delete them, or name the words"
            )
        for passage in instruction.passages:
            bracketing.lift(find(passage, scopes, editor.standing), editor)
        return
    at_end = _ends(instruction)
    if at_end:
        inner = [target for spot in at_end for target in spot.places]
        if any(depth(step) >= depth(target[0]) for target in inner for outer in instruction.scope for step in outer):
            raise Refused("which-provision", "an end and a whole provision are named for the same words", "say each")
        scopes = _scopes(_completed(inner, targets) or targets, editor)
        last = -1 if at_end[0].role is Role.END else 1
        instruction = replace(
            instruction,
            spots=tuple(spot for spot in instruction.spots if spot not in at_end),
            passages=tuple(replace(passage, occurrence=last) for passage in instruction.passages),
        )
    write = wording.replace_words if instruction.op is Op.REPLACE else wording.delete_words
    write(instruction, scopes, editor)


def _ends(instruction: Instruction) -> list[Spot]:
    return [spot for spot in instruction.spots if spot.role in (Role.END, Role.START)]


def _delete(instruction: Instruction, places: Sequence[Target], editor: Editor) -> None:
    if not places or instruction.spots:
        raise Refused("no-object", "it is not said what is to be deleted", _NAME_IT)
    for scope in _scopes(places, editor):
        if instruction.brackets:
            bracketing.lift_all(scope, editor)
        else:
            nodes.delete(scope, editor)


def _amend(instruction: Instruction, places: Sequence[Target], editor: Editor) -> None:
    if not places:
        raise Refused("no-object", "it is not said which provision is to be amended", _NAME_IT)
    if len(instruction.new) != 1 or instruction.spots:
        raise Refused("no-words", "the new words are missing", "set them in quotation marks, or below the line")
    scopes = _scopes(places, editor)
    new = instruction.new[0]
    rows = new.words.split("\n")
    if len(scopes) == 1:
        nodes.amend(scopes[0], new, editor)
        return
    ground, first, last = scopes[0].ground, scopes[0].first, scopes[-1].last
    together = all(one.last == two.first and one.ground is two.ground for one, two in pairwise(scopes))
    if together and first is not None:
        depth = ground.clause.provisions[first].depth
        nodes.read_anew(Scope(ground, first, last), provisions(new.words, depth), editor, is_range=True)
    elif len(rows) == len(scopes):
        for scope, row in zip(scopes, rows, strict=True):
            nodes.amend(scope, replace(new, words=row), editor)
    else:
        raise Refused(
            "which-provision", f"{len(scopes)} provisions are to read as {len(rows)} lines do", "give each its own"
        )


def _insert(instruction: Instruction, scope: Sequence[Target], editor: Editor) -> None:
    if len(instruction.new) != 1:
        said = (
            "the new words are missing" if not instruction.new else f"{len(instruction.new)} passages are to be put in"
        )
        raise Refused("no-words", said, "set them in quotation marks, or below the line")
    new = instruction.new[0]
    spots = [spot for spot in instruction.spots if spot.places]
    made = instruction.made[0][-1] if instruction.made else None
    outer = [step for target in instruction.made for step in target[:-1]]
    if outer and not scope:
        scope = [tuple(outer)]
    if made is None and spots and spots[0].role in (Role.AFTER, Role.BEFORE):
        made = Step(spots[0].places[0][-1].unit)
    if made is None or (made.unit is Unit.SENTENCE and any(spot.passage for spot in instruction.spots)):
        _insert_words(instruction, scope, editor)
        return
    spot = None
    if spots:
        at = _scopes(_completed(spots[0].places, scope), editor)
        spot = (spots[0].role, at[-1] if spots[0].role is Role.AFTER else at[0])
    elif any(each.role in (Role.END, Role.START) for each in instruction.spots) and scope:
        spot = (instruction.spots[0].role, _scopes(scope, editor)[0])
    if made.unit in CLAUSES:
        clauses.insert_clause(made, instruction.title, new, spot, editor)
        return
    if made.unit is Unit.RECITAL and not scope:
        scope = [(Step(Unit.PREAMBLE),)]
    nodes.insert(made, new, [spot[1]] if spot else _scopes(scope, editor), spot, editor)


def _insert_words(instruction: Instruction, scope: Sequence[Target], editor: Editor) -> None:
    """Words go where words are named, or to an end of a provision."""
    inner = [target for spot in instruction.spots for target in spot.places]
    spots = tuple(replace(spot, places=()) for spot in instruction.spots)
    scopes = _scopes(_completed(inner, scope) or scope, editor)
    wording.insert_words(replace(instruction, spots=spots), scopes, editor)


def _move(instruction: Instruction, places: Sequence[Target], scope: Sequence[Target], editor: Editor) -> None:
    spots = [spot for spot in instruction.spots if spot.places]
    if not places or len(spots) != 1:
        raise Refused("no-spot", "it is not said what goes where", "move paragraph 5 after paragraph 2")
    to = _scopes(_completed(spots[0].places, places[:1] or scope), editor)
    for each in _scopes(places, editor):
        order.move(each, spots[0].role, to[-1], editor)


def _split(instruction: Instruction, places: Sequence[Target], editor: Editor) -> None:
    passages = [spot.passage for spot in instruction.spots if spot.passage and spot.role is Role.AFTER]
    if len(passages) != 1 or passages[0] is None:
        raise Refused("no-spot", "it is not said where to split", "say after which words")
    order.split(find(passages[0], _scopes(places, editor), editor.standing), editor)


def _renumber(instruction: Instruction, places: Sequence[Target], editor: Editor) -> None:
    scopes = _scopes(places, editor)
    made = list(_named(instruction))
    if not made:
        raise Refused("no-number", "the new number is not given", "renumber paragraph 3 as paragraph 4")
    if instruction.existing and len(scopes) == 1 and scopes[0].is_clause:
        ground = scopes[0].ground
        rows = [Scope(ground, at, at + 1) for at in scopes[0].provisions if ground.parents[at] is None]
        scopes = rows
    if len(made) != len(scopes):
        raise Refused(
            "no-number", f"{len(scopes)} provisions are to get {len(made)} numbers", "name each with its new one"
        )
    for scope, label in zip(scopes, made, strict=True):
        order.renumber(scope, label, editor)


def _named(instruction: Instruction) -> list[str]:
    """The new numbers: those of provisions, or quoted."""
    steps = [target[-1] for target in (*instruction.made, *(instruction.places[1:] if not instruction.made else ()))]
    found = [label for step in steps for label in _range(step)]
    return found or [passage.words.split()[-1] for passage in (*instruction.new, *instruction.passages)]


def _range(step: Step) -> list[str]:
    if step.label.isdigit() and str(step.through).isdigit():
        return [str(number) for number in range(int(step.label), int(step.through) + 1)]
    return [step.label]


def _bracket(instruction: Instruction, places: Sequence[Target], editor: Editor) -> None:
    scopes = _scopes(places, editor)
    passages: Sequence[Passage] = instruction.passages or instruction.new
    for passage in passages:
        bracketing.bracket(find(passage, scopes, editor.standing), editor)
    if not passages:
        if not places:
            raise Refused("no-object", "it is not said what is to be put in brackets", _NAME_IT)
        for scope in scopes:
            bracketing.bracket_provisions(scope, editor)


def _accordingly(targets: Sequence[Target], editor: Editor) -> None:
    """Let the neighbours of what changed count through."""
    for scope in _scopes(targets, editor):
        id = "" if scope.is_clause else scope.ground.clause.id
        depth = 0 if scope.first is None else scope.ground.clause.provisions[scope.first].depth
        editor.draft.renumbered.append((id, depth))
