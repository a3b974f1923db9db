"""Real treaties and drafts, from their printed words to the pages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from instrument.formats import html, markdown, printed, text
from instrument.papers.draft import draft
from tests.papers.reading import Page, is_in_order, markdown_words, words_of

CORPUS = Path(os.environ.get("INSTRUMENT_CORPUS") or Path(__file__).parents[2] / "../shared/corpus")
TEXTS = (
    "treaties/ccm-2008.en.txt",
    "drafts/paris-agreement/2015-10-23.md",
    "drafts/paris-convention/1911.fr.txt",
    *(f"multilingual/bbnj-2023/{language}.txt" for language in ("en", "fr", "es", "ru", "ar", "zh")),
)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real texts is not beside this checkout")
@pytest.mark.parametrize("name", TEXTS)
def test_a_real_text_loses_no_word_on_any_page(name: str) -> None:
    read = draft(printed.read((CORPUS / name).read_bytes(), name).value)
    words = words_of(read.value)
    assert read.problems == ()
    assert len(words) > 10_000
    assert is_in_order(words, text.write(read.value).decode())
    assert is_in_order(words, markdown_words(markdown.write(read.value)))
    assert is_in_order(words, Page(html.write(read.value)).words)


def test_the_comparison_sees_a_lost_word_and_an_exchanged_one() -> None:
    assert is_in_order("shallnot", "shall ¹ not")
    assert not is_in_order("shallnot", "shall")
    assert not is_in_order("shallnot", "not shall")
