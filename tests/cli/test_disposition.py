"""`disposition --confirm`: an officer's word on what became of a proposal, on record beside what is suggested."""

import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from instrument.cli import group

ROOT = Path(__file__).parents[2]
DAY = ("--initials", "AB", "--at", "2026-03-10")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "clauses", tmp_path / "clauses")
    return tmp_path


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(group, ["-C", str(home), "disposition", "second-draft", *words])


def row(home: Path, proposal: str, *words: str) -> str:
    """The first row of a proposal in the table."""
    return run(home, *words).stdout.partition(f"\n{proposal}\n")[2].partition("\nDC/")[0]


def test_what_an_officer_confirms_stands_beside_what_is_suggested(home: Path) -> None:
    result = run(home, "--confirm", "DC/2026/P/10=in-part", *DAY)
    assert result.stdout == "DC/2026/P/10 in second-draft: in part, confirmed by AB\n"
    assert row(home, "DC/2026/P/10").endswith(" | in full | in part (2026-03-10, AB)")


def test_a_symbol_alone_confirms_what_is_suggested(home: Path) -> None:
    run(home, "--confirm", "DC/2026/P/10", *DAY)
    assert row(home, "DC/2026/P/10").endswith(" | in full | in full (2026-03-10, AB)")


def test_a_later_word_counts_and_the_earlier_one_stays_on_record(home: Path) -> None:
    run(home, "--confirm", "DC/2026/P/10=in-part", *DAY)
    run(home, "--confirm", "DC/2026/P/10=reflected-in-full", "--initials", "CD", "--at", "2026-03-11")
    assert row(home, "DC/2026/P/10").endswith("| in full (2026-03-11, CD)")
    kept = tomllib.loads((home / "clauses/dispositions.toml").read_text("utf-8"))["disposition"]
    assert [(each["reflected"], each["initials"]) for each in kept] == [("in part", "AB"), ("in full", "CD")]


def test_where_the_text_changes_afterwards_the_table_says_so(home: Path) -> None:
    run(home, "--confirm", "DC/2026/P/10", *DAY)
    path = home / "clauses/clearance/second-draft.clause"
    path.write_text(path.read_text("utf-8").replace("consultation", "agreement"), "utf-8")
    assert "the text has changed since this was confirmed: in full (2026-03-10, AB)" in row(home, "DC/2026/P/10")


def test_initials_and_notes_are_not_for_others(home: Path) -> None:
    run(home, "--confirm", "DC/2026/P/10", *DAY, "--note", "see the file")
    assert row(home, "DC/2026/P/10", "--audience", "participants").endswith("| in full (2026-03-10)")
    assert row(home, "DC/2026/P/10").endswith("| in full (2026-03-10, AB, see the file)")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("DC/2026/P/10=partly", *DAY), "write one of: in-full, in-part"),
        (("DC/2026/P/17", *DAY), "DC/2026/P/17 is none of those on first-draft that second-draft answers"),
        (("DC/2026/P/5=in-full", *DAY), "DC/2026/P/5 is none of those"),
        (("DC/2026/P/10",), "nobody confirms it; say who, with initials"),
    ],
)
def test_what_cannot_be_confirmed_is_refused_and_nothing_is_recorded(
    home: Path, words: tuple[str, ...], reason: str
) -> None:
    result = run(home, "--confirm", "DC/2026/P/4", "--confirm", *words)
    assert result.exit_code == 2
    assert reason in result.stderr
    assert not (home / "clauses/dispositions.toml").exists()
