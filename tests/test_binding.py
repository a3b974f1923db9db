"""References in words bound to what they name: no printed character changes, and they follow."""

from dataclasses import replace

import pytest

from instrument.binding import bind
from instrument.building.texts import read_data
from instrument.checks.examples import example
from instrument.formats.clause import write_instrument
from instrument.model import Instrument, Reference
from instrument.references import printed
from tests.corpus import needs_corpus, text


def _lines(instrument: Instrument, profile: str = "un") -> list[str]:
    return [printed(content, instrument, clause.id, profile) for clause in instrument for content in clause.texts]


def test_a_bound_reference_prints_the_new_number_when_its_article_moves() -> None:
    bound = bind(
        example("# Article 1 Use", "Under article 2, paragraph 1.", "# Article 2 Aid", "1. Each aids.", "2. None.")
    )
    use, aid = bound.instrument
    moved = bound.instrument.with_clauses([use, replace(aid, label="Article 5")])
    assert _lines(moved)[1] == "Under article 5, paragraph 1."


def test_what_a_live_reference_would_print_otherwise_stays_in_words_and_is_named() -> None:
    bound = bind(example("1. As paragraph 2 above says, and paragraphs 2 and 3.", "2. None.", "3. None."))
    assert bound.bound == 0
    assert [problem.words for problem in bound.left] == ["paragraph 2 above", "paragraphs 2 and 3"]


def test_this_article_needs_no_binding() -> None:
    bound = bind(example("1. Under this article.", "2. None."))
    assert (bound.bound, bound.left) == (0, ())


def test_a_reference_of_another_instrument_is_left_alone() -> None:
    bound = bind(example("# Article 1 Use", "Under article 1 of the Charter.", "# Article 2 Aid", "None."))
    assert (bound.bound, bound.left) == (0, ())


def test_an_anchor_that_is_there_is_kept_and_a_new_one_is_unlike_all_others() -> None:
    base = example("1. Under paragraph 2 of this article.", "2. None.", "2. None.")
    clause = base.clauses[0]
    named = replace(clause.provisions[1], anchor="held")
    held = base.with_clauses([replace(clause, provisions=(clause.provisions[0], named))])
    bound = bind(held)
    assert Reference("article-1", "held") in bound.instrument.clauses[0].provisions[0].text


def test_words_in_italics_stay_in_italics() -> None:
    bound = bind(example("# Article 1 Use", "Under *article 2*.", "# Article 2 Aid", "None."))
    (reference,) = (a for a in bound.instrument.clauses[0].provisions[0].text if isinstance(a, Reference))
    assert [str(mark) for mark in reference.marks] == ["italic"]


@needs_corpus
@pytest.mark.parametrize(
    ("name", "profile", "least"),
    [
        ("treaties/ccm-2008.en.txt", "ccm", 39), ("treaties/ottawa-1997.en.txt", "ccm", 14),
        *((f"multilingual/bbnj-2023/{language}.txt", "un", least)
          for language, least in (("en", 47), ("fr", 50), ("es", 89), ("zh", 1))),
    ],
)  # fmt: skip
def test_binding_changes_no_printed_character_of_a_real_treaty(name: str, profile: str, least: int) -> None:
    bound = bind(text(name), profile)
    assert bound.bound >= least
    assert _lines(bound.instrument, profile) == _lines(text(name), profile)
    again = read_data(write_instrument(bound.instrument).encode(), "bound.clause", ".clause")
    assert again.value == bound.instrument
    assert bind(bound.instrument, profile).bound == 0
