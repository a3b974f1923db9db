"""What was written is read back; what others did to a document is read or reported, never dropped."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from instrument.difference.comparison import diff
from instrument.formats.docx import from_document, read, to_document, write
from instrument.formats.docx.parts.markup import W
from instrument.model import (
    Cell,
    Clause,
    Holders,
    Instrument,
    Kind,
    Mark,
    Note,
    Provision,
    Reference,
    Run,
    Text,
    plain,
    text,
)
from instrument.paper import Block, Chars, Inline, Paper, Paragraph, Style, Table
from instrument.papers.draft import draft
from instrument.problem import Problem, Severity
from tests import strategies
from tests.corpus import CORPUS, needs_corpus
from tests.formats.docx.papers import WHOLE, edited, line, paper, replaced
from tests.formats.docx.raw import control, document, paragraph, part, row, run, table, tie
from tests.papers.reading import squeezed

WRITTEN = write(WHOLE)
NUMBERING = tie("numbering", "numbering.xml")


def clause(data: bytes, id: str) -> Clause:
    found = read(data, "draft.docx").value.clause(id)
    assert found is not None
    return found


def words(given: Clause) -> list[tuple[int, str, str]]:
    """The levels, labels and words of a clause, without the names of holders, which only the manifest knows."""
    lines = [(each.depth, each.label, plain(each.text)) for each in given.provisions]
    return [(depth, label, words.replace(" (Delegation A)", "")) for depth, label, words in lines]


def problems(data: bytes) -> list[Problem]:
    return list(read(data, "draft.docx").problems)


def inserted(data: bytes, after: str, xml: str) -> bytes:
    """The document with something put in after the paragraph that has these words."""
    return replaced(data, rf"({re.escape(after)}.*?</w:p>)", rf"\1{xml}")


def typed(words: str, style: str = "Normal") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'


def test_clauses_come_back_with_their_ids_kinds_and_headings():
    found = read(WRITTEN, "draft.docx").value
    assert [(each.id, each.kind, each.label, each.heading) for each in found] == [
        ("preamble", Kind.PREAMBLE, "", ()),
        ("part-i", Kind.PART, "PART I", text("GENERAL PROVISIONS")),
        ("use", Kind.ARTICLE, "Article 1", text("Obligations")),
        ("aid", Kind.ARTICLE, "Article 2", text("Assistance")),
    ]


def test_provisions_come_back_with_everything_in_them():
    preamble, use, aid = (clause(WRITTEN, id) for id in ("preamble", "use", "aid"))
    assert preamble.provisions[1].text == text(Run("Recalling", frozenset({Mark.ITALIC})), " the rules,")
    never = text("Each State Party shall", Note("1"), " never, as in ", Reference("aid", "first"), ":")
    held = text("[within ten years]", Holders(("Delegation A",), alternative="1"), " & <soon>\u2028or\u00a0later")
    assert use.provisions == (
        Provision(0, "1.", never),
        Provision(1, "(a)", text("use cluster munitions;"), "items"),
        Provision(1, "", text("help anyone at all")),
        Provision(0, "1 bis.", held),
        Provision(1, "", text("Article", Cell(), "Deadline")),
        Provision(1, "1.", text("Article 3", Cell(), "Eight years"), "row"),
        Provision(0, "", text("All others")),
    )
    assert use.notes[0].text == text("Agreed ", Run("ad referendum", frozenset({Mark.ITALIC})))
    assert aid.provisions[0].text[-1] == Holders(("Delegation B",))


def test_a_text_with_emphasis_can_be_compared_with_another() -> None:
    one, other = (document(paragraph(run("never", "<w:i/>"), run(words))) for words in (" use", " aid"))
    (line,) = diff(read(one, "").value, read(other, "").value)
    assert [plain(piece.text) for piece in line.pieces] == ["never ", "use", "aid"]


def test_the_page_s_own_words_are_no_problem_and_tracked_changes_are_said():
    # The reference says no more than the article of what it leads to.
    assert [problem.code for problem in problems(WRITTEN)] == ["tracked-change", "tracked-change", "words-retold"]


def test_a_table_whose_first_cell_looks_like_a_heading_keeps_every_character():
    heading = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    plain_row, styled_row = (
        document(table(row(*(paragraph(run(words), style=style) for words in ("Article 1", "Years")))), parts=parts)
        for style, parts in (("", None), ("H", part("styles", heading)))
    )
    (found,) = read(plain_row, "").value
    assert (found.label, found.provisions[0].text) == ("", text("Article 1", Cell(), "Years"))
    (found,) = read(styled_row, "").value
    assert (found.label, found.heading) == ("Article 1", text(Cell(), "Years"))


def test_words_of_a_reference_or_of_holders_that_somebody_changed_are_reported():
    found = edited(WRITTEN, lambda xml: xml.replace(" (Delegation A)", " (Delegation X)"))
    assert any("Delegation X" in problem.message for problem in problems(found))


@pytest.mark.parametrize(
    ("part", "pattern"),
    [
        ("word/document.xml", r'<w:tag w:val="clause:[^>]*>'),
        ("word/document.xml", r"<w:bookmark(Start|End)[^>]*/>"),
        ("word/_rels/document.xml.rels", r'<Relationship Id="rId\d+" Type="[^"]*/customXml" [^>]*/>'),
    ],
)
def test_clauses_survive_the_loss_of_any_one_carrier(part: str, pattern: str):
    found = read(replaced(WRITTEN, pattern, "", part), "draft.docx").value
    # Without the manifest, what the page says of itself may be taken for words of the treaty, which is reported.
    clauses = [each for each in found if each.id != "title"]
    assert [each.id for each in clauses] == ["preamble", "part-i", "use", "aid"]
    assert [words(each)[:7] for each in clauses] == [words(each) for each in read(WRITTEN, "draft.docx").value]


def test_ids_too_long_for_word_come_back_through_the_manifest():
    long = "victim-assistance-and-the-rights-of-persons-with-disabilities-in-affected-areas"
    data = write(paper(line("Help.", clause=long, target=f"{long}#first"), line(clause="b", kind="annex", label="1.")))
    assert clause(data, long).provisions == (Provision(text=text("Help."), anchor="first"),)


def test_holders_without_their_control_are_known_by_what_was_printed():
    assert clause(replaced(WRITTEN, r"holders:\d+", "lost"), "use") == clause(WRITTEN, "use")


def test_a_paragraph_typed_into_a_clause_belongs_to_it():
    found = inserted(WRITTEN, "use cluster munitions;", typed("(b)</w:t><w:tab/><w:t>make them;", "Provision2"))
    assert clause(found, "use").provisions[2] == Provision(1, "(b)", text("make them;"))


def test_a_label_changed_by_hand_is_the_label():
    found = edited(WRITTEN, lambda xml: xml.replace(">(a)</w:t></w:r>", ">(a)</w:t></w:r><w:r><w:t> bis</w:t></w:r>"))
    assert clause(found, "use").provisions[1].label == "(a) bis"


def test_a_heading_typed_between_clauses_begins_a_new_one():
    heading = typed("Article 1 bis</w:t><w:br/><w:t>Transit", "Heading2") + typed("No transit.", "Flush1")
    found = inserted(WRITTEN, "Note by the secretariat.", heading)
    assert clause(found, "article-1-bis") == Clause(
        "article-1-bis", Kind.ARTICLE, "Article 1 bis", text("Transit"), (Provision(text=text("No transit.")),)
    )
    assert "guessed-clause" in {problem.code for problem in problems(found)}


def test_words_put_before_or_between_clauses_are_reported():
    between = replaced(WRITTEN, r'(<w:sdt><w:sdtPr><w:tag w:val="clause:aid")', typed("Lost words.") + r"\1")
    assert clause(between, "use").provisions[-1].text == text("Lost words.")
    assert any("Lost words." in problem.message for problem in problems(between))
    before = replaced(WRITTEN, r"<w:body>", "<w:body>" + typed("First words."))
    assert any("First words." in each.message and each.severity is Severity.ERROR for each in problems(before))


def test_a_clause_copied_within_the_document_gets_an_id_of_its_own():
    copied = replaced(WRITTEN, r'(<w:sdt><w:sdtPr><w:tag w:val="clause:aid".*?)(<w:sectPr>)', r"\1\1\2")
    assert [each.id for each in read(copied, "draft.docx").value][-2:] == ["aid", "aid-2"]


def test_an_anchor_that_moved_to_another_clause_is_reported():
    mark = '<w:bookmarkStart w:id="99" w:name="_cl_use__items"/><w:bookmarkEnd w:id="99"/>'
    moved = replaced(WRITTEN, r"(<w:r>(?:(?!<w:r>).)*Each State Party shall help)", rf"{mark}\1")
    assert "anchor-moved" in {problem.code for problem in problems(moved)}


MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
UNREAD = [
    ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>", "secret"),
    ('<w:del w:id="90" w:author="A"><w:r><w:delText>gone</w:delText></w:r></w:del>', "gone"),
    ('<w:moveFrom w:id="90" w:author="A"><w:r><w:t>gone</w:t></w:r></w:moveFrom>', "gone"),
    ("<w:ruby><w:rt><w:r><w:t>aloud</w:t></w:r></w:rt><w:rubyBase/></w:ruby>", "aloud"),
]


@pytest.mark.parametrize(("xml", "words"), UNREAD)
def test_words_that_cannot_be_carried_are_in_the_report(xml: str, words: str):
    found = replaced(WRITTEN, r"(use cluster munitions;</w:t></w:r>)", rf"\1{xml}")
    assert clause(found, "use").provisions[1].text == text("use cluster munitions;")
    assert any(words in problem.message for problem in problems(found))


def test_the_words_of_a_text_box_follow_the_paragraph_that_holds_it():
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    found = replaced(WRITTEN, r"(use cluster munitions;</w:t></w:r>)", rf"\1{box}")
    assert [plain(each.text) for each in clause(found, "use").provisions[1:3]] == ["use cluster munitions;", "in a box"]
    assert "text-box" in {problem.code for problem in problems(found)}


WRAPPED = [
    f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>now</m:t></m:r></m:oMath>',
    "<w:smartTag><w:r><w:t>now</w:t></w:r></w:smartTag>",
    "<w:customXml><w:r><w:t>now</w:t></w:r></w:customXml>",
    "<w:unheardOf><w:r><w:t>now</w:t></w:r></w:unheardOf>",
    '<w:fldSimple w:instr="DATE"><w:r><w:t>now</w:t></w:r></w:fldSimple>',
    '<w:hyperlink w:anchor="elsewhere"><w:r><w:t>now</w:t></w:r></w:hyperlink>',
    "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>now</w:t></w:r></w:sdtContent></w:sdt>",
    '<w:ins w:id="90" w:author="A"><w:r><w:t>now</w:t></w:r></w:ins>',
    "<w:ruby><w:rt/><w:rubyBase><w:r><w:t>now</w:t></w:r></w:rubyBase></w:ruby>",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r>'
    '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>now</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
]


@pytest.mark.parametrize("xml", WRAPPED)
def test_words_in_a_wrapper_are_words(xml: str):
    found = replaced(WRITTEN, r"(use cluster munitions;</w:t></w:r>)", rf"\1{xml}")
    assert clause(found, "use").provisions[1].text == text("use cluster munitions;now")


def test_a_ref_field_is_a_reference():
    field = '<w:fldSimple w:instr=" REF _cl_aid \\\\h "><w:r><w:t>article 2</w:t></w:r></w:fldSimple>'
    found = replaced(WRITTEN, r"(use cluster munitions;</w:t></w:r>)", rf"\1{field}")
    assert clause(found, "use").provisions[1].text == text("use cluster munitions;", Reference("aid"))


NUMBERS = """<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/>
<w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>"""


def listed(*words: str) -> str:
    return "".join(
        paragraph(run(each), properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>') for each in words
    )


def test_the_labels_that_word_counts_are_labels():
    data = document(listed("use mines;", "make them."), parts=part("numbering", NUMBERS), relations=NUMBERING)
    (only,) = read(data, "").value
    assert [(each.label, plain(each.text)) for each in only.provisions] == [
        ("(c)", "use mines;"),
        ("(d)", "make them."),
    ]


def test_the_number_of_a_heading_is_its_designation():
    numbers = NUMBERS.replace("(%1)", "Article %1").replace("lowerLetter", "decimal")
    style = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    heading = paragraph(run("Use"), style="H", properties='<w:numPr><w:numId w:val="7"/></w:numPr>')
    parts = {**part("numbering", numbers), **part("styles", style)}
    (only,) = read(document(heading, paragraph(run("Never.")), parts=parts, relations=NUMBERING), "").value
    assert (only.id, only.label, only.heading) == ("article-3", "Article 3", text("Use"))


def test_tracked_paragraph_marks_are_reported():
    mark = '<w:pStyle w:val="Recital"/><w:rPr><w:ins w:id="90" w:author="A"/></w:rPr>'
    marked = replaced(WRITTEN, r'<w:pStyle w:val="Recital"/>', mark)
    assert sum(problem.code == "tracked-change" for problem in problems(marked)) == 3


def foreign() -> "docx.document.Document":
    """A document as anybody writes one."""
    document = docx.Document()
    document.add_heading("Convention on X", 0)
    document.add_paragraph("The States Parties,")
    document.add_heading("Article 1 – Use", 2)
    document.add_paragraph("1. Each State Party undertakes:")
    document.add_paragraph("(a)\tnever to use mines;")
    document.add_paragraph("2. Nothing in this article.")
    document.add_paragraph("Article 2")
    document.add_paragraph("Words without a label.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "one", "two"
    return document


def test_a_document_that_is_not_ours_is_guessed_at_and_every_guess_is_said():
    found = read(from_document(foreign()), "theirs.docx")
    title, first, second = found.value.clauses
    assert (title.kind, title.heading, len(title.provisions)) == (Kind.TITLE, text("Convention on X"), 1)
    assert (first.id, first.label, first.heading) == ("article-1", "Article 1", text("Use"))
    assert [(each.depth, each.label) for each in first.provisions] == [(0, "1."), (1, "(a)"), (0, "2.")]
    assert second.provisions == (
        Provision(text=text("Words without a label.")),
        Provision(text=text("one", Cell(), "two")),
    )
    assert [problem.code for problem in found.problems] == ["guessed-clause"] * 3 + ["guessed-level"]
    assert {problem.severity for problem in found.problems} == {Severity.GUESS}


TYPED = [
    ("[shall (Delegation A)] apply", "[shall] apply", ("Delegation A",)),
    ("[shall (Delegation A; Delegation B)] apply", "[shall] apply", ("Delegation A", "Delegation B")),
    ("[Delegation A: shall] apply", "[shall] apply", ("Delegation A",)),
    ("[proposed by Delegation A: shall] apply", "[shall] apply", ("Delegation A",)),
    ("[the Group of 77 and China: [shall] apply]", "[[shall] apply]", ("the Group of 77", "China")),
]


@pytest.mark.parametrize(("typed", "read_as", "by"), TYPED)
def test_holders_are_known_as_people_type_them_and_the_guess_is_said(typed: str, read_as: str, by: tuple[str, ...]):
    found = read(document(paragraph(run(typed))), "")
    words = found.value.clauses[0].provisions[0].text
    assert plain(words) == read_as
    assert [each.by for each in words if isinstance(each, Holders)] == [by]
    assert [each.severity for each in found.problems if each.code == "guessed-holders"] == [Severity.GUESS]


@pytest.mark.parametrize(
    "words",
    ["or [Option 1: shall]", "[shall (as appropriate)]", "see [Article 4: use]", "[(Delegation A)]", "[shall",
     "Delegation A: [shall]", "[the following: mines]", "shall (Delegation A)]"],
)  # fmt: skip
def test_words_in_brackets_that_are_no_holders_stay_words(words: str):
    found = read(document(paragraph(run(words))), "").value.clauses[0]
    assert found.provisions[0].text == text(words)


def test_a_footnote_or_a_comment_on_a_bracket_may_say_its_holders():
    noted = document(
        paragraph(run("[shall]"), '<w:r><w:footnoteReference w:id="1"/></w:r>'),
        parts=part("footnotes", f'<w:footnote w:id="1">{paragraph(run("Delegation A."))}</w:footnote>'),
        relations=tie("footnotes", "footnotes.xml"),
    )
    remarked = document(
        paragraph('<w:commentRangeStart w:id="1"/>', run("[shall]"), '<w:commentRangeEnd w:id="1"/>'),
        parts=part("comments", f'<w:comment w:id="1" w:author="X">{paragraph(run("Delegation A"))}</w:comment>'),
        relations=tie("comments", "comments.xml"),
    )
    for data in (noted, remarked):
        (only,) = read(data, "").value
        assert only.provisions[0].text == text("[shall]", Holders(by=("Delegation A",)))
        assert only.notes == ()


def test_a_heading_in_two_paragraphs_is_a_designation_and_its_words():
    document = docx.Document()
    for words in ("Article 4", "Clearance"):
        document.add_heading(words)
    document.add_paragraph("Each State Party shall clear.")
    (clause,) = read(from_document(document), "").value
    assert (clause.label, plain(clause.heading), len(clause.provisions)) == ("Article 4", "Clearance", 1)


def test_page_headers_of_others_are_reported():
    document = foreign()
    document.sections[0].header.paragraphs[0].text = "Top of the page"
    messages = [problem.message for problem in problems(from_document(document))]
    assert any("Top of the page" in message for message in messages)


def test_a_drafting_script_goes_on_with_python_docx_and_the_result_is_read():
    document = to_document(WRITTEN)
    document.paragraphs[-1].add_run(" And more.")
    saved = from_document(document)
    assert saved == from_document(to_document(saved))
    assert [each.id for each in read(saved, "draft.docx").value] == ["preamble", "part-i", "use", "aid"]


def test_the_language_of_others_is_guessed_from_script_and_styles():
    document = docx.Document()
    document.add_paragraph("المادة 4")
    assert read(from_document(document), "").value.language == "ar"
    assert read(from_document(foreign()), "").value.language == "en"


def printable(instrument: Instrument) -> Instrument:
    """The instrument without provisions, notes and clauses of which a page shows nothing."""
    clauses = []
    for clause in instrument:
        shown = tuple(each for each in clause.provisions if each.label.strip() or not is_blank(each.text))
        if shown or clause.label.strip() or not is_blank(clause.heading):
            marked = text(*clause.heading, *(atom for each in shown for atom in each.text))
            names = {atom.name for atom in marked if isinstance(atom, Note)}
            notes = tuple(note for note in clause.notes if note.name in names)
            clauses.append(replace(clause, provisions=shown, notes=notes))
    return instrument.with_clauses(clauses)


def is_blank(content: Text) -> bool:
    return all(isinstance(atom, Run) and not atom.chars.strip() for atom in content if not isinstance(atom, Holders))


def normal(given: Paper) -> tuple[list[Block], list[tuple[Inline, ...]]]:
    """A paper with equal neighbours joined, as a reader sees them."""
    return list(map(joined, given.blocks)), [joined(Paragraph(Style.NOTE, note)).inlines for note in given.notes]


def joined(given: Block) -> Block:
    match given:
        case Table(rows):
            return replace(given, rows=tuple(tuple(tuple(map(joined, cell)) for cell in row) for row in rows))
        case Paragraph(inlines=inlines):
            return replace(given, inlines=tuple(merged(inlines)))
        case _:
            return given


def merged(inlines: tuple[Inline, ...]) -> list[Inline]:
    found: list[Inline] = []
    for each in inlines:
        last = found[-1] if found else None
        if isinstance(each, Chars) and isinstance(last, Chars) and (each.marks, each.holders) == (last.marks, ""):
            found[-1] = replace(last, chars=last.chars + each.chars)
        elif not isinstance(each, Chars) or each.chars:
            found.append(each)
    return found


@settings(max_examples=60, deadline=None)
@given(strategies.instruments().map(printable), st.sampled_from(["inline", "footnotes", "none"]))
def test_what_is_read_back_publishes_the_same_paper(instrument: Instrument, holders: str):
    published = draft(instrument, holders=holders, contents=True).value
    found = read(write(published), "draft.docx")
    assert normal(draft(found.value, holders=holders, contents=True).value) == normal(published), found.problems


@pytest.mark.slow
@needs_corpus
def test_every_word_of_a_real_document_is_in_the_instrument_or_in_the_report():
    for path in sorted(CORPUS.glob("docx/**/*.docx")):
        found = read(path.read_bytes(), path.name)
        shown = "".join(squeezed(line) for clause in found.value for line in said(clause))
        shown += "".join(squeezed(problem.message) for problem in found.problems)
        for words in runs_of(path):
            assert squeezed(words) in shown, (path, words)


def said(given: Clause) -> list[str]:
    notes = [plain(note.text) for note in given.notes]
    return [given.label, plain(given.heading), *(each.label + plain(each.text) for each in given.provisions), *notes]


def runs_of(path: Path) -> Iterator[str]:
    """The words of each run of a document's own text, but for its contents and what is drawn twice."""
    root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    for element in root.xpath(
        "//w:t[not(ancestor::mc:Fallback or ancestor::w:sdt/w:sdtPr/w:docPartObj)] | //w:delText",
        namespaces={"w": W, "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006"},
    ):
        yield element.text or ""


@pytest.mark.parametrize("entry", ["Article 1\t2", "Withdrawal\t12", "General\txiv", "General 3", "General......3"])
def test_a_table_of_contents_that_says_what_the_headings_say_is_no_problem(entry: str):
    headings = tuple(paragraph(run(each), style="Heading1") for each in ("Article 1", "Withdrawal", "General"))
    listed = f'<w:r><w:t xml:space="preserve">{entry.replace(chr(9), "</w:t><w:tab/><w:t>")}</w:t></w:r>'
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    given = document(control(paragraph(listed), properties=gallery), *headings)
    assert "contents" not in {problem.code for problem in problems(given)}
    added = document(control(paragraph(run("not "), listed), properties=gallery), *headings)
    assert "contents" in {problem.code for problem in problems(added)}
