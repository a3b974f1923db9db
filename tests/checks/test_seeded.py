"""Faults put into clean texts by a seed are found; docs/benchmarks.md keeps the figures."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

import instrument
from instrument.checks import check
from instrument.concord import concord
from instrument.model import Instrument
from tests.checks.seeding import KINDS, Seeded, figure_changed, seed
from tests.corpus import needs_corpus, text

CLEAN = ("treaties/ccm-2008.en.txt", "treaties/ottawa-1997.en.txt", "multilingual/bbnj-2023/en.txt")
STAGES = ("final-draft", "second-draft")
IN_FRENCH = {"a figure changed in one language": figure_changed}


@cache
def _texts() -> tuple[Instrument, ...]:
    """Three adopted texts, and two stages of the sample: one without brackets, one full of them."""
    library = instrument.open("clauses")
    return (*map(text, CLEAN), *map(library.draft, STAGES))


@cache
def _told_of(clean: Instrument) -> frozenset[tuple[str, str, str, str]]:
    return frozenset((each.code, each.where.name, each.words, each.message) for each in check(clean, clean))


def _is_found(fault: Seeded) -> bool:
    """Whether a rule now says something new of the clause that has the fault, the clean text being its last draft."""
    return any(
        each.where.name.split("/")[0] == fault.clause
        and each.code != "definition-changed"
        and (each.code, each.where.name, each.words, each.message) not in _told_of(fault.clean)
        for each in check(fault.faulty, fault.clean)
    )


def _is_out_of_step(fault: Seeded) -> bool:
    """Whether the languages differ in the clause where they did not."""
    english = text("multilingual/bbnj-2023/en.txt")
    before, after = (
        Counter(each.message for each in concord((english, french)).differences)
        for french in (fault.clean, fault.faulty)
    )
    return bool(after - before)


def _found(count: int) -> tuple[Counter[str], Counter[str]]:
    """How many faults of each kind were put in, and how many of them are found."""
    put, found = Counter[str](), Counter[str]()
    in_french = count // 10
    for fault in seed(list(_texts()), KINDS, count - in_french):
        put[fault.kind] += 1
        found[fault.kind] += _is_found(fault)
    for fault in seed([text("multilingual/bbnj-2023/fr.txt")], IN_FRENCH, in_french):
        put[fault.kind] += 1
        found[fault.kind] += _is_out_of_step(fault)
    return put, found


@needs_corpus
def test_of_twenty_four_faults_nineteen_in_twenty_are_found() -> None:
    put, found = _found(24)
    assert found.total() >= 0.95 * put.total(), put - found


@needs_corpus
@pytest.mark.slow
def test_of_five_hundred_faults_nineteen_in_twenty_are_found() -> None:
    put, found = _found(500)
    for kind in put:
        print(f"{kind}: {found[kind]} of {put[kind]}")
    print(f"all: {found.total()} of {put.total()}")
    assert put.total() == 500 and found.total() >= 475, put - found
