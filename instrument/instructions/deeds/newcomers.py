"""Provisions put in: beside the one that is named, where their number puts them, or at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from instrument import labels
from instrument.changes.items import Gap, Part, Place
from instrument.instructions.deeds.payload import TAKEN, UNQUOTED, dressed, is_unquoted, labelled, provisions
from instrument.instructions.deeds.wording import insert_at_end
from instrument.instructions.editor import Editor
from instrument.instructions.elements import Role, Step, Unit
from instrument.instructions.instruction import Passage
from instrument.instructions.refusal import Refused
from instrument.instructions.resolving import children
from instrument.instructions.scope import Scope
from instrument.model import Provision, plain

Spotted = tuple[Role, Scope]


@dataclass(frozen=True, slots=True)
class _Neighbour:
    """The provision that a new one stands behind (`after`) or before; as its first child, if `is_parent`."""

    index: int
    after: bool
    is_parent: bool = False


def insert(made: Step, new: Passage, scopes: Sequence[Scope], spot: Spotted | None, editor: Editor) -> None:
    """Put in a provision or several: beside the one that is named, in the order of its label, or at the end."""
    if len(scopes) != 1:
        raise Refused("which-article", f"{len(scopes)} articles are named", "say which one the new words go into")
    scope = spot[1] if spot else scopes[0]
    if made.unit in (Unit.SENTENCE, Unit.HEADING):
        before = spot is not None and spot[0] in (Role.BEFORE, Role.START)
        insert_at_end(new.words, [scope], editor, Role.START if before else Role.END)
        return
    beside = _neighbour(made, scope, spot, editor)
    id, rows = scope.ground.clause.id, scope.ground.clause.provisions
    if beside is None:
        made_rows = labelled(provisions(new.words, 0), made.label)
        editor.insert(Gap(id, Part.PROVISION, len(rows)), made_rows, Place(id, Part.CLAUSE), "in")
        return
    position = beside.index if not beside.after else scope.ground.end(beside.index)
    made_rows = _labelled(made, new, scope, beside, editor)
    _look_at_labels(made_rows[0], scope, beside, editor)
    if is_unquoted(plain(made_rows[0].text), plain(rows[beside.index].text)):
        editor.draft.reasons.append(UNQUOTED)
    place = Place(id, Part.PROVISION, beside.index)
    how = "in" if beside.is_parent else "after" if beside.after else "before"
    editor.insert(Gap(id, Part.PROVISION, position), made_rows, place, how)


def _labelled(made: Step, new: Passage, scope: Scope, beside: _Neighbour, editor: Editor) -> list[Provision]:
    """The new provisions, the first with its number as its neighbours wear theirs; with none where they have none."""
    row = scope.ground.clause.provisions[beside.index]
    if beside.is_parent:
        return labelled(provisions(new.words, row.depth + 1), _first_label(made, row.depth + 1, scope, editor))
    like = editor.labels.get(Place(scope.ground.clause.id, Part.PROVISION, beside.index), row.label)
    rows = provisions(new.words, row.depth, is_labelled=bool(like or made.label))
    if rows[0].label:
        return rows
    if made.label and like:
        return labelled(rows, dressed(made.label, like))
    if like:
        return labelled(rows, _next_label(like, scope, beside, editor))
    if made.label and made.unit is not Unit.RECITAL:
        editor.draft.reasons.append("the paragraphs beside it have no numbers: it has none")
    return rows


def _first_label(made: Step, depth: int, scope: Scope, editor: Editor) -> str:
    """A label as those of the same depth wear theirs in the text."""
    if not made.label:
        return ""
    grounds = [scope.ground, *editor.standing.grounds]
    rows = (row.label for each in grounds for row in each.clause.provisions if row.depth == depth and row.label)
    alike = (label for label in rows if labels.key(label).isdigit() == made.label.isdigit())
    return dressed(made.label, next(alike, f"({made.label})"))


def _neighbour(made: Step, scope: Scope, spot: Spotted | None, editor: Editor) -> _Neighbour | None:
    """The provision that the new one stands beside; None where there is none yet."""
    if spot and not (spot[1].is_clause or spot[0] in (Role.END, Role.START)):
        return _Neighbour(scope.provisions.start, spot[0] is not Role.BEFORE)
    siblings = children(scope)
    if not siblings:
        return _Neighbour(scope.first, True, is_parent=True) if scope.first is not None else None
    if spot:
        return _Neighbour(siblings[0], False) if spot[0] is Role.START else _Neighbour(siblings[-1], True)
    if made.label and labels.parse(made.label):
        return _in_order(made, siblings, scope, editor)
    editor.draft.reasons.append("no place is given: it stands at the end")
    return _Neighbour(siblings[-1], True)


def _in_order(made: Step, siblings: Sequence[int], scope: Scope, editor: Editor) -> _Neighbour:
    """Where its number puts a provision: among those that have one, or else by count."""
    rows, wanted = scope.ground.clause.provisions, labels.order(made.label)
    numbered = [index for index in siblings if rows[index].label]
    if numbered:
        before = [index for index in numbered if labels.order(labels.key(rows[index].label)) < wanted]
        return _Neighbour(before[-1], True) if before else _Neighbour(numbered[0], False)
    label = labels.parse(made.label)
    count = label.numbers[0] if label else 0
    hung = label is not None and bool(label.suffix or label.letter)
    if count > len(siblings) + (not hung):
        names = f"{editor.standing.name(scope.name_at)} has {len(siblings)} paragraphs"
        raise Refused("no-such-place", f"there is no place for {made}", names)
    if hung or count > len(siblings):
        return _Neighbour(siblings[count - 1 if hung else -1], True)
    return _Neighbour(siblings[max(count - 1, 0)], False)


def _next_label(like: str, scope: Scope, beside: _Neighbour, editor: Editor) -> str:
    """The label of a provision that was given none: what stands there while the numbers that were issued stay."""
    siblings = _siblings(scope, beside)
    printed = [like if index == beside.index else scope.ground.clause.provisions[index].label for index in siblings]
    gap = siblings.index(beside.index) + beside.after
    label = labels.inserted("".join(printed[gap - 1 : gap]), "".join(printed[gap : gap + 1]), printed)
    if not label:
        raise Refused(
            "no-number", f"between {' and '.join(printed[max(gap - 1, 0) : gap + 1])} there is no number left"
        )
    editor.draft.reasons.append(f"no number is given: it is numbered “{label}”")
    return label


def _look_at_labels(first: Provision, scope: Scope, beside: _Neighbour, editor: Editor) -> None:
    """A label that stands there already is an addition before it, or an alternative: that is not said."""
    if beside.is_parent or not first.label or editor.draft.counts_through:
        return
    rows = scope.ground.clause.provisions
    for index in _siblings(scope, beside):
        if labels.key(rows[index].label) == labels.key(first.label):
            name = editor.standing.name(Place(scope.ground.clause.id, Part.PROVISION, index))
            editor.draft.reasons.append(TAKEN.format(name))


def _siblings(scope: Scope, beside: _Neighbour) -> list[int]:
    parents = scope.ground.parents
    return [index for index in range(len(parents)) if parents[index] == parents[beside.index]]
