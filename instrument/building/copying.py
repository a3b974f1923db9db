"""The certified true copy of a sealed stage of a workspace."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from instrument.building.sealing import authentic
from instrument.library.sealing import broken
from instrument.papers.draft import title_of
from instrument.papers.true_copy import Certification, true_copy
from instrument.problem import Misuse, Problem, Read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from instrument.library import Library
    from instrument.paper import Paper


def certified_copy(
    library: Library, stage: str, certification: Certification, languages: Sequence[str] = ()
) -> Read[Paper]:
    """A stage in all its authentic languages, with a page that certifies it in some; the original, if none is named.

    When it was adopted and corrected is what the stages say. Raises `Misuse` for a stage that is not sealed, or whose
    words are no longer those that were sealed.
    """
    chosen = library.stage(stage)
    if not chosen.takes_only_corrections:
        hint = f"instrument adopt --of {stage} --seal" if chosen.is_adopted else f"instrument adopt --of {stage}"
        raise Misuse(f'"{stage}" is not adopted and sealed, so no copy of it is a true one; seal it with {hint}')
    ids = library.settings.ancestry(stage)
    if changed := tuple(broken(library.path, library.settings, library.versions, ids)):
        raise Misuse("what was sealed has changed since; put it back, then certify it", changed)
    line = [library.stage(each) for each in ids]
    adopted = [each for each in line if each.kind == "adopted"]  # scrubbed later, it was adopted when it first was
    said = replace(
        certification,
        name=title_of(library.draft(stage)),
        day=adopted[-1].date if adopted else None,
        corrected=None if chosen in adopted else chosen.date,
    )
    for language in languages:
        library.language(language)
    read = [library.read_draft(f"{stage}.{language}") for language in authentic(library)]
    page = true_copy(
        [each.value for each in read],
        said,
        languages=languages or (library.settings.original,),
        profile=library.settings.profile,
    )
    found: list[Problem] = [problem for each in read for problem in each.problems]
    return Read(page.value, tuple(dict.fromkeys((*found, *page.problems))))
