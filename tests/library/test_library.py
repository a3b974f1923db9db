"""A library is read once; what is wrong in it is named, with its place."""

from pathlib import Path

import pytest

from instrument import library
from instrument.library import Library
from instrument.model import plain
from instrument.problem import CannotRead, Misuse


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def settings_with(workspace: Path, old: str, new: str) -> Library:
    """The library after one change to its library.toml."""
    path = workspace / "clauses" / "library.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    put(path, text.replace(old, new))
    return library.open("clauses")


def said(read: Library) -> list[str]:
    return [str(problem) for problem in read.problems]


def words(read: Library, text: str, clause: str) -> str:
    found = read.draft(text).clause(clause)
    assert found is not None
    return plain(found.provisions[0].text)


def test_a_sound_library_has_no_problems(workspace: Path) -> None:
    assert said(library.open(workspace / "clauses")) == []


def test_stages_follow_the_one_they_grew_from(workspace: Path) -> None:
    assert [stage.id for stage in library.open("clauses").stages] == ["first", "paper", "second"]


def test_a_draft_takes_the_newest_text_along_its_own_ancestry(workspace: Path) -> None:
    read = library.open("clauses")
    assert words(read, "first", "clearance") == "Within five years."
    assert words(read, "paper", "clearance") == "Within ten years."
    assert words(read, "second", "clearance") == "Within five years."
    assert words(read, "second", "use") == "Never under any circumstances."


def test_the_order_is_inherited_where_it_is_not_given(workspace: Path) -> None:
    read = library.open("clauses")
    assert read.order("paper") == ("title", "use", "clearance")
    assert [clause.id for clause in read.draft("second")] == ["title", "use", "aid", "clearance"]
    assert read.clauses == ("title", "use", "clearance", "aid")


def test_a_draft_in_another_language_says_what_is_missing_and_what_is_old(workspace: Path) -> None:
    read = library.open("clauses").read_draft("second.fr")
    assert read.value.language == "fr"
    assert [clause.id for clause in read.value] == ["use"]
    assert [str(problem) for problem in read.problems] == [
        'clauses/library.toml: warning: at "second" there is no text in "fr" of: title, aid, clearance [untranslated]',
        'clauses/use/first.fr.clause: warning: this is of "first", but the original changed at "second" [outdated]',
    ]


def test_an_unknown_stage_or_language_is_refused_with_the_known_ones(workspace: Path) -> None:
    read = library.open("clauses")
    with pytest.raises(Misuse, match=r'"secnd" is no stage .*\(did you mean "second"\?\); .*: first, paper, second'):
        read.draft("secnd")
    with pytest.raises(Misuse, match='"de" is no language of clauses; it has: en, fr'):
        read.draft("second.de")
    with pytest.raises(Misuse, match=r'"clearence" is no clause .*did you mean "clearance"'):
        read.history("clearence")


def test_the_history_of_a_clause_follows_the_stages(workspace: Path) -> None:
    history = library.open("clauses").history("use")
    assert [(version.stage, version.language) for version in history] == [
        ("first", "en"),
        ("first", "fr"),
        ("second", "en"),
    ]
    assert library.open("clauses").history("aid")[0].path == Path("clauses/aid/second.clause")


def test_a_folder_without_a_library_is_refused(workspace: Path) -> None:
    with pytest.raises(CannotRead, match=r"no library in builds: it has no library\.toml"):
        library.open("builds")


def test_broken_toml_is_refused_at_its_line(workspace: Path) -> None:
    with pytest.raises(CannotRead, match="is not TOML") as refused:
        settings_with(workspace, "sealed = true", "sealed = yes")
    assert [str(problem) for problem in refused.value.problems] == [
        "clauses/library.toml:15:10: error: this is not TOML: Invalid value [toml]"
    ]


def test_a_library_of_a_later_format_is_refused(workspace: Path) -> None:
    with pytest.raises(CannotRead, match="is not of format 1; another version"):
        settings_with(workspace, "format = 1", "format = 2")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("sealed = true", "siled = true", ':15:1: error: "siled" means nothing here (did you mean "sealed"?)'),
        (
            'base = "first"\nkind',
            'base = "frist"\nkind',
            ':19:1: error: "paper" has the base "frist", which is no stage',
        ),
        ('kind = "basic proposal"', 'kind = "basic propsal"', ':13:1: error: "basic propsal" is no kind of stage (did'),
        ('"use", "clearance"]', '"use", "use", "clearance"]', ':16:1: error: "first" orders "use" more than once'),
        ('["en", "fr"]', '["en", "fr", "French"]', ':5:1: error: "French" is no code of a language'),
        ("[stages.paper]", "[stages.con]", ':18:1: error: "con" cannot name a stage: Windows keeps that name'),
        (
            "[stages.paper]",
            "[stages.Paper]",
            ':18:1: error: "Paper" cannot name a stage: a name is made of small letters',
        ),
        (
            "[stages.first]",
            '[groups.one]\nmembers = [{ delegation = "b" }]\n\n[stages.first]',
            ':13:1: error: the group "one" has the member "b", which is no delegation here',
        ),
    ],
)
def test_a_slip_in_library_toml_is_a_problem_at_its_line(workspace: Path, old: str, new: str, problem: str) -> None:
    assert f"clauses/library.toml{problem}" in said(settings_with(workspace, old, new))[0]


def test_stages_that_run_in_a_circle_are_a_problem_and_still_open(workspace: Path) -> None:
    read = settings_with(workspace, "[stages.first]\n", '[stages.first]\nbase = "second"\n')
    assert {stage.id for stage in read.stages} == {"first", "paper", "second"}
    assert any(
        'the bases of "first" run in a circle: first < second < first [circle]' in problem for problem in said(read)
    )


def test_an_ordered_clause_without_a_text_is_a_problem(workspace: Path) -> None:
    (workspace / "clauses/clearance/first.clause").unlink()
    (workspace / "clauses/clearance/paper.clause").unlink()
    read = library.open("clauses")
    problem = 'clauses/library.toml:16:1: error: "first" orders the clause "clearance", of which there is no text'
    assert sum(problem in line for line in said(read)) == 1
    assert any(problem in str(one) for one in read.read_draft("paper").problems)


def test_a_clause_that_no_stage_orders_is_a_problem(workspace: Path) -> None:
    put(workspace / "clauses/stray/first.clause", "## Article 9 — Stray\n\n1. Words.\n")
    assert said(library.open("clauses")) == [
        'clauses/stray: warning: no stage orders the clause "stray", so no draft holds it [unordered-clause]'
    ]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("use/secnd.clause", '"secnd" is no stage of this library (did you mean "second"?) [unknown-stage]'),
        ("use/first.de.clause", '"de" is no language of this library'),
        ("use/second.en.clause", '"en" is the original language, which a file\'s name leaves out'),
    ],
)
def test_a_file_whose_name_says_nothing_here_is_a_problem(workspace: Path, name: str, problem: str) -> None:
    put(workspace / "clauses" / name, "## Article 1 — Use\n\n1. Never.\n")
    (line,) = said(library.open("clauses"))
    assert line.startswith(f"clauses/{name}: error: {problem}")


@pytest.mark.parametrize(
    ("folder", "problem"),
    [
        ("Use", '"use" and "Use" are one name on Windows [duplicate-id]'),
        ("nul", '"nul" cannot name a clause: Windows keeps that name for a device [unsafe-name]'),
        ("two words", '"two words" cannot name a clause: a name is made of small letters'),
    ],
)
def test_a_folder_that_cannot_be_a_clause_everywhere_is_a_problem(workspace: Path, folder: str, problem: str) -> None:
    put(workspace / "clauses" / folder / "first.clause", "## Article 1 — Use\n\n1. Never.\n")
    assert any(problem in line for line in said(library.open("clauses")))


def test_folders_of_other_things_are_no_clauses(workspace: Path) -> None:
    put(workspace / "clauses/proposals/first.clause", "words")
    put(workspace / "clauses/.git/first.clause", "words")
    assert said(library.open("clauses")) == []


def test_a_clause_file_that_is_no_text_is_a_problem_and_the_rest_is_read(workspace: Path) -> None:
    (workspace / "clauses/use/second.clause").write_bytes("## Article 1 — État".encode("latin-1", "replace"))
    read = library.open("clauses")
    assert "is not UTF-8 text (line 1 may be Latin-1 or Windows-1252); save it as UTF-8 [unreadable]" in said(read)[0]
    assert words(read, "second", "use").startswith("Never, save under")


def test_front_matter_that_disagrees_with_the_path_is_a_problem(workspace: Path) -> None:
    put(workspace / "clauses/use/second.clause", '+++\nid = "clearance"\n+++\n## Article 1 — Use\n\n1. Never.\n')
    (line,) = said(library.open("clauses"))
    assert line.startswith('clauses/use/second.clause:2:1: error: the id "clearance" disagrees with the path')


@pytest.mark.parametrize(
    ("reference", "problem"),
    [
        ("{@aid}", ':3:10: error: there is no clause "aid" in the draft [unresolved-reference]'),
        ("{@clearance#gone}", ':3:10: error: there is no anchor "clearance#gone" in the draft [unresolved-reference]'),
    ],
)
def test_a_reference_that_leads_nowhere_at_some_stage_is_one_problem(
    workspace: Path, reference: str, problem: str
) -> None:
    put(workspace / "clauses/use/first.clause", f"## Article 1 — Use\n\n1. Under {reference}.\n")
    assert said(library.open("clauses")) == [f"clauses/use/first.clause{problem}"]


def test_a_reference_to_a_clause_not_yet_translated_leads_somewhere(workspace: Path) -> None:
    put(workspace / "clauses/use/first.fr.clause", "## Article 1 — Emploi\n\n1. Selon {@clearance#deadline}.\n")
    assert [problem.code for problem in library.open("clauses").read_draft("first.fr").problems] == ["untranslated"]


def test_a_text_of_a_narrower_audience_is_withheld(workspace: Path) -> None:
    put(
        workspace / "clauses/use/second.clause",
        '+++\naudience = "participants"\n+++\n## Article 1 — Use\n\n1. Never.\n',
    )
    read = library.open("clauses")
    assert read.withheld("second", "public") == ("use",)
    assert read.withheld("second", "participants") == read.withheld("first", "public") == ()


def test_delegations_have_their_names_in_each_language(workspace: Path) -> None:
    read = library.open(workspace / "clauses")
    assert read.names("fr") == {"Delegation A": "Délégation A"}
    assert read.names("en") == {"Delegation A": "Delegation A"}
