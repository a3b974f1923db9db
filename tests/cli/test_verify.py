"""`instrument verify`: what it proves, and what it says of a file that was changed since its receipt was made."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from instrument.cli import group
from instrument.formats.docx.parts.package import pack
from instrument.formats.docx.parts.unpacking import unpack
from instrument.formats.docx.receipts.proving import prove
from instrument.formats.docx.receipts.sealing import attest, seal
from tests.formats.docx.raw import deleted, document, inserted, paragraph, run

A, B = "Delegation A", "Delegation B"
HEADING = paragraph(run("Article 1 — Use"))


def text(*inside: str) -> bytes:
    return document(HEADING, paragraph(run("1. No State "), *inside, run(" use them.")), paragraph(run("2. It helps.")))


BASE, RESULT = text(run("shall")), text(run("should"), run(" ever"))
TRACKED = text(deleted("shall", A), inserted("should", A), inserted(" ever", B))
RECEIPT = prove(TRACKED, BASE, RESULT, ("issued.docx", "revised.docx"), "instrument 1")


def verify(*arguments: str) -> Result:
    result = CliRunner().invoke(group, ["verify", *arguments], catch_exceptions=False)
    assert "Traceback" not in result.output
    return result


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, data in (("issued", BASE), ("revised", RESULT), ("bare", TRACKED), ("redline", seal(TRACKED, RECEIPT))):
        Path(f"{name}.docx").write_bytes(data)


def since(data: bytes) -> Result:
    """What is said of a file that the redline has become."""
    Path("redline.docx").write_bytes(seal(data, RECEIPT))
    return verify("redline.docx")


def test_a_file_that_nobody_touched_is_proven() -> None:
    result = verify("redline.docx")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "redline.docx: proven\n"
        "  all changes rejected, it reads as issued.docx, word for word\n"
        "  all changes accepted, it reads as revised.docx, word for word\n"
        "  tracked: 1 deletion and 1 insertion by Delegation A; 1 insertion by Delegation B\n"
    )


def test_a_file_is_proven_against_the_two_files_themselves() -> None:
    result = verify("redline.docx", "--base", "issued.docx", "--result", "revised.docx")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "redline.docx: proven")
    result = verify("bare.docx", "--base", "issued.docx", "--result", "revised.docx")
    assert result.exit_code == 0
    assert result.stdout.startswith("bare.docx: proven against both files; it has no receipt\n")


def test_a_file_without_a_receipt_proves_nothing() -> None:
    result = verify("bare.docx")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (1, "bare.docx: it has no receipt")
    assert verify("bare.docx", "--base", "issued.docx").exit_code == 1


def test_a_word_changed_without_a_track_is_shown_where_it_stands() -> None:
    result = since(edited(TRACKED, b"2. It helps.", b"2. It may help."))
    assert result.exit_code == 1
    assert result.stdout == (
        "redline.docx: changed since its receipt was made\n"
        "  all changes rejected, it no longer reads as issued.docx:\n"
        '    paragraph 3 now reads: "2. It may help."\n'
        "  all changes accepted, it no longer reads as revised.docx:\n"
        '    paragraph 3 now reads: "2. It may help."\n'
        "  words were changed without being tracked\n"
        "  tracked: 1 deletion and 1 insertion by Delegation A; 1 insertion by Delegation B\n"
    )


def edited(data: bytes, old: bytes, new: bytes) -> bytes:
    parts = unpack(data, "")
    assert old in parts["word/document.xml"]
    return pack(parts | {"word/document.xml": parts["word/document.xml"].replace(old, new)})


def test_with_the_base_at_hand_both_readings_are_shown() -> None:
    Path("redline.docx").write_bytes(seal(edited(TRACKED, b"2. It helps.", b"2. It may help."), RECEIPT))
    result = verify("redline.docx", "--base", "issued.docx")
    assert '    paragraph 3: "2. It helps." now reads "2. It may help."\n' in result.stdout


def test_changes_that_were_accepted_are_told_with_their_authors() -> None:
    result = since(text(run("should"), inserted(" ever", B)))
    assert result.exit_code == 1
    assert "  all changes accepted, it reads as revised.docx, word for word\n" in result.stdout
    assert "  no longer tracked: 1 deletion and 1 insertion by Delegation A, which were accepted\n" in result.stdout


def test_a_line_whose_changes_were_all_accepted_is_told_so() -> None:
    assert (
        '    paragraph 2 now reads: "1. No State should ever use them." (changes in it were accepted)\n'
        in since(RESULT).stdout
    )


def test_changes_that_were_rejected_are_told_with_their_authors() -> None:
    result = since(text(deleted("shall", A), inserted("should", A)))
    assert result.exit_code == 1
    assert "  all changes rejected, it reads as issued.docx, word for word\n" in result.stdout
    assert "  no longer tracked: 1 insertion by Delegation B, which was rejected\n" in result.stdout


def test_changes_made_since_are_told_with_their_authors_and_words() -> None:
    more = inserted("never", "Delegation C")
    result = since(text(deleted("shall", A), inserted("should", A), inserted(" ever", B), more))
    assert result.exit_code == 1
    assert result.stdout.endswith('  tracked since:\n    paragraph 2: insertion by Delegation C: "never"\n')


def test_a_change_under_another_name_is_told_though_the_words_are_the_same() -> None:
    result = since(text(deleted("shall", A), inserted("should", B), inserted(" ever", B)))
    assert result.exit_code == 1
    assert "no longer tracked: 1 insertion by Delegation A; 1 insertion by Delegation B" in result.stdout
    assert 'insertion by Delegation B: "should ever"' in result.stdout


def test_many_places_are_counted_and_not_all_shown() -> None:
    data = document(*(paragraph(run(f"{number}. Other words.")) for number in range(9)))
    assert since(data).stdout.count("    and 4 more\n") == 2


def test_another_base_than_the_one_of_the_receipt_is_said() -> None:
    Path("other.docx").write_bytes(text(run("must")))
    result = verify("redline.docx", "--base", "other.docx")
    assert result.exit_code == 1
    assert "other.docx is not the text that the receipt was made from" in result.stdout
    assert "words were changed" not in result.stdout
    assert '"1. No State must use them." now reads "1. No State shall use them."' in result.stdout


def test_a_change_of_a_receipt_that_was_made_up_is_caught() -> None:
    parts = unpack(seal(TRACKED, RECEIPT), "")
    receipt = parts["customXml/item1.xml"].replace(RECEIPT.accepted.sha256.encode(), b"0" * 64)
    Path("redline.docx").write_bytes(pack(parts | {"customXml/item1.xml": receipt}))
    result = verify("redline.docx")
    assert result.exit_code == 1
    assert "all changes accepted, it no longer reads as revised.docx" in result.stdout


def test_another_program_gets_all_of_it() -> None:
    found = json.loads(verify("redline.docx", "--json", "--base", "issued.docx").stdout)
    assert (found["format"], found["proven"], found["receipt"]["tool"]) == (1, True, "instrument 1")
    assert found["rejected"]["sha256"] == found["rejected"]["expected"] == RECEIPT.rejected.sha256
    assert found["rejected"]["same_file"] is True
    changed = json.loads(since_json(RESULT))
    assert [(each["author"], each["fate"]) for each in changed["gone"]] == [
        (A, "accepted"),
        (A, "accepted"),
        (B, "accepted"),
    ]
    assert changed["rejected"]["places"][0]["now"] == "1. No State should ever use them."


def since_json(data: bytes) -> str:
    Path("redline.docx").write_bytes(seal(data, RECEIPT))
    return verify("redline.docx", "--json").stdout


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("notes.txt", b"words", '"notes.txt" is no Word file'),
        ("damaged.docx", b"words", "damaged.docx is no Word document, or a damaged one"),
        ("absent.docx", b"", "there is no file absent.docx"),
    ],
)
def test_what_is_no_word_file_is_refused(name: str, data: bytes, said: str) -> None:
    if data:
        Path(name).write_bytes(data)
    result = verify(name)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize("ending", [".docx", ".md", ".txt", ".html"])
def test_a_certificate_is_written_in_every_format(ending: str) -> None:
    result = verify("redline.docx", "--certificate", f"certificate{ending}")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith(f"certificate{ending}\n")
    assert Path(f"certificate{ending}").stat().st_size


def test_a_certificate_says_what_was_compared_and_how_to_repeat_it() -> None:
    verify("redline.docx", "--certificate", "certificate.txt")
    said = " ".join(Path("certificate.txt").read_text(encoding="utf-8").split())
    assert "every difference in words between issued.docx and revised.docx" in said
    assert "1 deletion and 1 insertion by Delegation A; 1 insertion by Delegation B" in said
    assert "1 replacement in article 1, of normative force; nothing else." in said
    for hashed in (RECEIPT.base.sha256, RECEIPT.result.sha256, RECEIPT.rejected.sha256, RECEIPT.accepted.sha256):
        assert hashed in said
    assert "Review, Compare, Compare" in said and "instrument verify redline.docx" in said
    assert "Signature: ____" in said


def test_articles_are_counted_from_the_two_files_where_they_are_named() -> None:
    both = ("--base", "issued.docx", "--result", "revised.docx")
    assert verify("redline.docx", *both, "--certificate", "both.txt").exit_code == 0
    verify("redline.docx", "--certificate", "alone.txt")
    assert Path("both.txt").read_bytes() == Path("alone.txt").read_bytes()


def test_nothing_is_certified_that_is_not_proven() -> None:
    result = verify("bare.docx", "--certificate", "certificate.docx")
    assert result.exit_code == 1
    assert "nothing is certified that is not proven" in result.stderr
    assert not Path("certificate.docx").exists()


def test_a_receipt_survives_under_another_name_of_the_file() -> None:
    Path("copy.docx").write_bytes(attest(TRACKED, BASE, RESULT, ("a/issued.docx", "b\\revised.docx")))
    assert "reads as issued.docx, word for word" in verify("copy.docx").stdout
