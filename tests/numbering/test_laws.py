"""The laws of the final numbering, on drafts of every shape and on the sample."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

import instrument
from instrument.changes import apply
from instrument.model import Instrument
from instrument.numbering import renumber
from tests import laws
from tests.corpus import TEXTS, needs_corpus, text
from tests.strategies import instruments, negotiated

CLAUSES = Path(__file__).parents[2] / "clauses"


@given(instruments())
def test_a_text_of_any_shape_is_left_alone_or_numbered_for_good(issued: Instrument) -> None:
    laws.a_final_numbering_is_final(issued)


@given(negotiated())
def test_what_was_negotiated_with_frozen_numbers_gets_those_that_run_on(both: tuple[Instrument, Instrument]) -> None:
    issued, final = both
    read = renumber(issued)
    assert read.errors == ()
    assert apply(read.value, issued) == final
    laws.a_final_numbering_is_final(issued)


@pytest.mark.parametrize("stage", ["first-draft", "second-draft", "final-draft", "final-draft.fr"])
def test_the_sample_obeys_them(stage: str) -> None:
    laws.a_final_numbering_is_final(instrument.open(CLAUSES).completed(stage))


@needs_corpus
@pytest.mark.parametrize("name", TEXTS)
def test_real_texts_obey_them(name: str) -> None:
    laws.a_final_numbering_is_final(text(name))
