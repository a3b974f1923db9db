"""References in words bound to the provision they name, so that they print the new number when it moves.

Only what a live reference prints in the very same characters is bound: "article 5, paragraph 2 (a)" in a house that
cites so. The rest stays in words and is named by place: a list, "paragraph 3 above", another order than the house's.
"This article" needs no binding.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from instrument.labels import key
from instrument.model import Clause, Instrument, Provision, Reference, Run, Text, cut, length, text
from instrument.outline import addresses, parents
from instrument.problem import Problem, Severity, Where
from instrument.references import Found, Place, Target, cite, survey
from instrument.references.survey import characters, texts


@dataclass(frozen=True, slots=True)
class Bound:
    """A text with its references live: how many were bound, and what was left in words."""

    instrument: Instrument
    bound: int
    left: tuple[Problem, ...]


def bind(instrument: Instrument, profile: str = "un") -> Bound:
    """The text with every reference bound that is resolved and prints in the same characters.

    Provisions that are cited get an anchor where they have none.

    >>> from instrument.model import Kind
    >>> use = Clause("use", Kind.ARTICLE, "Article 1", provisions=(Provision(0, "1.", text("Under article 2.")),))
    >>> bound = bind(Instrument((use, Clause("aid", Kind.ARTICLE, "Article 2"))))
    >>> bound.bound, bound.instrument.clauses[0].provisions[0].text[1]
    (1, Reference(clause='aid', anchor='', marks=frozenset()))
    """
    found = [each for each in survey(instrument) if each.citation]
    targets = {each.resolution.targets[0] for each in found if _is_single(each)}
    anchored = _with_anchors(instrument, targets)
    live: dict[Place, list[tuple[Found, Reference, int]]] = {}
    left: list[Problem] = []
    contents = {place: content for clause in anchored for place, content in texts(clause)}
    for each in found:
        printed = _printed(anchored, each, characters(contents[each.place]), profile)
        if printed:
            live.setdefault(each.place, []).append((each, *printed))
        elif each.resolution.standing != "other" and not _points(each):
            left.append(_left(anchored, each))
    clauses = [_bound(clause, live) for clause in anchored]
    return Bound(anchored.with_clauses(clauses), sum(map(len, live.values())), tuple(left))


def _points(found: Found) -> bool:
    """Whether a citation has no number: "this article" is right wherever the article goes."""
    return found.citation is not None and all(group.pointing == "this" for group in found.citation.groups)


def _is_single(found: Found) -> bool:
    return found.resolution.standing == "resolved" and len(found.resolution.targets) == 1


def _printed(instrument: Instrument, found: Found, chars: str, profile: str) -> tuple[Reference, int] | None:
    """The live reference that prints the words of a citation or their beginning, and where these end."""
    if not _is_single(found):
        return None
    target = found.resolution.targets[0]
    clause = instrument.clause(target.clause)
    anchor = clause.provisions[target.index].anchor if clause and target.index is not None else ""
    reference = Reference(target.clause, anchor)
    said = cite(instrument, reference, found.place.clause, profile)
    end = found.start + len(said or "")
    if not said or chars[found.start : end] != said or end > found.end or re.match(r"[\w(]", chars[end : end + 1]):
        return None
    return reference, end


def _left(instrument: Instrument, found: Found) -> Problem:
    clause = instrument.clause(found.place.clause) or Clause("")
    at = addresses(clause)[found.place.index] if found.place.part == "provision" else f"{clause.id}/{found.place.part}"
    why = found.resolution.reason or "a live reference would print it in other words"
    return Problem("not-bound", Severity.INFO, Where(at), f'"{found.words}" stays in words: {why}', words=found.words)


def _bound(clause: Clause, live: Mapping[Place, list[tuple[Found, Reference, int]]]) -> Clause:
    def put(place: Place, content: Text) -> Text:
        for found, reference, end in reversed(live.get(place, [])):
            marks = next(atom.marks for atom in cut(content, found.start, end) if isinstance(atom, Run))
            kept = replace(reference, marks=marks)
            content = text(*cut(content, 0, found.start), kept, *cut(content, end, length(content)))
        return content

    return replace(
        clause,
        heading=put(Place(clause.id, "heading"), clause.heading),
        provisions=tuple(
            replace(provision, text=put(Place(clause.id, "provision", at), provision.text))
            for at, provision in enumerate(clause.provisions)
        ),
        notes=tuple(
            replace(note, text=put(Place(clause.id, "note", at), note.text)) for at, note in enumerate(clause.notes)
        ),
    )


def _with_anchors(instrument: Instrument, targets: set[Target]) -> Instrument:
    wanted: dict[str, list[int]] = {}
    for target in targets:
        if target.index is not None:
            wanted.setdefault(target.clause, []).append(target.index)
    return instrument.with_clauses(_anchored(clause, wanted.get(clause.id, [])) for clause in instrument)


def _anchored(clause: Clause, indices: list[int]) -> Clause:
    """The clause with an anchor on each of some provisions, named after the labels that lead to it today."""
    above = parents(clause.provisions)
    taken = Counter(provision.anchor for provision in clause.provisions if provision.anchor)
    provisions = list(clause.provisions)
    for index in sorted(set(indices)):
        if not provisions[index].anchor:
            name = _name(clause.provisions, above, index)
            taken[name] += 1
            unique = name if taken[name] == 1 else f"{name}-{index + 1}"
            provisions[index] = replace(provisions[index], anchor=unique)
    return replace(clause, provisions=tuple(provisions))


def _name(provisions: tuple[Provision, ...], above: list[int | None], index: int) -> str:
    path: list[str] = []
    at: int | None = index
    while at is not None:
        path.insert(0, re.sub(r"[^a-z0-9]+", "-", key(provisions[at].label).casefold()).strip("-"))
        at = above[at]
    named = "-".join(part for part in path if part)
    return f"p{named}" if named and path[-1] else f"line-{index + 1}"
