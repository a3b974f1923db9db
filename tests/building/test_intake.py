"""A night's folder: everything kept once, guessed at, and nothing counted before it is confirmed."""

import os
import shutil
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import instrument
from instrument import storage
from instrument.building import intake
from instrument.building.intake import Placing
from instrument.formats import docx
from instrument.library import Library
from instrument.papers.draft import draft

ROOT = Path(__file__).parents[2]
AT = datetime(2026, 4, 22, 23)
MESSAGE = """\
From: mission@example.org
Subject: Delegation C, article 3
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Delegation C proposes the following.

In article {n}, delete paragraph 1.
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    shutil.copytree(ROOT / "clauses", tmp_path / "clauses")
    return instrument.open(tmp_path / "clauses")


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty files as a night brings them: letters, copies in Word, messages, scans, and things nobody can read."""
    folder = tmp_path_factory.mktemp("night")
    base = instrument.open(ROOT / "clauses").draft("final-draft")
    articles = [clause.id for clause in base if clause.kind == "article"]
    for n in range(1, 16):
        letter = f"Proposal by Delegation A\n\nIn article {n}, delete paragraph 1.\n"
        (folder / f"letter-{n}.txt").write_text(letter, encoding="utf-8")
        (folder / f"letter-{n}.md").write_text(f"Delegation B\n\nIn article {n}, delete “sharks”.\n", encoding="utf-8")
        (folder / f"message-{n}.eml").write_text(MESSAGE.format(n=n), encoding="utf-8")
    for n, id in enumerate(articles[:5]):
        edited = base.with_clauses(clause for clause in base if clause.id != id)
        (folder / f"Delegation D {n}.docx").write_bytes(docx.write(draft(edited).value))
    for n in range(5):
        (folder / f"scan-{n}.pdf").write_bytes(b"%PDF-1.4 " + bytes([n]))
        (folder / f"odd-{n}.xyz").write_bytes(bytes([n]) * 9)
    assert len(list(folder.iterdir())) == 60
    return folder


@pytest.mark.slow
def test_each_file_is_placed_or_told_why_not(library: Library, night: Path) -> None:
    assert len(intake.receive(library, night, AT)) == 60
    found = intake.arrivals(library, "final-draft")
    counts = Counter(each.placing for each in found)
    assert counts[Placing.TYPED] == 5
    assert counts[Placing.UNREAD] == 5
    assert counts[Placing.LOOK] >= 15
    assert counts[Placing.PLACED] >= 15
    assert {each.by for each in found if each.file.endswith(".docx")} == {"Delegation D"}
    assert all(each.why for each in found if each.placing is not Placing.PLACED)


def test_originals_are_kept_byte_for_byte(library: Library, night: Path) -> None:
    intake.receive(library, night, AT)
    kept = {path.read_bytes() for path in (library.path / intake.FOLDER).iterdir()}
    assert {path.read_bytes() for path in night.iterdir() if path.suffix != ".eml"} <= kept


@pytest.mark.slow
def test_nothing_counts_before_it_is_confirmed(library: Library, night: Path) -> None:
    before = len(library.proposals())
    intake.receive(library, night, AT)
    intake.arrivals(library, "final-draft")
    assert len(instrument.open(library.path).proposals()) == before


@pytest.mark.slow
@pytest.mark.parametrize("survived", [0, 7, 119])
def test_killed_halfway_and_begun_again_nothing_is_lost_and_nothing_is_twice(
    survived: int, library: Library, night: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, calls = storage._put, []

    def dying(*arguments: Any) -> None:
        if len(calls) == survived:
            raise KeyboardInterrupt
        calls.append(1)
        put(*arguments)

    monkeypatch.setattr(storage, "_put", dying)
    with pytest.raises(KeyboardInterrupt):
        intake.receive(library, night, AT)
    monkeypatch.setattr(storage, "_put", put)
    intake.receive(library, night, AT)
    assert intake.receive(library, night, AT) == ()
    rows = [each.hash for each in intake.arrivals(library, "final-draft")]
    assert len(rows) == len(set(rows)) == 60
    assert len(os.listdir(library.path / intake.FOLDER)) == 61


def test_what_is_confirmed_is_a_proposal_once_with_the_initials(library: Library, night: Path) -> None:
    intake.receive(library, night, AT)
    placed = next(each for each in intake.arrivals(library, "final-draft") if each.placing is Placing.PLACED)
    done = intake.confirm(library, placed, "final-draft", "KL")
    library = instrument.open(library.path)
    assert library.proposal(done.proposal).mover == placed.by
    again = next(each for each in intake.arrivals(library, "final-draft") if each.hash == placed.hash)
    assert (again.initials, again.proposal) == ("KL", done.proposal)


@pytest.mark.slow
def test_a_confirmation_that_was_interrupted_makes_no_second_proposal(library: Library, night: Path) -> None:
    intake.receive(library, night, AT)
    placed = next(each for each in intake.arrivals(library, "final-draft") if each.placing is Placing.PLACED)
    intake.confirm(library, placed, "final-draft", "KL")
    before = len(instrument.open(library.path).proposals())
    intake.confirm(instrument.open(library.path), placed, "final-draft", "KL")
    assert len(instrument.open(library.path).proposals()) == before
