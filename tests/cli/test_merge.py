"""`merge`: the proposals of the sample's register on its first draft in one text."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from instrument.cli import group
from instrument.difference.comparison import changes_of
from instrument.formats.docx import read, tracked
from instrument.formats.docx.lint import lint
from instrument.proposals.proposal import receive
from tests.library.register import A, issued, opened, reworded

ROOT = Path(__file__).parents[2]
NIGHT = ("merge", "first-draft", "--until", "2026-02-20")


def run(*words: str, at: Path = ROOT) -> Result:
    return CliRunner().invoke(group, ["-C", str(at), *words])


def test_what_was_pending_that_night_stands_in_brackets_with_those_who_hold_it() -> None:
    result = run(*NIGHT)
    assert result.exit_code == 0
    assert (
        "[five] (base text – issue 1) [ten] (Delegation A; Delegation C; Delegation F – issue 1) years" in result.stdout
    )
    assert "Psychological [and social] (Delegation B; Delegation E) support" in result.stdout


def test_what_was_adopted_stands_bare() -> None:
    result = run("merge", "first-draft", "DC/2026/P/9")
    assert result.exit_code == 0
    assert "Psychological and social support" in result.stdout


def test_what_was_adopted_as_orally_amended_stands_as_it_was_amended_and_not_as_it_was_proposed() -> None:
    shown = run("merge", "first-draft", "DC/2026/P/8").stdout
    assert "solely on medical, rehabilitative, psychological or economic need" in shown
    before = run("merge", "first-draft", "DC/2026/P/8", "--until", "2026-03-01").stdout
    assert "solely on [medical or rehabilitative] (Delegation E) need" in before


def test_nobody_is_shown_to_hold_what_was_withdrawn() -> None:
    refused = run("merge", "first-draft", "DC/2026/P/5")
    assert refused.exit_code == 2 and "DC/2026/P/5 is withdrawn" in refused.stderr
    assert run("merge", "first-draft", "DC/2026/P/9", "--until", "2026-02-01").exit_code == 2


def test_a_pending_sub_amendment_is_named_where_its_words_are_not_in_the_text() -> None:
    result = run("merge", "first-draft", "--until", "2026-02-27")
    assert result.exit_code == 1
    assert "DC/2026/P/12: error: left out: it amends DC/2026/P/7" in result.stderr


def test_what_was_adopted_of_a_sub_amendment_is_no_agreement_on_the_text(tmp_path: Path) -> None:
    convention = tmp_path / "convention"
    assert CliRunner().invoke(group, ["init", str(convention)]).exit_code == 0
    letter = tmp_path / "letter.txt"
    letter.write_text('In article 3, paragraph 2, replace "six" with "seven".\n', encoding="utf-8")
    on = ["--by", "Delegation D", "--against", "DC/2026/P/17", "--at", "2026-04-23"]
    assert run("propose", str(letter), *on, at=convention).exit_code == 0
    assert run("issue", "delegation-d-letter", "--at", "2026-04-23", at=convention).exit_code == 0
    decided = ["--decision", "Decision 9", "--by", "Committee", "--at", "2026-04-24"]
    assert run("adopt", "DC/2026/P/18", *decided, at=convention).exit_code == 0
    amended = run("merge", "final-draft", at=convention).stdout
    assert "[eight] (base text – issue 1) [seven] (Delegation C; Delegation E – issue 1) years" in amended
    alone = run("merge", "final-draft", "DC/2026/P/18", at=convention).stdout
    assert "[eight] (base text – issue 1) [seven] (Delegation D – issue 1) years" in alone


def test_where_nothing_is_pending_that_is_said() -> None:
    result = run("merge", "first-draft")
    assert (result.exit_code, result.stderr) == (
        2, "instrument: no proposal on first-draft is pending; name those that are wanted\n"
    )  # fmt: skip


def test_the_rolling_text_is_tracked_by_those_who_hold_each_place(tmp_path: Path) -> None:
    path, issued = tmp_path / "rolling.docx", tmp_path / "issued.docx"
    assert run("build", "first-draft", "-o", str(issued)).exit_code == 0
    assert run(*NIGHT, "--tracked", "--onto", str(issued), "-o", str(path)).exit_code == 0
    data = path.read_bytes()
    assert lint(data) == ()
    assert "Delegation B; Delegation E" in {hand.author for hand in tracked(data, path.name).hands}
    assert read(data, "", "rejected").value == read(issued.read_bytes(), "").value
    assert run("verify", str(path)).exit_code == 0


def test_what_is_chosen_by_clause_and_delegation_alone_is_tracked(tmp_path: Path) -> None:
    path, issued, plain = tmp_path / "tracked.docx", tmp_path / "issued.docx", tmp_path / "plain.docx"
    assert run("build", "first-draft", "-o", str(issued)).exit_code == 0
    chosen = (*NIGHT, "--clause", "clearance", "--by", "Delegation A")
    result = run(*chosen, "--tracked", "--onto", str(issued), "-o", str(path))
    assert result.exit_code == 0
    assert run(*chosen, "-o", str(plain)).exit_code == 0
    data = path.read_bytes()
    assert {hand.author for hand in tracked(data, path.name).hands} == {
        "Delegation A", "Delegation A; Delegation C; Delegation F",
    }  # fmt: skip
    assert read(data, "", "rejected").value == read(issued.read_bytes(), "").value
    accepted, rolling = read(data, "", "accepted").value, read(plain.read_bytes(), "").value
    assert [clause.texts for clause in accepted] == [clause.texts for clause in rolling]
    assert run("verify", str(path)).exit_code == 0
    assert "DC/2026/P/3: info: left out: it is by Delegation E; Delegation D" in result.stderr
    assert "DC/2026/P/7 (Delegation B; Delegation A): info: left out: it changes victim-assistance" in result.stderr


def test_a_group_is_chosen_by_those_who_speak_for_it() -> None:
    shown = run(*NIGHT, "--by", "Group One").stdout
    assert "[, including displaced communities] (Delegation B, on behalf of Group One)" in shown
    assert "[five]" not in shown


def test_a_proposal_of_which_only_some_clauses_are_chosen_says_what_is_left_out(workspace: Path) -> None:
    read = opened(workspace)
    base = read.draft("second")
    both = reworded(reworded(base, "use", "Never", "Not ever"), "aid", "Each", "Every")
    changes = changes_of(base, both)
    issued(read, "a-both", receive("Two edits.", "second", A, date(2026, 3, 12), changes=changes), 12)
    result = run("merge", "second", "--clause", "use", at=workspace)
    assert "[Not ever]" in result.stdout and "Every" not in result.stdout
    assert "CCM/1 (Delegation A): warning: it is taken in part; left out: article “Aid”, paragraph 1" in result.stderr


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--clause", "disputes"), "disputes: none of these proposals changes it; they change general-obligations,"),
        (("--by", "Delegation H"), "none of these proposals on first-draft is by Delegation H"),
        (("--by", "Delegation Z"), '"Delegation Z" is no delegation and no group here'),
    ],
)
def test_a_choice_of_nothing_is_refused(words: tuple[str, ...], reason: str) -> None:
    result = run(*NIGHT, *words)
    assert result.exit_code == 2 and reason in result.stderr


def test_the_rolling_text_is_a_stage_on_a_branch(tmp_path: Path) -> None:
    assert CliRunner().invoke(group, ["init", str(tmp_path / "convention")]).exit_code == 0
    saved = run(*NIGHT, "--stage", "rolling-1", at=tmp_path / "convention")
    assert saved.exit_code == 0
    shown = run("show", "clearance@rolling-1", "--format", "clause", at=tmp_path / "convention")
    assert '[ten]{by="Delegation A; Delegation C; Delegation F" alt=1}' in shown.stdout


@pytest.mark.parametrize("words", [("--tracked",), ("--tracked", "-o", "a.html"), ("--onto", "issued.docx")])
def test_tracked_changes_are_of_word(words: tuple[str, ...]) -> None:
    result = run(*NIGHT, *words)
    assert result.exit_code == 2 and "-o FILE.docx" in result.stderr
