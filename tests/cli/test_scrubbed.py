"""`scrubbed`: what a legal scrub changed, and who answers for what is no slip."""

import json
from pathlib import Path

import pytest
from docx import Document

import instrument
from tests.sealed import SEALING, change, put, run, workspace

TEXTS = ("scrubbed", "adopted-text", "scrubbed-text")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An adopted text, and a scrub of it that does more than it may, in English and in French."""
    home = workspace(tmp_path / "convention")
    assert run(home, *SEALING).exit_code == 0
    settings = (home / "clauses/library.toml").read_text(encoding="utf-8")
    put(home, "library.toml", settings + '\n[stages.scrubbed-text]\nbase = "adopted-text"\n')
    for name, old, new in (("", "clear remnants", "clear all remnants"), (".fr", "dix ans", "dix années")):
        text = (home / f"clauses/clearance/final-draft{name}.clause").read_text(encoding="utf-8")
        put(
            home,
            f"clearance/scrubbed-text{name}.clause",
            text.replace(old, new).replace("jurisdiction;", "jurisdiction,"),
        )
    return home


def rows(home: Path) -> list[tuple[str, ...]]:
    told = json.loads(run(home, *TEXTS, "--json").stdout)
    return [
        (said["language"], one["class"], one["address"], one["old"].strip(), one["new"].strip(), bool(one["signature"]))
        for said in told["languages"]
        for one in said["differences"]
    ]


def sign(home: Path, *places: str, initials: str = "AB", note: str = "as in the other articles") -> str:
    words = [word for place in places for word in ("--sign", place)]
    result = run(home, *TEXTS, *words, "--initials", initials, "--note", note, "--at", "2026-06-01")
    return f"{result.exit_code}: {result.output}"


def test_every_difference_has_its_class_language_by_language(home: Path) -> None:
    assert rows(home) == [
        ("en", "other", "clearance/1", "", "all", False),
        ("en", "punctuation", "clearance/1/a", ";", ",", False),
        ("fr", "other", "clearance/1/b", "ans", "années", False),
    ]


def test_while_something_is_not_signed_for_the_status_is_one(home: Path) -> None:
    assert run(home, *TEXTS).exit_code == 1
    assert sign(home, "clearance/1", "clearance/1/b").startswith("0: ")
    assert run(home, *TEXTS).exit_code == 0


def test_a_signature_is_kept_with_initials_day_and_reason(home: Path) -> None:
    sign(home, "clearance/1")
    (kept,) = instrument.open(home / "clauses").register.signatures
    assert (kept.on, kept.language, kept.initials, str(kept.at)) == ("clearance/1", "en", "AB", "2026-06-01")
    assert kept.line == "Each State Party shall clear all remnants:"
    assert "article 1, paragraph 1 | – | “all” | AB, 2026-06-01: as in the other articles" in run(home, *TEXTS).output


def test_a_line_that_changes_afterwards_is_to_be_signed_for_again(home: Path) -> None:
    sign(home, "clearance/1")
    change(home, "clearance/scrubbed-text.clause", "State Party shall", "State shall")
    assert [row for row in rows(home) if row[2] == "clearance/1"] == [
        ("en", "other", "clearance/1", "Party", "", False),
        ("en", "other", "clearance/1", "", "all", False),
    ]


@pytest.mark.parametrize(
    ("places", "said", "told"),
    [
        (
            ("clearance/1/a",),
            {},
            "there is nothing to sign for at clearance/1/a; there is at: clearance/1, clearance/1/b",
        ),
        (("clearance/1", "clearance/9"), {}, "there is nothing to sign for at clearance/9"),
        (("clearance/1",), {"initials": " "}, "nobody answers for it"),
        (("clearance/1",), {"note": ""}, "nobody answers for it"),
    ],
)
def test_nothing_is_signed_for_in_the_void(
    home: Path, places: tuple[str, ...], said: dict[str, str], told: str
) -> None:
    assert told in sign(home, *places, **said)
    assert not (home / "clauses/signatures.toml").exists()


def test_one_language_is_signed_for_by_its_name(home: Path) -> None:
    words = ("--sign", "clearance/1/b", "--initials", "AB", "--note", "style")
    assert run(home, "scrubbed", "adopted-text.en", "scrubbed-text.en", *words).exit_code == 2
    assert run(home, "scrubbed", "adopted-text.fr", "scrubbed-text.fr", *words).exit_code == 0
    assert ("fr", "other", "clearance/1/b", "ans", "années", True) in rows(home)


def test_a_table_in_word_has_a_column_to_sign_in(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "table.docx"
    run(home, *TEXTS, "-o", str(path))
    first = Document(str(path)).tables[0]
    assert [cell.text for cell in first.rows[0].cells] == ["Provision", "Adopted", "Scrubbed", "Signature"]
    assert [cell.text for cell in first.rows[1].cells] == ["article 1, paragraph 1", "–", "“all”", "__________"]


def test_a_translation_made_since_is_named_and_not_compared(home: Path) -> None:
    put(home, "assistance/scrubbed-text.es.clause", "## Artículo 2 — Asistencia\n")
    put(home, "title/adopted-text.es.clause", "# Convención\n")
    told = run(home, *TEXTS).output
    assert '"adopted-text" has no text in "es" to compare this one with: assistance' in told


def test_two_files_are_compared_and_none_is_signed(home: Path) -> None:
    old, new = (str(home / f"clauses/clearance/{name}.clause") for name in ("final-draft", "scrubbed-text"))
    assert "“all”" in run(home, "scrubbed", old, new).output
    refused = run(home, "scrubbed", old, new, "--sign", "clearance/1", "--initials", "AB", "--note", "x")
    assert "a signature is kept in a workspace" in refused.output
