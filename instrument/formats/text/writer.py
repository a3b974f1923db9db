"""A Paper as plain text.

Two spaces a level; headings, titles and tables stand between empty lines; notes come last. A note's mark is a raised
figure, since square brackets mean something else in a draft.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from instrument.paper import (
    Block,
    Chart,
    Contents,
    Inline,
    Masthead,
    NoteMark,
    PageBreak,
    Paper,
    Paragraph,
    Style,
    Table,
)
from instrument.papers.contents import HEADINGS, headings
from instrument.papers.labelling import parted

_APART = frozenset({Style.TITLE, Style.SUBTITLE, Style.LEGEND, *HEADINGS})
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_REVISED = {"": ("", ""), "insert": ("{+", "+}"), "delete": ("[-", "-]")}


def write(paper: Paper) -> bytes:
    """A paper as UTF-8 text.

    >>> from instrument.paper import Chars
    >>> heading = Paragraph(Style.ARTICLE, (Chars("Use"),), "Article 1")
    >>> provision = Paragraph(Style.PROVISION, (Chars("Never,"),), "1.")
    >>> item = Paragraph(Style.PROVISION, (Chars("ever."),), "(a)", depth=1)
    >>> print(write(Paper("", "en", (heading, provision, item))).decode(), end="")
    Article 1
    Use
    <BLANKLINE>
    1. Never,
      (a) ever.
    """
    groups = [*_masthead(paper.masthead), *_body(paper), *_notes(paper)]
    text = "\n\n".join(groups)
    return f"{text}\n".encode() if text else b""


def _masthead(head: Masthead | None) -> Iterator[str]:
    fields = (head.body, head.symbol, head.distribution, head.date, head.original, head.agenda) if head else ()
    if lines := [field for field in fields if field]:
        yield "\n".join(lines)


def _body(paper: Paper) -> Iterator[str]:
    """Groups of lines with an empty line between them; provisions in succession are one group."""
    for apart, blocks in groupby(paper.blocks, _stands_apart):
        groups = ["\n".join(lines) for block in blocks if (lines := _lines(block, paper))]
        yield from groups if apart else ["\n".join(groups)] if groups else []


def _stands_apart(block: Block) -> bool:
    return not isinstance(block, Paragraph) or block.style in _APART


def _lines(block: Block, paper: Paper) -> list[str]:
    match block:
        case Paragraph():
            return [_paragraph(block)]
        case Table():
            indent = "  " * block.depth
            return [indent + " | ".join(" ".join(map(_paragraph, cell)) for cell in row) for row in block.rows]
        case Contents():
            entries = headings(paper)
            return [block.heading, *("  " * entry.level + f"{entry.label} {entry.words}".strip() for entry in entries)]
        case PageBreak() | Chart():
            return []


def _paragraph(paragraph: Paragraph) -> str:
    indent = "  " * paragraph.depth
    joint = "\n" if paragraph.style in HEADINGS else " "
    line = joint.join(filter(None, map(_words, parted(paragraph))))
    return indent + line.replace("\u2028", "\n").replace("\n", f"\n{indent}")


def _words(inlines: Iterable[Inline]) -> str:
    """Words with tracked changes marked as `git diff --word-diff` marks them."""
    words = ""
    for kind, changed in groupby(inlines, lambda inline: inline.revision.kind if inline.revision else ""):
        before, after = _REVISED[kind]
        words += before + "".join(map(_inline, changed)) + after
    return words


def _inline(inline: Inline) -> str:
    return _mark(inline.index) if isinstance(inline, NoteMark) else inline.chars


def _mark(index: int) -> str:
    return str(index + 1).translate(_RAISED)


def _notes(paper: Paper) -> Iterator[str]:
    if paper.notes:
        yield "\n".join(f"{_mark(index)} {_words(note)}" for index, note in enumerate(paper.notes))
