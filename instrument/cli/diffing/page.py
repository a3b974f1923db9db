"""A comparison's page on a terminal: a margin that says what changed, marks and colours on the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypedDict

import click

from instrument.cli.diffing.wrapping import Span, isolated, wrap
from instrument.paper import Inline, NoteMark, Paper, Paragraph, Style
from instrument.papers.contents import HEADINGS
from instrument.papers.labelling import parted
from instrument.problem import columns

SIGNS = {"changed": "~", "renumbered": "#", "consequential": "#", "inserted": "+", "deleted": "-", "moved": ">",
         "left": "<"}  # fmt: skip
LEGEND = "~ changed   # renumbered   + new   - deleted   > moved here   < moved away"
MARKED: Sequence[Span] = (("insert", "{+put in+}"), ("", "   "), ("delete", "[-taken out-]"))
WEIGHTS = {"force": "force", "figure": "figure", "consequential": "number"}
MARGIN = 9
_MARKS = {"delete": ("[-", "-]"), "insert": ("{+", "+}")}
_HANGING = 6  # words hang no further than this under a label
_LEAST = 20  # columns for words, however deep they stand
_HEADINGS = (Style.TITLE, *HEADINGS)


class Look(TypedDict, total=False):
    """How characters look, as click says it."""

    fg: str
    strikethrough: bool
    underline: bool


_LOOKS: dict[str, Look] = {"delete": {"fg": "red", "strikethrough": True}, "insert": {"fg": "green", "underline": True}}


def lines(paper: Paper, width: int) -> Iterator[str]:
    """The lines of a comparison's page, without its table of weighty changes: the margin points at them."""
    for block in paper.blocks:
        if not isinstance(block, Paragraph) or block.target.startswith(":"):
            continue
        if block.style is Style.LEGEND:
            yield from ("", click.style(LEGEND, dim=True), _painted(MARKED))
        elif block.clause:
            yield from [""] if block.style in _HEADINGS else []
            yield from _paragraph(block, width)
        else:
            yield from _own(block, width)


def _own(paragraph: Paragraph, width: int) -> Iterator[str]:
    """What the page says before the texts."""
    if paragraph.style is not Style.TITLE:
        yield ""
    for line in wrap(list(_spans(paragraph)), width):
        yield _painted(line, bold=paragraph.style is Style.TITLE)


def _paragraph(paragraph: Paragraph, width: int) -> Iterator[str]:
    """A line of the texts beside its margin; what wraps hangs under the words, not under the label."""
    heading = paragraph.style in _HEADINGS
    label = "" if heading else _chars(parted(paragraph)[0])
    indent, hanging = 2 * paragraph.depth, min(columns(label) + 1, _HANGING) if label else 0
    wrapped = wrap(list(_spans(paragraph)), max(width - MARGIN - indent - hanging, _LEAST))
    margins = _margins(paragraph)
    quiet = paragraph.change in ("remark", "folded", "left")
    for index in range(max(len(wrapped), len(margins))):
        margin = margins[index] if index < len(margins) else ""
        words = _painted(wrapped[index], bold=heading, dim=quiet) if index < len(wrapped) else ""
        yield f"{margin:{MARGIN}}{' ' * (indent + hanging * (index > 0))}{words}".rstrip()


def _margins(paragraph: Paragraph) -> list[str]:
    """What stands beside a paragraph, line by line: the sign of its fate, the weights of its changes."""
    revisions = [inline.revision for inline in paragraph.inlines if inline.revision]
    weights = dict.fromkeys(WEIGHTS[revision.weight] for revision in revisions if revision.weight)
    first, *rest = list(weights) or [""]
    return [f"{SIGNS.get(paragraph.change, ' ')} {first}", *(f"  {weight}" for weight in rest)]


def _spans(paragraph: Paragraph) -> Iterator[Span]:
    """The label and the words with their marks; white space that was put in or taken out stands before its mark."""
    label, words = parted(paragraph)
    gap = " — " if paragraph.style in _HEADINGS else " "
    yield from _marked(label, gap)
    if label and words:
        yield "", gap
    yield from _marked(words, gap)


def _marked(inlines: Sequence[Inline], gap: str) -> Iterator[Span]:
    for kind, group in groupby(inlines, key=lambda inline: inline.revision.kind if inline.revision else ""):
        chars = _chars(group).replace("\u2028", gap).replace("\t", " ")
        opening, closing = _MARKS.get(kind, ("", ""))
        words = chars.lstrip(" ") or chars
        yield "", chars.removesuffix(words)
        yield kind, f"{opening}{words}{closing}"


def _chars(inlines: Iterable[Inline]) -> str:
    return "".join("" if isinstance(inline, NoteMark) else inline.chars for inline in inlines)


def _painted(line: Sequence[Span], bold: bool = False, dim: bool = False) -> str:
    words = (click.style(chars, bold=bold or None, dim=dim or None, **_LOOKS.get(kind, {})) for kind, chars in line)
    return isolated("".join(words), "".join(chars for _, chars in line))
