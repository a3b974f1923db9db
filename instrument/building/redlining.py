"""Two texts as one Word file with tracked changes, the first of them its base."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from instrument import formats, storage
from instrument.building.rendering import Options, page
from instrument.building.texts import STANDARD, Passage, is_file, read_text
from instrument.formats import docx
from instrument.formats.docx.revising.care import ALL, Care
from instrument.problem import Read

if TYPE_CHECKING:
    from instrument.formats.docx import Revised
    from instrument.library import Library

WORD = (".docx", ".docm", ".dotx")


@dataclass(frozen=True, slots=True)
class Pen:
    """Who marks, when (an ISO date and time, or nothing), and what.

    `printed` marks for paper what would otherwise be tracked. With a `receipt` the file proves both texts, and says
    that it was made with `tool`.
    """

    author: str = ""
    date: str = ""
    care: Care = ALL
    printed: bool = False
    receipt: bool = True
    tool: str = ""


def redline(
    library: Library | None, names: tuple[str, str], pen: Pen, profile: str = "un", source: BinaryIO | None = None
) -> Read[Revised]:
    """The first of two texts as a .docx, with its differences to the second as tracked changes.

    A Word file is marked as it is; of any other text the document is built first. Where only the first is a Word file,
    the differences of its text to the second are written onto it. Raises `Misuse` for what names
    nothing, `CannotRead` for a file that cannot be read.
    """
    author = pen.author or _author(library, names[1])
    issued, returned = (_word_file(name) for name in names)
    new = Read(returned) if returned else _built(library, names[1], profile, source)
    if issued and not returned:
        base = _built(library, names[0], profile, source)
        version = docx.Version(new.value, author, pen.date)
        found = docx.revise_onto(issued, base.value, [version], name=names[0])
        marked = _proven(found, issued, b"", pen, names)
        return Read(marked.value, (*new.problems, *marked.problems))
    old = Read(issued) if issued else _built(library, names[0], profile, source)
    found = docx.revise(old.value, new.value, author, pen.date, names, pen.care)
    marked = _proven(found, old.value, new.value, pen, names)
    return Read(marked.value, (*old.problems, *new.problems, *marked.problems))


def redline_texts(
    name: str, texts: tuple[Read[Passage], Read[Passage]], pen: Pen, profile: str = "un"
) -> Read[Revised]:
    """A text by its name, with its differences to one that was made of it as tracked changes.

    A Word file is marked as it is; of any other text the document is built first.
    """
    old, new = (_printed(text, profile) for text in texts)
    names = (name, f"{name}, amended")
    if word := _word_file(name):
        found = docx.revise_onto(word, old.value, [docx.Version(new.value, pen.author, pen.date)], name=name)
        return _proven(found, word, b"", pen, names)
    found = docx.revise(old.value, new.value, pen.author, pen.date, names, pen.care)
    marked = _proven(found, old.value, new.value, pen, names)
    return Read(marked.value, (*new.problems, *marked.problems))


def _author(library: Library | None, name: str) -> str:
    """Whose the changes to a text are where nobody is named: the stage's, as people call it, or the file's."""
    if name == STANDARD:
        return "standard input"
    if library is None or is_file(name):
        return Path(name).stem
    stage = name.rpartition("@")[2].partition(".")[0]
    return library.stage(stage).name


def _proven(marked: Read[Revised], old: bytes, new: bytes, pen: Pen, names: tuple[str, str]) -> Read[Revised]:
    """A marked file with the proof of both its texts in it; one for paper holds both at once, and proves neither.

    What is written onto an issued document is proven by that document; accepted, it reads as it does itself.
    """
    if pen.printed:
        return Read(docx.print_marks(marked.value), marked.problems)
    if not pen.receipt or not marked.value.made:
        return marked
    return Read(docx.attest(marked.value, old, new or marked.value.data, names, pen.tool), marked.problems)


def _word_file(name: str) -> bytes:
    """The Word file that a name means, nothing if it means something else."""
    if name != STANDARD and is_file(name) and Path(name).suffix.lower() in WORD:
        return storage.read_bytes(Path(name))
    return b""


def _built(library: Library | None, name: str, profile: str, source: BinaryIO | None) -> Read[bytes]:
    """The Word file built of the text that a name means."""
    return _printed(read_text(library, name, source), profile)


def _printed(text: Read[Passage], profile: str) -> Read[bytes]:
    """The Word file built of a text."""
    options: Options = {"profile": profile}
    paper = page(text, options)
    return Read(formats.writer(".docx")(paper.value), paper.problems)
