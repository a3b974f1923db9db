"""The register keeps what was received as it was, gives each number once, and is never written over."""

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from instrument import library, storage
from instrument.changes import Changes
from instrument.formats import proposal as proposal_format
from instrument.library import recording
from instrument.library.adopting import Decision
from instrument.library.recording import Issue
from instrument.model import Instrument
from instrument.problem import CannotWrite, Misuse
from instrument.proposals.agreement import Agreement, Status
from instrument.proposals.life import Event, Step
from instrument.proposals.positions import Position, Stance, note
from instrument.proposals.proposal import join, receive, take
from instrument.proposals.sponsors import Sponsor
from tests.library.register import ROOT, A, B, C, issued, killed_after, opened, proposal, reworded

DAY = date(2026, 3, 11)


def said(read: library.Library) -> list[str]:
    return [str(problem) for problem in read.problems]


def edit(path: str, old: str, new: str) -> library.Library:
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), encoding="utf-8")
    return library.open("clauses")


def test_a_received_proposal_is_kept_word_for_word_under_a_name_of_its_file(workspace: Path) -> None:
    read = opened(workspace)
    one = proposal(read, "Never", "Not ever")
    assert read.receive(one, "a-use") == Path("clauses/proposals/a-use.proposal")
    assert library.open("clauses").proposal("a-use") == one
    assert said(library.open("clauses")) == []
    with pytest.raises(Misuse, match="is there already; give the proposal another name"):
        read.receive(one, "a-use")


def test_issuing_gives_the_next_number_and_keeps_the_exact_bytes(workspace: Path) -> None:
    read = opened(workspace)
    read = issued(read, "a-use", proposal(read, "Never", "Not ever"))
    read = issued(read, "b-use", proposal(read, "Never", "At no time", B))
    assert [str(one.symbol) for one in read.proposals()] == ["CCM/1", "CCM/2"]
    assert sorted(os.listdir("clauses/proposals")) == ["ccm-1.proposal", "ccm-2.proposal"]
    assert sorted(os.listdir("clauses/issued")) == ["ccm-1.proposal", "ccm-2.proposal"]
    for name in ("ccm-1.proposal", "ccm-2.proposal"):
        assert Path("clauses/issued", name).read_bytes() == Path("clauses/proposals", name).read_bytes()
    assert said(read) == []


def test_what_was_issued_is_kept_as_it_was_whatever_happens_later(workspace: Path) -> None:
    read = opened(workspace)
    read = issued(read, "a-use", proposal(read, "Never", "Not ever"))
    kept = Path("clauses/issued/ccm-1.proposal").read_bytes()
    read.update("CCM/1", lambda one: take(one, Step(Event.WITHDRAWN, DAY, A)))
    again = library.open("clauses")
    assert (again.proposal("ccm-1").state, said(again)) == (Event.WITHDRAWN, [])
    assert Path("clauses/issued/ccm-1.proposal").read_bytes() == kept
    assert b"withdrawn" in Path("clauses/proposals/ccm-1.proposal").read_bytes()


def test_nothing_on_record_is_overwritten(workspace: Path) -> None:
    read = opened(workspace)
    read = issued(read, "a-use", proposal(read, "Never", "Not ever"))
    other = receive("Delete article 1.", "second", A, DAY)
    with pytest.raises(Misuse, match="the words of CCM/1: that is on record and stays"):
        read.update("CCM/1", lambda one: other)


def test_a_number_is_never_given_again(workspace: Path) -> None:
    read = opened(workspace)
    read = issued(read, "a-use", proposal(read, "Never", "Not ever"))
    read = issued(read, "b-use", proposal(read, "Never", "At no time", B))
    Path("clauses/proposals/ccm-2.proposal").unlink()
    read = issued(library.open("clauses"), "c-use", proposal(read, "Never", "By no means", C))
    assert [str(one.symbol) for one in read.proposals()] == ["CCM/1", "CCM/3"]
    assert said(read) == [
        "clauses/issued/ccm-2.proposal:2:1: error: CCM/2 was issued, but no proposal has that symbol [not-registered]"
    ]


def test_a_file_that_cannot_be_read_still_holds_its_number(workspace: Path) -> None:
    read = opened(workspace)
    storage.write_all({Path("clauses/issued/ccm-1.proposal"): b"what was this?\n"})
    read = issued(read, "a-use", proposal(read, "Never", "Not ever"))
    assert [str(one.symbol) for one in read.proposals()] == ["CCM/2"]


def test_two_processes_at_once_never_get_the_same_number(workspace: Path) -> None:
    read = opened(workspace)
    names = [f"{side}{number}" for side in ("left-", "right-") for number in range(5)]
    for name in names:
        read.receive(proposal(read, "Never", f"Not ever ({name})"), name)
    code = (
        "import sys\nfrom datetime import date\nfrom instrument import library\n"
        "from instrument.library.recording import Issue\n"
        "for n in range(5):\n"
        "    library.open('clauses').issue(sys.argv[1] + str(n), Issue(date(2026, 3, 11)))\n"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    both = [subprocess.Popen([sys.executable, "-c", code, side], env=environment) for side in ("left-", "right-")]
    assert [process.wait() for process in both] == [0, 0]
    again = library.open("clauses")
    assert [str(one.symbol) for one in again.proposals()] == [f"CCM/{number}" for number in range(1, 11)]
    assert len({one.words for one in again.proposals()}) == 10
    assert len(os.listdir("clauses/issued")) == 10
    assert said(again) == []


def test_issuing_that_was_killed_half_way_is_finished_by_the_next_command(workspace: Path) -> None:
    read = opened(workspace)
    read.receive(proposal(read, "Never", "Not ever"), "a-use")
    # The note of what goes where is put, and the first of the files.
    assert killed_after(2, "library.open('clauses').issue('a-use', Issue(date(2026, 3, 11)))") == 9
    assert [problem.code for problem in library.open("clauses").problems] == ["interrupted", "not-registered"]
    read.note(note("use/1@second: Delegation A: supports", DAY))
    again = library.open("clauses")
    assert ([str(one.symbol) for one in again.proposals()], said(again)[1:]) == (["CCM/1"], [])
    assert said(again)[0].endswith('CCM/1 stands in a file called "a-use.proposal" [misnamed]')
    kept = Path("clauses/issued/ccm-1.proposal").read_bytes()
    assert Path("clauses/proposals/a-use.proposal").read_bytes() == kept
    assert not Path("clauses/.journal").exists()
    with pytest.raises(Misuse, match="CCM/1 is issued already"):
        again.issue("a-use", Issue(DAY))


def test_a_write_that_fails_leaves_everything_as_it_was(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = opened(workspace)
    read.receive(proposal(read, "Never", "Not ever"), "a-use")
    before = {path: path.read_bytes() for path in Path("clauses").rglob("*") if path.is_file()}
    put, calls = storage._put, []

    def fails_at_the_second_file(*arguments: object) -> None:
        calls.append(1)
        if len(calls) == 3:
            raise OSError(5, "the disk is gone")
        put(*arguments)

    monkeypatch.setattr(storage, "_put", fails_at_the_second_file)
    with pytest.raises(CannotWrite, match="the disk is gone"):
        read.issue("a-use", Issue(DAY))
    assert {path: path.read_bytes() for path in Path("clauses").rglob("*") if path.is_file()} == before


def test_a_second_writer_waits_for_the_first_and_then_is_refused(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = opened(workspace)
    monkeypatch.setattr(recording, "PATIENCE", 0.05)
    with storage.locked(Path("clauses")), pytest.raises(CannotWrite, match="another command is writing in clauses"):
        read.note(note("use/1@second: Delegation A: supports", DAY))


def test_a_revision_takes_the_place_of_what_it_revises(workspace: Path) -> None:
    read = opened(workspace)
    read = issued(read, "a-use", proposal(read, "Never", "Not ever"))
    read.receive(proposal(read, "Never", "At no time"), "a-use-again")
    read.issue("a-use-again", Issue(date(2026, 3, 12), symbol="CCM/1/Rev.1"))
    again = library.open("clauses")
    assert [(str(one.symbol), str(one.state)) for one in again.proposals()] == [
        ("CCM/1", "superseded"), ("CCM/1/Rev.1", "issued"),
    ]  # fmt: skip
    assert again.proposal("CCM/1").life[-1].symbol == "CCM/1/Rev.1"
    assert said(again) == []


def test_a_symbol_is_refused_that_is_taken_or_continues_nothing_and_a_series_that_is_not_there(workspace: Path) -> None:
    read = opened(workspace)
    read = issued(read, "a-use", proposal(read, "Never", "Not ever"))
    read.receive(proposal(read, "Never", "At no time"), "b-use")
    with pytest.raises(Misuse, match="CCM/1 is issued already; name another symbol"):
        read.issue("b-use", Issue(DAY, symbol="CCM/1"))
    with pytest.raises(Misuse, match=r"CCM/7/Rev\.1 continues CCM/7, which was never issued"):
        read.issue("b-use", Issue(DAY, symbol="CCM/7/Rev.1"))
    with pytest.raises(Misuse, match='has no series "papers"; it has: proposals'):
        read.issue("b-use", Issue(DAY, series="papers"))
    with pytest.raises(Misuse, match="CCM/1 is issued already; a revision of it is a proposal of its own"):
        read.issue("CCM/1", Issue(DAY))
    with pytest.raises(Misuse, match=r'there is no proposal "CCM/11" \(did you mean "CCM/1"\?\)'):
        read.issue("CCM/11", Issue(DAY))


def test_what_does_not_hang_together_is_said_where_it_stands(workspace: Path) -> None:
    read = opened(workspace)
    read = issued(read, "a-use", proposal(read, "Never", "Not ever"))
    path = "clauses/proposals/ccm-1.proposal"
    assert said(edit(path, 'name = "Delegation A"', 'name = "Delegation AA"')) == [
        f'{path}:7:1: error: "Delegation AA" is no delegation and no group here (did you mean "Delegation A"?) '
        "[unknown-delegation]",
        f"{path}:2:1: error: the sponsors of CCM/1 are not what was issued [issued-touched]",
    ]
    edit(path, 'name = "Delegation AA"', 'name = "Delegation A"')
    Path(path).rename("clauses/proposals/mine.proposal")
    assert said(library.open("clauses")) == [
        'clauses/proposals/mine.proposal: warning: CCM/1 stands in a file called "mine.proposal" [misnamed]'
    ]
    Path("clauses/proposals/mine.proposal").rename(path)
    Path("clauses/issued/ccm-1.proposal").unlink()
    assert said(library.open("clauses")) == [
        f"{path}:2:1: error: CCM/1 was issued, but what was issued is not kept [not-kept]"
    ]
    assert said(edit(path, 'against = "second"', 'against = "secnd"'))[0] == (
        f'{path}:3:1: error: "secnd" is neither a stage nor a proposal (did you mean "second"?) [unknown-base]'
    )


def test_words_touched_after_issuing_are_noticed_by_two_who_kept_them(workspace: Path) -> None:
    read = opened(workspace)
    issued(read, "a-use", proposal(read, "Never", "Not ever"))
    codes = [problem.code for problem in edit("clauses/proposals/ccm-1.proposal", "Not ever", "Nor ever").problems]
    assert codes == ["words-changed", "issued-touched"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"index": 0', '"index": 7'),
        ('"index": 0', '"index": "first"'),
        ('  "Not ever"', '  "At no time"'),
        ('"start": 0', '"start": 3'),
    ],
)
def test_changes_that_a_hand_has_touched_are_noticed_and_never_adopted(workspace: Path, old: str, new: str) -> None:
    read = opened(workspace)
    issued(read, "a-use", proposal(read, "Never", "Not ever"))
    edit("clauses/issued/ccm-1.proposal", old, new)
    touched = edit("clauses/proposals/ccm-1.proposal", old, new)
    assert [problem.code for problem in touched.problems] == ["broken-changes"]
    with pytest.raises(Misuse, match="the changes of CCM/1 do not make the text that they say they make"):
        touched.adopt(["CCM/1"], Decision("Decision 1", DAY, stage="third"))


def test_a_base_that_moved_on_is_noticed(workspace: Path) -> None:
    read = opened(workspace)
    issued(read, "a-use", proposal(read, "Never", "Not ever"))
    assert [str(one) for one in edit("clauses/use/second.clause", "Never", "In no case").problems] == [
        "clauses/proposals/ccm-1.proposal:3:1: error: CCM/1 was made for another text than second is now [stale-base]"
    ]


def test_two_symbols_that_are_one_file_are_refused(workspace: Path) -> None:
    read = opened(workspace)
    read = issued(read, "a-use", proposal(read, "Never", "Not ever"))
    other = Path("clauses/proposals/other.proposal")
    other.write_bytes(Path("clauses/proposals/ccm-1.proposal").read_bytes())
    codes = [problem.code for problem in library.open("clauses").problems]
    assert codes == ["misnamed", "symbol-twice"]
    with pytest.raises(Misuse, match=r"several proposals: ccm-1\.proposal, other\.proposal; say which"):
        library.open("clauses").proposal("CCM/1")


def test_the_words_carried_out_again_must_agree_with_the_changes_and_the_changes_count(workspace: Path) -> None:
    read = opened(workspace)
    read = issued(read, "a-use", proposal(read, "Never", "Not ever"))

    def execute(base: Instrument, words: str, language: str, others: Mapping[str, Changes]) -> Instrument:
        assert words == 'In article 1, paragraph 1, replace "Never" with "Not ever".'
        return reworded(base, "use", "Never", answer)

    answer = "Not ever"
    assert read.disagreements(execute) == ()
    answer = "At no time"
    assert [str(problem) for problem in read.disagreements(execute)] == [
        "clauses/proposals/ccm-1.proposal:3:1: error: the words of CCM/1 do something else than its changes "
        "[words-disagree]"
    ]

    def refuses(base: Instrument, words: str, language: str, others: Mapping[str, Changes]) -> Instrument:
        raise Misuse('"Never" stands there twice')

    (problem,) = read.disagreements(refuses)
    assert problem.message == 'the words of CCM/1 cannot be carried out: "Never" stands there twice'


def test_proposals_are_chosen_and_an_audience_sees_only_what_it_may(workspace: Path) -> None:
    read = opened(workspace)
    read = issued(read, "a-use", proposal(read, "Never", "Not ever"))
    read = issued(read, "b-aid", proposal(read, "shall", "may", B, "aid"))
    read.update("CCM/2", lambda one: take(one, Step(Event.REJECTED, DAY)))
    read = edit("clauses/proposals/ccm-2.proposal", 'audience = "internal"', 'audience = "participants"')

    def symbols(**asked: str) -> list[str]:
        return [str(one.symbol) for one in read.proposals(**asked)]

    assert symbols() == ["CCM/1", "CCM/2"]
    assert symbols(audience="participants") == ["CCM/2"]
    assert symbols(audience="public") == []
    assert symbols(state="pending") == ["CCM/1"]
    assert symbols(state="rejected", clause="aid", sponsor="b", against="second") == ["CCM/2"]
    assert symbols(sponsor="Délégation A") == ["CCM/1"]
    for asked, reason in (
        ({"state": "open"}, '"open" is no state of a proposal; there are: received, validated'),
        ({"clause": "uze"}, r'"uze" is no clause \(did you mean "use"\?\)'),
        ({"against": "third"}, '"third" is no stage or proposal; there are: first, paper, second, CCM/1, CCM/2'),
        ({"sponsor": "Delegation Q"}, '"Delegation Q" is no delegation and no group here'),
        ({"audience": "all"}, 'There is no audience "all"'),
    ):
        with pytest.raises(Misuse, match=reason):
            symbols(**asked)


def test_a_sponsor_that_joins_is_found_under_its_group(workspace: Path) -> None:
    read = opened(workspace)
    issued(read, "a-use", proposal(read, "Never", "Not ever"))
    read.update("CCM/1", lambda one: join(one, Sponsor(B, DAY, behalf="Group One")))
    again = library.open("clauses")
    assert [str(one) for one in again.proposal("CCM/1").supporters] == [A, f"{B}, on behalf of Group One"]
    assert [str(one.symbol) for one in again.proposals(sponsor="Premier groupe")] == ["CCM/1"]
    assert said(again) == []


def test_positions_are_kept_where_they_belong_and_never_rewritten(workspace: Path) -> None:
    read = opened(workspace)
    read = issued(read, "a-use", proposal(read, "Never", "Not ever"))
    kept = read.note(note("use/1@second: b: insert 'reliable'", datetime(2026, 3, 12, 11, 5)))
    assert kept == Position("use/1", B, datetime(2026, 3, 12, 11, 5), "second", words="insert 'reliable'")
    before = Path("clauses/positions.toml").read_bytes()
    read.note(note("ccm-1: Delegation C: opposes", DAY))
    assert Path("clauses/positions.toml").read_bytes().startswith(before)
    positions = library.open("clauses").register.positions
    assert positions == (kept, Position("CCM/1", C, DAY, stance=Stance.OPPOSES))
    with pytest.raises(Misuse, match="which stage is the newest of paper, second; name one after the place, with @"):
        read.note(note("use/1: Delegation B: supports", DAY))
    with pytest.raises(Misuse, match='there is no "use/7"; the provisions of use are use/1'):
        read.note(note("use/7@second: Delegation B: supports", DAY))
    with pytest.raises(Misuse, match='"Delegation X" is no delegation and no group here'):
        read.note(note("use/1@second: Delegation X: supports", DAY))


def test_agreements_are_kept_and_re_opening_warns_in_a_decision_and_in_a_proposal(workspace: Path) -> None:
    read = opened(workspace)
    agreed = Agreement("use/1@second", Status.AGREED, "Decision 1", DAY)
    assert read.agree(agreed).problems == ()
    with pytest.raises(Misuse, match='"soon" stands not in use/1 at second; name words that stand there once'):
        read.agree(Agreement("use/1@second", Status.AGREED, "Decision 1", DAY, span="soon"))
    again = library.open("clauses")
    assert again.register.agreements == (Agreement("use/1", Status.AGREED, "Decision 1", DAY, "second"),)
    again.receive(proposal(again, "Never", "Not ever"), "a-use")
    assert [problem.message for problem in again.issue("a-use", Issue(DAY)).problems] == [
        "use/1 is agreed by Decision 1 of 2026-03-11; CCM/1 would change it"
    ]
    (warning,) = again.agree(Agreement("use/1@second", Status.OPEN, "Decision 2", DAY)).problems
    assert warning.code == "reopened"
    assert [one.decision for one in again.register.agreements] == ["Decision 1", "Decision 2"]


def test_a_record_that_is_broken_is_said_at_its_line_and_the_others_are_kept(workspace: Path) -> None:
    opened(workspace)
    good = proposal_format.write_position(Position("use/1", A, DAY))
    Path("clauses/positions.toml").write_text(
        good + '\n[[position]]\non = "use/1"\nat = 2026-03-12\n', encoding="utf-8"
    )
    read = library.open("clauses")
    assert len(read.register.positions) == 1
    assert said(read) == ['clauses/positions.toml:6:1: error: "by" is missing here [missing]']


def test_a_series_that_begins_no_symbol_is_an_error_in_its_line(workspace: Path) -> None:
    opened(workspace)
    read = edit("clauses/library.toml", 'proposals = "CCM/"', 'proposals = "CCM"')
    assert said(read) == [
        'clauses/library.toml:10:1: error: "CCM" begins no document symbol; '
        'write "CCM/", "CCM/CRP." or the like [series]'
    ]
