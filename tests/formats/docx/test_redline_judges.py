"""Programs that are not ours read redlines as we do, and find nothing wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest

from instrument.formats.docx import Care, revise, write
from tests.corpus import CORPUS, needs_corpus
from tests.formats.docx import plain
from tests.formats.docx.edited import edited
from tests.formats.docx.judges import READERS, VALIDATORS, Redline, invalid, misread, stored
from tests.formats.docx.pairs import EDITS, named
from tests.formats.docx.press import pressed
from tests.formats.docx.treaties import treaty

pytestmark = pytest.mark.judge
DATE = "2026-04-01T09:00:00Z"


def pairs() -> Iterator[tuple[str, bytes, bytes, bool]]:
    """Every edit there and back, numbered by hand or by Word; all edits at once; the pairs of others, both ways."""
    for number, each in enumerate(EDITS):
        yield each.says, *map(pressed, each.pair(treaty(automatic=number % 2 > 0))), False
        yield f"{each.says}, back", *map(pressed, reversed(each.pair(treaty(automatic=number % 2 == 0)))), False
    for automatic in (False, True):
        given = treaty(250, automatic)
        both = [pressed(each) for each in (given, named("everything at once").change(given, 7))]
        yield "everything at once", *both, False
        yield "everything at once, back", *reversed(both), False
    for old, new in COMPARED:
        both = [(CORPUS / f"docx/compare/{name}.docx").read_bytes() for name in (old, new)]
        yield f"{old} to {new}", *both, False
        yield f"{new} to {old}", *reversed(both), False


OTHERS = {
    "RC001-Before": ("RC001-After1", "RC001-After2"),
    "WC002-Unmodified": ("WC002-DeleteInMiddle", "WC002-InsertInMiddle"),
    "WC015-Three-Paragraphs": ("WC015-Three-Paragraphs-After",),
    "WC020-FootNote-Before": ("WC020-FootNote-After-1",),
    "WC025-Simple-Table-Before": ("WC025-Simple-Table-After",),
    "WC055-French": ("WC055-French-Mod",),
}
COMPARED = [(old, new) for old, others in OTHERS.items() for new in others if (CORPUS / "docx/compare").exists()]


def moved() -> Iterator[tuple[str, bytes, bytes, bool]]:
    """What moves, shown as moves."""
    for says, old, new, _ in pairs():
        if "moved" in says or "places" in says or "at once" in says:
            yield f"{says}, with moves", old, new, True


@pytest.fixture(scope="module")
def redlines(tmp_path_factory: pytest.TempPathFactory) -> list[Redline]:
    folder = tmp_path_factory.mktemp("redlines")
    return [
        stored(
            folder, number, says, old, new, revise(old, new, author="C", date=DATE, care=Care(moves=moves)).value.data
        )
        for number, (says, old, new, moves) in enumerate([*pairs(), *moved()])
    ]


@pytest.mark.parametrize("reader", READERS)
def test_another_program_reads_the_new_text_where_it_accepts_and_the_old_one_where_it_rejects(
    reader: str, redlines: list[Redline], tmp_path: Path
):
    assert misread(reader, redlines, tmp_path) == []


@pytest.mark.parametrize("validator", VALIDATORS)
def test_a_validator_finds_nothing_that_was_not_in_the_files_before(validator: str, redlines: list[Redline]):
    assert invalid(validator, redlines) == []


@needs_corpus
@pytest.mark.skipif(not which("pandoc"), reason="pandoc is not installed")
@pytest.mark.parametrize(("says", "most"), [
    ("the BBNJ Agreement, edited", 1.02), ("brackets put in, added to and taken off", 1.0),
])  # fmt: skip
def test_pandoc_finds_hardly_more_words_marked_than_must_be(tmp_path: Path, says: str, most: float) -> None:
    old, new, tracked = (tmp_path / f"{name}.docx" for name in ("old", "new", "tracked"))
    for path, page in zip((old, new), edited()[says], strict=True):
        path.write_bytes(write(page))
    tracked.write_bytes(revise(old.read_bytes(), new.read_bytes(), author="C", date=DATE).value.data)
    assert 0 < plain.marked(tracked) <= most * plain.fewest(old, new)
    assert plain.words(tracked, "accept") == plain.words(new, "accept")
    assert plain.words(tracked, "reject") == plain.words(old, "accept")
