"""The proof of a tracked file: what it takes in, what it refuses, what is kept of it in the file."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from instrument.formats.docx import read, write
from instrument.formats.docx.lint import lint
from instrument.formats.docx.parts.opened import opened
from instrument.formats.docx.parts.package import CONTENT_TYPES, pack
from instrument.formats.docx.parts.unpacking import unpack
from instrument.formats.docx.receipts.census import census
from instrument.formats.docx.receipts.proving import prove
from instrument.formats.docx.receipts.receipt import Receipt, counts, stored
from instrument.formats.docx.receipts.sealing import attest, seal
from instrument.formats.docx.receipts.stories import Stories
from instrument.formats.docx.receipts.transcript import transcribe
from instrument.formats.docx.receipts.verifying import verify
from instrument.formats.docx.revising.revise import revise
from instrument.formats.docx.walking.view import View
from instrument.paper import Chars, Paper, Paragraph, Revision, Style
from instrument.problem import CannotWrite
from tests.corpus import CORPUS, needs_corpus
from tests.formats.docx.raw import document, paragraph, row, run, table
from tests.formats.docx.receipts.samples import A, B, bold, whole
from tests.formats.docx.test_judges import assert_valid
from tests.formats.docx.test_views import REVISIONS, TRACKED

ROOT = Path(__file__).parents[4]
NAMES = ("old.docx", "new.docx")


def attested() -> bytes:
    return attest(whole("tracked"), whole("base"), whole("result"), NAMES, "instrument 1")


def told(data: bytes, view: View) -> list[tuple[str, str]]:
    return [(line.place, line.words) for line in transcribe(Stories(opened(data, "")), view).lines]


def test_a_file_with_a_difference_in_every_story_is_proven() -> None:
    receipt = prove(whole("tracked"), whole("base"), whole("result"))
    assert receipt.rejected.sha256 != receipt.accepted.sha256
    assert counts(receipt.changes) == (
        f"6 insertions and 2 deletions by {A}; 1 deletion, 1 insertion and 1 move by {B}"
    )


def test_the_text_that_is_hashed_says_every_word_once_with_its_place() -> None:
    assert told(whole("tracked"), View.ACCEPTED) == [
        ("", "Article 1\x13PAGEREF\x15"),
        ("", "1. No State shall ever use mines."),
        ("", "2. A new paragraph."),
        ("", "One. "),
        ("", "Two."),
        ("table 1, row 1, cell 1", "a"),
        ("table 1, row 1, cell 2", "b"),
        ("table 1, row 2, cell 1", "c"),
        ("table 1, row 2, cell 2", "d"),
        ("", "Stays."),
        ("", "Moved."),
        ("", "A note\x02"),
        ("text box 1", "In a small box."),
        ("", "Each State should help."),
        ("footnote 1", "The note says so."),
        ("header", "A/1/Rev.1\x13PAGE\x15"),
    ]


@needs_corpus
@pytest.mark.parametrize("name", TRACKED)
def test_real_files_are_proven_against_what_word_made_of_them(name: str) -> None:
    base, result = ((REVISIONS / f"{Path(name).stem}-{twin}.docx").read_bytes() for twin in ("Rejected", "Accepted"))
    assert prove((REVISIONS / name).read_bytes(), base, result).changes


@needs_corpus
def test_every_real_word_file_is_proven_against_itself() -> None:
    for path in sorted(CORPUS.glob("docx/*/*.docx")):
        data = path.read_bytes()
        receipt = prove(data, data, data)
        assert receipt.rejected.lines and receipt.accepted.lines, path.name


COMPARED = sorted((CORPUS / "docx/compare").glob("*.docx"))
PAIRS = [(old, new) for old in COMPARED for new in COMPARED if old != new and old.name[:5] == new.name[:5]]


@needs_corpus
@pytest.mark.parametrize(("old", "new"), PAIRS, ids=lambda path: path.stem)
def test_real_files_compared_are_proven_and_verified(old: Path, new: Path) -> None:
    base, result = old.read_bytes(), new.read_bytes()
    tracked = revise(base, result, author=A, date="2026-03-10T09:00:00Z").value.data
    assert verify(attest(tracked, base, result, (old.name, new.name)), "redline.docx").is_proven


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ({"shall": "should"}, "word/document.xml:2"),
        ({"help": "should\u00a0help."}, "word/document.xml"),
        ({"help": "Should help."}, "word/document.xml"),
        ({"shall": "shall [not]"}, "word/document.xml:2"),
    ],
)
def test_one_word_that_nobody_tracked_is_refused_with_both_readings(words: Mapping[str, str], place: str) -> None:
    with pytest.raises(CannotWrite, match=r"does not read as old\.docx with all changes rejected") as refused:
        prove(whole("tracked", **words), whole("base"), whole("result"), NAMES)
    (problem,) = refused.value.problems
    assert str(problem.where).startswith(f"the tracked file/{place}")
    assert next(iter(words.values())) in problem.message
    assert 'old.docx has "' in problem.message


def test_words_in_another_cell_are_not_the_same_text() -> None:
    one, other = document(table(row("a", ""))), document(table(row("", "a")))
    with pytest.raises(CannotWrite) as refused:
        prove(one, other, other)
    assert "table 1, row 1, cell 2" in refused.value.problems[0].message


def test_a_changed_header_or_note_of_the_result_is_refused() -> None:
    tracked, base = whole("tracked"), whole("base")
    for part, old, new in (("word/header.xml", b"A/1", b"A/2"), ("word/footnotes.xml", b"so.", b"no.")):
        other = repacked(whole("result"), part, old, new)
        with pytest.raises(CannotWrite, match="all changes accepted"):
            prove(tracked, base, other)


def repacked(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    parts = unpack(data, "")
    assert old in parts[part]
    return pack(parts | {part: parts[part].replace(old, new)})


def test_what_a_field_showed_last_and_how_a_note_is_numbered_are_no_words() -> None:
    assert told(whole("base"), View.ACCEPTED) == told(whole("tracked"), View.REJECTED)


def test_words_that_a_field_would_hide_are_missed() -> None:
    hidden = paragraph(run("No State shall "), '<w:fldSimple w:instr=" REF a ">', run("not"), "</w:fldSimple>")
    with pytest.raises(CannotWrite):
        prove(document(hidden), *[document(paragraph(run("No State shall ")))] * 2)


def test_changes_that_the_base_and_the_result_had_already_are_kept() -> None:
    data = whole("tracked")
    assert prove(data, data, data).changes == prove(data, whole("base"), whole("result")).changes


def test_changes_of_formatting_are_counted() -> None:
    data = document(paragraph(run("never", bold(A))))
    assert counts(prove(data, data, data).changes) == f"1 formatting change by {A}"


def test_a_file_that_we_wrote_is_proven() -> None:
    def made(*inlines: Chars) -> bytes:
        return write(Paper("", "en", (Paragraph(Style.PROVISION, inlines, "1."),)))

    tracked = made(Chars("a", revision=Revision("delete", A)), Chars("b", revision=Revision("insert", B)))
    data = attest(tracked, made(Chars("a")), made(Chars("b")), NAMES)
    assert read(data, "").value == read(tracked, "").value
    assert lint(data) == ()


def test_a_receipt_is_read_as_it_was_written() -> None:
    receipt = prove(
        whole("tracked"), whole("base"), whole("result"), ("drafts/old.docx", "C:\\new.docx"), "instrument 1"
    )
    found = stored(opened(seal(whole("tracked"), receipt), ""))
    assert found == receipt
    assert (found.base.name, found.result.name, found.tool) == (*NAMES, "instrument 1")


def test_the_receipt_is_a_part_of_its_own_and_the_others_stay_byte_for_byte() -> None:
    before, after = unpack(whole("tracked"), ""), unpack(attested(), "")
    assert set(after) - set(before) == {
        "customXml/item1.xml", "customXml/itemProps1.xml", "customXml/_rels/item1.xml.rels",
    }  # fmt: skip
    altered = {part for part in before if before[part] != after[part]}
    assert altered == {CONTENT_TYPES, "word/_rels/document.xml.rels"}
    assert lint(attested()) == lint(whole("tracked"))


def test_a_second_receipt_takes_the_place_of_the_first() -> None:
    receipt = prove(whole("base"), whole("base"), whole("base"))
    once = seal(attested(), receipt)
    assert len(unpack(once, "")) == len(unpack(attested(), ""))
    assert stored(opened(once, "")) == receipt


def test_the_same_file_gets_the_same_bytes_wherever_it_is_made() -> None:
    script = "from tests.formats.docx.receipts.test_proving import attested; print(hash_of(attested()))"
    script = f"from hashlib import sha256\nhash_of = lambda data: sha256(data).hexdigest()\n{script}"
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_words_of_several_authors_are_told_apart_and_cut_runs_put_together() -> None:
    data = repacked(document(paragraph(run("x"))), "word/document.xml", b"<w:p>", b"<w:p>" + TWICE.encode())
    assert [(each.kind, each.author, each.words) for each in census(Stories(opened(data, "")))] == [
        ("deletion", B, "two "), ("insertion", A, "one two three"),
    ]  # fmt: skip


TWICE = (
    f'<w:ins w:id="1" w:author="{A}" w:date="2026-03-10T09:00:10Z"><w:r><w:t xml:space="preserve">one </w:t></w:r>'
    f'<w:del w:id="2" w:author="{B}"><w:r><w:delText xml:space="preserve">two </w:delText></w:r></w:del></w:ins>'
    f'<w:ins w:id="3" w:author="{A}" w:date="2026-03-10T09:00:00Z"><w:r><w:t>three</w:t></w:r></w:ins>'
)


@pytest.mark.judge
def test_the_validator_of_microsoft_finds_nothing_wrong_with_a_receipt(tmp_path: Path) -> None:
    def made(*inlines: Chars) -> bytes:
        return write(Paper("", "en", (Paragraph(Style.PROVISION, inlines, "1."),)))

    tracked = made(Chars("a", revision=Revision("delete", A, "2026-03-10")), Chars("b"))
    (tmp_path / "redline.docx").write_bytes(attest(tracked, made(Chars("a"), Chars("b")), made(Chars("b"))))
    assert_valid(tmp_path / "redline.docx")


def test_a_receipt_without_its_facts_proves_nothing() -> None:
    data = repacked(attested(), "customXml/item1.xml", b"<rejected", b"<neglected")
    data = repacked(data, "customXml/item1.xml", b"</rejected", b"</neglected")
    found = stored(opened(data, ""))
    assert isinstance(found, Receipt) and found.rejected.sha256 == ""
