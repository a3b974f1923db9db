"""The comments of a Word file are kept where they were made, said once, and never published."""

from __future__ import annotations

import pytest

from instrument.building.report import findings
from instrument.difference.comparison import diff
from instrument.formats import FORMATS, writer
from instrument.formats.clause import read as read_clause
from instrument.formats.clause import write as write_clause
from instrument.formats.docx import from_document, read, to_document, write
from instrument.formats.docx.parts.markup import W15
from instrument.model import Holders, Instrument, text
from instrument.papers.comparison import compare
from instrument.papers.draft import draft
from instrument.problem import Read, Severity
from tests.formats.docx.hostile import entries
from tests.formats.docx.papers import WHOLE
from tests.formats.docx.raw import deleted, document, inserted, paragraph, part, row, run, table, tie

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
HEADING = paragraph(run("Article 4"), style="Heading1")
HEADS = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'


def begins(id: int) -> str:
    return f'<w:commentRangeStart w:id="{id}"/>'


def ends(id: int) -> str:
    return f'<w:commentRangeEnd w:id="{id}"/><w:r><w:commentReference w:id="{id}"/></w:r>'


def on(id: int, *inside: str) -> str:
    return begins(id) + "".join(inside) + ends(id)


def comment(id: int, *lines: str, author: str = "Delegation A", date: str = "2026-01-02T09:30:00Z") -> str:
    """A comment; its last paragraph has the number of the comment as its name."""
    inside = "".join(
        f'<w:p xmlns:w14="{W14}" w14:paraId="{id if line is lines[-1] else ""}">{run(line)}</w:p>' for line in lines
    )
    return f'<w:comment w:id="{id}" w:author="{author}" w:date="{date}">{inside}</w:comment>'


def state(id: int, answers: int | str = "", done: bool = False) -> str:
    answered = f' w15:paraIdParent="{answers}"' if answers else ""
    return f'<w15:commentEx w15:paraId="{id}"{answered} w15:done="{int(done)}"/>'


def returned(*blocks: str, comments: str, states: str = "", more: dict[str, bytes] | None = None) -> Read[Instrument]:
    parts = {
        **part("comments", comments),
        **part("styles", HEADS),
        "word/commentsExtended.xml": f'<w15:commentsEx xmlns:w15="{W15}">{states}</w15:commentsEx>'.encode(),
    }
    ties = tie("comments", "comments.xml") + tie(EXTENDED, "commentsExtended.xml")
    return read(document(*blocks, parts={**parts, **(more or {})}, relations=ties), "returned.docx")


def kept(found: Read[Instrument]) -> list[str]:
    """Every comment in the text, in reading order."""
    return [
        said
        for clause in found.value
        for said in (*clause.comments, *(each for provision in clause.provisions for each in provision.comments))
    ]


def reported(found: Read[Instrument]) -> list[str]:
    return [problem.message for problem in found.problems if problem.code == "comment"]


def test_a_comment_stands_with_the_provision_that_it_is_about() -> None:
    words = on(1, run("as soon as "), run("possible", "<w:b/>"))
    found = returned(
        HEADING,
        paragraph(run("1. Each State Party shall clear.")),
        paragraph(run("2. It shall report "), words, run(".")),
        comments=comment(1, 'insert "reliable"'),
    )
    (clause,) = found.value
    assert [each.comments for each in clause.provisions] == [
        (),
        ('Delegation A, 2026-01-02, on "as soon as possible": insert "reliable"',),
    ]
    assert clause.comments == ()


def test_a_comment_on_a_heading_stands_with_the_clause() -> None:
    heading = paragraph(on(1, run("Article 4")), style="Heading1")
    words = paragraph(on(2, run("Clearance")), style="Heading1")
    found = returned(heading, words, paragraph(run("x")), comments=comment(1, "Article 5?") + comment(2, "Cleaning?"))
    (clause,) = found.value
    assert clause.comments == (
        'Delegation A, 2026-01-02, on "Article 4": Article 5?',
        'Delegation A, 2026-01-02, on "Clearance": Cleaning?',
    )
    assert clause.provisions[0].comments == ()


def test_the_lines_of_a_comment_are_seen_on_its_one_line() -> None:
    found = returned(paragraph(on(1, run("shall"))), comments=comment(1, "Why not may?", "", " See 1(b). "))
    assert kept(found) == ['Delegation A, 2026-01-02, on "shall": Why not may? ↵ See 1(b).']


def test_answers_stand_after_the_comment_they_answer_with_what_is_resolved() -> None:
    found = returned(
        paragraph(on(1, run("shall")), on(4, run(" report"))),
        comments=comment(3, "No.", author="Delegation C")
        + comment(1, "Why not may?")
        + comment(4, "To whom?", author="Delegation D", date="")
        + comment(2, "Agreed.", author="Delegation B"),
        states=state(1, done=True) + state(2, answers=1) + state(3, answers=2) + state(4),
    )
    assert kept(found) == [
        'Delegation A, 2026-01-02, on "shall", resolved: Why not may?',
        "Delegation B, 2026-01-02, answering Delegation A: Agreed.",
        "Delegation C, 2026-01-02, answering Delegation B: No.",
        'Delegation D, on "report": To whom?',
    ]


def test_comments_that_answer_one_another_in_a_circle_are_each_kept_once() -> None:
    found = returned(
        paragraph(on(1, run("shall"))),
        comments=comment(1, "One.") + comment(2, "Two.") + comment(3, "Three."),
        states=state(1, answers=2) + state(2, answers=1) + state(3, answers=3),
    )
    assert kept(found) == [
        'Delegation A, 2026-01-02, on "shall": One.',
        "Delegation A, 2026-01-02, answering Delegation A: Two.",
    ]
    assert reported(found) == ['a comment by "Delegation A" was not read: "Three."']


def test_a_comment_on_several_paragraphs_stands_with_the_first_and_shows_where_it_ends() -> None:
    found = returned(
        paragraph(run("1. Each "), begins(1), run("State Party")),
        paragraph(run("2. It")),
        paragraph(run("3. They"), ends(1), run(" all")),
        comments=comment(1, "Too long."),
    )
    assert [each.comments for each in found.value.clauses[0].provisions] == [
        ('Delegation A, 2026-01-02, on "State Party … 3. They": Too long.',),
        (),
        (),
    ]


def test_of_many_words_a_comment_shows_the_first_and_the_last() -> None:
    found = returned(paragraph(on(1, run("first " + "very " * 400 + "last"))), comments=comment(1, "Long."))
    (said,) = kept(found)
    assert said.startswith('Delegation A, 2026-01-02, on "first very very ')
    assert said.endswith(' very last": Long.')
    assert len(said) < 150


def test_a_comment_on_a_row_or_on_a_joined_paragraph_stands_with_the_line_that_is_read() -> None:
    joined = paragraph(run("1. Each "), mark='<w:del w:id="9" w:author="B"/>')
    found = returned(
        joined,
        paragraph(on(1, run("State"))),
        table(row("a", paragraph(on(2, run("b"))))),
        comments=comment(1, "One.") + comment(2, "Two."),
    )
    assert [each.comments for each in found.value.clauses[0].provisions] == [
        ('Delegation A, 2026-01-02, on "State": One.',),
        ('Delegation A, 2026-01-02, on "b": Two.',),
    ]


def test_a_comment_shows_the_words_as_the_text_has_them_or_had_them() -> None:
    words = on(1, run("It "), deleted("shall", "B"), inserted("may", "B"), run(" report"))
    found = returned(paragraph(words, on(2, deleted(" never", "B"))), comments=comment(1, "Weak.") + comment(2, "Why?"))
    assert kept(found) == [
        'Delegation A, 2026-01-02, on "It may report": Weak.',
        'Delegation A, 2026-01-02, on "never": Why?',
    ]


@pytest.mark.parametrize("place", ["no mark", "an empty paragraph", "a deleted paragraph", "a footnote", "a header"])
def test_a_comment_on_what_is_no_provision_is_reported_with_its_words(place: str) -> None:
    struck = '<w:del w:id="9" w:author="B"/>'
    blocks = {
        "an empty paragraph": paragraph(on(1)),
        "a deleted paragraph": paragraph(on(1, deleted("x", "B")), mark=struck),
    }
    more = {
        "a footnote": part("footnotes", f'<w:footnote w:id="5">{paragraph(on(1, run("n")))}</w:footnote>'),
        "a header": part("hdr", paragraph(on(1, run("h")))),
    }
    mark = '<w:r><w:footnoteReference w:id="5"/></w:r>' if place == "a footnote" else ""
    found = returned(
        HEADING,
        paragraph(run("1. x"), mark),
        blocks.get(place, ""),
        paragraph(run("2. y")),
        comments=comment(1, "Never."),
        more=more.get(place),
    )
    assert kept(found) == []
    assert reported(found) == ['a comment by "Delegation A" was not read: "Never."']


def test_in_a_paper_of_ours_a_comment_on_a_provision_is_kept_and_one_on_its_legend_reported() -> None:
    paper = to_document(write(WHOLE))
    for words in paper.paragraphs:
        if words.text.startswith(("Text in square brackets", "Recalling")):
            paper.add_comment(words.runs, f"On {words.text[:4]}", author="Delegation A")
    found = read(from_document(paper), "returned.docx")
    assert [said.rpartition(": ")[2] for said in kept(found)] == ["On Reca"]
    assert reported(found) == ['a comment by "Delegation A" was not read: "On Text"']


def test_a_kept_comment_is_no_lost_word_and_the_report_counts_them() -> None:
    found = returned(paragraph(on(1, run("x")), on(2, run("y"))), comments=comment(1, "One.") + comment(2, "Two."))
    told = findings(found.problems, "returned.docx")
    assert not any(finding.is_lost for finding in told)
    (counted,) = [finding.problem for finding in told if finding.problem.code == "comments-kept"]
    assert (counted.severity, counted.message) == (
        Severity.INFO,
        "2 comments kept: .clause files show them, papers never do",
    )


def test_a_comment_that_names_holders_is_kept_too_since_it_says_who_named_them() -> None:
    found = returned(paragraph(on(1, run("[shall]"))), comments=comment(1, "Delegation B", author="Secretariat"))
    assert found.value.clauses[0].provisions[0].text == text("[shall]", Holders(by=("Delegation B",)))
    assert kept(found) == ['Secretariat, 2026-01-02, on "[shall]": Delegation B']
    assert reported(found) == []


COMMENTED = returned(
    paragraph(on(1, run("Article 4")), style="Heading1"),
    paragraph(run("1. It "), on(2, run("shall"))),
    comments=comment(1, "secret one", author="Delegation A") + comment(2, "secret two\u2028%% \\[x]", author="B"),
).value


@pytest.mark.parametrize("ending", [ending for ending, format in FORMATS.items() if format.writer])
def test_no_comment_gets_out_into_a_paper(ending: str) -> None:
    earlier = returned(HEADING, paragraph(run("1. It may")), comments="").value
    papers = [
        draft(COMMENTED, audience="internal", holders="inline", contents=True).value,
        draft(COMMENTED, audience="public", holders="none").value,
        compare(diff(earlier, COMMENTED)).value,
    ]
    for paper in papers:
        data = writer(ending)(paper)
        shown = b"".join(content for _, content in entries(data)) if ending == ".docx" else data
        assert b"shall" in shown
        assert b"secret" not in shown
        assert b"Delegation A" not in shown


def test_the_comments_of_a_word_file_are_in_its_clause_files_and_read_back() -> None:
    (clause,) = COMMENTED
    written = write_clause(clause)
    assert '%% B, 2026-01-02, on "shall": secret two ↵ %% \\[x]\n1. It shall\n' in written
    again = read_clause(written, "article-4.clause", "article-4").value.clause
    assert again.comments == clause.comments
    assert again.provisions[0].comments == clause.provisions[0].comments


def test_comments_are_no_difference_between_two_texts() -> None:
    plain = returned(HEADING, paragraph(run("1. It shall")), comments="").value
    assert kept(Read(plain)) == []
    assert plain == COMMENTED
    assert not diff(plain, COMMENTED)
