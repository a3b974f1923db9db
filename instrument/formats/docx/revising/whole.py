"""All that stands in a container marked at once."""

from __future__ import annotations

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import w
from instrument.formats.docx.revising.cutting import between
from instrument.formats.docx.revising.edition import Edition
from instrument.formats.docx.revising.fates import NOTHING, arrival, fate
from instrument.formats.docx.revising.flow import NOBODY, Line
from instrument.formats.docx.revising.inner import leave
from instrument.formats.docx.revising.leaves import Ties
from instrument.formats.docx.revising.marking import cover, mark_end, strike

_PARAGRAPH = w("p")
# What the properties of a row or cell hold behind the mark of a change.
_BEHIND = (w("trPrChange"), w("tcPrChange"))


def strike_whole(container: _Element, edition: Edition) -> None:
    """Strike every word under an element of the old file, and the end of every paragraph but the last."""
    lines = _lines(container, edition.ties, edition.since)
    for line in lines:
        for leaf in line.leaves:
            leave(leaf, edition)
            struck = fate(leaf.revisions, None, edition.stamps).struck
            if struck:
                strike(between(leaf.run, leaf.last), struck, edition.stamps)
    for line in lines[:-1]:
        if line.runs_on:
            continue
        if (become := fate(line.mark, None, edition.stamps)) is not NOTHING and become.struck:
            mark_end(line.element, become.struck, edition.stamps)


def bring_whole(container: _Element, edition: Edition) -> None:
    """Mark every word under an element of the new file as put in, and the end of every paragraph but the last."""
    lines = _lines(container, edition.new_ties)
    for line in lines:
        for leaf in line.leaves:
            first, *rest = arrival(leaf.revisions, edition.stamps)
            if len(rest) == len(leaf.revisions):
                cover(between(leaf.run, leaf.last), first, edition.stamps)
    for line in lines[:-1]:
        first, *rest = arrival(line.mark, edition.stamps)
        if len(rest) == len(line.mark):
            mark_end(line.element, first, edition.stamps)


def mark_part(part: _Element, properties: str, change: _Element) -> None:
    """Mark a row or a cell as put in or struck."""
    held = part.find(properties)
    if held is None:
        held = part.makeelement(properties)
        part.insert(1 if len(part) and part[0].tag == w("tblPrEx") else 0, held)
    behind = next((each for each in held if each.tag in _BEHIND), None)
    held.append(change) if behind is None else behind.addprevious(change)


def _lines(container: _Element, ties: Ties, since: int = NOBODY) -> list[Line]:
    return [Line(each, b"", ties, since=since) for each in container.iter(_PARAGRAPH)]
