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


WHO = tuple(
    Provision(depth, label, text(words))
    for depth, label, words in (
        (0, "A.", "Who"), (1, "1.", "State"), (1, "2.", "Date"), (0, "B.", "What"), (1, "2.", "Place"),
    )
)  # fmt: skip


def one(words: str) -> tuple[Provision, ...]:
    return (Provision(0, "1.", text(words)),)


PARTS = Instrument(
    (
        Clause("general", Kind.PART, "PART I", text("General")),
        Clause("scope", Kind.SECTION, "Section A", text("Scope"), one("All mines.")),
        Clause("duty", label="Article 1", provisions=one("States shall act.")),
        Clause("special", Kind.PART, "PART II", text("Special")),
        Clause("means", Kind.SECTION, "Section A", text("Means"), one("All means.")),
        Clause("aid", label="Article 2", provisions=one("States shall aid.")),
        Clause("form", Kind.ANNEX, "Annex I", text("Form"), WHO),
    )
)


def ids(instructions: str) -> list[str]:
    return [clause.id for clause in amend(PARTS, instructions).instrument]


@pytest.mark.parametrize(
    ("named", "where"),
    [
        ("part II, section A, paragraph 1", "part II, section A, paragraph 1"),
        ("paragraph 1 of section A of part I", "part I, section A, paragraph 1"),
        ("annex I, section A, paragraph 2", "annex I, subparagraph A 2"),
        ("annex I, part B, paragraph 2", "annex I, subparagraph B 2"),
        ("part II, article 2, paragraph 1", "article 2, paragraph 1"),
    ],
)
def test_a_provision_is_found_in_what_it_stands_in(named: str, where: str) -> None:
    assert amend(PARTS, f"Delete {named}.").outcomes[0].places == (where,)


def test_a_heading_in_a_heading_says_where() -> None:
    amended = amend(PARTS, "Part II\nSection A\nDelete paragraph 1.\n\nArticle 2\nReplace “aid” with “help”.")
    assert [each.places for each in amended.outcomes] == [
        ("part II, section A, paragraph 1",),
        ("article 2, paragraph 1",),
    ]


def test_what_several_parts_have_is_refused_with_each_of_them() -> None:
    (outcome,) = amend(PARTS, "Delete section A, paragraph 1.").outcomes
    assert outcome.problems[0].hint == "the text has part I, section A; part II, section A"
    assert refused("Delete part I, article 2.", PARTS) == "there is no article 2 in part I"
    assert refused("Delete annex I, section C.", PARTS) == "there is no label C in annex I"


def test_a_part_goes_with_what_stands_under_it_and_that_is_said() -> None:
    amended = amend(PARTS, "Delete part II.")
    assert ids("Delete part II.") == ["general", "scope", "duty", "form"]
    assert amended.problems[0].message == "what stands under it goes with it: part II, section A; article 2"
    assert ids("Move part I after part II.") == ["special", "means", "aid", "general", "scope", "duty", "form"]
    assert refused("Amend part II to read: “PART II – Other”.", PARTS) == "part II has others under it"


@pytest.mark.parametrize(
    "asked",
    [
        "add a footnote to the word “shall” reading “Or may.”",
        "after the word “shall”, insert a new footnote reading: “Or may.”",
        "insert a new footnote 2 after “shall”: “Or may.”",
    ],
)
def test_a_footnote_comes_in_at_a_word(asked: str) -> None:
    read = after(f"In article 1, paragraph 5, {asked}")
    assert "5. States shall[^2] pay.[^1]" in read and "[^2]: Or may.\n" in read


def test_footnotes_that_come_in_together_have_each_a_number() -> None:
    read = after(
        "In article 1, paragraph 4, add a footnote at the end: “Soon.”\n\n"
        "In article 1, paragraph 2, add a footnote to the word “help” reading “Or aid.”"
    )
    assert "decide.[^2]" in read and "help[^3]" in read and "[^3]: Or aid." in read


def test_a_footnote_has_words_changed_and_is_replaced_and_deleted() -> None:
    assert "[^1]: As far as they wish." in after("In footnote 1 of article 1, replace “can” with “wish”.")
    assert "[^1]: Always." in after("Amend the footnote to article 1, paragraph 5, to read: “Always.”")
    read = after("Remove footnote 1 from article 1.")
    assert "[^1]" not in read and "5. States shall pay.\n" in read


def test_a_footnote_that_a_paragraph_does_not_have_is_refused() -> None:
    assert refused("Delete the footnote to article 1, paragraph 4.") == "there is no footnote in article 1, paragraph 4"


def test_a_sentence_goes_with_its_footnote_and_not_to_another_article() -> None:
    read = after("In article 1, move the first sentence of paragraph 5 to the beginning of paragraph 4.")
    assert "4. States shall pay.[^1] States shall meet." in read and "\n5.\n" in read
    moved = after("In article 1, move “They shall decide.” before “States” in paragraph 4.")
    assert "4. They shall decide. States shall meet.\n" in moved


def test_words_are_deleted_in_each_of_the_paragraphs_that_are_named() -> None:
    read = after("In article 1, delete “States” in paragraphs 2 and 5.")
    assert "[2. may help.]" in read and "5. shall pay.[^1]" in read


def test_the_mark_of_a_footnote_that_is_left_behind_is_reported() -> None:
    amended = amend(BASE, "In article 1, paragraph 5, delete the first sentence.")
    assert "the mark of footnote 1 behind the words is left" in [each.message for each in amended.problems]


def test_a_paragraph_is_not_moved_twice_nor_moved_and_deleted() -> None:
    move = "Move article 1, paragraph 4, after paragraph 1."
    for other in ("Move article 1, paragraph 4, after paragraph 2.", "Delete article 1, paragraph 4."):
        for both in (f"{move}\n\n{other}", f"{other}\n\n{move}"):
            assert [each.status for each in amend(BASE, both).outcomes] == [Status.APPLIED, Status.REFUSED]


@pytest.mark.parametrize(
    "asked", ["In article 1, paragraph 4, replace “meet” with “act”.", "Delete article 1, paragraph 4 bis."]
)
def test_nothing_is_done_in_an_article_that_goes(asked: str) -> None:
    for both in (f"Delete article 1.\n\n{asked}", f"{asked}\n\nDelete article 1."):
        outcomes = amend(BASE, both).outcomes
        assert Status.REFUSED in [each.status for each in outcomes]


def test_what_is_moved_out_of_an_article_that_goes_stays() -> None:
    base = Instrument(
        (*BASE.clauses, Clause("aid", label="Article 2", provisions=(Provision(0, "1.", text("None.")),)))
    )
    amended = amend(base, "Move article 1, paragraph 4, to the end of article 2.\n\nDelete article 1.")
    assert [[row.label for row in clause.provisions] for clause in amended.instrument] == [["1.", "4."]]


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("Move article 1, paragraph 3 (c), after paragraph 4.", "another level"),
        ("Move article 1, paragraph 3, after paragraph 3 (a).", "inside itself"),
        ("Article 1, paragraph 3 is moved after paragraph 5 and shall read “3. None.”", "not as many paragraphs"),
        ("Delete article 1, paragraph 3 through paragraph 5.", "“to”"),
        ("Article 1, paragraph 4 is renumbered as paragraph 6 and amended to read: “7. None.”", "“7.”"),
    ],
)
def test_what_cannot_be_done_has_a_true_reason(asked: str, why: str) -> None:
    assert why in refused(asked)


def test_what_is_renumbered_and_amended_is_that_paragraph_and_no_other() -> None:
    for words in ("None.", "6. None."):
        read = after(f"Article 1, paragraph 4 is renumbered as paragraph 6 and amended to read: “{words}”")
        assert "6. None." in read and "5. States shall pay." in read


def test_new_words_after_what_was_deleted_are_refused() -> None:
    amended = amend(BASE, "In article 1, delete paragraph 4. It shall read “None.”")
    assert [each.status for each in amended.outcomes] == [Status.APPLIED, Status.REFUSED]


def test_brackets_that_would_cross_others_are_refused() -> None:
    assert "would cross" in refused("Place “[shall] act [soon” in article 1, paragraph 1, in square brackets.")


def test_brackets_that_are_no_pair_are_not_lifted() -> None:
    assert "no square brackets" in refused("In article 1, delete the square brackets around “[shall] act [soon]”.")
    assert "1. States shall act [soon]{" in after(
        "In article 1, paragraph 1, delete the square brackets around “shall”."
    )


def test_the_outermost_brackets_of_a_paragraph_are_lifted() -> None:
    lifted = after("Delete the square brackets around article 1, paragraph 2.")
    assert "\n2. States may help.\n" in lifted
    assert refused("Delete the square brackets around article 1, paragraph 1.").endswith(
        "has 2 pairs of square brackets"
    )


def test_brackets_stand_outside_those_who_hold_what_is_inside() -> None:
    read = after("Place article 1, paragraph 1, in square brackets.")
    assert '[1. States [shall]{by="Delegation A"} act [soon]{by="Delegation B"}.]' in read
    assert '[[shall]{by="Delegation A"}]' in after("In article 1, place “[shall]” in square brackets.")


def test_the_same_footnote_twice_is_one() -> None:
    asked = "In article 1, paragraph 2, add a footnote to the word “help” reading “Or aid.”"
    read = amend(BASE, f"{asked}\n\n{asked}")
    assert [each.status for each in read.outcomes] == [Status.APPLIED, Status.CHECK]
    assert read.problems[0].message == "line 1 does the same already"
    two = after(f"{asked}\n\n{asked.replace('Or aid', 'Or not')}")
    assert "help[^2][^3]." in two and "[^2]: Or aid.\n" in two and "[^3]: Or not.\n" in two
