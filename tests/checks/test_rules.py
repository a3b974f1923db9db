"""Every rule says what it asks, why, where that is from, and shows a text that fails and one that passes."""

import re
from pathlib import Path

import pytest

from instrument.checks import CODES, check, rule_module
from instrument.checks.examples import example
from instrument.problem import Misuse, Severity


@pytest.mark.parametrize("code", CODES)
def test_a_rule_gives_its_reason_its_source_and_an_example_of_each_kind(code: str) -> None:
    said = rule_module(code).__doc__ or ""
    assert rule_module(code).RULE.code == code
    assert "Source: " in said
    trials = re.findall(rf'>>> trial\("{code}"[^\n]*(?:\n\.\.\. [^\n]*)*\n(?!>>>)([^\n]*)', said + "\n")
    assert any(shown.strip() for shown in trials), "it shows nothing that fails"
    assert any(not shown.strip() for shown in trials), "it shows nothing that passes"


def test_rules_are_chosen_left_out_and_regraded() -> None:
    text = example("1. Under article 9:", "  (a) none.", "2. None.")
    codes = {problem.code for problem in check(text)}
    assert {"reference-unresolved", "lone-item"} <= codes
    assert {problem.code for problem in check(text, select=("lone-item",))} == {"lone-item"}
    assert "lone-item" not in {problem.code for problem in check(text, ignore=("lone-item",))}
    assert "lone-item" not in {problem.code for problem in check(text, severities={"lone-item": "off"})}
    graded = check(text, select=("lone-item",), severities={"lone-item": "info"})
    assert [problem.severity for problem in graded] == [Severity.INFO]


@pytest.mark.parametrize(
    "asked", [{"select": ("lone",)}, {"ignore": ("lone",)}, {"severities": {"lone-item": "fatal"}}]
)
def test_a_rule_or_severity_that_does_not_exist_is_refused_with_those_that_do(asked: dict[str, object]) -> None:
    with pytest.raises(Misuse, match=r"(the rules are|there are) "):
        check(example("1. None."), **asked)


def test_a_finding_points_at_its_words() -> None:
    found = check(example("1. None, but under article 9."), select=("reference-unresolved",))[0]
    assert found.where.source[found.where.column - 1 :].startswith("article 9")
    assert (str(found.where), found.words) == ("article-1/1:20", "article 9")


def test_the_guide_lists_every_rule_with_how_grave_it_is() -> None:
    page = (Path(__file__).parents[2] / "docs" / "check.md").read_text(encoding="utf-8")
    for code in CODES:
        module = rule_module(code)
        asked = (module.__doc__ or "").partition("\n")[0].rstrip(".")
        assert f"| `{code}` | {asked} | {module.RULE.draft or '–'} | {module.RULE.final or '–'} |" in page
