"""One self-contained page: the words, the structure, and nothing that could be run or fetched."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from instrument.formats.html import write
from instrument.model import Clause, Footnote, Holders, Instrument, Kind, Mark, Note, Provision, Reference, Run, text
from instrument.paper import (
    Block,
    Chars,
    Contents,
    Layout,
    Link,
    Masthead,
    Paper,
    Paragraph,
    Revision,
    Style,
    Table,
)
from instrument.papers.draft import draft
from tests.papers.reading import Page, is_in_order, words_of
from tests.strategies import instruments

HOSTILE = '</title></style><script>alert("x")</script><img src=x onerror=y>&amp;\u0000\u001b"\'>'


def paper(*blocks: Block, **more: object) -> Paper:
    return Paper("Draft", "en", blocks, **more)


def article(label: str, id: str, *provisions: Provision, notes: tuple[Footnote, ...] = ()) -> Clause:
    return Clause(id, Kind.ARTICLE, label, text("Words"), provisions, notes)


@settings(max_examples=40)
@given(instruments())
def test_every_word_of_the_paper_is_on_the_page_in_order(instrument: Instrument) -> None:
    drafted = draft(instrument).value
    assert is_in_order(words_of(drafted), Page(write(drafted)).words)


@settings(max_examples=40)
@given(instruments())
def test_ids_are_unique_and_links_lead_to_them(instrument: Instrument) -> None:
    page = Page(write(draft(instrument).value))
    ids = page.having("id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in page.having("href")} <= set(ids)


def test_hostile_words_stay_words_wherever_they_stand() -> None:
    hostile = Holders(by=(HOSTILE,), note=HOSTILE)
    clause = Clause(
        HOSTILE,
        Kind.ARTICLE,
        HOSTILE,
        text(HOSTILE),
        (
            Provision(0, HOSTILE, text(f"[{HOSTILE}]", hostile, Note("x")), HOSTILE),
            Provision(text=text(Reference(HOSTILE, HOSTILE))),
        ),
        (Footnote("x", text(HOSTILE)),),
    )
    revised = Paragraph(Style.PROVISION, (Chars(HOSTILE, revision=Revision("insert", HOSTILE, HOSTILE)),))
    drafted = draft(Instrument((clause,), language=HOSTILE), contents=True).value
    drafted = replace(
        drafted,
        title=HOSTILE,
        blocks=(*drafted.blocks, revised),
        masthead=Masthead(*[HOSTILE] * 6),
        layout=Layout(paper=HOSTILE, watermark=HOSTILE),
    )
    page = Page(write(drafted))
    assert not page.tags("script", "img")
    assert page.words.count("<script>") == page.words.count("onerror=y") > 8
    assert page.tags("style", "title", "main") == ["title", "style", "main"]
    assert not re.search(r"[\x00-\x08\x0b\x0e-\x1f]", write(drafted).decode())


def test_nothing_is_fetched_and_nothing_runs() -> None:
    drafted = draft(Instrument((article("Article 1", "use", Provision(0, "1.", text("[x]"))),)), contents=True).value
    source = write(drafted).decode()
    assert not re.search(r"https?:|url\(|@import|<script|<link|<img|src=", source)


def test_headings_go_down_one_level_at_a_time() -> None:
    clauses = (
        Clause("title", Kind.TITLE, heading=text("Draft")),
        Clause("preamble", Kind.PREAMBLE, heading=text("Preamble")),
        Clause("general", Kind.PART, "Part I", text("General")),
        article("Article 1", "use"),
        Clause("form", Kind.ANNEX, "Annex", text("Form")),
    )
    page = Page(write(draft(Instrument(clauses)).value))
    assert page.tags("h1", "h2", "h3", "h4") == ["h1", "h2", "h2", "h3", "h2"]
    articles = Page(write(draft(Instrument(clauses[3:4])).value))
    assert articles.tags("h1", "h2", "h3") == ["h2"]


def test_a_clause_is_a_section_under_its_own_id_and_an_anchor_an_id_inside() -> None:
    provision = Provision(0, "2.", text("under ", Reference("use", "duty")), "duty")
    page = Page(write(draft(Instrument((article("Article 1", "use", provision),))).value))
    assert ("section", {"id": "use"}) in page.elements
    assert page.having("id") == ["use", "use:duty"]
    assert page.having("href")[-1] == "#use:duty"


def test_labels_are_literal_and_levels_are_indentation() -> None:
    clause = article("Article 1", "use", Provision(0, "1 bis.", text("a")), Provision(2, "(i)", text("b")))
    source = write(draft(Instrument((clause,))).value).decode()
    assert '<p class="provision labelled"><span class="label">1 bis.</span> a</p>' in source
    assert '<p class="provision labelled" style="--depth:2"><span class="label">(i)</span> b</p>' in source
    assert "<ol" not in source


def test_brackets_are_tinted_across_marks_labels_and_provisions() -> None:
    italic = frozenset({Mark.ITALIC})
    clause = article(
        "Article 1", "use", Provision(0, "[1.", text("a ", Run("b [c]", italic))), Provision(1, "", text("d] e"))
    )
    source = write(draft(Instrument((clause,))).value).decode()
    assert '<span class="label"><span class="b1">[1.</span></span> <span class="b1">a </span><em>' in source
    assert '<em><span class="b1">b </span><span class="b2">[c]</span></em>' in source
    assert '<span class="b1">d]</span> e' in source


@pytest.mark.parametrize("words", ["a ] b", "a [ b", "] a [ b ] c ["])
def test_a_bracket_without_a_partner_tints_nothing_of_its_own(words: str) -> None:
    clauses = (
        article("Article 1", "use", Provision(text=text(words))),
        article("Article 2", "aid", Provision(text=text("z"))),
    )
    source = write(draft(Instrument(clauses)).value).decode()
    assert source.count('class="b1"') == words.count("[ b ]")


def test_holders_are_set_apart_from_the_words() -> None:
    clause = article("Article 1", "use", Provision(text=text("[may]", Holders(by=("Delegation A",)), " use")))
    source = write(draft(Instrument((clause,))).value).decode()
    assert '<span class="b1">[may]</span><bdi class="holders"> (Delegation A)</bdi> use' in source


def test_footnotes_lead_there_and_back() -> None:
    clause = article("Article 1", "use", Provision(text=text("a", Note("x"))), notes=(Footnote("x", text("b")),))
    source = write(draft(Instrument((clause,))).value).decode()
    assert 'a<sup><a href="#:note-1" id=":mark-1" role="doc-noteref">1</a></sup>' in source
    assert '<p id=":note-1"><a class="label" href="#:mark-1" role="doc-backlink">1</a> b</p>' in source


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("zh", "ltr"), ("ar", "rtl")])
def test_language_and_direction_are_declared(language: str, direction: str) -> None:
    elements = Page(write(Paper("", language, ()))).elements
    assert elements[0] == ("html", {"lang": language, "dir": direction})


def test_a_table_has_its_head_its_widths_and_all_its_cells() -> None:
    def row(*words: str) -> tuple[tuple[Paragraph, ...], ...]:
        return tuple((Paragraph(Style.PROVISION, (Chars(word),)),) for word in words)

    page = Page(write(paper(Table((row("a", "b"), row("c", "d")), header=1, widths=(1, 3)))))
    assert page.tags("th", "td") == ["th", "th", "td", "td"]
    assert [attributes["style"] for tag, attributes in page.elements if tag == "col"] == ["width:25%", "width:75%"]
    assert page.words.split() == ["a", "b", "c", "d"]


def test_contents_are_navigation_whether_printed_or_beside_the_text() -> None:
    heading = Paragraph(Style.ARTICLE, (Chars("Use"),), "Article 1", target="use")
    printed, beside = write(paper(Contents("Contents"), heading)).decode(), write(paper(heading)).decode()
    entry = '<a href="#use"><span class="label">Article 1</span> Use</a>'
    assert '<nav class="contents" aria-label="Contents">' in printed and entry in printed
    assert '<nav class="contents beside" aria-label="Contents">' in beside and entry in beside
    assert "<nav" not in write(paper(Paragraph(Style.PROVISION, (Chars("x"),)))).decode()


def test_tracked_changes_name_who_and_when() -> None:
    revision = Revision("delete", "Delegation A", "2026-03-09T00:00:00Z")
    source = write(paper(Paragraph(Style.PROVISION, (Link("article 1", "use", revision=revision),)))).decode()
    assert '<del title="Delegation A" datetime="2026-03-09T00:00:00Z"><a href="#use">article 1</a></del>' in source


def test_the_sheet_and_the_watermark_follow_the_layout() -> None:
    source = write(paper(layout=Layout("Letter", landscape=True, watermark="Draft 1"))).decode()
    assert "@page { size: letter landscape;" in source
    assert 'content: "Draft\\0000201"' in source
    assert "size: A4;" in write(paper()).decode()


def test_the_same_paper_gives_the_same_bytes() -> None:
    drafted = draft(
        Instrument((article("Article 1", "use", Provision(text=text("[x]", Run("y", frozenset(Mark))))),))
    ).value
    assert write(drafted) == write(drafted)
