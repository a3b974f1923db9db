"""`record`: a step in the life of a proposal, or a sponsor that joins or leaves, dated, by whom, with initials."""

import json
from pathlib import Path

import pytest

from instrument import library
from tests.cli.test_commands import run
from tests.library.register import B, issued, opened, proposal

AT = ("--at", "2026-03-20T10:00")


@pytest.fixture
def register(workspace: Path) -> library.Library:
    """CCM/1 by Delegation A and CCM/2 by Delegation B; Group One are the two of them, B until June."""
    read = opened(workspace)
    read = issued(read, "a-use", proposal(read, "Never", "Not ever"))
    return issued(read, "b-use", proposal(read, "any circumstances", "no circumstances", B))


def test_a_step_is_recorded_with_who_when_and_initials(register: library.Library) -> None:
    result = run("record", "CCM/1", "introduced", "--by", "a", "--initials", "KL", *AT)
    assert (result.exit_code, result.stdout) == (0, "CCM/1: introduced\n")
    assert "2026-03-20 10:00  introduced  Delegation A  [KL]\n" in run("proposals", "CCM/1").stdout


def test_a_withdrawn_proposal_is_taken_over_and_has_another_mover(register: library.Library) -> None:
    run("withdraw", "CCM/1", "--by", "Delegation A", "--at", "2026-03-19")
    assert run("record", "CCM/1", "taken-over", "--by", "Delegation C", *AT).stdout == "CCM/1: taken over\n"
    assert library.open("clauses").proposal("CCM/1").mover == "Delegation C"


def test_a_proposal_lapses_or_is_superseded_by_another(register: library.Library) -> None:
    assert run("record", "CCM/1", "superseded", "--symbol", "CCM/2", *AT).stdout == "CCM/1: superseded\n"
    assert run("record", "CCM/2", "lapsed", "--note", "no vote", *AT).stdout == "CCM/2: lapsed\n"
    assert library.open("clauses").proposal("CCM/1").life[-1].symbol == "CCM/2"


def test_a_sponsor_joins_on_behalf_of_its_group_and_leaves(register: library.Library) -> None:
    joined = run("record", "CCM/1", "joined", "--by", "b", "--behalf", "Group One", "--initials", "KL", *AT)
    assert joined.stdout == "CCM/1: Delegation B, on behalf of Group One joined\n"
    left = run("record", "CCM/1", "left", "--by", "b", "--initials", "MN", "--at", "2026-03-25")
    assert left.stdout == "CCM/1: Delegation B left\n"
    told = "  Delegation B, on behalf of Group One (joined 2026-03-20 10:00 [KL], left 2026-03-25 [MN])\n"
    assert told in run("proposals", "CCM/1").stdout


def test_initials_are_for_the_secretariat_alone(register: library.Library) -> None:
    path = Path("clauses/proposals/ccm-1.proposal")
    path.write_text(path.read_text(encoding="utf-8").replace('"internal"', '"participants"'), encoding="utf-8")
    run("record", "CCM/1", "introduced", "--by", "a", "--initials", "KLM", *AT)
    run("record", "CCM/1", "joined", "--by", "b", "--initials", "KLM", *AT)
    for words in (("CCM/1",), ("CCM/1", "--json")):
        assert "KLM" in run("proposals", *words).stdout
        assert "KLM" not in run("proposals", *words, "--audience", "participants").stdout
    life = json.loads(run("proposals", "CCM/1", "--json").stdout)["proposals"][0]["life"]
    assert life[-1]["initials"] == "KLM"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("CCM/1", "introduced", "--by", "c", *AT), "introduced only by a sponsor, not by Delegation C"),
        (("CCM/1", "taken-over", "--by", "c", *AT), "it cannot be taken over once it is issued"),
        (("CCM/1", "validated", *AT), "it cannot be validated once it is issued"),
        (("CCM/1", "superseded", *AT), "it cannot be superseded without saying: symbol"),
        (("CCM/1", "superseded", "--symbol", "CCM/1", *AT), "it cannot be superseded by itself"),
        (("CCM/1", "superseded", "--symbol", "CCM/9", *AT), 'there is no proposal "CCM/9"'),
        (("CCM/1", "joined", "--by", "a", *AT), "Delegation A is a sponsor of it already"),
        (("CCM/1", "left", "--by", "b", *AT), "Delegation B is no sponsor of it"),
        (("CCM/1", "joined", "--by", "c", "--behalf", "north", *AT), "Delegation C is not in Group One on 2026-03-20"),
        (("CCM/1", "joined", "--by", "b", "--behalf", "north", "--at", "2026-07-01"), "Delegation B is not in Group"),
        (("CCM/1", "joined", "--by", "b", "--behalf", "a", *AT), "Delegation A is no group here"),
        (("CCM/1", "introduced", *AT), "say who with --by"),
        (("CCM/1", "left", "--by", "a", "--behalf", "north", *AT), "--behalf is of a sponsor that joined"),
        (("CCM/1", "lapsed", "--symbol", "CCM/2", *AT), "--symbol is of the proposal that supersedes"),
        (("CCM/1", "withdrawn", *AT), "'withdrawn' is not one of"),
    ],
)
def test_what_may_not_be_recorded_is_refused_and_says_why(
    register: library.Library, words: tuple[str, ...], reason: str
) -> None:
    before = Path("clauses/proposals/ccm-1.proposal").read_bytes()
    result = run("record", *words)
    assert result.exit_code == 2
    assert reason in result.stderr
    assert Path("clauses/proposals/ccm-1.proposal").read_bytes() == before


def test_several_delegations_say_the_same_in_one_note(register: library.Library) -> None:
    result = run("note", "CCM/1: Delegation B; Delegation C: supports", "--meeting", "3rd meeting", *AT)
    assert result.stdout == "CCM/1: Delegation B: supports\nCCM/1: Delegation C: supports\n"
    said = library.open("clauses").register.positions
    assert [(one.by, one.stance, one.meeting) for one in said] == [
        ("Delegation B", "supports", "3rd meeting"),
        ("Delegation C", "supports", "3rd meeting"),
    ]


def test_of_a_note_by_several_nothing_is_kept_where_one_is_not_known(register: library.Library) -> None:
    assert run("note", "CCM/1: Delegation B; Delegation Q: supports", *AT).exit_code == 2
    assert library.open("clauses").register.positions == ()


def test_an_alternative_of_a_proposal_stands_in_its_words(register: library.Library) -> None:
    result = run("note", "CCM/1: Delegation B: flexible", "--alternative", "Not ever", *AT)
    assert result.stdout == "CCM/1 (Not ever): Delegation B: flexible\n"
    result = run("note", "CCM/1: Delegation B: flexible", "--alternative", "At no time", *AT)
    assert result.exit_code == 2
    assert '"At no time" does not stand in the words of CCM/1' in result.stderr
