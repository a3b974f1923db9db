"""What a document says its square brackets mean, and that each of them then says it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given

import instrument
from instrument.brackets import BracketKind, count, resolve, scan, walk
from instrument.brackets.declaring import declare
from instrument.brackets.legend import legends, look, meanings
from instrument.cli import group
from instrument.formats import clause as clause_format
from instrument.formats import docx, html
from instrument.formats.docx.reading.held import reprinted
from instrument.model import Clause, Footnote, Holders, Instrument, Mark, Provision, Run, Text, plain, text
from instrument.papers.draft import draft
from instrument.papers.house import HOUSES, print_holders
from instrument.problem import Severity
from tests.strategies import instruments

DELETION = "Text in square brackets is proposed for deletion."


def said(*lines: str | Text) -> Instrument:
    provisions = tuple(Provision(text=text(line) if isinstance(line, str) else line) for line in lines)
    return Instrument((Clause("use", label="Article 1", provisions=provisions),))


def statuses(given: Instrument) -> list[str]:
    brackets = (bracket for clause in given for bracket in walk(scan(clause).brackets))
    return [bracket.holders.status if bracket.holders else "" for bracket in brackets]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[ ] indicates text not agreed", {"contested"}),
        ("Text in square brackets has not been agreed.", {"contested"}),
        ("Le texte entre crochets n’a pas été approuvé.", {"contested"}),
        ("Text in square brackets is proposed for deletion.", {"deletion"}),
        ("Proposed deletions are shown in [brackets].", {"deletion"}),
        ("Words between brackets are to be deleted.", {"deletion"}),
        ("Mots entre crochets : suppression proposée.", {"deletion"}),
        ("Bracketed words in brackets are not agreed or to be deleted.", {"contested", "deletion"}),
        ("The paragraph is to be deleted.", set()),
        ("The bracket holds the shelf.", set()),
    ],
)
def test_a_legend_is_understood(sentence: str, expected: set[str]) -> None:
    assert meanings(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Text in square brackets is not agreed.", "square"),
        ("Text in bold brackets is not agreed.", "bold"),
        ("Texte entre crochets en gras", "bold"),
        ("Text in [[double brackets]] is not agreed.", "double"),
        ("Texto entre corchetes en cursiva", "italic"),
        ("Text in curly brackets is to be deleted.", "other"),
        ("Words in brackets marked “proposed for deletion” may go.", "other"),
    ],
)
def test_which_brackets_a_legend_speaks_of(sentence: str, expected: str) -> None:
    assert look(sentence) == expected


def test_a_legend_is_found_where_it_stands_in_a_note_too() -> None:
    noted = Clause("use", notes=(Footnote("1", text("Text in brackets is proposed for deletion.")),))
    legend = Clause("title", provisions=(Provision(text=text("[ ] indicates text not agreed.")),))
    found = [(*sorted(each.meanings), str(each.where)) for each in legends(Instrument((legend, noted)))]
    assert found == [("contested", "title/~1:1"), ("deletion", "use/note/1:1")]


def test_each_bracket_has_the_meaning_that_its_document_declares() -> None:
    read = declare(said(DELETION, "It [soon [and well]] ends", "[at once]."))
    assert statuses(read.value) == ["deletion"] * 3
    (told,) = read.problems
    assert (told.code, told.severity, str(told.where)) == ("brackets-mean-deletion", Severity.INFO, "use/~1:1")
    assert "3 brackets have the status “deletion”" in told.message


def test_a_document_that_says_they_are_not_agreed_is_as_it_was() -> None:
    given = said("Text in square brackets is not agreed.", "It [soon] ends.")
    assert declare(given).value == given
    assert [each.code for each in declare(given).problems] == ["bracket-legend"]


def test_the_brackets_that_a_legend_shows_are_no_words_to_be_deleted() -> None:
    read = declare(said("[ ] indicates text proposed for deletion.", "It [soon] ends."))
    assert statuses(read.value) == ["", "deletion"]


def test_holders_that_were_named_stay_with_the_status() -> None:
    given = said(DELETION, text("It [soon]", Holders(against=("Delegation A",)), " ends."))
    (held,) = (atom for atom in declare(given).value.clauses[0].provisions[1].text if isinstance(atom, Holders))
    assert held == Holders(against=("Delegation A",), status="deletion")


def test_two_looks_may_have_two_meanings() -> None:
    bold = frozenset({Mark.BOLD})
    given = said(
        "Text in square brackets is not agreed; text in bold brackets is proposed for deletion.",
        text("It [soon] ends ", Run("[", bold), "at once", Run("]", bold), "."),
    )
    assert statuses(declare(given).value) == ["", "deletion"]
    doubled = said(
        "Text in brackets is proposed for deletion, and text in [[double brackets]] is not agreed.", "A [b] [[c]]."
    )
    assert statuses(declare(doubled).value)[2:] == ["deletion", "", ""]


def test_two_meanings_for_the_same_brackets_are_refused_and_both_named() -> None:
    given = said(DELETION, "Words between brackets are not agreed.", "It [soon] ends.")
    read = declare(given)
    assert read.value == given
    (refused,) = read.problems
    assert (refused.code, str(refused.where)) == ("brackets-mean-two-things", "use/~1:1")
    assert "“Text in square brackets is proposed for deletion.”" in refused.message
    assert "“Words between brackets are not agreed.” in use/~2:1" in refused.message


def test_other_brackets_than_square_ones_mean_nothing_for_these() -> None:
    given = said("Text in curly brackets is proposed for deletion.", "It [soon] ends.")
    assert declare(given).value == given


def test_a_bracket_that_cannot_say_so_is_named() -> None:
    closing = Provision(0, "[1.]", text("It [soon]", Holders(status="agreed"), " ends."))
    given = Instrument((Clause("use", provisions=(Provision(text=text(DELETION)), closing)),))
    problems = [each for each in declare(given).problems if each.code == "deletion-unmarked"]
    assert [str(each.where) for each in problems] == ["use/1:1", "use/1:4"]


def test_the_status_is_counted_and_decides_what_nobody_touched() -> None:
    given = declare(said(DELETION, "It [soon] ends.")).value
    assert count(given.clauses[0]).kinds[BracketKind.DELETION] == 1
    assert plain(resolve(given, None).value.clauses[0].provisions[1].text) == "It soon ends."
    named = resolve(given, "Delegation A")
    assert "[soon]" in plain(named.value.clauses[0].provisions[1].text)
    assert [each.code for each in named.problems] == ["undecided-bracket"]


def test_who_wants_the_words_out_has_them_out_and_all_others_keep_them() -> None:
    given = said(text("It [soon]", Holders(against=("Delegation A",), status="deletion"), " ends."))
    texts = [
        plain(resolve(given, name).value.clauses[0].provisions[0].text) for name in ("Delegation A", "Delegation B")
    ]
    assert texts == ["It ends.", "It soon ends."]


@given(instruments())
def test_a_meaning_changes_no_character_and_no_other_bracket(given: Instrument) -> None:
    legend = Clause("legend", provisions=(Provision(text=text(DELETION)),))
    read = declare(given.with_clauses((legend, *given)))
    for before, after in zip((legend, *given), read.value, strict=True):
        assert [plain(words) for words in after.texts] == [plain(words) for words in before.texts]
        assert len(list(walk(scan(after).brackets))) == len(list(walk(scan(before).brackets)))


@pytest.mark.parametrize("holders", ["inline", "footnotes", "none"])
def test_a_page_says_it_and_is_read_again(holders: str) -> None:
    given = declare(said(DELETION, "It [soon] ends, [at once].")).value
    paper = draft(given, holders=holders).value
    page = html.write(paper).decode()
    assert page.count("proposed for deletion") >= 2
    assert "Text in square brackets has not been agreed." not in page
    assert [one.clauses[0].provisions[1] for one in (docx.read(docx.write(paper), "x.docx").value, given)].count(
        given.clauses[0].provisions[1]
    ) == 2


def test_a_clause_file_says_it_and_is_read_again() -> None:
    given = declare(said(DELETION, "It [soon] ends.")).value
    line = clause_format.write(given.clauses[0])
    assert '[soon]{status="deletion"}' in line
    assert clause_format.read(line, "use.clause", "use").value.clause == given.clauses[0]


@pytest.mark.parametrize("language", HOUSES)
def test_the_words_on_the_page_are_the_status_in_every_language(language: str) -> None:
    held = Holders(status="deletion")
    assert reprinted(HOUSES[language].holders.format(print_holders(held, HOUSES[language]))) == held


def test_an_import_gives_the_brackets_their_meaning(tmp_path: Path) -> None:
    source = tmp_path / "draft.txt"
    lines = ["Convention on Rivers", DELETION, "Article 1", "1. It [soon] ends."]
    source.write_text("\n\n".join(lines))
    done = CliRunner().invoke(group, ["-C", str(tmp_path), "import", str(source), "--stage", "first"])
    assert done.exit_code == 0
    assert "brackets-mean-deletion" in done.output
    read = instrument.open(tmp_path / "clauses").draft("first")
    assert statuses(read) == ["deletion"]
