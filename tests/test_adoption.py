"""A President's text becomes a stage: its clauses are known again, whatever their numbers are now."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from instrument.adoption import Fate, adopt, identify
from instrument.formats.printed import read
from instrument.model import Clause, Footnote, Instrument, Kind, Note, Provision, Reference, plain, rename_notes, text
from instrument.problem import Severity
from tests.corpus import CORPUS, needs_corpus
from tests.strategies import instruments

USE = "Each State Party undertakes never under any circumstances to use, keep or transfer the weapons named here."
CLEAR = "Each State Party shall clear the remnants that lie on its land within ten years and report each year."
LONGER = "A State Party that cannot meet this period may ask the others for more time, stating its reasons."
AID = "Each State Party that is able to do so shall help the others with money, knowledge and equipment."
COSTS = "The costs of meetings are borne by those who attend them, by the scale of assessments in force."


def _clause(id: str, label: str, heading: str, *texts: str, anchors: tuple[str, ...] = ()) -> Clause:
    marks = (*anchors, *[""] * len(texts))
    provisions = tuple(
        Provision(0, f"{number}.", text(words), anchor)
        for number, (words, anchor) in enumerate(zip(texts, marks, strict=False), 1)
    )
    return Clause(id, Kind.ARTICLE, label, text(heading), provisions)


BASE = Instrument(
    (
        Clause("title", Kind.TITLE, heading=text("Draft convention")),
        _clause("use", "Article 1", "General obligations", USE),
        _clause("clearance", "Article 2", "Clearance", CLEAR, LONGER, anchors=("duty", "extension")),
        _clause("aid", "Article 3", "Cooperation", AID),
    )
)


def _fates(*clauses: Clause) -> dict[str, Fate]:
    return {fate.id: fate for fate in identify(Instrument(clauses), BASE).fates}


def test_a_renumbered_article_keeps_its_id() -> None:
    fates = _fates(_clause("article-9", "Article 9", "Clearance of remnants", CLEAR, LONGER))
    assert fates["clearance"].kind == "kept"
    assert fates["clearance"].label == "Article 9"


def test_a_moved_article_keeps_its_id() -> None:
    moved = adopt(
        Instrument((_clause("article-1", "Article 1", "", AID), _clause("article-2", "Article 2", "", USE))), BASE
    )
    assert [clause.id for clause in moved.value] == ["aid", "use"]


def test_an_article_that_was_reworded_under_its_heading_is_kept() -> None:
    reworded = CLEAR.replace("within ten years", "as soon as possible, and within eight years at most,")
    assert _fates(_clause("article-2", "Article 2", "Clearance", reworded, LONGER))["clearance"].kind == "kept"


def test_an_article_that_was_rewritten_under_its_heading_is_doubtful() -> None:
    problems = adopt(Instrument((_clause("article-2", "Article 2", "Clearance", COSTS),)), BASE).problems
    assert (problems[0].code, problems[0].severity) == ("doubtful", Severity.WARNING)
    assert problems[0].message.startswith('Article 2 "Clearance" may be clearance, but only ')


def test_an_article_of_options_that_became_one_line_is_doubtful_and_not_lost() -> None:
    options = _clause("deadline", "Article 5", "", CLEAR, LONGER, AID, COSTS, USE)
    chosen = _clause("article-4", "Article 4", "", "State Parties shall clear the remnants that lie on its land.")
    (fate,) = identify(Instrument((chosen,)), Instrument((options,))).fates
    assert (fate.kind, fate.id) == ("doubtful", "deadline")


def test_a_new_article_gets_an_id_that_nothing_else_has() -> None:
    base = BASE.with_clauses((*BASE, _clause("article-4", "Article 4", "Meetings", "States meet once a year.")))
    meetings = _clause("article-5", "Article 5", "Meetings", "States meet once a year.")
    new = base.with_clauses((*BASE, meetings, _clause("article-4", "Article 4", "Costs", COSTS)))
    adoption = identify(new, base)
    assert [clause.id for clause in adoption.instrument][-2:] == ["article-4", "article-4-2"]
    assert adoption.fates[-1].kind == "new"


def test_an_article_that_is_gone_is_reported_with_its_name() -> None:
    problems = adopt(BASE.with_clauses(BASE.clauses[:-1]), BASE).problems
    assert [problem.message for problem in problems if problem.code == "gone"] == [
        'aid is gone, it was Article 3 "Cooperation"'
    ]


def test_the_title_is_the_title_whatever_it_says() -> None:
    title = Clause("title", Kind.TITLE, heading=text("CONVENTION ON REMNANTS"))
    assert _fates(title)["title"].kind == "kept"


def test_an_anchor_stays_with_its_paragraph_when_labels_change() -> None:
    new = _clause("article-2", "Article 2", "Clearance", COSTS, CLEAR, LONGER.replace("more time", "five years more"))
    adopted = adopt(Instrument((new,)), BASE)
    assert [provision.anchor for provision in adopted.value.clauses[0].provisions] == ["", "duty", "extension"]
    assert [str(problem) for problem in adopted.problems if problem.code == "anchor-kept"] == [
        "clearance: guess: the anchors duty and extension are kept [anchor-kept]"
    ]


def test_an_anchor_whose_paragraph_is_gone_is_a_warning() -> None:
    adopted = adopt(Instrument((_clause("article-2", "Article 2", "Clearance", CLEAR),)), BASE)
    assert [str(problem) for problem in adopted.problems if problem.code == "anchor-gone"] == [
        "clearance: warning: the anchor extension is gone, with what it marked [anchor-gone]"
    ]


def test_a_citation_in_print_stays_words() -> None:
    cited = replace(BASE.clauses[1], provisions=(Provision(0, "1.", text(USE, " Save ", Reference("aid"), ".")),))
    printed = _clause("article-1", "Article 1", "General obligations", USE + " Save article 3.")
    adopted = adopt(Instrument((printed,)), Instrument((cited,)))
    assert plain(adopted.value.clauses[0].provisions[0].text).endswith("Save article 3.")


@settings(max_examples=25)
@given(instruments())
def test_a_text_adopted_onto_itself_is_itself(instrument: Instrument) -> None:
    adopted = identify(instrument, instrument)
    assert adopted.instrument == instrument
    assert {fate.kind for fate in adopted.fates} <= {"kept"}


@settings(max_examples=25)
@given(instruments(), instruments())
def test_adoption_changes_no_word_no_order_and_gives_each_clause_its_own_id(new: Instrument, base: Instrument) -> None:
    adopted = adopt(new, base).value
    bare = [replace(clause, id="") for clause in adopted]
    assert [_without_names(clause) for clause in bare] == [_without_names(replace(clause, id="")) for clause in new]
    assert all(len({note.name for note in clause.notes}) == len(clause.notes) for clause in adopted)
    assert len({clause.id for clause in adopted}) == len(adopted)


@given(st.randoms())
def test_clauses_in_any_order_under_any_numbers_keep_their_ids(chance: random.Random) -> None:
    shuffled = list(BASE)
    chance.shuffle(shuffled)
    printed = [replace(clause, id=f"article-{number}") for number, clause in enumerate(shuffled)]
    assert [clause.id for clause in adopt(Instrument(tuple(printed)), BASE).value] == [clause.id for clause in shuffled]


def _without_names(clause: Clause) -> Clause:
    """A clause without anchors, whose notes go by their order."""
    counted = rename_notes(clause, {note.name: f"note {number}" for number, note in enumerate(clause.notes)})
    return replace(counted, provisions=tuple(replace(provision, anchor="") for provision in counted.provisions))


@needs_corpus
def test_the_adopted_agreement_finds_the_articles_of_its_last_draft() -> None:
    drafts = CORPUS / "drafts/paris-agreement"
    base, new = (read((drafts / f"2015-12-{day}.md").read_bytes(), "agreement.md").value for day in ("04", "12"))
    ids = {clause.label: clause.id for clause in adopt(new, base).value}
    expected = {4: "3", 7: "4", 8: "5", 9: "6", 10: "7", 11: "8", 12: "8-bis", 13: "9", 14: "10", 15: "11", 16: "12"}
    assert {number: ids[f"Article {number}"].removeprefix("article-") for number in expected} == expected


def test_a_footnote_keeps_its_name_when_another_comes_before_it() -> None:
    types = Footnote("types", text("Types of mines are listed in the annex."))
    base = Clause("use", provisions=(Provision(0, "1.", text("No mines", Note("types"))),), notes=(types,))
    new = text("Under no circumstances", Note("1"), " any mines", Note("2"))
    notes = (Footnote("1", text("Not even in self-defence.")), Footnote("2", types.text))
    (clause,) = identify(
        Instrument((replace(base, provisions=(Provision(0, "1.", new),), notes=notes),)), Instrument((base,))
    ).instrument
    assert [note.name for note in clause.notes] == ["1", "types"]
    assert [atom.name for atom in clause.provisions[0].text if isinstance(atom, Note)] == ["1", "types"]
