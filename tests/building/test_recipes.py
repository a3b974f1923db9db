"""A recipe makes all its documents or none, the same bytes every time, and a slip in it is found at its line."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from instrument import library
from instrument.building.making import build
from instrument.problem import CannotWrite, Failure

RECIPE = Path("builds/second.toml")
FULL = """\
text = "second"
profile = "ccm"
contents = true
holders = "none"
audience = "public"
line-numbers = true
watermark = "DRAFT"
paper = "Letter"
landscape = false

[document]
body = "Conference"
symbol = "A/1"
distribution = "limited"
date = 2026-03-09
original = "en"
agenda = "Item 9"
title = "A convention"
subtitle = "For discussion"

[outputs]
docx = "public.docx"
"""


def put(text: str, path: Path = RECIPE) -> None:
    path.write_text(text, encoding="utf-8")


def refusal(*paths: Path) -> Failure:
    with pytest.raises(Failure) as refused:
        build(library.open("clauses"), paths or (RECIPE,))
    assert not Path("builds/out").exists()
    assert "\n" not in str(refused.value)
    return refused.value


def test_a_recipe_makes_its_documents_in_the_folder_out(workspace: Path) -> None:
    built = build(library.open("clauses"), [RECIPE])
    assert built.value == (Path("builds/out/second.docx"), Path("builds/out/second.txt"))
    assert "[aid] (Delegation A)" in built.value[1].read_text(encoding="utf-8")
    assert built.problems == ()


def test_a_build_gives_the_same_bytes_every_time(workspace: Path) -> None:
    first = [path.read_bytes() for path in build(library.open("clauses"), [RECIPE]).value]
    assert [path.read_bytes() for path in build(library.open("clauses"), [RECIPE]).value] == first


def test_every_key_of_a_recipe_reaches_the_page(workspace: Path) -> None:
    put(FULL)
    (path,) = build(library.open("clauses"), [RECIPE]).value
    with ZipFile(path) as package:
        parts = "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    for words in (
        "Conference",
        "A/1",
        "9 March 2026",
        "Item 9",
        "A convention",
        "For discussion",
        "DRAFT",
        "lnNumType",
    ):
        assert words in parts
    assert "Delegation A" not in parts


def test_a_clause_file_holds_the_text_with_its_references(workspace: Path) -> None:
    put('text = "first"\n[outputs]\nclause = "first.clause"\n')
    (path,) = build(library.open("clauses"), [RECIPE]).value
    assert "{@clearance#deadline}" in path.read_text(encoding="utf-8")


def test_a_file_named_by_a_recipe_lies_beside_it(workspace: Path) -> None:
    put('+++\nid = "use"\n+++\n## Article 1 — Use\n\n1. Not ever.\n', Path("builds/own.clause"))
    put('text = "own.clause"\n[outputs]\ntxt = "own.txt"\n')
    (path,) = build(library.open("clauses"), [RECIPE]).value
    assert "Not ever." in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('text = "second"\n', 'builds/second.toml: error: a recipe needs "outputs"'),
        ('[outputs]\ndocx = "a.docx"\n', 'builds/second.toml: error: a recipe needs "text"'),
        ('text = "second"\nhodlers = "none"\n', ':2:1: error: "hodlers" means nothing here (did you mean "holders"?)'),
        ('text = "second"\nholders = "nobody"\n', ':2:1: error: "nobody" is no holders'),
        ('text = "second"\naudience = "publik"\n', ':2:1: error: "publik" is no audience (did you mean "public"?)'),
        ('text = "second"\naudience = "public"\n', ":2:1: error: a public document names no delegations"),
        ('text = "second"\npaper = "A5"\n', ':2:1: error: "A5" is no paper'),
        ('text = "second"\nprofile = "house"\n', ':2:1: error: "house" is no profile'),
        ('text = "second"\n[document]\ndate = "March"\n', ':3:1: error: "date" must be a date such as'),
        ('text = "second"\n[outputs]\npdf = "a.pdf"\n', ':3:1: error: "pdf" is no kind of document; there are: docx'),
        ('text = "second"\n[outputs]\ndocx = "a.doc"\n', ':3:1: error: "a.doc" does not end in ".docx"'),
        ('text = "second"\n[outputs]\ndocx = "../a.docx"\n', ':3:1: error: "../a.docx" is no plain name'),
        (
            'text = "second"\naudience = "public"\nholders = "none"\n[outputs]\nclause = "a.clause"\n',
            ":5:1: error: a .cl",
        ),
        ('text = "second"\n[outputs\n', ":2:9: error: this is not TOML"),
    ],
)
def test_a_slip_in_a_recipe_is_a_problem_at_its_line(workspace: Path, text: str, problem: str) -> None:
    put(text)
    failure = refusal()
    assert str(failure) == "builds/second.toml cannot be built; mend it where this points"
    assert any(problem in str(one) for one in failure.problems)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("secnd", 'builds/second.toml:1:1: "secnd" is no stage of clauses (did you mean "second"?)'),
        ("nothing@second", 'builds/second.toml:1:1: there is no clause "nothing"; the clauses are title, use'),
        ("second.de", 'builds/second.toml:1:1: "de" is no language of clauses; it has: en, fr'),
        ("gone.txt", "builds/second.toml:1:1: there is no file"),
    ],
)
def test_a_text_that_is_not_there_is_refused_at_its_line(workspace: Path, text: str, reason: str) -> None:
    put(f'text = "{text}"\n[outputs]\ntxt = "a.txt"\n')
    assert str(refusal()).startswith(reason)


def test_a_template_that_is_not_there_is_refused_at_its_line(workspace: Path) -> None:
    put('text = "second"\ntemplate = "house.docx"\n[outputs]\ndocx = "a.docx"\n')
    assert str(refusal()).startswith("builds/second.toml:2:1: there is no file builds/house.docx")


def test_a_text_with_a_clause_missing_is_refused(workspace: Path) -> None:
    Path("clauses/aid/second.clause").unlink()
    failure = refusal()
    assert str(failure) == "a clause of this text is missing; add its file or take it out of the order"
    assert '"second" orders the clause "aid", of which there is no text' in str(failure.problems[0])


def test_two_recipes_do_not_make_one_file(workspace: Path) -> None:
    other = Path("builds/other.toml")
    put('text = "first"\n[outputs]\ntxt = "Second.txt"\n', other)
    assert str(refusal(other, RECIPE)).startswith('builds/second.toml:5:1: builds/other.toml makes "second.txt" too')


def test_a_text_is_not_shown_to_a_wider_audience_than_its_own(workspace: Path) -> None:
    path = Path("clauses/use/second.clause")
    put(f'+++\naudience = "internal"\n+++\n{path.read_text(encoding="utf-8")}', path)
    put('text = "second"\naudience = "participants"\n[outputs]\ntxt = "a.txt"\n')
    assert str(refusal()).startswith("builds/second.toml:1:1: use may not be shown to participants")


def test_one_document_that_cannot_be_put_in_its_place_leaves_all_as_they_were(workspace: Path) -> None:
    docx, txt = build(library.open("clauses"), [RECIPE]).value
    docx.write_bytes(b"old")
    txt.chmod(0o444)
    with pytest.raises(CannotWrite, match=r"second\.txt is read-only; write to another name"):
        build(library.open("clauses"), [RECIPE])
    assert docx.read_bytes() == b"old"


def test_what_is_wrong_in_a_text_is_said_once_with_its_line(workspace: Path) -> None:
    put("## Article 1 — Use\n\n1. Under {@gone}, [never.\n", Path("clauses/use/second.clause"))
    problems = [str(problem) for problem in build(library.open("clauses"), [RECIPE]).problems]
    assert len(problems) == 2
    assert all(problem.startswith("clauses/use/second.clause:3:") for problem in problems)


def test_a_missing_recipe_is_refused(workspace: Path) -> None:
    assert "there is no file builds/none.toml" in str(refusal(Path("builds/none.toml")))
