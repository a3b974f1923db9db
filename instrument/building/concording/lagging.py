"""Versions in another language whose original has changed since, and which words of it changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from instrument.difference.comparison import Comparison, diff
from instrument.library.drafting import lags
from instrument.model import Clause, Instrument
from instrument.problem import Problem, Severity, Where

if TYPE_CHECKING:
    from instrument.library import Library


@dataclass(frozen=True, slots=True)
class Outdated:
    """A version of a clause in a language, made at a stage; its original then and the one that stands now.

    `changes` compares the two originals: what the translation has to follow.
    """

    clause: str
    language: str
    stage: str
    since: str
    path: Path
    now: Clause
    then: Clause | None
    changes: Comparison

    @property
    def problems(self) -> tuple[Problem, ...]:
        """One for each line of the original that changed, with its words marked."""
        return tuple(self._problems())

    def _problems(self) -> Iterator[Problem]:
        for line in self.changes:
            message = f'this is of "{self.stage}", and the original changed at "{self.since}": {line}'
            yield Problem("outdated", Severity.WARNING, Where(str(self.path)), message)


def outdated(library: Library, text: str) -> tuple[Outdated, ...]:
    """The clauses of a stage in a language, "second-draft.fr", whose original has changed since they were made."""
    original = library.settings.original
    found = []
    stage, _, language = text.partition(".")
    for lag in lags(library.settings, library.versions, library.stage(stage).id, library.language(language)):
        then, now = lag.made_from.clause if lag.made_from else None, lag.original.clause
        texts = (Instrument((clause,) if clause else (), original) for clause in (then, now))
        version = lag.version
        found.append(
            Outdated(
                now.id, version.language, version.stage, lag.original.stage, version.path, version.clause, then,
                diff(*texts),
            )
        )  # fmt: skip
    return tuple(found)
