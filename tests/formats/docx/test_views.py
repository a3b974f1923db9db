"""Tracked changes are read as done, as not done, or as brackets of those who made them."""

from pathlib import Path

import pytest

from instrument.formats.docx import read
from instrument.model import Clause, Instrument, Mark, Run, plain
from tests.corpus import CORPUS, needs_corpus
from tests.formats.docx.raw import (
    change,
    deleted,
    document,
    end,
    inserted,
    moved_from,
    moved_to,
    paragraph,
    row,
    run,
    table,
)

REVISIONS = CORPUS / "docx/revisions"
TRACKED = sorted(path.name for path in REVISIONS.glob("RP*.docx") if path.stem[-8:] not in ("Accepted", "Rejected"))


def lines(data: bytes, view: str = "accepted") -> list[str]:
    """The words of a document, a line a provision."""
    return said(read(data, "returned.docx", view).value)


def said(given: Instrument) -> list[str]:
    return [line for clause in given for line in lines_of(clause)]


def lines_of(clause: Clause) -> list[str]:
    found = [plain(clause.heading), *(plain(provision.text) for provision in clause.provisions)]
    return [*filter(None, found), *(plain(note.text) for note in clause.notes)]


@needs_corpus
@pytest.mark.parametrize("twin", ["Accepted", "Rejected"])
@pytest.mark.parametrize("name", TRACKED)
def test_a_document_reads_as_its_twin_in_which_word_did_or_undid_the_changes(name: str, twin: str) -> None:
    other = (REVISIONS / f"{Path(name).stem}-{twin}.docx").read_bytes()
    assert lines((REVISIONS / name).read_bytes(), twin.lower()) == lines(other)


def test_words_put_in_and_struck_are_in_one_text_and_not_in_the_other() -> None:
    data = document(paragraph(run("States shall "), deleted("not ", "A"), inserted("never ", "B"), run("use mines.")))
    assert lines(data, "accepted") == ["States shall never use mines."]
    assert lines(data, "rejected") == ["States shall not use mines."]


def test_words_one_delegation_put_in_and_another_struck_are_in_neither_text() -> None:
    data = document(paragraph(run("shall"), inserted("", "A", deleted(" not", "B"))))
    assert lines(data, "accepted") == lines(data, "rejected") == ["shall"]


def test_moved_words_stand_where_they_went_or_where_they_came_from() -> None:
    data = document(paragraph(run("a"), moved_from("b", "A")), paragraph(moved_to("b", "A"), run("c")))
    assert lines(data, "accepted") == ["a", "bc"]
    assert lines(data, "rejected") == ["ab", "c"]


@pytest.mark.parametrize(("mark", "gone"), [(deleted, "accepted"), (inserted, "rejected")])
def test_a_paragraph_whose_end_is_gone_runs_on_into_the_next(mark: object, gone: str) -> None:
    kind = "del" if mark is deleted else "ins"
    data = document(paragraph(run("one "), mark=end(kind, "A")), paragraph(run("two")), paragraph(run("three")))
    other = {"accepted": "rejected", "rejected": "accepted"}[gone]
    assert lines(data, gone) == ["one two", "three"]
    assert lines(data, other) == ["one ", "two", "three"]


def test_a_row_that_somebody_put_in_is_there_only_when_accepted() -> None:
    data = document(table(row("a", "b"), row("c", "d", change=end("ins", "A"))))
    assert lines(data, "accepted") == ["ab", "cd"]
    assert lines(data, "rejected") == ["ab"]
    problems = read(data, "", "rejected").problems
    assert any('"c"' in problem.message for problem in problems)


@pytest.mark.parametrize(("kind", "layer"), [("ins", "inserted"), ("del", "deleted")])
def test_a_row_that_somebody_changed_as_a_whole_stands_among_the_marked_and_is_reported(kind: str, layer: str) -> None:
    data = document(table(row("a", "b", change=end(kind, "Delegation A"))))
    assert lines(data, "marked") == ["ab"]
    found = [problem.message for problem in read(data, "", "marked").problems if problem.code == "tracked-change"]
    assert found == [
        f'a row or cell was {layer} by "Delegation A": no bracket says so: "{word}"' for word in ("a", "b")
    ]
    said = document(table(row(paragraph(inserted("a", "A")), change=end("ins", "A"))))
    assert [problem.code for problem in read(said, "", "marked").problems] == ["guessed-clause"]


def test_an_end_before_a_table_stays_where_it_is() -> None:
    data = document(paragraph(run("one"), mark=end("del", "A")), table(row("a", "b")), paragraph(run("two")))
    assert lines(data) == ["one", "ab", "two"]


def test_marked_changes_are_brackets_of_those_who_made_them() -> None:
    struck = inserted("", "B", deleted("ever ", "A"))
    changed = (deleted("not ", "A"), inserted("never ", "B; C"), struck)
    data = document(paragraph(run("States shall "), *changed, run("use mines.")))
    text = read(data, "", "marked").value.clauses[0].provisions[0].text
    assert [(each.by, each.base, each.against) for each in text if hasattr(each, "by")] == [
        ((), True, ("A",)),
        (("B", "C"), False, ()),
        (("B",), False, ("A",)),
    ]
    assert plain(text) == "States shall [not ][never ][ever ]use mines."


def test_every_change_is_in_the_report_with_its_author_and_words() -> None:
    data = document(paragraph(run("shall"), deleted(" not", "Delegation A"), mark=end("ins", "Delegation B")))
    messages = [problem.message for problem in read(data, "").problems if problem.code == "tracked-change"]
    assert len(messages) == 2
    assert '"not"' in messages[0] and "Delegation A" in messages[0]
    assert "end of this paragraph" in messages[1] and "Delegation B" in messages[1]


def test_a_change_of_formatting_is_noted_and_undone_where_nothing_is_accepted() -> None:
    bold = f"<w:b/>{change('rPrChange', 'Delegation A', '<w:rPr/>')}"
    data = document(paragraph(run("never", bold)))
    assert read(data, "").value.clauses[0].provisions[0].text == (Run("never", frozenset({Mark.BOLD})),)
    rejected = read(data, "", "rejected")
    assert rejected.value.clauses[0].provisions[0].text == (Run("never"),)
    (noted,) = (problem.message for problem in rejected.problems if problem.code == "formatting-change")
    assert "Delegation A" in noted and "never" in noted


def test_a_view_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError):
        read(document(paragraph(run("x"))), "", "finished")
