"""The headings as a table of contents lists them."""

from __future__ import annotations

from instrument.model import Clause, Footnote, Holders, Instrument, Kind, Note, text
from instrument.papers.contents import Entry, headings
from instrument.papers.draft import draft


def listed(*clauses: Clause) -> list[Entry]:
    return list(headings(draft(Instrument(clauses)).value))


def test_articles_stand_below_their_part() -> None:
    found = listed(
        Clause("preamble", Kind.PREAMBLE, heading=text("Preamble")),
        Clause("general", Kind.PART, "PART I", text("General")),
        Clause("use", Kind.ARTICLE, "Article 1", text("Use")),
        Clause("form", Kind.ANNEX, "Annex I", text("Form")),
    )
    assert [(entry.level, entry.label, entry.words, entry.target) for entry in found] == [
        (0, "", "Preamble", "preamble"),
        (0, "PART I", "General", "general"),
        (1, "Article 1", "Use", "use"),
        (0, "Annex I", "Form", "form"),
    ]


def test_without_parts_articles_stand_at_the_top() -> None:
    assert listed(Clause("use", Kind.ARTICLE, "Article 1", text("Use")))[0].level == 0


def test_an_entry_names_no_holders_and_carries_no_note_mark() -> None:
    heading = text("[Use]", Holders(by=("Delegation A",)), Note("x"))
    assert (
        listed(Clause("use", Kind.ARTICLE, "Article 1", heading, notes=(Footnote("x", text("y")),)))[0].words == "[Use]"
    )
