"""The state of one document while it is set: what numbers, bookmarks and notes have been given out so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from instrument.formats.docx.parts.carriers import bookmark
from instrument.formats.docx.writing.dress import Dress, style_name
from instrument.paper import Block, Paper, Paragraph, Style, Table
from instrument.papers.contents import level, ranks


@dataclass(slots=True)
class Galley:
    """One paper in its dress, and the numbers given out.

    `names` are the bookmarks of all targets that stand in the paper; those in `unset` still wait for their paragraph.
    `ranks` are the styles of headings that it has, `noted` the paper's notes by the order of their marks, `said` what
    its comments say; `tongues` are the same galley for paragraphs of other languages, `marked_in` the one that each
    note's mark was set on.
    """

    paper: Paper
    dress: Dress
    names: dict[str, str]
    unset: set[str]
    ranks: tuple[Style, ...]
    holders: list[tuple[str, str]] = field(default_factory=list)
    noted: list[int] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    ids: Iterator[int] = field(default_factory=lambda: count(1))
    controls: Iterator[int] = field(default_factory=lambda: count(1))
    headings: Iterator[int] = field(default_factory=lambda: count(1))
    tongues: dict[str, Galley] = field(default_factory=dict)
    marked_in: dict[int, Galley] = field(default_factory=dict)

    @classmethod
    def of(cls, paper: Paper, dress: Dress) -> Galley:
        names = {target: bookmark(target) for target in _targets(paper.blocks)}
        return cls(paper, dress, names, set(names), ranks(paper))

    def speaking(self, language: str) -> Galley:
        """The same document while a paragraph of another language is set."""
        if not language or language == self.paper.language:
            return self
        if language not in self.tongues:
            self.tongues[language] = replace(self, dress=self.dress.speaking(language))
        return self.tongues[language]

    def style(self, given: Paragraph) -> str:
        """The name of a paragraph's style: a heading's follows its level in this paper."""
        return f"heading {level(given, self.ranks) + 1}" if given.style in self.ranks else style_name(given)

    def marked(self, names: Iterable[str], content: str) -> str:
        """The content between the start and the end of each bookmark."""
        start = end = ""
        for name in names:
            id = next(self.ids)
            start += f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>'
            end += f'<w:bookmarkEnd w:id="{id}"/>'
        return start + content + end

    def claim(self, *targets: str) -> list[str]:
        """The bookmarks of those targets that stand here for the first time: a bookmark's name may occur once."""
        found = [target for target in dict.fromkeys(targets) if target in self.unset]
        self.unset.difference_update(found)
        return [self.names[target] for target in found]


def paragraphs(block: Block) -> Iterator[Paragraph]:
    """The paragraphs of a block in reading order."""
    if isinstance(block, Paragraph):
        yield block
    elif isinstance(block, Table):
        for row in block.rows:
            for cell in row:
                yield from cell


def _targets(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        for paragraph in paragraphs(block):
            yield from (target for target in (block_clause(block), paragraph.target) if target)


def block_clause(block: Block) -> str:
    """The id of the clause that a block belongs to, or ""."""
    return block.clause if isinstance(block, Paragraph | Table) else ""
