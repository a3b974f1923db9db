"""Explanations told from instructions: an order near a reason is carried out or reported, never swallowed."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from instrument.instructions import Amended, amend
from instrument.instructions.explanations import _looks_like_order
from instrument.instructions.languages import language
from instrument.instructions.page import opened, sentences
from instrument.model import Clause, Instrument, Provision, text
from tests.corpus import CORPUS, needs_corpus

ROWS = tuple(Provision(0, f"{n}.", text(f"States shall {what}.")) for n, what in enumerate(("act", "pay", "meet"), 1))
BASE = Instrument(
    (
        Clause("use", label="Article 4", provisions=ROWS),
        Clause("aid", label="Article 5", heading=text("Aid"), provisions=ROWS),
    )
)
FRENCH = Instrument(BASE.clauses, "fr")
LOOK = "it looks like an order inside an explanation: look"


def said(amended: Amended) -> list[str]:
    """What became of each instruction, the places, the reasons."""
    return [
        ": ".join(filter(None, [str(each.status), "; ".join(each.places), *(p.message for p in each.problems)]))
        for each in amended.outcomes
    ]


def checked(places: str) -> str:
    return f"applied, check: {places}: it stands straight below an explanation"


KEPT = "kept: read as an explanation"


@pytest.mark.parametrize("opener", ["Rationale", "Explanation", "Reason", "Justification", "Note", "Comment"])
def test_an_order_straight_below_an_explanation_is_carried_out_and_to_be_looked_at(opener: str) -> None:
    amended = amend(BASE, f"{opener}: It is obsolete.\nDelete paragraph 2 of article 4.")
    assert said(amended) == [KEPT, checked("article 4, paragraph 2")]


@pytest.mark.parametrize("opener", ["Justification", "Objet", "Exposé sommaire", "Motifs", "Explication"])
def test_so_it_is_in_french(opener: str) -> None:
    amended = amend(FRENCH, f"{opener}\u00a0: Il est obsolète.\nSupprimer le paragraphe 2 de l’article 4.")
    assert said(amended) == [KEPT, checked("article 4, paragraphe 2")]


@pytest.mark.parametrize(
    ("words", "became"),
    [
        ("Rationale:\nDelete paragraph 2 of article 4.", [KEPT, checked("article 4, paragraph 2")]),
        ("Rationale: old.\n\nDelete paragraph 2 of article 4.", [KEPT, "applied: article 4, paragraph 2"]),
        ("Rationale: old.\n2. Delete paragraph 2 of article 4.", [KEPT, checked("article 4, paragraph 2")]),
        ("Rationale: old.\n\n2. Delete paragraph 2 of article 4.", [KEPT, "applied: article 4, paragraph 2"]),
        ("Note: old.\n- Delete article 5.\n- Delete article 4.", [KEPT, checked("article 5"), "applied: article 4"]),
        ("Rationale: old.\nParagraph 2 of article 4 is deleted.", [KEPT, checked("article 4, paragraph 2")]),
        ("Rationale: old.\nArticle 5\nDelete paragraph 2.", [KEPT, checked("article 5, paragraph 2")]),
        ("Article 4\nRationale: old.\nArticle 5 – Aid\nDelete paragraph 2.", [KEPT, checked("article 5, paragraph 2")]),
        ("Article 4\nNote: old.\n\nArticle 5 – Aid\nDelete paragraph 2.", [KEPT, "applied: article 5, paragraph 2"]),
        ("Article 4\nRationale: old.\n\nAmendment No. 2\nDelete article 5.", [KEPT, "applied: article 5"]),
    ],
)  # fmt: skip
def test_an_explanation_ends_where_an_order_or_a_heading_begins(words: str, became: list[str]) -> None:
    assert said(amend(BASE, words)) == became


@pytest.mark.parametrize(
    "words",
    [
        "Rationale: Delete paragraph 2 of article 4.",
        "Rationale: It is obsolete. Delete paragraph 2 of article 4.",
        "Rationale: it is long, and\nDelete paragraph 2 of article 4.",
        "Rationale: it would be better to\ndelete paragraph 2 of article 4.",
        "Rationale: It is obsolete.\n\nDelete paragraf 2 of article 4.",
        "Rationale: It is obsolete.\n\nIn article 4, pleese replace “pay” with “give”.",
    ],
)
def test_what_looks_like_an_order_inside_an_explanation_is_reported(words: str) -> None:
    amended = amend(BASE, words)
    assert said(amended) == [f"kept: {LOOK}"]
    assert amended.outcomes[0].needs_a_person and amended.instrument == BASE


def test_the_passive_in_a_french_explanation_tells_what_was_done() -> None:
    for gap in ("\n", "\n\n"):
        amended = amend(FRENCH, f"Objet : Il est obsolète.{gap}Le paragraphe 2 de l’article 4 est supprimé.")
        assert said(amended) == [f"kept: {LOOK}"]


def test_a_heading_that_is_not_understood_ends_an_explanation_and_what_follows_is_done_nowhere() -> None:
    words = "Article 4\nDelete paragraph 1.\nRationale: old.\n\nArticle 5: chapeau: blurb\nDelete paragraph 3."
    amended = amend(BASE, words)
    assert [row.label for row in amended.instrument.clauses[0].provisions] == ["2.", "3."]
    assert [str(each.status) for each in amended.outcomes] == ["applied", "kept", "refused", "refused"]


def test_a_sentence_about_an_article_is_no_heading() -> None:
    for before in ("Rationale: old.\n\n", "Rationale: old.\n", ""):
        words = f"Article 4\nDelete paragraph 1.\n{before}Article 5 already says so.\n\nDelete paragraph 3."
        amended = amend(BASE, words)
        assert [row.label for row in amended.instrument.clauses[0].provisions] == ["2."]
        assert amended.instrument.clauses[1] == BASE.clauses[1]


def test_each_order_inside_an_explanation_is_named_by_its_line() -> None:
    amended = amend(BASE, "Rationale: See below. Delete article 5.\nIt is so: Delete article 4.\nReplace all.")
    assert [problem.where.line for problem in amended.problems] == [1, 3]


def test_an_order_that_changes_nothing_is_no_order_in_an_explanation() -> None:
    assert said(amend(BASE, "Rationale: Retain paragraph 2 as it is, we say.")) == [KEPT]


def paragraphs() -> Iterator[tuple[str, str]]:
    """The explanations of amendments to a French bill, and what the Federal Register says before its orders."""
    tabled = json.loads((CORPUS / "amendments/fr-renseignement-amendments.json").read_text(encoding="utf-8"))
    for each in tabled["amendements"]:
        chars = re.sub(r"</p>\s*<p>", "\n\n", each["amendement"]["expose"] or "")
        yield from (("fr", row) for row in html.unescape(re.sub(r"<[^>]+>", "", chars)).split("\n\n") if row.strip())
    for path in sorted((CORPUS / "amendments/us-federal-register").glob("*.xml")):
        for row in re.findall(r"<P>(.*?)</P>", path.read_text(encoding="utf-8"), re.DOTALL):
            yield "en", " ".join(html.unescape(re.sub(r"<[^>]+>", " ", row)).split())


@needs_corpus
def test_real_explanations_hardly_ever_look_like_orders() -> None:
    looks: Counter[str] = Counter()
    for name, chars in paragraphs():
        page = opened(chars, language(name))
        for line in page.lines:
            for start, end in sentences(page, line.start, line.end):
                looks[f"{name} {_looks_like_order(page, start, end)}"] += 1
    assert looks == {"en False": 892, "en True": 5, "fr False": 723, "fr True": 1}
