"""What keeps a text from being sealed: errors, languages that lag behind, proposals that nobody decided on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from instrument.building.checking import check_text
from instrument.building.texts import read_text
from instrument.checks.values import Terms
from instrument.library.sealing import BROKEN, broken
from instrument.problem import Problem, Severity, Where
from instrument.proposals.life import PENDING, UNISSUED

if TYPE_CHECKING:
    from instrument.library import Library

# Elsewhere a translation may lag behind; an authentic text may not.
_LAGS = ("untranslated", "outdated")


def obstacles(library: Library, stage: str) -> tuple[Problem, ...]:
    """Every error in a stage read as a final text, in every authentic language, and every proposal that is pending.

    A waiver with its reason excuses what a rule finds. That library.toml leaves a rule out, or makes it no error, does
    not: in a final text these rules are errors.
    """
    found = list(broken(library.path, library.settings, library.versions, library.settings.ancestry(stage)))
    found += [problem for language in authentic(library) for problem in _in_text(library, stage, language)]
    return tuple(dict.fromkeys((*found, *_pending(library, stage))))


def authentic(library: Library) -> tuple[str, ...]:
    """The languages in which a text is authentic, in their order; the original is one of them."""
    settings = library.settings
    return settings.authentic if settings.original in settings.authentic else (settings.original, *settings.authentic)


def _in_text(library: Library, stage: str, language: str) -> Iterator[Problem]:
    name = f"{stage}.{language}"
    read = library.read_draft(name)
    for problem in read.problems:
        if problem.code in _LAGS or (problem.severity is Severity.ERROR and problem.code != BROKEN):
            yield replace(problem, severity=Severity.ERROR)
    if read.value.clauses:
        told = check_text(_strict(library), name, read_text(library, name).value, Terms(), final=True)
        for problem in told.problems:
            if problem.severity is Severity.ERROR:
                yield replace(problem, where=replace(problem.where, name=f"{problem.where.name}@{name}"))


def _strict(library: Library) -> Library:
    """The library with the drafting rules that it made errors, and with none left out or made less than it is."""
    raised = {code: how for code, how in library.settings.checks.severities.items() if how == Severity.ERROR}
    return replace(library, settings=replace(library.settings, checks=Terms(severities=raised)))


def _pending(library: Library, stage: str) -> Iterator[Problem]:
    """The proposals on a stage and on the one it was made of, with all that amend them, which wait for a decision."""
    against = set(library.settings.ancestry(stage)[:2])
    waiting = [each for each in library.register.entries if each.proposal.state in (*PENDING, *UNISSUED)]
    for entry in waiting:
        proposal = entry.proposal
        if proposal.against in against:
            message = f"{proposal.name} on {proposal.against} is pending"
            hint = "adopt or reject it, or let its mover withdraw it"
            yield Problem("pending-proposal", Severity.ERROR, Where(str(entry.path)), message, hint)
