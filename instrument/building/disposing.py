"""What became of the proposals on a stage in the one that grew from it, and an officer's word on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from instrument.building.compending import OUT
from instrument.changes.items import Insert, Item
from instrument.difference.comparison import Comparison, diff
from instrument.difference.view import Line
from instrument.model import Clause
from instrument.outline import addresses
from instrument.papers.disposition import disposition
from instrument.problem import Misuse
from instrument.proposals.confirming import Confirmation, latest, parse
from instrument.proposals.disposition import Disposition, dispose
from instrument.references import printed

if TYPE_CHECKING:
    from instrument.library import Library
    from instrument.paper import Paper


@dataclass(frozen=True, slots=True)
class Officer:
    """Who confirms, when, and what should be remembered of it."""

    initials: str
    at: date
    note: str = ""


def disposed(library: Library, stage: str, audience: str = "internal") -> tuple[Disposition, Comparison]:
    """What became, in a stage, of the proposals on the stage that it grew from.

    Raises `Misuse` for a stage that grew from none.
    """
    base = library.stage(stage).base
    if not base:
        raise Misuse(f"{stage} grew from no other stage, so there were no proposals that it could reflect")
    compared = diff(library.draft(base), library.draft(stage))
    known = [each for each in library.proposals(against=base, audience=audience) if each.state not in OUT]
    return dispose(known, compared.base, compared.changes), compared


def disposition_paper(library: Library, stage: str, audience: str = "internal") -> Paper:
    """The table of what became of the proposals on the stage that a stage grew from; initials are internal."""
    found, compared = disposed(library, stage, audience)
    base = library.stage(stage).base
    named = tuple(library.stage(each).symbol or each for each in (base, stage))
    changes = compared.changes
    said = latest(library.register.confirmations, stage)
    confirmed = {symbol: (each, each.holds(changes.base, changes.result)) for symbol, each in said.items()}
    return disposition(
        found, list(_own(found.own, compared)), (named[0], named[1]), confirmed=confirmed,
        language=library.settings.original, audience=audience,
    )  # fmt: skip


def confirm(library: Library, stage: str, written: Sequence[str], officer: Officer) -> tuple[Confirmation, ...]:
    """Record what an officer says became of proposals: "DC/2026/P/4=in-part"; all of it, or none.

    Raises `Misuse` for a proposal that the stage does not answer, and for a suggestion that there is not.
    """
    if not officer.initials.strip():
        raise Misuse("nobody confirms it; say who, with initials")
    found, compared = disposed(library, stage)
    suggested = {each.proposal.name: each.reflected for each in found.disposed if each.proposal.symbol}
    made = []
    for symbol, reflected in map(parse, written):
        name = library.proposal(symbol).name
        if name not in suggested:
            raise Misuse(f"{name} is none of those on {library.stage(stage).base} that {stage} answers")
        if (chosen := reflected or suggested[name]) is None:
            raise Misuse(f"{name}: nothing is suggested, its changes are not recorded; say how far it is reflected")
        made.append(
            Confirmation(
                name,
                stage,
                chosen,
                officer.at,
                officer.initials,
                compared.changes.base,
                compared.changes.result,
                suggested[name],
                officer.note,
            )
        )
    library.confirm(made)
    return tuple(made)


def _own(items: tuple[Item, ...], compared: Comparison) -> Iterator[tuple[str, str]]:
    """The lines of a comparison that changes which nobody proposed have touched: what they are called, and read now."""
    rows = {(clause.id, row): address for clause in compared.base for row, address in enumerate(addresses(clause))}
    touched = {rows.get((item.place.clause, item.place.index)) for item in items if not isinstance(item, Insert)}
    for line in compared:
        if (line.old and line.old[0].address in touched) or (not line.old and _is_in(line, items)):
            side = line.new or line.old[0]
            yield side.name, printed(line.new.text, compared.result, line.new.clause) if line.new else ""


def _is_in(line: Line, items: tuple[Item, ...]) -> bool:
    """Whether a new line came in by one of some insertions."""
    units = [unit for item in items if isinstance(item, Insert) for unit in item.units]
    inside = [each for unit in units for each in (unit.provisions if isinstance(unit, Clause) else (unit,))]
    return line.new is not None and any(getattr(unit, "text", None) == line.new.text for unit in inside)
