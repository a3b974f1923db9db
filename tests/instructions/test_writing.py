"""Amendments written: every change as a sentence that reads as that change, and what no sentence says named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import instrument
from instrument.changes import Changes, apply, describe, normal
from instrument.changes.pairing import Pairing
from instrument.difference.comparison import changes_of
from instrument.formats import clause as clause_format
from instrument.formats import docx
from instrument.instructions import Status, amend, say
from instrument.instructions.languages import spoken
from instrument.model import Cell, Clause, Holders, Instrument, Kind, Mark, Note, Provision, Reference, Run, Text, text
from instrument.papers.draft import draft
from instrument.problem import Problem, Severity
from instrument.references import cite
from tests import edits
from tests.corpus import needs_corpus
from tests.corpus import text as corpus

needs_french = pytest.mark.skipif(spoken("fr") != "fr", reason="instructions are not read in French")
DONE = (Status.APPLIED, Status.CHECK)
STAGES = ("first-draft", "second-draft", "final-draft")
CLEARANCE = """
clearance
## Article 4 — Clearance of areas

1. Each State Party shall clear every area, as soon as possible, and in any event: {#deadline}
  (a) Within five years, where the area was known; and
  (b) Within ten years, where it was found later,
  and shall report to the Depositary.
2. Each State Party shall mark every area and shall fence it. {#marking}
3. States shall help victims under {@clearance#marking}.
4. States may help others.
"""
AID = """
aid
## Article 5 — Aid to victims

1. States shall help victims; victims shall be heard.
2. The families of victims are victims.
"""


def read(*chars: str) -> Instrument:
    clauses = []
    for each in chars:
        id, _, body = each.strip().partition("\n")
        clauses.append(clause_format.read(f"{body}\n", f"{id}.clause", id).value.clause)
    return Instrument(tuple(clauses))


BASE = read(CLEARANCE, AID)


def said(*pairs: tuple[str, str], base: str = CLEARANCE, profile: str = "un") -> list[str]:
    """The sentences for changes in one article, each old words and new ones; the law is kept."""
    new = base
    for old, words in pairs:
        assert new.count(old) == 1, old
        new = new.replace(old, words)
    before, after = read(base), read(new)
    changes = changes_of(before, after)
    assert not told_and_read(changes, before, profile=profile)
    return [str(sentence) for sentence in say(changes, before, profile=profile).value]


def printed(content: Instrument) -> list[object]:
    """A text as it is printed: no ids, no anchors, no emphasis, references by their numbers."""

    def words(atoms: Text, at: str) -> str:
        chars = ""
        for atom in atoms:
            chars += atom.chars if isinstance(atom, Run) else "\t" * isinstance(atom, Cell)
            chars += (cite(content, atom, at) or "") if isinstance(atom, Reference) else ""
        return chars

    return [
        (
            clause.kind, clause.label, words(clause.heading, clause.id),
            [(row.depth, row.label, words(row.text, clause.id)) for row in clause.provisions],
            [words(note.text, clause.id) for note in clause.notes],
        )
        for clause in content
    ]  # fmt: skip


def told_and_read(changes: Changes, base: Instrument, language: str = "en", profile: str = "un") -> tuple[Problem, ...]:
    """The law: what is said is read again as it was meant, or named. Gives what no sentence was found for."""
    told = say(changes, base, language, profile)
    again = amend(base, "\n\n".join(map(str, told.value)), language, profile=profile)
    assert [str(outcome) for outcome in again.outcomes if outcome.status not in DONE] == []
    if not told.problems:
        assert again.changes == normal(changes, base)
    lost = tuple(problem for problem in told.problems if problem.code == "not-said")
    if not lost:
        assert printed(again.instrument) == printed(apply(changes, base))
    return lost


def unsaid(before: Instrument, after: Instrument, pairing: Pairing | None = None) -> list[str]:
    """What prose does not say of a change that it says otherwise, and where."""
    changes = describe(before, after, pairing) if pairing else changes_of(before, after)
    assert not told_and_read(changes, before)
    return [f"{problem.where}: {problem.message}" for problem in say(changes, before).problems]


def test_replaced_words_are_quoted_no_further_than_needed() -> None:
    assert said(("as soon as possible", "without delay")) == [
        "In the chapeau of article 4, paragraph 1, replace “as soon as possible” with “without delay”."
    ]


def test_words_that_stand_twice_are_told_by_their_neighbours() -> None:
    assert said(("and shall fence it", "and may fence it")) == [
        "In article 4, paragraph 2, replace “and shall” with “and may”."
    ]


def test_words_that_no_neighbour_tells_apart_are_counted() -> None:
    old = " and ".join("a" * 17)
    new = " and ".join("aaaaaaaacaaaaaaaa")
    base = CLEARANCE.replace("victims under", f"victims {old} under")
    assert said((old, new), base=base) == ["In article 4, paragraph 3, replace the ninth “a” with “c”."]


def test_words_come_in_after_those_that_tell_where() -> None:
    assert said((", and in any event", ", and always, and in any event")) == [
        "In the chapeau of article 4, paragraph 1, after “possible,”, insert “and always,”."
    ]
    assert said(("others.", "others. They may do so at any time.")) == [
        "In article 4, paragraph 4, at the end, add “They may do so at any time.”."
    ]


def test_words_that_go_are_quoted_alone() -> None:
    assert said((", as soon as possible,", "")) == [
        "In the chapeau of article 4, paragraph 1, delete “, as soon as possible,”."
    ]


def test_several_changes_in_one_place_are_one_sentence() -> None:
    assert said(("shall mark every", "shall mark each"), ("and shall fence it", "and shall fence it well")) == [
        "In article 4, paragraph 2, replace “every” with “each” and, after “it”, insert “well”."
    ]


def test_what_is_rewritten_beyond_recognition_is_given_anew() -> None:
    new = "Nobody may enter areas that are not cleared."
    assert said(("Each State Party shall mark every area and shall fence it.", new)) == [
        f"Amend article 4, paragraph 2, to read: “2. {new}”"
    ]
    assert said(("Clearance of areas", "Marking")) == ["Amend the heading of article 4 to read: “Marking”."]


def test_headings_closing_words_and_recitals_have_their_names() -> None:
    assert said(("Clearance of areas", "Clearance of lands")) == [
        "In the heading of article 4, replace “areas” with “lands”."
    ]
    assert said(("to the Depositary", "to the Meeting")) == [
        "In the closing words of article 4, paragraph 1, replace “Depositary” with “Meeting”."
    ]
    preamble = "preamble\n## Preamble\n\nThe States Parties,\nConcerned that people die,\nDetermined to act,\n"
    assert said(("to act", "to act now"), base=preamble) == ["In preambular paragraph 2, after “act”, insert “now”."]


def test_the_same_words_everywhere_are_said_once() -> None:
    assert said(("help victims; victims shall", "help survivors; survivors shall"),
                ("of victims are victims", "of survivors are survivors"),
                ("Aid to victims", "Aid to survivors"), base=AID) == [
        "Replace “victims” with “survivors” wherever it appears in article 5."
    ]  # fmt: skip


def test_words_in_brackets_and_out_of_them() -> None:
    assert said(("as soon as possible", "[as soon as possible]")) == [
        "In the chapeau of article 4, paragraph 1, place “as soon as possible” in square brackets."
    ]
    assert said(("[now]", "now"), base=CLEARANCE.replace("help others", "help others [now]")) == [
        "In article 4, paragraph 4, delete the square brackets around “now”."
    ]


def test_a_whole_provision_in_brackets_and_out_of_them_with_another_number() -> None:
    assert said(("4. States may help others.", "[4. States may help others.]")) == [
        "Place article 4, paragraph 4, in square brackets."
    ]
    bracketed = CLEARANCE.replace("4. States may help others.", "[4. States may help others.]")
    assert said(("[4. States may help others.]", "5. States may help others."), base=bracketed) == [
        "Delete the square brackets around article 4, paragraph 4.",
        "Renumber article 4, paragraph 4, as paragraph 5.",
    ]


def test_provisions_come_in_behind_their_neighbours() -> None:
    assert said(("4. States may", "3 bis. States shall help the families of victims.\n4. States may")) == [
        "After article 4, paragraph 3, insert a new paragraph 3 bis reading:"
        " “3 bis. States shall help the families of victims.”"
    ]
    assert said(("help others.", "help others:\n  (a) With money;\n  (b) With advice.")) == [
        "In article 4, paragraph 4, replace “.” with “:”.",
        "At the end of article 4, paragraph 4, insert new subparagraphs reading:\n“(a) With money;\n(b) With advice.”",
    ]


def test_neighbours_that_go_go_together() -> None:
    gone = CLEARANCE[CLEARANCE.index("2. Each") : CLEARANCE.index("4. States")]
    assert said((gone, "")) == ["Delete article 4, paragraphs 2 and 3."]


def test_neighbours_are_renumbered_together() -> None:
    assert said(
        ("2. Each", "2. States shall act.\n3. Each"),
        ("3. States shall help", "4. States shall help"),
        ("4. States may", "5. States may"),
    ) == [
        "After article 4, paragraph 1, insert a new paragraph 2 reading: “2. States shall act.”",
        "Renumber article 4, paragraphs 2 to 4, as paragraphs 3 to 5.",
    ]


def test_what_moves_is_said_to_move() -> None:
    last = "4. States may help others.\n"
    before, after = read(CLEARANCE), read(CLEARANCE.replace(last, "").replace("2. Each", f"{last}2. Each"))
    assert not told_and_read(changes_of(before, after), before)
    assert [str(each) for each in say(changes_of(before, after), before).value] == [
        "Move article 4, paragraph 4, after article 4, paragraph 1."
    ]


def test_a_paragraph_is_split_and_two_are_merged() -> None:
    two = "2. Each State Party shall mark every area.\n3. It shall fence it in good time and look after the fence."
    one = two.replace("\n3. ", " ")
    base = CLEARANCE[: CLEARANCE.index("2. Each")]
    assert said((one, two), base=base + one) == ["Split article 4, paragraph 2, after “area.” into paragraphs 2 and 3."]
    assert said((two, one), base=base + two) == ["Merge article 4, paragraphs 2 and 3."]


def test_articles_come_with_their_heading_go_and_are_renumbered() -> None:
    use = "use\n## Article 4 bis — Use\n\n1. States shall not use them.\n2. They shall not keep them.\n"
    before, after = BASE, read(CLEARANCE, use, AID)
    assert [str(each) for each in say(changes_of(before, after), before).value] == [
        "After article 4, insert a new article 4 bis reading:\n“Article 4 bis\nUse\n1. States shall not use them.\n"
        "2. They shall not keep them.”"
    ]
    assert not told_and_read(changes_of(before, after), before)
    assert [str(each) for each in say(changes_of(after, before), after).value] == ["Delete article 4 bis."]
    renumbered = Instrument(tuple(replace(c, label=c.label.replace("5", "6").replace("4", "5")) for c in before))
    assert [str(each) for each in say(changes_of(before, renumbered), before).value] == [
        "Renumber articles 4 and 5 as articles 5 and 6."
    ]


def test_the_house_of_the_text_says_how_places_are_cited() -> None:
    assert said(("States may help", "States shall help"), profile="ccm") == [
        "In paragraph 4 of Article 4, replace “may” with “shall”."
    ]


def test_sentences_stand_in_the_order_of_the_text() -> None:
    sentences = said(
        ("States may help", "States shall help"), ("Clearance of", "Clearing of"), ("five years", "six years")
    )
    assert [sentence.split(",")[0] for sentence in sentences] == [
        "In the heading of article 4", "In article 4", "In article 4",
    ]  # fmt: skip


def one(*atoms: Text, notes: tuple[str, ...] = ()) -> Instrument:
    rows = tuple(Provision(0, f"{number}.", words) for number, words in enumerate(atoms, 1))
    (clause,) = read("use\n## Article 1 — Use\n\n1. None.\n")
    return Instrument((replace(clause, provisions=rows),))


def test_emphasis_is_named() -> None:
    old = one(text("States shall act in good faith."))
    new = one(text("States shall act ", Run("in good faith", frozenset({Mark.ITALIC})), "."))
    assert unsaid(old, new) == ["article 1, paragraph 1: prose does not say its emphasis"]


def test_who_holds_the_brackets_is_named() -> None:
    old = one(text("States shall act in good faith."))
    new = one(text("States [shall]", Holders(by=("Delegation A",)), " act in good faith."))
    assert unsaid(old, new) == ["article 1, paragraph 1: prose does not say who holds the brackets"]


def test_a_live_reference_that_comes_in_is_named_and_comes_back_as_words() -> None:
    old, new = CLEARANCE, CLEARANCE.replace("help others", "help others under {@clearance#marking}")
    assert unsaid(read(old), read(new)) == [
        "article 4, paragraph 4: prose does not say that “paragraph 2 of this article” is a live reference"
    ]


def test_a_live_reference_is_quoted_whole_or_not_at_all_and_stays_alive() -> None:
    assert said(("under {@clearance#marking}", "under {@clearance#marking} only")) == [
        "In article 4, paragraph 3, after “paragraph 2 of this article”, insert “only”."
    ]


def test_ids_and_anchors_are_named_and_no_warning() -> None:
    new = CLEARANCE.replace("help others.", "help others. {#others}")
    (problem,) = say(changes_of(read(CLEARANCE), read(new)), read(CLEARANCE)).problems
    assert (problem.severity, problem.message) == (Severity.INFO, "prose does not say the anchor “others”")


def test_a_row_of_a_table_that_comes_in_is_named_with_its_words() -> None:
    old = one(text("A", Cell(), "National authority"), text("B", Cell(), "Stocks held"))
    new = one(*(row.text for row in old.clauses[0].provisions), text("C", Cell(), "Areas cleared"))
    (problem,) = told_and_read(changes_of(old, new), old)
    assert (problem.where.name, problem.words) == ("what comes after article 1, paragraph 2", "C\tAreas cleared")


def test_words_in_a_cell_are_changed_in_it() -> None:
    old, new = (one(text("A", Cell(), f"National {word}", Cell(), "Article 7")) for word in ("authority", "body"))
    assert [str(each) for each in say(changes_of(old, new), old).value] == [
        "In article 1, paragraph 1, replace “authority” with “body”."
    ]
    assert not told_and_read(changes_of(old, new), old)


def test_a_footnote_comes_in_with_its_mark() -> None:
    old = read(CLEARANCE)
    for words, where in (("help others.", "at the end, add"), ("others.", "after “help”, insert")):
        mark = words if words != "others." else "help"
        new = read(CLEARANCE.replace(mark, f"{mark}[^1]", 1).rstrip("\n") + "\n\n[^1]: As far as they can.\n")
        assert not told_and_read(changes_of(old, new), old)
        (sentence,) = say(changes_of(old, new), old).value
        assert f"{where} a footnote reading: “As far as they can.”" in str(sentence)


def test_a_footnote_at_words_that_come_in_with_it_is_named_with_its_words() -> None:
    old = read(CLEARANCE)
    new = read(CLEARANCE.replace("help others.", "pay[^1] for them.\n\n[^1]: As far as they can."))
    assert "As far as they can." in [problem.words for problem in told_and_read(changes_of(old, new), old)]


def test_a_footnote_goes_with_its_mark() -> None:
    old = CLEARANCE.replace("help others.", "help others.[^1]\n\n[^1]: As far as they can.")
    changes = changes_of(read(old), read(CLEARANCE))
    assert [str(each) for each in say(changes, read(old)).value] == ["Delete footnote 1 of article 4."]
    assert not told_and_read(changes, read(old))
    assert isinstance(read(old).clauses[0].provisions[-1].text[-1], Note)


@pytest.mark.parametrize(("first", "second"), [(a, b) for a in STAGES for b in STAGES if a != b])
def test_each_stage_of_the_sample_is_told_from_each_other(first: str, second: str) -> None:
    library = instrument.open("clauses")
    base, result = library.draft(first), library.draft(second)
    lost = told_and_read(changes_of(base, result), base)
    told = {problem.words for problem in lost}
    assert all("communities reached" in words or words.startswith("The sponsors propose") for words in told)


@needs_french
@pytest.mark.parametrize(("first", "second"), [(a, b) for a in STAGES for b in STAGES if a != b])
def test_each_french_stage_is_told_in_french(first: str, second: str) -> None:
    library = instrument.open("clauses")
    base, result = (library.draft(f"{stage}.fr") for stage in (first, second))
    lost = told_and_read(changes_of(base, result), base, "fr")
    assert all(problem.words.startswith("Les auteurs proposent") for problem in lost)


@needs_french
def test_french_runs_its_prepositions_into_its_articles_and_sets_spaces_in_its_marks() -> None:
    old = CLEARANCE.replace("## Article 4 — Clearance of areas", "## Article 4 — Dépollution des zones")
    before = replace(read(old), language="fr")
    new = old.replace("Dépollution", "Nettoyage").replace("as soon", "so soon").replace("to the Depositary", "to all")
    new = new.replace("4. States may", "3 bis. States act.\n4. States may")
    changes = changes_of(before, replace(read(new), language="fr"))
    assert [str(each).replace("\u00a0", "_") for each in say(changes, before).value] == [
        "Au titre de l’article 4, remplacer «_Dépollution_» par «_Nettoyage_».",
        "Au chapeau de l’article 4, paragraphe 1, remplacer «_as soon_» par «_so soon_».",
        "Dans le membre de phrase final de l’article 4, paragraphe 1, remplacer «_the Depositary_» par «_all_».",
        "Après l’article 4, paragraphe 3, insérer un nouveau paragraphe 3 bis ainsi libellé_: «_3 bis. States act._»",
    ]
    assert not told_and_read(changes, before, "fr")


@settings(max_examples=40)
@given(st.data())
def test_whatever_is_edited_is_said_or_named(data: st.DataObject) -> None:
    base = data.draw(edits.instruments())
    result, pairing = data.draw(edits.edited(base))
    told_and_read(describe(base, result, pairing), base)


@settings(max_examples=40)
@given(st.data(), st.sampled_from(STAGES))
def test_whatever_is_edited_in_a_real_article_is_said_or_named(data: st.DataObject, stage: str) -> None:
    everything = instrument.open("clauses").draft(stage).clauses
    base = Instrument(tuple(data.draw(st.lists(st.sampled_from(everything), min_size=1, max_size=2, unique=True))))
    result, pairing = data.draw(edits.edited(base))
    told_and_read(describe(base, result, pairing), base)


@needs_corpus
@settings(max_examples=40)
@given(st.data())
def test_whatever_is_edited_in_the_ccm_is_said_or_named(data: st.DataObject) -> None:
    everything = corpus("treaties/ccm-2008.en.txt").clauses
    base = Instrument(tuple(data.draw(st.lists(st.sampled_from(everything), min_size=1, max_size=2, unique=True))))
    result, pairing = data.draw(edits.edited(base))
    told_and_read(describe(base, result, pairing), base, profile="ccm")


def test_what_the_sentences_do_otherwise_than_was_meant_is_named() -> None:
    """Two paragraphs without words have the same sentence, and who reads it twice takes it for one."""
    title = Clause("title", Kind.TITLE, "", text("A convention"))
    result = Instrument((replace(title, provisions=(Provision(), Provision())),))
    lost = told_and_read(describe(Instrument((title,)), result, Pairing((("title", "title"),))), Instrument((title,)))
    assert [problem.code for problem in lost] == ["not-said"]


@needs_corpus
def test_two_prints_of_the_paris_agreement_are_told_apart() -> None:
    base, result = (corpus(f"drafts/paris-agreement/{day}.md") for day in ("2015-12-12", "2016-01-29"))
    lost = told_and_read(changes_of(base, result), base)
    assert all("the title" in str(problem.where) for problem in lost)


@pytest.mark.parametrize(("first", "second"), [("second-draft", "final-draft"), ("final-draft", "first-draft")])
def test_a_tracked_word_file_is_a_list_of_amendments_and_they_are_one(first: str, second: str) -> None:
    library = instrument.open("clauses")
    old, new = (docx.write(draft(library.draft(stage)).value) for stage in (first, second))
    base, result = (docx.read(data, "draft.docx").value for data in (old, new))
    sentences = say(changes_of(base, result), base).value
    amended = amend(base, "\n\n".join(map(str, sentences))).instrument
    tracked = docx.revise(old, docx.write(draft(amended).value), author="Delegation A").value.data
    assert printed(docx.read(tracked, "tracked.docx", "rejected").value) == printed(base)
    assert printed(docx.read(tracked, "tracked.docx", "accepted").value) == printed(result)


def test_a_part_goes_with_all_that_stands_under_it() -> None:
    parts = [Clause(id, kind, label) for id, kind, label in (
        ("one", Kind.PART, "PART I"), ("a1", Kind.ARTICLE, "Article 1"), ("two", Kind.PART, "PART II"),
        ("a2", Kind.ARTICLE, "Article 2"), ("a3", Kind.ARTICLE, "Article 3"))]  # fmt: skip
    base = Instrument(tuple(parts))
    for left, sentence in ((parts[:2], "Delete part II."), ([*parts[:3], parts[4]], "Delete article 2.")):
        changes = changes_of(base, Instrument(tuple(left)))
        assert [str(each) for each in say(changes, base).value] == [sentence]
        assert not told_and_read(changes, base)
