"""A proposal on a text that has moved on: what becomes of each of its changes, and what became of it later."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from instrument.changes import apply
from instrument.difference.comparison import changes_of
from instrument.model import Clause, Instrument, Provision, plain, text
from instrument.problem import Misuse
from instrument.proposals.disposition import Reflected, dispose
from instrument.proposals.proposal import Proposal, receive
from instrument.proposals.rebasing import Fate, Rebase, rebase
from tests import edits


def draft(*paragraphs: str) -> Instrument:
    rows = tuple(Provision(0, f"{n}.", text(words)) for n, words in enumerate(paragraphs, 1))
    return Instrument((Clause("clearance", label="Article 4", provisions=rows),))


BASE = draft("States shall clear mines as soon as possible.", "States shall report.")


def rebased(wanted: Instrument, later: Instrument) -> Rebase:
    return rebase(changes_of(BASE, wanted), BASE, changes_of(BASE, later))


def fates(wanted: Instrument, later: Instrument) -> list[Fate]:
    return [each.fate for each in rebased(wanted, later).rebased]


YEARLY = draft("States shall clear mines as soon as possible.", "States shall report yearly.")


def test_what_nobody_else_touched_is_carried() -> None:
    later = draft("States shall clear all mines as soon as possible.", "States shall report.")
    found = rebased(YEARLY, later)
    assert [each.fate for each in found.rebased] == [Fate.CARRIED]
    read = apply(found.changes, later)
    assert plain(read.clauses[0].provisions[1].text) == "States shall report yearly."


def test_a_paragraph_that_has_another_number_now_is_followed_and_that_is_said() -> None:
    later = draft("States shall clear mines as soon as possible.", "States shall mark them.", "States shall report.")
    found = rebased(YEARLY, later).rebased
    assert [(each.fate, each.where, each.there) for each in found] == [
        (Fate.SHIFTED, "article 4, paragraph 2", "article 4, paragraph 3")
    ]


def test_what_the_later_text_says_already_is_there() -> None:
    assert fates(YEARLY, YEARLY) == [Fate.SATISFIED]


def test_the_same_words_changed_otherwise_are_a_conflict_with_both_passages() -> None:
    wanted = draft("States shall clear mines within ten years.", "States shall report.")
    later = draft("States shall clear mines without delay.", "States shall report.")
    (found,) = rebased(wanted, later).rebased
    assert found.fate is Fate.CONFLICT
    assert found.wanted == "States shall clear mines within ten years."
    assert found.now == "States shall clear mines without delay."


def test_a_change_in_a_paragraph_that_is_gone_is_orphaned() -> None:
    assert fates(YEARLY, draft("States shall clear mines as soon as possible.")) == [Fate.ORPHANED]


def test_words_that_were_moved_in_their_sentence_are_found_by_likeness_and_that_is_said() -> None:
    base = draft("States shall quickly clear all mines in their own territory.")
    wanted = draft("States shall gradually clear all mines in their own territory.")
    later = draft("States shall clear all mines in their own territory quickly and well.")
    found = rebase(changes_of(base, wanted), base, changes_of(base, later))
    assert [each.fate for each in found.rebased] == [Fate.LIKE]
    read = apply(found.changes, later)
    assert plain(read.clauses[0].provisions[0].text).endswith("in their own territory gradually and well.")


def test_a_proposal_against_another_text_is_refused() -> None:
    with pytest.raises(Misuse, match="must both be against the base"):
        rebase(changes_of(YEARLY, BASE), BASE, changes_of(BASE, YEARLY))


def pairs(base: Instrument) -> st.SearchStrategy[tuple[Instrument, Instrument, Instrument]]:
    return st.tuples(st.just(base), edits.edited(base).map(first), edits.edited(base).map(first))


def first(found: tuple[Instrument, object]) -> Instrument:
    return found[0]


@settings(max_examples=25)
@given(edits.instruments().flatmap(pairs))
def test_every_change_of_a_proposal_is_told_and_what_is_carried_applies(
    texts: tuple[Instrument, Instrument, Instrument],
) -> None:
    base, wanted, later = texts
    changes = changes_of(base, wanted)
    found = rebase(changes, base, changes_of(base, later))
    assert [each.item for each in found.rebased] == list(changes.items)
    apply(found.changes, later)


@settings(max_examples=25)
@given(edits.instruments().flatmap(pairs))
def test_on_the_text_itself_a_proposal_stays_what_it_is(texts: tuple[Instrument, Instrument, Instrument]) -> None:
    base, wanted, _ = texts
    changes = changes_of(base, wanted)
    assert apply(rebase(changes, base, changes_of(base, base)).changes, base) == wanted


def proposal(wanted: Instrument) -> Proposal:
    return receive("words", "first", "Delegation A", date(2026, 2, 10), changes=changes_of(BASE, wanted))


def reflected(wanted: Instrument, later: Instrument) -> Reflected | None:
    return dispose([proposal(wanted)], BASE, changes_of(BASE, later)).disposed[0].reflected


BOTH = draft("States shall clear mines within ten years.", "States shall report yearly.")


def test_a_proposal_that_was_taken_word_for_word_is_reflected_in_full() -> None:
    assert reflected(BOTH, BOTH) is Reflected.IN_FULL


def test_a_proposal_of_which_one_change_was_taken_is_reflected_in_part() -> None:
    assert reflected(BOTH, YEARLY) is Reflected.IN_PART


def test_a_proposal_whose_provision_came_nearer_to_it_is_reflected_in_other_words() -> None:
    later = draft("States shall clear mines within ten years at most, if they can.", "States shall report.")
    wanted = draft("States shall clear mines within ten years.", "States shall report.")
    assert reflected(wanted, later) is Reflected.IN_OTHER_WORDS


def test_a_proposal_that_the_later_text_has_in_brackets_is_reflected_so() -> None:
    wanted = draft("States shall clear mines as soon as possible.", "States shall report yearly.")
    later = draft("States shall clear mines as soon as possible.", "States shall report [yearly].")
    assert reflected(wanted, later) is Reflected.IN_BRACKETS


def test_a_proposal_that_stands_in_the_later_text_as_one_of_two_rivals_is_in_brackets() -> None:
    wanted = draft("States shall clear mines within ten years.", "States shall report.")
    later = draft("States shall clear mines [as soon as possible] [within ten years].", "States shall report.")
    assert reflected(wanted, later) is Reflected.IN_BRACKETS


def test_a_deletion_of_words_that_are_in_brackets_now_is_in_brackets() -> None:
    wanted = draft("States shall clear mines.", "States shall report.")
    later = draft("States shall clear mines [as soon as possible].", "States shall report.")
    assert reflected(wanted, later) is Reflected.IN_BRACKETS


def test_a_proposal_that_left_no_trace_is_not_reflected() -> None:
    assert reflected(BOTH, BASE) is Reflected.NOT


def test_what_no_proposal_asked_for_is_the_texts_own() -> None:
    later = draft("States shall clear all mines as soon as possible.", "States shall report yearly.")
    found = dispose([proposal(YEARLY)], BASE, changes_of(BASE, later))
    assert len(found.own) == 1


def test_a_proposal_whose_changes_nobody_recorded_is_left_to_a_person() -> None:
    bare = receive("words", "first", "Delegation A", date(2026, 2, 10))
    assert dispose([bare], BASE, changes_of(BASE, YEARLY)).disposed[0].reflected is None
