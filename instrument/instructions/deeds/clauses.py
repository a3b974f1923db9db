"""Articles put in, and what they are called."""

from __future__ import annotations

import re

from instrument import labels
from instrument.changes.items import Gap, Part
from instrument.instructions.deeds.payload import TAKEN, provisions
from instrument.instructions.desk import Editor
from instrument.instructions.elements import Role, Step, Unit
from instrument.instructions.instruction import Passage
from instrument.instructions.refusal import Refused
from instrument.instructions.scope import Scope
from instrument.instructions.standing import numbered
from instrument.labels import designate
from instrument.model import Clause, Kind, text

KINDS = {Unit.ARTICLE: Kind.ARTICLE, Unit.ANNEX: Kind.ANNEX, Unit.PART: Kind.PART, Unit.SECTION: Kind.SECTION}


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
    if label and numbered(label) in {
        numbered(each.clause.label) for each in standing.grounds if each.clause.kind is kind
    }:
        editor.draft.reasons.append(TAKEN.format(designated))
    position = _position(kind, label, spot, editor)
    id = _free(f"{kind}-{label or 'new'}", taken)
    clause = Clause(id, kind, designated, text(heading), tuple(provisions("\n".join(lines), 0)) if lines else ())
    editor.insert(Gap("", Part.CLAUSE, position), [clause])


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
