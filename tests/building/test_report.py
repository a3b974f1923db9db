"""The reading report sorts what a reader says into groups, and decides alone what a lost word is."""

import pytest

from instrument.building.report import Group, findings, is_lost
from instrument.problem import Problem, Severity, Where

ERROR, WARNING, GUESS = Severity.ERROR, Severity.WARNING, Severity.GUESS


def problem(code: str, severity: Severity, message: str, name: str = "a.docx") -> Problem:
    return Problem(code, severity, Where(name, 3), message)


@pytest.mark.parametrize(
    ("code", "severity", "message", "group"),
    [
        ("not-read", ERROR, 'something was not read: "never"', Group.LOST),
        ("outside-clause", ERROR, '"Never" stands before the first clause and was not read', Group.LOST),
        ("comment", WARNING, 'a comment by "B" was not read: "No."', Group.LOST),
        ("page-edge", WARNING, 'the header of the pages was not read: "CRP.1"', Group.LOST),
        ("note-without-mark", WARNING, 'the footnotes was not read, its mark is not in the text: "See"', Group.LOST),
        ("left-out", GUESS, 'left out "Draft convention": it stands on every page', Group.LOST),
        ("hidden-words", ERROR, 'hidden words were not read: "never"', Group.HIDDEN),
    ],
)
def test_words_that_stand_in_no_clause_are_lost(code: str, severity: Severity, message: str, group: Group) -> None:
    (finding,) = findings([problem(code, severity, message)], "a.docx")
    assert finding.is_lost
    assert finding.group is group


@pytest.mark.parametrize(
    ("code", "severity", "message", "group"),
    [
        ("page-edge", WARNING, 'the footer of the pages was not read: "2"', Group.OMITTED),
        ("left-out", GUESS, 'left out "12": it is the number of a page', Group.GUESS),
        ("not-read", WARNING, 'a picture was not read: "A map"', Group.OMITTED),
        ("outside-clause", GUESS, '"Never" stands outside every clause; it was read', Group.GUESS),
        ("tracked-change", WARNING, 'a tracked deletion by "B" was carried out: "not"', Group.TRACKED),
        ("macros", WARNING, "the file carries macros", Group.HIDDEN),
        ("faint-words", WARNING, 'words white on white were read: "not"', Group.HIDDEN),
        ("kept", GUESS, "use is kept", Group.FATES),
        ("unclosed-bracket", ERROR, '"[" is never closed', Group.OTHER),
        ("uncertain-label", WARNING, "a label is uncertain", Group.OTHER),
    ],
)
def test_what_is_no_word_of_the_text_is_reported_and_not_lost(
    code: str, severity: Severity, message: str, group: Group
) -> None:
    (finding,) = findings([problem(code, severity, message)], "a.docx")
    assert not is_lost(finding.problem)
    assert finding.group is group


def test_a_finding_has_its_part_and_its_words_even_where_they_are_quoted() -> None:
    told = problem("not-read", ERROR, 'a box was not read: "the "area" of war"', "a.docx/word/footnotes.xml")
    (finding,) = findings([told], "a.docx")
    assert (finding.part, finding.words) == ("word/footnotes.xml", 'the "area" of war')


def test_findings_come_group_by_group_and_none_is_lost() -> None:
    codes = ("label", "macros", "comment", "tracked-change", "guess")
    told = [problem(code, GUESS, f'{code}: "x"') for code in codes]
    found = findings(told, "a.docx")
    assert [finding.problem.code for finding in found] == ["comment", "macros", "tracked-change", "label", "guess"]
