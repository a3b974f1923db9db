"""The laws on texts that nobody here wrote."""

from __future__ import annotations

import re
import shutil
import subprocess
from fnmatch import fnmatch
from functools import cache
from itertools import dropwhile, permutations
from pathlib import Path

import pytest

import instrument
from instrument.formats import docx
from instrument.formats import text as text_format
from instrument.formats.docx.lint import lint
from instrument.model import Instrument
from instrument.paper import Paper, Paragraph, Style
from instrument.papers.draft import draft
from instrument.words import words
from tests import laws
from tests.corpus import CORPUS, TEXTS, TOOLS, needs_corpus, text

ROOT = Path(__file__).parents[1]
SAMPLE = [
    "first-draft",
    "clearance-paper",
    "second-draft",
    "final-draft",
    "plenary-text",
    "final-text",
    "second-draft.fr",
]
# One of each: the project's subject, a thousand brackets, bis and ter, six languages.
CHOSEN = [
    "treaties/ccm-2008.en.txt", "treaties/ottawa-1997.en.txt", "treaties/ccw-1980.en.txt",
    "drafts/paris-agreement/2015-10-23.md", "drafts/paris-convention/1967.fr.txt",
    *(f"multilingual/bbnj-2023/{language}.txt" for language in ("en", "fr", "es", "ru", "zh", "ar")),
]  # fmt: skip


@cache
def sample(stage: str) -> Instrument:
    return instrument.open(ROOT / "clauses").draft(stage)


@needs_corpus
@pytest.mark.parametrize("name", TEXTS)
def test_the_words_of_a_real_text_are_lossless_and_its_clauses_survive_their_files(name: str) -> None:
    laws.words_are_lossless((CORPUS / name).read_bytes().decode())
    for clause in text(name):
        laws.a_clause_survives_its_file(clause)
    laws.an_instrument_survives_its_file(text(name))


@needs_corpus
@pytest.mark.parametrize("name", TEXTS)
def test_a_real_text_is_read_back_from_word_and_built_the_same_twice(name: str) -> None:
    laws.an_instrument_survives_word(text(name))


@pytest.mark.parametrize("stage", [stage for stage in SAMPLE if not stage.endswith(".fr")])
def test_the_sample_is_read_back_from_word_and_built_the_same_twice(stage: str) -> None:
    laws.an_instrument_survives_word(sample(stage))


PAIRS = [
    pair
    for group in ("treaties/*.en.txt", "drafts/paris-agreement/*", "drafts/paris-convention/*.fr.txt", "drafts/bbnj*/*")
    for pair in permutations([name for name in TEXTS if fnmatch(name, group)], 2)
]


@needs_corpus
@pytest.mark.slow
@pytest.mark.parametrize(("base", "result"), PAIRS)
def test_the_difference_of_two_real_texts_leads_there_and_back(base: str, result: str) -> None:
    laws.a_difference_leads_there_and_back(text(base), text(result))


@pytest.mark.parametrize(("base", "result"), list(permutations(SAMPLE[:4], 2)))
def test_the_difference_of_two_stages_leads_there_and_back(base: str, result: str) -> None:
    laws.a_difference_leads_there_and_back(sample(base), sample(result))


def untitled(paper: Paper) -> Paper:
    """The paper without the titles at its head, which pandoc takes for metadata."""
    titles = (Style.TITLE, Style.SUBTITLE)
    rest = dropwhile(lambda block: isinstance(block, Paragraph) and block.style in titles, paper.blocks)
    return Paper(paper.title, paper.language, tuple(rest), paper.notes)


def shown(paper: Paper) -> list[str]:
    """The words that `instrument show` prints, without the raised numbers of notes and the bars of tables."""
    printed = text_format.write(paper).decode()
    body = re.split(r"\n\n(?=[¹²³⁴-⁹])", printed)[0] if paper.notes else printed
    return without_bars(re.sub(r"[⁰¹²³⁴-⁹]+", " ", body))


def without_bars(body: str) -> list[str]:
    return [word for word in words(body) if word != "|"]


def read_by(reader: str, file: Path) -> list[str]:
    """The words that a program which is not ours reads in a document, notes aside."""
    if shutil.which("pandoc" if reader == "pandoc" else "soffice") is None or not TOOLS.exists():
        pytest.skip(f"{reader} is not here")
    command = [str(TOOLS / "word-oracle"), "accept", str(file), "--reader", reader]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return without_bars("\n".join(line for line in lines if not line.startswith("[note] ")))


@needs_corpus
@pytest.mark.judge
@pytest.mark.parametrize("name", [*SAMPLE, *CHOSEN])
def test_pandoc_reads_in_the_document_what_show_prints(name: str, tmp_path: Path) -> None:
    paper = draft(sample(name) if name in SAMPLE else text(name)).value
    (tmp_path / "text.docx").write_bytes(docx.write(paper))
    assert read_by("pandoc", tmp_path / "text.docx") == shown(untitled(paper))


@needs_corpus
@pytest.mark.judge
def test_the_documents_of_real_texts_are_valid(tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit")
    files = []
    for name in [*SAMPLE, *CHOSEN]:
        paper = draft(sample(name) if name in SAMPLE else text(name), contents=True).value
        files.append(tmp_path / f"{name.replace('/', '-')}.docx")
        files[-1].write_bytes(docx.write(paper))
        assert lint(files[-1].read_bytes()) == ()
        assert audit.OpenXmlValidator().validate(str(files[-1])).errors == []
    if not TOOLS.exists():
        pytest.skip("the validator is not here")
    run = subprocess.run([str(TOOLS / "ooxml-validate"), *map(str, files)], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


@needs_corpus
def test_the_same_treaty_has_the_same_clauses_in_six_languages() -> None:
    ids = [[clause.id for clause in text(name)] for name in CHOSEN if "bbnj" in name]
    assert len(ids) == 6
    assert ids == ids[:1] * 6
