"""The order and numbers of provisions: moved, joined, split, renumbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from instrument import labels
from instrument.changes.items import Gap, Head, Join, Move, Part, Place, Split, Title
from instrument.instructions.deeds.payload import TAKEN, dressed
from instrument.instructions.desk import Editor
from instrument.instructions.elements import Role
from instrument.instructions.finding import Found
from instrument.instructions.refusal import Refused
from instrument.instructions.scope import Scope
from instrument.instructions.standing import Ground, numbered
from instrument.labels import designate
from instrument.model import Clause, Instrument, Kind, Provision, text


def move(scope: Scope, role: Role, to: Scope, editor: Editor) -> None:
    """Carry a provision or a clause to another place; what it is called stays as it is."""
    id = scope.ground.clause.id
    if scope.is_clause:
        if not to.is_clause:
            raise Refused("no-spot", "an article can only stand beside another one")
        at = to.ground.position
        position = at if role is Role.BEFORE else at + 1
        editor.add(Move(Place(id, Part.CLAUSE, scope.ground.position), 1, Gap("", Part.CLAUSE, position)))
        return
    if scope.sentence or scope.own or scope.part is not Part.PROVISION:
        raise Refused(
            "cannot-move", "only whole provisions are moved", "delete the words, and insert them where they go"
        )
    indices = scope.provisions
    if role is Role.TO or to.is_clause:
        position = len(to.ground.clause.provisions)
        editor.draft.reasons.append("no place in the article is given: it stands at the end")
    else:
        position = to.provisions.start if role is Role.BEFORE else to.ground.end(to.provisions.start)
    gap = Gap(to.ground.clause.id, Part.PROVISION, position)
    editor.add(Move(Place(id, Part.PROVISION, indices.start), len(indices), gap))


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
        if any(numbered(each.clause.label) == numbered(new) for each in _same(scope, editor)):
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
