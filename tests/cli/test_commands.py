"""The commands as a person types them: what they print, where, and how they end."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from instrument.cli import COMMANDS, group


def run(*arguments: str, input: bytes | None = None) -> Result:
    result = CliRunner().invoke(group, arguments, input=input, catch_exceptions=False)
    assert "Traceback" not in result.output
    return result


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Example:\n    instrument {command} " in result.output or f"instrument {command}\n" in result.output


def test_a_new_workspace_builds_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("init", "convention").output.startswith("convention is a workspace")
    result = run("-C", "convention", "build")
    assert result.exit_code == 0
    assert "convention/builds/out/first-draft.docx" in result.stdout.splitlines()
    assert result.stderr == ""
    assert run("-C", "convention", "list").exit_code == 0


def test_a_workspace_is_not_made_over_something_else(workspace: Path) -> None:
    for place in (".", "clauses/library.toml"):
        result = run("init", place)
        assert result.exit_code == 2
        assert result.stderr == f"instrument: {place} is there already and is not an empty folder; name a new one\n"


def test_list_shows_the_tree_of_stages_and_the_versions_of_each_clause(workspace: Path) -> None:
    result = run("list")
    assert result.exit_code == 0
    assert result.stdout == (
        "Draft convention\n"
        "\n"
        "first     2026-02-02  basic proposal  sealed\n"
        "  paper   facilitator's paper\n"
        "  second  President's text\n"
        "\n"
        "title      first\n"
        "use        first, first.fr, second\n"
        "clearance  first, paper\n"
        "aid        second\n"
    )


def test_list_says_what_is_wrong_and_ends_with_one(workspace: Path) -> None:
    (workspace / "clauses/use/secnd.clause").write_text("## Article 1 — Use\n", encoding="utf-8")
    result = run("list")
    assert result.exit_code == 1
    assert result.stderr.startswith('clauses/use/secnd.clause: error: "secnd" is no stage of this library')


def test_list_gives_data_with_the_version_of_its_form(workspace: Path) -> None:
    data = json.loads(run("list", "--json").stdout)
    assert data["format"] == 1
    assert data["stages"][0]["order"] == ["title", "use", "clearance"]
    assert data["clauses"][1] == {"id": "use", "versions": ["first", "first.fr", "second"]}


def test_show_prints_a_provision_a_line_as_the_document_reads(workspace: Path) -> None:
    result = run("show", "use@first")
    assert result.exit_code == 0
    assert result.stdout == "Article 1\nUse\n\n1. Never, save under article 2, paragraph 1.\n"


def test_show_prints_the_source(workspace: Path) -> None:
    result = run("show", "use@first", "--format", "clause")
    assert "1. Never, save under {@clearance#deadline}.\n" in result.stdout


def test_show_gives_data_with_the_version_of_its_form(workspace: Path) -> None:
    data = json.loads(run("show", "use@first", "--format", "json").stdout)
    assert (data["format"], data["language"]) == (1, "en")
    assert data["clauses"][0]["provisions"] == [
        {
            "address": "use/1",
            "depth": 0,
            "label": "1.",
            "text": "Never, save under {@clearance#deadline}.",
            "anchor": "",
        }
    ]


def test_history_lists_the_versions_of_a_clause(workspace: Path) -> None:
    result = run("history", "use")
    assert [line.split() for line in result.stdout.splitlines()] == [
        ["first", "2026-02-02", "en", "clauses/use/first.clause"],
        ["first", "2026-02-02", "fr", "clauses/use/first.fr.clause"],
        ["second", "en", "clauses/use/second.clause"],
    ]
    data = json.loads(run("history", "use", "--json").stdout)
    assert (data["format"], data["versions"][2]["stage"]) == (1, "second")


def test_build_makes_all_recipes_or_those_named(workspace: Path) -> None:
    made = "builds/out/second.docx\nbuilds/out/second.txt\n"
    for arguments in (["build"], ["build", "second"], ["build", "builds/second.toml"]):
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (0, made)


def test_build_makes_one_file_of_one_text(workspace: Path) -> None:
    assert run("build", "second", "-o", "second.html").stdout == "second.html\n"
    assert "Never under any circumstances." in (workspace / "second.html").read_text(encoding="utf-8")
    assert run("build", "use@second", "-o", "-").stdout == "Article 1\nUse\n\n1. Never under any circumstances.\n"
    assert run("build", "second", "-o", "second.clause").exit_code == 0
    assert run("build", "second.clause", "-o", "again.clause").exit_code == 0
    assert (workspace / "again.clause").read_bytes() == (workspace / "second.clause").read_bytes()


def test_a_command_finds_the_workspace_above_it(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace / "clauses" / "use")
    assert run("build").stdout.splitlines()[0] == "../../builds/out/second.docx"


def test_a_text_comes_in_from_standard_input(workspace: Path) -> None:
    result = run("show", "-", input=b"Article 1\nUse\n\n1. Never.\n\nArticle 2\nAid\n\n1. Always.\n")
    assert result.stdout == "Article 1\nUse\n\n1. Never.\n\nArticle 2\nAid\n\n1. Always.\n"


def test_errors_in_a_text_end_a_finished_command_with_one(workspace: Path) -> None:
    path = workspace / "clauses/use/second.clause"
    path.write_text("## Article 1 — Use\n\n1. Under {@gone}.\n", encoding="utf-8")
    result = run("show", "use@second")
    assert (result.exit_code, result.stdout) == (1, "Article 1\nUse\n\n1. Under {@gone}.\n")
    assert result.stderr.splitlines() == [
        'clauses/use/second.clause:3:10: error: there is no clause "gone" in the draft [unresolved-reference]',
        "  3 | 1. Under {@gone}.",
        "    |          ^",
        '  hint: it is missing at "second"',
    ]


def test_warnings_alone_are_no_failure(workspace: Path) -> None:
    path = workspace / "clauses/use/second.clause"
    path.write_text("## Article 1 — Use\n\n1. [Never.\n", encoding="utf-8")
    result = run("show", "use@second")
    assert result.exit_code == 0
    assert result.stderr.startswith("clauses/use/second.clause:3:4: warning:")


def test_colours_are_only_where_they_are_wanted(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in run("show", "secnd").stderr
    assert "\x1b[31minstrument:" in run("--color", "always", "show", "secnd").stderr
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in CliRunner().invoke(group, ["show", "secnd"], color=True).stderr
    assert "\x1b[" in run("--color", "always", "show", "secnd").stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["show", "secnd"],
            '"secnd" is no stage of clauses (did you mean "second"?); its stages are: first, paper, second',
        ),
        (["show", "gone.txt"], "there is no file gone.txt; look at the name and the folder"),
        (["show", "./clauses"], "clauses is a folder; name a file in it"),
        (["history", "usage"], '"usage" is no clause of clauses (did you mean "use"?)'),
        (["build", "first"], 'there is no recipe "first"; there are: second; a TEXT needs its file named with -o'),
        (
            ["build", "second", "-o", "a.pdf"],
            '".pdf" is no ending known here; known are: .docx, .docm, .dotx, .odt, .doc, .clause, .txt, .md, .html',
        ),
        (
            ["build", "second", "-o", "builds"],
            '"" is no ending known here; known are: .docx, .docm, .dotx, .odt, .doc, .clause, .txt, .md, .html',
        ),
        (
            ["-C", "builds", "list"],
            "there is no workspace in builds; name one with -C, or make one with instrument init",
        ),
        (["build", "builds/none.toml"], "there is no file builds/none.toml; look at the name and the folder"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_two(workspace: Path, arguments: list[str], sentence: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"instrument: {sentence}\n")


def test_a_broken_library_is_refused_with_its_line(workspace: Path) -> None:
    (workspace / "clauses/library.toml").write_text("format = = 1\n", encoding="utf-8")
    result = run("list")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "instrument: clauses/library.toml is not TOML; mend it where this points",
        "clauses/library.toml:1:10: error: this is not TOML: Invalid value [toml]",
        "  1 | format = = 1",
        "    |          ^",
    ]


def test_a_place_without_a_workspace_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("list")
    assert result.exit_code == 2
    assert result.stderr.startswith("instrument: there is no workspace here or above; name one with -C")


def test_one_file_is_made_of_one_text(workspace: Path) -> None:
    result = run("build", "first", "second", "-o", "a.docx")
    assert result.exit_code == 2
    assert "-o takes one TEXT, and 2 were named." in result.stderr
