"""Which words differ: exactly those, no more than must, and the same ones whoever made the edit."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from instrument.comparison import codes, cutting, shared
from instrument.comparison.runs import Hunk, hunks
from instrument.words import words
from tests.comparison.revising import Author, Edit, edited

FEW = st.lists(st.sampled_from(["a", "the", "shall", ",", "."]), max_size=9)
MANY = st.lists(st.sampled_from(words("the Party shall not use, transfer; [ ] or . \u00e9 e\u0301 缔约")), max_size=40)
AGAIN = st.tuples(st.lists(st.sampled_from("ab.,"), min_size=1, max_size=3), st.integers(1, 20)).map(
    lambda t: t[0] * t[1]
)
REPEATED = st.lists(AGAIN, max_size=3).map(lambda lists: [word for words in lists for word in words])
PAIRS = st.one_of(st.tuples(FEW, FEW), st.tuples(MANY, MANY), st.tuples(REPEATED, REPEATED))


def apply(found: Sequence[Hunk], old: Sequence[str], new: Sequence[str]) -> list[str]:
    result: list[str] = []
    at = 0
    for hunk in found:
        result += [*old[at : hunk.old_start], *new[hunk.new_start : hunk.new_end]]
        at = hunk.old_end
    return [*result, *old[at:]]


def turned(found: Sequence[Hunk]) -> tuple[Hunk, ...]:
    return tuple(Hunk(hunk.new_start, hunk.new_end, hunk.old_start, hunk.old_end) for hunk in found)


def marked(found: Sequence[Hunk]) -> int:
    return sum(hunk.old_end - hunk.old_start + hunk.new_end - hunk.new_start for hunk in found)


def fewest(old: Sequence[str], new: Sequence[str]) -> int:
    """The least number of words to strike and to add, by the textbook."""
    above = list(range(len(new) + 1))
    for i, word in enumerate(old, 1):
        row = [i]
        for j, other in enumerate(new):
            row.append(above[j] if word == other else 1 + min(above[j + 1], row[j]))
        above = row
    return above[-1]


def shown(old: str, new: str) -> list[tuple[str, str]]:
    """What is struck and what is added, hunk by hunk."""
    before, after = words(old), words(new)
    return [
        (" ".join(before[hunk.old_start : hunk.old_end]), " ".join(after[hunk.new_start : hunk.new_end]))
        for hunk in hunks(before, after)
    ]


def changes(base: Sequence[str], edits: Sequence[Edit]) -> set[tuple[int, int, tuple[str, ...]]]:
    """What a hand changed, as two hands can be compared: places in the base, and the words put there."""
    new = edited(base, edits)
    return {(hunk.old_start, hunk.old_end, tuple(new[hunk.new_start : hunk.new_end])) for hunk in hunks(base, new)}


@given(PAIRS)
def test_the_hunks_applied_to_the_old_text_give_the_new_one(pair: tuple[list[str], list[str]]) -> None:
    assert apply(hunks(*pair), *pair) == pair[1]


@given(PAIRS)
def test_no_word_is_marked_that_need_not_be(pair: tuple[list[str], list[str]]) -> None:
    assert marked(hunks(*pair)) == fewest(*pair)


@given(PAIRS)
@example((list("aaaaaaaaaab"), list("bcaaaaaaaaabaa")))
def test_hunks_come_in_order_and_never_touch(pair: tuple[list[str], list[str]]) -> None:
    for one, two in pairwise(hunks(*pair)):
        assert one.old_end < two.old_start
        assert one.new_end < two.new_start


@given(PAIRS)
@example((["a", "view", ","], [",", "including", "a"]))
def test_the_way_back_is_the_same_way(pair: tuple[list[str], list[str]]) -> None:
    old, new = pair
    assert hunks(new, old) == turned(hunks(old, new))


@given(PAIRS, st.integers(0, 30), st.integers(2, 4))
def test_the_laws_hold_for_texts_too_large_to_compare_at_once(
    pair: tuple[list[str], list[str]], cells: int, times: int
) -> None:
    old, new = pair[0] * times, pair[1] * times
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting, "CELLS", cells)
        patch.setattr(shared, "CELLS", cells)
        found = hunks(old, new)
        assert apply(found, old, new) == new
        assert all(one.old_end < two.old_start and one.new_end < two.new_start for one, two in pairwise(found))
        assert hunks(new, old) == turned(found)


@given(PAIRS)
def test_the_hunks_are_the_same_when_there_are_more_words_than_characters(pair: tuple[list[str], list[str]]) -> None:
    found = hunks(*pair)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(codes, "_FITTING", 0)
        assert hunks(*pair) == found


def test_words_are_told_apart_beyond_the_surrogates() -> None:
    old = [f"word {number}" for number in range(60_000)]
    new = [*old[59_000:], *old[:59_000]]
    assert marked(hunks(old, new)) == 2_000
    assert str(codes.encode(old)[0]).encode("utf-8")


def test_a_large_text_is_compared_as_well_as_a_small_one() -> None:
    author = Author(7)
    text = [word for _ in range(20) for word in author.phrase(100)]
    other = edited(text, author.edits(text, 60, apart=3))
    for old, new in [
        (text, other),
        (text, [*other[1000:], *other[:700]]),
        (text[:9] * 200, text[:9] * 150 + other[:90]),
    ]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(cutting, "CELLS", 20_000)
            patch.setattr(shared, "CELLS", 20_000)
            found = hunks(old, new)
        assert marked(found) <= 1.01 * fewest(old, new)


def test_the_same_edit_made_by_two_hands_is_the_same_hunk() -> None:
    """Each hand also makes edits of its own, three words away and more."""
    author = Author(11)
    recognised = total = 0
    for _ in range(1500):
        base = author.phrase(90)
        shared, *others = author.edits(base, 5, apart=3)
        alone = changes(base, [shared])
        total += bool(alone)
        recognised += bool(alone) and all(alone <= changes(base, [shared, *own]) for own in (others[:2], others[2:]))
    assert recognised / total >= 0.987


def test_of_several_places_an_insertion_takes_the_one_behind_a_mark() -> None:
    old = "Each Party shall report. Each Party shall cooperate."
    new = "Each Party shall report. Each Party shall inform. Each Party shall cooperate."
    assert shown(old, new) == [("", "Each Party shall inform .")]
    assert shown("[shall] act", "[shall] [should] act") == [("", "[ should ]")]
    assert shown("use ; or transfer ; or sell", "use ; or transfer ; or keep ; or sell") == [("", "or keep ;")]
    assert shown("So it is. use; sell", "So it is. use; keep use; sell") == [("", "keep use ;")]
    assert shown("So it is. now, use", "So it is. now, then now, use") == [("", "then now ,")]
    assert shown("of the Parties. End", "of the Parties. the Parties. End") == [("", "the Parties .")]


def test_one_change_is_not_shown_as_two() -> None:
    assert hunks(["b", ".", ".", "a"], ["c", ".", "a", "b"]) == (Hunk(0, 2, 0, 1), Hunk(4, 4, 3, 4))


def test_of_words_that_change_places_the_longer_ones_stay() -> None:
    assert shown("of mines", "mines of") == [("of", ""), ("", "of")]
    assert shown("mines of", "of mines") == [("", "of"), ("of", "")]


def test_brackets_quotation_marks_dashes_and_case_count() -> None:
    assert shown("shall clear", "[shall] clear") == [("", "["), ("", "]")]
    assert shown("“mines”", '"mines"') == [("“", '"'), ("”", '"')]
    assert shown("2030-2040", "2030–2040") == [("-", "–")]
    assert shown("the State party", "the State Party") == [("party", "Party")]


def test_arabic_and_chinese_are_compared_word_by_word() -> None:
    assert shown("يجب على كل دولة طرف", "ينبغي على كل دولة طرف") == [("يجب", "ينبغي")]
    assert shown("各缔约国应当销毁储存", "各缔约国可以销毁储存") == [("应 当", "可 以")]


# The hardest cases known from other tools, as far as they lie in the words.


def test_only_the_passage_that_two_proposals_both_touch_is_in_conflict() -> None:
    base = words("A beginning. Lorem ipsum dolor sit amet, consetetur sadipscing elitr, sed diam.")
    first = hunks(base, words("A beginning. Bavaria ipsum dolor sit amet, consetetur sadipscing elitr, sed diam."))
    second = hunks(base, words("A beginning. Zombie ipsum dolor sit amet, consetetur sadipscing elite, sed diam."))
    assert [(hunk.old_start, hunk.old_end) for hunk in first] == [(3, 4)]
    assert [(hunk.old_start, hunk.old_end) for hunk in second] == [(3, 4), (11, 12)]


def test_an_insertion_lies_inside_the_deletion_of_the_paragraph() -> None:
    base = words("Each Party shall destroy its stockpiles.")
    (inserted,) = hunks(base, words("Each Party shall promptly destroy its stockpiles."))
    (deleted,) = hunks(base, [])
    assert deleted.old_start < inserted.old_start == inserted.old_end < deleted.old_end


def test_overlapping_deletions_overlap_exactly() -> None:
    base = [f"word{number}" for number in range(20)]
    (first,) = hunks(base, base[:6] + base[11:])
    (second,) = hunks(base, base[:9] + base[17:])
    assert (first.old_start, first.old_end) == (6, 11)
    assert (second.old_start, second.old_end) == (9, 17)


def test_the_same_edit_by_two_is_one_and_a_different_one_is_in_its_place() -> None:
    base = words("This is a Test of it.")
    (same,) = hunks(base, words("This is a Test2 of it."))
    assert same in hunks(base, words("This is a Test2 of it, later."))
    (other,) = hunks(base, words("This is a Test3 of it."))
    assert same == other  # the places; their words differ


def test_of_two_sentences_that_begin_alike_exactly_the_first_is_struck() -> None:
    second = "Lorem ipsum dolor sit amet."
    assert shown(f"Lorem At vero eos dolores. {second}", second) == [("Lorem At vero eos dolores .", "")]
    stays = "Each State Party shall destroy its stockpiles."
    assert shown(f"1 x. Each State Party shall report. {stays}", f"1 x. {stays}") == [
        ("Each State Party shall report .", "")
    ]


def test_words_that_change_places_are_struck_and_added_and_none_is_lost() -> None:
    old = words("sadipscing elitr. einsetzt. Und noch etwas Gleichbleibend (Wien).")
    new = words("sadipscing elitr, Und noch etwas Gleichbleibend, einsetzt.")
    found = hunks(old, new)
    assert apply(found, old, new) == new
    assert apply(turned(found), new, old) == old


def test_a_change_inside_a_grapheme_changes_the_whole_grapheme() -> None:
    hands = ["👍🏻", "👍🏼", "👍🏽", "👍🏾"] * 3
    changed = [*hands[:6], "👍🏿", *hands[7:]]
    assert shown("".join(hands), "".join(changed)) == [("👍🏽", "👍🏿")]
    assert shown("la République", "la Re\u0301publique") == [("République", "Re\u0301publique")]
    assert shown("كتب القانون", "كَتَبَ القانون") == [("كتب", "كَتَبَ")]


def test_two_reviewers_of_one_word_meet_in_one_place() -> None:
    base = words("the quick brown fox")
    (slow,), (fast,) = hunks(base, words("the SLOW brown fox")), hunks(base, words("the FAST brown fox"))
    assert slow == fast == Hunk(1, 2, 1, 2)
