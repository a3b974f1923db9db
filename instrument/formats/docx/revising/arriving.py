"""New words made ready for the old file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from lxml.etree import _Element

from instrument.formats.docx.parts.markup import R
from instrument.formats.docx.parts.tree import w
from instrument.formats.docx.revising.cutting import Piece
from instrument.formats.docx.revising.edition import Edition
from instrument.formats.docx.revising.fates import arrival
from instrument.formats.docx.revising.flow import Move
from instrument.formats.docx.revising.leaves import holders
from instrument.formats.docx.revising.marking import wrapped
from instrument.formats.docx.walking.blocks import Revisions

_LINK, _CONTROL, _TIE = w("hyperlink"), w("sdt"), f"{{{R}}}id"


def arrived(pieces: Iterable[Piece], edition: Edition, move: Move | None = None) -> list[_Element]:
    """The elements of new words, in the tracked changes that they come with, and in their links."""
    runs: dict[_Element, Revisions] = {}
    for piece in pieces:
        runs.update(dict.fromkeys(piece.runs, piece.leaf.revisions))
    found: list[_Element] = []
    for frame, near in groupby(runs, key=_frame):
        inside = list(_inside(list(near), runs, edition, move))
        if frame is None:
            found += inside
        else:
            found.append(edition.grafts.framed(frame, inside))
    return found


def _frame(run: _Element) -> _Element | None:
    """What is to come with a run: the link or the control of holders that it stands in."""
    return next((each for each in run.iterancestors(_LINK, _CONTROL) if each.get(_TIE) or holders(each)), None)


def _inside(
    runs: list[_Element], revisions: dict[_Element, Revisions], edition: Edition, move: Move | None
) -> Iterator[_Element]:
    for given, near in groupby(runs, key=lambda run: revisions[run]):
        moved = list(near)
        for run in moved:
            edition.grafts.adopt(run)
        yield wrapped(moved, arrival(given, edition.stamps, move), edition.stamps)
