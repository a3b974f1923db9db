"""The corrections between two texts in each of their languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from instrument.building.texts import is_file, read_text
from instrument.difference.correcting import Correction, corrections
from instrument.problem import Misuse, Problem, Read

if TYPE_CHECKING:
    from instrument.library import Library

Corrected = list[tuple[str, tuple[Correction, ...]]]


def corrected_in(library: Library | None, sealed: str, corrected: str) -> Read[Corrected]:
    """What a corrigendum to a text says, language by language: all of a stage's, or the one of a file or "stage.fr".

    Raises `Misuse` where one text is a stage and the other is not, or there is nothing to correct.
    """
    if library is not None and not (is_file(sealed) or is_file(corrected)) and "." not in sealed + corrected:
        found = _of_stages(library, sealed, corrected)
    else:
        old, new = (read_text(library, name) for name in (sealed, corrected))
        if old.value.instrument.language != new.value.instrument.language:
            raise Misuse(f'"{sealed}" and "{corrected}" are in two languages; compare one language with itself')
        profile = library.settings.profile if library else "un"
        read = corrections(old.value.instrument, new.value.instrument, profile)
        found = Read([(old.value.instrument.language, read.value)], read.problems)
    if not any(each for _, each in found.value) and not found.problems:
        raise Misuse(f'"{sealed}" and "{corrected}" read the same: there is nothing to correct')
    return found


def _of_stages(library: Library, sealed: str, corrected: str) -> Read[Corrected]:
    if library.settings.ancestry(corrected)[1:2] != (sealed,):
        base = library.stage(corrected).base or "no other stage"
        raise Misuse(f'"{corrected}" grew from {base}, not from "{sealed}"; correct the text that it grew from')
    found: Corrected = []
    problems: list[Problem] = []
    for language in library.settings.languages:
        old, new = (library.draft(f"{stage}.{language}") for stage in (sealed, corrected))
        if old.clauses:
            read = corrections(old, new, library.settings.profile)
            found.append((language, read.value))
            problems += read.problems
    return Read(found, tuple(problems))
