"""A text closed: sealed by a decision, once nothing stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from instrument.library import saving, sealing, settings, versions
from instrument.library.settings import RESERVED
from instrument.library.versions import ENDING, Version
from instrument.problem import CannotWrite, Misuse, Problem
from instrument.tables import Source

if TYPE_CHECKING:
    from instrument.library import Library
    from instrument.library.adopting import Decision
    from instrument.library.register import Register

# What keeps a stage from being sealed, in the library as it will be.
Obstacles = Callable[["Library", str], tuple[Problem, ...]]


def closed(
    library: Library, files: Mapping[Path, bytes], register: Register, decision: Decision, obstacles: Obstacles
) -> dict[Path, bytes]:
    """The files that seal the stage of a decision, beside those that it writes anyhow.

    Raises `Misuse` where the stage is no adopted one, is sealed, or has obstacles; `CannotWrite` where there is a
    record of its seal.
    """
    id = decision.stage or decision.of
    planned = as_planned(library, files, register)
    stage = planned.stage(id)
    if not stage.is_adopted:
        raise Misuse(f'"{id}" is not adopted; name the stage that the decision makes of it with --stage')
    if stage.sealed:
        raise Misuse(f'"{id}" is sealed already')
    if found := obstacles(planned, id):
        count = "one thing stands" if len(found) == 1 else f"{len(found)} things stand"
        raise Misuse(f'"{id}" is not sealed, and nothing was written: {count} in the way', found)
    record = sealing.path_of(library.path, id)
    if record.exists():
        raise CannotWrite(f"{record} is there already, the record of another seal; look at it first")
    declared = saving.sealed(planned.settings, id)
    words = sealing.words_of(declared, planned.versions, id)
    seal = sealing.Seal(id, decision.name, decision.at, decision.by, words)
    return {Path(declared.source.name): declared.source.text.encode(), record: sealing.write(seal)}


def as_planned(library: Library, files: Mapping[Path, bytes], register: Register) -> Library:
    """A library as it will be once files are written, with the register as it will be."""
    home = Path(library.settings.source.name)
    known = library.settings
    if home in files:
        known = settings.read(Source(str(home), files[home].decode())).value
    histories = {id: list(history) for id, history in library.versions.items()}
    for path, data in files.items():
        if path.suffix == ENDING and path.parent.name not in RESERVED:
            read = versions.of_text(path, data.decode(), known)
            others = [each for each in histories.get(path.parent.name, ()) if each.path != path]
            histories[path.parent.name] = [*others, *([read] if isinstance(read, Version) else [])]
    return replace(library, settings=known, versions=histories, _kept={"register": register})
