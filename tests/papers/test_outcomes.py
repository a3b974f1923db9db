"""The paper that says which brackets won, and the chart in it."""

from __future__ import annotations

import re

from instrument.formats import clause as clause_format
from instrument.formats import docx, html, markdown, text
from instrument.model import Instrument
from instrument.outcomes import judge
from instrument.paper import Chart, Paper, Table
from instrument.papers.outcomes import alternatives, grid, outcomes_paper, unclear


def one(source: str) -> Instrument:
    line = f'+++\nid = "use"\n+++\n## Article 1 — Use\n\n{source}\n'
    return Instrument((clause_format.read(line, "use.clause", "use").value.clause,))


DRAFT = one("1. States [shall][should] act [soon, or late] and [well][well]. [All [of them] report.]")
LATER = one("1. States should act soon and well. [All report.]")
FOUND = judge(DRAFT, LATER)


def paper() -> Paper:
    return outcomes_paper(FOUND, "first-draft", "final-draft")


def test_counts_stand_by_article_and_add_up() -> None:
    header, article, total = grid(FOUND)
    assert header == ["", "all", "kept", "in part", "dropped", "cannot be said"]
    assert article == ["Article 1", "7", "2", "1", "2", "2"]
    assert total == ["total", *article[1:]]


def test_places_with_alternatives_are_told_by_how_they_were_decided() -> None:
    assert alternatives(FOUND) == (
        "Alternatives stand beside one another at 2 places: one stands in 1, several in 0, none in 0;"
        " of 1 it cannot be said."
    )


def test_what_cannot_be_said_names_its_candidates() -> None:
    first, second = unclear(FOUND)
    assert str(first.where) == "use/1:48"
    assert first.message == "what stands in use/1 may have come of this bracket, or of use/1:54"
    assert "or of use/1:48" in second.message


def test_every_stretch_has_a_row_with_all_its_words() -> None:
    rows = [block for block in paper().blocks if isinstance(block, Table)][-1].rows[1:]
    cells = [["".join(each.chars for each in cell[0].inlines) for cell in row] for row in rows]
    assert cells[1] == ["use/1:15", "should", "kept", "use/1"]
    assert cells[2] == ["use/1:28", "soon, or late", "in part", "use/1"]
    assert cells[3][2] == "cannot be said: or use/1:54"
    assert cells[5] == ["use/1:62", "All report.", "kept, still in brackets", "use/1"]
    gone = [each.chars for each in rows[2][1][0].inlines if each.revision]
    assert gone == [", or late"]


def test_the_chart_draws_what_the_table_says() -> None:
    (chart,) = (block for block in paper().blocks if isinstance(block, Chart))
    assert chart.rows == (("Article 1", (2, 1, 2, 2)),)
    page = html.write(paper()).decode()
    drawn = page[page.index("<figure") : page.index("</figure>")]
    assert "<script" not in page and "href=" not in drawn
    assert re.findall(r"<title>(.*?)</title>", drawn) == [
        "Article 1, kept: 2", "Article 1, in part: 1", "Article 1, dropped: 2", "Article 1, cannot be said: 2",
    ]  # fmt: skip
    widths = [float(each) for each in re.findall(r'<rect class="c\d" x="[\d.]+" y="[\d.]+" width="([\d.]+)"', drawn)]
    assert [round(width / widths[1]) for width in widths] == [2, 1, 2, 2]


def test_a_format_that_draws_no_chart_has_the_numbers_and_every_word() -> None:
    written = (text.write(paper()).decode(), markdown.write(paper()).decode())
    assert all("soon" in each and "cannot be said" in each for each in written)
    read = docx.read(docx.write(paper()), "won.docx").value
    assert read.clauses


def test_a_chart_of_nothing_is_drawn_without_bars() -> None:
    empty = Paper(
        "Square brackets", "en", (Chart("Square brackets", ("first",), (("Article 1", (0,)), ("x", (None,)))),)
    )
    assert b'<rect class="c0" x' not in html.write(empty)
