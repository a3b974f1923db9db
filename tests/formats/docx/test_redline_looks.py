"""How tables, rows, cells and marks of paragraphs look, and where sections end, as tracked changes."""

import pytest

from instrument.formats.docx import Care, revise
from instrument.formats.docx.parts.opened import opened
from instrument.formats.docx.parts.package import pack
from instrument.formats.docx.parts.tree import attribute, local, w
from instrument.formats.docx.parts.unpacking import unpack
from instrument.formats.docx.revising.care import ALL
from tests.formats.docx.pairs import named
from tests.formats.docx.press import pressed
from tests.formats.docx.raw import document, end, inserted, paragraph, run
from tests.formats.docx.redlines import faults, revisions
from tests.formats.docx.treaties import treaty

LINES = '<w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders>'
SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>'
TABLES = '<w:style w:type="table" w:styleId="{0}"><w:name w:val="{0}"/></w:style>'
SECTION = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'


def cell(words: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/>{properties}</w:tcPr>{paragraph(run(words))}</w:tc>'


def grid(look: str, row: str, *cells: str) -> str:
    columns = '<w:gridCol w:w="4000"/>' * 2
    return (
        f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"<w:tr><w:trPr>{row}</w:trPr>{''.join(cells)}</w:tr></w:tbl>"
    )


def file(table: str, *styles: str) -> bytes:
    data = document(table, paragraph(run("Done.")))
    named = "".join(TABLES.format(style) for style in styles).encode()
    parts = unpack(data, "")
    return pack({**parts, "word/styles.xml": parts["word/styles.xml"].replace(b"</w:styles>", named + b"</w:styles>")})


def marked(old: bytes, new: bytes, care: Care = ALL):
    return revise(old, new, author="Delegation C", date="2026-04-01T09:00:00Z", care=care)


PLAIN = file(grid("", "", cell("Article"), cell("Years")))
DRESSED = file(
    grid(f'<w:tblStyle w:val="Lined"/>{LINES}', "<w:tblHeader/>", cell("Article", SHADE), cell("Years")), "Lined"
)


def properties(data: bytes, name: str) -> list[str]:
    found = next(opened(data, "").document.iter(w(name)))
    return [local(each) for each in found]


@pytest.mark.parametrize("back", [False, True])
def test_a_table_its_rows_and_cells_keep_how_they_looked(back: bool):
    old, new = (DRESSED, PLAIN) if back else (PLAIN, DRESSED)
    found = marked(old, new).value
    assert found.made == {"tblPrChange": 1, "trPrChange": 1, "tcPrChange": 1}
    assert faults(old, new, found.data) == []


def test_the_change_stands_last_in_the_properties():
    found = marked(PLAIN, DRESSED).value.data
    assert properties(found, "tblPr") == ["tblStyle", "tblBorders", "tblPrChange"]
    assert properties(found, "trPr") == ["tblHeader", "trPrChange"]
    assert properties(found, "tcPr") == ["tcW", "shd", "tcPrChange"]


def test_the_style_of_a_table_that_the_old_file_lacks_is_brought():
    styles = unpack(marked(PLAIN, DRESSED).value.data, "")["word/styles.xml"]
    assert b'w:styleId="Lined"' in styles


def test_nothing_is_said_of_looks_that_nobody_asked_about():
    found = marked(PLAIN, DRESSED, Care(formatting=False))
    assert (found.value.made, found.problems) == ({}, ())
    assert unpack(found.value.data, "") == unpack(PLAIN, "")


def test_cells_that_became_one_stay_apart_and_it_is_said():
    old = file(grid("", "", cell("Article"), cell("Years")))
    new = file(grid("", "", cell("Article", '<w:gridSpan w:val="2"/>')))
    found = marked(old, new)
    assert [problem.code for problem in found.problems] == ["cells-merged"]
    assert not list(opened(found.value.data, "").document.iter(w("gridSpan")))


def test_a_cell_over_two_columns_keeps_them_where_its_colour_changes():
    wide = '<w:gridSpan w:val="2"/>'
    old, new = file(grid("", "", cell("Article", wide))), file(grid("", "", cell("Article", wide + SHADE)))
    found = marked(old, new).value.data
    assert properties(found, "tcPr") == ["tcW", "gridSpan", "shd", "tcPrChange"]
    assert faults(old, new, found) == []


def test_the_mark_of_a_paragraph_keeps_how_it_looked_behind_whose_it_is():
    mark = end("ins", "Delegation A")
    old = document(paragraph(inserted("Use.", "Delegation A"), mark=mark), paragraph(run("Done.")))
    new = document(paragraph(inserted("Use.", "Delegation A"), mark=mark + "<w:b/>"), paragraph(run("Done.")))
    found = marked(old, new).value.data
    look = next(opened(found, "").document.iter(w("rPr")))
    assert [local(each) for each in look] == ["ins", "b", "rPrChange"]
    assert attribute(look[0], "author") == "Delegation A"
    assert faults(old, new, found) == []


def styled(name: str, kind: str, *blocks: str) -> bytes:
    """A document in which the style "S" has a name."""
    parts = unpack(document(*blocks), "")
    made = f'<w:style w:type="{kind}" w:styleId="S"><w:name w:val="{name}"/></w:style></w:styles>'.encode()
    return pack({**parts, "word/styles.xml": parts["word/styles.xml"].replace(b"</w:styles>", made)})


def changes(data: bytes, name: str) -> int:
    return len(list(opened(data, "").document.iter(w(name))))


def test_words_of_another_colour_are_a_change_of_looks():
    old, new = (
        document(paragraph(run("Use", f'<w:color w:val="{colour}"/>'), run(f" {word}.")), paragraph(run("Done.")))
        for colour, word in (("FF0000", "them"), ("0000FF", "mines"))
    )
    found = marked(old, new).value.data
    assert changes(found, "rPrChange") == 1
    assert faults(old, new, found) == []


def test_words_in_a_style_of_the_same_id_that_is_another_one_are_a_change_of_looks():
    old, new = (
        styled(name, "character", paragraph(run("Use", '<w:rStyle w:val="S"/>'), run(f" {word}.")), paragraph(run("D")))
        for name, word in (("Strong", "them"), ("Quotation", "mines"))
    )
    assert changes(marked(old, new).value.data, "rPrChange") == 1
    assert changes(marked(old, old).value.data, "rPrChange") == 0


def test_every_paragraph_in_a_style_of_the_same_id_that_is_another_one_is_a_change_of_looks():
    old, new = (
        styled(name, "paragraph", *(paragraph(run(f"Use {word} {n}."), style="S") for n in "abc"), paragraph(run("D")))
        for name, word in (("Item", "them"), ("Quotation", "mines"))
    )
    assert changes(marked(old, new).value.data, "pPrChange") == 3


def test_paragraphs_that_look_apart_behind_an_earlier_change_of_looks_are_a_change():
    # As careless programs write it: first, and under one number everywhere.
    earlier = '<w:pPrChange w:author="A" w:id="9"><w:pPr><w:keepNext/></w:pPr></w:pPrChange>'
    old, new = (
        document(
            paragraph(run(f"Keep {word} here."), properties=f'{earlier}<w:jc w:val="left"/>'),
            paragraph(run(f"Keep {word} there."), properties=f'{earlier}<w:jc w:val="{side}"/>'),
            paragraph(run("Done.")),
        )
        for word, side in (("them", "left"), ("mines", "right"))
    )
    sides = [attribute(each) for each in opened(marked(old, new).value.data, "").document.iter(w("jc"))]
    assert "right" in sides


# Sections.


@pytest.mark.parametrize("back", [False, True])
def test_a_section_that_ends_behind_a_paragraph_of_both_files_is_a_mark_put_in_beside_one_that_is_struck(back: bool):
    old = document(paragraph(run("Part one.")), paragraph(run("Part two.")))
    new = document(paragraph(run("Part one."), properties=SECTION), paragraph(run("Part two.")))
    old, new = (new, old) if back else (old, new)
    found = marked(old, new)
    assert (found.value.made, found.problems) == ({"ins": 1, "del": 1}, ())
    assert faults(old, new, found.value.data) == []


@pytest.mark.parametrize("formatting", [True, False])
def test_where_a_table_follows_or_looks_do_not_count_pages_are_left_and_it_is_said(formatting: bool):
    after = grid("", "", cell("x"), cell("y")) if formatting else paragraph(run("Part two."))
    old = document(paragraph(run("Part one.")), after, paragraph(run("Done.")))
    new = document(paragraph(run("Part one."), properties=SECTION), after, paragraph(run("Done.")))
    found = marked(old, new, Care(formatting=formatting))
    assert [problem.code for problem in found.problems] == ["section-breaks"]
    assert found.value.made == {}


def test_a_section_that_ends_brings_its_headers():
    before, after = named("a section ends behind a paragraph").pair(treaty())
    found = marked(pressed(before), pressed(after)).value.data
    assert not [kind for kind, _, words in revisions(found) if words]
