"""Labels that Word prints by itself, as they come out in the text that is read: in every place and every view."""

from pathlib import Path

import pytest

from instrument.formats.docx import read
from instrument.formats.docx.parts.markup import NAMESPACES
from instrument.model import plain
from instrument.problem import Severity
from tests.formats.docx.numbered import THREE, as_libreoffice, listed, number, style
from tests.formats.docx.raw import (
    NORMAL,
    STYLES,
    change,
    deleted,
    document,
    end,
    field,
    moved_from,
    paragraph,
    part,
    row,
    run,
    table,
    tie,
)

NOTE = '<w:r><w:footnoteReference w:id="5"/></w:r>'


def numbered(*blocks: str, styles: str = "", parts: dict[str, bytes] | None = None, relations: str = "") -> bytes:
    """A document with a list whose levels are 1., 1.1, 1.1.1."""
    own = {
        "word/numbering.xml": f"<w:numbering {NAMESPACES}>{THREE}{number(1)}</w:numbering>".encode(),
        "word/styles.xml": STYLES.replace(NORMAL, NORMAL + styles).encode(),
    }
    return document(*blocks, parts={**own, **(parts or {})}, relations=tie("numbering", "numbering.xml") + relations)


def item(*inside: str, level: int = 0, mark: str = "") -> str:
    return paragraph(*inside, properties=listed(1, level), mark=mark)


def lines(data: bytes, view: str = "accepted") -> list[str]:
    """Each provision with its label."""
    return [
        f"{provision.label} {plain(provision.text)}".strip()
        for clause in read(data, "returned.docx", view).value
        for provision in clause.provisions
    ]


def messages(data: bytes, code: str, view: str = "accepted") -> list[str]:
    return [problem.message for problem in read(data, "", view).problems if problem.code == code]


ONE_OF_THREE_IS_GONE = {
    "deleted": item(deleted("two", "A"), mark=end("del", "A")),
    "moved away": item(moved_from("two", "A"), mark=end("moveFrom", "A")),
}


@pytest.mark.parametrize("gone", ONE_OF_THREE_IS_GONE.values(), ids=ONE_OF_THREE_IS_GONE)
def test_a_paragraph_that_is_gone_gives_its_number_to_the_next(gone: str):
    data = numbered(item(run("one")), gone, item(run("three")))
    assert lines(data) == ["1. one", "2. three"]
    assert lines(data, "rejected") == ["1. one", "2. two", "3. three"]


@pytest.mark.parametrize("gone", ONE_OF_THREE_IS_GONE.values(), ids=ONE_OF_THREE_IS_GONE)
def test_marked_it_shows_the_number_that_the_next_one_has_again(gone: str):
    # So does Word, with all its markup shown (W); LibreOffice counts on.
    data = numbered(item(run("one")), gone, item(run("three")))
    assert [line.partition(" ")[0] for line in lines(data, "marked")] == ["1.", "2.", "2."]


def test_paragraphs_joined_by_a_deleted_end_have_the_number_of_the_one_that_stays():
    data = numbered(item(run("one ")), item(run("two "), mark=end("del", "A")), item(run("three"), level=1))
    assert lines(data) == ["1. one", "1.1 two three"]
    assert lines(data, "rejected") == ["1. one", "2. two", "2.1 three"]


def test_a_row_that_is_gone_numbers_nothing():
    struck = row(item(run("b")), item(run("c")), change=end("del", "A"))
    data = numbered(item(run("a")), table(struck), item(run("d")))
    assert lines(data) == ["1. a", "2. d"]
    assert lines(data, "rejected")[-1] == "4. d"


def test_a_paragraph_that_somebody_put_into_a_list_was_in_none_17_13_5():
    put = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>{change("ins", "Delegation A", "")}</w:numPr>'
    data = numbered(paragraph(run("one"), properties=put), item(run("two")))
    assert lines(data) == ["1. one", "2. two"]
    assert lines(data, "rejected") == ["one", "1. two"]
    assert messages(data, "formatting-change", "rejected") == [
        'a tracked change of formatting (number) by "Delegation A" was read as undone: "one"'
    ]


def test_an_old_record_of_a_number_is_reported_as_it_stands_29500_4_14_7_1_2():
    # Word of before 2000 kept the printed number alone: no list can be made of it, whatever view is read.
    old = '<w:numberingChange w:id="1" w:author="Delegation A" w:original="%1:7:0:."/>'
    kept = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>{old}</w:numPr>'
    data = numbered(paragraph(run("one"), properties=kept))
    for view in ("accepted", "rejected"):
        assert lines(data, view) == ["1. one"]
        assert messages(data, "formatting-change", view) == [
            'a tracked change of formatting (number) by "Delegation A" was read as done; what was there is %1:7:0:.: '
            '"one"'
        ]


def test_a_footnote_counts_its_paragraphs_by_itself():
    # MS-DOC 2.4.6.4 counts within one valid selection (2.2.3): a footnote, a text box, the main text.
    notes = "".join(f'<w:footnote w:id="{id}">{item(run("see"))}{item(run("also"))}</w:footnote>' for id in (5, 6))
    marks = paragraph(run("x"), NOTE, NOTE.replace("5", "6"))
    tied = tie("footnotes", "footnotes.xml")
    data = numbered(item(run("one")), marks, item(run("two")), parts=part("footnotes", notes), relations=tied)
    assert lines(data) == ["1. one", "x", "2. two"]
    (clause,) = read(data, "").value
    assert [plain(note.text) for note in clause.notes] == ["1. see\u20282. also"] * 2


def test_a_text_box_counts_its_paragraphs_by_itself():
    box = f"<w:r><w:pict><w:txbxContent>{item(run('boxed'))}{item(run('too'))}</w:txbxContent></w:pict></w:r>"
    data = numbered(item(run("one")), paragraph(run("x"), box), item(run("two")))
    assert lines(data) == ["1. one", "x", "1. boxed", "2. too", "2. two"]


def test_a_covered_cell_has_no_number_and_its_words_are_pointed_out():
    # LibreOffice counts the empty paragraph in a covered cell: 1. 2. 4.
    def cells(covered: str) -> bytes:
        first = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{item(run("a"))}</w:tc>'
        second = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{covered}</w:tc>"
        other = f"<w:tc>{item(run('b'))}</w:tc>"
        return numbered(f"<w:tbl><w:tr>{first}{other}</w:tr><w:tr>{second}{other}</w:tr></w:tbl>")

    assert [label for line in lines(cells(item())) for label in ("1.", "2.", "3.", "4.") if label in line] == [
        "1.", "2.", "3.",
    ]  # fmt: skip
    assert messages(cells(item()), "faint-words") == []
    assert messages(cells(paragraph(run("under"))), "faint-words") == [
        'words in a cell that another one covers were read: "under"'
    ]


def test_a_table_style_numbers_the_paragraphs_of_its_tables_and_not_the_text_boxes_in_them():
    styles = style("Grid", listed(1), kind="table")
    box = f"<w:r><w:pict><w:txbxContent>{paragraph(run('boxed'))}</w:txbxContent></w:pict></w:r>"
    inside = row(paragraph(run("a"), box)) + row("b")
    grid = f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr>{inside}</w:tbl>'
    data = numbered(grid, item(run("c")), styles=styles)
    assert lines(data) == ["1. a", "boxed", "2. b", "3. c"]
    assert len(messages(data, "uncertain-label")) == 1


PRINTED = [
    "LISTNUM",
    "LISTNUM NumberDefault \\l 2 \\s 3",
    "AUTONUM",
    "AUTONUMLGL",
    "EQ \\f(1,2)",
    'SYMBOL 167 \\f "Symbol"',
]


@pytest.mark.parametrize("separate", ["", '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'], ids=["none", "empty"])
@pytest.mark.parametrize("instruction", PRINTED)
def test_what_a_field_prints_and_no_file_holds_is_reported_with_its_place(instruction: str, separate: str):
    # 17.16.5.33: Word works the number out as it shows it. LibreOffice shows nothing.
    shows_nothing = field(instruction, "").replace('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', separate)
    data = numbered(item(run("Each State Party shall "), shows_nothing, run(" mark and ")))
    assert lines(data) == ["1. Each State Party shall  mark and"]
    (problem,) = (each for each in read(data, "").problems if each.code == "not-read")
    assert problem.severity is Severity.ERROR and problem.where.line == 1
    assert problem.message == (
        f"what Word prints after 'State Party shall' is stored nowhere and was not read: \"{instruction}\""
    )
    struck = numbered(paragraph(run("shall "), change("del", "A", shows_nothing)))
    assert messages(struck, "not-read") == []
    assert len(messages(struck, "not-read", "rejected")) == 1


@pytest.mark.parametrize("shows", ['<w:fldSimple w:instr="LISTNUM"/>', "<w:r><w:dayLong/></w:r>"])
def test_so_is_what_a_simple_field_and_an_old_element_print(shows: str):
    assert len(messages(numbered(paragraph(run("shall"), shows)), "not-read")) == 1


def test_a_number_that_a_field_holds_is_read():
    data = numbered(paragraph(run("shall "), field("LISTNUM", run("a)")), run(" mark")))
    assert lines(data) == ["shall a) mark"]
    assert messages(data, "not-read") == []


GRID = f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr>{row("a")}</w:tbl>'
UNDER = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{item()}</w:tc>"
OVER = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{item(run("a"))}</w:tc>'
BESIDE = f"<w:tc>{item(run('b'))}</w:tc>"
# What LibreOffice 7.4 shows otherwise: the document, our lines, its lines.
DIFFERENT = {
    "a table style with a list numbers nothing": (
        numbered(GRID, styles=style("Grid", listed(1), kind="table")), ["1. a"], ["a"],
    ),
    "an empty paragraph in a covered cell counts": (
        numbered(f"<w:tbl><w:tr>{OVER}{BESIDE}</w:tr><w:tr>{UNDER}{BESIDE}</w:tr></w:tbl>"),
        ["1. a2.\tb", "3.\tb"], ["1. a", "2. b", "3.", "4. b"],
    ),
    "a number in the middle of the words is not shown": (
        numbered(paragraph(run("shall"), field("LISTNUM", ""), run(" mark"))), ["shall mark"], ["shall mark"],
    ),
}  # fmt: skip


@pytest.mark.judge
@pytest.mark.parametrize(("data", "ours", "theirs"), DIFFERENT.values(), ids=DIFFERENT)
def test_libreoffice_differs(data: bytes, ours: list[str], theirs: list[str], tmp_path: Path) -> None:
    assert lines(data) == ours
    assert [line.strip() for line in as_libreoffice(data, tmp_path)] == theirs
