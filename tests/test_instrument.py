"""The names at the top of the package, as a drafting script uses them."""

from datetime import date
from pathlib import Path

import docx
import pytest

import instrument
from instrument import Document


def words(path: Path) -> str:
    return "".join(docx.Document(str(path)).element.body.itertext())


def test_every_public_name_is_there() -> None:
    assert {name: getattr(instrument, name) for name in instrument.__all__}
    assert set(instrument.__all__) == set(instrument._HOMES)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = instrument.nothing


def test_a_script_opens_writes_and_reads(workspace: Path) -> None:
    second = instrument.open("clauses").draft("second")
    problems = instrument.write(second, "second.docx", document=Document(symbol="A/1", date=date(2026, 3, 10)))
    assert problems == ()
    assert "Never under any circumstances." in words(workspace / "second.docx")
    read = instrument.read("second.docx")
    assert [clause.id for clause in read.value] == ["title", "use", "aid", "clearance"]


def test_a_script_goes_on_with_a_python_docx_document(workspace: Path) -> None:
    document = instrument.document(instrument.open("clauses").draft("first"))
    assert any("Within five years." in paragraph.text for paragraph in document.paragraphs)
    document.add_paragraph("Added by a script.")
    document.save(str(workspace / "more.docx"))
    assert words(workspace / "more.docx").endswith("Added by a script.")
    assert "use" in [clause.id for clause in instrument.read(document).value]


def test_a_document_wears_the_styles_of_a_house(workspace: Path) -> None:
    docx.Document().save(str(workspace / "house.docx"))
    instrument.write(instrument.open("clauses").draft("first"), "first.docx", template="house.docx")
    assert "Within five years." in words(workspace / "first.docx")


def test_a_paper_is_no_clause_file(workspace: Path) -> None:
    from instrument.papers.draft import draft

    paper = draft(instrument.open("clauses").draft("first")).value
    with pytest.raises(instrument.Misuse, match=r"a \.clause file holds an instrument"):
        instrument.write(paper, "first.clause")
    assert instrument.write(paper, "first.txt") == ()
