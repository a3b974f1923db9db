"""A proposal lives by the rules of procedure: what may follow what, who may do it, and nothing is taken back."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from instrument.problem import Misuse
from instrument.proposals.life import RULES, Event, Step, allowed, faults
from instrument.proposals.proposal import Proposal, fingerprint, join, leave, receive, rewritten, take
from instrument.proposals.sponsors import Sponsor

A, B, C = (f"Delegation {letter}" for letter in "ABC")


def step(event: Event, day: int, **said: str) -> Step:
    return Step(event, date(2026, 3, day), **said)


def received() -> Proposal:
    return join(
        receive("In article 1, delete paragraph 2.", "first", A, date(2026, 3, 1)), Sponsor(B, date(2026, 3, 2))
    )


def after(*steps: Step) -> Proposal:
    proposal = received()
    for one in steps:
        proposal = take(proposal, one)
    return proposal


ISSUED = step(Event.ISSUED, 3)


def test_a_whole_life_is_kept_step_by_step() -> None:
    proposal = after(
        step(Event.VALIDATED, 2), ISSUED, step(Event.INTRODUCED, 4, by=B), step(Event.SUB_AMENDED, 5, symbol="CCM/2"),
        step(Event.ADOPTED_AMENDED, 6, decision="Decision 1", stage="second"),
    )  # fmt: skip
    assert [one.event.value for one in proposal.life] == [
        "received", "validated", "issued", "introduced", "sub-amended", "adopted as orally amended",
    ]  # fmt: skip
    assert (proposal.is_adopted, proposal.is_pending, allowed(proposal.life)) == (True, False, ())


def test_only_its_mover_withdraws_it() -> None:
    with pytest.raises(Misuse, match="it can be withdrawn only by its mover, Delegation A, not by Delegation B"):
        after(ISSUED, step(Event.WITHDRAWN, 4, by=B))
    assert after(ISSUED, step(Event.WITHDRAWN, 4, by=A)).state is Event.WITHDRAWN


def test_only_a_sponsor_introduces_it() -> None:
    with pytest.raises(Misuse, match="only by a sponsor, not by Delegation C; its sponsors are: Delegation A, Deleg"):
        after(ISSUED, step(Event.INTRODUCED, 4, by=C))


def test_who_takes_over_a_withdrawn_proposal_is_its_mover_from_then_on() -> None:
    taken = after(ISSUED, step(Event.WITHDRAWN, 4, by=A), step(Event.TAKEN_OVER, 5, by=C))
    assert ([sponsor.name for sponsor in taken.supporters], taken.mover, taken.is_pending) == ([C], C, True)
    assert [sponsor.name for sponsor in taken.sponsors_at(date(2026, 3, 4))] == [A, B]
    with pytest.raises(Misuse, match="only by its mover, Delegation C"):
        take(taken, step(Event.WITHDRAWN, 6, by=A))


def test_a_co_sponsor_that_takes_it_over_stays_the_sponsor_it_was() -> None:
    taken = after(ISSUED, step(Event.WITHDRAWN, 4, by=A), step(Event.TAKEN_OVER, 5, by=B))
    assert taken.supporters == (Sponsor(B, date(2026, 3, 2)),)


def test_what_happens_on_one_day_is_judged_in_its_order() -> None:
    taken = after(
        ISSUED, step(Event.WITHDRAWN, 4, by=A), step(Event.TAKEN_OVER, 4, by=C), step(Event.WITHDRAWN, 4, by=C)
    )
    assert list(faults(taken.life, taken.sponsors)) == []
    left = leave(after(ISSUED), A, date(2026, 3, 4))
    assert take(left, step(Event.WITHDRAWN, 4, by=A)).state is Event.WITHDRAWN
    assert take(left, step(Event.WITHDRAWN, 4, by=B)).state is Event.WITHDRAWN
    with pytest.raises(Misuse, match="only by its mover, Delegation B, not by Delegation A"):
        take(left, step(Event.WITHDRAWN, 5, by=A))


def test_that_a_sponsor_left_cannot_be_taken_back() -> None:
    left = leave(received(), B, date(2026, 3, 4))
    assert rewritten(received(), left) == ""
    assert rewritten(left, received()) == "the sponsors of the unissued proposal by Delegation A"


def test_what_is_decided_stays_decided_and_the_refusal_says_what_may_happen() -> None:
    rejected = after(ISSUED, step(Event.REJECTED, 4))
    with pytest.raises(Misuse, match="it cannot be adopted once it is rejected; it can be: nothing more"):
        take(rejected, step(Event.ADOPTED, 5, decision="Decision 1"))
    with pytest.raises(Misuse, match="once it is received; it can be: validated, issued, withdrawn, lapsed, supersed"):
        after(step(Event.ADOPTED, 5, decision="Decision 1"))


def test_steps_follow_one_another_in_time_and_say_what_they_must() -> None:
    with pytest.raises(Misuse, match="it cannot be introduced on 2026-03-02: it was issued on 2026-03-03"):
        after(ISSUED, step(Event.INTRODUCED, 2, by=A))
    with pytest.raises(Misuse, match="it cannot be adopted without saying: decision"):
        after(ISSUED, step(Event.ADOPTED, 4))
    assert take(after(ISSUED), Step(Event.LAPSED, datetime(2026, 3, 3, 8))).state is Event.LAPSED


def test_every_event_has_a_rule_and_can_be_reached() -> None:
    assert set(RULES) == set(Event)
    reached = {Event.RECEIVED}
    for _ in Event:
        reached |= {event for event, rule in RULES.items() if reached & set(rule.after)}
    assert reached == set(Event)


@given(st.data())
def test_a_life_of_allowed_steps_has_no_faults_and_ends(data: st.DataObject) -> None:
    proposal = received()
    for day in (3, 3, 4, 4, 4, 5, 5, 6):
        possible = allowed(proposal.life)
        if not possible:
            break
        event = data.draw(st.sampled_from(possible))
        proposal = take(proposal, step(event, day, by=proposal.mover or C, symbol="CCM/9", decision="D"))
        assert proposal.state is event
        assert rewritten(received(), proposal) == ""
    assert list(faults(proposal.life, proposal.sponsors)) == []


def test_faults_of_a_life_read_from_a_file_are_found_each_at_its_step() -> None:
    life = (*received().life, step(Event.ADOPTED, 2, decision="D"), step(Event.ISSUED, 3))
    assert [index for index, _ in faults(life, received().sponsors)] == [1, 2]
    assert [reason for _, reason in faults((ISSUED,), ())] == [
        "it cannot be issued before anything else; it can be: received"
    ]


def test_the_words_are_kept_with_one_kind_of_line_end() -> None:
    proposal = receive("one\r\ntwo\rthree\n", "first", A, date(2026, 3, 1), channel="e-mail")
    assert proposal.words == "one\ntwo\nthree\n"
    assert len(fingerprint(proposal.words)) == 64
    assert proposal.life == (Step(Event.RECEIVED, date(2026, 3, 1), A, channel="e-mail"),)
