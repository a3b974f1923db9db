"""The patterns in which delegations write, each carried out on a real text and on the sample.

tests/cases/instructions.md and instructions-sample.md say what a careful lawyer would make of each.
"""

import pytest

import instrument
from instrument.instructions import amend
from instrument.model import Instrument
from tests.corpus import needs_corpus, text
from tests.instructions.patterns import Case, cases, said


def check(case: Case, base: Instrument, other: str) -> None:
    others = {"CCM/12": amend(base, other).changes}
    assert said(amend(base, case.words, others=others), base) == case.expected


@needs_corpus
@pytest.mark.parametrize("case", cases("instructions.md"), ids=str)
def test_a_pattern_on_a_real_text(case: Case) -> None:
    check(case, text("treaties/ccm-2008.en.txt"), "In article 3, paragraph 2, replace 'eight' with 'six'.")


@pytest.mark.parametrize("case", cases("instructions-sample.md"), ids=str)
def test_a_pattern_on_the_sample(case: Case) -> None:
    base = instrument.open("clauses").draft("first-draft")
    check(case, base, "In article 3, paragraph 2, replace 'six' with 'five'.")
