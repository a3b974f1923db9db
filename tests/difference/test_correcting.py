"""A corrigendum says every difference once, in words found once; carried out it gives the corrected text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from instrument.checks.examples import example
from instrument.difference.correcting import Correction, corrections
from instrument.instructions import amend
from instrument.model import Clause, Instrument, Provision, plain, text


def _said(old: str, new: str) -> list[tuple[str, str, str]]:
    read = corrections(example(f"1. {old}", "2. None."), example(f"1. {new}", "2. None."))
    assert not read.problems
    return [(each.part, each.wrong, each.right) for each in read.value]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("within six years", "within eight years", [("six", "eight")]),
        ("the six and the six and ten", "the six and the seven and ten", [("and the six", "and the seven")]),
        ("all mines are laid", "all the mines are laid", [("all", "all the")]),
        ("all the mines are laid", "all mines are laid", [("all the", "all")]),
        ("the mines, bombs and shells", "the mines; bombs and shells", [("mines,", "mines;")]),
        ("Recognising it , and", "Recognizing it, and", [("Recognising", "Recognizing"), ("it ,", "it,")]),
    ],
)
def test_a_correction_has_just_the_words_that_are_found_once(old: str, new: str, said: list[tuple[str, str]]) -> None:
    assert _said(old, new) == [("words", *each) for each in said]


def test_labels_and_headings_are_corrected_too() -> None:
    old = example("# Article 1 Use of of mines", "1. None.", "3. All.")
    new = example("# Article 1 Use of mines", "1. None.", "2. All.")
    assert [(each.part, each.wrong, each.right) for each in corrections(old, new).value] == [
        ("heading", "Use of", "Use"), ("label", "3.", "2."),
    ]  # fmt: skip


def test_a_paragraph_put_in_is_no_correction() -> None:
    read = corrections(
        example("1. Each Party reports."), example("1. Each Party reports.", "2. All mines are cleared.")
    )
    assert read.value == () and [problem.code for problem in read.problems] == ["no-correction"]


_POOL = ["shall", "report", "mines", "the", "of", "and", "six", "ten,", "years;", "States"]
_WORDS = st.lists(st.sampled_from(_POOL), min_size=4, max_size=14)
_END = "each State Party shall in all cases bear its own costs of this"


@given(_WORDS, _WORDS, st.integers(0, 3))
def test_for_and_read_carried_out_give_the_corrected_words(old: list[str], new: list[str], keep: int) -> None:
    base = " ".join([*old, _END])
    result = " ".join([*old[:keep], *new[:3], *old[keep + 1 :], _END])
    made = base
    for each in reversed(_corrections(base, result)):
        assert base.count(each.wrong) == 1
        at = base.index(each.wrong)
        made = made[:at] + each.right + made[at + len(each.wrong) :]
    assert made == result


def _corrections(old: str, new: str) -> tuple[Correction, ...]:
    return corrections(example(f"1. {old}"), example(f"1. {new}")).value


def test_the_sentences_of_a_corrigendum_are_instructions_that_give_the_corrected_text() -> None:
    old = example("# Article 1 Use", "1. Within six years, each six mines.", "2. Each Party reports to the chairman.")
    clause = old.clauses[0]
    words = ("Within eight years, each six mines.", "Each Party reports to the chair.")
    provisions = [replace(p, text=text(w)) for p, w in zip(clause.provisions, words, strict=True)]
    new = old.with_clauses([replace(clause, provisions=tuple(provisions))])
    said = "\n".join(f'In {each.name}, for "{each.wrong}" read "{each.right}".' for each in corrections(old, new).value)
    amended = amend(old, said)
    assert [plain(p.text) for p in amended.instrument.clauses[0].provisions] == list(words)


def test_an_article_that_changes_places_is_no_correction() -> None:
    one, two = (replace(each, id=name) for each, name in zip(_two_articles(), ("use", "aid"), strict=True))
    read = corrections(Instrument((one, two)), Instrument((two, one)))
    assert [(each.code, each.where.name) for each in read.problems] == [("no-correction", "aid")]


def _two_articles() -> tuple[Clause, Clause]:
    words = ("No State shall use mines.", "States shall help victims.")
    one, two = (Clause("x", provisions=(Provision(0, "1.", text(said)),)) for said in words)
    return one, two
