"""`certify`: the authentic languages of a sealed text one after another, and the page that certifies them."""

import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from docx import Document

from instrument.formats.docx.lint import lint
from tests.formats.docx.judges import READERS, VALIDATORS
from tests.sealed import change, put, run, seal, workspace


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = workspace(tmp_path_factory.mktemp("certify") / "convention")
    assert seal(home).exit_code == 0
    return home


def certify(home: Path, name: str, *words: str) -> Path:
    path = home.parent / name
    result = run(home, "certify", "adopted-text", "-o", str(path), *words)
    assert result.exit_code == 0, result.output
    return path


def main(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()


def test_the_languages_follow_one_another_under_their_own_titles(home: Path) -> None:
    path = certify(home, "copy.docx", "--place", "Oslo")
    titles = [each.text for each in Document(str(path)).paragraphs if each.style.name == "Title"]
    assert titles == [
        "اتفاقية بشأن مخلفات الحرب", "战争遗留物公约", "Convention on remnants of war",
        "Convention sur les restes de guerre", "Certified true copy",
    ]  # fmt: skip
    assert lint(path.read_bytes()) == ()


def test_each_language_is_a_section_in_its_own_direction(home: Path) -> None:
    sections = re.findall(r"<w:sectPr>.*?</w:sectPr>", main(certify(home, "copy.docx")))
    assert ["<w:bidi/>" in section for section in sections] == [True, False, False, False, False]
    assert all('<w:numRestart w:val="eachSect"/>' in section for section in sections)


def test_a_footnote_is_set_in_the_direction_of_its_mark(home: Path) -> None:
    with zipfile.ZipFile(certify(home, "copy.docx")) as package:
        notes = re.findall(r"<w:footnote w:id.*?</w:footnote>", package.read("word/footnotes.xml").decode())
    directed = {re.sub("<[^>]+>", "", note).strip(): "<w:bidi/>" in note for note in notes}
    assert directed == {
        "من بدء النفاذ.": True, "自生效时起。": False,
        "From entry into force.": False, "À compter de l’entrée en vigueur.": False,
    }  # fmt: skip


def test_nothing_of_the_conference_stands_on_it(home: Path) -> None:
    path = certify(home, "copy.docx")
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name).decode() for name in package.namelist() if name.endswith(".xml")}
    assert not any("DC/2026" in part or "w:lnNumType" in part or "clearance" in part for part in parts.values())
    assert "HYPERLINK" not in parts["word/document.xml"]


def test_what_is_not_known_is_a_line_to_fill_in(home: Path) -> None:
    said = certify(home, "copy.txt").read_text(encoding="utf-8")
    assert "adopted at __________ on 22 May 2026 in the following languages: Arabic, Chinese, English, French." in said
    assert "Done at __________." in said


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "instrument «\u00a0Convention sur les restes de guerre\u00a0», adopté à Oslo le 22 mai 2026"),
        ("ar", "”اتفاقية بشأن مخلفات الحرب“، المعتمد في Oslo بتاريخ 22 أيار/مايو 2026"),
        ("zh", "2026年5月22日在Oslo通过的《战争遗留物公约》"),
        ("es", "«Convention on remnants of war», adoptado en Oslo el 22 de mayo de 2026"),
    ],
)
def test_the_certificate_speaks_the_language_that_is_asked_for(home: Path, language: str, words: str) -> None:
    said = certify(home, "copy.txt", "--place", "Oslo", "--lang", language).read_text(encoding="utf-8")
    assert words in said
    assert "I hereby certify" not in said


def test_a_web_page_has_each_language_in_its_direction(home: Path) -> None:
    page = certify(home, "copy.html").read_text(encoding="utf-8")
    assert re.findall(r'<div class="language" lang="(\w+)" dir="(\w+)">', page) == [
        ("ar", "rtl"), ("zh", "ltr"), ("en", "ltr"), ("fr", "ltr"), ("en", "ltr"),
    ]  # fmt: skip
    assert page.count("<div") == page.count("</div>")
    assert 'href="#"' not in page


def test_a_text_that_is_not_sealed_is_refused(home: Path) -> None:
    result = run(home, "certify", "final-draft", "-o", str(home / "no.docx"))
    assert (result.exit_code, (home / "no.docx").exists()) == (2, False)
    assert '"final-draft" is not adopted and sealed' in result.output


def test_a_text_that_was_changed_since_is_refused(tmp_path: Path) -> None:
    home = workspace(tmp_path / "convention")
    seal(home)
    change(home, "assistance/final-draft.ar.clause", "الضحايا", "الأشخاص")
    result = run(home, "certify", "adopted-text", "-o", str(tmp_path / "no.docx"))
    assert result.exit_code == 2
    assert 'adopted-text: the words of assistance have changed in "ar"' in result.output


def test_a_corrected_text_says_up_to_when_it_was_corrected(tmp_path: Path) -> None:
    home = workspace(tmp_path / "convention")
    seal(home)
    change(
        home, "library.toml", "sealed = true\n",
        'sealed = true\n\n[stages.corrected-text]\nbase = "adopted-text"\nkind = "corrected"\ndate = 2027-01-05\n',
    )  # fmt: skip
    put(
        home,
        "assistance/corrected-text.clause",
        "## Article 2 — Assistance\n\n1. Each State Party shall aid victims.\n",
    )
    for code in ("fr", "ar", "zh"):
        text = (home / f"clauses/assistance/final-draft.{code}.clause").read_text(encoding="utf-8")
        put(home, f"assistance/corrected-text.{code}.clause", text)
    sealed = run(home, "adopt", "--of", "corrected-text", "--decision", "Procès-verbal", "--seal", "--at", "2027-01-05")
    assert sealed.exit_code == 0, sealed.output
    path = tmp_path / "copy.txt"
    assert run(home, "certify", "corrected-text", "-o", str(path)).exit_code == 0
    said = path.read_text(encoding="utf-8")
    assert "on 22 May 2026" in said
    assert "It has the corrections made up to 5 January 2027." in said
    assert "shall aid victims" in said


@pytest.mark.judge
@pytest.mark.parametrize("reader", READERS)
def test_another_program_reads_every_character_of_every_language_and_no_other(home: Path, reader: str) -> None:
    (lines,) = READERS[reader]([(certify(home, "copy.docx", "--lang", "en", "--lang", "ar"), "accept")])
    have = "".join(line.removeprefix("[note]") for line in lines)
    want = certify(home, "copy.txt", "--lang", "en", "--lang", "ar").read_text(encoding="utf-8")
    if reader == "pandoc":  # which takes a title that opens a document for its metadata
        have += want.partition("\n")[0]
    # Of what the text has more, the marks of its four notes are raised figures, and the edges of cells are bars.
    assert Counter(re.sub(r"[\s|¹²³⁴]", "", have)) == Counter(re.sub(r"[\s|¹²³⁴]", "", want))


@pytest.mark.judge
@pytest.mark.parametrize("validator", VALIDATORS)
def test_validators_have_nothing_to_say_of_it(home: Path, validator: str) -> None:
    path = certify(home, "copy.docx", "--lang", "en", "--lang", "ar")
    assert not VALIDATORS[validator]([path]).get(path)
