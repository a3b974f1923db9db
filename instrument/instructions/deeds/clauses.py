"""Articles put in, and what they are called."""

from __future__ import annotations

import re

from instrument import labels
from instrument.changes.items import Gap, Part, Place
from instrument.instructions.deeds.payload import TAKEN, provisions
from instrument.instructions.editor import Editor
from instrument.instructions.elements import Role, Step
from instrument.instructions.instruction import Passage
from instrument.instructions.refusal import Refused
from instrument.instructions.resolving import KINDS
from instrument.instructions.scope import Scope
from instrument.instructions.standing import numbered
from instrument.labels import designate
from instrument.model import Clause, Kind, text


def insert_clause(
    made: Step, title: Passage | None, new: Passage, spot: tuple[Role, Scope] | None, editor: Editor
) -> None:
    """Put in an article: beside the one that is named, or in the order of its number."""
    standing, kind = editor.standing, KINDS[made.unit]
    lines = new.words.split("\n")
    head = re.split(r"\s+[-–—]\s+", lines[0], maxsplit=1)
    heading = title.words if title else ""
    label = made.label
    if labels.designation(head[0])[0] is kind:
        label = label or labels.designation(head[0])[1]
        heading, lines = (heading or (head[1] if len(head) > 1 else "")), lines[1:]
        if not heading and lines and not labels.split(lines[0])[0] and not lines[0].rstrip().endswith((".", ";", ":")):
            heading, lines = lines[0], lines[1:]
    designated = designate(kind, label, standing.instrument.language)
    taken = {ground.clause.id for ground in standing.grounds}
    if label and numbered(label) in _numbers(kind, editor):
        editor.draft.reasons.append(TAKEN.format(designated[:1].lower() + designated[1:]))
    position = _position(kind, label, spot, editor)
    id = _free(f"{kind}-{label or 'new'}", taken)
    clause = Clause(id, kind, designated, text(heading), tuple(provisions("\n".join(lines), 0)) if lines else ())
    before = standing.grounds[position - 1 if position else 0].clause
    editor.insert(
        Gap("", Part.CLAUSE, position), [clause], Place(before.id, Part.CLAUSE), "after" if position else "before"
    )


def _beside(position: int, editor: Editor) -> tuple[Place, str] | tuple[()]:
    """The clause that stands before a position, or behind it; neither in an empty text."""
    grounds = editor.standing.grounds
    if not grounds:
        return ()
    return Place(grounds[max(position - 1, 0)].clause.id, Part.CLAUSE), "after" if position else "before"


def _numbers(kind: Kind, editor: Editor) -> set[object]:
    """The numbers of the clauses of a kind, with those that they were given."""
    places = [Place(each.clause.id, Part.CLAUSE, each.position) for each in editor.standing.grounds]
    clauses = [(each.clause, place) for each, place in zip(editor.standing.grounds, places, strict=True)]
    return {numbered(editor.labels.get(place, clause.label)) for clause, place in clauses if clause.kind is kind}


def _position(kind: Kind, label: str, spot: tuple[Role, Scope] | None, editor: Editor) -> int:
    if spot:
        at = spot[1].ground.position
        return at if spot[0] is Role.BEFORE else at + 1
    same = [ground for ground in editor.standing.grounds if ground.clause.kind is kind]
    if not label:
        raise Refused(
            "no-spot", "neither the number nor the place of the new article is given", "say after which article"
        )
    wanted = labels.order(label)
    before = [each for each in same if labels.order(labels.designation(each.clause.label)[1]) < wanted]
    return before[-1].position + 1 if before else (same[0].position if same else len(editor.standing.grounds))


def _free(name: str, taken: set[str]) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return next(each for each in (slug, *(f"{slug}-{n}" for n in range(2, len(taken) + 3))) if each not in taken)
