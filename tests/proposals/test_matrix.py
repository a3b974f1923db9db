"""Who said what, and which words are contested: of records alone, never of silence."""

from datetime import date, datetime

import pytest

from instrument.difference.comparison import changes_of
from instrument.formats.clause import read
from instrument.model import Instrument
from instrument.proposals.amendment import Amendment
from instrument.proposals.contesting import Contested, in_brackets, in_proposals, ranked, unnamed
from instrument.proposals.matrix import Column, lay_out
from instrument.proposals.merging import merge
from instrument.proposals.positions import Held, Position, Stance, held, note

A, B, C, D = (f"Delegation {letter}" for letter in "ABCD")
MORNING, EVENING = datetime(2026, 3, 9, 10), datetime(2026, 3, 9, 18)
DAY, NEXT = date(2026, 3, 9), date(2026, 3, 10)


def said(*records: tuple[str, date]) -> Held:
    """What one delegation has on record of one place after it said these things, in the order recorded."""
    (found,) = held([note(f"use/1: {A}: {words}", at) for words, at in records]).values()
    return found


def draft(*lines: str) -> Instrument:
    body = "\n".join(lines)
    return Instrument((read(f"## Article 1 — Use\n\n{body}\n", "use.clause", "use").value.clause,))


def sides(contested: Contested) -> list[tuple[str, tuple[str, ...]]]:
    return [(side.words, side.by) for side in contested.sides]


def test_the_latest_record_stands_and_the_earlier_ones_stay() -> None:
    found = said(("opposes", DAY), ("supports", NEXT))
    assert found.latest.stance is Stance.SUPPORTS
    assert [one.stance for one in found.earlier] == [Stance.OPPOSES]


def test_a_record_made_later_of_an_earlier_moment_does_not_stand() -> None:
    assert said(("opposes", EVENING), ("supports", MORNING)).latest.stance is Stance.OPPOSES
    assert said(("opposes", EVENING), ("flexible", DAY), ("supports", MORNING)).latest.stance is Stance.FLEXIBLE


def test_of_a_day_and_a_time_of_it_the_one_recorded_last_stands_and_that_is_known_to_be_doubtful() -> None:
    found = said(("opposes", MORNING), ("supports", DAY))
    assert found.latest.stance is Stance.SUPPORTS
    assert [one.stance for one in found.doubtful] == [Stance.OPPOSES]
    assert said(("opposes", DAY), ("supports", DAY)).doubtful == ()
    assert said(("opposes", MORNING), ("supports", NEXT)).doubtful == ()


def test_a_view_takes_no_stance_back() -> None:
    found = said(("supports", DAY), ("is glad to hear it", NEXT))
    assert (found.latest.stance, found.before) == (None, Stance.SUPPORTS)
    assert said(("is glad to hear it", DAY), ("supports", NEXT)).before is None


def test_where_nothing_is_on_record_a_cell_is_empty() -> None:
    positions = [Position("use/1", A, DAY, stance=Stance.OPPOSES), Position("use/2", B, DAY, words="later")]
    matrix = lay_out([Column("use/1"), Column("use/2")], positions, [A, B, C])
    assert [(row.by, [cell is None for cell in row.cells]) for row in matrix.rows] == [
        (A, [False, True]), (B, [True, False]),
    ]  # fmt: skip


def test_words_and_the_place_as_a_whole_are_two_columns() -> None:
    positions = [Position("use/1", A, DAY, stance=Stance.OPPOSES, alternative=words) for words in ("", "ten")]
    matrix = lay_out([Column("use/1"), Column("use/1", "ten")], positions, [A])
    assert all(matrix.rows[0].cells)


def test_a_block_of_columns_has_those_who_have_a_record_in_it() -> None:
    positions = [Position("use/1", A, DAY), Position("use/2", B, DAY)]
    matrix = lay_out([Column("use/1"), Column("use/2")], positions, [A, B])
    assert [row.by for row in matrix.between(1, 2).rows] == [B]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('1. States [always]{by="Delegation A"} act.', [("", ()), ("always", (A,))]),
        ('1. States [always]{base not="Delegation A"} act.', [("always", ()), ("", (A,))]),
        (
            '1. [Shall]{base alt=1} [May]{by="Delegation A" alt=1} [Should]{by="Delegation B; Delegation C" alt=1}',
            [("Shall", ()), ("Should", (B, C)), ("May", (A,))],
        ),
        (
            '1. [May]{by="Delegation A" alt=1} [Should]{by="Delegation B" alt=1}',
            [("", ()), ("May", (A,)), ("Should", (B,))],
        ),
        ('[1. States act.]{by="Delegation A; Delegation D"}', [("", ()), ("1. States act.", (A, D))]),
    ],
)  # fmt: skip
def test_brackets_tell_who_hold_which_words(line: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    (one,) = in_brackets(draft(line))
    assert sides(one) == expected


def test_brackets_inside_others_are_contested_by_themselves() -> None:
    line = '1. Act[ in [two]{by="Delegation A" alt=1} [three]{by="Delegation B" alt=1} years]{by="Delegation C"}.'
    assert [each.holders for each in in_brackets(draft(line))] == [(C,), (A, B)]


def test_brackets_that_name_nobody_are_counted_and_held_by_nobody() -> None:
    text = draft('1. [May] act [soon]{by="Delegation A"}[...].', "2. [Never.]{base}")
    assert [each.holders for each in in_brackets(text)] == [(A,)]
    assert unnamed(text) == 3


def test_a_reference_in_brackets_reads_as_it_is_printed() -> None:
    text = draft("1. Always. {#always}", '2. [Under {@use#always}.]{by="Delegation A"}')
    assert in_brackets(text)[0].sides[1].words == "Under paragraph 1 of this article."


def test_proposals_tell_who_hold_which_words() -> None:
    base = draft("1. States shall act.", "2. At once.")
    wanted = [
        (("1. States may act.", "2. At once."), (A, B)),
        (("1. States should act.", "2. At once."), (C,)),
        (("1. States shall act.", "1 bis. Twice.", "2. At once."), (D,)),
        (("1. States shall act.",), (A,)),
    ]
    amendments = [Amendment(changes_of(base, draft(*lines)), by, symbol=f"P/{by[0][-1]}") for lines, by in wanted]
    found = ranked(in_proposals(merge(base, amendments).value))
    assert [(each.address, each.is_new, sides(each)) for each in found] == [
        ("use/1", False, [("shall", ()), ("may", (A, B)), ("should", (C,))]),
        ("use/1", True, [("", ()), ("1 bis. Twice.", (D,))]),
        ("use/2", False, [("2. At once.", ()), ("", (A,))]),
    ]
    assert found[0].holders == (A, B, C)


def test_what_was_adopted_is_contested_by_nobody() -> None:
    base = draft("1. States shall act.")
    adopted = Amendment(changes_of(base, draft("1. States may act.")), (A,), decision="Decision 1")
    assert in_proposals(merge(base, [adopted]).value) == ()


def test_a_new_article_stands_behind_the_one_before_it() -> None:
    base = draft("1. Act.")
    aid = read("## Article — Aid\n\n1. Help.\n", "aid.clause", "aid").value.clause
    (one,) = in_proposals(merge(base, [Amendment(changes_of(base, Instrument((*base.clauses, aid))), (A,))]).value)
    assert (one.address, one.is_new) == ("use", True)
    assert "1. Help." in one.sides[1].words
    (first,) = in_proposals(merge(base, [Amendment(changes_of(base, Instrument((aid, *base.clauses))), (A,))]).value)
    assert (first.address, first.name, first.is_new) == ("", "", True)
    nothing = Instrument()
    (first,) = in_proposals(merge(nothing, [Amendment(changes_of(nothing, Instrument((aid,))), (A,))]).value)
    assert (first.address, first.is_new) == ("", True)
