"""Who holds a bracket, written and read."""

from __future__ import annotations

import pytest
from hypothesis import given

from instrument import holders
from instrument.model import Holders
from tests.strategies import HOLDERS


@given(HOLDERS)
def test_holders_are_read_as_they_were_written(held: Holders) -> None:
    written = holders.write(held)
    assert holders.read(written) == (held, len(written))
    assert holders.of(written) == held


def test_those_who_want_the_words_and_those_who_want_them_out_are_told_apart() -> None:
    held = Holders(by=("Delegation A",), base=True, against=("Delegation B", "Delegation C"), status="ad referendum")
    written = '{by="Delegation A" base not="Delegation B; Delegation C" status="ad referendum"}'
    assert (holders.write(held), holders.read(written)[0]) == (written, held)


@pytest.mark.parametrize("attributes", ["{by=}", '{by="A" by="B"}', "{base=1}", '{who="A"}', '{by="A', '{by="A;"}'])
def test_what_cannot_be_read_is_said_and_a_document_keeps_it_as_a_note(attributes: str) -> None:
    assert isinstance(holders.read(attributes)[0], str)
    assert holders.of(attributes) == Holders(note=attributes)
