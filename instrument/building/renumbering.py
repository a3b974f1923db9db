"""The two numberings of a library's stages: the final one of a stage in all its languages, and concordances."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from instrument.brackets import BracketKind, count
from instrument.building.texts import is_file, read_text
from instrument.building.withholding import refuse_withheld
from instrument.difference.names import clause_name
from instrument.model import Clause, Instrument
from instrument.numbering.concordance import Concordance, concord
from instrument.numbering.final import number, relabelled
from instrument.numbering.languages import carried
from instrument.numbering.strays import strays
from instrument.papers.assembly import number_articles
from instrument.problem import Misuse, Problem, Read, Severity, Where

if TYPE_CHECKING:
    from instrument.library import Library, Stage


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A stage under its final numbers: the clauses of each language, those of the original whole, and both numberings.

    `refusals` say why a number cannot be known; then nothing is numbered anew.
    """

    stage: str
    concordance: Concordance
    clauses: dict[str, tuple[Clause, ...]] = field(default_factory=dict)
    refusals: tuple[Problem, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether anything gets another number."""
        return any(row.changes for row in self.concordance.rows)


def renumbered(library: Library, stage: str, named: str = "") -> Read[Renumbered]:
    """A stage under its final numbers, in every language; what a person should know about it.

    `named` is what the final text is called in the concordance. Raises `Misuse` for a text that is no stage.
    """
    library.stage(stage)
    original = library.settings.original
    read = library.read_draft(stage)
    issued = number_articles(read.value)
    numbering = number(issued)
    final = issued if numbering.errors else relabelled(issued, numbering.value)
    refusals = [*read.errors, *numbering.errors]
    problems = [*read.problems, *numbering.problems, *strays(issued, final), *_brackets(stage, final)]
    clauses = {original: final.clauses}
    for language in library.settings.languages:
        translated = library.read_draft(f"{stage}.{language}")
        translation = translated.value
        if language == original or not translation.clauses or read.errors or numbering.errors:
            continue
        problems += (each for each in translated.problems if each.code != "untranslated")
        carrying = carried(numbering.value, issued, translation)
        refusals += [_in_language(problem, language) for problem in carrying.errors]
        problems += [_in_language(problem, language) for problem in carrying.problems]
        clauses[language] = relabelled(translation, carrying.value).clauses
        problems += _strays_in(library, stage, language, clauses[language], final)
    shown = issued if refusals else final
    concordance = concord([(stage, issued), (named or "final", shown)], library.settings.profile)
    return Read(Renumbered(stage, concordance, clauses, tuple(refusals)), tuple(dict.fromkeys(problems)))


def put(library: Library, found: Renumbered, stage: Stage) -> tuple[Path, ...]:
    """Writes a text under its final numbers as a new stage, all languages or nothing; the files written.

    Raises `Misuse` where a number cannot be known, with the places, and where the numbers run on already.
    """
    if found.refusals:
        places = len(found.refusals)
        message = f"{found.stage} cannot be numbered through; {places} place{'s' * (places > 1)} to settle first"
        raise Misuse(message, found.refusals)
    if not found.changes:
        raise Misuse(f"the numbers of {found.stage} run on already; it needs no other stage for that")
    return library.add_stage(replace(stage, base=found.stage), found.clauses, f"{found.stage}, renumbered")


def concordance(library: Library | None, texts: Sequence[str], audience: str = "internal") -> Read[Concordance]:
    """The concordance of several texts, the oldest first; of one stage, with all that it grew from.

    Raises `Misuse` for one text that is no stage, and for what an audience may not see.
    """
    names = list(texts)
    if library and len(names) == 1 and not is_file(names[0]):
        stage, dot, language = names[0].partition(".")
        names = [id + dot + language for id in reversed(library.settings.ancestry(library.stage(stage).id))]
    if len(names) < 2:
        raise Misuse(f"{names[0]} grew from no other stage; name the texts to set beside one another")
    stages: list[tuple[str, Instrument]] = []
    problems: list[Problem] = []
    for name in names:
        read = read_text(library, name)
        if library and not is_file(name):
            refuse_withheld(library, name, audience)
        stages.append((name, read.value.placed))
        problems += read.problems
    profile = library.settings.profile if library else "un"
    return Read(concord(stages, profile), tuple(dict.fromkeys(problems)))


def titles(library: Library | None, names: Sequence[str]) -> list[str]:
    """What heads a column for each text: the symbol that a stage was issued under, else its own name."""
    stages = library.settings.stages if library else {}
    known = [stages.get(name.partition(".")[0]) for name in names]
    return [stage.symbol if stage and stage.symbol else name for stage, name in zip(known, names, strict=True)]


def _brackets(stage: str, final: Instrument) -> Iterator[Problem]:
    """What says that a text is not final yet; blanks for a date or a place are filled in when it is signed."""
    blanks = (BracketKind.PLACEHOLDER, BracketKind.EMPTY)
    counts = [(clause, count(clause)) for clause in final]
    left = [clause for clause, found in counts if any(found.kinds[kind] for kind in found.kinds if kind not in blanks)]
    if left:
        message = f"words are still in square brackets: {', '.join(clause_name(each, 'en') for each in left)}"
        yield Problem("brackets-left", Severity.WARNING, Where(stage), message, "settle them before the text is final")


def _strays_in(
    library: Library, stage: str, language: str, clauses: Sequence[Clause], final: Instrument
) -> Iterator[Problem]:
    """The references in words of a translation, read among all clauses: those not translated yet are cited too."""
    mine = {clause.id: clause for clause in clauses}
    issued = number_articles(library.completed(f"{stage}.{language}"))
    whole = issued.with_clauses(mine.get(clause.id, clause) for clause in final)
    for problem in strays(issued, whole):
        if problem.where.name.partition("/")[0] in mine:
            yield _in_language(problem, language)


def _in_language(problem: Problem, language: str) -> Problem:
    return replace(problem, where=replace(problem.where, name=f"{problem.where.name} ({language})"))
