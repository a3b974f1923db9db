"""What stands before the texts of a comparison: what they are, what differs in a word, and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from instrument.difference.weaving import Did, Piece
from instrument.model import Kind, plain
from instrument.paper import Block, Chars, Inline, Link, Paragraph, Revision, Style, Table
from instrument.papers.comparison.entries import Entry
from instrument.papers.comparison.phrases import Phrases
from instrument.papers.comparison.proof import CONSEQUENTIAL, DELETE, INSERT, Proof
from instrument.papers.comparison.sections import Section
from instrument.words import split

_CONTEXT = 10  # words, with the spaces between them, on either side of a change, so that it can be understood

Cells = tuple[tuple[Paragraph, ...], ...]


def front(title: str, summary: str, sections: Sequence[Section], proof: Proof, phrases: Phrases) -> Iterator[Block]:
    """Title, summary, legend, and the table of what changes in force and figures, if anything does."""
    yield Paragraph(Style.TITLE, (Chars(title),))
    yield Paragraph(Style.FORMULA, (Chars(summary),))
    if legend := tuple(_legend(sections, phrases)):
        yield Paragraph(Style.LEGEND, legend)
    if rows := tuple(_rows(sections, proof, phrases)):
        # Like a preamble, the table belongs to no part, whatever the parts of the text are.
        yield Paragraph(Style.ARTICLE, (Chars(phrases.weights),), target=":weights", kind=Kind.PREAMBLE.value)
        heads = (phrases.where, phrases.weight, phrases.old_words, phrases.new_words)
        head = tuple(_cell(Chars(words)) for words in heads)
        yield Table((head, *rows), header=1, widths=(4, 2, 7, 7))


def _legend(sections: Sequence[Section], phrases: Phrases) -> Iterator[Chars]:
    """Each mark that the page has, set as it says."""
    entries = [entry for section in sections for entry in section.entries]
    revisions = {chars.revision for entry in entries for chars in entry.words if chars.revision}
    weights = {revision.weight for revision in revisions}
    marked = revisions or any(entry.old_label != entry.new_label for entry in entries)
    found = [Chars(phrases.marks[kind], revision=Revision(kind)) for kind in (INSERT, DELETE)] if marked else []
    found += [
        Chars(words, revision=Revision(INSERT, weight=weight))
        for weight, words in phrases.marks.items()
        if weight in weights
    ]
    for place, chars in enumerate(found):
        yield Chars(phrases.listed if place else phrases.legend)
        yield chars
    if found:
        yield Chars(phrases.ended)


def _rows(sections: Sequence[Section], proof: Proof, phrases: Phrases) -> Iterator[Cells]:
    for section in sections:
        for entry in section.entries:
            weights = {weight for piece in entry.line.pieces for weight in _weights(piece)}
            if weights:
                kinds = phrases.listed.join(words for weight, words in phrases.kinds.items() if weight in weights)
                old, new = (tuple(_passages(entry, proof, without)) for without in (Did.INSERTED, Did.DELETED))
                yield _cell(Link(entry.side.name, section.id)), _cell(Chars(kinds)), _cell(*old), _cell(*new)


def _cell(*inlines: Inline) -> tuple[Paragraph, ...]:
    return (Paragraph(Style.PROVISION, inlines),)


def _weights(piece: Piece) -> frozenset[str]:
    return piece.weights - {CONSEQUENTIAL}


def _passages(entry: Entry, proof: Proof, without: Did) -> Iterator[Chars]:
    """The weighty words of a line as one of the texts has them, with a few words around each; gaps are shown."""
    gap, before = False, ""
    for chars in _quoted(entry, proof, without):
        if chars is None:
            gap = True
            continue
        if gap:
            yield Chars(f"{before}… ")
            chars = replace(chars, chars=chars.chars.lstrip())
        yield chars
        gap, before = False, " "
    if gap:
        yield Chars(" …")


def _quoted(entry: Entry, proof: Proof, without: Did) -> Iterator[Chars | None]:
    """What is quoted of a line in one of the texts; None stands for words in between."""
    pieces = entry.line.pieces
    shown = [False, *_shown(pieces), False]
    for place, piece in enumerate(pieces, start=1):
        near = shown[place - 1], shown[place + 1]
        if piece.did is without:
            continue
        if shown[place]:
            yield from proof.piece(piece, entry.line)
        elif piece.did in (Did.KEPT, Did.RESTYLED) and any(near):
            yield from _around("".join(chars.chars for chars in proof.piece(piece, entry.line)), *near)
        else:
            yield None


def _shown(pieces: Sequence[Piece]) -> Iterator[bool]:
    """Which pieces are quoted whole: the weighty ones, and what was changed a few words away, as the bracket before."""
    for place, piece in enumerate(pieces):
        by_few = (pieces[at] for at in (place - 2, place + 2) if 0 <= at < len(pieces) and _are_few(pieces, place, at))
        yield bool(_weights(piece)) or (piece.did is not Did.KEPT and any(map(_weights, by_few)))


def _are_few(pieces: Sequence[Piece], one: int, other: int) -> bool:
    between = pieces[(one + other) // 2]
    return between.did is Did.KEPT and len(split(plain(between.text))) <= _CONTEXT


def _around(words: str, head: bool, tail: bool) -> Iterator[Chars | None]:
    """The beginning of words, their end, or both."""
    pieces = split(words)
    if len(pieces) <= _CONTEXT * (head + tail) + 4:
        yield Chars(words)
        return
    if head:
        yield Chars("".join(pieces[:_CONTEXT]).rstrip())
    yield None
    if tail:
        yield Chars("".join(pieces[-_CONTEXT:]).lstrip())
