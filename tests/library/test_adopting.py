"""A decision makes a new stage of what it adopts, says so in every proposal, and does all of it or nothing."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from instrument import library, storage
from instrument.difference.comparison import changes_of
from instrument.library import Library
from instrument.library.adopting import Decision
from instrument.library.recording import Issue
from instrument.model import Instrument, plain
from instrument.problem import CannotWrite, Misuse
from instrument.proposals.life import Event, Step
from instrument.proposals.proposal import receive, take
from tests.library.register import A, B, C, issued, killed_after, opened, proposal, reworded

DAY = date(2026, 3, 12)
DECISION = Decision("Decision 1", DAY, "Committee of the Whole", "third")


def words(read: Library, stage: str, clause: str) -> str:
    found = read.draft(stage).clause(clause)
    assert found is not None
    return plain(found.provisions[0].text)


def with_two(workspace: Path) -> Library:
    """CCM/1 by Delegation A and CCM/2 by Delegation B, which change different words of the same provision."""
    read = opened(workspace)
    read = issued(read, "a-use", proposal(read, "Never", "Not ever"))
    return issued(read, "b-use", proposal(read, "any circumstances", "no circumstances", B))


def snapshot() -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in Path("clauses").rglob("*") if path.is_file()}


def test_adopting_writes_a_new_stage_on_the_base_and_a_step_in_the_proposal(workspace: Path) -> None:
    read = with_two(workspace)
    written = read.adopt(["CCM/1"], DECISION)
    assert [path.as_posix() for path in written.value] == [
        "clauses/use/third.clause", "clauses/library.toml", "clauses/proposals/ccm-1.proposal",
    ]  # fmt: skip
    assert Path("clauses/use/third.clause").read_text(encoding="utf-8") == (
        '+++\nsource = "CCM/1; Decision 1"\nadopted = 2026-03-12\n+++\n'
        "## Article 1 — Use\n\n1. Not ever under any circumstances.\n"
    )
    again = library.open("clauses")
    stage = again.stage("third")
    assert (stage.base, stage.kind, stage.date) == ("second", "adopted", DAY)
    assert again.proposal("CCM/1").life[-1] == Step(
        Event.ADOPTED, DAY, "Committee of the Whole", decision="Decision 1", stage="third"
    )
    assert again.proposal("CCM/2").is_pending
    assert words(again, "second", "use") == "Never under any circumstances."
    assert again.problems == ()


def test_proposals_adopted_together_make_one_stage(workspace: Path) -> None:
    with_two(workspace).adopt(["CCM/1", "ccm-2"], DECISION)
    again = library.open("clauses")
    assert words(again, "third", "use") == "Not ever under no circumstances."
    assert [one.state for one in again.proposals()] == [Event.ADOPTED, Event.ADOPTED]


def test_proposals_that_contradict_one_another_are_refused_and_nothing_is_written(workspace: Path) -> None:
    read = with_two(workspace)
    read = issued(read, "c-use", proposal(read, "Never", "By no means", C))
    before = snapshot()
    with pytest.raises(Misuse, match="CCM/3 contradicts CCM/1 or CCM/2; adopt one of them"):
        read.adopt(["CCM/1", "CCM/2", "CCM/3"], DECISION)
    assert snapshot() == before


def test_what_is_adopted_as_orally_amended_keeps_its_own_words_too(workspace: Path) -> None:
    read = with_two(workspace)
    text = reworded(read.draft("second"), "use", "Never", "At no time whatsoever")
    amended = Instrument(tuple(clause for clause in text if clause.id == "use"))
    read.adopt(["CCM/1"], replace(DECISION, note="as read out by the President"), amended)
    again = library.open("clauses")
    one = again.proposal("CCM/1")
    assert words(again, "third", "use") == "At no time whatsoever under any circumstances."
    assert (one.state, one.life[-1].note) == (Event.ADOPTED_AMENDED, "as read out by the President")
    assert one.adopted == changes_of(read.draft("second"), text) == one.effect
    assert one.changes == read.proposal("CCM/1").changes
    assert again.problems == ()


def test_an_oral_amendment_that_takes_part_of_a_proposal_says_what_it_leaves_out(workspace: Path) -> None:
    read = opened(workspace)
    base = read.draft("second")
    both = reworded(reworded(base, "use", "Never", "Not ever"), "aid", "Each", "Every")
    one = receive("Two edits.", "second", A, DAY, changes=changes_of(base, both))
    read = issued(read, "a-both", one, 12)
    amended = reworded(base, "use", "Never", "Not ever, and not now,")
    (problem,) = read.adopt(["CCM/1"], DECISION, amended).problems
    assert (problem.code, problem.where.name) == ("taken-in-part", "CCM/1")
    assert problem.message == "it is taken in part; left out: article “Aid”, paragraph 1: “Every” for “Each”"


def test_an_oral_amendment_of_all_that_a_proposal_asks_for_leaves_nothing_out(workspace: Path) -> None:
    read = with_two(workspace)
    amended = reworded(read.draft("second"), "use", "Never", "Not ever, and not now,")
    assert read.adopt(["CCM/1"], DECISION, amended).problems == ()


def test_another_pending_proposal_of_which_part_is_adopted_is_named(workspace: Path) -> None:
    read = opened(workspace)
    base = read.draft("second")
    both = reworded(reworded(base, "use", "Never", "Not ever"), "aid", "Each", "Every")
    read = issued(read, "a-use", proposal(read, "Never", "Not ever"))
    read = issued(read, "b-both", receive("Two edits.", "second", B, DAY, changes=changes_of(base, both)), 12)
    (problem,) = read.adopt(["CCM/1"], DECISION).problems
    assert (problem.code, problem.where.name) == ("taken-in-part", "CCM/2")
    again = library.open("clauses")
    assert again.proposal("CCM/2").is_pending


def test_a_sub_amendment_is_decided_first_and_then_adopted_with_what_it_amends(workspace: Path) -> None:
    read = with_two(workspace)
    base = read.draft("second")
    amended = reworded(base, "use", "Never", "Not ever")
    further = changes_of(amended, reworded(amended, "use", "Not ever", "Not ever again"))
    sub = receive('In CCM/1, after "ever", insert "again".', "CCM/1", C, DAY, changes=further)
    read = issued(read, "c-sub", sub, 12)
    assert words_of(read.base_of(read.proposal("CCM/3"))) == "Not ever under any circumstances."
    with pytest.raises(Misuse, match="a decision on sub-amendments makes no stage"):
        read.adopt(["CCM/3"], DECISION)
    read.adopt(["CCM/3"], replace(DECISION, stage=""))
    again = library.open("clauses")
    assert (again.proposal("CCM/1").state, again.proposal("CCM/3").state) == (Event.SUB_AMENDED, Event.ADOPTED)
    assert again.proposal("CCM/1").life[-1].symbol == "CCM/3"
    again.adopt(["CCM/1", "CCM/2"], replace(DECISION, name="Decision 2"))
    assert words(library.open("clauses"), "third", "use") == "Not ever again under no circumstances."
    assert library.open("clauses").problems == ()


def words_of(instrument: Instrument) -> str:
    clause = instrument.clause("use")
    assert clause is not None
    return plain(clause.provisions[0].text)


def test_what_cannot_be_adopted_is_refused_with_the_reason(workspace: Path) -> None:
    read = with_two(workspace)
    read = issued(read, "b-first", proposal(read, "Never", "Not", B, against="first"))
    read.receive(receive("Delete article 1.", "second", A, DAY), "prose")
    read.issue("prose", Issue(DAY))
    read.update("CCM/2", lambda one: take(one, Step(Event.WITHDRAWN, DAY, B)))
    read = library.open("clauses")
    before = snapshot()
    for names, decision, reason in (
        (["CCM/1"], replace(DECISION, stage="second"), 'the stage "second" is there already; name a new one'),
        (["CCM/1"], replace(DECISION, stage=""), "the decision makes a stage; name a new one with --stage"),
        (["CCM/1", "CCM/3"], DECISION, r"do not amend one stage \(CCM/1 second, CCM/3 first\)"),
        (["CCM/2"], DECISION, "CCM/2: it cannot be adopted once it is withdrawn; it can be: taken over"),
        (["CCM/4"], DECISION, "CCM/4 has words but no changes yet; make them before it is adopted"),
        (["CCM/9"], DECISION, 'there is no proposal "CCM/9"'),
        (["CCM/1"], replace(DECISION, name=""), "it cannot be adopted without saying: decision"),
    ):
        with pytest.raises(Misuse, match=reason):
            read.adopt(names, decision)
    assert snapshot() == before


def test_two_that_add_words_at_one_point_are_adopted_in_the_order_named_and_that_is_said(workspace: Path) -> None:
    read = opened(workspace)
    read = issued(read, "a-use", proposal(read, "Never", "Never, at war,"))
    read = issued(read, "b-use", proposal(read, "Never", "Never, in peace,", B))
    written = read.adopt(["CCM/2", "CCM/1"], DECISION)
    assert [problem.message for problem in written.problems] == [
        "CCM/1 adds words where CCM/2 adds words; its own stand after them"
    ]
    assert words(library.open("clauses"), "third", "use") == "Never, in peace,, at war, under any circumstances."


def test_a_base_that_another_changed_meanwhile_is_noticed(workspace: Path) -> None:
    read = with_two(workspace)
    path = Path("clauses/use/second.clause")
    path.write_text(path.read_text(encoding="utf-8").replace("Never", "In no case"), encoding="utf-8")
    with pytest.raises(CannotWrite, match=r"second\.clause has changed since it was read"):
        read.adopt(["CCM/1"], DECISION)


def test_a_proposal_in_another_language_is_not_adopted_as_the_original(workspace: Path) -> None:
    read = with_two(workspace)
    path = Path("clauses/proposals/ccm-1.proposal")
    path.write_text(path.read_text(encoding="utf-8").replace('language = "en"', 'language = "fr"'), encoding="utf-8")
    with pytest.raises(Misuse, match="CCM/1 is in fr; what is adopted is the original, in en"):
        read.adopt(["CCM/1"], DECISION)


def test_a_stage_that_moved_on_since_the_proposal_takes_none_of_it(workspace: Path) -> None:
    with_two(workspace)
    path = Path("clauses/use/second.clause")
    path.write_text(path.read_text(encoding="utf-8").replace("Never", "In no case"), encoding="utf-8")
    with pytest.raises(Misuse, match="CCM/1 was made for another text than second is now; make it again"):
        library.open("clauses").adopt(["CCM/1"], DECISION)


def test_an_adoption_that_fails_half_way_is_undone(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = with_two(workspace)
    before = snapshot()
    put, calls = storage._put, []

    def fails_at_the_third_file(*arguments: object) -> None:
        calls.append(1)
        if len(calls) == 4:
            raise OSError(5, "the disk is gone")
        put(*arguments)

    monkeypatch.setattr(storage, "_put", fails_at_the_third_file)
    with pytest.raises(CannotWrite, match="the disk is gone"):
        read.adopt(["CCM/1", "CCM/2"], DECISION)
    assert snapshot() == before


@pytest.mark.parametrize("survived", range(6))
def test_an_adoption_that_is_killed_anywhere_is_all_there_or_not_at_all(workspace: Path, survived: int) -> None:
    with_two(workspace)
    before = snapshot()
    decision = "Decision('Decision 1', date(2026, 3, 12), stage='third')"
    status = killed_after(survived, f"library.open('clauses').adopt(['CCM/1', 'CCM/2'], {decision})")
    assert status == (9 if survived < 5 else 0)  # the note of what goes where, and four files
    with storage.locked(Path("clauses")):
        pass
    again = library.open("clauses")
    assert again.problems == ()
    if survived == 0:
        assert {path: data for path, data in snapshot().items() if path.suffix != ".part"} == before
    else:
        assert words(again, "third", "use") == "Not ever under no circumstances."
        assert [one.state for one in again.proposals()] == [Event.ADOPTED, Event.ADOPTED]
