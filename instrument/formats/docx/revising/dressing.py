"""New paragraphs in the look that their kind has in the issued file, and with the label that the text gives them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml.etree import _Element

from instrument.formats.docx.numbering import Numbering
from instrument.formats.docx.parts.markup import LINE_BREAK
from instrument.formats.docx.parts.tree import w
from instrument.formats.docx.revising.cutting import LOOK, RUN, cut
from instrument.formats.docx.revising.flow import Line
from instrument.formats.docx.revising.numbered import enlist, printed

_PROPERTIES = w("pPr")
# How we print the designation of a clause: on a line of its own above the heading, which is in a style of this name.
HEADING = "Heading"
_DESIGNATION = re.compile(rf"[^\t{LINE_BREAK}]{{1,60}}{LINE_BREAK}")
_EMPHASIS = frozenset(w(name) for name in ("b", "bCs", "i", "iCs", "u", "strike", "vertAlign"))
_BEFORE_EMPHASIS = frozenset((w("rStyle"), w("rFonts")))
_NOT_LIKE = frozenset((LOOK, w("sectPr"), w("pPrChange"), w("pageBreakBefore")))


@dataclass(frozen=True, slots=True)
class Like:
    """How a paragraph of some kind of ours looks in the issued file."""

    properties: _Element | None
    look: _Element | None


def like(line: Line) -> Like:
    """How a paragraph of the issued file looks, and the last words in it."""
    run = next((leaf.run for leaf in reversed(line.leaves) if leaf.child is not None), None)
    return Like(line.properties, None if run is None else run.find(LOOK))


def near(likes: Sequence[Mapping[str, Like]], at: int, style: str) -> list[Like]:
    """How the nearest paragraphs of a kind look, the one before a place first, and one that is like none."""
    before = next((each[style] for each in likes[at::-1] if style in each), None)
    after = next((each[style] for each in likes[at + 1 :] if style in each), None)
    return [each for each in (before, after) if each] or [Like(None, None)]


def is_heading(line: Line) -> bool:
    return line.style.startswith(HEADING)


def designation(line: Line) -> str:
    """The designation that a heading of ours begins with, as far as its end of line."""
    found = _DESIGNATION.match(line.reading.chars) if is_heading(line) else None
    return found[0] if found else ""


def labelled(line: Line) -> str:
    """The label or designation that a paragraph of ours begins with, and what follows that."""
    return designation(line) or line.label


def label(line: Line) -> str:
    return " ".join(labelled(line).split())


def number(line: Line, likes: Sequence[Like], numbering: Numbering) -> None:
    """Dress a new paragraph as the one of its likes that Word gives its label, or else give it that in words."""
    line.is_renumbered = True
    said = label(line)
    for each in likes:
        if said and printed(numbering.label(each.properties, counts=False)) == said:
            numbering.label(each.properties)
            drop(line, len(labelled(line)))
            dress(line, each)
            return
    dress(line, likes[0])
    if numbering.label(likes[0].properties, counts=False):
        enlist(line.element, None)


def drop(line: Line, size: int) -> None:
    """Take the first characters out of a new paragraph."""
    pieces = cut(line.leaves, [size])
    for run in dict.fromkeys(run for piece in pieces if piece.start < size for run in piece.runs):
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)
    line.forget()


def dress(line: Line, given: Like) -> None:
    """Give a paragraph of ours the properties of its like, and its words their look; emphasis is the text's own."""
    properties = line.element.find(_PROPERTIES)
    if properties is not None:
        line.element.remove(properties)
    if given.properties is not None:
        kept = [deepcopy(each) for each in given.properties if each.tag not in _NOT_LIKE]
        made = line.element.makeelement(_PROPERTIES)
        made.extend(kept)
        line.element.insert(0, made)
    for run in line.element.iter(RUN):
        own = run.find(LOOK)
        emphasis = [] if own is None else [each for each in own if each.tag in _EMPHASIS]
        if own is not None:
            run.remove(own)
        look = run.makeelement(LOOK)
        look.extend(deepcopy(each) for each in (given.look if given.look is not None else ()) if _is_worn(each))
        at = sum(each.tag in _BEFORE_EMPHASIS for each in look)
        for each in reversed(emphasis):
            look.insert(at, each)
        if len(look):
            run.insert(0, look)


def _is_worn(element: _Element) -> bool:
    return element.tag not in _EMPHASIS and element.tag not in (w("rPrChange"), w("ins"), w("del"), w("rStyle"))
