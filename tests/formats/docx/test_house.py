"""A document may wear the user's own template: its styles and pages, without what says who made it."""

import re
from io import BytesIO

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from instrument.formats.docx import read, write
from instrument.formats.docx.lint import lint
from instrument.problem import CannotRead, CannotWrite
from tests.corpus import CORPUS, needs_corpus
from tests.formats.docx.papers import WHOLE, edited, line, paper, parts, replaced


def house() -> bytes:
    """A ministry's template, with the traces that such files carry."""
    document = docx.Document()
    document.styles.add_style("Ministry", WD_STYLE_TYPE.PARAGRAPH)
    document.styles["heading 2"].font.name = "Garamond"
    document.core_properties.author = "Jane Doe"
    document.sections[0].header.paragraphs[0].text = "Ministry of Foreign Affairs"
    document.sections[0].left_margin = document.sections[0].right_margin = 720000
    words = document.add_paragraph("Confidential draft of Jane Doe")
    document.add_comment(words.runs, "Delete this", author="Jane Doe")
    target = BytesIO()
    document.save(target)
    return target.getvalue()


HOUSE = house()
WORN = write(WHOLE, HOUSE)


def test_the_house_gives_styles_headers_and_pages():
    found = parts(WORN)
    assert "Garamond" in found["word/styles.xml"]
    assert any("Ministry of Foreign Affairs" in text for name, text in found.items() if "header" in name)
    assert 'w:left="1134"' in found["word/document.xml"]


def test_styles_that_the_house_lacks_are_added_under_ids_of_its_own():
    assert '<w:name w:val="Provision 1"/>' in parts(WORN)["word/styles.xml"]
    assert lint(WORN) == ()


def test_a_style_is_found_by_its_name_in_any_language():
    localized = edited(HOUSE, lambda xml: xml.replace('"Heading1"', '"Titre1"'), "word/styles.xml")
    worn = write(paper(line("I", style=WHOLE.blocks[6].style)), localized)
    assert 'w:pStyle w:val="Titre1"' in parts(worn)["word/document.xml"]


def test_nothing_of_the_house_s_own_text_or_makers_is_left():
    everything = "".join(parts(WORN).values())
    for trace in ("Jane", "Confidential", "Delete this", "comments", "rsid", "python-docx"):
        assert trace not in everything


def test_the_masthead_stands_over_the_text_and_the_watermark_in_the_house_s_header():
    found = parts(WORN)
    assert re.search(r"<w:body><w:tbl>.*?CCM/1.*?</w:tbl>", found["word/document.xml"])
    assert any("Ministry" in text and 'string="DRAFT"' in text for text in found.values())
    assert "<w:lnNumType " in found["word/document.xml"]


def test_a_document_in_house_style_is_read_back_the_same():
    assert read(WORN, "").value == read(write(WHOLE), "").value


def test_house_styles_that_number_are_kept_from_numbering():
    numbering = r'\1<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    numbered = replaced(HOUSE, r'(<w:name w:val="heading 1"/>.*?)<w:pPr>', numbering, "word/styles.xml")
    worn = parts(write(WHOLE, numbered))["word/document.xml"]
    assert re.search(r'w:val="Heading1"/><w:numPr><w:numId w:val="0"/></w:numPr>', worn)


def test_a_template_with_tracked_changes_in_what_is_worn_is_refused():
    change = '<w:ins w:id="1" w:author="Jane Doe"/>'
    header = next(name for name, text in parts(HOUSE).items() if "Ministry of" in text)
    tracked = replaced(HOUSE, r"</w:p></w:hdr>", f"{change}</w:p></w:hdr>", header)
    with pytest.raises(CannotWrite, match="accept or reject"):
        write(WHOLE, tracked)


def test_a_template_that_is_no_document_is_refused():
    with pytest.raises(CannotRead, match="the template is no Word document"):
        write(WHOLE, b"%PDF-1.7")


@pytest.mark.slow
@needs_corpus
def test_real_documents_can_be_worn():
    expected = read(write(WHOLE), "").value
    for path in sorted(CORPUS.glob("docx/**/*.docx")):
        worn = write(WHOLE, path.read_bytes())
        assert read(worn, "").value == expected, path
        # Some of them lack styles that they themselves name.
        assert {problem.code for problem in lint(worn)} <= {"unknown-style"}, path
