"""A merge clause by clause is the merge of the whole text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from instrument.difference.comparison import changes_of
from instrument.model import Clause, Instrument, Provision, text
from instrument.proposals.amendment import Amendment
from instrument.proposals.merging import merge
from instrument.proposals.merging.ground import Position, lay_out
from instrument.proposals.merging.hunks import Hunk, hunks
from instrument.proposals.merging.parting import Sheet, apart, borders, meet, print_sheet, sheets
from instrument.proposals.merging.printing import Printer, Signature
from instrument.proposals.merging.regions import Meeting
from tests import edits

Texts = tuple[Instrument, list[Instrument]]


@st.composite
def wishes(draw: st.DrawFn) -> Texts:
    """A text, and what several want of it: words, paragraphs and articles that come, go and change their places."""
    base = draw(edits.instruments())
    return base, [draw(edits.edited(base))[0] for _ in range(draw(st.integers(1, 4)))]


@given(wishes())
def test_parts_together_are_the_whole(wished: Texts) -> None:
    base, texts = wished
    meeting = Meeting(lay_out(base))
    own = [hunks(changes_of(base, each), meeting.ground) for each in texts]
    met = [meet(part) for part in apart(meeting, own)]
    regions, crowded = meet((meeting, dict(enumerate(own))))
    assert tuple(region for found, _ in met for region in found) == regions
    assert {unit: who for _, found in met for unit, who in found.items()} == crowded
    printer = Printer(meeting, {who: Signature((f"Delegation {who}",), "") for who in range(len(texts))})
    whole = print_sheet(Sheet(printer, regions, Position(0), Position(len(base))))
    assert [clause for sheet in sheets(printer, regions) for clause in print_sheet(sheet)] == list(whole)


def test_what_reaches_into_the_next_article_is_not_parted_from_it() -> None:
    one, both = Hunk(Position(1, 1, 3), Position(1, 1, 9)), Hunk(Position(1, 2), Position(3))
    after = Hunk(Position(3), Position(3), ())
    assert borders([one, both, after, Hunk(Position(2, 1, 1), Position(2, 1, 4))]) == [1, 3]


def test_what_is_put_behind_the_last_article_is_printed_there() -> None:
    first, last = (Clause(id, label=label, provisions=(Provision(0, "1.", text("Never.")),)) for id, label in
                   (("use", "Article 1"), ("aid", "Article 2")))  # fmt: skip
    base = Instrument((first,))
    wanted = Amendment(changes_of(base, Instrument((first, last))), ("Delegation A",))
    assert [clause.label for clause in merge(base, [wanted]).value.text] == ["Article 1", "[Article 2"]
