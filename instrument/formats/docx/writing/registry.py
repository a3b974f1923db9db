"""What a paper says of itself in the manifest."""

from __future__ import annotations

from collections.abc import Sequence

from instrument.formats.docx.parts.carriers import digest
from instrument.formats.docx.parts.manifest import Entry, Manifest
from instrument.formats.docx.writing.galley import block_clause, paragraphs
from instrument.formats.docx.writing.paragraphs import printed
from instrument.paper import Block, Paper, Paragraph, Style, Table

# What the page says of the text: never a provision, even inside a clause.
REMARKS = (Style.LEGEND, Style.NOTE)


def manifest(paper: Paper, holders: Sequence[tuple[str, str]]) -> Manifest:
    """What a paper, set with these holders, has to say of itself."""
    furniture = []
    for block in paper.blocks:
        clause = block_clause(block)
        if not clause or (isinstance(block, Paragraph) and block.style in REMARKS):
            furniture += [digest([printed(each)]) for each in paragraphs(block)]
    entries = tuple(_entry(id, blocks) for id, blocks in _clauses(paper).items())
    return Manifest(paper.language, entries, tuple(dict.fromkeys(furniture)), tuple(holders))


def digests(paper: Paper) -> dict[str, str]:
    """The digest of every clause as a paper prints it, which its manifest keeps."""
    return {id: _digest(blocks) for id, blocks in _clauses(paper).items()}


def _clauses(paper: Paper) -> dict[str, list[Block]]:
    """The blocks of each clause."""
    found: dict[str, list[Block]] = {}
    for block in paper.blocks:
        if clause := block_clause(block):
            found.setdefault(clause, []).append(block)
    return found


def _digest(blocks: list[Block]) -> str:
    return digest(printed(each) for block in blocks for each in paragraphs(block))


def _entry(id: str, blocks: list[Block]) -> Entry:
    found = [each for block in blocks for each in paragraphs(block)]
    kind = next((block.kind for block in blocks if isinstance(block, Paragraph | Table) and block.kind), "")
    anchors = dict.fromkeys(each.target for each in found if each.target and each.target != id)
    return Entry(id, kind, _digest(blocks), tuple(anchors))
