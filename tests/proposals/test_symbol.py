"""Symbols are read and printed alike, stand in one order, and name files that never clash in silence."""

import re

import pytest
from hypothesis import given

from instrument.problem import Misuse
from instrument.proposals import symbol
from instrument.proposals.symbol import Relation
from tests import records

REAL = (
    "CCM/12", "CCM/12*", "CCM/12/Add.1", "CCM/12/Corr.1", "CCM/12/Rev.1", "CCM/12/Rev.1/Add.1", "CCM/12/Rev.2",
    "CCM/CRP.3", "A/CONF.232/2022/L.5*", "A/C.3/45/L.12/Rev.2", "DC/2026/CRP/1", "TRANS/WP.15/AC.2/17", "MSC 107/3/1",
    "ECE/TRANS/WP.15/2024/3/Amend.1", "CCW/GGE.1/2019/WP.7**",
)  # fmt: skip


@pytest.mark.parametrize("written", REAL)
def test_a_symbol_is_printed_as_it_was_read(written: str) -> None:
    assert str(symbol.parse(written)) == written


@given(records.SYMBOLS)
def test_any_symbol_is_read_as_it_was_printed(any_symbol: symbol.Symbol) -> None:
    assert symbol.parse(str(any_symbol)) == any_symbol
    assert symbol.parse_series(str(any_symbol.series)) == any_symbol.series
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", any_symbol.slug)


@given(records.SYMBOLS, records.SYMBOLS, records.SYMBOLS)
def test_symbols_stand_in_one_order(one: symbol.Symbol, two: symbol.Symbol, three: symbol.Symbol) -> None:
    assert (one < two) + (two < one) + (one == two) == 1
    assert not (one < two and two < three) or one < three


def test_a_register_is_in_the_order_of_numbers_and_relations() -> None:
    wanted = ["CCM/2", "CCM/12", "CCM/12*", "CCM/12/Add.1", "CCM/12/Corr.1", "CCM/12/Rev.1", "CCM/12/Rev.1/Add.1"]
    wanted += ["CCM/CRP.3", "CCM2/1", "CCM10/1"]
    assert [str(one) for one in sorted(symbol.parse(written) for written in reversed(wanted))] == wanted


@pytest.mark.parametrize(
    ("written", "parent", "relation"),
    [
        ("CCM/12", None, Relation.ORIGINAL),
        ("CCM/12*", "CCM/12", Relation.REISSUE),
        ("CCM/12/Rev.1*", "CCM/12/Rev.1", Relation.REISSUE),
        ("CCM/12/Add.1", "CCM/12", Relation.ADDENDUM),
        ("CCM/12/Corr.2", "CCM/12", Relation.CORRIGENDUM),
        ("CCM/12/Add.1/Rev.1", "CCM/12/Add.1", Relation.REVISION),
    ],
)
def test_a_symbol_says_what_it_is_to_its_parent(written: str, parent: str | None, relation: Relation) -> None:
    read = symbol.parse(written)
    assert (str(read.parent) if read.parent else None, read.relation) == (parent, relation)


@pytest.mark.parametrize(
    ("later", "earlier", "does"),
    [
        ("CCM/12/Rev.1", "CCM/12", True),
        ("CCM/12/Rev.2", "CCM/12", True),
        ("CCM/12/Rev.2", "CCM/12/Rev.1", True),
        ("CCM/12/Rev.1", "CCM/12/Rev.2", False),
        ("CCM/12/Rev.1*", "CCM/12", True),
        ("CCM/12*", "CCM/12", True),
        ("CCM/12/Add.1", "CCM/12", False),
        ("CCM/12/Corr.1", "CCM/12", False),
        ("CCM/13/Rev.1", "CCM/12", False),
    ],
)
def test_a_revision_and_a_reissue_replace_an_addendum_adds(later: str, earlier: str, does: bool) -> None:
    assert symbol.parse(later).replaces(symbol.parse(earlier)) is does


@pytest.mark.parametrize(
    "written", ["", "CCM", "CCM/", "12", "CCM/012", "CCM/12/Rev", "CCM/12/Rev.0", "CCM/12 ", "/12"]
)
def test_what_is_no_symbol_is_refused_with_examples(written: str) -> None:
    with pytest.raises(Misuse, match=re.escape(f'"{written}" is no document symbol; write one such as CCM/12')):
        symbol.parse(written)


@pytest.mark.parametrize("written", ["CCM", "", "CCM/12", "CCM/12/Rev."])
def test_what_begins_no_symbol_is_no_series(written: str) -> None:
    with pytest.raises(Misuse, match="begins no document symbol"):
        symbol.parse_series(written)
