"""Amendatory instructions of four rules in the United States Federal Register: what they ask for, and where.

No text stands beside them, so they are only read. `tests/cases/federal-register.tsv` has, for each instruction of each
file, what it must be read to, or the word at which it is refused, and why that is right.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from instrument.instructions.elements import Target
from instrument.instructions.framing import framed
from instrument.instructions.languages import language
from instrument.instructions.page import Fault, Heading, Piece, Remark
from instrument.instructions.received import received
from instrument.instructions.steps import steps
from tests.corpus import CORPUS, needs_corpus

FOLDER = CORPUS / "amendments/us-federal-register"
CASES = Path(__file__).parents[1] / "cases/federal-register.tsv"
ROWS = [row.split("\t") for row in CASES.read_text(encoding="utf-8").splitlines() if not row.startswith("#")]


def instruction(name: str, number: int) -> str:
    found = re.findall(r"<AMDPAR>(.*?)</AMDPAR>", (FOLDER / name).read_text(encoding="utf-8"), re.DOTALL)
    words = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", found[number - 1])).split())
    return re.sub(r" ([,.;:)])", r"\1", words)


def named(targets: tuple[Target, ...]) -> str:
    return " and ".join(" ".join(map(str, target)) for target in targets)


def said(piece: Piece, chars: str) -> Iterator[str]:
    match piece:
        case Fault():
            word = re.compile(r"[\w-]+").search(chars, piece.at)
            yield f"refused at {word[0] if word else ''}"
        case Remark():
            yield "nothing to be done"
        case Heading():
            yield "says where"
        case _:
            for step in (framed(step, chars) for step in steps(piece.elements)):
                yield f"{step.op} {named(step.places) or named(step.made)}"


@needs_corpus
@pytest.mark.parametrize(("name", "number", "reads"), [(row[0], int(row[1]), row[2]) for row in ROWS])
def test_an_instruction_is_read_to_what_it_asks_or_refused_at_a_word(name: str, number: int, reads: str) -> None:
    chars = instruction(name, number)
    assert "; ".join(each for piece in received(chars, language("en")) for each in said(piece, chars)) == reads


@needs_corpus
def test_no_instruction_is_left_out() -> None:
    there = {
        path.name: path.read_text(encoding="utf-8").count("<AMDPAR>") for path in sorted(FOLDER.glob("*.xml"))
    }  # fmt: skip
    assert {name: sum(row[0] == name for row in ROWS) for name in there} == there
