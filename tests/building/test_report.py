"""The reading report sorts what a reader says into groups, and decides alone what a lost word is."""

import pytest

from instrument.building.report import Group, findings, is_lost
from instrument.problem import Problem, Severity, Where

ERROR, WARNING, GUESS, INFO = Severity


def problem(code: str, severity: Severity, words: str = "", name: str = "a.docx") -> Problem:
    return Problem(code, severity, Where(name, 3), "this was met", words=words)


@pytest.mark.parametrize(
    ("code", "severity", "words", "group"),
    [
        ("not-read", ERROR, "never", Group.LOST),
        ("outside-clause", ERROR, "Never", Group.LOST),
        ("comment", WARNING, "No.", Group.LOST),
        ("page-edge", WARNING, "CRP.1", Group.LOST),
        ("note-without-mark", WARNING, "See", Group.LOST),
        ("left-out", GUESS, "Draft convention", Group.LOST),
        ("hidden-words", ERROR, "never", Group.HIDDEN),
    ],
)
def test_words_that_stand_in_no_clause_are_lost(code: str, severity: Severity, words: str, group: Group) -> None:
    (finding,) = findings([problem(code, severity, words)], "a.docx")
    assert finding.is_lost
    assert finding.group is group


@pytest.mark.parametrize(
    ("code", "severity", "words", "group"),
    [
        ("page-edge", WARNING, "2", Group.OMITTED),
        ("left-out", GUESS, "12", Group.GUESS),
        ("not-read", WARNING, "A map", Group.OMITTED),
        ("outside-clause", GUESS, "Never", Group.GUESS),
        ("tracked-change", WARNING, "not", Group.TRACKED),
        ("macros", WARNING, "", Group.HIDDEN),
        ("faint-words", WARNING, "not", Group.HIDDEN),
        ("comments-kept", INFO, "", Group.COMMENTS),
        ("kept", GUESS, "", Group.FATES),
        ("unclosed-bracket", ERROR, "", Group.OTHER),
        ("uncertain-label", WARNING, "", Group.OTHER),
    ],
)
def test_what_is_no_word_of_the_text_is_reported_and_not_lost(
    code: str, severity: Severity, words: str, group: Group
) -> None:
    (finding,) = findings([problem(code, severity, words)], "a.docx")
    assert not is_lost(finding.problem)
    assert finding.group is group


def test_a_finding_has_its_part() -> None:
    (finding,) = findings([problem("not-read", ERROR, name="a.docx/word/footnotes.xml")], "a.docx")
    assert finding.part == "word/footnotes.xml"


def test_findings_come_group_by_group_and_none_is_lost() -> None:
    codes = ("label", "macros", "comment", "tracked-change", "guess")
    told = [problem(code, GUESS, "x") for code in codes]
    found = findings(told, "a.docx")
    assert [finding.problem.code for finding in found] == ["comment", "macros", "tracked-change", "label", "guess"]
