"""Any text a person can name: a stage, a language of it, a place in it, or a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from instrument import formats, storage
from instrument.encoding import decode
from instrument.formats import FORMATS
from instrument.model import Clause, Instrument
from instrument.outline import excerpt, resolve
from instrument.papers.assembly import number_articles
from instrument.problem import Misuse, Problem, Read, Severity, Where
from instrument.references import cited

# A file is read without the library's code: it is half of what starts with a command.
if TYPE_CHECKING:
    from instrument.library import Library

STANDARD = "-"
_WORD = [ending for ending, known in FORMATS.items() if not known.is_text]


@dataclass(frozen=True, slots=True)
class Passage:
    """An instrument, or the places in it that were asked for and that exist in its language.

    `names` are the delegations' names in that language, by the names that the text has for them.
    """

    whole: Instrument
    places: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def instrument(self) -> Instrument:
        """The passage as it stands, its references live."""
        return self.whole.with_clauses(_excerpts(self.whole, self.places)) if self.places else self.whole

    @property
    def placed(self) -> Instrument:
        """The passage with the designation of each clause, so that it is known where its provisions stand."""
        found = ((place, excerpt(resolve(self.whole, place))) for place in self.places)
        clauses = [replace(clause, label=resolve(self.whole, place).clause.label) for place, clause in found]
        return self.whole.with_clauses(clauses) if self.places else self.whole

    def printed(self, profile: str) -> Instrument:
        """The passage for a page of its own: references that lead out of it read as they do in the whole."""
        if not self.places:
            return self.whole
        numbered = number_articles(self.whole)
        return numbered.with_clauses(
            cited(clause, numbered, profile, live=self.places) for clause in _excerpts(numbered, self.places)
        )


def read_text(
    library: Library | None, name: str, standard_input: BinaryIO | None = None, view: str = "accepted"
) -> Read[Passage]:
    """The text that a name means: `second-draft`, `second-draft.fr`, `clearance/1/a@second-draft`, a file, or "-".

    `view` chooses among the tracked changes of a Word file.
    Raises `Misuse` for what names nothing, `CannotRead` for a file that cannot be read.
    """
    if name == STANDARD and standard_input:
        return _passage(read_data(standard_input.read(), "standard input", ".txt"))
    if is_file(name):
        return _passage(read_file(Path(name), view))
    address, at, stage = name.rpartition("@")
    if library is None:
        raise Misuse(f'"{name}" names a text of a workspace, and there is none here; make one or name it with -C')
    if at and not address:
        raise Misuse(f'"{name}" names no place before "@"; write a clause there, as in clearance@{stage}')
    read = library.read_draft(stage)
    whole = library.completed(stage)
    if address:
        resolve(read.value, address)
        return Read(Passage(whole, (address,), library.names(whole.language)), read.problems)
    if whole.clauses and not read.value.clauses:
        raise Misuse(f'no clause of "{stage.partition(".")[0]}" has a text in "{whole.language}"; translate one first')
    places = () if len(whole) == len(read.value) else tuple(clause.id for clause in read.value)
    return Read(Passage(whole, places, library.names(whole.language)), read.problems)


def are_stages(*names: str) -> bool:
    """Whether names mean whole stages, in all their languages.

    >>> are_stages("first-draft", "second-draft"), are_stages("first-draft", "second-draft.fr")
    (True, False)
    """
    return not any(is_file(name) or set("@.") & set(name) for name in names)


def in_languages(library: Library | None, old: str, new: str) -> Iterator[tuple[str, Passage, Passage]]:
    """Two texts in each of their languages: all that the first of two stages is in, or the one of a file or "stage.fr".

    Raises `Misuse` for two texts in two languages.
    """
    if library is not None and are_stages(old, new):
        spoken = [each for each in library.settings.languages if library.draft(f"{old}.{each}").clauses]
        pairs = [(f"{old}.{language}", f"{new}.{language}") for language in spoken]
    else:
        pairs = [(old, new)]
    for names in pairs:
        before, after = (read_text(library, name).value for name in names)
        if before.whole.language != after.whole.language:
            raise Misuse(f'"{old}" and "{new}" are in two languages; compare one language with itself')
        yield before.whole.language, before, after


def is_file(name: str) -> bool:
    r"""Whether a name means a file: a known ending, or a path by its look.

    >>> [is_file(name) for name in ("second-draft.fr", "returned.docx", "./second-draft", r"C:\drafts\one")]
    [False, True, True, True]
    """
    ending = Path(name).suffix.lower()
    return ending in FORMATS or bool(re.match(r"[./\\~]|[A-Za-z]:", name)) or (bool(ending) and Path(name).exists())


def is_word(name: str) -> bool:
    """Whether a file is Word's, or becomes one that is, by its ending.

    >>> is_word("returned.docx"), is_word("use.clause")
    (True, False)
    """
    return Path(name).suffix.lower() in _WORD


def read_file(path: Path, view: str = "accepted") -> Read[Instrument]:
    """The instrument in a file; its ending says how it is read, `view` which text of its tracked changes."""
    return read_data(storage.read_bytes(path), str(path), path.suffix.lower(), view)


def read_data(data: bytes, name: str, ending: str, view: str = "accepted") -> Read[Instrument]:
    """The instrument in the bytes of a file with an ending."""
    read = formats.reader(ending, view)
    if FORMATS[ending].is_text:
        return read(decode(data, name).encode(), name)
    word = word_data(data, name, ending)
    told = read(word.value, name)
    return Read(told.value, (*word.problems, *told.problems))


def word_data(data: bytes, name: str, ending: str) -> Read[bytes]:
    """The bytes of a Word file with an ending as those of a .docx.

    Raises `Misuse` for an ending that is none of Word's, `CannotRead` where LibreOffice is needed and cannot help.
    """
    if ending not in _WORD:
        raise Misuse(f"{name} is no Word file; its ending would be one of: {', '.join(_WORD)}")
    if not FORMATS[ending].is_foreign:
        return Read(data)
    from instrument import office

    return Read(office.to_docx(data, name, ending), tuple(_old_word(name, ending)))


def _old_word(name: str, ending: str) -> Iterator[Problem]:
    if ending == ".doc":
        message = "a .doc was read by way of LibreOffice, which keeps no tracked moves and no tracked rows of it"
        yield Problem("old-word", Severity.WARNING, Where(name), message, "ask for the .docx")


def _passage(read: Read[Instrument]) -> Read[Passage]:
    return Read(Passage(read.value), read.problems)


def _excerpts(instrument: Instrument, places: Iterable[str]) -> list[Clause]:
    return [excerpt(resolve(instrument, place)) for place in places]
