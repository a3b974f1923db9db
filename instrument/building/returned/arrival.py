"""Whether a text that is compared with another is a file that came back from somebody who worked on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from instrument import storage
from instrument.building.returned.reading import take
from instrument.building.returned.values import Returned
from instrument.building.texts import Passage, is_file, is_word, word_data
from instrument.formats import docx
from instrument.model import Instrument
from instrument.problem import Read

if TYPE_CHECKING:
    from instrument.formats.docx.reading.tracked import Tracked
    from instrument.library import Library


def came_back(library: Library | None, names: tuple[str, str], old: Passage) -> Read[Returned] | None:
    """The second of two texts against the first, where it is a Word file that came back; None where it is not.

    It did where it has tracked changes that the first has not, or was made from the very same file or from a stage.
    """
    issued, file = (_opened(name) for name in names)
    if file is None or old.places:
        return None
    standing = issued.value.hands if issued else ()
    ours = file.value.digests if library and not is_file(names[0]) else issued and issued.value.digests
    if not set(file.value.hands) - set(standing) and not (ours and ours == file.value.digests):
        return None
    read = take(file.value, old.whole, stages=completed(library, old.whole.language), standing=standing)
    if read.value.silent and not read.value.together:
        return None  # the first is what accepting makes of the second: it was made after it
    return Read(read.value, (*file.problems, *read.problems))


def _opened(name: str) -> Read[Tracked] | None:
    """A Word file with all that is tracked in it; None for any other text."""
    if not is_file(name) or not is_word(name):
        return None
    path = Path(name)
    data = word_data(storage.read_bytes(path), name, path.suffix.lower())
    return Read(docx.tracked(data.value, name), data.problems)


def completed(library: Library | None, language: str) -> dict[str, Instrument]:
    """The texts of a library in a language, by stage."""
    if library is None or language not in library.settings.languages:
        return {}
    return {stage.id: library.completed(f"{stage.id}.{language}") for stage in library.stages}
