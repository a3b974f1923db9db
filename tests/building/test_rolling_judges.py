"""The rolling text of twenty delegations in Word: programs that are not ours read it as we do."""

from __future__ import annotations

from pathlib import Path

import pytest

from instrument.building.marking import mark
from instrument.formats import docx
from instrument.formats.docx.lint import lint
from instrument.model import Instrument
from instrument.papers.draft import Document, draft
from instrument.proposals.merging import merge
from tests import laws
from tests.building.tracking import stage
from tests.corpus import needs_corpus, text
from tests.formats.docx.judges import READERS, VALIDATORS, Redline, invalid, misread, stored
from tests.proposals.merging import rooms

pytestmark = pytest.mark.judge
UNEXPLAINED = Document(legend=False)


def redline(folder: Path, number: int, base: Instrument, delegations: int, edits: int) -> Redline:
    rolling = merge(base, rooms.amendments(base, delegations, edits)).value
    marked = mark(base, base, rolling.parted(), document=UNEXPLAINED).value.data
    old, new = (docx.write(draft(each, document=UNEXPLAINED).value) for each in (base, rolling.text))
    assert lint(marked) == ()
    assert laws.read_words(docx.read(marked, "", "rejected").value) == laws.read_words(docx.read(old, "").value)
    assert laws.read_words(docx.read(marked, "").value) == laws.read_words(docx.read(new, "").value)
    return stored(folder, number, f"{delegations} delegations", old, new, marked)


@pytest.fixture(scope="module")
def redlines(tmp_path_factory: pytest.TempPathFactory) -> list[Redline]:
    folder = tmp_path_factory.mktemp("rolling")
    return [redline(folder, 0, stage("first-draft"), 6, 4)]


@pytest.fixture(scope="module")
def twenty(tmp_path_factory: pytest.TempPathFactory) -> list[Redline]:
    folder = tmp_path_factory.mktemp("twenty")
    return [redline(folder, 0, text("treaties/ccm-2008.en.txt"), 20, 5)]


@pytest.mark.parametrize("reader", READERS)
def test_another_program_reads_the_rolling_text_and_the_issued_one(
    reader: str, redlines: list[Redline], tmp_path: Path
) -> None:
    assert misread(reader, redlines, tmp_path) == []


@pytest.mark.parametrize("validator", VALIDATORS)
def test_a_validator_finds_nothing_in_it(validator: str, redlines: list[Redline]) -> None:
    assert invalid(validator, redlines) == []


@needs_corpus
@pytest.mark.parametrize("reader", READERS)
def test_another_program_reads_a_treaty_that_twenty_delegations_amend(
    reader: str, twenty: list[Redline], tmp_path: Path
) -> None:
    assert misread(reader, twenty, tmp_path) == []


@needs_corpus
@pytest.mark.parametrize("validator", VALIDATORS)
def test_a_validator_finds_nothing_in_a_treaty_that_twenty_delegations_amend(
    validator: str, twenty: list[Redline]
) -> None:
    assert invalid(validator, twenty) == []
