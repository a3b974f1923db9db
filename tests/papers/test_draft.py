"""The draft paper: what stands on its pages, in what order, and what never does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest
from hypothesis import given, settings

from instrument.holders import write as write_holders
from instrument.model import (
    Cell,
    Clause,
    Footnote,
    Holders,
    Instrument,
    Kind,
    Mark,
    Note,
    Provision,
    Reference,
    Run,
    Text,
    text,
)
from instrument.paper import (
    Chars,
    Contents,
    Inline,
    Link,
    Masthead,
    NoteMark,
    PageBreak,
    Paper,
    Paragraph,
    Style,
    Table,
)
from instrument.papers.draft import Document, draft
from instrument.problem import Misuse
from instrument.references import cite
from tests.papers.reading import paragraphs_of
from tests.strategies import instruments

TITLE = Clause("title", Kind.TITLE, heading=text("Draft convention on remnants"))
HELD = Holders(by=("Delegation A", "Delegation C"), alternative="1", status="ad referendum", note="Delegation B waits")
DELEGATIONS = ("Delegation A", "Delegation B", "Delegation C")


def article(
    *provisions: Provision, id: str = "use", label: str = "Article 1", notes: tuple[Footnote, ...] = ()
) -> Clause:
    return Clause(id, Kind.ARTICLE, label, text("Use"), provisions, notes)


def drafted(*clauses: Clause, language: str = "en") -> Paper:
    read = draft(Instrument(clauses, language))
    assert read.problems == ()
    return read.value


def paragraphs(paper: Paper, clause: str = "use") -> list[Paragraph]:
    return [block for block in paper.blocks if isinstance(block, Paragraph) and block.clause == clause]


def printed(inlines: tuple[Inline, ...]) -> str:
    return "".join(f"<{inline.index}>" if isinstance(inline, NoteMark) else inline.chars for inline in inlines)


def strings_in(value: object) -> Iterator[str]:
    """Every string anywhere inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | frozenset):
        for item in value:
            yield from strings_in(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings_in(getattr(value, field.name))


def test_a_heading_has_its_designation_for_a_label_and_its_clause_for_a_target() -> None:
    heading = paragraphs(drafted(article()))[0]
    assert heading == Paragraph(Style.ARTICLE, (Chars("Use"),), "Article 1", 0, "use", "use", "article")


@pytest.mark.parametrize(
    ("kind", "style"),
    [
        (Kind.TITLE, Style.TITLE),
        (Kind.PART, Style.PART),
        (Kind.SECTION, Style.SECTION),
        (Kind.ARTICLE, Style.ARTICLE),
        (Kind.ANNEX, Style.ARTICLE),
        (Kind.PREAMBLE, Style.ARTICLE),
    ],
)
def test_each_kind_of_heading_has_its_style(kind: Kind, style: Style) -> None:
    assert paragraphs(drafted(Clause("use", kind, heading=text("Words"))))[0].style is style


def test_a_clause_without_designation_and_heading_has_no_heading() -> None:
    final = Clause("done", Kind.FINAL, provisions=(Provision(text=text("Done at ..., in a single original.")),))
    assert [block.style for block in paragraphs(drafted(final), "done")] == [Style.FORMULA]


def test_a_provision_keeps_its_depth_and_its_label_and_is_found_by_its_anchor() -> None:
    provision = Provision(1, "[(a)", text("to clear"), anchor="duty")
    paragraph = paragraphs(drafted(article(provision)))[1]
    assert (paragraph.style, paragraph.depth, paragraph.label) == (Style.PROVISION, 1, "[(a)")
    assert (paragraph.target, printed(paragraph.inlines)) == ("use#duty", "to clear")


def test_the_preamble_has_recitals_between_two_formulas() -> None:
    lines = ("The States Parties,", "Recalling the past,", "Mindful of the future,", "Have agreed as follows:")
    preamble = Clause("preamble", Kind.PREAMBLE, provisions=tuple(Provision(text=text(line)) for line in lines))
    styles = [paragraph.style for paragraph in paragraphs(drafted(preamble), "preamble")]
    assert styles == [Style.FORMULA, Style.RECITAL, Style.RECITAL, Style.FORMULA]


def test_a_recital_without_emphasis_gets_its_lead_words_in_italics() -> None:
    preamble = Clause(
        "preamble", Kind.PREAMBLE, provisions=(Provision(text=text("[Deeply concerned that mines kill,]")),)
    )
    recital = paragraphs(drafted(preamble), "preamble")[0]
    italic = frozenset({Mark.ITALIC})
    lead = Chars("Deeply concerned", italic, house=True)
    assert recital.inlines == (Chars("["), lead, Chars(" that mines kill,]"))


def test_a_recital_with_emphasis_of_its_own_is_left_alone() -> None:
    words = text("Recalling the ", Run("lex specialis", frozenset({Mark.ITALIC})), ",")
    preamble = Clause("preamble", Kind.PREAMBLE, provisions=(Provision(text=words),))
    assert paragraphs(drafted(preamble), "preamble")[0].inlines[0] == Chars("Recalling the ")


def test_rows_in_succession_are_one_table_and_a_label_stands_in_the_first_cell() -> None:
    rows = (
        Provision(text=text("Item", Cell(), "Provision")),
        Provision(0, "A", text("Stocks", Cell(), "article 3"), anchor="stocks"),
    )
    table = drafted(article(Provision(0, "1.", text("As follows:")), *rows)).blocks[2]
    assert isinstance(table, Table)
    assert [[printed(cell[0].inlines) for cell in row] for row in table.rows] == [
        ["Item", "Provision"],
        ["Stocks", "article 3"],
    ]
    assert (table.rows[1][0][0].label, table.rows[1][0][0].target) == ("A", "use#stocks")
    assert (table.rows[1][1][0].label, table.rows[1][1][0].target) == ("", "")


def test_a_first_row_that_is_bold_throughout_heads_its_table() -> None:
    bold = frozenset({Mark.BOLD})
    rows = (text(Run("Item", bold), Cell(), Run("Provision", bold)), text("Stocks", Cell(), "article 3"))
    headed = drafted(article(*(Provision(text=row) for row in rows))).blocks[1]
    plain_table = drafted(article(Provision(text=rows[1]))).blocks[1]
    assert isinstance(headed, Table) and headed.header == 1
    assert isinstance(plain_table, Table) and plain_table.header == 0


def test_footnotes_are_numbered_through_the_document() -> None:
    first = article(Provision(text=text("a", Note("x"), " b", Note("y"))), notes=(_note("y", "two"), _note("x", "one")))
    second = article(Provision(text=text("c", Note("x"))), id="aid", label="Article 2", notes=(_note("x", "three"),))
    paper = drafted(first, second)
    assert printed(paragraphs(paper)[1].inlines) == "a<0> b<1>"
    assert printed(paragraphs(paper, "aid")[1].inlines) == "c<2>"
    assert [printed(note) for note in paper.notes] == ["one", "two", "three"]


def test_a_note_mark_without_words_is_a_problem_and_stays_visible() -> None:
    read = draft(Instrument((article(Provision(0, "1.", text("a", Note("x")))),)))
    assert [(str(problem.where), problem.code) for problem in read.problems] == [("use/1", "missing-note")]
    assert printed(paragraphs(read.value)[1].inlines) == "a{^x}"


def test_the_words_of_a_note_without_a_mark_are_in_the_report() -> None:
    read = draft(Instrument((article(notes=(_note("x", "never printed"),)),)))
    assert read.problems[0].code == "unmarked-note"
    assert "never printed" in read.problems[0].message


def test_a_note_inside_a_note_is_a_problem_and_stays_visible() -> None:
    notes = (Footnote("x", text("see", Note("y"))), _note("y", "lost?"))
    read = draft(Instrument((article(Provision(text=text("a", Note("x"))), notes=notes),)))
    assert [problem.code for problem in read.problems] == ["note-in-note", "unmarked-note"]
    assert printed(read.value.notes[0]) == "see{^y}"


def test_a_reference_prints_the_number_of_the_day_and_links_to_its_target() -> None:
    clearance = article(Provision(0, "2.", text("x"), anchor="extension"), id="clearance", label="Article 5")
    paper = drafted(article(Provision(text=text("under ", Reference("clearance", "extension")))), clearance)
    assert paragraphs(paper)[1].inlines[1] == Link("article 5, paragraph 2", "clearance#extension")


def test_references_follow_the_style_profile() -> None:
    clearance = article(Provision(0, "2.", text("x"), anchor="extension"), id="clearance", label="Article 5")
    instrument = Instrument((article(Provision(text=text(Reference("clearance", "extension")))), clearance))
    assert printed(paragraphs(draft(instrument, profile="ccm").value)[1].inlines) == "paragraph 2 of Article 5"


def test_a_reference_that_leads_nowhere_is_a_problem_and_prints_its_target() -> None:
    read = draft(Instrument((article(Provision(0, "1.", text("under ", Reference("gone", "x")))),)))
    assert [(str(problem.where), problem.code) for problem in read.problems] == [("use/1", "unresolved-reference")]
    assert printed(paragraphs(read.value)[1].inlines) == "under {@gone#x}"


def test_references_to_an_article_without_a_number_print_the_number_it_is_given() -> None:
    paper = drafted(article(Provision(text=text(Reference("aid")))), article(id="aid", label="Article"))
    assert printed(paragraphs(paper)[1].inlines) == "article 2"
    assert paragraphs(paper, "aid")[0].label == "Article 2"


def test_holders_inline_stand_after_the_closing_bracket_and_can_be_found_again() -> None:
    inlines = paragraphs(drafted(article(Provision(text=text("[may]", HELD, " use")))))[1].inlines
    assert printed(inlines) == "[may] (Delegation A; Delegation C – issue 1 – ad referendum – Delegation B waits) use"
    assert [inline.holders for inline in inlines if isinstance(inline, Chars)] == ["", write_holders(HELD), ""]


def test_holders_as_footnotes_leave_the_line_to_the_text() -> None:
    paper = draft(Instrument((article(Provision(text=text("[may]", HELD))),)), holders="footnotes").value
    assert printed(paragraphs(paper)[1].inlines) == "[may]<0>"
    assert printed(paper.notes[0]).startswith("Delegation A; Delegation C")


@pytest.mark.parametrize("audience", ["internal", "participants", "public"])
def test_an_unattributed_paper_holds_no_name_anywhere(audience: str) -> None:
    base = Holders(base=True, against=("Delegation B",))
    clause = Clause(
        "use",
        Kind.ARTICLE,
        "Article 1",
        text("[Use]", HELD),
        (
            Provision(0, "1.", text("[may]", HELD, Note("x")), comments=("Delegation A told us",)),
            Provision(0, "", text("[a]", HELD, Cell(), "[b]", base)),
        ),
        (Footnote("x", text("[so]", base)),),
        ("Delegation C as well",),
    )
    paper = draft(Instrument((TITLE, clause)), holders="none", audience=audience, contents=True).value
    assert not [found for found in strings_in(paper) if any(name in found for name in DELEGATIONS)]
    assert any("[may]" in found for found in strings_in(paper))


def test_comments_of_the_secretariat_reach_no_paper() -> None:
    clause = replace(article(Provision(text=text("x"), comments=("secret one",))), comments=("secret two",))
    assert not [found for found in strings_in(draft(Instrument((clause,)))) if "secret" in found]


@pytest.mark.parametrize("holders", ["inline", "footnotes"])
def test_a_public_document_with_holders_is_refused(holders: str) -> None:
    with pytest.raises(Misuse, match="public document names no delegations"):
        draft(Instrument(()), audience="public", holders=holders)


@pytest.mark.parametrize("choice", [{"holders": "all"}, {"audience": "everyone"}, {"profile": "none"}])
def test_a_choice_that_does_not_exist_is_refused(choice: dict[str, str]) -> None:
    with pytest.raises(Misuse, match=next(iter(choice.values()))):
        draft(Instrument((article(Provision(text=text(Reference("use")))),)), **choice)


def test_the_legend_explains_what_the_page_has_and_nothing_else() -> None:
    bracketed = article(Provision(text=text("[may] use")))
    held = article(Provision(text=text("[may]", Holders(by=("Delegation A",)), " use")))
    assert _legend(drafted(article(Provision(text=text("use"))))) == ""
    assert _legend(drafted(bracketed)) == "Text in square brackets has not been agreed."
    assert "named after the closing bracket" in _legend(drafted(held))
    assert "issue" not in _legend(drafted(held))
    assert "footnote" in _legend(draft(Instrument((held,)), holders="footnotes").value)
    assert _legend(draft(Instrument((held,)), holders="none").value) == _legend(drafted(bracketed))


def test_the_masthead_is_printed_in_the_language_of_the_text() -> None:
    document = Document("Conférence", "DC/2026/1", "limited", date(2026, 3, 1), "en", "6")
    masthead = draft(Instrument((TITLE,), "fr"), document).value.masthead
    expected = ("Conférence", "DC/2026/1", "Distr. limitée", "1er mars 2026", "Original\u00a0: anglais")
    assert masthead == Masthead(*expected, "Point 6 de l’ordre du jour")


def test_a_paper_without_document_data_has_no_masthead() -> None:
    assert draft(Instrument((TITLE,)), Document(title="Non-paper")).value.masthead is None


def test_titles_come_first_then_the_page_speaks_of_itself_then_the_text() -> None:
    document = Document(title="President’s text", subtitle="Submitted by the President")
    paper = draft(Instrument((TITLE, article(Provision(text=text("[x]"))))), document, contents=True).value
    kinds = [block.style if isinstance(block, Paragraph) else type(block) for block in paper.blocks]
    expected = [Style.TITLE, Style.TITLE, Style.SUBTITLE, Style.LEGEND, Contents, Style.ARTICLE, Style.PROVISION]
    assert kinds == expected
    assert paper.title == "President’s text"


def test_a_document_titled_like_its_instrument_prints_the_title_once() -> None:
    paper = draft(Instrument((TITLE,)), Document(title="Draft convention on  remnants")).value
    assert [block.style for block in paper.blocks if isinstance(block, Paragraph)] == [Style.TITLE]


def test_an_annex_begins_a_page_unless_it_begins_the_document() -> None:
    annex = Clause("form", Kind.ANNEX, "Annex I", text("Form"))
    assert PageBreak() in drafted(article(), annex).blocks
    assert PageBreak() not in drafted(annex).blocks


def test_a_language_without_house_words_is_reported_and_served_in_english() -> None:
    read = draft(Instrument((article(Provision(text=text("[x]"))),), "nl"), Document(original="en"))
    assert [problem.code for problem in read.problems] == ["no-house-words"]
    assert read.value.masthead == Masthead(original="Original: English")
    assert _legend(read.value).startswith("Text in square brackets")


@settings(max_examples=40)
@given(instruments())
def test_every_word_of_the_instrument_is_in_the_paper_in_order(instrument: Instrument) -> None:
    paper = draft(instrument, holders="none").value
    words = "".join(
        paragraph.label + printed(tuple(i for i in paragraph.inlines if not isinstance(i, NoteMark)))
        for block in paper.blocks
        for paragraph in paragraphs_of(block)
        if paragraph.clause
    )
    assert words == "".join(_words(instrument, clause) for clause in instrument)


@settings(max_examples=40)
@given(instruments())
def test_holders_only_add_to_the_page(instrument: Instrument) -> None:
    named, unnamed = draft(instrument).value, draft(instrument, holders="none").value
    for block, bare in zip(
        (b for b in named.blocks if getattr(b, "clause", "")),
        (b for b in unnamed.blocks if getattr(b, "clause", "")),
        strict=True,
    ):
        for paragraph, other in zip(paragraphs_of(block), paragraphs_of(bare), strict=True):
            assert _without_holders(paragraph.inlines) == printed(other.inlines)


def _note(name: str, words: str) -> Footnote:
    return Footnote(name, text(words))


def _legend(paper: Paper) -> str:
    return "".join(
        printed(block.inlines) for block in paper.blocks if isinstance(block, Paragraph) and block.style is Style.LEGEND
    )


def _without_holders(inlines: tuple[Inline, ...]) -> str:
    return printed(tuple(inline for inline in inlines if not (isinstance(inline, Chars) and inline.holders)))


def _words(instrument: Instrument, clause: Clause) -> str:
    content = "".join(
        provision.label + _printed_atoms(instrument, clause, provision.text) for provision in clause.provisions
    )
    return clause.label + _printed_atoms(instrument, clause, clause.heading) + content


def _printed_atoms(instrument: Instrument, clause: Clause, content: Text) -> str:
    words = ""
    for atom in content:
        if isinstance(atom, Run):
            words += atom.chars
        elif isinstance(atom, Reference):
            words += cite(instrument, atom, clause.id, "un") or f"{{@{atom.target}}}"
        elif isinstance(atom, Note) and clause.note(atom.name) is None:
            words += f"{{^{atom.name}}}"
    return words


def test_what_the_tests_walk_is_the_whole_paper() -> None:
    """The walk that looks for names must itself see names wherever they could stand."""
    paper = draft(Instrument((article(Provision(text=text("[may]", HELD))),)), Document(body="Delegation A")).value
    assert len([found for found in strings_in(paper) if "Delegation A" in found]) == 3


def test_delegations_are_named_in_the_language_of_the_page_and_found_again_under_their_own_names() -> None:
    instrument = Instrument((article(Provision(text=text("[peut]", Holders(by=("Delegation A",))))),), "fr")
    paper = draft(instrument, names={"Delegation A": "Délégation A"}).value
    held = [inline for inline in paragraphs(paper)[1].inlines if isinstance(inline, Chars) and inline.holders]
    assert [(inline.chars, inline.holders) for inline in held] == [(" (Délégation A)", '{by="Delegation A"}')]
