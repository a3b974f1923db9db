"""The lint finds each fault that validators pass over, and nothing in a sound document."""

import pytest

from instrument.formats.docx import write
from instrument.formats.docx.lint import RULES, lint
from tests.formats.docx.papers import WHOLE, edited, replaced

SOUND = write(WHOLE)
LONG = "x" * 65

# The fault, and how to plant it: what to look for in the document, and what to put there.
PLANTED = [
    ("text-in-deletion", r"w:delText", "w:t"),
    ("deletion-outside", r"<w:t xml:space=\"preserve\">use cluster munitions;</w:t>", "<w:delText>use</w:delText>"),
    ("nested-revision", r"(<w:ins [^>]*>)(.*?)(</w:ins>)", r'\1<w:ins w:id="999" w:author="A">\2</w:ins>\3'),
    ("bookmark-name", r'w:name="_Toc00000002"', 'w:name="_Toc00000001"'),
    ("bookmark-name", r'w:name="_Toc00000002"', f'w:name="{LONG}"'),
    ("bookmark-end", r'<w:bookmarkEnd w:id="1"/>', ""),
    ("bookmark-end", r'<w:bookmarkStart w:id="1"[^>]*/>', ""),
    ("control-content", r"<w:sectPr>", "<w:sdt><w:sdtPr/></w:sdt><w:sectPr>"),
    ("control-id", r'(<w:tag w:val="clause:aid"/><w:id w:val=)"\d+"', r'\1"1"'),
    ("control-tag", r"clause:aid", LONG),
    ("field-characters", r'<w:fldChar w:fldCharType="end"/>(?!.*fldChar)', ""),
    ("field-characters", r'<w:fldChar w:fldCharType="begin"/>(?!.*"begin")', ""),
    ("move-range", r"(<w:p><w:pPr>[^&]*?</w:pPr>)", r'\1<w:moveFrom w:id="999" w:author="A"/>'),
    ("cell-end", r"(<w:tc>.*?)(</w:tc>)", r"\1<w:tbl/>\2"),
    ("cell-end", r"<w:tc>.*?</w:tc>", "<w:tc><w:tcPr/></w:tc>"),
    ("empty-row", r"<w:tr>.*?</w:tr>", "<w:tr/>"),
    ("unknown-style", r'w:pStyle w:val="Recital"', 'w:pStyle w:val="Preamble"'),
    ("unknown-numbering", r"<w:pStyle w:val=\"Recital\"/>", '<w:numPr><w:numId w:val="7"/></w:numPr>'),
]


def test_a_sound_document_has_no_faults():
    assert lint(SOUND) == ()


@pytest.mark.parametrize(("code", "pattern", "by"), PLANTED)
def test_a_planted_fault_is_found(code: str, pattern: str, by: str):
    assert code in {problem.code for problem in lint(replaced(SOUND, pattern, by))}


def test_every_rule_has_a_planted_fault():
    assert {code for code, _, _ in PLANTED} == set(RULES)


def test_a_fault_is_found_in_the_notes_too():
    broken = edited(SOUND, lambda xml: xml.replace("FootnoteText", "Gone"), "word/footnotes.xml")
    assert {problem.where.name for problem in lint(broken)} == {"word/footnotes.xml"}


def test_moves_and_switched_off_numbering_are_no_faults():
    range_start = '<w:moveFromRangeStart w:id="998" w:name="m"/><w:moveFrom w:id="999" w:author="A"/>'
    range_start += '<w:moveFromRangeEnd w:id="998"/>'
    moved = replaced(SOUND, r"(<w:pStyle w:val=\"Recital\"/></w:pPr>)", rf"\1{range_start}")
    assert lint(moved) == ()
    assert lint(replaced(SOUND, r"(<w:pStyle w:val=\"Recital\"/>)", r'\1<w:numPr><w:numId w:val="0"/></w:numPr>')) == ()
