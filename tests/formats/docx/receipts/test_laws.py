"""Whatever a paper tracks, the file made of it is proven; and no change of a word goes unseen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from instrument.formats.docx import write
from instrument.formats.docx.publishing.scrub import scrub
from instrument.formats.docx.receipts.proving import prove
from instrument.formats.docx.receipts.sealing import seal
from instrument.formats.docx.receipts.verifying import verify
from instrument.paper import Block, Chars, Inline, Paper, Paragraph, Table
from instrument.problem import CannotWrite
from tests.formats.docx.papers import papers
from tests.formats.docx.receipts.samples import whole
from tests.formats.docx.receipts.test_proving import repacked


def done(paper: Paper, kept: str) -> Paper:
    """A paper whose insertions, or deletions, are its words, and whose other changes are gone."""

    def inlines(given: Iterable[Inline]) -> tuple[Inline, ...]:
        return tuple(
            replace(each, revision=None) if each.revision is None or each.revision.kind == kept else Chars("")
            for each in given
        )

    def block(given: Block) -> Block:
        if isinstance(given, Paragraph):
            return replace(given, inlines=inlines(given.inlines))
        if isinstance(given, Table):
            rows = (tuple(tuple(map(block, cell)) for cell in row) for row in given.rows)
            return replace(given, rows=tuple(rows))
        return given

    return replace(paper, blocks=tuple(map(block, paper.blocks)), notes=tuple(map(inlines, paper.notes)))


@settings(max_examples=60, deadline=None)
@given(papers())
def test_any_paper_with_tracked_changes_is_proven_and_still_is_when_scrubbed(paper: Paper) -> None:
    tracked, base, result = (write(each) for each in (paper, done(paper, "delete"), done(paper, "insert")))
    sealed = seal(tracked, prove(tracked, base, result))
    assert verify(sealed, "redline.docx").is_proven
    assert verify(scrub(sealed).value, "redline.docx").is_proven


WORDS = ["Article 1", "No State", "ever ", "use ", "them", "mines", "A new", "One", "Moved", "Stays", "box.", "small "]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(WORDS), st.sampled_from("abc \u00a0[]A"), st.integers(0, 20), st.booleans())
def test_no_letter_can_be_changed_unseen(words: str, letter: str, place: int, put_in: bool) -> None:
    place %= len(words)
    changed = words[:place] + letter + words[place if put_in else place + 1 :]
    assume(changed != words)
    base, result = whole("base"), whole("result")
    with pytest.raises(CannotWrite):
        prove(repacked(whole("tracked"), "word/document.xml", words.encode(), changed.encode()), base, result)
