"""Merging: whoever looks for a proposal in a rolling text finds it, and finds nothing that nobody proposed."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import instrument
from instrument.brackets import resolve
from instrument.changes import apply
from instrument.difference.comparison import changes_of
from instrument.formats.clause import inline
from instrument.model import Cell, Clause, Instrument, Provision, plain, text
from instrument.problem import Misuse
from instrument.proposals.amendment import Amendment
from instrument.proposals.merging import Rolling, merge
from tests import edits, laws

DRAFT = instrument.open("clauses").draft("first-draft")
LOREM = "A beginning. Lorem ipsum dolor sit amet, consetetur sadipscing elitr, sed diam nonumy."


def of(*paragraphs: str) -> Instrument:
    provisions = (Provision(0, f"{number}.", text(words)) for number, words in enumerate(paragraphs, start=1))
    return Instrument((Clause("use", label="Article 1", provisions=tuple(provisions)),))


def wants(base: Instrument, name: str, wanted: Instrument, **said: str) -> Amendment:
    return Amendment(changes_of(base, wanted), (f"Delegation {name}",), symbol=said.pop("symbol", f"DC/{name}"), **said)


def merged(base: Instrument, *texts: Instrument) -> Rolling:
    return merge(base, [wants(base, name, each) for name, each in zip("ABCDEFGH", texts, strict=False)]).value


def lines(rolling: Rolling) -> list[str]:
    """The rolling text as a `.clause` file has it, delegations by their letters."""
    return [f"{p.label} {inline.write(p.text)}".replace("Delegation ", "") for c in rolling.text for p in c.provisions]


@st.composite
def meetings(draw: st.DrawFn) -> tuple[Instrument, list[Amendment]]:
    base = Instrument((draw(st.sampled_from(DRAFT.clauses)),))
    texts = [draw(edits.drafted(base))[0] for _ in range(draw(st.integers(1, 5)))]
    assume(all(text != base for text in texts))
    return base, [wants(base, name, each) for name, each in zip("ABCDE", texts, strict=False)]


@settings(max_examples=25)
@given(meetings())
def test_each_delegation_finds_its_text_and_nobody_loses_the_base(meeting: tuple[Instrument, list[Amendment]]) -> None:
    laws.a_rolling_text_holds_every_proposal(*meeting)


@settings(max_examples=25)
@given(meetings())
def test_who_joins_a_proposal_only_adds_a_name(meeting: tuple[Instrument, list[Amendment]]) -> None:
    laws.a_second_sponsor_only_adds_a_name(*meeting)


@pytest.mark.slow
@settings(max_examples=1500)
@given(meetings())
def test_so_it_is_a_thousand_times(meeting: tuple[Instrument, list[Amendment]]) -> None:
    laws.a_rolling_text_holds_every_proposal(*meeting)


@settings(max_examples=100)
@given(edits.instruments(), st.data())
def test_the_strangest_texts_resolve_to_what_each_wants(base: Instrument, data: st.DataObject) -> None:
    texts = [data.draw(edits.edited(base))[0] for _ in range(data.draw(st.integers(1, 4)))]
    found = merge(base, [wants(base, name, each) for name, each in zip("ABCD", texts, strict=False)])
    assert found.value.resolved(None) == base
    if not found.errors:
        assert [found.value.resolved(number) for number in range(len(texts))] == texts


def test_a_bracket_that_reaches_the_next_article_takes_along_what_stands_there_whole() -> None:
    use = Clause("use", label="Article 4 bis", provisions=(Provision(),))
    opened = Clause("fresh", label="Article 4 bis", provisions=(Provision(0, "["),))
    base, wanted = Instrument((use,)), Instrument((opened, replace(use, heading=text("] "))))
    assert merge(base, [wants(base, "A", wanted)]).value.resolved(0) == wanted


# The ten hardest cases.


def test_only_the_words_in_conflict_are_alternatives() -> None:
    first = of(LOREM.replace("Lorem", "Bavaria"))
    second = of(LOREM.replace("Lorem", "Zombie").replace("sed diam", "and more"))
    assert lines(merged(of(LOREM), first, second)) == [
        '1. A beginning. [Lorem]{base alt=1} [Bavaria]{by="A" alt=1} [Zombie]{by="B" alt=1} ipsum dolor sit amet, '
        'consetetur sadipscing elitr, [sed diam]{base alt=2} [and more]{by="B" alt=2} nonumy.'
    ]


@pytest.mark.parametrize("turned", [False, True])
def test_an_insertion_in_what_another_deletes_is_kept_and_so_is_the_deletion(turned: bool) -> None:
    texts = [of("One.", LOREM.replace("amet", "amet there")), of("One.")]
    (line,) = lines(merged(of("One.", LOREM), *(texts[::-1] if turned else texts)))[1:]
    inserts, deletes = ("B", "A") if turned else ("A", "B")
    assert line.startswith("[2. A beginning.") and line.endswith(f']{{base not="{deletes}"}}')
    assert f'amet [there]{{by="{inserts}"}},' in line


def test_deletions_that_overlap_are_not_deleted_twice() -> None:
    base = of("one two three four five six seven eight nine ten")
    rolling = merged(base, of("one two three eight nine ten"), of("one two three four five nine ten"))
    assert lines(rolling) == [
        '1. one two three [four five]{base not="A"} [six seven]{base not="A; B"} [eight]{base not="B"} nine ten'
    ]


def test_the_same_edit_by_two_is_one_bracket_and_another_beside_it_a_dispute() -> None:
    same, further, other = of("This is a Test2."), of("This is a Test2 now."), of("This is a Test3.")
    assert lines(merged(of("This is a Test."), same, same)) == [
        '1. This is a [Test]{base alt=1} [Test2]{by="A; B" alt=1}.'
    ]
    assert (
        '[Test2 now]{by="B" alt=1} [Test3]{by="C" alt=1}'
        in lines(merged(of("This is a Test."), same, further, other))[0]
    )


def test_the_first_of_two_sentences_that_begin_alike_is_the_one_that_goes() -> None:
    base = of("Each State Party shall report. Each State Party shall clear its land.")
    (line,) = lines(merged(base, of("Each State Party shall clear its land.")))
    assert line in (
        '1. [Each State Party shall report.]{base not="A"} Each State Party shall clear its land.',
        '1. [Each State Party shall report. ]{base not="A"}Each State Party shall clear its land.',
    )


def test_words_that_cross_are_all_there() -> None:
    base, wanted = of("elitr. einsetzt. Gleichbleibend (so)."), of("elitr, Gleichbleibend, einsetzt.")
    rolling = merged(base, wanted)
    for name, expected in ((None, base), ("Delegation A", wanted)):
        assert resolve(rolling.text, name).value == expected


def test_a_changed_letter_with_its_marks_changes_as_one() -> None:
    assert lines(merged(of("👍🏻👍🏻 cafe\u0301"), of("👍🏻👍🏿 café"))) == [
        '1. 👍🏻[👍🏻 cafe\u0301]{base alt=1} [👍🏿 café]{by="A" alt=1}'
    ]


def test_an_alternative_paragraph_keeps_the_number_it_was_proposed_with() -> None:
    base = of("One.", "Two.")
    first, second = (
        base.with_clauses(
            replace(c, provisions=(c.provisions[0], Provision(0, "1 bis.", text(words)), c.provisions[1])) for c in base
        )
        for words in ("New.", "Newer.")
    )  # fmt: skip
    read = merge(base, [wants(base, "A", first), wants(base, "B", second)])
    assert lines(read.value) == ["1. One.", '[1 bis. New.]{by="A"}', '[1 bis. Newer.]{by="B"}', "2. Two."]
    assert [problem.code for problem in read.problems] == ["cumulative"]


def test_a_clause_that_two_bring_under_one_id_is_there_twice_under_two() -> None:
    base = of("One.")
    fresh = (
        Clause("aid", label="Article 2", provisions=(Provision(0, "1.", text(words)),)) for words in ("Aid.", "Help.")
    )
    rolling = merged(base, *(Instrument((*base, clause)) for clause in fresh))
    assert [clause.id for clause in rolling.text] == ["use", "aid", "aid-2"]


def test_two_on_one_word_are_one_dispute_with_both_in_any_order() -> None:
    base, slow, fast = of("the quick brown fox"), of("the SLOW brown fox"), of("the FAST brown fox")
    expected = '1. the [quick]{base alt=1} [SLOW]{by="A" alt=1} [FAST]{by="B" alt=1} brown fox'
    amendments = [wants(base, "A", slow), wants(base, "B", fast)]
    assert lines(merge(base, amendments).value) == lines(merge(base, amendments[::-1]).value) == [expected]


# What else may happen in a room.


def test_what_a_decision_agreed_stands_bare_and_what_others_want_of_it_beside() -> None:
    base = of("States shall report soon.")
    agreed = wants(base, "A", of("States may report soon."), decision="Decision 1")
    assert lines(merge(base, [agreed]).value) == ["1. States may report soon."]
    other = wants(base, "B", of("States should report at once."))
    assert lines(merge(base, [agreed, other]).value) == [
        '1. States [may]{base alt=1 status="agreed"} [should]{by="B" alt=1} '
        'report [soon]{base alt=2} [at once]{by="B" alt=2}.'
    ]


def test_brackets_that_stood_in_the_base_are_never_torn() -> None:
    base = of("States [shall [soon] report] here.")
    assert lines(merged(base, of("States [shall [soon report here."))) == lines(merge(base, []).value)
    (line,) = lines(merged(base, of("States shall soon report here.")))
    assert line == '1. States [[shall [soon] report]]{base alt=1} [shall soon report]{by="A" alt=1} here.'


def test_a_proposal_with_a_bracket_that_has_no_partner_is_reported_with_its_words() -> None:
    (problem,) = merge(of("One."), [wants(of("One."), "A", of("One [or two."))]).problems
    assert (problem.code, str(problem.where), problem.words.strip()) == ("not-merged", "use/1", "[or two")


def test_another_label_stands_beside_the_issued_one() -> None:
    base = of("One.", "Two.")
    wanted = base.with_clauses(
        Clause("use", label="Article 1", provisions=(c.provisions[0], Provision(0, "3.", text("Two.")))) for c in base
    )
    rolling = merged(base, wanted)
    assert lines(rolling) == ["1. One.", '2. [3.]{by="A" status="label"} Two.']
    assert resolve(rolling.text, "Delegation A").value == wanted
    assert resolve(rolling.text, "Delegation B").value == base


def test_who_joins_one_of_two_proposals_on_a_short_line_makes_no_crowd_of_them() -> None:
    base, one, other = of("Act now."), of("Act as soon as ever possible now."), of("Act within five long years now.")
    assert lines(merged(base, one, other, one)) == [
        '1. Act [as soon as ever possible]{by="A; C"} [within five long years]{by="B"} now.'
    ]


def test_a_heading_that_is_put_in_or_struck_stays_the_heading_of_its_article() -> None:
    bare = of("One.")
    headed = bare.with_clauses(replace(clause, heading=text("Use")) for clause in bare)
    for base, wanted, printed in ((bare, headed, "[Use]"), (headed, bare, "[Use]")):
        rolling = merged(base, wanted)
        assert [(clause.label, plain(clause.heading)) for clause in rolling.text] == [("Article 1", printed)]
        assert rolling.resolved(0) == wanted and resolve(rolling.text, "Delegation A").value == wanted


def test_a_row_that_gets_another_cell_is_another_row() -> None:
    base, wanted = (
        Instrument((Clause("annex", provisions=(Provision(0, "", text("Mines", Cell(), "ten", *more)),)),))
        for more in ((), (Cell(), "years"))
    )
    rolling = merged(base, wanted)
    assert len(rolling.text.clauses[0].provisions) == 2
    assert resolve(rolling.text, "Delegation A").value == wanted and resolve(rolling.text, None).value == base


def test_a_note_goes_with_the_paragraph_that_has_its_last_mark() -> None:
    base = Instrument((DRAFT.clause("reporting-form"),))
    wanted = base.with_clauses(
        replace(clause, provisions=(clause.provisions[0], *clause.provisions[2:])) for clause in base
    )
    amendment = wants(base, "A", wanted)
    laws.a_rolling_text_holds_every_proposal(base, [amendment])
    assert resolve(merge(base, [amendment]).value.text, "Delegation A").value.clauses[0].notes == ()


def test_who_stands_on_both_sides_is_named_with_the_symbols() -> None:
    base = of("the quick fox")
    both = [
        wants(base, "A", of("the slow fox"), symbol="DC/1"),
        wants(base, "A", of("the fast fox"), symbol="DC/2"),
    ]
    read = merge(base, both)
    assert lines(read.value) == [
        '1. the [quick]{base alt=1} [slow]{by="A (DC/1)" alt=1} [fast]{by="A (DC/2)" alt=1} fox'
    ]
    assert [problem.code for problem in read.problems] == ["both-sides"]


def test_a_hundred_delegations_on_one_paragraph() -> None:
    base = of(" ".join(f"word{number}" for number in range(100)) + ".")
    chance = random.Random(1)
    amendments = []
    for number in range(100):
        words = [f"word{each}" for each in range(100)]
        words[40] = f"other{number}"
        words[chance.randrange(41, 100)] = f"new{number}"
        amendments.append(wants(base, str(number), of(" ".join(words) + "."), symbol=f"DC/{number}"))
    read = merge(base, amendments)
    assert "options" in [problem.code for problem in read.problems]
    rolling = read.value
    assert rolling.resolved(None) == base == resolve(rolling.text, None).value
    for number in (0, 41, 99):
        mine = apply(rolling.amendments[number].changes, base)
        assert rolling.resolved(number) == mine == resolve(rolling.text, rolling.amendments[number].sponsors[0]).value
    printed = plain(tuple(atom for clause in rolling.text for p in clause.provisions for atom in p.text))
    assert all(f"other{number}" in printed for number in range(100))


def test_an_amendment_of_another_text_is_refused() -> None:
    with pytest.raises(Misuse, match="made for another text"):
        merge(of("One."), [wants(of("Two."), "A", of("Three."))])
