"""A Word file that came back: which of its texts is read, and what is said of what was not."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from instrument import office
from instrument.cli import group, workspace
from instrument.formats import VIEWS
from instrument.formats.docx.parts.markup import NAMESPACES, R
from instrument.formats.docx.parts.package import WORD, pack

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
STRUCK = '<w:del w:id="1" w:author="B"><w:r><w:delText>shall</w:delText></w:r></w:del>'
PUT_IN = '<w:ins w:id="2" w:author="B"><w:r><w:t>should</w:t></w:r></w:ins>'
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>or never</w:t></w:r>"


def returned(*more: str) -> bytes:
    """Article 1 as a delegation sent it back, "shall" changed to "should"."""
    words = [
        '<w:p><w:r><w:t xml:space="preserve">1. No State </w:t></w:r>',
        STRUCK,
        PUT_IN,
        '<w:r><w:t xml:space="preserve"> use them.</w:t></w:r>',
        *more,
        "</w:p>",
    ]
    body = f"<w:body><w:p><w:r><w:t>Article 1 — Use</w:t></w:r></w:p>{''.join(words)}</w:body>"
    kind = f"{WORD}.document.main+xml"
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">'
        f'<Relationship Id="a" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES}>{body}</w:document>",
    }
    return pack({name: xml.encode() for name, xml in parts.items()})


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("returned.docx").write_bytes(returned())


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, arguments, catch_exceptions=False)


def test_the_command_line_offers_the_views_that_there_are() -> None:
    command = workspace.VIEW(lambda: None)
    (option,) = command.__click_params__
    assert tuple(option.type.choices) == VIEWS


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ([], "should"),
        (["--view", "accepted"], "should"),
        (["--view", "rejected"], "shall"),
        (["--view", "marked"], '[shall]{base not="B"}[should]{by="B"}'),
    ],
)
def test_every_command_reads_the_text_that_was_asked_for(view: list[str], words: str) -> None:
    line = f"1. No State {words} use them."
    assert line in run("show", "returned.docx", "--format", "clause", *view).stdout.splitlines()
    run("build", "returned.docx", "-o", "built.clause", *view)
    assert line in Path("built.clause").read_text(encoding="utf-8").splitlines()
    run("import", "returned.docx", "--stage", "first", *view)
    assert line in Path("clauses/article-1/first.clause").read_text(encoding="utf-8").splitlines()
    assert run("diff", "built.clause", "returned.docx", *view, "--stat").exit_code == 0


def test_two_texts_of_one_file_differ() -> None:
    run("build", "returned.docx", "-o", "before.clause", "--view", "rejected")
    assert "[-shall-]{+should+}" in run("diff", "before.clause", "returned.docx").stdout


def test_recipes_have_no_view() -> None:
    result = run("build", "--view", "rejected")
    assert result.exit_code == 2
    assert "--view is for one TEXT" in result.stderr


@pytest.mark.parametrize("ending", [".docm", ".dotx"])
def test_templates_and_files_with_macros_are_read_and_never_written(ending: str) -> None:
    Path(f"returned{ending}").write_bytes(returned())
    assert "1. No State should use them." in run("show", f"returned{ending}").stdout
    result = run("build", "returned.docx", "-o", f"made{ending}")
    assert result.exit_code == 2
    assert f'a document is not written as "{ending}"' in result.stderr


def test_a_report_says_in_groups_what_was_read_and_ends_with_zero_where_no_word_is_lost() -> None:
    result = run("show", "returned.docx", "--report")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "returned.docx: every word was carried\n"
        "\n"
        "Tracked changes (2)\n"
        '  paragraph 2: a tracked deletion by "B" was carried out: "shall"\n'
        '  paragraph 2: a tracked insertion by "B" was taken in: "should"\n'
        "\n"
        "Guesses (1)\n"
        '  paragraph 1: "Article 1 — Use" was taken for the heading of "article-1"\n'
    )


def test_a_report_on_lost_words_ends_with_one_and_the_clauses_are_written_all_the_same() -> None:
    Path("returned.docx").write_bytes(returned(HIDDEN))
    result = run("import", "returned.docx", "--stage", "first", "--report")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        f"{Path('clauses/article-1/first.clause')}\n{Path('clauses/library.toml')}\n"
        "returned.docx: some words were not carried\n"
        "\n"
        "Hidden things (1)\n"
        '  paragraph 2: hidden words were not read: "or never"\n'
    )


def test_what_is_said_of_several_places_is_said_once() -> None:
    Path("treaty.txt").write_text("Article 1\n\n1. Never.\n\n12\n\nArticle 2\n\n1. Ever.\n", encoding="utf-8")
    Path("returned.docx").write_bytes(returned("</w:p><w:p>" + HIDDEN, "</w:p><w:p>" + HIDDEN))
    told = run("show", "returned.docx", "--report").stdout
    assert 'Hidden things (2)\n  paragraphs 3 and 4: hidden words were not read: "or never"\n' in told


def test_a_report_for_another_program_has_every_finding_with_its_place_and_words() -> None:
    Path("returned.docx").write_bytes(returned(HIDDEN))
    result = run("import", "returned.docx", "--stage", "first", "--report", "--json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert (told["text"], told["carried"], len(told["files"])) == ("returned.docx", False, 2)
    found = [(each["group"], each["carried"], each["paragraph"], each["words"]) for each in told["findings"]]
    assert found[0] == ("hidden", False, 2, "or never")
    assert ("tracked", True, 2, "shall") in found


def test_a_text_of_which_nothing_is_to_be_said() -> None:
    Path("one.clause").write_text('+++\nid = "use"\n+++\n## Article 1 — Use\n\n1. Never.\n', encoding="utf-8")
    result = run("show", "one.clause", "--report")
    assert (result.exit_code, result.stdout) == (0, "one.clause: every word was carried, and nothing was guessed\n")


def test_json_is_the_form_of_a_report() -> None:
    for command in (["show", "returned.docx"], ["import", "returned.docx", "--stage", "first"]):
        result = run(*command, "--json")
        assert result.exit_code == 2
        assert "ask for it with --report" in result.stderr


def test_an_odt_without_libreoffice_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_program", lambda: None)
    Path("returned.odt").write_bytes(b"PK\3\4")
    result = run("show", "returned.odt")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert result.stderr.startswith("instrument: returned.odt is read by way of LibreOffice, which is not installed;")


def test_what_libreoffice_made_of_a_doc_is_read_with_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "to_docx", lambda data, name, ending: returned())
    Path("returned.doc").write_bytes(b"old")
    result = run("show", "returned.doc", "--report")
    assert "Worth a look (1)\n  a .doc was read by way of LibreOffice" in result.stdout
