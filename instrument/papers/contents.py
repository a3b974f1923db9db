"""The headings of a paper, as its table of contents lists them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from instrument.model import Kind
from instrument.paper import Chars, Inline, NoteMark, Paper, Paragraph, Style
from instrument.papers.labelling import standing

HEADINGS = (Style.PART, Style.SECTION, Style.ARTICLE)
# A preamble, a final formula and an annex belong to no part, whatever heading stands before them.
_APART = frozenset({Kind.PREAMBLE.value, Kind.FINAL.value, Kind.ANNEX.value})


@dataclass(frozen=True, slots=True)
class Entry:
    """One heading: its level from 0, its designation, its words without notes and holders, its target."""

    level: int
    label: str
    words: str
    target: str


def headings(paper: Paper) -> tuple[Entry, ...]:
    """The headings over the text, in order.

    >>> paper = Paper("", "en", (Paragraph(Style.ARTICLE, (Chars("Use"),), "Article 1", target="use"),))
    >>> headings(paper)
    (Entry(level=0, label='Article 1', words='Use', target='use'),)
    """
    used = ranks(paper)
    found = (standing(block) for block in paper.blocks if isinstance(block, Paragraph) and block.style in used)
    return tuple(Entry(level(one, used), one.label, words(one.inlines), one.target) for one in found)


def ranks(paper: Paper) -> tuple[Style, ...]:
    """The styles of headings that a paper has, the highest first."""
    found = {block.style for block in paper.blocks if isinstance(block, Paragraph)}
    return tuple(style for style in HEADINGS if style in found)


def level(heading: Paragraph, used: tuple[Style, ...]) -> int:
    """How deep a heading stands, from 0, among the ranks that its paper has."""
    return 0 if heading.kind in _APART else used.index(heading.style)


def words(inlines: Iterable[Inline]) -> str:
    """The characters of inlines that are words of the text: no note marks, no holders.

    >>> words((Chars("[may]"), Chars(" (Delegation A)", holders='{by="Delegation A"}')))
    '[may]'
    """
    return "".join(
        inline.chars
        for inline in inlines
        if not isinstance(inline, NoteMark) and not (isinstance(inline, Chars) and inline.holders)
    )
