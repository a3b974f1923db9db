"""The paragraph that a lawyer can quote: every count is right, nothing is left out, nothing said twice."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from instrument.difference.comparison import diff
from instrument.difference.counting import count
from instrument.difference.summary import summarize
from instrument.difference.view import Fate
from instrument.model import Instrument
from tests import edits
from tests.difference.texts import compared, instrument

USE = """
use
## Article 1 — Use

1. No State shall use them in the areas under its control.
2. Each State shall report on its work within five years.
3. Each State shall mark the places that are dangerous.
"""
AID = """
aid
## Article 2 — Aid

1. Each State in a position to do so shall help other States.
2. States shall work together in good faith.
"""


def said(old: str | tuple[str, ...], new: str | tuple[str, ...]) -> str:
    return summarize(compared(old, new))


def test_texts_that_are_the_same_are_said_to_be() -> None:
    assert said(USE, USE) == "The texts are identical."


def test_one_is_singular_and_more_are_plural() -> None:
    one = USE.replace(" in the areas under its control", "")
    assert said(USE, one) == "1 deletion in article 1; nothing else."
    assert said(one, USE) == "1 insertion in article 1; nothing else."
    two = one.replace(" that are dangerous", "")
    assert said((USE, AID), (two, AID)) == "2 deletions in article 1; nothing else."


def test_kinds_and_places_are_named_together() -> None:
    use = USE.replace("No State", "No State Party").replace(" in the areas under its control", "")
    aid = AID.replace("good faith", "a spirit of trust")
    assert said((USE, AID), (use, aid)) == (
        "1 insertion, 1 deletion and 1 replacement in articles 1 and 2; nothing else."
    )


def test_force_and_figures_are_counted_apart() -> None:
    new = USE.replace("shall report", "should report").replace("five", "ten")
    assert said(USE, new) == (
        "2 replacements in article 1, among them 1 of normative force and 1 of figures; nothing else."
    )
    assert said(USE, USE.replace("five", "ten")) == "1 replacement in article 1, of figures; nothing else."


def test_what_was_deleted_is_named_as_in_the_old_text() -> None:
    new = USE.replace("2. Each State shall report on its work within five years.\n", "").replace("3.", "2.")
    assert said(USE, new) == (
        "Article 1, paragraph 2 of the old text is deleted; 1 provision is only renumbered; nothing else."
    )


def test_clauses_that_came_and_went_are_named_once() -> None:
    assert said(USE, (USE, AID)) == "Article 2 is new; nothing else."
    assert said((USE, AID), USE) == "Article 2 of the old text is deleted; nothing else."


def test_a_clause_that_only_has_another_number_is_renumbered() -> None:
    assert (
        said(USE, USE.replace("Article 1", "Article 4")) == "Article 4 is renumbered, formerly article 1; nothing else."
    )


def test_a_number_in_another_form_is_the_same_number() -> None:
    assert (
        said(USE, USE.replace("Article 1", "Article premier"))
        == "The designation of article premier is printed in another form; nothing else."
    )


def test_a_move_is_said_with_both_places() -> None:
    use = USE.replace("3. Each State shall mark the places that are dangerous.\n", "")
    aid = AID + "3. Each State shall mark the places that are dangerous.\n"
    assert said((USE, AID), (use, aid)) == (
        "Article 1, paragraph 3 of the old text is moved to article 2, paragraph 3; nothing else."
    )


def test_what_stands_under_a_new_provision_goes_without_saying() -> None:
    new = USE + "4. It shall, in such places:\n  (a) put up signs;\n  (b) warn the people who live there.\n"
    assert said(USE, new) == "Article 1, paragraph 4 is new; nothing else."


def test_many_are_counted_with_their_articles() -> None:
    subjects = ("birds and nests", "rivers and the sea", "roads through the hills", "bread and its price")
    new = USE + "".join(f"{number}. A line on {subject}.\n" for number, subject in enumerate(subjects, 4))
    assert said(USE, new) == "4 provisions are new, in article 1; nothing else."


def test_emphasis_alone_is_said_to_be_emphasis() -> None:
    assert said(USE, USE.replace("five", "*five*")) == "1 passage differs in emphasis only; nothing else."


def test_ids_and_anchors_alone_are_no_difference_to_a_reader() -> None:
    assert said(USE, USE.replace("five years.", "five years. {#deadline}")) == (
        "The texts read alike; they differ in ids and anchors, which are not printed, and in nothing else."
    )


def test_clauses_are_named_in_the_language_of_the_text() -> None:
    old, new = (instrument(f"use\n## Article 1 — Emploi\n\n1. {words}\n", language="fr") for words in
                ("Jamais en temps de guerre.", "Jamais en temps de paix."))  # fmt: skip
    assert summarize(diff(old, new)) == "1 replacement in article 1; nothing else."


@given(st.data())
def test_a_summary_says_something_of_every_difference_and_counts_agree(data: st.DataObject) -> None:
    base = data.draw(edits.instruments())
    result, _ = data.draw(edits.edited(base))
    result = replace(result, language=base.language) if isinstance(result, Instrument) else result
    comparison = diff(base, result)
    summary, counts = summarize(comparison), count(comparison)
    assert not summary.startswith("Nothing else")
    assert summary.endswith(".")
    assert ("nothing else" in summary) == any(chapter.fate is not Fate.SAME for chapter in comparison.chapters) or (
        "read alike" in summary
    )
    lines = [line for chapter in comparison.chapters for line in chapter.lines if line.fate is not Fate.SAME]
    total = counts.total
    told = total.inserted + total.deleted + total.changed + total.moved + total.left + total.renumbered
    assert told == len(lines) == len(list(comparison))
    assert all(str(line) for line in comparison)
