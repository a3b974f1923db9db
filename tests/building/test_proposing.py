"""What a delegation sends becomes a proposal: an edited Word file, an edited clause, instructions in prose."""

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

import instrument
from instrument.building.instructing import check_words
from instrument.building.proposing import Sent, Taken, propose
from instrument.changes import apply
from instrument.formats import docx
from instrument.instructions import amend
from instrument.library import Library
from instrument.papers.draft import draft
from instrument.problem import Misuse, Read

ROOT = Path(__file__).parents[2]
SENT = Sent("Delegation A", "final-draft", datetime(2026, 4, 22, 9), channel="e-mail")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    shutil.copytree(ROOT / "clauses", tmp_path / "clauses")
    return instrument.open(tmp_path / "clauses")


def sent(library: Library, name: str, data: str | bytes) -> Read[Taken]:
    path = library.path.parent / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return propose(library, str(path), SENT)


def test_instructions_in_prose_are_carried_out_and_kept_as_received(library: Library) -> None:
    text = library.draft("final-draft")
    article = text.clause("risk-education")
    assert article is not None
    letter = f"In {article.label.lower()}, delete paragraph 1.\n\nRationale: it is said elsewhere."
    read = sent(library, "letter.txt", letter)
    assert read.value.is_whole
    proposal = library.proposal(read.value.name)
    assert proposal.words == letter
    assert proposal.changes is not None
    amended = apply(proposal.changes, text).clause("risk-education")
    assert amended is not None
    assert len(amended.provisions) < len(article.provisions)


def test_words_that_are_not_understood_are_kept_and_nothing_is_recorded_of_what_they_do(library: Library) -> None:
    read = sent(library, "letter.txt", "In article 1, paragraph 1, replace “sharks” with “dolphins”.")
    assert not read.value.is_whole
    assert library.proposal(read.value.name).changes is None
    assert "no-such-words" in {problem.code for problem in read.problems}


def test_of_a_letter_that_is_understood_in_part_nothing_is_recorded(library: Library) -> None:
    """Half of what a delegation asked for is not its proposal."""
    letter = "In article 3, delete paragraph 1.\n\nIn article 1, paragraph 1, replace “sharks” with “dolphins”."
    read = sent(library, "letter.txt", letter)
    assert not read.value.is_whole
    assert library.proposal(read.value.name).changes is None
    assert library.proposal(read.value.name).words == letter


def test_a_silently_edited_copy_in_word_becomes_its_changes_by_the_delegation(library: Library) -> None:
    base = library.draft("final-draft")
    edited = base.with_clauses(clause for clause in base if clause.id != "risk-education")
    read = sent(library, "returned.docx", docx.write(draft(edited).value))
    proposal = library.proposal(read.value.name)
    assert proposal.mover == "Delegation A"
    assert proposal.changes is not None
    assert "risk-education" in proposal.clauses
    assert proposal.source.startswith("returned.docx (SHA-256 ")
    assert amend(base, proposal.words).instrument == apply(proposal.changes, base)


def test_a_copy_of_another_stage_is_refused_for_its_differences_are_not_the_delegations(library: Library) -> None:
    base = library.draft("first-draft")
    edited = base.with_clauses(clause for clause in base if clause.id != "cooperation")
    with pytest.raises(Misuse, match="was made from first-draft, not from final-draft"):
        sent(library, "returned.docx", docx.write(draft(edited).value))


def test_a_tracked_copy_is_the_delegations_whoever_word_says_tracked_it(library: Library) -> None:
    base = library.draft("final-draft")
    edited = base.with_clauses(clause for clause in base if clause.id != "risk-education")
    old, new = (docx.write(draft(text).value) for text in (base, edited))
    tracked = docx.revise(old, new, author="J. Smith", date="2026-04-22T08:00:00Z").value.data
    read = sent(library, "returned.docx", tracked)
    assert library.proposal(read.value.name).mover == "Delegation A"
    assert "Smith" not in library.register.find(read.value.name).path.read_text(encoding="utf-8")


def test_a_copy_that_changes_nothing_is_refused_and_nothing_is_written(library: Library) -> None:
    before = sorted((library.path / "proposals").iterdir())
    with pytest.raises(Misuse, match="changes nothing in final-draft"):
        sent(library, "returned.docx", docx.write(draft(library.draft("final-draft")).value))
    assert sorted((library.path / "proposals").iterdir()) == before


def test_a_delegation_that_is_not_known_is_refused_with_those_that_are(library: Library) -> None:
    (library.path.parent / "letter.txt").write_text("Delete article 3.", encoding="utf-8")
    with pytest.raises(Misuse, match="is no delegation and no group here"):
        propose(library, str(library.path.parent / "letter.txt"), Sent("Atlantis", "final-draft", SENT.at))


SUB = """\
Sub-amendment to DC/2026/P/7:

In article 5, paragraph 1 bis, replace "the same assistance" with "such assistance".
In article 3, paragraph 4, replace "five years" with "four years".
"""


@pytest.mark.parametrize("against", ["first-draft", "DC/2026/P/7"])
def test_what_stands_below_the_name_of_a_proposal_is_done_to_the_text_it_makes(library: Library, against: str) -> None:
    path = library.path.parent / "sub.txt"
    path.write_text(SUB, encoding="utf-8")
    read = propose(library, str(path), replace(SENT, against=against))
    assert read.value.is_whole
    assert read.value.proposal.against == against
    changes = read.value.proposal.changes
    assert changes is not None
    amended = apply(changes, library.base_of(read.value.proposal)).clause("victim-assistance")
    assert amended is not None
    assert "A State Party shall provide such assistance to victims" in str(amended)
    assert check_words(library) == ()


def test_the_sub_amendment_of_the_sample_is_read_as_it_was_recorded(library: Library) -> None:
    assert check_words(library) == ()


def test_words_that_do_something_else_than_the_changes_on_record_are_an_error(library: Library) -> None:
    path = library.path / "proposals" / "d-verification.proposal"
    source = path.read_text(encoding="utf-8")
    lines = [line for line in source.split("\n") if not line.startswith("hash")]
    path.write_text("\n".join(lines).replace("In article", "In article 1, delete paragraph 1. In article", 1), "utf-8")
    (problem,) = check_words(instrument.open(library.path))
    assert problem.code == "words-disagree"
