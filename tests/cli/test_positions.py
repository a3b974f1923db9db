"""`positions`: who said what of a stage of the sample, and which words are contested there."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

import instrument
from instrument.cli import group
from instrument.formats.docx.lint import lint
from tests.library.register import A, B, C, issued, opened, proposal

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/positions.schema.json").read_text(encoding="utf-8"))


def run(*words: str, width: int = 80, at: Path = ROOT) -> Result:
    return CliRunner(env={"COLUMNS": str(width)}).invoke(group, ["-C", str(at), "positions", *words])


def data(*words: str, at: Path = ROOT) -> dict[str, object]:
    told: dict[str, object] = json.loads(run(*words, "--json", at=at).stdout)
    jsonschema.validate(told, SCHEMA)
    return told


def cells(told: dict[str, object]) -> dict[tuple[str, str], str | None]:
    """The stances that stand, by delegation and by what they are on."""
    columns = [f"{each['on']} {each['alternative']}".strip() for each in told["columns"]]
    return {
        (row["name"], columns[cell["column"]]): cell["stance"]
        for row in told["delegations"]
        for cell in row["positions"]
    }


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "clauses", tmp_path / "clauses")
    return tmp_path


def noted(home: Path, *words: str) -> None:
    assert CliRunner().invoke(group, ["-C", str(home), "note", *words]).exit_code == 0


def record(home: Path, **said: str) -> None:
    """A record as a hand writes it into the file."""
    lines = [f"{key} = {value if key == 'at' else json.dumps(value)}" for key, value in said.items()]
    with (home / "clauses/positions.toml").open("a", encoding="utf-8") as file:
        file.write("\n".join(("\n[[position]]", *lines, "")))


def test_a_stage_has_what_was_said_of_it_and_of_the_proposals_on_it() -> None:
    found = cells(data("final-draft"))
    assert found == {
        ("Delegation A", "DC/2026/P/17"): "reserves",
        ("Delegation B", "DC/2026/P/17"): "supports",
        ("Delegation G", "stockpile-destruction/2"): None,
        ("Group One", "DC/2026/P/17"): "supports",
    }


def test_who_only_sponsors_a_proposal_has_no_position_on_it() -> None:
    assert not {name for name, _ in cells(data("final-draft"))} & {"Delegation C", "Delegation E"}


def test_what_was_said_of_a_proposal_on_a_proposal_stands_with_the_stage(home: Path) -> None:
    noted(home, "DC/2026/P/12: Delegation F: opposes", "--at", "2026-03-01")
    assert cells(data("first-draft", at=home)) == {("Delegation F", "DC/2026/P/12"): "opposes"}


def test_earlier_positions_are_in_the_data() -> None:
    told = data("second-draft")
    row = next(row for row in told["delegations"] if row["name"] == "Delegation C")
    assert [(cell["stance"], [one["stance"] for one in cell["earlier"]]) for cell in row["positions"]] == [
        ("flexible", ["opposes"]), ("reserves", []),
    ]  # fmt: skip


def test_as_the_records_stood_that_evening() -> None:
    found = cells(data("second-draft", "--until", "2026-03-11T22:00"))
    assert found["Delegation C", "clearance/6 ten"] == "opposes"
    assert not any(on.startswith(("entry-into-force", "DC/")) for _, on in found)


def test_one_place_written_in_two_ways_is_one_column(workspace: Path) -> None:
    opened(workspace)
    path = workspace / "clauses/use/second.clause"
    path.write_text("## Article 1 — Use\n\nNo State shall:\n  (a) Use them;\n", encoding="utf-8")
    noted(workspace, "use/~1/a@second: Delegation A: opposes", "--at", "2026-03-10")
    noted(workspace, "use/a@second: Delegation B: supports", "--at", "2026-03-10")
    assert cells(data("second", at=workspace)) == {
        ("Delegation A", "use/a"): "opposes",
        ("Delegation B", "use/a"): "supports",
    }


def test_what_others_may_not_see_is_left_out_and_counted() -> None:
    result = run("second-draft", "--audience", "participants")
    assert "no instructions yet" not in result.stdout and "transparency" not in result.stdout.partition("Contested")[0]
    assert "left out: 1 record that is not for participants" in result.stderr
    assert "Later positions may be on record" in result.stdout


def test_what_was_said_of_a_proposal_that_is_hidden_is_hidden_with_it(home: Path) -> None:
    noted(home, "d-verification: Delegation E: opposes", "--at", "2026-04-22", "--audience", "public")
    hidden = run("final-draft", "--audience", "participants", at=home)
    assert "d-verification" in run("final-draft", at=home).stdout
    assert "d-verification" not in hidden.stdout + hidden.stderr


def test_a_hidden_proposal_holds_no_words_for_others(workspace: Path) -> None:
    one = proposal(opened(workspace), "circumstances", "conditions")
    issued(instrument.open("clauses"), "a", one)
    assert "conditions" in run("second", at=workspace).stdout
    assert "conditions" not in run("second", "--audience", "participants", at=workspace).stdout


def test_a_public_document_names_no_holders_of_brackets() -> None:
    result = run("second-draft", "--audience", "public")
    assert "Delegation" not in result.stdout
    assert "brackets in 66 places; a public document does not name who holds them" in result.stderr


def test_a_clause_for_fewer_than_the_page_is_for_is_refused_by_name(workspace: Path) -> None:
    path = workspace / "clauses/clearance/first.clause"
    path.write_text('+++\naudience = "internal"\n+++\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    refused = run("first", "--audience", "participants", at=workspace)
    assert refused.exit_code == 2 and "clearance may not be shown to participants" in refused.stderr


@pytest.mark.parametrize(
    ("on", "stage", "reason"),
    [
        ("clearance/99", "second-draft", 'there is no "clearance/99"'),
        ("clearance/6", "lost-draft", "there is no such stage and no such proposal"),
        ("clearance/6", "", "there is no such stage and no such proposal"),
        ("DC/2026/P/99", "", "there is no such stage and no such proposal"),
    ],
)
def test_a_record_on_what_is_not_there_is_named_with_its_words(home: Path, on: str, stage: str, reason: str) -> None:
    record(home, on=on, by="Delegation H", at="2026-03-10", stage=stage, words="never")
    result = run("second-draft", at=home)
    assert result.exit_code == 0
    assert "what Delegation H said on 2026-03-10 stands in no column" in result.stderr and reason in result.stderr
    assert "Delegation H  " not in result.stdout.partition("Contested")[0]


def test_words_that_are_gone_keep_their_column_and_that_is_said(home: Path) -> None:
    said = {"by": "Delegation H", "at": "2026-03-10", "stage": "second-draft", "stance": "supports"}
    record(home, on="clearance/6", alternative="seven", **said)
    result = run("second-draft", at=home)
    assert "“seven”, which no longer stands in clearance/6 [words-gone]" in result.stderr
    assert ("Delegation H", "clearance/6 seven") in cells(data("second-draft", at=home))


def test_a_doubtful_order_is_said(home: Path) -> None:
    noted(home, "DC/2026/P/17: Delegation B: opposes", "--at", "2026-04-22")
    result = run("final-draft", at=home)
    assert "is not known to be before or after 2026-04-22 10:25; what was recorded last stands" in result.stderr


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_a_wide_matrix_is_folded_into_blocks_that_fit(width: int) -> None:
    matrix = run("second-draft", width=width).stdout.partition("\n\n")[2].partition("What was said")[0]
    assert max(map(len, matrix.splitlines())) <= width
    for column in ("clearance/2/c", "“thirtieth”", "“fortieth”", "DC/2026/P/15"):
        assert column in matrix


def test_the_most_held_words_come_first() -> None:
    told = data("second-draft")["contested"]
    assert isinstance(told, list)
    holders = [each["holders"] for each in told]
    assert holders == sorted(holders, reverse=True)
    assert told[0]["address"] == "definitions/3/c"


def test_contested_words_are_read_from_the_proposals_that_were_pending() -> None:
    told = data("first-draft", "--until", "2026-02-20")["contested"]
    assert isinstance(told, list)
    assert told[0]["address"] == "clearance/1/a"
    assert [(one["words"], one["is_base"], one["holders"], one["proposals"]) for one in told[0]["alternatives"]] == [
        ("five", True, 0, []), ("ten", False, 3, ["DC/2026/P/1"]),
    ]  # fmt: skip


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".txt", ".json"])
def test_the_page_in_every_format_has_every_record(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"positions{ending}"
    assert run("second-draft", "-o", str(path)).exit_code == 0
    if ending == ".docx":
        assert lint(path.read_bytes()) == ()
    else:
        read = path.read_text(encoding="utf-8")
        assert "five years are long enough" in read and "a treaty of this weight needs more States" in read


def test_the_page_of_the_french_text_speaks_french(tmp_path: Path) -> None:
    path = tmp_path / "positions.md"
    assert run("second-draft.fr", "-o", str(path)).exit_code == 0
    read = path.read_text(encoding="utf-8")
    assert "Délégation C" in read and "souple" in read and "Delegation C" not in read


def test_a_note_on_a_word_does_not_mean_a_part_of_another(home: Path) -> None:
    noted(home, "clearance/6@second-draft: Delegation A: supports", "--alternative", "ten", "--at", "2026-03-20")
    assert cells(data("second-draft", at=home))["Delegation A", "clearance/6 ten"] == "supports"


def test_delegations_stand_in_the_order_of_the_library(workspace: Path) -> None:
    read = opened(workspace)
    for name in (C, A, B):
        noted(workspace, f"use/1@second: {name}: supports", "--at", "2026-03-10")
    found = instrument.positions(instrument.open(read.path), "second").value
    assert [row.by for row in found.matrix.rows] == [B, C, A]


def test_delegations_that_want_the_same_words_share_a_column() -> None:
    lines = run("second-draft", "--shape", "groups").stdout.splitlines()
    (row,) = (line for line in lines if line.startswith("Article 16, paragraph 1:"))
    base, *groups = row.split(" | ")
    assert "the twentieth instrument" in base
    assert [cell.partition(":")[0] for cell in groups] == ["Delegation B; Delegation E", "Delegation D"]
    assert ["{+thirtieth+}" in groups[0], "{+fortieth+}" in groups[1]] == [True, True]


def test_the_groups_are_of_the_proposals_that_were_pending_too() -> None:
    result = run("first-draft", "--until", "2026-02-20", "--shape", "groups")
    assert "within five years after that date; and | Delegation A; Delegation C; Delegation F: " in result.stdout
    assert "Pending proposals as of 20 February 2026 are included." in result.stdout


def test_who_wants_the_text_as_it_reads_has_no_column_and_that_is_said(workspace: Path) -> None:
    path = workspace / "clauses/use/second.clause"
    path.write_text(
        '## Article 1 — Use\n\n1. [Never]{base by="Delegation A" alt=1} [Now]{by="Delegation B" alt=1} use them.\n',
        encoding="utf-8",
    )
    result = run("second", "--shape", "groups", at=workspace)
    assert "| Delegation B: " in result.stdout
    assert "Delegation A: " in result.stdout  # in article "Aid", where it wants a word
    path = workspace / "clauses/aid/second.clause"
    path.write_text("## Article — Aid\n\n1. Each State Party shall aid.\n", encoding="utf-8")
    result = run("second", "--shape", "groups", at=workspace)
    assert "Delegation A: info: has no column: what it wants is what the text reads" in result.stderr


def test_a_table_of_groups_is_not_for_the_public_and_is_no_data() -> None:
    refused = run("second-draft", "--shape", "groups", "--audience", "public")
    assert refused.exit_code == 2 and "names those who want each wording" in refused.stderr
    assert run("second-draft", "--shape", "groups", "--json").exit_code == 2


def test_a_table_of_groups_in_word_is_clean(tmp_path: Path) -> None:
    path = tmp_path / "groups.docx"
    assert run("second-draft", "--shape", "groups", "-o", str(path)).exit_code == 0
    assert lint(path.read_bytes()) == ()
