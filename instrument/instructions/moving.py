"""A move: of provisions, of articles, of sentences and words; where to, and what they read once they are there."""

from __future__ import annotations

from collections.abc import Sequence

from instrument.changes.items import Delete, Insert, Part
from instrument.instructions.deeds import carrying, nodes, order
from instrument.instructions.editor import Editor
from instrument.instructions.elements import CLAUSES, Role, Target
from instrument.instructions.finding import Found, find, stretch
from instrument.instructions.instruction import Instruction, Passage, Spot
from instrument.instructions.places import stretches, wholes, with_context
from instrument.instructions.refusal import Refused
from instrument.instructions.scope import Scope

_HOW = "move paragraph 5 after paragraph 2"


def move(instruction: Instruction, places: Sequence[Target], scope: Sequence[Target], editor: Editor) -> None:
    """Carry what is named to the one place that is named; refuse where what goes, or where to, is not said."""
    spots = [spot for spot in instruction.spots if spot.places or spot.passage]
    if not (places or instruction.passages) or len(spots) != 1:
        raise Refused("no-spot", "it is not said what goes where", _HOW)
    spot = spots[0]
    around = [target[:1] for target in spot.places if len(target) > 1 and target[0].unit in CLAUSES]
    if instruction.passages:
        within = _within([*places, *([] if places else scope)], around)
        for passage in instruction.passages:
            _words(find(passage, stretches(within, editor), editor.standing), spot, within, editor)
        _look_at_new(instruction, 0)
        return
    moved = wholes(_within(places, around), editor)
    if any(each.sentence for each in moved):
        _sentences(moved, spot, places, editor)
        _look_at_new(instruction, 0)
        return
    _provisions(instruction, moved, spot, _within(places, around), editor)


def _within(targets: Sequence[Target], around: Sequence[Target]) -> list[Target]:
    """Places, those without an article in that of the other place: "paragraph 4 after paragraph 2 of article 1"."""
    return [
        target if target[:1] and target[0].unit in CLAUSES else with_context([target], around)[0] for target in targets
    ]


def _look_at_new(instruction: Instruction, most: int) -> None:
    if len(instruction.new) > most or len(instruction.made) > most:
        raise Refused(
            "not-understood", "what is moved is not given other words or another number", "say it of each in turn"
        )


def _provisions(
    instruction: Instruction, moved: Sequence[Scope], spot: Spot, places: Sequence[Target], editor: Editor
) -> None:
    if spot.passage:
        raise Refused("no-spot", "a provision does not go among words", "name the provision that it is to stand beside")
    _look_at_new(instruction, 1 if len(moved) == 1 else 0)
    to = stretches(with_context(spot.places, [target[:-1] for target in places[:1]]), editor)[-1]
    for each in moved:
        order.move(each, spot.role, to, editor)
        if not instruction.made:
            order.look_at_number(each, to, editor)
    for target in instruction.made:
        order.renumber(moved[0], target[-1].label, editor)
    for passage in instruction.new:
        reword(moved[0], passage, editor)


def reword(scope: Scope, new: Passage, editor: Editor) -> None:
    """Let a provision that is moved or renumbered read as new words do, which have as many paragraphs."""
    before = len(editor.draft.items)
    nodes.amend(scope, new, editor)
    if any(isinstance(item, Insert | Delete) for item in editor.draft.items[before:]):
        message = "the new words have not as many paragraphs as what is moved or renumbered"
        raise Refused("which-provision", message, "delete it, and insert the new text where it is to stand", new.start)


def _sentences(moved: Sequence[Scope], spot: Spot, places: Sequence[Target], editor: Editor) -> None:
    for scope in moved:
        place = next(iter(scope.places))
        low, high = stretch(scope, editor.standing.printed(place))
        _words(Found(place, low, high), spot, places[:1], editor)


def _words(found: Found, spot: Spot, within: Sequence[Target], editor: Editor) -> None:
    """Carry words beside a passage or a sentence, or to an end of a provision."""
    if spot.passage:
        scopes = stretches(with_context(spot.places, within) or within, editor)
        carrying.beside(found, find(spot.passage, scopes, editor.standing), spot.role is Role.BEFORE, editor)
        return
    (to, *others) = stretches(with_context(spot.places, [target[:1] for target in within]), editor)
    rows = [place for place in to.places if place.part is not Part.HEADING] or list(to.places)
    if others or len(rows) != 1 or (spot.role in (Role.AFTER, Role.BEFORE) and not to.sentence):
        raise Refused("which-provision", "it is not said beside which words of which provision they go", _HOW)
    low, high = stretch(to, editor.standing.printed(rows[0]))
    if spot.role is Role.TO:
        editor.draft.reasons.append("no place in the provision is given: the words stand at the end")
    before = spot.role in (Role.BEFORE, Role.START)
    carrying.beside(found, Found(rows[0], low, high), before, editor)
