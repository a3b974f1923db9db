"""Where one hand changed something first, paragraph by paragraph: there its comments stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.cutting import LOOK, PARAGRAPH, RUN
from instrument.formats.docx.revising.ledger import Ledger
from instrument.formats.docx.revising.stamps import Stamps
from instrument.formats.docx.walking.elements import LAYERS

_CHANGES = (*LAYERS, w("rPrChange"))


def first_changes(ledger: Ledger, stamps: Stamps, start: int) -> list[_Element]:
    """The elements around the first words that a hand changed in each paragraph of the main document.

    Its numbers are above `start`. Where it changed the end alone, that is the paragraph; where a note, the run that
    marks it. Paragraphs that it put in or struck one after another count as one.
    """
    main = ledger.tree(ledger.file.main)
    words: dict[_Element, _Element] = {}
    ends: set[_Element] = set()
    for change in _own(main, stamps, start):
        paragraph = next(change.iterancestors(PARAGRAPH), None)
        around = change.getparent()
        if paragraph is None or around is None:
            continue
        if around.tag == LOOK and around.getparent() is not None and change.tag in LAYERS:
            ends.add(paragraph)
        else:
            run = next(change.iterancestors(RUN), None)
            words.setdefault(paragraph, change if run is None else run)
    for run in _noted(ledger, main, stamps, start):
        words.setdefault(next(run.iterancestors(PARAGRAPH)), run)
    return list(_chosen(main, words, ends))


def _own(root: _Element, stamps: Stamps, start: int) -> Iterator[_Element]:
    for change in root.iter(*_CHANGES):
        if int(attribute(change, "id") or 0) > start and attribute(change, "author") == stamps.author:
            yield change


def _noted(ledger: Ledger, main: _Element, stamps: Stamps, start: int) -> Iterator[_Element]:
    """The runs that mark notes in which something was changed."""
    for kind in ("footnote", "endnote"):
        if not (part := ledger.related(f"{kind}s")):
            continue
        notes = (note for change in _own(ledger.tree(part), stamps, start) for note in change.iterancestors(w(kind)))
        changed = {attribute(note, "id") for note in notes}
        for mark in main.iter(w(f"{kind}Reference")):
            if attribute(mark, "id") in changed:
                yield next(mark.iterancestors(RUN))


def _chosen(main: _Element, words: Mapping[_Element, _Element], ends: set[_Element]) -> Iterator[_Element]:
    open_end: _Element | None = None  # the paragraph whose end was changed, where nothing has been chosen since
    goes_on = False
    for paragraph in main.iter(PARAGRAPH):
        if paragraph in words and not goes_on:
            yield words[paragraph]
            goes_on, open_end = True, None
        elif paragraph in ends and not goes_on:
            open_end = paragraph if open_end is None else open_end
        if paragraph not in ends:
            if open_end is not None and paragraph is not open_end:
                yield open_end
            goes_on, open_end = False, None
