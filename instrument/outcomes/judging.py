"""A bracketed draft against a later text: what became of every stretch, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from instrument.brackets.reading import locate
from instrument.history.lines import HEADING, Spot
from instrument.languages import FUNCTION_WORDS
from instrument.model import Clause, Instrument
from instrument.outcomes.ledger import Ledger, Place, Seen
from instrument.outcomes.matching import Pages, joints
from instrument.outcomes.stretches import Stretch, stretches
from instrument.outcomes.tokens import lines
from instrument.outcomes.values import Fate, Outcome, Outcomes, Standing
from instrument.outline import addresses

LEAST = 12  # so many words in a row are known again in another place; fewer prove nothing


def judge(draft: Instrument, later: Instrument, least: int = LEAST) -> Outcomes:
    """What became of every bracket, choice and option of a draft in a later text.

    Capitals and emphasis are not minded. Words are known again in another place where `least` of them stand in a row,
    or a whole provision does.

    >>> from instrument.formats.clause import read
    >>> old, new = (
    ...     Instrument((read(line, "use.clause", "use").value.clause,))
    ...     for line in ("States [shall][should] act [soon [and well]].", "States should act soon.")
    ... )
    >>> [each.fate.value for each in judge(old, new).found]
    ['dropped', 'kept', 'kept', 'dropped']
    """
    found = stretches(draft)
    small = FUNCTION_WORDS.get(draft.language, FUNCTION_WORDS["en"])
    ledger = Ledger(Pages(lines(draft, found), lines(later, stretches(later)), small))
    for joint in joints(draft, later, found, ledger.pages):
        ledger.lay(joint)
    ledger.move(least)
    clauses = {clause.id: clause for clause in draft}
    where = {spot: address for clause in later for spot, address in _addresses(clause)}
    made = tuple(
        _outcome(ledger, stretch, _address(clauses[stretch.clause], stretch), own, where)
        for stretch, own in zip(found, _owns(ledger, len(found)), strict=True)
    )
    return Outcomes(made, {id: clauses[id].label or id for id in dict.fromkeys(each.clause for each in found)})


def _owns(ledger: Ledger, stretches: int) -> list[list[Place]]:
    """The words of each stretch, in their order."""
    found: list[list[Place]] = [[] for _ in range(stretches)]
    for spot, words in ledger.pages.old.items():
        for at, word in enumerate(words):
            if word.owner >= 0:
                found[word.owner].append((spot, at))
    return found


def _outcome(
    ledger: Ledger, stretch: Stretch, address: str, own: Sequence[Place], where: Mapping[Spot, str]
) -> Outcome:
    """What became of one stretch; where its doubtful words decide its fate, that cannot be said."""
    seen = [ledger.seen(each) for each in own]
    fates = {_fate([ledger.seen(each, stands) for each in own], ledger) for stands in (True, False)}
    doubts = [ledger.doubts[each] for each in own if each in ledger.doubts] if len(fates) > 1 else []
    there = [*(each.there for each in seen if each.there), *(doubt.there for doubt in doubts)]
    return Outcome(
        stretch,
        address,
        Fate.UNCLEAR if doubts else fates.pop(),
        tuple((ledger.pages.old[spot][at].chars, each.how) for (spot, at), each in zip(own, seen, strict=True)),
        tuple(dict.fromkeys(where[spot] for spot, _ in there)),
        tuple(sorted({rival for doubt in doubts for rival in doubt.rivals})),
        any(ledger.pages.new[spot][at].owners for spot, at in there),
    )


def _fate(own: Sequence[Seen], ledger: Ledger) -> Fate:
    """The fate of words; marks among them decide nothing, since a stop follows its sentence."""
    seen = [each for each in own if each.is_worded] or own
    found = {each.how for each in seen}
    if not found:
        return Fate.EMPTY
    if found == {Standing.WENT}:
        return Fate.DROPPED
    if Standing.STANDS not in found:
        return Fate.MOVED
    if any(_came_between(one, other, ledger) for one, other in pairwise(seen)):
        return Fate.REWORDED
    return Fate.KEPT if found == {Standing.STANDS} else Fate.PART


def _came_between(one: Seen, other: Seen, ledger: Ledger) -> bool:
    """Whether new words stand between two that were neighbours, or beside one whose neighbour did not stay."""
    before, after = (each.there if each.how is Standing.STANDS else None for each in (one, other))
    if before and after:
        between = range(before[1] + 1, after[1]) if before[0] == after[0] else range(0)
        return any(ledger.is_new((before[0], at)) for at in between)
    near = (before[0], before[1] + 1) if before else (after[0], after[1] - 1) if after else None
    return near is not None and ledger.is_new(near)


def _address(clause: Clause, stretch: Stretch) -> str:
    where = locate(clause, stretch.start)
    return where.name if stretch.what == "option" else str(where)


def _addresses(clause: Clause) -> Iterator[tuple[Spot, str]]:
    yield (clause.id, HEADING), f"{clause.id}/heading"
    yield from (((clause.id, index), address) for index, address in enumerate(addresses(clause)))
    yield from (((clause.id, note.name), f"{clause.id}/note/{note.name}") for note in clause.notes)
