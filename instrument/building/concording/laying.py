"""Texts in several languages as they are printed, laid beside one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from instrument.building.concording.lagging import Outdated, outdated
from instrument.building.texts import Passage, is_file, read_text
from instrument.concord import Concordance, Difference, concord
from instrument.model import Instrument, Reference, Text, text
from instrument.papers.assembly import number_articles
from instrument.problem import Misuse, Problem, Read, Severity
from instrument.references import printed

if TYPE_CHECKING:
    from instrument.library import Library

_TOLD = ("outdated", "language")  # said better here, or of no matter here


@dataclass(frozen=True, slots=True)
class Laid:
    """What was found: the concordance, and the versions whose original has changed since."""

    concordance: Concordance
    outdated: tuple[Outdated, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        return (*self.concordance.problems, *(problem for each in self.outdated for problem in each.problems))

    @property
    def in_step(self) -> bool:
        """Whether nothing is left that a person has to look at."""
        return not self.outdated and all(each.severity is not Severity.ERROR for each in self.concordance.problems)


def lay(
    library: Library | None, names: Sequence[str], standard_input: BinaryIO | None = None, language: str = ""
) -> Read[Laid]:
    """The texts of these names beside the first; of a single stage, all languages that it has, or the one named.

    A version whose original has changed since is compared with the original that it was made from. Raises `Misuse`
    where there is only one text.
    """
    whole = len(names) == 1 and not is_file(names[0])
    if whole and library:
        names = [names[0], *_others(library, names[0], language)]
    read = [read_text(library, name, standard_input) for name in names]
    profile = library.settings.profile if library else "un"
    texts = [said(each.value, profile) for each in read]
    found = concord(texts, names)
    problems = tuple(problem for each in read for problem in each.problems if problem.code not in _TOLD)
    if library is None or not whole:
        return Read(Laid(found), problems)
    lagging = tuple(each for name in names[1:] for each in outdated(library, name.rpartition("@")[2]))
    lagging = tuple(each for each in lagging if any(each.clause == clause.id for clause in texts[0]))
    awaited = {clause.id for clause in texts[0]}  # of what has no text yet, a warning of the draft tells
    kept = (
        each
        for each in found.differences
        if not (each.code == "missing-clause" and each.places[0].address in awaited) and not _is_of(each, lagging)
    )
    then = (each for name in names[1:] for each in _then(library, name, lagging, profile))
    return Read(Laid(replace(found, differences=(*kept, *then)), lagging), problems)


def said(passage: Passage, profile: str) -> Instrument:
    """A passage as it is printed: articles numbered, references as the words that they print."""
    numbered = number_articles(passage.whole)
    return spelt(Passage(numbered, passage.places).placed, numbered, profile)


def spelt(part: Instrument, whole: Instrument, profile: str) -> Instrument:
    """Clauses with their references as words, as they lead into the whole."""

    def words(content: Text, at: str) -> Text:
        return text(
            *(printed((atom,), whole, at, profile) if isinstance(atom, Reference) else atom for atom in content)
        )

    return part.with_clauses(
        replace(
            clause,
            heading=words(clause.heading, clause.id),
            provisions=tuple(replace(each, text=words(each.text, clause.id)) for each in clause.provisions),
            notes=tuple(replace(each, text=words(each.text, clause.id)) for each in clause.notes),
        )
        for clause in part
    )


def _others(library: Library, name: str, language: str) -> list[str]:
    """The same text in the other languages that it has."""
    stage = name.rpartition("@")[2]
    if "." in stage:
        raise Misuse(f'"{name}" is one language; name the stage alone, or another text beside it')
    others = [library.language(language)] if language else list(library.settings.languages)
    found = [each for each in others if each != library.settings.original and library.draft(f"{stage}.{each}").clauses]
    if not found:
        raise Misuse(f'no clause of "{stage}" has a text in {language or "another language"}; translate one first')
    return [f"{name}.{each}" for each in found]


def _is_of(difference: Difference, lagging: Sequence[Outdated]) -> bool:
    """Whether a difference is in a version whose original has changed since."""
    place = difference.places[-1]
    clause = place.address.split("/")[0]
    return len(difference.places) > 1 and any(
        each.clause == clause and each.language == place.language for each in lagging
    )


def _then(library: Library, name: str, lagging: Sequence[Outdated], profile: str) -> tuple[Difference, ...]:
    """What was not in step when versions were made, of those whose original has changed since."""
    language = name.rpartition(".")[2]
    found: list[Difference] = []
    mine = [each for each in lagging if each.language == language and each.then]
    for stage in dict.fromkeys(each.stage for each in mine):
        sides = ([each for each in (one.then if of else one.now for one in mine if one.stage == stage) if each]
                 for of in (True, False))  # fmt: skip
        wholes = (number_articles(library.completed(each)) for each in (stage, f"{stage}.{language}"))
        texts = [
            spelt(whole.with_clauses(whole.clause(each.id) or each for each in side), whole, profile)
            for side, whole in zip(sides, wholes, strict=True)
        ]
        differences = concord(texts, (stage, f"{stage}.{language}")).differences
        found += [each for each in differences if len(each.places) > 1]
    return tuple(found)
