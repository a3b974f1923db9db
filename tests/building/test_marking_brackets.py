"""Brackets that delegations put into a text: what a document says of its brackets is nobody's change."""

from __future__ import annotations

import pytest

import instrument
from instrument.building.marking import Amendment, mark
from instrument.formats import docx
from instrument.formats.docx.walking.view import View
from instrument.model import Clause, Instrument, Provision, text
from tests.building.test_marking_foreign import A, B, alone, marked, reworded
from tests.formats.docx import raw
from tests.formats.docx.redlines import lines

LEGEND = "Text in square brackets has not been agreed."
WORDS = ("1.\tFunds shall pay.", "2.\tAll may pay.", "3.\tNone may leave.")


def of_ours(*words: str) -> Instrument:
    return Instrument((Clause("pay", provisions=tuple(Provision(0, "", text(each)) for each in words)),), language="en")


def amendment(base: Instrument, letter: str, *words: str) -> Amendment:
    return Amendment(instrument.diff(base, of_ours(*words)).changes, (f"Delegation {letter}",), "2026-03-10")


def test_two_delegations_put_the_first_brackets_into_a_document_that_others_wrote() -> None:
    paragraphs = (raw.paragraph(raw.run(words)) for words in WORDS)
    issued = raw.document(raw.paragraph(raw.run("Article 1"), style="Heading1"), *paragraphs)
    data, *_ = marked(issued, A=reworded("shall", "[shall][should]"), B=reworded("leave", "[leave]"))
    assert alone(data, A)[1:] == ["1.\tFunds [shall][should] pay.", *WORDS[1:]]
    assert alone(data, B)[1:] == [*WORDS[:2], "3.\tNone may [leave]."]


@pytest.mark.parametrize(("before", "explained"), [("Funds shall pay.", []), ("Funds [shall] pay.", [LEGEND])])
def test_a_document_of_ours_explains_its_brackets_if_it_has_any_when_it_is_issued(
    before: str, explained: list[str]
) -> None:
    base = of_ours(before, "All may pay.")
    given = [
        amendment(base, "A", before.replace("Funds", "[All] funds"), "All may pay."),
        amendment(base, "B", before, "All [may] pay."),
    ]
    data = mark(base, base, given).value.data
    for view in (View.ACCEPTED, View.REJECTED):
        assert [line.words for line in lines(data, view) if LEGEND in line.words] == explained
    assert {hand.author for hand in docx.tracked(data, "").hands} == {A, B}
