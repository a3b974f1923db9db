"""Differences made easy on the eye, and still true."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from instrument.comparison.runs import hunks
from instrument.comparison.tidy import tidy
from instrument.words import words
from tests.comparison.test_runs import apply


def shown(old: str, new: str) -> list[tuple[str, str]]:
    before, after = words(old), words(new)
    return [
        (" ".join(before[hunk.old_start : hunk.old_end]), " ".join(after[hunk.new_start : hunk.new_end]))
        for hunk in tidy(before, after, hunks(before, after))
    ]


KEPT = "Each State Party shall, in accordance with its national law, take every measure that is needed"


def test_function_words_between_two_changes_do_not_part_them() -> None:
    assert shown(f"{KEPT} for the clearance of mines.", f"{KEPT} for the destruction of all remnants.") == [
        ("clearance of mines", "destruction of all remnants")
    ]


def test_words_that_tell_part_two_changes() -> None:
    assert shown(f"{KEPT} to clear areas and destroy mines.", f"{KEPT} to mark areas and destroy remnants.") == [
        ("clear", "mark"),
        ("mines", "remnants"),
    ]


def test_shall_and_not_are_never_swallowed() -> None:
    assert shown(f"{KEPT} and States Parties shall report now.", f"{KEPT} and all of them shall inform him.") == [
        ("States Parties", "all of them"),
        ("report now", "inform him"),
    ]


def test_brackets_are_never_swallowed() -> None:
    assert shown(f"{KEPT} and report now [as soon as possible].", f"{KEPT} and inform all [without any delay].") == [
        ("report now", "inform all"),
        ("as soon as possible", "without any delay"),
    ]


def test_a_blank_in_brackets_is_never_swallowed() -> None:
    assert shown(f"{KEPT} and report now [...] to States.", f"{KEPT} and inform all [...] of them here.") == [
        ("report now", "inform all"),
        ("to States", "of them here"),
    ]


def test_a_rewritten_text_is_one_replacement() -> None:
    old = "The Parties shall meet once a year to review the operation of this Convention."
    new = "A Conference is convened by the Depositary whenever one third of States so request in writing."
    assert shown(old, new) == [(" ".join(words(old)[:-1]), " ".join(words(new)[:-1]))]


def test_a_text_of_which_little_was_kept_is_one_replacement() -> None:
    old = "alpha beta gamma delta Depositary epsilon zeta eta Convention theta"
    new = "one two three four Depositary five six seven Convention eight"
    assert shown(old, new) == [(old, new)]


TEXTS = st.lists(st.sampled_from(["the", "of", "shall", "mines", "clear", "[", "]", ",", "."]), max_size=30)


@given(TEXTS, TEXTS)
def test_tidied_hunks_still_lead_from_the_one_text_to_the_other(old: list[str], new: list[str]) -> None:
    exact = hunks(old, new)
    tidied = tidy(old, new, exact)
    assert apply(tidied, old, new) == new
    assert all(one.old_end < two.old_start and one.new_end < two.new_start for one, two in pairwise(tidied))
    assert all(any(t.old_start <= h.old_start and h.old_end <= t.old_end for t in tidied) for h in exact)
