"""A rule is waived beside a provision, with a reason, or the waiver is reported."""

from dataclasses import replace

from instrument.checks import check
from instrument.checks.examples import example
from instrument.model import Instrument


def _commented(comment: str, *, on_clause: bool = False, words: str = "Under article 9.") -> Instrument:
    text = example(f"1. {words}", "2. None.")
    clause = text.clauses[0]
    if on_clause:
        return text.with_clauses([replace(clause, comments=(comment,))])
    first = replace(clause.provisions[0], comments=(comment,))
    return text.with_clauses([replace(clause, provisions=(first, *clause.provisions[1:]))])


def _codes(text: Instrument) -> list[str]:
    return [problem.code for problem in check(text, ignore=("lone-item",))]


def test_a_waiver_with_a_reason_excuses_its_provision_or_its_whole_clause() -> None:
    assert _codes(_commented("waive reference-unresolved: article 9 comes on Friday")) == []
    assert _codes(_commented("waive reference-unresolved: article 9 comes on Friday", on_clause=True)) == []


def test_a_waiver_without_a_reason_excuses_nothing_and_is_reported() -> None:
    assert _codes(_commented("waive reference-unresolved")) == ["reference-unresolved", "waiver-unreasoned"]


def test_a_waiver_of_no_rule_is_reported() -> None:
    assert _codes(_commented("waive reference: friday")) == ["reference-unresolved", "waiver-unknown"]


def test_a_waiver_that_excuses_nothing_is_reported() -> None:
    assert _codes(_commented("waive reference-unresolved: friday", words="None.")) == ["waiver-unused"]


def test_an_ordinary_comment_is_no_waiver() -> None:
    assert _codes(_commented("see the paper of Friday", words="None.")) == []
