"""What is to be said of a merge: what could not be merged, what may be cumulative, who stands on two sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from instrument.model import plain
from instrument.outline import addresses
from instrument.problem import Problem, Severity, Where
from instrument.proposals.amendment import Amendment
from instrument.proposals.merging.crowding import walk
from instrument.proposals.merging.ground import Ground, Position, words
from instrument.proposals.merging.hunks import Hunk
from instrument.proposals.merging.regions import Region


def report(
    regions: Sequence[Region], ground: Ground, amendments: Sequence[Amendment], crowded: Mapping[Position, set[int]]
) -> Iterator[Problem]:
    """What a person should know of regions, place by place."""
    for unit, who in crowded.items():
        message = f"{len(who)} proposals are printed as whole versions: in one line nobody could read them"
        yield Problem("options", Severity.INFO, Where(address(unit, ground)), message)
    for region in walk(regions):
        where = Where(address(region.start, ground))
        if region.is_point and len(region.alternatives) > 1:
            yield Problem("cumulative", Severity.INFO, where, f"{_these(region, amendments)} may be cumulative")
        if len(region.alternatives) > 1:
            yield from _on_both_sides(region, where, amendments)


def _these(region: Region, amendments: Sequence[Amendment]) -> str:
    return " and ".join(str(amendments[each.by[0]]) for each in region.alternatives)


def _on_both_sides(region: Region, where: Where, amendments: Sequence[Amendment]) -> Iterator[Problem]:
    sides: dict[str, list[str]] = {}
    for each in region.alternatives:
        for name in dict.fromkeys(name for who in each.by for name in amendments[who].sponsors):
            symbols = [amendments[who].symbol or str(who + 1) for who in each.by if name in amendments[who].sponsors]
            sides.setdefault(name, []).append(" and ".join(symbols))
    for name, symbols in sides.items():
        if len(symbols) > 1:
            message = f"{name} is a sponsor of alternatives: {' against '.join(symbols)}"
            yield Problem("both-sides", Severity.WARNING, where, message, "ask which of them stands")


def left_out(hunk: Hunk, amendment: Amendment, ground: Ground) -> Problem:
    """What an amendment does that cannot stand in brackets, with its words."""
    message = f"{amendment} is not merged here: a bracket has no partner, in the text or in the proposal"
    said = plain(words(hunk.new)) or plain(words(ground.cut(hunk.start, hunk.end)))
    hint = "mend the bracket, and merge again"
    return Problem("not-merged", Severity.ERROR, Where(address(hunk.start, ground)), message, hint, words=said)


def address(position: Position, ground: Ground) -> str:
    """The place of a position, as a person names it."""
    if position.clause >= len(ground.base):
        return "the end"
    clause = ground.base.clauses[position.clause]
    notes = len(clause.provisions) + 2
    if position.unit == 0:
        return f"{clause.id}/heading" if position.offset else clause.id
    if position.unit < notes - 1:
        return addresses(clause)[position.unit - 1]
    if notes <= position.unit < notes + len(clause.notes):
        return f"{clause.id}/note/{clause.notes[position.unit - notes].name}"
    return f"{clause.id}, at its end"
