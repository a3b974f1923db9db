"""The law that nothing is lost would see it if something were."""

from dataclasses import replace

import pytest

from instrument.formats.printed import read
from instrument.model import Clause, Instrument, Provision, text
from instrument.problem import Read
from tests.formats.printed.accounting import check

SOURCE = """Convention on Rivers

The States Parties to this Convention,

Recalling that water is common,

Article 1

Objective

1. The objective is clean water.
2. Each State Party shall:

(a) keep its rivers clean;

(b) report on them.
"""


@pytest.fixture
def result() -> Read[Instrument]:
    return read(SOURCE.encode(), "rivers.txt")


def _changed(result: Read[Instrument], *provisions: Provision, label: str = "Article 1") -> Read[Instrument]:
    """The result with other provisions in its article."""
    article = replace(result.value.clauses[-1], provisions=provisions, label=label)
    return replace(result, value=result.value.with_clauses((*result.value.clauses[:-1], article)))


def _article(result: Read[Instrument]) -> Clause:
    return result.value.clauses[-1]


def test_a_faithful_reading_passes(result: Read[Instrument]) -> None:
    check(SOURCE, "rivers.txt", result)


def test_a_lost_word_is_seen(result: Read[Instrument]) -> None:
    first, *others = _article(result).provisions
    with pytest.raises(AssertionError):
        check(SOURCE, "rivers.txt", _changed(result, replace(first, text=text("The objective is water.")), *others))


def test_a_lost_label_is_seen(result: Read[Instrument]) -> None:
    *others, last = _article(result).provisions
    with pytest.raises(AssertionError):
        check(SOURCE, "rivers.txt", _changed(result, *others, replace(last, label="")))


def test_two_items_in_the_wrong_order_are_seen(result: Read[Instrument]) -> None:
    *others, first, second = _article(result).provisions
    with pytest.raises(AssertionError):
        check(SOURCE, "rivers.txt", _changed(result, *others, second, first))


def test_a_word_twice_is_seen(result: Read[Instrument]) -> None:
    provisions = _article(result).provisions
    with pytest.raises(AssertionError):
        check(SOURCE, "rivers.txt", _changed(result, *provisions, provisions[-1]))


def test_a_lost_bracket_is_seen() -> None:
    source = "Convention\n\nArticle 1\n\n1. Each State [shall] report."
    result = read(source.encode(), "a.txt")
    with pytest.raises(AssertionError):
        check(source, "a.txt", _changed(result, Provision(0, "1.", text("Each State shall report."))))


def test_words_that_the_report_claims_at_a_wrong_place_are_seen() -> None:
    source = "---\ntitle: Rivers\nedit: true\n---\n\n## Article 1\n\nText."
    result = read(source.encode(), "a.md")
    check(source, "a.md", result)
    moved = tuple(
        replace(problem, where=replace(problem.where, column=problem.where.column + 1)) for problem in result.problems
    )
    with pytest.raises(AssertionError):
        check(source, "a.md", replace(result, problems=moved))
