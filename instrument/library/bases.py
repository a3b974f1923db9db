"""The text that a proposal is against: a stage, or what another proposal would make of one; and whether it fits it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from instrument.changes import Changes, apply, digest
from instrument.library import consistency
from instrument.library.register import Entry
from instrument.model import Instrument
from instrument.problem import Failure, Misuse, Problem, Severity, errors_in
from instrument.proposals.proposal import Proposal

if TYPE_CHECKING:
    from instrument.library import Library

# What an instruction in prose makes of a text, in a language, other proposals being at hand by their symbols.
Execute = Callable[[Instrument, str, str, Mapping[str, Changes]], Instrument]


def base_of(library: Library, proposal: Proposal) -> Instrument:
    """The text that a proposal is against, in its language.

    Raises `Misuse` where that text is not there, or is a proposal without changes.
    """
    if proposal.against in library.settings.stages:
        suffix = "" if proposal.language == library.settings.original else f".{proposal.language}"
        return library.draft(proposal.against + suffix)
    entry = library.register.find(proposal.against)
    if consistency.circle(entry, library.register):
        raise Misuse(f"{proposal.name} amends itself by way of {entry.proposal.name}; mend what they are against")
    changes, base = entry.proposal.changes, base_of(library, entry.proposal)
    if changes is None or not is_true(changes, base):
        reason = "has no changes yet" if changes is None else f"cannot be carried out on {entry.proposal.against}"
        raise Misuse(f"{entry.proposal.name} {reason}, so there is no text that {proposal.name} amends")
    return apply(changes, base)


def recorded(proposals: Iterable[Proposal]) -> dict[str, Changes]:
    """What issued proposals do, by their symbols, for words such as "as in DC/2026/P/7"."""
    return {str(each.symbol): each.changes for each in proposals if each.symbol and each.changes}


def unfit(library: Library) -> Iterator[Problem]:
    """Proposals whose changes were made for another text than the one they say they are against."""
    for entry, base, present in _with_bases(library):
        proposal = entry.proposal
        if proposal.changes and proposal.changes.base != present:
            message = f"{proposal.name} was made for another text than {proposal.against} is now"
            yield entry.error("stale-base", message, "against", "put the text back, or make the changes again")
        elif not all(is_true(changes, base) for changes in (proposal.changes, proposal.adopted) if changes):
            message = f"the changes of {proposal.name} do not make the text that they say they make"
            yield entry.error("broken-changes", message, "against", "take them from the file as it was issued")


def is_true(changes: Changes, base: Instrument) -> bool:
    """Whether changes to a text make what they say they make; those that a hand has touched may do anything."""
    try:
        return digest(apply(changes, base)) == changes.result
    except (Failure, LookupError, TypeError, ValueError, AttributeError):
        return False


def disagreements(library: Library, execute: Execute) -> Iterator[Problem]:
    """Proposals whose words, carried out again by `execute`, do something else than their changes; these count."""
    known = recorded(entry.proposal for entry in library.register.entries)
    for entry, base, present in _with_bases(library):
        proposal = entry.proposal
        if proposal.changes is None or proposal.changes.base != present:
            continue
        try:
            done = digest(execute(base, proposal.words, proposal.language, known))
        except Failure as failure:
            message = f"the words of {proposal.name} cannot be carried out: {failure}"
            problem = entry.error(
                "words-unread", message, "against", "its changes count; look whether they say the same"
            )
            yield replace(problem, severity=Severity.WARNING)
        else:
            if done != proposal.changes.result:
                message = f"the words of {proposal.name} do something else than its changes"
                yield entry.error("words-disagree", message, "against", "its changes count; ask its sponsors")


def _with_bases(library: Library) -> Iterator[tuple[Entry, Instrument, str]]:
    """The proposals that can be read and have a base, each with it and its digest; others are spoken of elsewhere."""
    seen: dict[tuple[str, str], tuple[Instrument, str]] = {}
    for entry in library.register.entries:
        key = entry.proposal.against, entry.proposal.language
        if errors_in(entry.problems):
            continue
        if key not in seen:
            try:
                base = base_of(library, entry.proposal)
            except Misuse:
                continue
            seen[key] = base, digest(base)
        yield entry, *seen[key]
