"""The corrections between two texts in each of their languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from instrument.building.texts import are_stages, in_languages
from instrument.difference.correcting import Correction, corrections
from instrument.problem import Misuse, Problem, Read

if TYPE_CHECKING:
    from instrument.library import Library

Corrected = list[tuple[str, tuple[Correction, ...]]]


def corrected_in(library: Library | None, sealed: str, corrected: str) -> Read[Corrected]:
    """What a corrigendum to a text says, language by language: all of a stage's, or the one of a file or "stage.fr".

    Raises `Misuse` where one text is a stage and the other is not, or there is nothing to correct.
    """
    if library is not None and are_stages(sealed, corrected) and library.settings.ancestry(corrected)[1:2] != (sealed,):
        base = library.stage(corrected).base or "no other stage"
        raise Misuse(f'"{corrected}" grew from {base}, not from "{sealed}"; correct the text that it grew from')
    profile = library.settings.profile if library else "un"
    found: Corrected = []
    problems: list[Problem] = []
    for language, old, new in in_languages(library, sealed, corrected):
        read = corrections(old.printed(profile), new.printed(profile), profile)
        found.append((language, read.value))
        problems += read.problems
    if not any(each for _, each in found) and not problems:
        raise Misuse(f'"{sealed}" and "{corrected}" read the same: there is nothing to correct')
    return Read(found, tuple(problems))
