"""A paper becomes a Word document that says what the paper says, and nothing else."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings

from instrument.formats.docx import write
from instrument.formats.docx.lint import lint
from instrument.paper import (
    Chars,
    Contents,
    Layout,
    Link,
    Masthead,
    NoteMark,
    PageBreak,
    Paper,
    Revision,
    Style,
    Table,
)
from instrument.problem import CannotWrite
from tests.formats.docx.papers import DELETED, INSERTED, WHOLE, body, line, paper, papers, parts


def test_a_label_stands_before_a_tab_in_the_style_of_its_level():
    xml = body(write(paper(line("use cluster munitions;", label="(a)", depth=1))))
    assert '<w:pStyle w:val="Provision2"/>' in xml
    assert re.search(r"\(a\)</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t[^>]*>use cluster munitions;", xml)


def test_words_without_a_label_stand_flush():
    assert '<w:pStyle w:val="Flush2"/>' in body(write(paper(line("in all circumstances.", depth=1))))


def test_the_words_of_a_heading_stand_under_its_designation():
    xml = body(write(paper(line("Use", style=Style.ARTICLE, label="Article 1", target="use"))))
    assert re.search(r'w:val="Heading1"/>.*Article 1</w:t></w:r><w:r><w:br/></w:r><w:r><w:t[^>]*>Use', xml)


def test_headings_are_ranked_by_those_that_the_paper_has():
    part = line("I", style=Style.PART, clause="part-i", kind="part")
    xml = body(write(paper(part, line("Use", style=Style.ARTICLE), line("Annex", style=Style.ARTICLE, kind="annex"))))
    assert re.findall(r'w:val="Heading(\d)"', xml) == ["1", "2", "1"]


def test_tabs_line_breaks_and_special_characters_survive():
    xml = body(write(paper(line("a & <b>\tc\u2028d\u00a0e\u2011f"))))
    assert "a &amp; &lt;b&gt;</w:t><w:tab/>" in xml
    assert "c</w:t><w:br/>" in xml
    assert "d\u00a0e\u2011f" in xml


@pytest.mark.parametrize("character", ["\x00", "\x0c", "\n", "\ud800", "\uffff"])
def test_a_character_that_no_document_can_carry_is_refused_with_its_paragraph(character):
    with pytest.raises(CannotWrite, match=r"'3\.\\tEach.* U\+"):
        write(paper(line(f"Each State{character}Party", label="3.")))


def test_a_level_too_deep_is_refused_with_its_paragraph():
    with pytest.raises(CannotWrite, match="deep words"):
        write(paper(line("deep words", depth=9)))


def test_a_note_that_cannot_be_shown_is_refused():
    with pytest.raises(CannotWrite, match="note 1 has no mark"):
        write(paper(line("words"), notes=((Chars("note"),),)))
    with pytest.raises(CannotWrite, match="number 2"):
        write(paper(line("words", NoteMark(1)), notes=((Chars("note"),),)))
    with pytest.raises(CannotWrite, match="another note"):
        write(paper(line("words", NoteMark(0)), notes=((NoteMark(0),),)))


def test_a_reference_leads_to_where_its_target_stands():
    xml = body(write(paper(line("See ", Link("article 2", "aid")), line("Aid", clause="aid", target="aid"))))
    assert re.search(r'HYPERLINK \\l "_cl_aid" .*"separate".*>article 2</w:t>.*"end"', xml.replace("&quot;", '"'))
    assert 'w:name="_cl_aid"' in xml


def test_a_reference_to_what_is_not_in_the_paper_is_plain_words():
    assert "HYPERLINK" not in body(write(paper(line("See ", Link("article 9", "gone")))))


@pytest.mark.parametrize(("kind", "look"), [("insert", '<w:u w:val="single"/>'), ("delete", "<w:strike/>")])
def test_printed_marks_are_ordinary_formatting(kind: str, look: str) -> None:
    revised = line(Chars("ten", revision=Revision(kind)), Link("article 2", "aid", revision=Revision(kind)))
    xml = body(write(replace(paper(revised), layout=Layout(marks="printed"))))
    assert xml.count(f"<w:rPr>{look}</w:rPr>") == 2
    assert "<w:ins" not in xml and "<w:del" not in xml and "delText" not in xml


def test_the_contents_list_the_headings_with_links():
    xml = body(write(paper(Contents("Contents"), line("Use", style=Style.ARTICLE, label="Article 1"))))
    assert r'TOC \o "1-3" \h \z'.replace('"', "&quot;") in xml
    assert re.search(r'w:anchor="_Toc00000001".*Article 1</w:t><w:tab/>.*>Use</w:t><w:tab/>.*PAGEREF _Toc00000001', xml)
    assert 'w:name="_Toc00000001"' in xml


def test_revisions_have_authors_dates_and_numbers_of_their_own():
    xml = body(write(paper(line(Chars("never", frozenset(), INSERTED), Chars("not", frozenset(), DELETED)))))
    assert re.search(r'<w:ins w:id="\d+" w:author="Delegation A; Delegation C" w:date="2026-03-10T09:00:00Z">', xml)
    assert re.search(r'<w:del w:id="\d+" w:author="Delegation B" w:date="2026-03-10T00:00:00Z"><w:r><w:delText', xml)
    ids = re.findall(r'<w:(?:ins|del|bookmarkStart) w:id="(\d+)"', xml)
    assert len(ids) == len(set(ids)) == 3


def test_a_page_break_is_a_property_of_the_paragraph_after_it():
    xml = body(write(paper(line("one"), PageBreak(), line("two"))))
    assert xml.count("w:pageBreakBefore") == 1
    assert "w:br " not in xml


def test_a_short_row_spans_the_columns_that_it_lacks():
    rows = (((line("a"),), (line("b"),)), ((line("c"),),), ())
    xml = body(write(paper(Table(rows, header=1, clause="use"))))
    assert xml.count('<w:gridSpan w:val="2"/>') == 2
    assert xml.count("<w:tblHeader/>") == 1


def test_arabic_runs_from_right_to_left():
    xml = body(write(paper(line("المادة", label="1."), Table((((line("أ"),),),)), language="ar")))
    assert xml.count("<w:bidi/>") == 2
    assert "<w:bidiVisual/>" in xml
    assert len(re.findall(r"<w:rtl/>", xml)) == len(re.findall(r"<w:r>", xml))


def test_chinese_wears_its_own_font_and_wider_indents():
    found = parts(write(paper(line("第一条"), language="zh")))
    assert '<w:rFonts w:hint="eastAsia"/>' in found["word/document.xml"]
    assert 'w:left="936" w:hanging="936"' in found["word/styles.xml"]


def test_the_document_says_its_language():
    assert 'w:lang w:val="fr-FR"' in parts(write(paper(language="fr")))["word/styles.xml"]


def test_the_masthead_stands_on_the_first_page_and_the_symbol_on_the_others():
    found = parts(write(paper(line("words"), masthead=Masthead("Conference", "CCM/77", date="30 May 2008"))))
    assert "Conference" in found["word/header2.xml"]
    assert "30 May 2008" in found["word/header2.xml"]
    assert "CCM/77" in found["word/header1.xml"]
    assert "Conference" not in found["word/header1.xml"]
    assert "<w:titlePg/>" in found["word/document.xml"]
    assert " PAGE " in found["word/footer1.xml"]


def test_the_layout_is_obeyed():
    layout = Layout("Letter", landscape=True, line_numbers=True, watermark="DRAFT")
    found = parts(write(paper(line("words"), layout=layout)))
    assert '<w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/>' in found["word/document.xml"]
    assert re.search(r"<w:pgMar [^>]*/><w:lnNumType", found["word/document.xml"])
    assert 'string="DRAFT"' in found["word/header1.xml"]


def test_nothing_says_who_wrote_the_file_or_when():
    data = write(WHOLE)
    assert "<dc:creator></dc:creator>" in parts(data)["docProps/core.xml"]
    with ZipFile(BytesIO(data)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert [entry.filename for entry in file.infolist()] == sorted(parts(data))
    assert str(datetime.now().year) not in parts(data)["docProps/core.xml"]


def test_holders_that_the_paper_leaves_out_stand_nowhere_in_the_package():
    everything = "".join(parts(write(paper(line("[within ten years]")))).values())
    assert "Delegation" not in everything


def test_the_same_paper_is_the_same_bytes_in_another_process():
    script = "from tests.formats.docx.papers import WHOLE; from instrument.formats.docx import write; import hashlib;"
    script += "print(hashlib.sha256(write(WHOLE)).hexdigest())"
    runs = [subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout for _ in range(2)]
    assert runs[0] == runs[1]


def test_building_loads_no_parser_and_no_other_library():
    script = "import sys; from instrument.formats.docx import write; from instrument.paper import Paper;"
    script += "write(Paper('', 'en', ())); print(*{'docx', 'rapidfuzz', 'lxml'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert run.stdout.strip() == ""


@settings(max_examples=60, deadline=None)
@given(papers())
def test_any_paper_is_written_without_a_fault(given: Paper):
    data = write(given)
    assert lint(data) == ()
    assert write(given) == data
