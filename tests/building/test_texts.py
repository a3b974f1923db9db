"""A name on the command line means one text, or is refused with what it could have meant."""

from io import BytesIO
from pathlib import Path

import pytest

from instrument import library
from instrument.building import Passage, read_text
from instrument.model import plain
from instrument.problem import CannotRead, Misuse


def test_a_stage_names_the_whole_text_and_a_language_follows_it(workspace: Path) -> None:
    read = library.open("clauses")
    assert read_text(read, "second").value == Passage(read.draft("second"), names=read.names("en"))
    french = read_text(read, "first.fr").value
    assert french.instrument == read.draft("first.fr")
    assert french.names == {"Delegation A": "Délégation A"}


def test_an_address_names_one_place_whose_references_read_as_in_the_whole(workspace: Path) -> None:
    passage = read_text(library.open("clauses"), "use/1@first").value
    assert [len(clause.provisions) for clause in passage.instrument] == [1]
    assert plain(passage.printed("un").clauses[0].provisions[0].text) == "Never, save under article 2, paragraph 1."


def test_an_article_without_a_number_has_the_number_of_the_whole(workspace: Path) -> None:
    passage = read_text(library.open("clauses"), "aid@second").value
    assert passage.instrument.clauses[0].label == "Article"
    assert passage.printed("un").clauses[0].label == "Article 1 bis"


def test_a_reference_to_a_clause_not_yet_translated_reads_in_the_language_of_the_text(workspace: Path) -> None:
    path = workspace / "clauses/use/first.fr.clause"
    path.write_text("## Article premier — Emploi\n\n1. Selon {@clearance#deadline} et {@use}.\n", encoding="utf-8")
    passage = read_text(library.open("clauses"), "first.fr").value
    assert [clause.id for clause in passage.instrument] == ["use"]
    (provision,) = passage.printed("un").clauses[0].provisions
    assert plain(provision.text) == "Selon article 2, paragraphe 1 et ."
    with pytest.raises(Misuse, match='there is no clause "clearance"'):
        read_text(library.open("clauses"), "clearance@first.fr")


def test_a_language_without_a_text_is_refused(workspace: Path) -> None:
    (workspace / "clauses/use/first.fr.clause").unlink()
    with pytest.raises(Misuse, match='no clause of "first" has a text in "fr"; translate one first'):
        read_text(library.open("clauses"), "first.fr")


def test_a_file_is_known_by_its_ending_and_needs_no_library(workspace: Path) -> None:
    (workspace / "copy.clause").write_text('+++\nid = "use"\n+++\n## Article 1 — Use\n\n1. Never.\n', encoding="utf-8")
    assert read_text(None, "copy.clause").value.whole.clause("use") is not None


def test_standard_input_is_a_text_as_printed(workspace: Path) -> None:
    read = read_text(None, "-", BytesIO(b"Article 1\nUse\n\n1. Never.\n\nArticle 2\nAid\n\n1. Always.\n"))
    assert [clause.label for clause in read.value.whole] == ["Article 1", "Article 2"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("secnd", r'"secnd" is no stage of clauses \(did you mean "second"\?\)'),
        ("nothing@second", 'there is no clause "nothing"'),
        ("use/9@second", 'there is no "use/9"'),
        ("@second", 'names no place before "@"'),
        ("builds/second.toml", '"builds/second" is no stage|".toml" is no ending known here'),
    ],
)
def test_a_name_that_means_nothing_is_refused(workspace: Path, name: str, reason: str) -> None:
    with pytest.raises(Misuse, match=reason):
        read_text(library.open("clauses"), name)


def test_a_text_of_a_workspace_needs_one() -> None:
    with pytest.raises(Misuse, match='"second" names a text of a workspace, and there is none here'):
        read_text(None, "second")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("missing.txt", None, "there is no file missing.txt"),
        ("./clauses", None, "is a folder"),
        ("folder.txt", "folder", "is a folder"),
        ("binary.txt", b"\x89PNG\0\0", "is not text but a binary file"),
        ("utf16.txt", "Article 1".encode("utf-16"), "is UTF-16 text"),
        ("latin1.txt", "Article 1\nÉtat".encode("latin-1"), "line 2 may be Latin-1"),
        ("empty.txt", b"", "is empty"),
        ("blank.clause", b" \n", "is empty"),
        ("binary.docx", b"no zip at all", "binary.docx"),
        ("empty.docx", b"", "is empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(
    workspace: Path, name: str, data: bytes | str | None, reason: str
) -> None:
    if data == "folder":
        (workspace / name).mkdir()
    elif isinstance(data, bytes):
        (workspace / name).write_bytes(data)
    with pytest.raises((CannotRead, Misuse), match=reason) as refused:
        read_text(None, name)
    assert "\n" not in str(refused.value)
