"""The texts that nobody here wrote, where they are at hand."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from instrument.formats import printed
from instrument.model import Instrument

CORPUS = Path(os.environ.get("INSTRUMENT_CORPUS", Path(__file__).parents[1] / "../shared/corpus"))
TOOLS = CORPUS.parent / "tools"
FOLDERS = (
    "treaties", "treaties/src", "multilingual/bbnj-2023", "drafts/paris-agreement", "drafts/paris-convention",
    "drafts/paris-convention/src", "drafts/bbnj-prepcom-report",
)  # fmt: skip
TEXTS = [
    f"{folder}/{path.name}"
    for folder in FOLDERS
    for path in sorted((CORPUS / folder).glob("*"))
    if path.suffix in (".txt", ".md")
]

needs_corpus = pytest.mark.skipif(not CORPUS.exists(), reason=f"the corpus of real texts is not at {CORPUS}")


@cache
def text(name: str) -> Instrument:
    """A text of the corpus as the importer reads it."""
    return printed.read((CORPUS / name).read_bytes(), Path(name).name).value
