"""Plain text, word for word."""

from __future__ import annotations

from hypothesis import given, settings

from instrument.formats.text import write
from instrument.model import Instrument
from instrument.paper import Chars, Contents, Masthead, NoteMark, PageBreak, Paper, Paragraph, Revision, Style, Table
from instrument.papers.draft import draft
from tests.papers.reading import is_in_order, words_of
from tests.strategies import instruments


def paper(*blocks: object, **more: object) -> Paper:
    return Paper("", "en", blocks, **more)


def provision(words: str, label: str = "", depth: int = 0) -> Paragraph:
    return Paragraph(Style.PROVISION, (Chars(words),) if words else (), label, depth)


def test_a_page_reads_like_the_printed_treaty() -> None:
    page = paper(
        Paragraph(Style.TITLE, (Chars("Draft convention"),)),
        Paragraph(Style.ARTICLE, (Chars("Clearance"),), "Article 4"),
        provision("Each State Party shall:", "1."),
        provision("clear;", "(a)", 1),
        provision("and report.", "", 1),
        provision("[It may ask.]", "1 bis."),
        Paragraph(Style.ARTICLE, (), "Article 5"),
        masthead=Masthead(body="Conference", symbol="DC/1"),
    )
    assert write(page).decode() == (
        "Conference\nDC/1\n\nDraft convention\n\nArticle 4\nClearance\n\n"
        "1. Each State Party shall:\n  (a) clear;\n  and report.\n1 bis. [It may ask.]\n\nArticle 5\n"
    )


def test_footnotes_come_last_and_their_marks_are_raised() -> None:
    marked = Paragraph(Style.PROVISION, (Chars("Each"), NoteMark(9), Chars(" Party")))
    written = write(paper(marked, notes=tuple((Chars(f"note {n}"),) for n in range(10)))).decode()
    assert written.startswith("Each¹⁰ Party\n\n¹ note 0\n")
    assert written.endswith("\n¹⁰ note 9\n")


def test_rows_are_lines_with_bars_between_cells() -> None:
    rows = (((provision("Stocks", "A"),), (provision("article 3"),)), ((provision("Areas"),), ()))
    assert write(paper(Table(rows, depth=1))).decode() == "  A Stocks | article 3\n  Areas | \n"


def test_contents_list_the_headings() -> None:
    page = paper(Contents("Contents"), Paragraph(Style.ARTICLE, (Chars("Use"),), "Article 1"))
    assert write(page).decode() == "Contents\nArticle 1 Use\n\nArticle 1\nUse\n"


def test_a_line_break_of_the_page_keeps_the_indentation() -> None:
    assert write(paper(provision("one\u2028two", "(a)", 1))).decode() == "  (a) one\n  two\n"


def test_tracked_changes_are_marked_as_word_differences() -> None:
    old, new = Revision("delete", "A", "2026-03-09"), Revision("insert", "A", "2026-03-09")
    inlines = (Chars("may", revision=old), Chars("shall", revision=new), Chars(" not", revision=new), Chars(" use"))
    assert write(paper(Paragraph(Style.PROVISION, inlines))).decode() == "[-may-]{+shall not+} use\n"


def test_a_label_that_changed_stands_before_its_words_like_any_other() -> None:
    label = (
        Chars("2", revision=Revision("delete")),
        Chars("3", revision=Revision("insert")),
        Chars("."),
        Chars("\t", gap=True),
    )
    line = Paragraph(Style.PROVISION, (*label, Chars("Each")), depth=1, change="renumbered")
    force = (Chars("not", revision=Revision("insert", weight="force")), Chars(" now", revision=Revision("insert")))
    assert write(paper(line)).decode() == "  [-2-]{+3+}. Each\n"
    assert write(paper(Paragraph(Style.PROVISION, force))).decode() == "{+not now+}\n"


def test_page_breaks_and_an_empty_paper_write_nothing() -> None:
    assert write(paper(PageBreak())) == b""
    assert write(paper()) == b""


@settings(max_examples=40)
@given(instruments())
def test_every_word_of_the_paper_is_written_in_order(instrument: Instrument) -> None:
    page = draft(instrument, contents=True).value
    assert is_in_order(words_of(page), write(page).decode())
    assert write(page) == write(page)
