"""The tree, the addresses, and what they name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from instrument.model import Clause, Footnote, Instrument, Note, Provision, text
from instrument.outline import addresses, excerpt, parents, resolve, roles
from instrument.problem import Misuse
from tests import strategies

CLEARANCE = Clause(
    "clearance",
    label="Article 4",
    heading=text("Clearance"),
    provisions=(
        Provision(0, "1.", text("Each State Party shall:")),
        Provision(1, "(a)", text("survey;")),
        Provision(1, "(b)", text("clear,")),
        Provision(1, "", text("and shall report.")),
        Provision(0, "1 bis.", text("First.")),
        Provision(0, "[1 bis.", text("Second.]")),
        Provision(0, "", text("For the purposes of this article:")),
        Provision(1, "2.", text("a “remnant” is …")),
    ),
    notes=(Footnote("1", text("Agreed.")),),
)
INSTRUMENT = Instrument((CLEARANCE,))


def test_the_tree_is_read_from_the_depths() -> None:
    assert parents(CLEARANCE.provisions) == [None, 0, 0, 0, None, None, None, 6]
    assert roles(CLEARANCE.provisions)[:4] == ["chapeau", "item", "item", "closing"]


def test_every_provision_has_the_address_a_person_would_say() -> None:
    assert addresses(CLEARANCE) == (
        "clearance/1", "clearance/1/a", "clearance/1/b", "clearance/1/closing", "clearance/1 bis~1",
        "clearance/1 bis~2", "clearance/~1", "clearance/2",
    )  # fmt: skip


def test_provisions_whose_labels_clash_have_addresses_of_their_own() -> None:
    labels = ("2.", "2.", "2.3..74.5.", "2.3..74.5.", "2.3..74.5_2", "3a bis", "(א)", "(三)")
    found = addresses(Clause("x", provisions=tuple(Provision(0, label) for label in labels)))
    assert len(set(found)) == len(labels)
    assert found[:2] + found[5:] == ("x/2~1", "x/2~2", "x/3a bis", "x/א", "x/三")


def test_recitals_are_counted() -> None:
    preamble = Clause("preamble", provisions=(Provision(), Provision(), Provision()))
    assert addresses(preamble) == ("preamble/~1", "preamble/~2", "preamble/~3")


@pytest.mark.parametrize(
    ("address", "part", "index"),
    [("clearance", "clause", 0), ("clearance/heading", "heading", 0), ("clearance/note/1", "note", 0),
     ("clearance/1/chapeau", "chapeau", 0), ("clearance/1/closing", "provision", 3),
     ("clearance/~1/2", "provision", 7)],
)  # fmt: skip
def test_an_address_names_a_clause_or_a_part_of_it(address: str, part: str, index: int) -> None:
    place = resolve(INSTRUMENT, address)
    assert (place.part, place.index) == (part, index)


def test_an_ambiguous_address_is_refused_with_the_candidates() -> None:
    with pytest.raises(Misuse, match="names 2 provisions: clearance/1 bis~1, clearance/1 bis~2; say which"):
        resolve(INSTRUMENT, "clearance/1 bis")


@pytest.mark.parametrize("address", ["clearing/1", "clearance/9", "clearance/note/7", "clearance/1/c"])
def test_an_address_of_nothing_is_refused_with_what_there_is(address: str) -> None:
    with pytest.raises(Misuse, match="clearance"):
        resolve(INSTRUMENT, address)


def test_an_excerpt_brings_everything_below_the_place() -> None:
    assert [p.label for p in excerpt(resolve(INSTRUMENT, "clearance/1")).provisions] == ["1.", "(a)", "(b)", ""]
    assert [p.label for p in excerpt(resolve(INSTRUMENT, "clearance/1/chapeau")).provisions] == ["1."]
    assert excerpt(resolve(INSTRUMENT, "clearance/heading")).provisions == ()


def test_an_excerpt_brings_the_notes_it_marks_and_a_note_stands_alone() -> None:
    noted = replace(CLEARANCE, provisions=(Provision(0, "1.", text("x", Note("1"))), Provision(0, "2.", text("y"))))
    assert excerpt(resolve(Instrument((noted,)), "clearance/1")).notes == CLEARANCE.notes
    assert excerpt(resolve(Instrument((noted,)), "clearance/2")).notes == ()
    assert excerpt(resolve(INSTRUMENT, "clearance/note/1")).provisions == (Provision(text=text("Agreed.")),)


@given(strategies.clauses())
def test_addresses_are_unique_in_a_clause(clause: Clause) -> None:
    found = addresses(clause)
    assert len(set(found)) == len(clause.provisions)
