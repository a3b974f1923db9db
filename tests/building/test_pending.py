"""Languages never mix: a proposal in another language says in a text that its translation is awaited, and where."""

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

import instrument
from instrument.building.compending import Wanted, compend
from instrument.building.registered import merge_proposals
from instrument.cli import group
from instrument.difference.comparison import changes_of
from instrument.library import Library
from instrument.library.recording import Issue
from instrument.model import Clause, Instrument, Kind, Provision, Run, plain, text
from instrument.problem import Severity
from instrument.proposals.life import Event, Step
from instrument.proposals.proposal import Proposal
from instrument.proposals.sponsors import Sponsor

SAMPLE = Path(__file__).parents[2] / "clauses"
WHEN = datetime(2026, 3, 12, 16, 10)


def edited(french: Instrument) -> Instrument:
    """The article on clearance with words put in, a paragraph put in and one taken out; an article put in behind."""
    clearance = french.clause("clearance")
    assert clearance is not None
    provisions = [*clearance.provisions]
    provisions[0] = replace(provisions[0], text=text(Run("Sans délai, "), *provisions[0].text))
    provisions = [each for each in provisions if each.anchor != "standards"]
    provisions.insert(4, Provision(0, "1 bis.", text("Ces mots sont nouveaux.")))
    zones = Clause("zones", Kind.ARTICLE, "Article 4 bis", text("Zones"), (Provision(0, "1.", text("Des mots.")),))
    clauses = [replace(each, provisions=tuple(provisions)) if each.id == "clearance" else each for each in french]
    place = next(at for at, each in enumerate(clauses) if each.id == "clearance") + 1
    return french.with_clauses((*clauses[:place], zones, *clauses[place:]))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """The sample with a proposal in French on its second draft, DC/2026/P/18."""
    shutil.copytree(SAMPLE, tmp_path / "clauses")
    library = instrument.open(tmp_path / "clauses")
    french = library.draft("second-draft.fr")
    proposal = Proposal(
        "À l’article 4, voir le texte joint.", "second-draft", (Sponsor("Delegation A", WHEN),),
        (Step(Event.RECEIVED, WHEN, "Delegation A", channel="e-mail"),), language="fr",
        changes=changes_of(french, edited(french)),
    )  # fmt: skip
    library.receive(proposal, "a-en-francais")
    library.issue("a-en-francais", Issue(WHEN, "Secretariat"))
    return library


def words_of(instrument: Instrument, id: str) -> list[str]:
    clause = instrument.clause(id)
    assert clause is not None
    return [plain(each.text) for each in clause.provisions]


def test_a_rolling_text_says_where_a_translation_is_awaited_and_names_the_proposal(library: Library) -> None:
    merged = merge_proposals(library, "second-draft", ["DC/2026/P/18"])
    rolling = merged.value.text
    clearance = words_of(rolling, "clearance")
    assert clearance[0].endswith("[translation pending]")
    assert clearance[4] == "translation pending]"
    standards = next(each for each in clearance if "standards" in each)
    assert standards.endswith("[translation pending]")
    zones = rolling.clause("zones")
    assert zones is not None and plain(zones.heading).endswith("translation pending]")
    assert not any("mots" in plain(words) for clause in rolling for words in clause.texts)
    (problem,) = merged.problems
    assert (problem.code, problem.where.name, problem.severity) == (
        "translation-pending", "DC/2026/P/18", Severity.ERROR,
    )  # fmt: skip
    assert problem.words == "À l’article 4, voir le texte joint."


def test_without_the_brackets_of_a_proposal_in_another_language_the_text_is_as_it_was(library: Library) -> None:
    merged = merge_proposals(library, "second-draft", ["DC/2026/P/18"]).value
    assert merged.resolved(None).clauses == library.draft("second-draft").clauses


def test_in_its_own_language_a_proposal_is_merged_as_it_is(library: Library) -> None:
    merged = merge_proposals(library, "second-draft.fr", ["DC/2026/P/18"])
    clearance = words_of(merged.value.text, "clearance")
    assert any(words.startswith("[Sans délai, ]") for words in clearance)
    assert "translation-pending" not in [each.code for each in merged.problems]


def test_a_compendium_says_the_same_under_each_provision(library: Library) -> None:
    read = compend(library, "second-draft", Wanted())
    told = [
        inline.chars
        for block in read.value.blocks
        for inline in getattr(block, "inlines", ())
        if "translation pending" in getattr(inline, "chars", "")
    ]
    assert len(told) == 4
    (problem,) = [each for each in read.problems if each.code == "translation-pending"]
    assert (problem.where.name, problem.severity) == ("DC/2026/P/18", Severity.WARNING)


def test_a_compendium_by_delegation_has_the_words_as_submitted_with_what_is_awaited(library: Library) -> None:
    out = library.path / "compendium.md"
    words = ["-C", str(library.path.parent), "compendium", "second-draft", "--by", "delegations", "-o", str(out)]
    assert CliRunner().invoke(group, words).exit_code == 0
    page = out.read_text(encoding="utf-8")
    assert page.index("translation pending") < page.index("voir le texte joint")
