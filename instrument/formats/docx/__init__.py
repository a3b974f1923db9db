"""Word documents: a Paper written as .docx, an instrument read back, and python-docx served on the way.

`parts`: the package. `opened` opens with suspicion (`unpacking`, `limits`, `strict`, `tree`); `package` packs;
`carriers` and `manifest` let clause ids travel; `markup`, `template`, `stylesheet`.

`walking`: `walk` goes through a part in `inside_steps` and `around_steps` and finds its `blocks`; a `view` tells which
tracked changes are read as done. `numbering` counts automatic labels.

`reading`: blocks become `lines` of `pieces`, labels counted (`labelling`); `grouping` tells the clauses apart,
`clauses`, `headings`, `nesting`, `wording` and `claims` read them. What is no text is reported by `findings`, `asides`,
`remarks`, `formatting`, `retold` and `dangers`. What only a reader needs is loaded when something is read.

`writing`: `body` puts a document together from `paragraphs`, `inlines`, `tables`, `contents`, `notes` and `header`, set
on one `galley`; it wears `ours`, the template in template/, or the user's `house` (`wardrobe`, `scrubbing`).

`lint` finds the faults that validators pass over; `document` serves python-docx.
"""

from instrument.formats.docx.document import from_document, to_document
from instrument.formats.docx.parts.limits import LIMITS, Limits
from instrument.formats.docx.writing.body import write
from instrument.model import Instrument
from instrument.problem import Read

__all__ = ["Limits", "from_document", "read", "to_document", "write"]


def read(data: bytes, name: str, view: str = "accepted", limits: Limits = LIMITS) -> Read[Instrument]:
    """The instrument in a .docx file.

    In a document that we wrote, clauses keep their ids, kinds and anchors; in another one they are guessed from its
    headings and labels. `view` says which of the tracked changes are read as done: all ("accepted"), none
    ("rejected"), or both in brackets ("marked"). What was guessed, and what was not read, is in the problems. Raises
    `CannotRead` for a file that is no Word document, is locked, damaged, or larger than the limits.

    >>> from instrument.paper import Chars, Paper, Paragraph, Style
    >>> item = Paragraph(Style.PROVISION, (Chars("Use cluster munitions;"),), "(a)", depth=1, clause="use")
    >>> read(write(Paper("Draft", "en", (item,))), "draft.docx").value.clause("use").provisions[0].label
    '(a)'
    """
    from instrument.formats.docx.reading.reader import read

    return read(data, name, view, limits)
