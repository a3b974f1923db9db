"""Markdown that reads back as the same words."""

from __future__ import annotations

import html
import re
import subprocess
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from instrument.difference.comparison import diff
from instrument.formats.markdown import write
from instrument.model import Cell, Clause, Footnote, Instrument, Kind, Mark, Note, Provision, text
from instrument.paper import (
    Block,
    Chars,
    Contents,
    Masthead,
    NoteMark,
    Paper,
    Paragraph,
    Revision,
    Style,
    Table,
)
from instrument.papers.comparison import compare
from instrument.papers.draft import draft
from tests import edits
from tests.papers.reading import markdown_words, rendered, squeezed, words_of
from tests.strategies import CHARS, MARKS, instruments

HOSTILE = [
    "1. Each", "1) each", "(a) to", "a. to", "iv) to", "- none", "+ none", "* none", "# no heading", "#hash",
    "> quote", "===", "---", "***", "___", "```", "~~~", "    code", "\tcode", "<b>bold</b>", "<!-- gone -->",
    "&amp;", "&copy", "[link](url)", "[ref]: url", "![image](x)", "`code`", "*star*", "_low_", "__low__", "~~gone~~",
    "a|b", "\\", "\\[", "http://x.example", "<http://x.example>", "$math$", "x^2^", "H~2~O", "@cite", "{.class}",
    "[^1]", "[^1]: note", "| a |", ": defined", "% title", "[...]", "[[nested] text]", "1986. A year", "trailing\\",
    "two  spaces  ", "line\u2028break", "broken at the end\u2028", "a\u2028- b", "a\u20281. b",
]  # fmt: skip


def paper(*blocks: Block, **more: object) -> Paper:
    return Paper("", "en", blocks, **more)


def without_notes(page: Paper) -> Paper:
    """CommonMark itself has no footnotes: they are pandoc's to judge."""

    def bare(paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, inlines=tuple(i for i in paragraph.inlines if not isinstance(i, NoteMark)))

    def block_without(block: Block) -> Block:
        if isinstance(block, Table):
            return replace(block, rows=tuple(tuple(tuple(map(bare, cell)) for cell in row) for row in block.rows))
        return bare(block) if isinstance(block, Paragraph) else block

    blocks = tuple(map(block_without, page.blocks))
    return replace(page, blocks=blocks, notes=())


@settings(max_examples=40)
@given(instruments())
def test_every_word_reads_back_in_order(instrument: Instrument) -> None:
    page = without_notes(draft(instrument, contents=True).value)
    assert markdown_words(write(page)) == words_of(page)


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("style", [Style.PROVISION, Style.ARTICLE, Style.TITLE])
def test_nothing_in_the_words_is_taken_for_markup(words: str, style: Style) -> None:
    before, after = (Paragraph(Style.PROVISION, (Chars("neighbour"),)) for _ in range(2))
    for label in ("", "(a)", words):
        page = paper(before, Paragraph(style, (Chars(words),), label), after)
        assert markdown_words(write(page)) == words_of(page)


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_a_cell_is_taken_for_markup(words: str) -> None:
    cell = (Paragraph(Style.PROVISION, (Chars(words),), words),)
    page = paper(Table(((cell, cell), (cell,))))
    assert markdown_words(write(page)) == words_of(page)


@given(st.lists(st.tuples(CHARS, MARKS), max_size=5))
@example([("認識", frozenset({Mark.ITALIC})), ("到", frozenset())])
@example([(":", frozenset({Mark.ITALIC})), ("", frozenset()), ("1", frozenset())])
@example([("(a)", frozenset({Mark.ITALIC})), ("b", frozenset({Mark.BOLD})), ("c", frozenset())])
@example([(" x ", frozenset({Mark.ITALIC, Mark.BOLD})), ("*", frozenset())])
def test_emphasis_begins_and_ends_where_it_should(runs: list[tuple[str, frozenset[Mark]]]) -> None:
    """What shows in italics is what is italic, save white space."""
    page = paper(Paragraph(Style.PROVISION, (Chars("x "), *(Chars(*run) for run in runs), Chars(" x"))))
    shown = rendered(write(page))
    assert markdown_words(write(page)) == words_of(page)
    for mark, tag in ((Mark.ITALIC, "em"), (Mark.BOLD, "strong")):
        marked = "".join(chars for chars, marks in runs if mark in marks)
        assert squeezed(html.unescape(_inside(shown, tag))) == squeezed(marked)


def _inside(shown: str, tag: str) -> str:
    words, inside = "", 0
    for piece in re.split(r"(<[^<>]*>)", shown):
        inside += (piece == f"<{tag}>") - (piece == f"</{tag}>")
        words += piece if inside and not piece.startswith("<") else ""
    return words


def test_a_page_reads_well_as_it_stands() -> None:
    page = paper(
        Paragraph(Style.TITLE, (Chars("Draft convention"),)),
        Paragraph(Style.PART, (Chars("General"),), "Part I"),
        Paragraph(Style.ARTICLE, (Chars("Clearance"),), "Article 4"),
        Paragraph(Style.PROVISION, (Chars("Each State Party [shall]"), NoteMark(0), Chars(":")), "1."),
        Paragraph(Style.PROVISION, (Chars("clear", frozenset({Mark.ITALIC})), Chars(";")), "(a)", 1),
        notes=((Chars("See above."),),),
        masthead=Masthead(body="Conference", symbol="DC/1"),
    )
    assert write(page).decode() == (
        "Conference\\\nDC/1\n\n# Draft convention\n\n## Part I\u2003General\n\n### Article 4\u2003Clearance\n\n"
        "1\\. Each State Party \\[shall\\][^1]:\n\n\u2003\u2003(a\\) *clear*;\n\n[^1]: See above.\n"
    )


def test_a_table_without_a_head_gets_an_empty_one_and_rows_of_equal_length() -> None:
    def row(*words: str) -> tuple[tuple[Paragraph, ...], ...]:
        return tuple((Paragraph(Style.PROVISION, (Chars(word),)),) for word in words)

    headed = write(paper(Table((row("a", "b"), row("c")), header=1))).decode()
    assert headed == "| a | b |\n| --- | --- |\n| c |  |\n"
    assert write(paper(Table((row("a"),)))).decode() == "|  |\n| --- |\n| a |\n"


def test_tracked_changes_are_insertions_and_deletions() -> None:
    inlines = (Chars("may", revision=Revision("delete", "A", "")), Chars("shall", revision=Revision("insert", "A", "")))
    assert write(paper(Paragraph(Style.PROVISION, inlines))) == b"<del>may</del><ins>shall</ins>\n"


def test_neighbours_with_one_fate_share_their_tags_and_a_changed_label_its_line() -> None:
    new = Revision("insert")
    label = (
        Chars("1", revision=new),
        Chars("bis.", revision=Revision("insert", weight="figure")),
        Chars("\t", revision=new, gap=True),
    )
    words = (
        Chars("a", revision=new),
        Chars("(b)", frozenset({Mark.ITALIC}), new),
        Chars("c", revision=Revision("delete")),
    )
    line = paper(Paragraph(Style.PROVISION, (*label, *words), change="inserted"))
    assert write(line) == b"<ins>1bis.</ins> <ins>a<em>(b)</em></ins><del>c</del>\n"


@settings(max_examples=40)
@given(st.data())
def test_the_words_of_two_texts_compared_read_back_in_order(data: st.DataObject) -> None:
    base = data.draw(edits.instruments())
    page = compare(diff(base, data.draw(edits.edited(base))[0])).value
    assert markdown_words(write(page)) == words_of(page)


@pytest.mark.judge
@pytest.mark.parametrize("dialect", ["commonmark_x-smart", "gfm", "markdown-smart"])
def test_pandoc_reads_the_same_words(dialect: str) -> None:
    provisions = [
        Provision(place % 3, label, text(words))
        for place, (label, words) in enumerate(zip(HOSTILE, HOSTILE, strict=True))
    ]
    provisions += [Provision(text=text("row | of", Cell(), "1. cells"))]
    clause = Clause("use", Kind.ARTICLE, "Article 1", text("Use [of] things"), tuple(provisions))
    page = draft(Instrument((clause,))).value
    shown = subprocess.run(
        ["pandoc", "-f", dialect, "-t", "html", "--wrap=none"], input=write(page), capture_output=True, check=True
    ).stdout.decode()
    assert squeezed(html.unescape(re.sub(r"<[^<>]*>", "", shown))) == words_of(page)


@pytest.mark.judge
@pytest.mark.parametrize("dialect", ["commonmark_x", "gfm+footnotes", "markdown-smart"])
def test_pandoc_reads_every_footnote(dialect: str) -> None:
    notes = (
        Footnote("x", text("one")),
        Footnote("y", text("http://x.example")),
        Footnote("z", text("1. [not] a list")),
    )
    marked = Provision(0, "1.", text("a", Note("x"), " b", Note("y"), " c", Note("z")))
    page = draft(Instrument((Clause("use", Kind.ARTICLE, "Article 1", text("Use"), (marked,), notes),))).value
    native = subprocess.run(
        ["pandoc", "-f", dialect, "-t", "native"], input=write(page), capture_output=True, check=True
    ).stdout.decode()
    assert native.count("Note\n") + native.count("Note [") == 3


def test_contents_that_begin_deep_are_a_list_and_no_code() -> None:
    deep = paper(
        Contents("Contents"), Paragraph(Style.ARTICLE, label="Article 4"), Paragraph(Style.PART, label="PART I")
    )
    assert (
        "- Article 4\n- PART I"
        in write(replace(deep, blocks=(*deep.blocks, Paragraph(Style.SECTION, (Chars("I"),))))).decode()
    )
