"""The end of a section behind a paragraph that both files have, where only one of them ends a section there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from instrument.formats.docx.parts.tree import w
from instrument.formats.docx.revising.flow import Line
from instrument.formats.docx.revising.weaving import End, Made

_SECTION = f"{w('pPr')}/{w('sectPr')}"


def with_breaks(mades: Sequence[Made]) -> Iterator[Made]:
    """Woven paragraphs in which the mark that ends a section is put in or struck beside the one that does not.

    Between the two marks stands nothing, so that whichever stays is the end of the paragraph, and what is left of the
    other runs on into the next one. Behind the last paragraph there is none that it could run on into.
    """
    for made in mades[:-1]:
        old, new = made.end.old, made.end.new
        if old is None or new is None or _ends_section(old) == _ends_section(new):
            yield made
            continue
        first, second = End(old, None), End(None, new)
        if _ends_section(new):
            first, second = second, first
        made.end = first
        yield made
        yield Made(end=second)
    yield from mades[-1:]


def _ends_section(line: Line) -> bool:
    return line.has(b"sectPr") and line.element.find(_SECTION) is not None
