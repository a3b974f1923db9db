"""What became of each provision: taken over, renumbered, reworded, moved, split, joined, new, gone."""

from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from instrument.comparison.align import Alignment, Block, align
from instrument.words import words
from tests.comparison.revising import Author, Revision, revise

USE = "Each State Party undertakes never under any circumstances to use cluster munitions."
CLEAR = "Each State Party shall clear and destroy remnants located in areas under its jurisdiction or control."
AID = "Each State Party in a position to do so shall provide assistance for the care and rehabilitation of victims."
REPORT = "Each State Party shall report to the Depositary on the status of its programmes not later than 30 April."
MEET = "The States Parties shall meet regularly in order to consider the application of this Convention."


def block(text: str, label: str = "", container: str = "", hint: str = "") -> Block:
    return Block(tuple(words(text)), label, container, hint)


def pairs(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(match.old, match.new) for match in alignment.matches]


def aligned(old: list[str], new: list[str]) -> Alignment:
    return align([block(text) for text in old], [block(text) for text in new])


def test_a_provision_that_only_changed_its_number_is_the_same_provision() -> None:
    old = [block(USE, "1."), block(CLEAR, "2."), block(AID, "3.")]
    new = [block(USE, "1."), block(REPORT, "2."), block(CLEAR, "3."), block(AID, "4.")]
    alignment = align(old, new)
    assert pairs(alignment) == [((0,), (0,)), ((1,), (2,)), ((2,), (3,))]
    assert all(match.similarity == 1 and not match.moved for match in alignment.matches)
    assert (alignment.deleted, alignment.inserted) == ((), (1,))


def test_an_equal_hint_wins_over_the_words() -> None:
    alignment = align([block(USE, hint="use"), block(CLEAR)], [block(CLEAR, hint="use"), block(MEET)])
    (match,) = alignment.matches
    assert (match.old, match.new, match.doubtful) == ((0,), (0,), False)
    assert match.similarity < 0.6


def test_a_reworded_provision_is_recognised_and_a_weak_likeness_is_doubtful() -> None:
    little = CLEAR.replace("located in areas", "found in any place")
    much = "Each Party shall without delay clear all remnants in areas under its control, and mark them until then."
    (match,) = aligned([USE, CLEAR], [little]).matches
    assert (match.old, match.doubtful) == ((1,), False)
    (match,) = aligned([USE, CLEAR], [much]).matches
    assert (match.old, match.doubtful) == ((1,), True)


def test_provisions_that_share_only_the_usual_phrases_are_not_matched() -> None:
    alignment = aligned([REPORT], ["Each State Party shall enact penal sanctions for persons under its jurisdiction."])
    assert (alignment.matches, alignment.deleted, alignment.inserted) == ((), (0,), (0,))


def test_a_provision_that_left_its_place_is_moved_also_when_reworded() -> None:
    alignment = aligned([USE, CLEAR, AID, REPORT], [CLEAR, AID, REPORT, USE.replace("never", "not")])
    assert [match.new for match in alignment.matches if match.moved] == [(3,)]
    assert pairs(alignment)[0] == ((0,), (3,))


def test_provisions_that_travelled_together_are_one_move() -> None:
    short = ["Use of mines.", "Transfer of mines."]
    alignment = aligned([*short, CLEAR, AID, REPORT], [CLEAR, AID, REPORT, *short])
    assert [[match.old for match in move] for move in alignment.moves] == [[(0,), (1,)]]


def test_a_provision_that_went_into_another_article_is_moved_although_the_order_stayed() -> None:
    old = [
        block(USE, container="1"),
        block(CLEAR, container="1"),
        block(AID, container="2"),
        block(MEET, container="2"),
    ]
    new = [
        block(USE, container="1"),
        block(CLEAR, container="2"),
        block(AID, container="2"),
        block(MEET, container="2"),
    ]
    assert [match.old for match in align(old, new).matches if match.moved] == [(1,)]


def test_a_provision_copied_into_another_article_still_stands_in_its_own() -> None:
    first, second, copy = block(USE, container="1"), block(AID, container="2"), block(AID, container="1")
    assert pairs(align([first, second], [first, copy, second])) == [((0,), (0,)), ((1,), (2,))]
    assert pairs(align([first, copy, second], [first, second])) == [((0,), (0,)), ((2,), (1,))]


def test_a_short_provision_of_two_articles_that_left_one_of_them_stands_in_the_other() -> None:
    old = [block("Survey.", container="1"), block("Mines.", container="1"), block("Mines.", container="2")]
    new = [block("Review.", container="1"), block("Mines.", container="2")]
    assert pairs(align(old, new)) == [((0,), (0,)), ((2,), (1,))]


def test_a_provision_split_in_two_and_two_joined_in_one() -> None:
    both = f"{CLEAR} {REPORT}"
    assert pairs(aligned([USE, both, AID], [USE, CLEAR, REPORT, AID])) == [((0,), (0,)), ((1,), (1, 2)), ((2,), (3,))]
    assert pairs(aligned([USE, CLEAR, REPORT, AID], [USE, both, AID])) == [((0,), (0,)), ((1, 2), (1,)), ((3,), (2,))]


def test_a_list_written_out_of_a_paragraph_is_no_rewriting() -> None:
    wrapped = [
        "Each State Party shall:",
        "mark the areas;",
        "fence them;",
        "warn the people near by; and",
        "clear them.",
    ]
    alignment = aligned([USE, " ".join(wrapped), REPORT], [USE, *wrapped, REPORT])
    assert pairs(alignment) == [((0,), (0,)), ((1,), (1, 2, 3, 4, 5)), ((2,), (6,))]
    assert alignment.matches[1].similarity == 1
    back = aligned([USE, *wrapped, REPORT], [USE, " ".join(wrapped), REPORT])
    assert pairs(back) == [((0,), (0,)), ((1, 2, 3, 4, 5), (1,)), ((6,), (2,))]
    assert pairs(aligned([" ".join(wrapped)], wrapped)) == [((0,), (0, 1, 2, 3, 4))]


def test_parts_in_another_article_are_not_joined_to_the_whole() -> None:
    old = [block(USE, container="1"), block(f"{CLEAR} {REPORT}", container="1")]
    new = [block(USE, container="1"), block(CLEAR, container="1"), block(REPORT, container="2")]
    assert align(old, new).inserted == (2,)


def test_short_items_are_told_apart_by_their_place() -> None:
    old = [block("Use;", "(a)", "1"), block(CLEAR, "1.", "1"), block(AID, "1.", "2"), block("Use;", "(a)", "2")]
    new = [block(CLEAR, "1.", "1"), block(AID, "1.", "2"), block("Use;", "(a)", "2"), block(MEET, "2.", "2")]
    alignment = align(old, new)
    assert pairs(alignment) == [((1,), (0,)), ((2,), (1,)), ((3,), (2,))]
    assert alignment.deleted == (0,)


def test_a_short_item_that_stands_elsewhere_in_the_other_text_is_not_the_same_item() -> None:
    old = [block("Use;", "(a)", "1"), block(CLEAR, "1.", "1"), block(AID, "1.", "2"), block(REPORT, "2.", "2")]
    new = [block(CLEAR, "1.", "1"), block(AID, "1.", "2"), block(REPORT, "2.", "2"), block("Use;", "(a)", "2")]
    alignment = align(old, new)
    assert (alignment.deleted, alignment.inserted) == ((0,), (3,))

    old = [block(CLEAR, "1.", "1"), block("Use;", "(a)", "1"), block(AID, "1.", "2")]
    new = [block(CLEAR, "1.", "1"), block("Use;", "(a)", "2"), block(AID, "1.", "2")]
    assert align(old, new).deleted == (1,)


def test_short_items_are_found_by_their_order_when_there_is_nothing_else() -> None:
    old = [block(f"Form {letter}") for letter in "abcdefghijklmnopqrstuvwxyz"]
    new = [block(f"Table {number}") for number in range(40)]
    alignment = align(old, [*new[:20], *old[:13], *new[20:], *old[13:]])
    assert (len(alignment.matches), alignment.deleted, alignment.moves) == (26, (), ())


def test_a_short_item_that_changed_all_its_words_is_known_by_its_label_and_doubtful() -> None:
    old = [block(USE, "1."), block("Emploi", "(a)"), block(CLEAR, "2.")]
    new = [block(USE, "1."), block("Utilisation", "(a)"), block(CLEAR, "2.")]
    match = align(old, new).matches[1]
    assert (match.old, match.new, match.doubtful) == ((1,), (1,), True)


def test_equal_items_keep_their_order() -> None:
    old = [block("Deleted.", label) for label in ("1.", "2.", "3.")]
    assert pairs(align([block(USE), *old], [block(USE), *old[:2]])) == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]


def test_one_paragraph_that_stands_many_times_is_found_as_many_times() -> None:
    others = [" ".join(author.phrase(20)) for author in [Author(1)] for _ in range(60)]
    old, new = [*[REPORT] * 40, MEET], [*others[:30], *[REPORT] * 20, *others[30:], *[REPORT] * 18, MEET]
    alignment = aligned(old, new)
    assert (len(alignment.matches), len(alignment.deleted), alignment.moves) == (39, 2, ())


WORDS = st.sampled_from(["a", "use", "shall", ";", "clear", "the", "Party", "mines"])
BLOCKS = st.lists(
    st.builds(
        Block,
        st.lists(WORDS, max_size=9).map(tuple),
        st.sampled_from(["", "1.", "(a)"]),
        st.sampled_from(["", "1", "2"]),
        st.sampled_from(["", "", "", "x", "y"]),
    ),
    max_size=8,
)


JOINED = st.lists(
    st.lists(st.sampled_from([USE, CLEAR, AID, REPORT]), min_size=1, max_size=3).map(
        lambda texts: block(" ".join(texts))
    ),
    max_size=6,
)


@given(st.one_of(st.tuples(BLOCKS, BLOCKS), st.tuples(JOINED, JOINED)))
@example(([block(USE + AID + REPORT), block(USE), block(AID)], [block(USE + AID), block(REPORT)]))
def test_every_block_is_accounted_for_exactly_once(texts: tuple[list[Block], list[Block]]) -> None:
    old, new = texts
    alignment = align(old, new)
    assert sorted([*alignment.deleted, *(i for match in alignment.matches for i in match.old)]) == [*range(len(old))]
    assert sorted([*alignment.inserted, *(j for match in alignment.matches for j in match.new)]) == [*range(len(new))]
    assert all(1 in (len(match.old), len(match.new)) for match in alignment.matches)


@given(BLOCKS)
def test_a_text_beside_itself_is_all_taken_over(text: list[Block]) -> None:
    assert pairs(align(text, text)) == [((number,), (number,)) for number in range(len(text))]


@pytest.mark.parametrize(("count", "seeds"), [(100, range(60)), (1_000, range(4))])
def test_what_became_of_each_provision_is_found(count: int, seeds: range) -> None:
    are_right(revise(seed, count) for seed in seeds)


@pytest.mark.slow
def test_what_became_of_each_of_ten_thousand_provisions_is_found() -> None:
    are_right([revise(1, 10_000)])


def are_right(revisions: Iterable[Revision]) -> None:
    """Drafts judged together: of one alone, a provision or two decide."""
    right, found, true, moves, moved = (sum(each) for each in zip(*map(judged, revisions), strict=True))
    assert right / found >= 0.995
    assert right / true >= 0.995
    assert moves / moved >= 0.95


def judged(revision: Revision) -> tuple[int, int, int, int, int]:
    """How many pairs are right, found and true; how many moves are found and true."""
    alignment = align(revision.old, revision.new)
    found = {(i, j) for match in alignment.matches for i in match.old for j in match.new}
    moved = {i for match in alignment.matches if match.moved for i in match.old}
    right = len(found & revision.pairs)
    return right, len(found), len(revision.pairs), len(moved & revision.moved), len(revision.moved)
