"""`compendium`, `rebase` and `disposition`, on the sample's register."""

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

import instrument
from instrument.cli import group
from instrument.formats.docx.lint import lint
from instrument.formats.docx.parts.opened import opened

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/compendium.schema.json").read_text(encoding="utf-8"))


def run(*words: str) -> Result:
    return CliRunner().invoke(group, ["-C", str(ROOT), *words])


def test_the_compendium_of_a_stage_is_read_on_the_terminal() -> None:
    result = run("compendium", "first-draft", "--until", "2026-02-12T23:00")
    assert result.exit_code == 0
    assert "Delegation C; Delegation E (DC/2026/P/4):" in result.stdout
    assert "DC/2026/P/7" not in result.stdout
    assert "DC/2026/P/5: info: left out: withdrawn" in result.stderr
    assert "DC/2026/P/7: info: left out: received on 2026-02-13 10:00" in result.stderr


def test_what_is_proposed_on_a_proposal_stands_in_the_compendium_of_its_stage() -> None:
    assert "(DC/2026/P/12 on DC/2026/P/7):" in run("compendium", "first-draft").stdout


def test_an_addendum_has_only_what_is_new() -> None:
    result = run("compendium", "first-draft", "--since", "2026-02-16")
    assert "DC/2026/P/9" in result.stdout
    assert "DC/2026/P/4" not in result.stdout


def test_a_comparative_table_has_what_is_proposed_beside_the_base(tmp_path: Path) -> None:
    result = run("compendium", "first-draft", "--shape", "table")
    assert result.exit_code == 0
    assert "(c) Psychological support; and | Delegation B; Delegation E (DC/2026/P/9):" in result.stdout
    assert "DC/2026/P/5: info: left out: withdrawn" in result.stderr
    path = tmp_path / "table.docx"
    assert run("compendium", "first-draft", "--shape", "table", "-o", str(path)).exit_code == 0
    assert lint(path.read_bytes()) == ()


def test_a_comparative_table_has_no_instructions() -> None:
    result = run("compendium", "first-draft", "--shape", "table", "--as", "instructions")
    assert result.exit_code == 2
    assert "choose the shape by articles for instructions" in result.stderr


@pytest.mark.parametrize("ending", [".docx", ".html", ".md"])
def test_no_delegation_is_named_in_the_file_of_an_unattributed_compendium(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"compendium{ending}"
    assert run("compendium", "first-draft", "--unattributed", "-o", str(path)).exit_code == 0
    data = path.read_bytes()
    parts = opened(data, path.name).parts.values() if ending == ".docx" else [data]
    assert not any(name in part for part in parts for name in (b"Delegation", b"Group One"))
    if ending == ".docx":
        assert lint(data) == ()


def test_the_compendium_of_the_french_text_names_the_delegations_in_french() -> None:
    result = run("compendium", "first-draft.fr", "--by", "delegations")
    assert result.exit_code == 0
    assert "Délégation A" in result.stdout


def test_one_proposal_alone_is_a_conference_paper() -> None:
    result = run("compendium", "first-draft", "--only", "DC/2026/P/4")
    assert "Proposal by Delegation C and Delegation E for the amendment of article 1" in result.stdout


def test_what_is_not_for_an_audience_is_counted_for_the_stage_alone() -> None:
    hidden = [each for each in instrument.open(ROOT / "clauses").proposals() if each.audience == "internal"]
    result = run("compendium", "first-draft", "--audience", "participants")
    here = [each for each in hidden if each.against in ("first-draft", "DC/2026/P/7")]
    said = f"left out: {len(here)} proposals that are not for participants"
    assert (said in result.stderr) is bool(here)
    assert ("not for participants" in result.stderr) is bool(here)


def test_a_date_that_is_none_is_refused() -> None:
    result = run("compendium", "first-draft", "--until", "yesterday")
    assert result.exit_code == 2
    assert '"yesterday" is no day and no time' in result.stderr


def test_a_rebased_proposal_tells_what_becomes_of_each_change() -> None:
    result = run("rebase", "DC/2026/P/4", "--onto", "second-draft")
    assert "article 1, paragraph 1" in result.stdout
    assert "proposed: Each State Party undertakes" in result.stdout


def test_a_rebased_proposal_as_data_has_its_changes() -> None:
    told = json.loads(run("rebase", "DC/2026/P/4", "--onto", "second-draft", "--json").stdout)
    assert told["format"] == 1
    assert {row["fate"] for row in told["rebased"]} <= {
        "carried", "carried with a shift", "carried by likeness", "already there", "conflict", "orphaned",
    }  # fmt: skip
    assert "items" in told["changes"]


def test_the_disposition_says_what_became_of_each_proposal(tmp_path: Path) -> None:
    result = run("disposition", "second-draft")
    assert "DC/2026/P/10" in result.stdout
    assert "in full" in result.stdout
    path = tmp_path / "disposition.docx"
    assert run("disposition", "second-draft", "-o", str(path)).exit_code == 0
    assert lint(path.read_bytes()) == ()


def test_the_first_text_has_no_disposition() -> None:
    result = run("disposition", "first-draft")
    assert result.exit_code == 2
    assert "first-draft grew from no other stage" in result.stderr


def test_a_compendium_as_data_has_every_character_of_every_proposal(tmp_path: Path) -> None:
    path = tmp_path / "compendium.json"
    assert run("compendium", "first-draft", "-o", str(path)).exit_code == 0
    data = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.validate(data, SCHEMA)
    library = instrument.open(ROOT / "clauses")
    told = {each["symbol"].partition(" on ")[0]: each for each in data["proposals"]}
    for symbol, each in told.items():
        proposal = library.proposal(symbol)
        assert (each["words"], each["explanation"]) == (proposal.words, proposal.explanation)
        assert each["changes"] is not None
    touched = {number for row in data["provisions"] for made in row["made"] for number in made["by"]}
    assert touched == {each["number"] for each in data["proposals"]}


def test_no_delegation_is_named_in_the_data_of_an_unattributed_compendium() -> None:
    result = run("compendium", "first-draft", "--unattributed", "--json")
    jsonschema.validate(json.loads(result.stdout), SCHEMA)
    assert "Delegation" not in result.stdout
    assert "DC/2026/P" not in result.stdout


def test_a_compendium_of_instructions_has_the_words_received_under_the_provision_they_are_about() -> None:
    lines = [line.strip() for line in run("compendium", "first-draft", "--as", "instructions").stdout.splitlines()]
    at = lines.index("Base text: article 1, paragraph 1 (e)")
    assert lines[at + 2 : at + 4] == [
        "Delegation D (DC/2026/P/6):",
        'In article 1, paragraph 1 (e), delete ", finance".',
    ]
    assert (
        'In paragraph 1 bis, as proposed in DC/2026/P/7, after "shall" insert ", to the extent of its available '
        'resources,".' in lines
    )


def test_a_compendium_of_instructions_that_names_nobody_has_other_words() -> None:
    result = run("compendium", "first-draft", "--as", "instructions", "--unattributed")
    assert "In article 1, paragraph 1 (e), delete “finance,”." in result.stdout
    assert "DC/2026/P" not in result.stdout


def test_a_compendium_of_instructions_stands_by_articles_alone() -> None:
    result = run("compendium", "first-draft", "--as", "instructions", "--by", "delegations")
    assert result.exit_code == 2
    assert "has the words as submitted: choose the shape by articles" in result.stderr


def test_words_that_may_name_somebody_are_left_out_where_nobody_is_named_and_that_is_said(workspace: Path) -> None:
    settings = workspace / "clauses/library.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + '\n[series]\nproposals = "DC/P/"\n', encoding="utf-8")
    letter = workspace / "letter.txt"
    letter.write_text("Delegation A hopes that article 2 will be looked at again.\n", encoding="utf-8")
    runner = CliRunner()
    given = ["--by", "Delegation A", "--against", "first", "--at", "2026-02-03"]
    assert runner.invoke(group, ["propose", str(letter), *given]).exit_code in (0, 1)
    symbols = runner.invoke(group, ["proposals"]).stdout
    name = next(line.split()[0] for line in symbols.splitlines() if "received" in line and "2026-02-03" in line)
    assert runner.invoke(group, ["issue", name, "--at", "2026-02-03"]).exit_code in (0, 1)
    shown = runner.invoke(group, ["compendium", "first", "--unattributed"])
    assert "Delegation A" not in shown.stdout and "looked at again" not in shown.stdout
    assert "may name somebody" in shown.stderr
    assert "looked at again" in runner.invoke(group, ["compendium", "first"]).stdout


def test_a_clause_for_fewer_than_a_compendium_is_for_is_refused_by_name(workspace: Path) -> None:
    path = workspace / "clauses/clearance/first.clause"
    path.write_text('+++\naudience = "internal"\n+++\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    refused = CliRunner().invoke(group, ["compendium", "first", "--audience", "public", "--unattributed"])
    assert refused.exit_code == 2 and "clearance may not be shown to public" in refused.stderr
