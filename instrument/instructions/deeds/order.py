"""The order and numbers of provisions: moved, joined, split, renumbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from instrument import labels
from instrument.changes.items import Gap, Head, Join, Move, Part, Place, Split, Title
from instrument.instructions.deeds.nodes import with_all_below
from instrument.instructions.deeds.payload import TAKEN, dressed
from instrument.instructions.editor import Editor
from instrument.instructions.elements import Role
from instrument.instructions.finding import Found
from instrument.instructions.refusal import Refused
from instrument.instructions.scope import Scope
from instrument.instructions.standing import Ground, numbered
from instrument.labels import designate
from instrument.model import Clause, Instrument, Kind, Provision, text

_WORDS = "delete the words, and insert them where they go"
_BESIDE = "name the provision that it is to stand beside"


def move(scope: Scope, role: Role, to: Scope, editor: Editor) -> None:
    """Carry a provision or a clause to another place; what it is called stays as it is."""
    id = scope.ground.clause.id
    if scope.is_clause:
        if not to.is_clause:
            raise Refused("no-spot", "an article can only stand beside another one")
        count, at = len(with_all_below(scope, editor)), scope.ground.position
        position = to.ground.position
        if role is Role.AFTER:
            position += 1 + len(editor.standing.below(to.ground))
        if at < position < at + count or role not in (Role.BEFORE, Role.AFTER):
            raise Refused("no-spot", "it is not said beside which other one it stands", _BESIDE)
        editor.add(Move(Place(id, Part.CLAUSE, at), count, Gap("", Part.CLAUSE, position)))
        return
    if scope.own or scope.part is not Part.PROVISION:
        raise Refused("cannot-move", "only whole provisions, sentences and words are moved", _WORDS)
    run, (position, depth) = scope.provisions, _landing(scope, role, to, editor)
    if scope.ground is to.ground and run.start < position < run.stop:
        raise Refused("cannot-move", "it would stand inside itself", _BESIDE)
    if scope.ground.clause.provisions[run.start].depth != depth:
        name = editor.standing.name(scope.name_at)
        raise Refused("cannot-move", f"{name} would stand at another level, and its number does not say so", _WORDS)
    if scope.ground is to.ground and position in (run.start, run.stop):
        editor.draft.reasons.append("it stands there already")
    gap = Gap(to.ground.clause.id, Part.PROVISION, position)
    editor.add(Move(Place(id, Part.PROVISION, run.start), len(run), gap))


def _landing(scope: Scope, role: Role, to: Scope, editor: Editor) -> tuple[int, int]:
    """Where a provision that is moved comes to stand, and how deep that is."""
    ground = to.ground
    if to.own or to.sentence or to.part is not Part.PROVISION:
        raise Refused("no-spot", "a provision stands beside another one, not among its words", _BESIDE)
    if to.is_clause:
        if role is Role.TO:
            editor.draft.reasons.append("no place in the article is given: it stands at the end")
        if role in (Role.BEFORE, Role.AFTER):
            raise Refused("no-spot", "a paragraph can only stand beside another one", _BESIDE)
        return (0 if role is Role.START else len(ground.clause.provisions)), 0
    first = to.provisions.start
    depth = ground.clause.provisions[first].depth
    if role in (Role.BEFORE, Role.AFTER):
        return (first if role is Role.BEFORE else ground.end(first)), depth
    if role is Role.TO:
        editor.draft.reasons.append("no place in the paragraph is given: it stands at the end")
    return (first + 1 if role is Role.START else ground.end(first)), depth + 1


def look_at_number(scope: Scope, to: Scope, editor: Editor) -> None:
    """A provision that goes to another article with its number may find it taken there."""
    if scope.ground is to.ground or scope.is_clause:
        return
    rows, key = to.ground.clause.provisions, labels.key(scope.ground.clause.provisions[scope.provisions.start].label)
    for index, row in enumerate(rows):
        if key and labels.key(row.label) == key and to.ground.parents[index] == _parent(to):
            place = Place(to.ground.clause.id, Part.PROVISION, index)
            editor.draft.reasons.append(TAKEN.format(editor.standing.name(place)))


def _parent(to: Scope) -> int | None:
    """The provision below which something beside another one stands."""
    return None if to.first is None else to.ground.parents[to.first]


def join(scopes: Sequence[Scope], editor: Editor) -> None:
    """Let neighbours read on as one paragraph."""
    if any(scope.is_clause for scope in scopes):
        hint = "give the heading and the text of the one that is wanted"
        raise Refused("cannot-merge", "it is not said what the merged article is called and how it is numbered", hint)
    rows = [(scope.ground, index) for scope in scopes for index in scope.provisions]
    ground, first = rows[0]
    if len(rows) < 2 or [(ground, first + step) for step in range(len(rows))] != rows:
        raise Refused(
            "cannot-merge", "only neighbours without subparagraphs can be merged", "give the text that is wanted"
        )
    for _, index in rows[1:]:
        old = ground.clause.provisions[index]
        place = Place(ground.clause.id, Part.PROVISION, index)
        editor.add(Join(place, Head(old.depth, old.label, old.anchor)))
        editor.put(place, 0, 0, text(" "))
    editor.draft.reasons.append("the words read on as they stand: say how they are to be joined")


def split(found: Found, numbers: Sequence[str], editor: Editor) -> None:
    """End a paragraph behind a passage; what follows is the next one. The two get the numbers that are given."""
    ground = editor.standing.ground(found.place.clause)
    old = ground.clause.provisions[found.place.index]
    first, second = numbers or (labels.key(old.label), _second(ground, found.place.index))
    label = dressed(second, old.label) if second else ""
    printed = editor.standing.printed(found.place)
    end = found.end + (printed.chars[found.end : found.end + 1] == " ")
    editor.words(Found(found.place, found.end, end), "")
    editor.add(Split(found.place, printed.end(end), Head(old.depth, label)))
    if numbers and first != labels.key(old.label):
        head = Head(old.depth, old.label, old.anchor)
        editor.head(found.place, head, replace(head, label=dressed(first, old.label)))
    if label and not numbers:
        editor.draft.reasons.append(f"no number is given: what follows is numbered “{label}”")


def _second(ground: Ground, index: int) -> str:
    """The number of what is parted from a provision, while the numbers that were issued stay."""
    rows, label = ground.clause.provisions, ground.clause.provisions[index].label
    siblings = [row for row, parent in enumerate(ground.parents) if parent == ground.parents[index]]
    behind = next((rows[row].label for row in siblings if row > index), "")
    return labels.key(labels.inserted(label, behind, (rows[row].label for row in siblings))) if label else ""


def renumber(scope: Scope, label: str, editor: Editor, is_existing: bool = False) -> None:
    """Give a provision or a clause another number; one that has none gets one where its existing text becomes it."""
    clause = scope.ground.clause
    if scope.is_clause:
        place = Place(clause.id, Part.CLAUSE, scope.ground.position)
        new = designate(clause.kind, _as_before(label, clause), editor.standing.instrument.language)
        if any(each.number == numbered(new) for each in _same(scope, editor)):
            editor.draft.reasons.append(TAKEN.format(new[:1].lower() + new[1:]))
        editor.title(place, Title(clause.id, clause.kind, clause.label), Title(clause.id, clause.kind, new))
        return
    if not scope.provisions:
        raise Refused("no-such-place", "only provisions and articles have numbers")
    index = scope.provisions.start
    old = clause.provisions[index]
    if not old.label and not is_existing:
        name = editor.standing.name(Place(clause.id, Part.PROVISION, index))
        raise Refused("no-number", f"{name} has no number that could become another", "move it, if that is meant")
    new = "[" * old.label.startswith("[") + dressed(label, old.label or "1.")
    place = Place(clause.id, Part.PROVISION, index)
    editor.head(place, Head(old.depth, old.label, old.anchor), Head(old.depth, new, old.anchor))


def _as_before(label: str, clause: Clause) -> str:
    """A number in the numerals that a clause has: "XVIII" is 18 where the articles are numbered so."""
    old, new = labels.number(labels.designation(clause.label)[1]), labels.number(label)
    return labels.show(replace(new, system=old.system)) if old and new and new.system != old.system else label


def _same(scope: Scope, editor: Editor) -> list[Ground]:
    """The other clauses of the kind of one."""
    kind = scope.ground.clause.kind
    return [each for each in editor.standing.grounds if each.clause.kind is kind and each is not scope.ground]


def consecutive(instrument: Instrument, asked: Sequence[tuple[str, int]]) -> Instrument:
    """A text in which the provisions of some clauses, at a depth and below each of their parents, count through."""
    clauses = list(instrument)
    for number, clause in enumerate(clauses):
        for depth in {depth for id, depth in asked if id == clause.id}:
            clauses[number] = clause = replace(clause, provisions=tuple(_counted(clause.provisions, depth)))
    return instrument.with_clauses(clauses)


def _counted(rows: Sequence[Provision], depth: int) -> Iterator[Provision]:
    last, count = "", 0
    for row in rows:
        if row.depth < depth:
            last, count = "", 0
        elif row.depth == depth and (read := labels.continuing(row.label, last)):
            last, count = row.label, count + 1
            row = replace(row, label=labels.renumbered(row.label, read, count))
        yield row


def consecutive_articles(instrument: Instrument) -> Instrument:
    """A text whose articles count through."""
    clauses, number = [], 0
    for clause in instrument:
        if clause.kind is Kind.ARTICLE and labels.designation(clause.label)[1]:
            number += 1
            clause = replace(clause, label=labels.redesignated(clause.label, number) or clause.label)
        clauses.append(clause)
    return instrument.with_clauses(clauses)
