"""Merging: whoever looks for a proposal in a rolling text finds it, and finds nothing that nobody proposed."""

from hypothesis import given
from hypothesis import strategies as st

from instrument.difference.comparison import changes_of
from instrument.model import Instrument
from instrument.proposals.amendment import Amendment
from instrument.proposals.merging import merge
from tests import edits


@st.composite
def meetings(draw: st.DrawFn, how=edits.drafted) -> tuple[Instrument, list[Amendment], list[Instrument]]:
    base = draw(edits.instruments())
    wanted = [draw(how(base))[0] for _ in range(draw(st.integers(1, 4)))]
    amendments = [
        Amendment(changes_of(base, text), (f"Delegation {name}",), symbol=f"DC/{number}")
        for number, (text, name) in enumerate(zip(wanted, "ABCD", strict=False))
    ]
    return base, amendments, wanted


@given(meetings())
def test_a_rolling_text_resolved(meeting) -> None:
    base, amendments, wanted = meeting
    read = merge(base, amendments)
    if read.problems:
        return
    assert read.value.resolved(None) == base
    for number, text in enumerate(wanted):
        assert read.value.resolved(number) == text
