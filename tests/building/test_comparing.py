"""Comparisons from a script: written as documents, named as the texts print them."""

import json
from pathlib import Path

import docx
import pytest

import instrument
from instrument.building import read_text
from instrument.building.comparing import compare


@pytest.mark.parametrize("ending", ["docx", "html", "md", "txt", "json"])
def test_a_comparison_is_written_as_any_document(workspace: Path, ending: str) -> None:
    library = instrument.open("clauses")
    comparison = instrument.diff(library.draft("first"), library.draft("second"))
    problems = instrument.write(comparison, f"comparison.{ending}", names=("the first text", "the second text"))
    assert problems == ()
    path = workspace / f"comparison.{ending}"
    words = "".join(docx.Document(str(path)).element.body.itertext()) if ending == "docx" else path.read_text("utf-8")
    assert "the first text" in words
    assert "Each State Party shall" in words


def test_a_comparison_in_a_word_document_stands_in_two_columns(workspace: Path) -> None:
    library = instrument.open("clauses")
    document = instrument.document(instrument.diff(library.draft("first"), library.draft("second")))
    assert any(len(table.columns) == 2 for table in document.tables)
    assert document.sections[0].page_width > document.sections[0].page_height


def test_data_needs_no_look(workspace: Path) -> None:
    library = instrument.open("clauses")
    comparison = instrument.diff(library.draft("first"), library.draft("second"))
    instrument.write(comparison, "comparison.json", profile="ccm", only_changed=True)
    data = json.loads((workspace / "comparison.json").read_text(encoding="utf-8"))
    assert "same" not in {line["fate"] for line in data["lines"]}


def test_a_comparison_is_no_clause_file(workspace: Path) -> None:
    library = instrument.open("clauses")
    with pytest.raises(instrument.Misuse, match=r"a \.clause file holds an instrument"):
        instrument.write(instrument.diff(library.draft("first"), library.draft("second")), "first.clause")


def test_a_script_prints_each_change_on_a_line(workspace: Path) -> None:
    library = instrument.open("clauses")
    lines = [str(change) for change in instrument.diff(library.draft("first"), library.draft("paper"))]
    assert lines == ["article 2, paragraph 1 (figure): 1. Within [-five-]{+ten+} years."]


def test_an_article_without_a_number_is_called_by_the_number_it_prints(workspace: Path) -> None:
    library = instrument.open("clauses")
    texts = (read_text(library, name).value for name in ("use@second", "aid@second"))
    comparison = compare(*texts)
    assert {line.new.name for line in comparison if line.new} == {
        "article 1 bis, heading",
        "article 1 bis, paragraph 1",
    }
