"""The label of a paragraph and its words, whether the label is plain or has marks on what changed in it."""

from __future__ import annotations

from instrument.paper import Chars, Inline, Paragraph

GAPS = ("\t", "\u2028")  # what parts a label with marks from the words: beside them, or above them in a heading


def parted(paragraph: Paragraph) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """The label as inlines, and the words.

    A label that changed cannot be one string: it stands at the head of the inlines, up to a gap on its own.

    >>> from instrument.paper import Style
    >>> changed = (Chars("2"), Chars("3"), Chars("."), Chars("\\t"), Chars("Each"))
    >>> [part[-1].chars for part in parted(Paragraph(Style.PROVISION, changed, change="renumbered"))]
    ['.', 'Each']
    """
    if paragraph.label or not paragraph.change:
        return (Chars(paragraph.label),) if paragraph.label else (), paragraph.inlines
    for place, inline in enumerate(paragraph.inlines):
        if isinstance(inline, Chars) and inline.chars in GAPS:
            return paragraph.inlines[:place], paragraph.inlines[place + 1 :]
    return (), paragraph.inlines
