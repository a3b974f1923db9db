"""What is said in a meeting is a stance or a view; what is agreed may be re-opened, but not unnoticed."""

from datetime import date

import pytest

from instrument.problem import Misuse
from instrument.proposals.agreement import Agreement, Status, current, reopened, touched
from instrument.proposals.positions import Position, Stance, held, note

DAY = date(2026, 3, 9)


@pytest.mark.parametrize(
    ("line", "stance", "words"),
    [
        ("clearance/2/c: Delegation F: insert 'reliable'", None, "insert 'reliable'"),
        ("clearance/2/c: Delegation F: supports", Stance.SUPPORTS, ""),
        ("CCM/12: Delegation F: Opposes.", Stance.OPPOSES, ""),
        ("CCM/12: Delegation F: is flexible", Stance.FLEXIBLE, ""),
        ("CCM/12: Delegation F: reserves: no instructions yet", Stance.RESERVES, "no instructions yet"),
        ("CCM/12: Delegation F: supports it, if only once", None, "supports it, if only once"),
        ("CCM/12: Delegation F: two options: (a) or (b)", None, "two options: (a) or (b)"),
    ],
)  # fmt: skip
def test_a_stance_is_one_only_where_nothing_qualifies_it(line: str, stance: Stance | None, words: str) -> None:
    on = line.partition(":")[0]
    assert note(line, DAY) == Position(on, "Delegation F", DAY, stance=stance, words=words)


@pytest.mark.parametrize("line", ["", "clearance/2/c", "clearance/2/c: supports", ": A: supports", "a: b: "])
def test_a_line_of_another_shape_is_refused(line: str) -> None:
    with pytest.raises(Misuse, match="is no note; write where, who and what"):
        note(line, DAY)


def test_the_last_stance_counts_and_the_earlier_ones_stay() -> None:
    said = [note(line, DAY) for line in ("CCM/12: F: opposes", "CCM/12: G: supports", "CCM/12: F: flexible")]
    assert {by: one.latest.stance for (_, _, by), one in held(said).items()} == {"F": "flexible", "G": "supports"}


def agreement(place: str, status: Status, decision: str = "Decision 1", span: str = "") -> Agreement:
    return Agreement(place, status, decision, DAY, "second", span)


def test_the_last_decision_on_a_place_is_its_state() -> None:
    made = [agreement("use/1", Status.AD_REFERENDUM), agreement("use/1", Status.AGREED, "Decision 2")]
    made += [agreement("use/1", Status.AGREED, "Decision 3", span="ten")]
    assert [(one.decision, one.span) for one in current(made)] == [("Decision 2", ""), ("Decision 3", "ten")]


def test_re_opening_what_is_agreed_warns_and_agreeing_more_does_not() -> None:
    made = [agreement("use/1", Status.AD_REFERENDUM)]
    assert list(reopened(made, agreement("use/1", Status.AGREED))) == []
    (warning,) = reopened(made, agreement("use/1", Status.OPEN, "Decision 4"))
    assert warning.message == "use/1 is ad referendum by Decision 1 of 2026-03-09; Decision 4 makes it open again"


def test_changes_in_what_is_agreed_warn_below_it_too_but_not_beside_it() -> None:
    made = [agreement("clearance/2", Status.AGREED), agreement("clearance/3", Status.OPEN)]
    addresses = ("clearance/2/c", "clearance/20", "clearance/3")
    assert [one.message for one in touched(made, "second", addresses, "CCM/12")] == [
        "clearance/2 is agreed by Decision 1 of 2026-03-09; CCM/12 would change it"
    ]
    assert list(touched(made, "second", ("clearance/20", "clearance/3"), "CCM/12")) == []
    assert list(touched(made, "third", addresses, "CCM/12")) == []
