"""What a reader sees: the words of a paper, and of the pages that formats make of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from instrument.paper import Block, Contents, Inline, NoteMark, Paper, Paragraph, Table
from instrument.papers.contents import headings

VOID = {"br", "col", "meta"}


def squeezed(words: str) -> str:
    """Words without white space, of which each format has its own."""
    return re.sub(r"\s+", "", words)


def words_of(paper: Paper) -> str:
    """The words of a paper's blocks, without white space."""
    return squeezed("".join(words for block in paper.blocks for words in _words(block, paper)))


def is_in_order(words: str, page: str) -> bool:
    """Whether a page shows every character of the words in order, whatever stands between them."""
    shown = iter(squeezed(page))
    return all(char in shown for char in words)


def rendered(markdown: bytes) -> str:
    """Markdown as a reader of CommonMark, with tables, turns it into HTML."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").enable("strikethrough").render(markdown.decode())


def markdown_words(markdown: bytes) -> str:
    """The words that Markdown shows, without white space."""
    return squeezed(html.unescape(re.sub(r"<[^<>]*>", "", rendered(markdown))))


class Page(HTMLParser):
    """What a browser would see: words, elements, ids and links; it fails on elements that are not closed in order."""

    def __init__(self, source: bytes) -> None:
        super().__init__()
        self.words = ""
        self.opened: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(source.decode())
        self.close()
        assert self.opened == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "title", "nav"} & set(self.opened):
            self.words += data

    def having(self, attribute: str) -> list[str]:
        return [value or "" for _, attributes in self.elements if (value := attributes.get(attribute))]

    def tags(self, *wanted: str) -> list[str]:
        return [tag for tag, _ in self.elements if tag in wanted]


def paragraphs_of(block: Block) -> list[Paragraph]:
    if isinstance(block, Table):
        return [paragraph for row in block.rows for cell in row for paragraph in cell]
    return [block] if isinstance(block, Paragraph) else []


def _words(block: Block, paper: Paper) -> Iterator[str]:
    yield from (paragraph.label + _chars(paragraph.inlines) for paragraph in paragraphs_of(block))
    if isinstance(block, Contents):
        yield block.heading
        yield from (entry.label + entry.words for entry in headings(paper))


def _chars(inlines: tuple[Inline, ...]) -> str:
    return "".join(inline.chars for inline in inlines if not isinstance(inline, NoteMark))
