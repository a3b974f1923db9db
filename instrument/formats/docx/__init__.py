"""Word documents: a Paper written as .docx, an instrument read back, and python-docx served on the way.

`parts`: the package. `opened` opens with suspicion (`unpacking`, `limits`, `strict`, `tree`); `package` packs;
`carriers` and `manifest` let clause ids travel; `markup`, `template`, `stylesheet`.

`walking`: `walk` goes through a part in `inside_steps` and `around_steps` and finds its `blocks`; a `view` tells which
tracked changes are read as done. `numbering` counts automatic labels.

`reading`: blocks become `lines` of `pieces`, labels counted (`labelling`); `grouping` tells the clauses apart,
`clauses`, `headings`, `nesting`, `wording` and `claims` read them; `remarks` puts each `comment` to its line, and
`placing` says which provision that is. What is no text is reported by `findings`, `asides`, `formatting`, `retold` and
`dangers`. `tracked` reads a file with the changes of some of its authors as done. What only a reader needs is loaded
when something is read.

`writing`: `body` puts a document together from `paragraphs`, `inlines`, `tables`, `contents`, `notes` and `header`, set
on one `galley`; it wears `ours`, the template in template/, or the user's `house` (`wardrobe`, `scrubbing`).

`revising`: `revise` compares two files and writes the differences into the first as tracked changes. `flow` lists
the paragraphs and tables of a container, `matching` pairs them, `weaving` lays pairs over one another word by word
(`leaves`), `applying` writes the result into the tree (`cutting`, `marking`, `ends`, `arriving`, `placing`); `fates`
says what becomes of changes that were tracked before, `grafts` brings what new words rest on. `stories`, `tables`,
`sections` and `breaks` go through the file; `ranges` brings bookmarks and `comments` to their words (`passages`); an
`edition` is what all of them know. `issued` writes what several hands want onto an issued document: `onto` finds the
places (`carrying`), `dressing` gives new paragraphs the look and the label that they have there (`numbered`),
`tallying` tells the labels that Word prints otherwise, `others` hides from each what the others did, `commenting` puts
what is said to the `firsts` of their changes.

`receipts`: a tracked file proves two texts and keeps a `receipt` of them (`proving`, `sealing`, `verifying`).
`publishing`: `scrub` takes away what says who made a file, `remains` refuses one that is not final.

`lint` finds the faults that validators pass over; `document` serves python-docx.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from instrument.formats.docx.parts.limits import LIMITS, Limits
from instrument.formats.docx.revising.care import ALL, Care
from instrument.formats.docx.revising.revised import Revised, Speech, Version
from instrument.formats.docx.walking.keeping import keeping
from instrument.problem import Read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from instrument.formats.docx.document import from_document, to_document
    from instrument.formats.docx.reading.tracked import Tracked
    from instrument.formats.docx.writing.body import write
    from instrument.formats.docx.writing.registry import digests
    from instrument.model import Instrument

__all__ = [
    "Care", "Limits", "Revised", "Speech", "Version", "attest", "digests", "from_document", "print_marks", "read",
    "revise", "revise_onto", "to_document", "tracked", "write",
]  # fmt: skip
# What is fetched when it is first asked for, and where it lives: whoever compares two files writes none anew.
_HOMES = {
    "digests": "writing.registry",
    "from_document": "document",
    "to_document": "document",
    "write": "writing.body",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def read(data: bytes, name: str, view: str = "accepted", limits: Limits = LIMITS) -> Read[Instrument]:
    """The instrument in a .docx file.

    In a document that we wrote, clauses keep their ids, kinds and anchors; in another one they are guessed from its
    headings and labels. `view` says which of the tracked changes are read as done: all ("accepted"), none
    ("rejected"), or both in brackets ("marked"). What was guessed, and what was not read, is in the problems. Raises
    `CannotRead` for a file that is no Word document, is locked, damaged, or larger than the limits.

    >>> from instrument.formats.docx import write
    >>> from instrument.paper import Chars, Paper, Paragraph, Style
    >>> item = Paragraph(Style.PROVISION, (Chars("Use cluster munitions;"),), "(a)", depth=1, clause="use")
    >>> read(write(Paper("Draft", "en", (item,))), "draft.docx").value.clause("use").provisions[0].label
    '(a)'
    """
    from instrument.formats.docx.reading.reader import read

    return read(data, name, view, limits)


@keeping()
def revise(
    old: bytes,
    new: bytes,
    author: str = "",
    date: str = "",
    names: tuple[str, str] = ("", ""),
    care: Care = ALL,
    limits: Limits = LIMITS,
) -> Read[Revised]:
    """The old .docx with all that differs in the new one as tracked changes by an author.

    Whoever rejects them all has the old file, whoever accepts them all reads the new one. Changes that were tracked in
    either file stay their authors'. `date` is an ISO date and time; `names` are the files' in what is said of them,
    `care` says what is compared and how it is marked.
    Raises `CannotRead` for a file that is no Word document.

    >>> from instrument.formats.docx import write
    >>> from instrument.paper import Chars, Paper, Paragraph, Style
    >>> first, second = (
    ...     write(Paper("Draft", "en", (Paragraph(Style.PROVISION, (Chars(words),), "1.", depth=1),)))
    ...     for words in ("No State shall use them.", "No State shall ever use them.")
    ... )
    >>> revise(first, second, author="Delegation A").value.made
    {'ins': 1}
    """
    from instrument.formats.docx.revising.revise import revise

    return revise(old, new, author=author, date=date, names=names, care=care, limits=limits)


@keeping()
def revise_onto(
    issued: bytes,
    base: bytes,
    versions: Sequence[Version],
    speeches: Sequence[Speech] = (),
    name: str = "",
    same_clauses: bool = False,
    limits: Limits = LIMITS,
) -> Read[Revised]:
    """An issued .docx with what differs between a base and every version of it as tracked changes by that one's author.

    The base and the versions are documents of ours; the words of the base stand in the issued one, however that looks.
    New paragraphs look as those of their kind do there. No two versions may change the same words. `speeches` become
    comments on the changes. With `same_clauses`, a clause has one id in the base and all versions, and what goes from
    one to another is struck there and put in here. Raises `CannotRead` for a file that is no Word document,
    `CannotWrite` where something that changed is not in the issued document.
    """
    from instrument.formats.docx.revising.issued import revise_onto

    return revise_onto(issued, base, versions, speeches, name=name, same_clauses=same_clauses, limits=limits)


def print_marks(revised: Revised, limits: Limits = LIMITS) -> Revised:
    """A marked file for paper: what was put in underlined, what was struck struck through, nothing tracked any more."""
    from instrument.formats.docx.revising.printing import print_marks

    return Revised(print_marks(revised.data, limits), revised.made)


def tracked(data: bytes, name: str, limits: Limits = LIMITS) -> Tracked:
    """A .docx file that several hands have changed, to be read with the tracked changes of some of them as done.

    Raises `CannotRead` as `read` does.
    """
    from instrument.formats.docx.reading.tracked import tracked

    return tracked(data, name, limits)


def attest(tracked: Revised, base: bytes, result: bytes, names: tuple[str, str], tool: str = "") -> Revised:
    """A tracked file with a receipt in it: rejected it reads as the base, accepted as the result.

    What is tracked is told with it, in words, and what there is that no receipt proves.

    Raises `CannotWrite`, with every place and both readings, where it does not.
    """
    from instrument.formats.docx.receipts.receipt import counts
    from instrument.formats.docx.receipts.sealing import attested

    sealed = attested(tracked.data, base, result, names, tool)
    return Revised(sealed.data, tracked.made, counts(sealed.receipt.changes), sealed.unproven)
