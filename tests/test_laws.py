"""The laws under Hypothesis."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from instrument.model import Clause, Instrument
from tests import laws, strategies


@given(st.text())
@example("ال\u0640أَطراف [应当] «\u00a0État\u00a0» re-export 1.5\r\n\u2028")
def test_splitting_a_text_into_words_loses_nothing(text: str) -> None:
    laws.words_are_lossless(text)


@given(strategies.clauses())
def test_a_clause_is_read_back_as_it_was_written(clause: Clause) -> None:
    laws.a_clause_survives_its_file(clause)


@given(strategies.instruments())
def test_an_instrument_in_one_file_is_read_back_as_it_was_written(instrument: Instrument) -> None:
    laws.an_instrument_survives_its_file(instrument)
