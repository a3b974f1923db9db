"""The proof of a tracked file, made before it is written: rejected it reads as one text, accepted as the other."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import islice

from instrument.formats.docx.parts.opened import Opened, opened
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
    return prove_opened(opened(tracked, "the tracked file"), base, result, names, tool)


def prove_opened(
    tracked: Opened, base: bytes, result: bytes, names: tuple[str, str] = ("the base", "the result"), tool: str = ""
) -> Receipt:
    """The same of a file that was opened already, and is as it was opened."""
    with keeping():
        stories = Stories(tracked)
        rejected = _proven(stories, View.REJECTED, base, names[0])
        accepted = _proven(stories, View.ACCEPTED, result, names[1])
        first, second = (
            Source(bare(name), sha256(data).hexdigest()) for name, data in zip(names, (base, result), strict=True)
        )
        return Receipt(tool, first, second, Kept.of(rejected), Kept.of(accepted), gathered(census(stories)))


def _proven(tracked: Stories, view: View, other: bytes, name: str) -> Transcript:
    """What a file says in a view, which is what another file says in it; refused where it is not."""
    wanted = transcribe(Stories(opened(other, name)), view)
    found = transcribe(tracked, view)
    if found.entries != wanted.entries:
        problems = tuple(_problems(differences(wanted.lines, found.lines), view, bare(name), tracked.file.name))
        raise CannotWrite(
            f"the tracked file does not read as {bare(name)} with all changes {_TOLD[view]}, so it was not written",
            problems,
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
