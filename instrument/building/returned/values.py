"""What a returned file holds, as values."""

from __future__ import annotations

from dataclasses import dataclass

from instrument.changes import Changes
from instrument.model import Instrument


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one author's tracked changes do.

    `changes` are against the base, as if nobody else had changed a word. `after` are the same upon the text in which
    the silent edits and the changes of all authors before are done. Where an author changed words that others had put
    in, these are in `upon`, and the change is in `after` alone: it changes their proposal, no word of the base. `first`
    and `last` are the earliest and the latest date, as the file gives them, "" where it gives none.
    """

    author: str
    first: str
    last: str
    changes: Changes
    after: Changes
    upon: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment: `address` is the provision it is on, as the accepted text has it, or else the text without changes.

    `on` are the words it is fastened to; both are empty where it is fastened to none. `answers` is the author of the
    comment that it answers, "" where it answers none; `resolved` says that somebody marked it as done.
    """

    author: str
    date: str
    address: str
    on: str
    text: str
    answers: str = ""
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Returned:
    """A returned file against its `base`, the text it was made from.

    `stage` names the base where the file was made from another text than was asked about. `silent` are the edits made
    without tracking, `together` all that makes the accepted text of the base. `silent`, then what every author did
    `after`, in this order, make the same text.
    """

    base: Instrument
    stage: str
    authors: tuple[Contribution, ...]
    silent: Changes
    together: Changes
    remarks: tuple[Remark, ...] = ()
