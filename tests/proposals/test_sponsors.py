"""Sponsors join and leave, alone or for a group; who they are is asked of a moment."""

from datetime import date, datetime

import pytest

from instrument.problem import Misuse
from instrument.proposals.proposal import Proposal, join, leave, receive
from instrument.proposals.sponsors import Group, Member, Sponsor, in_order, sponsors_at

A, B, C = (f"Delegation {letter}" for letter in "ABC")
PROPOSAL = receive("In article 1, delete paragraph 2.", "first", A, datetime(2026, 3, 1, 9))


def names(proposal: Proposal, when: date) -> list[str]:
    return [sponsor.name for sponsor in proposal.sponsors_at(when)]


def test_the_register_names_sponsors_as_they_joined_and_as_listed_when_at_once() -> None:
    listed = (Sponsor(C, date(2026, 3, 1)), Sponsor(A, datetime(2026, 3, 1, 8)), Sponsor(B, date(2026, 3, 1)))
    assert [sponsor.name for sponsor in in_order(listed)] == [C, B, A]


def test_a_sponsor_that_joins_stands_from_then_on() -> None:
    joined = join(PROPOSAL, Sponsor(B, datetime(2026, 3, 3, 10)))
    assert names(joined, datetime(2026, 3, 3, 9)) == [A]
    assert names(joined, datetime(2026, 3, 3, 10)) == [A, B]
    assert names(joined, date(2026, 3, 3)) == [A, B]


def test_a_sponsor_that_left_stays_on_record() -> None:
    left = leave(join(PROPOSAL, Sponsor(B, date(2026, 3, 2))), A, date(2026, 3, 4))
    assert names(left, date(2026, 3, 3)) == [A, B]
    assert names(left, date(2026, 3, 4)) == [B]
    assert (left.mover, [sponsor.name for sponsor in left.sponsors]) == (B, [A, B])


def test_a_sponsor_may_come_back() -> None:
    back = join(leave(PROPOSAL, A, date(2026, 3, 4)), Sponsor(A, date(2026, 3, 6)))
    assert [bool(names(back, date(2026, 3, day))) for day in (3, 4, 5, 6)] == [True, False, False, True]


def test_who_is_no_sponsor_cannot_leave_and_who_is_one_cannot_join() -> None:
    with pytest.raises(Misuse, match="Delegation B is no sponsor of it; its sponsors are: Delegation A"):
        leave(PROPOSAL, B, date(2026, 3, 4))
    with pytest.raises(Misuse, match="Delegation A is a sponsor of it already"):
        join(PROPOSAL, Sponsor(A, date(2026, 3, 4)))


def test_a_delegation_may_speak_for_a_group_whose_members_change() -> None:
    group = Group("north", {"en": "Group One"}, (Member("a"), Member("b", date(2026, 1, 1), date(2026, 6, 30))))
    assert str(Sponsor(A, date(2026, 3, 1), behalf="Group One")) == "Delegation A, on behalf of Group One"
    assert group.members_at(date(2025, 12, 31)) == ("a",)
    assert group.members_at(datetime(2026, 6, 30, 23, 59)) == ("a", "b")
    assert group.members_at(date(2026, 7, 1)) == ("a",)


def test_nobody_sponsors_before_the_first_joined() -> None:
    assert sponsors_at(PROPOSAL.sponsors, date(2026, 2, 28)) == ()
