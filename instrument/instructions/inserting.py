"""An insertion: of words, of provisions, of articles; where, by what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from instrument.instructions.deeds import clauses, footnotes, newcomers, wording
from instrument.instructions.editor import Editor
from instrument.instructions.elements import CLAUSES, Role, Step, Target, Unit
from instrument.instructions.finding import Found, find
from instrument.instructions.instruction import Instruction, Passage
from instrument.instructions.places import stretches, with_context
from instrument.instructions.refusal import Refused


def insert(instruction: Instruction, scope: Sequence[Target], editor: Editor) -> None:
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
    if made is None and not instruction.spots and len(scope) == 1 and _is_whole(new, scope[0]):
        made = Step(Unit.RECITAL if scope[0][-1].unit is Unit.PREAMBLE else Unit.PARAGRAPH)
    if made is not None and made.unit is Unit.FOOTNOTE:
        _footnote(instruction, made, scope, editor)
        return
    if made is None or (made.unit is Unit.SENTENCE and any(spot.passage for spot in instruction.spots)):
        _insert_words(instruction, scope, editor)
        return
    spot = None
    if spots:
        at = stretches(with_context(spots[0].places, scope), editor)
        if any(each.ground is not at[0].ground for each in at):
            raise Refused("which-article", "the same words are to go into several articles", "say which one")
        spot = (spots[0].role, at[-1] if spots[0].role is Role.AFTER else at[0])
    elif any(each.role in (Role.END, Role.START) for each in instruction.spots) and scope:
        spot = (instruction.spots[0].role, stretches(scope, editor)[0])
    if made.unit in CLAUSES:
        clauses.insert_clause(made, instruction.title, new, spot, editor)
        return
    if made.unit is Unit.RECITAL and not scope:
        scope = [(Step(Unit.PREAMBLE),)]
    newcomers.insert(made, new, [spot[1]] if spot else stretches(scope, editor), spot, editor)


def _footnote(instruction: Instruction, made: Step, scope: Sequence[Target], editor: Editor) -> None:
    """A footnote goes to the words that are named, or to an end of the provision that is."""
    inner = [target for spot in instruction.spots for target in spot.places]
    scopes = stretches(with_context(inner, scope) or scope, editor)
    if len(instruction.spots) != 1 or instruction.spots[0].role in (Role.START, Role.BETWEEN):
        raise Refused("no-spot", "it is not said at which words the mark of the footnote stands", "say after which")
    spot = instruction.spots[0]
    if spot.passage:
        found = find(spot.passage, scopes, editor.standing)
        at = Found(found.place, found.start, found.start) if spot.role is Role.BEFORE else found
    else:
        at = footnotes.end(scopes, editor)
    footnotes.insert_note(at, made.label, instruction.new[0], editor)


def _is_whole(new: Passage, target: Target) -> bool:
    """Whether words that go into an article or the preamble are a paragraph of their own."""
    unit, words = target[-1].unit, new.words.rstrip()
    if unit is Unit.PREAMBLE:
        return words.endswith((",", ";"))
    return unit in (Unit.ARTICLE, Unit.ANNEX) and words[:1].isupper() and words.endswith((".", ":"))


def _insert_words(instruction: Instruction, scope: Sequence[Target], editor: Editor) -> None:
    """Words go where words are named, or to an end of a provision."""
    inner = [target for spot in instruction.spots for target in spot.places]
    spots = tuple(replace(spot, places=()) for spot in instruction.spots)
    scopes = stretches(with_context(inner, scope) or scope, editor)
    wording.insert_words(replace(instruction, spots=spots), scopes, editor)
