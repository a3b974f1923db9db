"""What brackets are for, and how many there are."""

from __future__ import annotations

from collections import Counter

import pytest

from instrument.brackets import BracketKind, compare, count, kind, scan, walk
from instrument.brackets.reading import Point
from instrument.formats import clause as clause_format
from instrument.model import Clause, Instrument, length
from tests.corpus import needs_corpus, text


def clause(source: str) -> Clause:
    return clause_format.read(source, "use.clause", "use").value.clause


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[shall]", "plain"),
        ("[shall]{by=A alt=1} ", "alternative"),
        ("[shall / should / may]", "alternative"),
        ("[shall/should]", "alternative"),
        ("[and/or]", "plain"),
        ("[decision 1/CP.17]", "plain"),
        ("[Option 1: No State]", "option"),
        ("[Alt. 2 No State]", "option"),
        ("[optional]", "plain"),
        ("[XX]", "placeholder"),
        ("[X]", "placeholder"),
        ("[date]", "placeholder"),
        ("[to be completed]", "placeholder"),
        ("[paragraph to be inserted later]", "placeholder"),
        ("[...]", "empty"),
        ("[…]", "empty"),
        ("[ ]", "empty"),
        ("[]", "empty"),
    ],
)
def test_a_bracket_is_read_as_documents_write_it(source: str, expected: str) -> None:
    read = clause(f"States {source}.")
    assert [kind(read, bracket).value for bracket in scan(read).brackets] == [expected]


def test_a_bracketed_option_over_a_label_is_an_option() -> None:
    read = clause("[Option 1: Use ends.]\n[Option 2: Use goes on.]")
    assert [kind(read, bracket) for bracket in scan(read).brackets] == [BracketKind.OPTION] * 2
    assert count(read).options == 2


def test_counts_stand_side_by_side_stage_by_stage() -> None:
    first, second = Instrument((clause("[a [b]] c]"),)), Instrument((clause("a"),))
    (row,) = compare([first, second, Instrument()])
    counts = [(each.brackets, each.loose) if each is not None else None for each in row.counts]
    assert (row.clause, counts) == ("use", [(2, 1), (0, 0), None])


@needs_corpus
@pytest.mark.slow
@pytest.mark.parametrize(
    ("draft", "pairs", "loose"),
    [
        ("2015-10-23", 1016, {"] at the end": 8, "] inside": 2, "[ at the beginning": 3, "[ inside": 6}),
        ("2015-12-04", 1011, {"] at the end": 10, "] inside": 2, "[ at the beginning": 3, "[ inside": 6}),
        ("2015-12-12", 0, {}),
        ("2016-01-29", 0, {}),
    ],
)  # fmt: skip
def test_the_drafts_of_a_real_agreement(draft: str, pairs: int, loose: dict[str, int]) -> None:
    """How many brackets find their partner, and where those stand that have none: docs/brackets.md says why."""
    read = text(f"drafts/paris-agreement/{draft}.md")
    found = Counter[str]()
    for each in read:
        for point, char in scan(each).loose:
            found[f"{char} {_place(each, point)}"] += 1
    assert sum(len(list(walk(scan(each).brackets))) for each in read) == pairs
    assert found == loose


def _place(clause: Clause, point: Point) -> str:
    end = length(clause.texts[point.unit + 1])
    return "at the beginning" if point.offset == 0 else "at the end" if point.offset >= end - 2 else "inside"
