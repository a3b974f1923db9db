"""A list of amendments as a document: what it amends, then every sentence in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from instrument.instructions import Sentence
from instrument.paper import Block, Chars, Paper, Paragraph, Style
from instrument.papers.house import HOUSES


def amendments(sentences: Sequence[Sentence], name: str, language: str) -> Paper:
    """The document that lists amendments to a text with a name.

    >>> from instrument.changes.items import Part, Place
    >>> paper = amendments([Sentence(Place("use", Part.CLAUSE), "Delete article 4.")], "first-draft", "en")
    >>> [block.inlines[0].chars for block in paper.blocks]
    ['Amendments to first-draft', 'Delete article 4.']
    """
    title = HOUSES.get(language, HOUSES["en"]).amendments.format(name)
    return Paper(title, language, (Paragraph(Style.TITLE, (Chars(title),)), *_lines(sentences)))


def _lines(sentences: Sequence[Sentence]) -> Iterator[Block]:
    """A paragraph for each sentence, and one for each line of the words that it sets off."""
    for sentence in sentences:
        first, *lines = sentence.words.split("\n")
        yield Paragraph(Style.FORMULA, (Chars(first),))
        yield from (Paragraph(Style.FORMULA, (Chars(line),), depth=1) for line in lines)
