"""How a problem looks in a terminal."""

from __future__ import annotations

from instrument.problem import Problem, Severity, Where, render


def shown(source: str, column: int) -> list[str]:
    return render(Problem("x", Severity.ERROR, Where("a.clause", 7, column, source), "wrong")).split("\n")


def test_the_caret_stands_under_the_place_also_after_wide_characters() -> None:
    assert shown("缔约国[", 4)[2] == "    |       ^"
    assert shown("e\u0301[", 3)[2] == "    |  ^"


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    _, line, caret = shown("x" * 5000 + "[" + "y" * 5000, 5001)
    assert len(line) < 110 and line[caret.index("^")] == "["


def test_a_problem_of_no_line_is_one_sentence() -> None:
    assert render(Problem("x", Severity.WARNING, Where("clearance"), "wrong")) == "clearance: warning: wrong [x]"
