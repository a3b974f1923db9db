"""What we wrote, opened and saved by LibreOffice, is read as the same text; what is lost on the way is said.

LibreOffice 7.4 drops the tags of controls, so clauses are told by their bookmarks, and holders by what the manifest
says was printed for them. By way of .odt the manifest is lost as well, and holders are told by what was printed.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import instrument
from instrument.difference.comparison import diff
from instrument.formats.docx import read, write
from instrument.formats.docx.parts.carriers import bookmark, is_hashed
from instrument.model import Atom, Clause, Instrument, Reference, Text, plain
from instrument.paper import Layout, Paper
from instrument.papers.comparison import compare
from instrument.papers.draft import Document, draft
from instrument.problem import Problem
from tests.corpus import CORPUS, text
from tests.formats.docx.once import once
from tests.formats.docx.papers import WHOLE

pytestmark = [pytest.mark.judge, pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")]
LIBRARY = instrument.open(Path(__file__).parents[3] / "clauses")
STAGES = ("first-draft", "clearance-paper", "second-draft", "final-draft", "second-draft.fr")
# The project's subject, six languages, a thousand brackets, bis and ter.
REAL = [
    "treaties/ccm-2008.en.txt",
    *(f"multilingual/bbnj-2023/{language}.txt" for language in ("ar", "en", "es", "fr", "ru", "zh")),
    "drafts/paris-agreement/2015-10-23.md", "drafts/paris-convention/1967.fr.txt",
]  # fmt: skip
REDLINES = [("first-draft", "second-draft"), ("second-draft", "final-draft"), ("first-draft", "final-draft")]
CONFERENCE = Document(
    body="Conference", symbol="DC/2026/PT/1", distribution="limited", date=date(2026, 3, 9), original="en", agenda="8",
    title="Draft convention", subtitle="President’s text",
)  # fmt: skip


@cache
def papers() -> dict[str, Paper]:
    """Every paper that is sent through LibreOffice, by the name of its file."""
    found = {stage: draft(LIBRARY.draft(stage)).value for stage in STAGES}
    for holders in ("inline", "footnotes", "none"):
        dressed = draft(LIBRARY.draft("second-draft"), CONFERENCE, holders=holders, contents=True, layout=NUMBERED)
        found[f"holders-{holders}"] = dressed.value
    for base, result in REDLINES:
        found[f"{base}-{result}"] = compare(diff(LIBRARY.draft(base), LIBRARY.draft(result))).value
    if CORPUS.exists():
        found |= {name.replace("/", "-"): draft(text(name)).value for name in REAL}
    return {**found, "whole": WHOLE}


NUMBERED = Layout(line_numbers=True)
DRAFTS = [*STAGES, "holders-inline", "holders-footnotes", "holders-none", "whole", *(n.replace("/", "-") for n in REAL)]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers in "sent"; LibreOffice saved them in "docx" and in "odt", and the latter as .docx in "again"."""
    return once(tmp_path_factory, "libreoffice-saves", send)


def send(folder: Path) -> None:
    (folder / "sent").mkdir()
    for name, paper in papers().items():
        (folder / "sent" / f"{name}.docx").write_bytes(write(paper))
    for kind, source, target in (("docx", "sent", "docx"), ("odt", "sent", "odt"), ("docx", "odt", "again")):
        profile, filter = f"-env:UserInstallation={(folder / 'profile').as_uri()}", FILTERS[kind]
        command = ["soffice", profile, "--headless", "--norestore", "--convert-to", filter, "--outdir", folder / target]
        subprocess.run([*command, *sorted((folder / source).iterdir())], check=True, capture_output=True)


FILTERS = {"docx": "docx:MS Word 2007 XML", "odt": "odt"}


def both(folder: Path, name: str, saved: str, view: str = "accepted") -> tuple[Instrument, Instrument, list[Problem]]:
    """A text as it was sent and as it came back, with the problems that it has only now."""
    if not (folder / "sent" / f"{name}.docx").exists():
        pytest.skip(f"the corpus of real texts is not at {CORPUS}")
    sent, back = (read((folder / each / f"{name}.docx").read_bytes(), name, view) for each in ("sent", saved))
    return sent.value, back.value, [each for each in back.problems if each.code not in {p.code for p in sent.problems}]


@pytest.mark.parametrize("name", DRAFTS)
def test_a_text_that_libreoffice_saved_is_the_same_text(name: str, folder: Path) -> None:
    sent, back, problems = both(folder, name, "docx")
    assert back == sent
    assert problems == []


@pytest.mark.parametrize("view", ["accepted", "marked"])
@pytest.mark.parametrize(("base", "result"), REDLINES)
def test_a_comparison_that_libreoffice_saved_says_the_same(base: str, result: str, view: str, folder: Path) -> None:
    sent, back, problems = both(folder, f"{base}-{result}", "docx", view)
    assert back == sent
    # Two changes of one author on both sides of a paragraph's end become one, and the end is changed with them.
    assert {problem.code for problem in problems} <= {"tracked-change"}
    assert all("the end of this paragraph" in problem.message for problem in problems)


@pytest.mark.parametrize(("base", "result"), REDLINES)
def test_a_comparison_that_libreoffice_saved_has_the_same_words_when_rejected(
    base: str, result: str, folder: Path
) -> None:
    # The ends that it changed along are undone: a paragraph may then wear the style of the next one.
    sent, back, _ = both(folder, f"{base}-{result}", "docx", "rejected")
    assert list(words(back)) == list(words(sent))


def words(given: Instrument) -> Iterator[str]:
    return (line for clause in given for line in lines(clause) if line.strip())


def lines(clause: Clause) -> list[str]:
    notes = [plain(note.text) for note in clause.notes]
    return [
        clause.label,
        plain(clause.heading),
        *(part for p in clause.provisions for part in (p.label, plain(p.text))),
        *notes,
    ]


@pytest.mark.parametrize("name", REAL)
def test_a_treaty_that_went_by_way_of_odt_is_the_same_text(name: str, folder: Path) -> None:
    sent, back, problems = both(folder, name.replace("/", "-"), "again")
    assert back == sent
    # What stands below a title may be the text's or the page's: it is read, and the guess is said.
    assert {problem.code for problem in problems} <= {"manifest-lost", "guessed-clause", "page-edge", "outside-clause"}


@pytest.mark.parametrize("stage", STAGES)
def test_a_text_that_went_by_way_of_odt_loses_the_names_of_long_anchors_and_says_so(stage: str, folder: Path) -> None:
    sent, back, problems = both(folder, stage, "again")
    assert [shape(clause) for clause in back] == [shape(clause) for clause in sent]
    for before, after in zip(texts(sent), texts(back), strict=True):
        assert after == before or any(map(is_unnamed, before))
    codes = [problem.code for problem in problems]
    assert codes.count("anchor-moved") == sum(is_hashed(bookmark(anchor)) for anchor in anchors(sent))
    assert codes.count("reference-lost") == sum(is_unnamed(atom) for content in texts(sent) for atom in content)
    # Who holds a bracket is read from the page: one guess for each, and each is right.
    said = {"manifest-lost", "anchor-moved", "reference-lost", "guessed-holders", "guessed-clause", "page-edge"}
    assert set(codes) <= said


def shape(clause: Clause) -> tuple[object, ...]:
    """A clause without its words: what is longer than a bookmark has no name."""
    provisions = [(each.depth, each.label, each.anchor) for each in clause.provisions]
    named = [(*rest, "" if is_hashed(bookmark(f"{clause.id}#{anchor}")) else anchor) for *rest, anchor in provisions]
    return clause.id, clause.kind, clause.label, named, [note.name for note in clause.notes]


def anchors(given: Instrument) -> Iterator[str]:
    return (f"{clause.id}#{each.anchor}" for clause in given for each in clause.provisions if each.anchor)


def texts(given: Instrument) -> list[Text]:
    return [content for clause in given for content in clause.texts]


def is_unnamed(atom: Atom) -> bool:
    return isinstance(atom, Reference) and is_hashed(bookmark(atom.target))
