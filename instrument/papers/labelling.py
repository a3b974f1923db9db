"""The label of a paragraph and its words, whether the label is plain or has marks on what changed in it."""

from __future__ import annotations

from dataclasses import replace

from instrument.paper import Chars, Inline, NoteMark, Paragraph


def parted(paragraph: Paragraph) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """The label as inlines, and the words.

    A label that changed cannot be one string: it stands at the head of the inlines, up to its gap.

    >>> from instrument.paper import Style
    >>> changed = (Chars("2"), Chars("3"), Chars("."), Chars("\\t", gap=True), Chars("Each"))
    >>> [part[-1].chars for part in parted(Paragraph(Style.PROVISION, changed, change="renumbered"))]
    ['.', 'Each']
    """
    if paragraph.label or not paragraph.change:
        return (Chars(paragraph.label),) if paragraph.label else (), paragraph.inlines
    for place, inline in enumerate(paragraph.inlines):
        if isinstance(inline, Chars) and inline.gap:
            return paragraph.inlines[:place], paragraph.inlines[place + 1 :]
    return (), paragraph.inlines


def standing(paragraph: Paragraph) -> Paragraph:
    """A paragraph as it reads now, without marks; one that is gone, as it read.

    >>> from instrument.paper import Revision, Style
    >>> heading = (Chars("Use", revision=Revision("delete")), Chars("Aid", revision=Revision("insert")))
    >>> [inline.chars for inline in standing(Paragraph(Style.ARTICLE, heading, "Article 1", change="changed")).inlines]
    ['Aid']
    """
    label, words = parted(paragraph)
    return replace(paragraph, label="".join(map(_chars, _now(label))), inlines=_now(words))


def _now(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    kept = tuple(inline for inline in inlines if inline.revision is None or inline.revision.kind != "delete")
    return tuple(replace(inline, revision=None) for inline in kept or inlines)


def _chars(inline: Inline) -> str:
    return "" if isinstance(inline, NoteMark) else inline.chars
