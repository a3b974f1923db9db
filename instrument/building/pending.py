"""A proposal in another language than the text: words that say so stand where it works, since languages never mix."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from instrument.changes import Changes, digest
from instrument.changes.items import Delete, Insert, Item, Move, Part
from instrument.concord.alignment import align
from instrument.concord.style import rendered
from instrument.concord.units import units
from instrument.difference.comparison import changes_of
from instrument.labels import designate, designation
from instrument.model import Clause, Instrument, Provision, Text, text
from instrument.problem import Failure, Problem, Severity, Where

if TYPE_CHECKING:
    from instrument.library import Library
    from instrument.proposals.proposal import Proposal

_WORDS = {
    "en": "translation pending", "fr": "traduction à venir", "es": "traducción pendiente", "ru": "перевод ожидается",
    "ar": "الترجمة قيد الإعداد", "zh": "翻译待定",
}  # fmt: skip
_HEADING = -1
_Spot = tuple[str, int]  # a clause by its id, and its heading or one of its provisions


def untranslated(library: Library, proposal: Proposal, base: Instrument, *, bracketed: bool) -> Changes | None:
    """What stands in a text for a proposal in another language: "translation pending" at every place where it works.

    None where it is not known what the proposal changes, or where the text has nothing of that.
    """
    try:
        theirs = library.base_of(proposal)
    except Failure:
        return None
    changes = proposal.effect
    if changes is None or changes.base != digest(theirs):
        return None
    words = awaited(base.language)
    result = _marked(base, theirs, changes, text(f"[{words}]" if bracketed else words))
    return changes_of(base, result) if result != base else None


def awaited(language: str) -> str:
    """What a text in a language says in the place of words that are not translated yet."""
    return _WORDS.get(language, _WORDS["en"])


def told(proposal: Proposal, base: Instrument, severity: Severity = Severity.ERROR) -> Problem:
    """That words are awaited, with those that were received."""
    message = f"{proposal.name} is in {proposal.language}: [{awaited(base.language)}] stands where it works"
    hint = "translate it, and record its changes in the language of the text"
    return Problem("translation-pending", severity, Where(proposal.name), message, hint, proposal.words)


def _marked(base: Instrument, theirs: Instrument, changes: Changes, words: Text) -> Instrument:
    """The base with the words at the end of what is changed, and in the place of what is put in."""
    met = {clause.id: _met(clause, theirs, base) for clause in theirs}
    touched = {(id, met[id][index]) for item in changes.items for id, index in _touched(item) if met.get(id)}
    provisions: defaultdict[_Spot, list[Provision]] = defaultdict(list)
    clauses: defaultdict[str, list[Clause]] = defaultdict(list)
    for item in changes.items:
        if isinstance(item, Insert) and item.gap.part is Part.PROVISION and met.get(item.gap.clause):
            at = item.gap.clause, met[item.gap.clause][item.gap.position - 1]
            provisions[at] += [_new(unit, base, words) for unit in item.units if isinstance(unit, Provision)]
        elif isinstance(item, Insert) and item.gap.part is Part.CLAUSE:
            before = [clause.id for clause in theirs.clauses[: item.gap.position] if base.clause(clause.id)]
            new = [_stub(unit, base, words) for unit in item.units if isinstance(unit, Clause)]
            clauses[before[-1] if before else ""] += [clause for clause in new if not base.clause(clause.id)]
    found = [*clauses[""]]
    for clause in base:
        kept = [*provisions[clause.id, _HEADING]]
        for index, provision in enumerate(clause.provisions):
            changed = replace(provision, text=_with(provision.text, words))
            kept += [changed if (clause.id, index) in touched else provision, *provisions[clause.id, index]]
        heading = _with(clause.heading, words) if (clause.id, _HEADING) in touched else clause.heading
        found += [replace(clause, heading=heading, provisions=tuple(kept)), *clauses[clause.id]]
    return base.with_clauses(found)


def _met(clause: Clause, theirs: Instrument, base: Instrument) -> Mapping[int, int]:
    """For the heading of a clause and each provision, what renders it in the base, or what stands before that there."""
    there = base.clause(clause.id)
    if there is None:
        return {}
    pairs = align(units(clause, theirs.language), units(there, base.language))
    rendering = {mine.index: pair.other[-1].index for pair in pairs if pair.other for mine in pair.base}
    last, found = _HEADING, {_HEADING: _HEADING}
    for index in range(len(clause.provisions)):
        last = min(rendering.get(index, last), len(there.provisions) - 1)
        found[index] = last
    return found


def _touched(item: Item) -> Iterator[_Spot]:
    """The places of the text that an item changes; a note and a clause itself count as the heading."""
    if isinstance(item, Insert):
        if item.gap.part not in (Part.CLAUSE, Part.PROVISION):
            yield item.gap.clause, _HEADING
        return
    if item.place.part is Part.PROVISION:
        many = len(item.units) if isinstance(item, Delete) else item.count if isinstance(item, Move) else 1
        yield from ((item.place.clause, item.place.index + each) for each in range(many))
    elif isinstance(item, Delete) and item.place.part is Part.CLAUSE:
        yield from ((unit.id, _HEADING) for unit in item.units if isinstance(unit, Clause))
    else:
        yield item.place.clause, _HEADING


def _new(provision: Provision, base: Instrument, words: Text) -> Provision:
    """What stands for a provision that is put in."""
    return Provision(provision.depth, rendered(provision.label, base.language), words)


def _stub(clause: Clause, base: Instrument, words: Text) -> Clause:
    """What stands for a clause that is put in."""
    kind, number = designation(clause.label)
    return Clause(clause.id, clause.kind, designate(kind, number, base.language) if kind else "", words)


def _with(content: Text, words: Text) -> Text:
    return text(*content, " ", *words) if content else words
