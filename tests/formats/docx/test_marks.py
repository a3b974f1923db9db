"""Notes may be marked with a sign of their own; a text numbers its notes itself, and the sign is reported."""

from instrument.formats.docx import read
from instrument.model import Note, Text, text
from tests.formats.docx.raw import document, paragraph, part, run, tie


def noted(mark: str, words: str) -> bytes:
    """A document with a note after "mines"."""
    return document(
        paragraph(run("mines"), f"<w:r>{mark}</w:r>", run(" never")),
        parts=part("footnotes", f'<w:footnote w:id="5">{paragraph(words)}</w:footnote>'),
        relations=tie("footnotes", "footnotes.xml"),
    )


def text_and_note(data: bytes) -> tuple[Text, Text]:
    (clause,) = read(data, "").value
    return clause.provisions[0].text, clause.notes[0].text


MARKED = text("mines", Note("1"), " never")


def test_a_note_s_own_mark_is_read_neither_in_the_text_nor_before_the_words_of_the_note() -> None:
    mark = '<w:footnoteReference w:customMarkFollows="1" w:id="5"/><w:t>*</w:t>'
    data = noted(mark, run("*") + "<w:r><w:tab/></w:r>" + run("Reissued."))
    assert text_and_note(data) == (MARKED, text("Reissued."))
    (told,) = (problem.message for problem in read(data, "").problems if problem.code == "note-mark")
    assert told.endswith('"*"')


def test_words_after_the_mark_of_a_numbered_note_are_words() -> None:
    mark = '<w:footnoteReference w:customMarkFollows="0" w:id="5"/><w:t>*</w:t>'
    assert text_and_note(noted(mark, run("* See."))) == (text("mines", Note("1"), "* never"), text("* See."))


def test_a_note_that_does_not_repeat_its_own_mark_keeps_all_its_words() -> None:
    mark = '<w:footnoteReference w:customMarkFollows="1" w:id="5"/><w:t>a</w:t>'
    assert text_and_note(noted(mark, run(" See."))) == (MARKED, text("See."))
