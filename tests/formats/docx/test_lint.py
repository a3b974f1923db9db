"""The lint finds each fault that validators pass over, and nothing in a sound document."""

import pytest

from instrument.formats.docx import write
from instrument.formats.docx.lint import RULES, lint
from tests.formats.docx.papers import WHOLE, edited, replaced

SOUND = write(WHOLE)
LONG = "x" * 65
ENDED = '<w:p><w:pPr><w:rPr><w:del w:id="997" w:author="A"/></w:rPr></w:pPr></w:p>'
RECITAL = r"(<w:pStyle w:val=\"Recital\"/></w:pPr>)"
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'

# The fault, and how to plant it: what to look for in the document, and what to put there.
PLANTED = [
    ("text-in-deletion", r"w:delText", "w:t"),
    ("deletion-outside", r"<w:t xml:space=\"preserve\">use cluster munitions;</w:t>", "<w:delText>use</w:delText>"),
    ("nested-revision", r"(<w:ins [^>]*>)(.*?)(</w:ins>)", r'\1<w:ins w:id="999" w:author="A">\2</w:ins>\3'),
    ("text-in-deletion", r"(<w:delText )", r"<w:instrText>DATE</w:instrText>\1"),
    ("deletion-outside", r"w:instrText", "w:delInstrText"),
    ("revision-id", r'(<w:del w:id=)"\d+"', r'\1"7"'),
    ("last-end", r"<w:sectPr>", f"{ENDED}<w:sectPr>"),
    ("last-end", r"</w:tc>", f"{ENDED}</w:tc>"),
    ("last-end", r"<w:sectPr>", f"<w:sdt><w:sdtContent>{ENDED}</w:sdtContent></w:sdt><w:sectPr>"),
    ("paragraph-id", r"<w:p>", f'<w:p {W14} w14:paraId="10000001">'),
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
    ("move-end", RECITAL, r'\1<w:moveToRangeStart w:id="998" w:name="m"/>'),
    ("move-end", RECITAL, r'\1<w:moveToRangeEnd w:id="998"/>'),
    ("move-name", RECITAL, r'\1<w:moveToRangeStart w:id="998" w:name="m"/><w:moveToRangeEnd w:id="998"/>'),
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
    moved = SOUND
    for number, kind in enumerate(("moveFrom", "moveTo")):
        ids = [998 - 2 * number, 999 - 2 * number]
        range_start = f'<w:{kind}RangeStart w:id="{ids[0]}" w:name="m"/><w:{kind} w:id="{ids[1]}" w:author="A"/>'
        moved = replaced(moved, RECITAL, rf'\1{range_start}<w:{kind}RangeEnd w:id="{ids[0]}"/>')
    assert lint(moved) == ()
    assert lint(replaced(SOUND, r"(<w:pStyle w:val=\"Recital\"/>)", r'\1<w:numPr><w:numId w:val="0"/></w:numPr>')) == ()


def test_a_box_in_an_insertion_has_insertions_of_its_own_and_is_told_twice():
    words = f'<w:p {W14} w14:paraId="10000001"><w:ins w:id="998" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'
    box = f"<w:pict><v:shape><v:textbox><w:txbxContent>{words}</w:txbxContent></v:textbox></v:shape></w:pict>"
    twice = f'<mc:AlternateContent><mc:Choice Requires="v">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
    put_in = f'<w:ins w:id="999" w:author="A"><w:r>{twice}</mc:AlternateContent></w:r></w:ins>'
    assert lint(replaced(SOUND, RECITAL, rf"\1{put_in}")) == ()


def test_the_end_of_a_cell_may_go_with_its_row():
    row = '<w:tr><w:trPr><w:del w:id="998" w:author="A"/></w:trPr>'
    gone = replaced(SOUND, r"</w:tbl>", f"{row}<w:tc>{ENDED}</w:tc></w:tr></w:tbl>")
    assert lint(gone) == ()
