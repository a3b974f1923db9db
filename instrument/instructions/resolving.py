"""From a reference to the provisions it names in one text; what names none or several is refused, with candidates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from instrument.changes.items import Part, Place
from instrument.instructions.elements import CLAUSES, CONTAINERS, LAST, Step, Target, Unit, depth
from instrument.instructions.refusal import Refused, listed
from instrument.instructions.scope import Scope
from instrument.instructions.standing import Standing, numbered
from instrument.labels import key, split
from instrument.model import Kind, Note, plain

KINDS = {
    Unit.ARTICLE: Kind.ARTICLE, Unit.ANNEX: Kind.ANNEX, Unit.PART: Kind.PART, Unit.SECTION: Kind.SECTION,
    Unit.PREAMBLE: Kind.PREAMBLE, Unit.TITLE: Kind.TITLE, Unit.FINAL: Kind.FINAL,
}  # fmt: skip
_DRESS = str.maketrans("", "", " \u00a0°º")
_COUNTED = (Unit.PARAGRAPH, Unit.RECITAL, Unit.LINEAR, Unit.ITEM, Unit.LABEL)


def completed(target: Target, context: Target) -> Target:
    """A reference with what the words before it said already: its outer levels, and what "this article" is.

    >>> given = (Step(Unit.ARTICLE, "4"), Step(Unit.PARAGRAPH, "2"))
    >>> [str(step) for step in completed((Step(Unit.PARAGRAPH, "3"),), given)]
    ['article 4', 'paragraph 3']
    """
    said = {step.unit: step for step in context}
    full = tuple(said.get(step.unit, step) if not (step.label or step.count) else step for step in target)
    if not full:
        return context
    if full[0].unit is Unit.RECITAL:
        return full
    if full[0].unit is Unit.ARTICLE:
        context = () if any(step.unit is Unit.ANNEX for step in context) else context  # the annex is left
    return (*(step for step in context if depth(step) < depth(full[0])), *full)


def resolve(target: Target, standing: Standing) -> list[Scope]:
    """The stretches that a reference names. Raises `Refused` where there is none, or where it may be one of several."""
    outer = [step for step in target if step.unit in CLAUSES]
    inner = [step for step in target if step.unit not in CLAUSES]
    scopes = _clauses(outer, inner, standing)
    if not outer and inner:
        return _anywhere(scopes, inner, standing)
    for step in inner:
        scopes = [found for scope in scopes for found in _inside(scope, step, standing)]
    return scopes


def _clauses(outer: Sequence[Step], inner: Sequence[Step], standing: Standing) -> list[Scope]:
    scopes = [Scope(ground) for ground in standing.grounds]
    if not outer:
        recital = bool(inner) and inner[0].unit is Unit.RECITAL
        return [scope for scope in scopes if not recital or scope.ground.clause.kind is Kind.PREAMBLE]
    containers: list[Scope] = []
    for step in outer:
        within = [Scope(each) for one in containers for each in standing.below(one.ground)] if containers else scopes
        kind = KINDS[step.unit]
        same = [scope for scope in within if scope.ground.clause.kind is kind]
        found = _labelled(same, step) if step.label else same[_slice(step, len(same))] if step.count else same
        if not found and containers and step.unit in CONTAINERS:
            found = [each for one in containers for each in _inside(one, replace(step, unit=Unit.LABEL), standing)]
        elif not found or (len(found) > 1 and not step.through):
            raise _which_clause(step, found or same, bool(found), containers, standing)
        containers = found
    return containers


def _which_clause(
    step: Step, candidates: Sequence[Scope], are_several: bool, containers: Sequence[Scope], standing: Standing
) -> Refused:
    """Why no one clause is meant, with those that may be, each with what it stands in."""
    names = listed(standing.name(scope.name_at) for scope in candidates)
    where = " in " + listed(standing.name(scope.name_at) for scope in containers) if containers else ""
    missing = "there are several of" if are_several else "there is no"
    return Refused("no-such-place", f"{missing} {step}{where}", f"the text has {names}" if names else "")


def _labelled(scopes: Sequence[Scope], step: Step) -> list[Scope]:
    """The clauses with a number, up to another."""
    first, last = numbered(step.label), numbered(str(step.through)) if step.through else None
    at = [index for index, scope in enumerate(scopes) if scope.ground.number == first]
    if not step.through or not at:
        return [scopes[index] for index in at]
    end = [index for index, scope in enumerate(scopes) if scope.ground.number == last]
    return [*scopes[at[0] : end[0] + 1]] if end else []


def _slice(step: Step, size: int) -> slice:
    """What a count and the one it goes through to mean in a row of a size."""
    first = size + step.count if step.count < 0 else step.count - 1
    last = step.through if isinstance(step.through, int) else step.count
    final = size + last if last < 0 else last - 1
    return slice(max(first, 0), final + 1) if 0 <= first <= final < size else slice(0, 0)


def _anywhere(scopes: Sequence[Scope], inner: Sequence[Step], standing: Standing) -> list[Scope]:
    """A reference that names no clause: the one clause in which it is found; "the title" is that of the whole."""
    titles = [scope for scope in scopes if scope.ground.clause.kind is Kind.TITLE]
    if inner[0].unit is Unit.HEADING and len(titles) == 1:
        return titles
    found: list[list[Scope]] = []
    reason: Refused | None = None
    for scope in scopes:
        stretch = [scope]
        try:
            for step in inner:
                stretch = [each for one in stretch for each in _inside(one, step, standing)]
        except Refused as refused:
            reason = reason or refused
            continue
        found.append(stretch)
    if len(found) == 1:
        return found[0]
    said = ", ".join(map(str, inner))
    if not found:
        raise reason if reason and len(scopes) == 1 else Refused("no-such-place", f"there is no {said} in the text")
    names = listed(standing.name(stretch[0].name_at) for stretch in found)
    raise Refused("which-article", f"{said} stands in several articles: say which", f"it may be {names}")


def _inside(scope: Scope, step: Step, standing: Standing) -> list[Scope]:
    """What a step names inside a stretch."""
    match step.unit:
        case Unit.LINE:
            return [replace(scope, is_line=True)]
        case Unit.SENTENCE:
            return _sentences(scope, step, standing)
        case Unit.HEADING:
            return [Scope(scope.ground, part=Part.HEADING)]
        case Unit.FOOTNOTE:
            return [_note(scope, step, standing)]
        case Unit.CHAPEAU:
            return [_chapeau(scope, standing)]
        case Unit.CLOSING:
            return [_closing(scope, standing)]
    if not step.label and not step.count:
        return [_only(scope, step, standing)]
    if step.unit is Unit.LABEL and _begins_with(scope, step, standing):
        return [scope]
    found = _rows(scope, step)
    if not found:
        raise _missing(scope, step, standing)
    return [Scope(scope.ground, index, scope.ground.end(index)) for index in found]


def _begins_with(scope: Scope, step: Step, standing: Standing) -> bool:
    """Whether a label only says again which provision was counted: "the third alinéa (2°)"."""
    if scope.first is None or scope.own or scope.sentence or scope.part is not Part.PROVISION:
        return False
    row = scope.ground.clause.provisions[scope.first]
    label = row.label or split(standing.printed(scope.name_at).chars)[0]
    return bool(label) and _bare(key(label)) == _bare(step.label) and scope.ground.end(scope.first) == scope.first + 1


def _only(scope: Scope, step: Step, standing: Standing) -> Scope:
    """ "The paragraph", where there is but one, or where it is the one in hand."""
    if scope.first is not None:
        return scope
    top = children(scope)
    if len(top) != 1:
        raise _missing(scope, step, standing)
    return Scope(scope.ground, top[0], scope.ground.end(top[0]))


def children(scope: Scope) -> list[int]:
    """The provisions directly below a stretch; the words that open a preamble and those that close it are none."""
    parents, indices = scope.ground.parents, scope.provisions
    if scope.first is not None:
        return [index for index in indices if parents[index] == scope.first]
    if scope.ground.clause.kind is Kind.PREAMBLE and len(indices) > 1:
        last = scope.ground.clause.provisions[-1].text
        return [*indices[1 : -1 if plain(last).rstrip().endswith(":") else None]]
    return [index for index in indices if parents[index] is None]


def _rows(scope: Scope, step: Step) -> list[int]:
    """The provisions in a stretch that a label or a count means."""
    if step.unit is Unit.LINEAR and (step.count or step.label.isdigit()):
        rows = children(scope) if scope.ground.clause.kind is Kind.PREAMBLE else list(scope.provisions)
        last = step.through if isinstance(step.through, int) else int(step.through) if step.through.isdigit() else ""
        return rows[_slice(Step(step.unit, count=step.count or int(step.label), through=last), len(rows))]
    if step.count:
        rows = children(scope)
        return rows[_slice(step, len(rows))]
    labels = [key(provision.label) for provision in scope.ground.clause.provisions]
    found = _with_label(scope, step.label, labels)
    if not found and not any(labels[index] for index in children(scope)) and step.label.isdigit():
        rows = children(scope)  # paragraphs without numbers are counted
        through = int(step.through) if isinstance(step.through, str) and step.through.isdigit() else ""
        return rows[_slice(Step(step.unit, count=int(step.label), through=through), len(rows))]
    if step.through and found:
        ends = _with_label(scope, str(step.through), labels)
        same = [index for index in scope.provisions if scope.ground.parents[index] == scope.ground.parents[found[0]]]
        return [index for index in same if ends and found[0] <= index <= ends[0]]
    return found[:1] if len(found) == 1 else []


def _with_label(scope: Scope, label: str, labels: Sequence[str]) -> list[int]:
    """Those that have a label, the nearest to the stretch: only unlabelled levels between."""
    named = _bare(label)
    every = [index for index in scope.provisions if labels[index] and _bare(labels[index]) == named]
    exact = [index for index in every if labels[index] == label]
    every = exact or every
    near = [index for index in every if _is_near(scope, index, labels)]
    return near or every


def _bare(label: str) -> str:
    return label.translate(_DRESS).casefold()


def _is_near(scope: Scope, index: int, labels: Sequence[str]) -> bool:
    at = scope.ground.parents[index]
    while at is not None and at != scope.first:
        if labels[at]:
            return False
        at = scope.ground.parents[at]
    return True


def _missing(scope: Scope, step: Step, standing: Standing) -> Refused:
    where = standing.name(scope.name_at)
    rows = [index for index in scope.provisions if index != scope.first]
    names = listed(standing.name(Place(scope.ground.clause.id, Part.PROVISION, index)) for index in rows)
    hint = f"there are {names}" if names else ""
    same = [index for index in rows if _bare(key(scope.ground.clause.provisions[index].label)) == _bare(step.label)]
    if step.label and len(same) > 1:
        return Refused("which-provision", f"{step} stands {len(same)} times in {where}: say which", hint)
    return Refused("no-such-place", f"there is no {step} in {where}", hint)


def _sentences(scope: Scope, step: Step, standing: Standing) -> list[Scope]:
    """A sentence by its count; in several paragraphs they are counted through."""
    if not step.count and not step.label:
        return [scope]
    rows = [
        (index, number)
        for index in scope.provisions
        for number in range(
            1, len(standing.printed(Place(scope.ground.clause.id, Part.PROVISION, index)).sentences) + 1
        )
    ]
    count = step.count or (int(step.label) if step.label.isdigit() else LAST)
    found = rows[_slice(replace(step, count=count), len(rows))]
    if not found:
        raise Refused("no-such-place", f"{standing.name(scope.name_at)} has {len(rows)} sentences, and no {step}")
    return [Scope(scope.ground, index, index + 1, own=True, sentence=number) for index, number in found]


def _count(scope: Scope, index: int, standing: Standing) -> int:
    return len(standing.printed(Place(scope.ground.clause.id, Part.PROVISION, index)).sentences)


def _note(scope: Scope, step: Step, standing: Standing) -> Scope:
    notes, here = scope.ground.clause.notes, _marked(scope)
    at = [index for index, note in enumerate(notes) if note.name in here]
    if step.label:
        at = [index for index in at if step.label in (notes[index].name, str(index + 1))]
        at = [index for index in at if notes[index].name == step.label] or at
    if len(at) != 1:
        names = listed(note.name for note in notes if note.name in here)
        raise Refused("no-such-place", f"there is no {step} in {standing.name(scope.name_at)}", names)
    return Scope(scope.ground, part=Part.NOTE, index=at[0])


def _marked(scope: Scope) -> set[str]:
    """The names of the notes whose marks stand in a stretch; of an article, those too that have none."""
    clause = scope.ground.clause
    if scope.is_clause:
        return {note.name for note in clause.notes}
    texts = [clause.heading] if scope.part is Part.HEADING else [clause.provisions[i].text for i in scope.provisions]
    return {atom.name for words in texts for atom in words if isinstance(atom, Note)}


def _chapeau(scope: Scope, standing: Standing) -> Scope:
    """The words before a list: a paragraph's own, or those of the one list that a clause has."""
    if scope.first is not None:
        return Scope(scope.ground, scope.first, scope.first + 1, own=True)
    found = [index for index in scope.provisions if scope.ground.roles[index] == "chapeau"]
    if len(found) != 1:
        names = listed(standing.name(Place(scope.ground.clause.id, Part.PROVISION, index)) for index in found)
        raise Refused("which-provision", f"{standing.name(scope.name_at)} has {len(found)} chapeaux", names)
    return Scope(scope.ground, found[0], found[0] + 1, own=True)


def _closing(scope: Scope, standing: Standing) -> Scope:
    found = [index for index in scope.provisions if scope.ground.roles[index] == "closing"]
    if len(found) != 1:
        raise Refused("which-provision", f"{standing.name(scope.name_at)} has {len(found)} closing words")
    return Scope(scope.ground, found[0], scope.ground.end(found[0]))
