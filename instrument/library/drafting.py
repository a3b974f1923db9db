"""A draft at a stage: for every clause in the stage's order, the newest version along the stage's own ancestry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from instrument.library.settings import Settings
from instrument.library.versions import Version
from instrument.model import Clause, Instrument, Reference
from instrument.problem import Problem, Read, Severity, Where

Versions = Mapping[str, Sequence[Version]]  # by clause


def newest(settings: Settings, versions: Versions, stage: str, clause: str, language: str) -> Version | None:
    """The version of a clause that stands at a stage in a language."""
    line = settings.ancestry(stage)
    mine = [version for version in versions.get(clause, ()) if version.language == language and version.stage in line]
    return min(mine, key=lambda version: line.index(version.stage), default=None)


def standing(settings: Settings, versions: Versions, stage: str, language: str) -> dict[str, Version]:
    """The version of every clause that a draft holds, in order."""
    found = {id: newest(settings, versions, stage, id, language) for id in settings.order(stage)}
    return {id: version for id, version in found.items() if version}


@dataclass(frozen=True, slots=True)
class Lag:
    """A version in another language whose original has changed since, and the original that it was made from."""

    version: Version
    original: Version
    made_from: Version | None


def lags(settings: Settings, versions: Versions, stage: str, language: str) -> Iterator[Lag]:
    """The versions in a language that stand at a stage and were made from another original than stands there."""
    line, originals = settings.ancestry(stage), standing(settings, versions, stage, settings.original)
    for id, version in standing(settings, versions, stage, language).items():
        if id in originals and line.index(version.stage) > line.index(originals[id].stage):
            made_from = newest(settings, versions, version.stage, id, settings.original)
            if made_from is None or made_from.clause != originals[id].clause:
                yield Lag(version, originals[id], made_from)


def read_draft(settings: Settings, versions: Versions, stage: str, language: str) -> Read[Instrument]:
    """The instrument at a stage, and what is missing, outdated or unresolved in it."""
    originals = standing(settings, versions, stage, settings.original)
    texts = standing(settings, versions, stage, language)
    problems = [
        *(problem for version in texts.values() for problem in version.problems),
        *_missing(settings, stage, originals),
        *_untranslated(settings, versions, stage, language, originals, texts),
        *(problem for version in texts.values() for problem in _unresolved(version, originals | texts, stage)),
    ]
    return Read(Instrument(tuple(version.clause for version in texts.values()), language), tuple(problems))


def unordered(home: Path) -> Problem:
    """A warning for a clause, by its folder, that no stage orders."""
    message = f'no stage orders the clause "{home.name}", so no draft holds it'
    return Problem(
        "unordered-clause", Severity.WARNING, Where(str(home)), message, "add it to an order in library.toml"
    )


def _missing(settings: Settings, stage: str, originals: Mapping[str, Version]) -> Iterator[Problem]:
    owner = next((near for near in settings.ancestry(stage) if settings.stages[near].order), stage)
    for id in settings.order(stage):
        if id not in originals:
            message = f'"{owner}" orders the clause "{id}", of which there is no text'
            yield settings.source.error("missing-clause", message, ("stages", owner, "order"), "add its file")


def _untranslated(
    settings: Settings, versions: Versions, stage: str, language: str, originals: Mapping[str, Version],
    texts: Mapping[str, Version],
) -> Iterator[Problem]:  # fmt: skip
    if language != settings.original and (absent := [id for id in originals if id not in texts]):
        message = f'at "{stage}" there is no text in "{language}" of: {", ".join(absent)}'
        yield Problem("untranslated", Severity.WARNING, Where(settings.source.name), message)
    for lag in lags(settings, versions, stage, language):
        message = f'this is of "{lag.version.stage}", but the original changed at "{lag.original.stage}"'
        yield Problem("outdated", Severity.WARNING, Where(str(lag.version.path)), message)


def _unresolved(version: Version, versions: Mapping[str, Version], stage: str) -> Iterator[Problem]:
    for reference in dict.fromkeys(_references(version.clause)):
        target = versions.get(reference.clause)
        if target is None or (reference.anchor and reference.anchor not in _anchors(target.clause)):
            message = f'there is no {"anchor" if target else "clause"} "{reference.target}" in the draft'
            where = _where(version, f"{{@{reference.target}}}")
            yield Problem("unresolved-reference", Severity.ERROR, where, message, f'it is missing at "{stage}"')


def _references(clause: Clause) -> Iterator[Reference]:
    for content in clause.texts:
        yield from (atom for atom in content if isinstance(atom, Reference))


def _anchors(clause: Clause) -> set[str]:
    return {provision.anchor for provision in clause.provisions}


def _where(version: Version, needle: str) -> Where:
    for number, line in enumerate(version.source.split("\n"), 1):
        if found := re.search(re.escape(needle), line):
            return Where(str(version.path), number, found.start() + 1, line)
    return Where(str(version.path))
