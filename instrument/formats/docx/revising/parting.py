"""Insertions that meet over the end of a paragraph, dated apart.

LibreOffice takes two insertions by one author within a minute for one, also where nothing but the end of a paragraph
stands between them; whoever rejects it there loses that end, which was never put in. Two minutes keep them apart.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.cutting import LOOK, PARAGRAPH, RUN
from instrument.formats.docx.revising.stamps import Stamps

_PUT_IN = frozenset((w("ins"), w("moveTo")))
_APART = 2  # minutes


def part_insertions(changes: Iterable[_Element], stamps: Stamps) -> None:
    """Date an insertion of ours two minutes later than one of ours that it meets over the end of a paragraph."""
    if not stamps.date:
        return
    for insertion in changes:
        paragraph = insertion.getparent() if insertion.tag in _PUT_IN else None
        if paragraph is None or paragraph.tag != PARAGRAPH or not _is_ours(insertion, stamps):
            continue
        before = _before(paragraph) if _edge(paragraph, first=True) is insertion else None
        last = _edge(before, first=False) if before is not None and not _ends_new(before) else None
        if last is not None and last.tag in _PUT_IN and _is_ours(last, stamps):
            insertion.set(w("date"), _later(stamps.date))


def _later(date: str) -> str:
    from datetime import datetime, timedelta  # which few files need

    try:
        moment = datetime.fromisoformat(date.removesuffix("Z"))
    except ValueError:
        return date
    return f"{(moment + timedelta(minutes=_APART)).isoformat(timespec='seconds')}{'Z' if date.endswith('Z') else ''}"


def _is_ours(element: _Element, stamps: Stamps) -> bool:
    return attribute(element, "author") == stamps.author and attribute(element, "date") == stamps.date


def _edge(paragraph: _Element, first: bool) -> _Element | None:
    """The first or last element of a paragraph that holds words."""
    for child in paragraph if first else reversed(paragraph):
        if child.tag == RUN or next(child.iter(RUN), None) is not None:
            return child
    return None


def _ends_new(paragraph: _Element) -> bool:
    """Whether the end of a paragraph was put in as well: then the two are one insertion indeed."""
    look = paragraph.find(f"{w('pPr')}/{LOOK}")
    return look is not None and any(each.tag in _PUT_IN for each in look)


def _before(paragraph: _Element) -> _Element | None:
    """The paragraph before one, in a control or out of it; none where a table or the beginning is before it."""
    here = paragraph
    while True:
        before = here.getprevious()
        while before is not None and before.tag != PARAGRAPH and next(before.iter(PARAGRAPH), None) is None:
            before = before.getprevious()
        if before is not None:
            return None if before.tag == w("tbl") else [*before.iter(PARAGRAPH)][-1]
        around = here.getparent()
        if around is None or around.tag not in (w("sdt"), w("sdtContent")):
            return None
        here = around
