"""Amendments of several delegations are tracked on one issued document, each by its own sponsors."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import instrument
from instrument.building.marking import Amendment, from_json, mark, to_json
from instrument.building.marking.sharing import shares
from instrument.building.returned import take
from instrument.changes import apply, describe
from instrument.formats import docx
from instrument.formats.docx.lint import lint
from instrument.formats.docx.parts.opened import opened
from instrument.model import Clause, Footnote, Instrument, Note, Provision, text
from instrument.problem import CannotRead, CannotWrite, Failure, Misuse
from tests import edits, laws
from tests.building.tracking import issued, stage, with_part
from tests.corpus import needs_corpus
from tests.corpus import text as corpus_text
from tests.formats.docx.press import pressed
from tests.formats.docx.treaties import treaty

NAMES = [f"Delegation {letter}" for letter in "ABCDE"]
A, B, C, *_ = NAMES
SAMPLE = Instrument(tuple(clause for clause in stage("first-draft") if len(clause.provisions) < 6)[-6:])
BASE = Instrument(
    (
        Clause("use", label="Article 1", heading=text("Use"), provisions=(
            Provision(0, "1.", text("No State Party shall use cluster munitions within five years.")),
            Provision(0, "2.", text("This applies in all circumstances.")),
        )),
        Clause("aid", label="Article 2", heading=text("Aid"), provisions=(
            Provision(0, "", text("States shall help.")),
        )),
    )
)  # fmt: skip
Edit = Callable[[Instrument], Instrument]


def reworded(old: str, new: str) -> Edit:
    """Words of the base replaced, wherever they stand."""

    def edit(base: Instrument) -> Instrument:
        clauses = laws.json_of(base).replace(old, new)
        return laws.of_json(clauses, base)

    return edit


def with_provision(clause: str, at: int, label: str, words: str) -> Edit:
    def edit(base: Instrument) -> Instrument:
        return base.with_clauses(
            replace(each, provisions=(*each.provisions[:at], Provision(0, label, text(words)), *each.provisions[at:]))
            if each.id == clause else each
            for each in base
        )  # fmt: skip

    return edit


def without_first(clause: str) -> Edit:
    def edit(base: Instrument) -> Instrument:
        return base.with_clauses(
            replace(each, provisions=each.provisions[1:]) if each.id == clause else each for each in base
        )

    return edit


def amendment(*made: Edit, by: Sequence[str] = (A,), base: Instrument = BASE, **said: str) -> Amendment:
    result = base
    for edit in made:
        result = edit(result)
    return Amendment(instrument.diff(base, result).changes, tuple(by), **said)


def tracked(*amendments: Amendment, base: Instrument = BASE) -> list[tuple[str, str]]:
    """Whose changes are in the marked document, and of when."""
    return list(docx.tracked(mark(base, base, amendments).value.data, "").hands)


def that_agree(base: Instrument, amendments: Sequence[Amendment]) -> list[Amendment]:
    """Those amendments, in their order, that clash with none before them."""
    kept: list[Amendment] = []
    for each in amendments:
        try:
            shares(base, [*kept, each])
        except CannotWrite:
            continue
        kept.append(each)
    return kept


@st.composite
def amendments(draw: st.DrawFn, base: Instrument) -> list[Amendment]:
    found = []
    for name in NAMES[: draw(st.integers(3, 5))]:
        result, pairing = draw(edits.drafted(base))
        found.append(Amendment(describe(base, result, pairing), (name,), "2026-03-10", f"{name[-1]}/1", "So."))
    return that_agree(base, found)


@settings(max_examples=25)
@given(st.data())
def test_whoever_accepts_one_delegation_has_its_text_and_no_other(data: st.DataObject) -> None:
    """What stands too close together for Word is refused, never written."""
    try:
        laws.amendments_are_tracked_each_by_its_sponsors(SAMPLE, SAMPLE, data.draw(amendments(SAMPLE)))
    except CannotWrite as failure:
        assert {problem.code for problem in failure.problems} == {"not-proven"}


def test_so_it_is_in_the_whole_sample_convention() -> None:
    base = stage("first-draft")
    given = [
        amendment(reworded("within five years after that date", "within ten years after that date"), base=base),
        amendment(with_provision("clearance", 4, "1 bis.", "It shall report each year."), by=[B], base=base),
        amendment(with_provision("clearance", 4, "1 bis.", "It shall report."), by=[C], base=base),
    ]
    laws.amendments_are_tracked_each_by_its_sponsors(base, base, given)


@needs_corpus
def test_so_it_is_in_a_real_treaty() -> None:
    base = corpus_text("treaties/ccm-2008.en.txt")
    places = [clause.id for clause in base if clause.provisions and clause.label]
    given = [
        amendment(with_provision(id, 1, "1 bis.", f"Each State Party shall think of {name}."), by=[name], base=base)
        for name, id in zip(NAMES, places[::4], strict=False)
    ]
    laws.amendments_are_tracked_each_by_its_sponsors(base, base, given)


def test_a_joint_amendment_is_tracked_by_the_names_of_its_sponsors() -> None:
    joint = amendment(reworded("five", "ten"), by=[A, B], date="2026-03-10")
    assert tracked(joint) == [("Delegation A; Delegation B", "2026-03-10T00:00:00Z")]


def test_what_two_amendments_do_alike_is_one_change_of_all_their_sponsors_of_the_first_date() -> None:
    first = amendment(reworded("five", "ten"), date="2026-03-11")
    second = amendment(reworded("five", "ten"), reworded("help", "assist"), by=[B, A, C], date="2026-03-10")
    names = "Delegation A; Delegation B; Delegation C"
    assert tracked(first, second) == [
        (names, "2026-03-10T00:00:00Z"),
        ("Delegation B; Delegation A; Delegation C", "2026-03-10T00:00:00Z"),
    ]


def test_every_clash_is_named_with_its_place_its_words_and_both_amendments() -> None:
    given = [
        amendment(reworded("five", "ten"), reworded("help", "assist"), symbol="CRP.1"),
        amendment(reworded("five", "two"), reworded("help", "pay"), by=[B, C], symbol="CRP.2"),
    ]
    with pytest.raises(CannotWrite, match="clash in 2 places") as refused:
        mark(BASE, BASE, given)
    told = [f"{problem.where}: {problem.message}" for problem in refused.value.problems]
    assert told == [
        'use/1: CRP.1 (Delegation A): replace "five" with "ten";'
        ' CRP.2 (Delegation B; Delegation C): replace "five" with "two"',
        'aid/~1: CRP.1 (Delegation A): replace "help" with "assist";'
        ' CRP.2 (Delegation B; Delegation C): replace "help" with "pay"',
    ]


def test_a_change_of_what_another_moves_is_a_clash() -> None:
    def moved(base: Instrument) -> Instrument:
        use, aid = base.clauses
        return base.with_clauses([aid, use])

    with pytest.raises(CannotWrite, match="clash in 1 place;"):
        mark(BASE, BASE, [amendment(moved), amendment(reworded("five", "ten"), reworded("help", "pay"), by=[B])])


def test_new_articles_of_two_delegations_have_numbers_of_their_own() -> None:
    def with_article(id: str, words: str) -> Edit:
        fresh = Clause(id, label="Article", heading=text(words), provisions=(Provision(0, "", text(f"{words}.")),))
        return lambda base: base.with_clauses([base.clauses[0], fresh, *base.clauses[1:]])

    given = [amendment(with_article("costs", "Costs")), amendment(with_article("seat", "Seat"), by=[B])]
    marked = mark(BASE, BASE, given).value.data
    labels = [clause.label for clause in docx.read(marked, "").value]
    assert labels == ["Article 1", "Article 1 bis", "Article 1 ter", "Article 2"]


def test_words_that_two_put_in_at_one_point_stand_in_the_order_of_the_amendments() -> None:
    given = [amendment(reworded("munitions", f"munitions {word}"), by=[by]) for word, by in (("here", A), ("now", B))]
    read = docx.read(mark(BASE, BASE, given).value.data, "").value
    assert "cluster munitions here now within" in laws.json_of(read)


def test_what_two_add_at_the_end_of_the_document_are_two_paragraphs() -> None:
    given = [amendment(with_provision("aid", 1, "2.", f"So says {by}."), by=[by]) for by in (A, B, C)]
    laws.amendments_are_tracked_each_by_its_sponsors(BASE, BASE, given)


def test_what_is_added_to_an_article_stays_in_it_where_the_words_behind_it_are_struck() -> None:
    """The sample ends with a formula without a heading: nothing but its control says where it begins."""
    change = amendment(
        with_provision("authentic-texts", 1, "1 bis.", "It shall report."), without_first("final-formula"), base=SAMPLE
    )
    other = amendment(reworded("single original", "single copy"), by=[B], base=SAMPLE)
    for amended in ([change], [change, other], [other, change]):
        laws.amendments_are_tracked_each_by_its_sponsors(SAMPLE, SAMPLE, amended)


@pytest.mark.parametrize("first", [clause.id for clause in SAMPLE.clauses[:-1]])
def test_what_goes_from_one_article_to_the_next_and_back_is_read_in_the_one_to_which_it_went(first: str) -> None:
    at = next(at for at, clause in enumerate(SAMPLE) if clause.id == first)
    one, other = SAMPLE.clauses[at : at + 2]

    def with_both(*provisions: tuple[Provision, ...]) -> Instrument:
        pair = [replace(clause, provisions=own) for clause, own in zip((one, other), provisions, strict=False)]
        return SAMPLE.with_clauses([*SAMPLE.clauses[:at], *pair, *SAMPLE.clauses[at + 2 :]])

    mine, theirs = one.provisions, other.provisions
    for result in (
        with_both(mine[:-1], (mine[-1], *theirs)),
        with_both((*mine, theirs[0]), theirs[1:]),
        with_both((*mine, *theirs)),
    ):
        change = Amendment(instrument.diff(SAMPLE, result).changes, (A,))
        laws.amendments_are_tracked_each_by_its_sponsors(SAMPLE, SAMPLE, [change])


def test_one_splits_a_paragraph_in_which_another_changes_words() -> None:
    def split(base: Instrument) -> Instrument:
        use, aid = base.clauses
        head, tail = (Provision(0, label, text(w)) for label, w in (
            ("1.", "No State Party shall use cluster munitions"), ("1 bis.", "within five years."),
        ))  # fmt: skip
        return base.with_clauses([replace(use, provisions=(head, tail, *use.provisions[1:])), aid])

    given = [amendment(split), *(amendment(reworded(*words), by=[by]) for words, by in (
        (("five", "ten"), B), (("No State", "No contracting State"), C),
    ))]  # fmt: skip
    laws.amendments_are_tracked_each_by_its_sponsors(BASE, BASE, given)


def test_a_note_of_one_and_a_changed_note_of_another_stand_together() -> None:
    use, aid = BASE.clauses
    words = (Provision(0, "", text("States shall help", Note("1"), ".")),)
    aid = replace(aid, provisions=words, notes=(Footnote("1", text("Where they can.")),))
    noted = BASE.with_clauses([use, aid])

    def with_note(base: Instrument) -> Instrument:
        first, *rest = base.clauses
        words = text("This applies in all circumstances", Note("n"), ".")
        changed = replace(first, provisions=(first.provisions[0], replace(first.provisions[1], text=words)))
        return base.with_clauses([replace(changed, notes=(Footnote("n", text("Also at sea.")),)), *rest])

    given = [amendment(with_note, base=noted), amendment(reworded("can", "may"), by=[B], base=noted, symbol="CRP.2")]
    marked = laws.amendments_are_tracked_each_by_its_sponsors(noted, noted, given)
    notes = [note.text for clause in docx.read(marked, "").value for note in clause.notes]
    assert notes == [text("Also at sea."), text("Where they may.")]


def test_comments_give_the_symbol_in_every_provision_and_the_explanation_once() -> None:
    given = [
        amendment(
            reworded("five", "ten"), reworded("help", "assist"), with_provision("use", 2, "3.", "New."),
            with_provision("use", 3, "4.", "New too."), date="2026-03-10", symbol="CRP.1", explanation="Too short.",
        ),
        amendment(reworded("five", "ten"), by=[B], symbol="CRP.2"),
        amendment(reworded("all", "any"), by=[C]),
    ]  # fmt: skip
    data = mark(BASE, BASE, given, comments=True).value.data
    remarks = [
        (each.author, each.address, each.on, each.text) for each in take(docx.tracked(data, ""), BASE).value.remarks
    ]
    assert remarks == [
        (A, "use/1", "ten", "CRP.1\u2028Too short."),
        (A, "use/3", "3.\tNew.", "CRP.1"),
        (A, "aid/~1", "assist", "CRP.1"),
        (B, "use/1", "ten", "CRP.2"),
    ]  # fmt: skip
    assert lint(data) == ()
    assert "CRP" not in str(laws.read_words(docx.read(data, "").value))


def test_comments_that_the_issued_document_has_stay() -> None:
    said = '<w:comment w:id="3" w:author="Secretariat"><w:p><w:r><w:t>Check this.</w:t></w:r></w:p></w:comment>'
    base = stage("first-draft")
    data = with_part(issued("first-draft"), "comments", said)
    change = amendment(with_provision("clearance", 1, "1 bis.", "New."), base=base, symbol="CRP.1")
    parts = opened(mark(data, base, [change], comments=True).value.data, "").parts
    assert b"Check this." in parts["word/comments.xml"]
    assert b"CRP.1" in parts["word/comments.xml"]
    assert parts["word/comments.xml"].count(b'w:id="3"') == 1


def test_nothing_but_the_changes_is_touched() -> None:
    base, data = stage("first-draft"), issued("first-draft")
    change = amendment(with_provision("clearance", 1, "1 bis.", "New."), base=base)
    before, after = (opened(each, "").parts for each in (data, mark(data, base, [change], receipt=False).value.data))
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}
    assert set(before) == set(after)


@pytest.mark.parametrize("automatic", [False, True], ids=["numbered by hand", "numbered by Word"])
def test_amendments_of_a_document_that_others_wrote_stand_in_its_own_dress(automatic: bool) -> None:
    data = pressed(treaty(automatic=automatic))
    base = docx.read(data, "treaty.docx").value
    given = [
        amendment(reworded("Use of terms", "Meaning of terms"), base=base),
        amendment(reworded("General obligations and scope", "Duties and scope"), by=[B], base=base),
        amendment(with_provision("article-2", 1, "1 bis.", "Nobody may."), by=[C], base=base),
    ]
    marked = mark(data, base, given, comments=True).value.data
    file = docx.tracked(marked, "")
    assert laws.read_words(docx.read(marked, "", "rejected").value) == laws.read_words(base)
    for each in given[:2] if automatic else given:
        alone = file.read(hand for hand in file.hands if hand.author == each.author).instrument
        assert laws.read_words(alone) == laws.read_words(apply(each.changes, base))


def test_a_new_article_in_a_document_that_others_wrote_does_not_hide_the_rest_from_a_reader() -> None:
    data = pressed(treaty())
    base = docx.read(data, "treaty.docx").value
    fresh = Clause(
        "costs", label="Article 1 bis", heading=text("Costs"), provisions=(Provision(0, "1.", text("Each.")),)
    )

    def with_article(base: Instrument) -> Instrument:
        return base.with_clauses([*base.clauses[:2], fresh, *base.clauses[2:]])

    marked = docx.read(mark(data, base, [amendment(with_article, base=base)]).value.data, "").value
    assert [clause.label for clause in marked] == [clause.label for clause in with_article(base)]


@pytest.mark.parametrize("refused", [
    Amendment(instrument.diff(BASE, SAMPLE).changes, ()),
    Amendment(instrument.diff(BASE, SAMPLE).changes, ("A\x00",)),
    Amendment(instrument.diff(SAMPLE, BASE).changes, (A,)),
])  # fmt: skip
def test_an_amendment_of_nobody_or_of_another_text_is_refused(refused: Amendment) -> None:
    with pytest.raises(Misuse):
        mark(BASE, BASE, [refused])


def test_a_document_that_does_not_hold_the_base_is_refused() -> None:
    with pytest.raises(Failure, match="does not hold what the changes are about"):
        mark(issued("first-draft"), BASE, [amendment(reworded("five", "ten"))])


def test_the_same_amendments_make_the_same_bytes() -> None:
    given = [amendment(reworded("five", "ten"), symbol="CRP.1")]
    assert mark(BASE, BASE, given, comments=True) == mark(BASE, BASE, given, comments=True)


def test_no_amendments_leave_the_document_as_it_was() -> None:
    assert mark(issued("first-draft"), stage("first-draft"), []).value.data == issued("first-draft")


def test_an_amendment_survives_its_json() -> None:
    given = amendment(reworded("five", "ten"), by=[A, B], date="2026-03-10", symbol="CRP.1", explanation="So.")
    assert from_json(json.loads(json.dumps(to_json(given)))) == given
    with pytest.raises(CannotRead, match="list of names"):
        from_json({**to_json(given), "sponsors": "Delegation A"})
