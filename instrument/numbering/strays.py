"""References in words that another numbering leads astray: "article 5" stays, and article 5 is another one now."""

from __future__ import annotations

from collections.abc import Iterator

from instrument.difference.names import clause_name, provision_names
from instrument.model import Instrument
from instrument.outline import addresses
from instrument.problem import Problem, Severity, Where
from instrument.references import Found, Place, Resolution, Target, survey


def strays(issued: Instrument, final: Instrument) -> Iterator[Problem]:
    """Every reference in words that would name something else in the same text under other numbers, with its place.

    Live references print the new numbers by themselves.

    >>> from instrument.model import Clause, Provision, text
    >>> from instrument.changes import apply
    >>> from instrument.numbering import renumber
    >>> aid = Clause("aid", label="Article 3", provisions=(Provision(text=text("Under article 3.")),))
    >>> issued = Instrument((Clause("use", label="Article 1"), aid))
    >>> [problem.message for problem in strays(issued, apply(renumber(issued).value, issued))]
    ['“article 3” would name nothing any more; what it named is article 2 now']
    """
    for before, after in zip(survey(issued), survey(final), strict=True):
        if before.citation and _targets(before.resolution) != _targets(after.resolution):
            where = Where(_address(issued, before.place), column=before.start + 1)
            yield Problem(
                "stray-reference", Severity.ERROR, where, _message(before, after, issued, final), _hint(before, final)
            )


def _targets(resolution: Resolution) -> tuple[Target, ...]:
    """What is named, and surely."""
    return resolution.targets if resolution.standing == "resolved" else ()


def _message(before: Found, after: Found, issued: Instrument, final: Instrument) -> str:
    was, now = _listed(_targets(after.resolution), issued), _listed(_targets(before.resolution), final)
    if not now:
        return f"“{before.words}” named nothing, and would name what was {was}"
    return f"“{before.words}” would name {f'what was {was}' if was else 'nothing any more'}; what it named is {now} now"


def _listed(targets: tuple[Target, ...], text: Instrument) -> str:
    return ", ".join(_name(target, text) for target in targets)


def _name(target: Target, text: Instrument) -> str:
    clause = next(clause for clause in text if clause.id == target.clause)
    if target.index is None:
        return clause_name(clause, text.language)
    return provision_names(clause, text.language)[target.index]


def _hint(before: Found, text: Instrument) -> str:
    targets = _targets(before.resolution)
    if len(targets) != 1:
        return "say it with live references, which follow the numbers"
    (target,) = targets
    clause = next(clause for clause in text if clause.id == target.clause)
    anchor = f"#{clause.provisions[target.index].anchor or '…'}" if target.index is not None else ""
    return f"write {{@{clause.id}{anchor}}}, a live reference, which follows the number"


def _address(text: Instrument, place: Place) -> str:
    clause = next(clause for clause in text if clause.id == place.clause)
    if place.part == "provision":
        return addresses(clause)[place.index]
    return f"{clause.id}/heading" if place.part == "heading" else f"{clause.id}/note/{clause.notes[place.index].name}"
