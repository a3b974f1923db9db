"""The reading report sorts what a reader says into groups, and decides alone what a lost word is."""

import pytest

from instrument.building.report import Group, findings, is_lost
from instrument.problem import Problem, Severity, Where

ERROR, WARNING, GUESS, INFO = Severity


def problem(code: str, severity: Severity, words: str = "", name: str = "a.docx") -> Problem:
    return Problem(code, severity, Where(name, 3), "this was met", words=words)


LOST, NOT_LOST = True, False


@pytest.mark.parametrize(
    ("code", "severity", "words", "group", "lost"),
    [
        ("not-read", ERROR, "never", Group.LOST, LOST),
        ("not-read", WARNING, "A map", Group.OMITTED, NOT_LOST),
        ("outside-clause", ERROR, "Never", Group.LOST, LOST),
        ("outside-clause", GUESS, "Never", Group.GUESS, NOT_LOST),
        ("left-out", GUESS, "Draft convention", Group.LOST, LOST),
        ("left-out", GUESS, "12", Group.GUESS, NOT_LOST),
        ("page-edge", WARNING, "CRP.1", Group.LOST, LOST),
        ("page-edge", WARNING, "2", Group.OMITTED, NOT_LOST),
        ("comment", WARNING, "No.", Group.LOST, LOST),
        ("comments-kept", INFO, "", Group.COMMENTS, NOT_LOST),
        ("note-without-mark", WARNING, "See", Group.LOST, LOST),
        ("hidden-words", ERROR, "never", Group.HIDDEN, LOST),
        ("faint-words", WARNING, "not", Group.HIDDEN, NOT_LOST),
        ("macros", WARNING, "", Group.HIDDEN, NOT_LOST),
        ("tracked-change", WARNING, "not", Group.TRACKED, NOT_LOST),
        ("kept", GUESS, "", Group.FATES, NOT_LOST),
        ("unclosed-bracket", ERROR, "", Group.OTHER, NOT_LOST),
        ("uncertain-label", WARNING, "", Group.OTHER, NOT_LOST),
    ],
)
def test_each_finding_has_its_group_and_only_words_that_stand_in_no_clause_are_lost(
    code: str, severity: Severity, words: str, group: Group, lost: bool
) -> None:
    (finding,) = findings([problem(code, severity, words)], "a.docx")
    assert finding.group is group
    assert finding.is_lost is is_lost(finding.problem) is lost


def test_a_finding_has_its_part() -> None:
    (finding,) = findings([problem("not-read", ERROR, name="a.docx/word/footnotes.xml")], "a.docx")
    assert finding.part == "word/footnotes.xml"


def test_findings_come_group_by_group_and_none_is_lost() -> None:
    codes = ("label", "macros", "comment", "tracked-change", "guess")
    told = [problem(code, GUESS, "x") for code in codes]
    found = findings(told, "a.docx")
    assert [finding.problem.code for finding in found] == ["comment", "macros", "tracked-change", "label", "guess"]
