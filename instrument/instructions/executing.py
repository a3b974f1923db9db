"""One instruction carried out: its places looked up, its words found, its edits written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from instrument import labels
from instrument.instructions.deeds import borrowing, bracketing, nodes, order, wording
from instrument.instructions.deeds.payload import provisions
from instrument.instructions.doubts import look_at_new, look_at_rest
from instrument.instructions.editor import Editor
from instrument.instructions.elements import CLAUSES, Op, Role, Step, Target, Unit, depth
from instrument.instructions.finding import find
from instrument.instructions.inserting import insert
from instrument.instructions.instruction import Instruction, Passage, Spot
from instrument.instructions.moving import move, reword
from instrument.instructions.places import nested, stretches, wholes, with_context
from instrument.instructions.refusal import Refused
from instrument.instructions.resolving import resolve
from instrument.instructions.scope import Scope

_LONGEST_RANGE = 100
_NAME_IT = "name the provision, or quote the words"


def placed(instruction: Instruction, context: Sequence[Target]) -> tuple[list[Target], list[Target]]:
    """Where an instruction is, and the provisions that it is about, by its words and those before it."""
    scope = with_context(nested(instruction.scope), context) or list(context)
    return scope, [target for each in instruction.places for target in with_context([each], scope)]


def execute(instruction: Instruction, context: Sequence[Target], editor: Editor) -> None:
    """Write what an instruction asks for. Raises `Refused` where it cannot be carried out as it is said."""
    scope, places = placed(instruction, context)
    editor.draft.counts_through = instruction.accordingly
    look_at_rest(instruction)
    look_at_new(instruction, editor)
    if instruction.like:
        borrowing.borrow(instruction, editor)
        return
    match instruction.op:
        case Op.REPLACE | Op.DELETE if instruction.passages or instruction.span[0]:
            _words_and_notes(instruction, places, scope, editor)
        case Op.DELETE:
            _delete(instruction, places, editor)
        case Op.REPLACE | Op.AMEND:
            _amend(instruction, places or scope, editor)
        case Op.INSERT:
            insert(instruction, scope, editor)
        case Op.MOVE:
            move(instruction, places, scope, editor)
        case Op.MERGE if instruction.new:
            _amend(instruction, places, editor)
        case Op.MERGE:
            order.join(wholes(places, editor), editor)
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


def next_context(instruction: Instruction, context: Sequence[Target]) -> list[Target]:
    """Where the next step of the same sentence is, if it does not say: where this one was, around what it was about.

    So it is too where this one was refused: what follows it is not looked for elsewhere.
    """
    scope, places = placed(instruction, context)
    whole = instruction.places and not instruction.passages
    return [target[:-1] for target in places if len(target) > 1] if whole else list(places or scope)


def _words_and_notes(
    instruction: Instruction, places: Sequence[Target], scope: Sequence[Target], editor: Editor
) -> None:
    """ "Delete the words 'X' and the associated footnote"."""
    notes = [target for target in places if target[-1].unit is Unit.FOOTNOTE and instruction.op is Op.DELETE]
    _words(instruction, [target for target in places if target not in notes] or scope, editor)
    for note in wholes(notes, editor) if notes else ():
        nodes.delete(note, editor)


def _words(instruction: Instruction, targets: Sequence[Target], editor: Editor) -> None:
    scopes = stretches(targets, editor) if not _ends(instruction) else []
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
        scopes = stretches(with_context(inner, targets) or targets, editor)
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
    for scope in wholes(places, editor):
        if instruction.brackets:
            bracketing.lift_all(scope, editor)
        else:
            nodes.delete(scope, editor)


def _amend(instruction: Instruction, places: Sequence[Target], editor: Editor) -> None:
    if not places:
        raise Refused("no-object", "it is not said which provision is to be amended", _NAME_IT)
    if len(instruction.new) != 1 or instruction.spots:
        raise Refused("no-words", "the new words are missing", "set them in quotation marks, or below the line")
    scopes = wholes(places, editor)
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


def _split(instruction: Instruction, places: Sequence[Target], editor: Editor) -> None:
    passages = [spot.passage for spot in instruction.spots if spot.passage and spot.role is Role.AFTER]
    if len(passages) != 1 or passages[0] is None:
        raise Refused("no-spot", "it is not said where to split", "say after which words")
    made = [target[-1].label for target in instruction.made]
    if len(made) not in (0, 2):
        raise Refused("no-number", f"two provisions are to get {len(made)} numbers", "name both")
    order.split(find(passages[0], stretches(places, editor), editor.standing), made, editor)


def _renumber(instruction: Instruction, places: Sequence[Target], editor: Editor) -> None:
    scopes = stretches(places, editor)
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
    for target in instruction.made:
        _look_at_article(target, scopes, editor)
    for scope, label in zip(scopes, made, strict=True):
        order.renumber(scope, label, editor, instruction.existing)
    if instruction.new and instruction.made:
        _reworded(instruction.new, scopes, made, editor)


def _look_at_article(made: Target, scopes: Sequence[Scope], editor: Editor) -> None:
    """Refuse "paragraph 3 becomes paragraph 2 of article 5": a number does not carry it there."""
    outer = [step for step in made[:-1] if step.unit in CLAUSES]
    for there in resolve(tuple(outer), editor.standing) if outer else ():
        if any(there.ground is not scope.ground for scope in scopes):
            name = editor.standing.name(there.name_at)
            raise Refused("cannot-renumber", f"a number does not carry it to {name}", "move it, and say after what")


def _reworded(new: Sequence[Passage], scopes: Sequence[Scope], made: Sequence[str], editor: Editor) -> None:
    """ "Renumbered as paragraph 6 and amended to read": the new words may bring the new number."""
    if len(new) != 1 or len(scopes) != 1:
        raise Refused("which-provision", f"{len(scopes)} provisions are to read as one text does", "give each its own")
    label, rest = labels.split(new[0].words)
    if label and labels.key(label) != made[0]:
        raise Refused("no-number", f"it is numbered “{label}” in the new words", f"say whether it is {made[0]}")
    reword(scopes[0], replace(new[0], words=rest), editor)


def _named(instruction: Instruction) -> list[str]:
    """The new numbers: those of provisions, or quoted."""
    steps = [target[-1] for target in (*instruction.made, *(instruction.places[1:] if not instruction.made else ()))]
    found = [label for step in steps for label in _range(step)]
    return found or [passage.words.split()[-1] for passage in (*instruction.new, *instruction.passages)]


def _range(step: Step) -> list[str]:
    if step.label.isdigit() and str(step.through).isdigit():
        return [str(number) for number in range(int(step.label), int(step.through) + 1)]
    found = [step.label]
    while step.through and found[-1] != step.through and len(found) < _LONGEST_RANGE:
        found.append(labels.following(found[-1]))
    return found


def _bracket(instruction: Instruction, places: Sequence[Target], editor: Editor) -> None:
    scopes = stretches(places, editor) if instruction.passages or instruction.new else wholes(places, editor)
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
    for scope in stretches(targets, editor):
        id = "" if scope.is_clause else scope.ground.clause.id
        depth = 0 if scope.first is None else scope.ground.clause.provisions[scope.first].depth
        editor.draft.renumbered.append((id, depth))
