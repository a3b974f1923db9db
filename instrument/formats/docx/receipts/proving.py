"""The proof of a tracked file, made before it is written: rejected it reads as one text, accepted as the other."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

from instrument.formats.docx.parts.opened import opened
from instrument.formats.docx.receipts.census import census
from instrument.formats.docx.receipts.differing import Difference, differences, excerpts
from instrument.formats.docx.receipts.receipt import Kept, Receipt, Source, bare, gathered
from instrument.formats.docx.receipts.stories import Stories
from instrument.formats.docx.receipts.transcript import Transcript, transcribe
from instrument.formats.docx.walking.keeping import keeping
from instrument.formats.docx.walking.view import View
from instrument.problem import CannotWrite, Problem, Severity, Where

_SHOWN = 10
_TOLD = {View.REJECTED: "rejected", View.ACCEPTED: "accepted"}


def prove(
    tracked: bytes, base: bytes, result: bytes, names: tuple[str, str] = ("the base", "the result"), tool: str = ""
) -> Receipt:
    """The receipt of a tracked file that reads as `base` with all its changes rejected, as `result` with all accepted.

    Changes that are tracked in `base` count as rejected, those in `result` as accepted, as in the file itself. `names`
    are those of the two; folders in them are left out. `tool` is what wrote the file, with its version. Raises
    `CannotWrite`, with every place and both readings, where the file does not read so.

    >>> from instrument.formats.docx import write
    >>> from instrument.paper import Chars, Paper, Paragraph, Revision, Style
    >>> def made(*inlines): return write(Paper("", "en", (Paragraph(Style.PROVISION, inlines),)))
    >>> tracked = made(Chars("shall", revision=Revision("delete", "A")), Chars("may", revision=Revision("insert", "A")))
    >>> [change.kind for change in prove(tracked, made(Chars("shall")), made(Chars("may"))).changes]
    ['deletion', 'insertion']
    """
    with keeping():
        texts = (
            transcribe(Stories(opened(data, name)), view)
            for data, name, view in ((base, names[0], View.REJECTED), (result, names[1], View.ACCEPTED))
        )
        first, second = (
            Compared(Source(bare(name), sha256(data).hexdigest()), text)
            for name, data, text in zip(names, (base, result), texts, strict=True)
        )
        return prove_read(Stories(opened(tracked, "the tracked file")), first, second, tool)


class Compared(NamedTuple):
    """One of the two files that were compared, and what it says."""

    source: Source
    text: Transcript


def prove_read(tracked: Stories, base: Compared, result: Compared, tool: str = "") -> Receipt:
    """The same of files that were opened and read already."""
    rejected = _proven(tracked, View.REJECTED, base)
    accepted = _proven(tracked, View.ACCEPTED, result)
    changes = gathered(census(tracked))
    return Receipt(tool, base.source, result.source, Kept.of(rejected), Kept.of(accepted), changes)


def _proven(stories: Stories, view: View, wanted: Compared) -> Transcript:
    """What a file says in a view, which is what is wanted of it; refused where it is not."""
    found = transcribe(stories, view)
    if found.entries != wanted.text.entries:
        name = wanted.source.name
        problems = tuple(_problems(differences(wanted.text.lines, found.lines), view, name, stories.file.name))
        raise CannotWrite(
            f"the tracked file does not read as {name} with all changes {_TOLD[view]}, so it was not written", problems
        )
    return found


def _problems(found: Iterator[Difference], view: View, name: str, file: str) -> Iterator[Problem]:
    for was, now, *_ in islice(found, _SHOWN):
        line = now or was
        assert line is not None
        wanted, read = excerpts(was.words if was else "", now.words if now else "")
        place = f", {line.place}" if line.place else ""
        message = f'{_TOLD[view]}, it reads "{read}"{place}; {name} has "{wanted}"'
        if was and now and was.words == now.words:
            message = f'"{read}" stands in {_said(now.place)}; in {name} it stands in {_said(was.place)}'
        where = Where(f"{file if now else name}/{line.part}", line.number)
        yield Problem("not-proven", Severity.ERROR, where, message)


def _said(place: str) -> str:
    return place or "the body of the text"
