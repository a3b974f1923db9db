"""What becomes of words that were changed before: by whom, in either file, and by whoever changed them now."""

from __future__ import annotations

from typing import NamedTuple

from instrument.formats.docx.revising.flow import Move
from instrument.formats.docx.revising.marking import stands, stood
from instrument.formats.docx.revising.stamps import Stamps
from instrument.formats.docx.walking.blocks import Layer, Revision, Revisions


class Fate(NamedTuple):
    """What is done to old words: struck by somebody, or their deletion taken back."""

    struck: Revision | None = None
    restored: bool = False


NOTHING = Fate()


def fate(old: Revisions, new: Revisions | None, stamps: Stamps) -> Fate:
    """What old words need to read before as they did in the old file, and after as they do in the new one.

    `new` are the changes of the same words there, None where they are not there at all. Who put words in stays known
    when somebody else strikes them.
    """
    if old == new:
        return NOTHING
    stay = new is not None and stands(new)
    if stay == stands(old):
        return NOTHING
    if stay:
        return Fate(restored=True)
    by = next((revision for revision in new or () if not revision.layer.adds), stamps.deleted)
    return Fate(struck=Revision(Layer.DELETED, by.author, by.date))


def departure(old: Revisions, move: Move | None, stamps: Stamps) -> Fate:
    """What old words need that are gone, or went elsewhere."""
    gone = fate(old, None, stamps)
    return Fate(stamps.moved(Layer.MOVED_FROM, move.name)) if move and not old and gone.struck else gone


def arrival(new: Revisions, stamps: Stamps, move: Move | None = None) -> Revisions:
    """The changes that words from the new file come with: put in by whoever tracked that there, or silently, by us.

    Words that stood elsewhere before came by a move.
    """
    if move and not new:
        return (stamps.moved(Layer.MOVED_TO, move.name),)
    return new if not stood(new) else (stamps.inserted, *new)
