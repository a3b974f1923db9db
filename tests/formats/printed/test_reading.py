"""Printed treaties in our own words, and what the importer makes of them."""

from textwrap import dedent

import pytest

from instrument.formats.printed import read
from instrument.model import Cell, Clause, Instrument, Kind, Mark, Note, Run, plain
from instrument.problem import CannotRead, Severity


def _text(source: str, name: str = "rivers.txt", language: str = "") -> Instrument:
    return read(dedent(source).encode(), name, language).value


def _codes(source: str, name: str = "rivers.txt") -> list[str]:
    return [problem.code for problem in read(dedent(source).encode(), name).problems]


def _clause(source: str, id: str, name: str = "rivers.txt", language: str = "") -> Clause:
    clause = _text(source, name, language).clause(id)
    assert clause, [clause.id for clause in _text(source, name, language)]
    return clause


def _lines(clause: Clause) -> list[tuple[int, str, str]]:
    return [(provision.depth, provision.label, plain(provision.text)) for provision in clause.provisions]


RIVERS = """\
    Convention on Rivers

    The States Parties to this Convention,

    Recalling that water is common to all,

    Have agreed as follows:

    Article 1

    Objective

    1. The objective of this Convention is clean water.
    2. Each State Party shall:

    (a) keep its rivers clean;

    (b) report on them.

    Article 1 bis

    Costs are borne by the States Parties.

    DONE at the river.
    """


def test_a_treaty_is_its_title_its_preamble_its_articles_and_its_final_formula() -> None:
    assert [(clause.id, clause.kind, clause.label) for clause in _text(RIVERS)] == [
        ("title", Kind.TITLE, ""),
        ("preamble", Kind.PREAMBLE, ""),
        ("article-1", Kind.ARTICLE, "Article 1"),
        ("article-1-bis", Kind.ARTICLE, "Article 1 bis"),
        ("final", Kind.FINAL, ""),
    ]


def test_lines_above_the_preamble_belong_to_the_title() -> None:
    source = "CONVENTION\nON RIVERS\n\nDraft of the President\n\nThe Parties,\n\nArticle 1\n\nA b."
    title = _clause(source, "title")
    assert plain(title.heading) == "CONVENTION ON RIVERS"
    assert _lines(title) == [(0, "", "Draft of the President")]
    assert _lines(_clause(source, "preamble")) == [(0, "", "The Parties,")]


def test_the_line_below_a_designation_is_its_heading_unless_it_is_a_sentence() -> None:
    assert plain(_clause(RIVERS, "article-1").heading) == "Objective"
    assert not _clause(RIVERS, "article-1-bis").heading


def test_items_stand_below_their_paragraph() -> None:
    assert [line[:2] for line in _lines(_clause(RIVERS, "article-1"))] == [(0, "1."), (0, "2."), (1, "(a)"), (1, "(b)")]


def test_numbered_paragraphs_after_a_colon_are_items_of_the_chapeau() -> None:
    colon = _clause(
        "T\n\nArticle 1\n\nFor this Convention:\n\n1. River means water.\n\n2. Lake means more.", "article-1"
    )
    stop = _clause("T\n\nArticle 1\n\nThis is so.\n\n1. A river is water.\n\n2. A lake is more.", "article-1")
    assert [provision.depth for provision in colon.provisions] == [0, 1, 1]
    assert [provision.depth for provision in stop.provisions] == [0, 0, 0]


def test_an_i_after_h_is_a_letter_and_an_i_before_ii_is_a_numeral() -> None:
    letters = "\n\n".join(f"({letter}) item {letter};" for letter in "abcdefghij")
    nested = "(a) first:\n\n(i) one;\n\n(ii) two;\n\n(b) second."
    assert {line[0] for line in _lines(_clause(f"T\n\nArticle 1\n\n{letters}", "article-1"))} == {0}
    assert [line[0] for line in _lines(_clause(f"T\n\nArticle 1\n\n{nested}", "article-1"))] == [0, 1, 1, 0]


def test_an_i_after_h_that_opens_a_list_of_numerals_is_a_numeral() -> None:
    letters = "\n\n".join(f"({letter}) item {letter};" for letter in "abcdefg")
    source = f"T\n\nArticle 1\n\n{letters}\n\n(h) these:\n\n(i) one;\n\n(ii) two;\n\n(i) last."
    assert [line[0] for line in _lines(_clause(source, "article-1"))][7:10] == [0, 1, 1]


def test_closing_words_stand_at_the_depth_of_their_list() -> None:
    source = "T\n\nArticle 1\n\n1. Each Party shall:\n\n(a) clean,\n\n(b) report,\n\nand do so soon.\n\n2. More."
    assert _lines(_clause(source, "article-1"))[3] == (1, "", "and do so soon.")
    assert "unlabelled" in _codes(source)


def test_a_label_without_a_space_behind_it_is_a_label() -> None:
    source = "T\n\nArticle premier\n\n1°.Les eaux.\n\n2°.Les lacs:\n\na)Le grand;\n\nb)le petit."
    assert [line[:2] for line in _lines(_clause(source, "article-1"))] == [(0, "1°."), (0, "2°."), (1, "a)"), (1, "b)")]


def test_a_label_alone_on_its_line_takes_the_next_line() -> None:
    assert _lines(_clause("T\n\nArticle 1\n\n(a)\n\nThe river;\n\n(b)\n\nthe lake.", "article-1")) == [
        (0, "(a)", "The river;"),
        (0, "(b)", "the lake."),
    ]


def test_two_labels_on_one_line_are_an_empty_paragraph_and_its_first_item() -> None:
    source = "T\n\nArticle 1\n\n1. (a) The river.\n\n(b) The lake.\n\n2. The sea."
    assert _lines(_clause(source, "article-1")) == [
        (0, "1.", ""),
        (1, "(a)", "The river."),
        (1, "(b)", "The lake."),
        (0, "2.", "The sea."),
    ]


def test_a_list_that_runs_on_in_one_line_is_cut_and_the_cuts_are_reported() -> None:
    source = "T\n\nArticle 1\n\n1. Each Party shall: (a) clean; (b) report; and (c) pay under subparagraph (a)."
    assert _lines(_clause(source, "article-1")) == [
        (0, "1.", "Each Party shall:"),
        (1, "(a)", "clean;"),
        (1, "(b)", "report; and"),
        (1, "(c)", "pay under subparagraph (a)."),
    ]
    assert _codes(source).count("run-on") == 3


def test_a_sentence_that_begins_with_a_reference_opens_no_article() -> None:
    references = "Article 2 does not apply to lakes.\n\nArticle 2, paragraph 1, does."
    source = f"T\n\nArticle 1\n\nScope\n\n{references}\n\nArticle 2\n\nLakes."
    assert [clause.id for clause in _text(source)] == ["title", "article-1", "article-2"]


def test_a_gap_and_a_repetition_in_the_numbering_are_warnings() -> None:
    problems = read(b"T\n\nArticle 1\n\nA b.\n\nArticle 3\n\nC d.\n\nArticle 3\n\nE f.", "a.txt").problems
    assert [(problem.code, problem.where.line) for problem in problems if problem.severity is Severity.WARNING] == [
        ("article-order", 7),
        ("article-order", 11),
    ]


def test_the_articles_of_an_annex_have_ids_of_their_own() -> None:
    source = "T\n\nArticle 1\n\nA b.\n\nANNEX I\n\nRules\n\nArticle 1\n\nC d."
    assert [clause.id for clause in _text(source)][1:] == ["article-1", "annex-1", "annex-1-article-1"]


def test_a_designation_is_read_in_every_language_and_gives_the_same_id() -> None:
    texts = {
        "fr": "Convention sur les eaux\n\nPARTIE V\n\nArticle premier\n\nLes Parties veillent sur la mer.",
        "es": "Convención sobre las aguas\n\nPARTE V\n\nArtículo 1\n\nLas Partes cuidan de la mar.",
        "ru": "Конвенция о водах\n\nЧАСТЬ V\n\nСтатья 1\n\nСтороны берегут море.",
        "nl": "Verdrag inzake het water\n\nDeel V\n\nArtikel 1\n\nDe partijen zorgen voor de zee.",
        "zh": "水公约\n\n第五部分\n\n第一条\n\n缔约方应保护海洋。",
        "ar": "اتفاقية المياه\n\nالجزء الخامس\n\nالمادة 1\n\nتحمي الأطراف البحر.",
    }
    for language, text in texts.items():
        instrument = _text(text)
        assert instrument.language == language
        assert [clause.id for clause in instrument] == ["title", "part-5", "article-1"]


def test_a_preamble_in_one_line_is_cut_before_each_recital() -> None:
    line = "The Parties, Recalling the sea, and its Charter, Noting the land, Have agreed as follows:"
    source = f"T\n\nPREAMBLE {line}\n\nArticle 1\n\nA."
    preamble = _clause(source, "preamble")
    assert preamble.label == "PREAMBLE"
    assert [line[2] for line in _lines(preamble)] == [
        "The Parties,",
        "Recalling the sea, and its Charter,",
        "Noting the land,",
        "Have agreed as follows:",
    ]


def test_a_heading_that_runs_on_is_cut_where_a_sentence_surely_begins() -> None:
    source = """\
        Convention on Rivers

        Article 1
        Use of terms

        1. River means water.

        Article 2
        Settlement of disputes by means chosen by the Parties Nothing in this Convention hinders Parties.

        Article 3
        Scope of the treaty, its reach applies to rivers.
        """
    assert plain(_clause(source, "article-2").heading) == "Settlement of disputes by means chosen by the Parties"
    assert not _clause(source, "article-3").heading
    assert _codes(source).count("heading") == 2


def test_a_text_without_articles_is_one_clause() -> None:
    assert [clause.id for clause in _text("Declaration\n\nWe declare this.\n\nAnd that.")] == ["title", "text"]


def test_a_wrapped_text_is_joined_and_says_so() -> None:
    line = "Each State Party shall keep its rivers clean and report on them once"
    source = f"Convention\n\nArticle 1\n\n1. {line}\n{line}\nand again.\n2. {line}\n{line}\nonce more.\n"
    assert [line[:2] for line in _lines(_clause(source, "article-1"))] == [(0, "1."), (0, "2.")]
    assert "wrapped" in _codes(source)


def test_rows_of_a_table_are_provisions_with_cells() -> None:
    row = _clause(
        "T\n\nArticle 1\n\nShares:\n\n| class | units |\n| --- | --- |\n| first | 25 |", "article-1"
    ).provisions[2]
    assert row.text == (Run("first"), Cell(), Run("25"))


MARKDOWN = """\
    ---
    title: Draft on Rivers
    edit: true
    ---

    *As [published](http://example.org/rivers) in spring.*

    * TOC
    {:toc}

    ## Preamble

    *Recalling* the sea,

    ## Article 1 *(purpose)*

    **Option 1:**

    1. Parties [shall][should] keep
    rivers clean.[^1]

        1. *Always*;
        2. everywhere.

    **Option 2:** No text

    ## [Article 1bis] *(scope)*

    Rivers\\* and lakes.

    [^1]: Subject to review
    """


def test_markdown_gives_the_same_clauses() -> None:
    clauses = [(clause.id, clause.label, plain(clause.heading)) for clause in _text(MARKDOWN, "rivers.md")]
    assert clauses == [
        ("title", "", "Draft on Rivers"),
        ("preamble", "Preamble", ""),
        ("article-1", "Article 1", "(purpose)"),
        ("article-1-bis", "[Article 1bis]", "(scope)"),
    ]


def test_options_hold_their_paragraphs_and_indented_lists_their_items() -> None:
    assert [line[:2] for line in _lines(_clause(MARKDOWN, "article-1", "rivers.md"))] == [
        (0, "Option 1:"), (1, "1."), (2, "1."), (2, "2."), (0, "Option 2:"),
    ]  # fmt: skip


def test_emphasis_escapes_and_notes_of_markdown_are_read_and_lines_joined() -> None:
    article = _clause(MARKDOWN, "article-1", "rivers.md")
    assert article.provisions[1].text == (Run("Parties [shall][should] keep rivers clean."), Note("1"))
    assert article.provisions[2].text == (Run("Always", frozenset({Mark.ITALIC})), Run(";"))
    assert [(note.name, plain(note.text)) for note in article.notes] == [("1", "Subject to review")]
    assert plain(_clause(MARKDOWN, "article-1-bis", "rivers.md").provisions[0].text) == "Rivers* and lakes."


def test_front_matter_directives_and_addresses_are_in_the_report_word_for_word() -> None:
    messages = [problem.message for problem in read(dedent(MARKDOWN).encode(), "rivers.md").problems]
    assert 'left out "edit: true": front matter' in messages
    assert 'left out "](http://example.org/rivers)": a link' in messages
    assert 'left out "{:toc}": a directive' in messages


def test_a_note_without_a_mark_stands_at_the_end_and_is_a_warning() -> None:
    source = "## Article 1\n\nText.\n\n[^1]: Nobody asked.\n"
    assert [line[2] for line in _lines(_clause(source, "article-1", "a.md"))] == ["Text.", "[^1]:", "Nobody asked."]
    assert "note" in _codes(source, "a.md")


def test_an_unbalanced_bracket_is_located_in_the_source() -> None:
    problems = read(b"T\n\nArticle 1\n\n1.  The  [river [or lake] shall run.", "a.txt").problems
    assert [str(problem.where) for problem in problems if problem.code == "unbalanced-bracket"] == ["a.txt:5:10"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n \n", "is empty"),
        ("Article 1".encode("utf-16"), "is UTF-16 text"),
        ("Article 1".encode("utf-16-le"), "is UTF-16 text"),
        (b"PK\x03\x04\x00\x00", "is not text but a binary file"),
        ("Convention\n\nRivi\xe8re".encode("latin-1"), r"is not UTF-8 text \(line 3"),
    ],
)
def test_what_is_no_utf_8_text_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(CannotRead, match=rf"^a.txt {words}"):
        read(data, "a.txt")


def test_a_byte_order_mark_and_carriage_returns_change_nothing() -> None:
    source = dedent(RIVERS)
    assert read(b"\xef\xbb\xbf" + source.replace("\n", "\r\n").encode(), "a.txt").value == _text(RIVERS)


def test_a_given_language_is_not_guessed() -> None:
    result = read(dedent(RIVERS).encode(), "a.txt", "fr")
    assert result.value.language == "fr"
    assert "language" not in [problem.code for problem in result.problems]


def test_a_lone_carriage_return_ends_a_line() -> None:
    assert read(b"Use\r\rArticle 1\r\rNever.", "a.txt").value == read(b"Use\n\nArticle 1\n\nNever.", "a.txt").value
