"""What instructions do to brackets and who holds them, to numbers, footnotes, cells and titles."""

from __future__ import annotations

import pytest

from instrument.formats import clause as clause_format
from instrument.instructions import Amended, Status, amend
from instrument.model import Cell, Clause, Instrument, Kind, Provision, text

USE = """
## Article 1 — Use

1. States [shall]{by="Delegation A"} act [soon]{by="Delegation B"}.
[2. States may help.]{by="Delegation C"}
3. States shall report:
  (a) Now;
  (b) Later;
  (c) Always.
4. States shall meet. They shall decide.
5. States shall pay.[^1]

[^1]: As far as they can.
"""
BASE = Instrument((clause_format.read(f"{USE.strip()}\n", "use.clause", "use").value.clause,))


def after(instructions: str, base: Instrument = BASE) -> str:
    """The first article once instructions are carried out, all of them, as a `.clause` file has it."""
    amended = amend(base, instructions)
    assert all(outcome.status in (Status.APPLIED, Status.CHECK) for outcome in amended.outcomes), amended.outcomes
    return clause_format.write(amended.instrument.clauses[0])


def refused(instructions: str, base: Instrument = BASE) -> str:
    (outcome,) = amend(base, instructions).outcomes
    assert outcome.status is Status.REFUSED
    return outcome.problems[0].message


def test_words_that_go_with_their_bracket_take_along_who_holds_it() -> None:
    assert "1. States act [soon]{by" in after("In article 1, paragraph 1, delete “[shall]”.")


def test_words_after_a_bracket_stand_behind_those_who_hold_it() -> None:
    assert '[shall]{by="Delegation A"} always act' in after("In article 1, after “[shall]”, insert “always”.")


def test_a_comma_in_a_bracket_follows_on_without_a_space() -> None:
    assert "may help[, and gladly].]" in after("In article 1, after “may help”, insert “[, and gladly]”.")


def test_a_bracket_before_a_number_stays_when_the_number_is_another() -> None:
    assert "\n[5. States may help.]{" in after("Renumber article 1, paragraph 2, as paragraph 5.")


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_number_and_the_brackets_around_it_may_change_together(order: tuple[int, int]) -> None:
    both = (
        "Delete the square brackets around article 1, paragraph 2.",
        "Renumber article 1, paragraph 2, as paragraph 6.",
    )
    assert "\n6. States may help.\n" in after("\n\n".join(both[index] for index in order))


def test_a_bracket_is_put_before_a_number_by_a_text_that_has_it() -> None:
    assert "\n[4. None.]\n" in after("Amend article 1, paragraph 4, to read: “[4. None.]”")


def test_the_first_items_of_a_paragraph_stand_below_it() -> None:
    read = after("At the end of article 1, paragraph 4, insert new subparagraphs reading:\n“(a) One;\n(b) Two.”")
    assert "decide.\n  (a) One;\n  (b) Two.\n" in read


def test_letters_count_through_as_numbers_do() -> None:
    read = after("Renumber article 1, paragraph 3 (a) to (c), as subparagraphs (b) to (d).")
    assert "  (b) Now;\n  (c) Later;\n  (d) Always.\n" in read


@pytest.mark.parametrize(
    ("place", "label"),
    [("before paragraph 3", "2 bis."), ("before paragraph 1", "1 pre."), ("after paragraph 5", "6.")],
)
def test_a_paragraph_without_a_number_gets_one_that_leaves_those_that_were_issued(place: str, label: str) -> None:
    changed = after(f"In article 1, {place}, insert the following paragraph: “States shall consult.”")
    assert f"\n{label} States shall consult." in changed


def test_a_bracket_before_a_number_stays_when_paragraphs_count_through() -> None:
    changed = after("In article 1, delete paragraph 1 and renumber the subsequent paragraphs accordingly.")
    assert '\n[1. States may help.]{by="Delegation C"}\n2. States shall report:\n  (a) Now;\n' in changed


def test_what_is_split_off_stands_before_a_bis_that_was_issued() -> None:
    base = after("In article 1, after paragraph 4, insert a new paragraph 4 bis: “They shall confer.”")
    text = Instrument((clause_format.read(base, "use.clause", "use").value.clause,))
    parted = after("In article 1, paragraph 4, split the paragraph after “shall meet.”", text)
    assert "\n4. States shall meet.\n4 bis pre. They shall decide.\n4 bis. They shall confer." in parted


def test_what_is_split_gets_the_numbers_that_are_given() -> None:
    read = after("Split article 1, paragraph 4, after “meet.” into paragraphs 6 and 7.")
    assert "6. States shall meet.\n7. They shall decide.\n" in read


def test_a_footnote_goes_although_the_words_with_its_mark_go_too() -> None:
    for words in ("Delete article 1, paragraph 5.", "Amend article 1, paragraph 5, to read: “5. None.”"):
        read = after(f"{words}\n\nDelete footnote 1 of article 1.")
        assert "[^1]" not in read


def test_no_words_run_from_one_cell_into_another() -> None:
    row = Provision(0, "", text("A", Cell(), "Stocks held", Cell(), "Article 7"))
    base = Instrument((Clause("form", Kind.ANNEX, "Annex I", provisions=(row,)),))
    assert "several cells" in refused("In annex I, replace “held Article” with “kept Article”.", base)
    assert amend(base, "In annex I, replace “held” with “kept”.").instrument.clauses[0].provisions[0].text == text(
        "A", Cell(), "Stocks kept", Cell(), "Article 7"
    )


def test_the_title_is_that_of_the_whole_text() -> None:
    title = Clause("title", Kind.TITLE, heading=text("Convention on mines"))
    base = Instrument((title, *BASE.clauses))
    for words in (
        "In the title, replace “mines” with “remnants”.",
        "Amend the title to read: “Convention on remnants”.",
    ):
        assert amend(base, words).instrument.clauses[0].heading == text("Convention on remnants")


def test_an_article_without_words_has_no_end_to_add_words_to() -> None:
    base = Instrument((Clause("use", label="Article 1"),))
    assert refused("At the end of article 1, add the words “and so on”.", base) == "article 1 has no words"
    amended: Amended = amend(base, "At the end of article 1, insert a new paragraph reading: “1. States shall act.”")
    assert [row.label for row in amended.instrument.clauses[0].provisions] == ["1."]


def test_a_final_formula_can_come_in() -> None:
    amended = amend(BASE, "After article 1, insert a new final formula reading: “Done at Geneva.”")
    assert [clause.kind for clause in amended.instrument] == [Kind.ARTICLE, Kind.FINAL]
