"""Whatever a word stands in, it is read exactly once, or it is in the report."""

import pytest

from instrument.formats.docx import read
from instrument.model import Clause, plain
from tests.formats.docx.constructs import CONSTRUCTS, KEY, Construct


def words(clause: Clause) -> list[str]:
    notes = [plain(note.text) for note in clause.notes]
    return [clause.label, plain(clause.heading), *(each.label + plain(each.text) for each in clause.provisions), *notes]


@pytest.mark.parametrize("view", ["accepted", "rejected", "marked"])
@pytest.mark.parametrize("construct", [pytest.param(each, id=each.name) for each in CONSTRUCTS])
def test_a_word_is_read_exactly_once_or_reported(construct: Construct, view: str) -> None:
    found = read(construct.data, "returned.docx", view)
    times = sum(line.count(KEY) for clause in found.value for line in words(clause))
    is_read = construct.accepted or construct.rejected if view == "marked" else getattr(construct, view)
    if view == "marked" and not is_read:
        # Put in by one and struck by another: marked, it stands there.
        is_read = times > 0
    assert times == is_read
    assert is_read or any(KEY in problem.words for problem in found.problems), found.problems


def test_what_stands_around_a_construct_is_read_too() -> None:
    for construct in CONSTRUCTS:
        found = str(read(construct.data, "").value)
        assert "before" in found, construct.name
