"""Texts and what somebody made of them, to count how many words a redline marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from instrument.paper import Block, Chars, Paper, Paragraph, Style
from instrument.papers.draft import draft
from tests.corpus import text

BRACKETS = (
    ("shall", "[shall][should]", "Each State Party", "take part in the work of the Council."),
    ("[shall][should]", "[shall][should][may]", "The depositary", "inform all others of every notification."),
    ("[may]", "may", "Observers", "speak at meetings that are open to the public."),
)


def edited() -> dict[str, tuple[Paper, Paper]]:
    """Each text before and after, by what was done."""
    paper = draft(text("multilingual/bbnj-2023/en.txt")).value
    sides = (tuple(_provision(words[side], *words[2:]) for words in BRACKETS) for side in (0, 1))
    before, after = (replace(paper, blocks=blocks) for blocks in sides)
    return {
        "the BBNJ Agreement, edited": (paper, replace(paper, blocks=tuple(redrafted(paper.blocks)))),
        "brackets put in, added to and taken off": (before, after),
    }


def redrafted(blocks: Sequence[Block]) -> list[Block]:
    """A text with the last word of some paragraphs another, some paragraphs gone and some there twice."""
    after: list[Block] = []
    for number, block in enumerate(blocks):
        last = block.inlines[-1] if isinstance(block, Paragraph) and block.inlines else None
        if isinstance(block, Paragraph) and isinstance(last, Chars) and number % 13 == 5:
            first, space, rest = last.chars.rpartition(" ")
            said = (f"[{rest}]", rest.upper(), f"new {rest}", "")[number % 4]
            block = replace(block, inlines=(*block.inlines[:-1], replace(last, chars=f"{first}{space}{said}")))
        after += [block] * (0 if number % 97 == 50 else 2 if number % 89 == 7 and isinstance(block, Paragraph) else 1)
    return after


def _provision(word: str, who: str, what: str) -> Paragraph:
    return Paragraph(Style.PROVISION, (Chars(f"{who} {word} {what}"),), "1.")
