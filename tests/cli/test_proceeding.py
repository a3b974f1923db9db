"""The commands of the register: what a secretariat types, what it reads, how they end."""

import json
from pathlib import Path

import pytest

from instrument import library
from tests.cli.test_commands import run
from tests.library.register import A, B, issued, opened, proposal


@pytest.fixture
def register(workspace: Path) -> library.Library:
    """CCM/1 by Delegation A for participants, CCM/2 by Delegation B for the secretariat, both on article 1."""
    read = opened(workspace)
    read = issued(read, "a-use", proposal(read, "Never", "Not ever"))
    path = Path("clauses/proposals/ccm-1.proposal")
    path.write_text(path.read_text(encoding="utf-8").replace('"internal"', '"participants"'), encoding="utf-8")
    return issued(library.open("clauses"), "b-use", proposal(read, "any circumstances", "no circumstances", B))


def test_the_register_is_a_table(register: library.Library) -> None:
    result = run("proposals")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "Draft convention: proposals (internal)\n"
        "\n"
        "proposal  received          state   against  clauses  sponsors\n"
        "CCM/1     2026-03-10 09:00  issued  second   use      Delegation A\n"
        "CCM/2     2026-03-10 09:00  issued  second   use      Delegation B\n"
    )


def test_the_register_for_others_leaves_out_what_they_may_not_see(register: library.Library) -> None:
    run("note", "CCM/1: Delegation B: opposes", "--at", "2026-03-12")
    run("note", "CCM/1: Delegation C: supports", "--at", "2026-03-12", "--audience", "participants")
    result = run("proposals", "--audience", "participants", "--json")
    data = json.loads(result.stdout)
    assert (data["format"], data["audience"]) == (1, "participants")
    assert [one["symbol"] for one in data["proposals"]] == ["CCM/1"]
    assert [one["by"] for one in data["positions"]] == ["Delegation C"]
    assert "Delegation B" not in result.stdout
    assert "CCM/2" not in run("proposals", "--audience", "participants").stdout
    assert run("proposals", "--audience", "public").stdout.splitlines()[2:] == [
        "proposal  received  state  against  clauses  sponsors"
    ]
    refused = run("proposals", "CCM/2", "--audience", "participants")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == "instrument: CCM/2 may not be shown to participants; choose another audience\n"


def test_the_register_is_narrowed_by_state_sponsor_and_clause(register: library.Library) -> None:
    run("withdraw", "CCM/1", "--by", A, "--at", "2026-03-12")
    for narrowed, kept in (
        (["--state", "pending"], "CCM/2"),
        (["--state", "withdrawn"], "CCM/1"),
        (["--sponsor", B], "CCM/2"),
        (["--sponsor", A, "--clause", "use", "--against", "second"], "CCM/1"),
    ):
        assert [line.split()[0] for line in run("proposals", *narrowed).stdout.splitlines()[3:]] == [kept]
    refused = run("proposals", "--state", "gone")
    assert refused.exit_code == 2
    assert 'instrument: "gone" is no state of a proposal; there are: received, validated' in refused.stderr


def test_a_proposal_is_shown_in_full(register: library.Library) -> None:
    run("note", "CCM/1: Delegation B: reserves: no instructions yet", "--at", "2026-03-12T10:00", "--meeting", "M. 3")
    assert run("proposals", "ccm-1").stdout == (
        "CCM/1 (participants), against second: issued\n"
        "  Delegation A (joined 2026-03-10 09:00)\n"
        "\n"
        'In article 1, paragraph 1, replace "Never" with "Not ever".\n'
        "\n"
        "2026-03-10 09:00  received  Delegation A  e-mail\n"
        "2026-03-11  issued\n"
        "2026-03-12 10:00  CCM/1  Delegation B  reserves  no instructions yet  M. 3\n"
    )


def test_data_says_all_that_is_on_record(register: library.Library) -> None:
    (one,) = json.loads(run("proposals", "CCM/1", "--json").stdout)["proposals"]
    assert one["life"][0] == {
        "event": "received", "at": "2026-03-10T09:00:00", "by": "Delegation A", "channel": "e-mail"
    }  # fmt: skip
    assert (one["relation"], one["parent"], one["mover"]) == ("original", None, "Delegation A")
    assert one["changes"]["items"][0]["do"] == "replace"


def test_what_is_wrong_in_the_register_is_said_and_ends_with_one(register: library.Library) -> None:
    Path("clauses/issued/ccm-1.proposal").unlink()
    result = run("proposals")
    assert result.exit_code == 1
    assert "error: CCM/1 was issued, but what was issued is not kept [not-kept]" in result.stderr


def test_issuing_says_the_symbol_and_warns_of_what_it_would_re_open(register: library.Library) -> None:
    register.receive(proposal(register, "Never", "At no time"), "c-use")
    run("note", "use/1@second", "--agreed", "--decision", "Decision 1", "--at", "2026-03-12")
    result = run("issue", "c-use", "--at", "2026-03-13T09:00")
    assert (result.exit_code, result.stdout) == (0, "CCM/3: issued\n")
    assert "use/1 is agreed by Decision 1 of 2026-03-12; CCM/3 would change it [reopened]" in result.stderr
    assert "issued at = " not in result.stdout
    assert 'step = "issued", at = 2026-03-13T09:00:00, by = "Secretariat"' in Path(
        "clauses/issued/ccm-3.proposal"
    ).read_text(encoding="utf-8")
    register.receive(proposal(register, "Never", "By no means"), "c-again")
    assert run("issue", "c-again", "--as", "CCM/3/Rev.1").stdout == "CCM/3/Rev.1: issued\n"
    assert run("issue", "c-again", "CCM/1", "--as", "CCM/4").exit_code == 2


def test_withdrawing_and_rejecting_say_what_became_of_it(register: library.Library) -> None:
    refused = run("withdraw", "CCM/1", "--by", B)
    assert refused.exit_code == 2
    assert refused.stderr == (
        "instrument: CCM/1: it can be withdrawn only by its mover, Delegation A, not by Delegation B\n"
    )
    assert run("withdraw", "CCM/1", "--by", "a").stdout == "CCM/1: withdrawn\n"
    assert run("reject", "CCM/2", "--decision", "Decision 1", "--by", "Plenary").stdout == "CCM/2: rejected\n"
    assert run("reject", "CCM/2", "--decision", "Decision 2").exit_code == 2


def test_adopting_makes_a_stage_that_can_be_shown(register: library.Library) -> None:
    result = run("adopt", "CCM/1", "CCM/2", "--decision", "Decision 1", "--stage", "third", "--at", "2026-03-12")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:2] == ["clauses/use/third.clause", "clauses/library.toml"]
    assert run("show", "use@third").stdout.endswith("1. Not ever under no circumstances.\n")
    again = run("adopt", "CCM/1", "--decision", "Decision 2", "--stage", "fourth")
    assert (again.exit_code, Path("clauses/use/fourth.clause").exists()) == (2, False)


def test_adopting_what_was_orally_amended_takes_the_text_as_it_was_read_out(register: library.Library) -> None:
    text = '+++\nid = "use"\n+++\n## Article 1 — Use\n\n1. At no time whatsoever.\n'
    Path("read-out.clause").write_text(text, encoding="utf-8")
    result = run("adopt", "CCM/1", "--decision", "Decision 1", "--stage", "third", "--amended", "read-out.clause")
    assert result.exit_code == 0
    assert run("show", "use@third").stdout.endswith("1. At no time whatsoever.\n")
    assert library.open("clauses").proposal("CCM/1").adopted


def test_a_note_says_how_it_was_kept(register: library.Library) -> None:
    assert run("note", "use/1@second: Delegation B: insert 'reliable'").stdout == (
        "use/1@second: Delegation B: insert 'reliable'\n"
    )
    assert run("note", "ccm-1: Delegation B: flexible").stdout == "CCM/1: Delegation B: flexible\n"
    assert run("note", "use/1@second: Delegation B: supports", "--alternative", "Never").exit_code == 0
    agreed = run("note", "use/1@second", "--ad-referendum", "--decision", "Decision 1")
    assert agreed.stdout == "use/1@second: ad referendum by Decision 1\n"
    again = run("note", "use/1@second", "--open", "--decision", "Decision 2")
    assert again.exit_code == 0
    assert "use/1 is ad referendum by Decision 1" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["note", "use/1@second", "--agreed"], "an agreement needs --decision, and one of --agreed"),
        (["note", "use/1@second"], "is no note; write where, who and what"),
        (["note", "use/1@second: Delegation B: supports", "--at", "soon"], '"soon" is no day and no time'),
        (["note", "use/1@second: Delegation B: supports", "--at", "2026-03-09T10:00Z"], "without an offset"),
        (["issue", "nothing"], 'there is no proposal "nothing"'),
        (["adopt", "CCM/1", "--decision", "Decision 1"], "name a new one with --stage"),
    ],
)
def test_what_cannot_be_done_is_refused_with_two(register: library.Library, arguments: list[str], reason: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert reason in result.stderr


def test_a_new_workspace_has_the_sample_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("init", "convention")
    result = run("-C", "convention", "proposals", "--state", "pending")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "DC/2026/P/17" in result.stdout
    assert run("-C", "convention", "issue", "d-verification").stdout == "DC/2026/P/18: issued\n"
