"""Two texts as one Word file with tracked changes, the first of them its base."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from instrument import formats, storage
from instrument.building.rendering import Options, page
from instrument.building.texts import STANDARD, is_file, read_text
from instrument.problem import Read

if TYPE_CHECKING:
    from instrument.formats.docx import Revised
    from instrument.library import Library

WORD = (".docx", ".docm", ".dotx")


@dataclass(frozen=True, slots=True)
class Pen:
    """Who marks, when (an ISO date and time, or nothing), and what: words alone, or their formatting too.

    `printed` marks for paper what would otherwise be tracked.
    """

    author: str = ""
    date: str = ""
    formatting: bool = True
    printed: bool = False


def redline(
    library: Library | None, names: tuple[str, str], pen: Pen, profile: str = "un", source: BinaryIO | None = None
) -> Read[Revised]:
    """The first of two texts as a .docx, with its differences to the second as tracked changes.

    A Word file is marked as it is; of any other text the document is built first. Where only the first is a Word file,
    the differences of its text to the second are written onto it. Raises `Misuse` for what names
    nothing, `CannotRead` for a file that cannot be read.
    """
    from instrument.formats.docx import print_marks, revise, revise_onto

    author = pen.author or Path(names[1]).stem
    issued, returned = (_word_file(name) for name in names)
    new = Read(returned) if returned else _built(library, names[1], profile, source)
    if issued and not returned:
        base = _built(library, names[0], profile, source)
        marked = revise_onto(issued, base.value, new.value, author, pen.date, names[0])
        problems = (*new.problems, *marked.problems)
    else:
        old = Read(issued) if issued else _built(library, names[0], profile, source)
        marked = revise(old.value, new.value, author, pen.date, names, pen.formatting)
        problems = (*old.problems, *new.problems, *marked.problems)
    return Read(print_marks(marked.value) if pen.printed else marked.value, problems)


def _word_file(name: str) -> bytes:
    """The Word file that a name means, nothing if it means something else."""
    if name != STANDARD and is_file(name) and Path(name).suffix.lower() in WORD:
        return storage.read_bytes(Path(name))
    return b""


def _built(library: Library | None, name: str, profile: str, source: BinaryIO | None) -> Read[bytes]:
    """The Word file built of the text that a name means."""
    options: Options = {"profile": profile}
    paper = page(read_text(library, name, source), options)
    return Read(formats.writer(".docx")(paper.value), paper.problems)


def counted(revised: Revised) -> str:
    """What was marked, in words.

    >>> from instrument.formats.docx import Revised
    >>> counted(Revised(b"", {"ins": 2, "del": 1, "rPrChange": 1}))
    '2 insertions, 1 deletion, 1 change of formatting'
    """
    made = revised.made
    looks = sum(number for name, number in made.items() if name.endswith("Change"))
    insertions, deletions = (made.get(name, 0) + made.get(f"cell{name.title()}", 0) for name in ("ins", "del"))
    told = [
        f"{number} {one if number == 1 else many}"
        for number, one, many in (
            (insertions, "insertion", "insertions"),
            (deletions, "deletion", "deletions"),
            (looks, "change of formatting", "changes of formatting"),
        )
        if number
    ]
    return ", ".join(told) or "no difference"
