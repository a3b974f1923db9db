"""The base text and what is proposed side by side: every reading with all who propose it, and nothing left out."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from instrument.building import render
from instrument.difference.comparison import changes_of, diff
from instrument.difference.weaving import Did
from instrument.formats.docx.lint import lint
from instrument.formats.docx.parts.opened import opened
from instrument.model import Clause, Footnote, Instrument, Note, Provision, Run, text
from instrument.paper import Paper, Table
from instrument.papers.comparative import comparative
from instrument.papers.compendium import Submission
from tests import edits
from tests.papers.test_compendium import (
    BASE,
    EACH_YEAR,
    HELD,
    MAY,
    MAY_TOO,
    NINE,
    THIRD,
    YEARLY,
    lines,
    proposal,
    said,
)  # fmt: skip

TWICE = proposal("Delegation F", "No State shall use them.", "Each State shall report twice.")
NEVER = proposal("Delegation G", "No State shall use them.", "No State shall report.")


def rows(paper: Paper) -> list[list[list[str]]]:
    """The tables of a paper row by row, each cell as its lines."""
    tables = [block for block in paper.blocks if isinstance(block, Table)]
    return [[list(map(said, cell)) for cell in row] for table in tables for row in table.rows]


def test_the_base_stands_beside_what_is_proposed() -> None:
    assert rows(comparative(BASE, [MAY])) == [
        [["Base text"], ["Proposals"]],
        [
            ["Article 1, paragraph 1:", "1. No State shall use them."],
            ["Delegation A (DC/A):", "1. No State [-shall-]{+may+} use them."],
        ],
    ]


def test_what_nobody_touches_is_no_row() -> None:
    assert not any("Each State shall report" in line for line in lines(comparative(BASE, [MAY])))


def test_the_same_reading_has_one_column_and_names_all_who_propose_it() -> None:
    row = rows(comparative(BASE, [MAY, MAY_TOO]))[1]
    assert len(row) == 2
    assert row[1][0] == "Delegation A (DC/A); Delegation B (DC/B):"


def test_each_other_reading_has_a_column_of_its_own() -> None:
    row = rows(comparative(BASE, [YEARLY, EACH_YEAR, TWICE]))[1]
    assert [cell[0] for cell in row[1:]] == ["Delegation C (DC/C):", "Delegation D (DC/D):", "Delegation F (DC/F):"]


def test_a_proposal_keeps_its_column_from_row_to_row() -> None:
    both = proposal("Delegation H", "States shall not use them.", "Each State shall report at once.")
    found = rows(comparative(BASE, [MAY, both, YEARLY]))
    assert [cell[0] for cell in found[1][1:]] == ["Delegation A (DC/A):", "Delegation H (DC/H):"]
    assert [cell[0] for cell in found[2][1:]] == ["Delegation C (DC/C):", "Delegation H (DC/H):"]


def test_more_than_four_columns_stand_under_one_another_and_the_page_says_so() -> None:
    paper = comparative(BASE, [YEARLY, EACH_YEAR, TWICE, NEVER])
    assert any("they stand under one another" in line for line in lines(paper))
    (_, row) = rows(paper)
    assert len(row) == 2
    assert [line for line in row[1] if line.endswith("):")] == [
        "Delegation C (DC/C):", "Delegation D (DC/D):", "Delegation F (DC/F):", "Delegation G (DC/G):",
    ]  # fmt: skip


def test_four_columns_are_not_broken_and_nothing_is_said() -> None:
    assert not any("under one another" in line for line in lines(comparative(BASE, [YEARLY, EACH_YEAR, TWICE])))


def test_beside_a_new_paragraph_stands_what_it_follows() -> None:
    assert rows(comparative(BASE, [THIRD]))[1] == [
        ["New, after article 1, paragraph 2"],
        ["Delegation E (DC/E):", "{+3.+}{+\t+}{+Reports are public.+}"],
    ]


def test_several_new_articles_of_one_proposal_stand_in_one_cell() -> None:
    new = tuple(
        Clause(id, heading=text(id.title()), provisions=(Provision(0, "1.", text(id)),)) for id in ("aid", "law")
    )
    mine = Submission("DC/1", ("Delegation A",), NINE, "x", changes_of(BASE, Instrument((*BASE.clauses, *new))))
    first = Submission("DC/2", ("Delegation B",), NINE, "x", changes_of(BASE, Instrument((*BASE.clauses, new[0]))))
    (_, row) = rows(comparative(BASE, [mine, first]))
    assert [cell[0] for cell in row[1:]] == ["Delegation A (DC/1):", "Delegation B (DC/2):"]
    assert "law" in " ".join(row[1])
    assert "law" not in " ".join(row[2])


def test_words_whose_changes_nobody_recorded_stand_below_as_received() -> None:
    found = lines(comparative(BASE, [Submission("DC/9", ("Delegation A",), NINE, "Article 1: too strong.")]))
    assert found[-2:] == ["Delegation A (DC/9):", "Article 1: too strong."]


def test_the_page_is_landscape_and_says_up_to_when_it_goes() -> None:
    paper = comparative(BASE, [MAY], until=datetime(2026, 2, 12, 22))
    assert paper.layout.landscape
    assert "received as of 12 February 2026, 22:00" in " ".join(lines(paper))


def test_a_table_of_a_french_text_speaks_french() -> None:
    assert comparative(Instrument(BASE.clauses, "fr"), []).title == "Tableau comparatif des propositions"


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".txt"])
def test_without_attribution_no_delegation_is_named_anywhere_in_the_file(ending: str) -> None:
    held = (Clause("use", label="Article 1", provisions=(Provision(0, "1.", HELD),)),)
    changed = (Clause("use", label="Article 1", provisions=(Provision(0, "1.", (*HELD, *text(" Reports."))),)),)
    changes = changes_of(Instrument(held), Instrument(changed))
    mine = Submission("DC/DelegationA/1", ("Delegation A",), NINE, "By Delegation A", changes, "We, Delegation A, ask.")
    paper = comparative(Instrument(held), [mine], attributed=False)
    assert "Proposal 1:" in " ".join(lines(paper))
    data = render(paper, ending).value
    parts = opened(data, "c.docx").parts.values() if ending == ".docx" else [data]
    assert not any(b"Delegation" in part for part in parts)


def test_a_text_with_footnotes_has_a_table_in_word() -> None:
    def noted(words: str, note: str) -> Instrument:
        row = Provision(0, "1.", text(words, Note("1")))
        return Instrument((Clause("use", provisions=(row,), notes=(Footnote("1", text(note)),)),))

    base = noted("No State shall", "Since 2026.")
    mine = Submission("DC/1", ("Delegation A",), NINE, "x", changes_of(base, noted("No State may", "Since 2027.")))
    paper = comparative(base, [mine])
    assert any("Since [-2026-]{+2027+}." in line for line in lines(paper))
    assert lint(render(paper, ".docx").value) == ()


def several(base: Instrument) -> st.SearchStrategy[tuple[Instrument, list[Instrument]]]:
    """A base and what some delegations make of it."""
    made = st.lists(edits.edited(base).map(lambda found: found[0]), min_size=1, max_size=5)
    return made.map(lambda results: (base, results))


@settings(max_examples=25)
@given(edits.instruments().flatmap(several), st.booleans())
def test_no_proposed_word_is_missing_from_the_table(
    made: tuple[Instrument, list[Instrument]], attributed: bool
) -> None:
    base, results = made
    given_ = [
        Submission(f"DC/{at}", (f"Delegation {at}",), NINE, "x", changes_of(base, result))
        for at, result in enumerate(results)
    ]
    paper = comparative(base, given_, attributed=attributed)
    found = "".join(lines(paper))
    for at, result in enumerate(results):
        compared = list(diff(base, result))
        if compared and attributed:
            assert f"Delegation {at} (DC/{at})" in found
        for line in compared:
            for piece in line.pieces:
                if piece.did is not Did.KEPT:
                    words = [word for atom in piece.text if isinstance(atom, Run) for word in atom.chars.split()]
                    assert all(word in found for word in words)
    assert lint(render(paper, ".docx").value) == ()
