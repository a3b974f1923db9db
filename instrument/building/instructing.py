"""Instructions in prose carried out on a text that a person names: their words from any file, the text for a page."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from instrument import storage
from instrument.building.rendering import render
from instrument.building.texts import STANDARD, Passage, is_word, read_data
from instrument.encoding import decode
from instrument.instructions import Amended, Status, amend
from instrument.papers.assembly import number_articles
from instrument.papers.draft import draft
from instrument.problem import Misuse, Problem, Read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from instrument.changes.items import Changes
    from instrument.library import Library
    from instrument.model import Instrument


def read_instructions(name: str, source: BinaryIO | None = None) -> Read[str]:
    """The words of a file of instructions, "-" standing for `source`; those of a Word file as they are printed.

    Raises `CannotRead` for a file that cannot be read.
    """
    if name == STANDARD:
        return Read(decode(source.read() if source else b"", "standard input"))
    data = storage.read_bytes(Path(name))
    if not is_word(name):
        return Read(decode(data, name))
    read = read_data(data, name, Path(name).suffix.lower())
    return Read(render(draft(read.value).value, ".txt").value.decode(), read.problems)


def carry_out(
    text: Read[Passage],
    instructions: str,
    name: str = "",
    language: str = "",
    profile: str = "un",
    others: Mapping[str, Changes] | None = None,
) -> tuple[Amended, Read[Passage]]:
    """Instructions carried out on a text, and the text that they make of it, for a page.

    The articles are numbered as they are printed; what the text's own reader had to say stays with it.
    """
    passage = text.value
    base = replace(passage, whole=number_articles(passage.whole)).placed
    made = amend(base, instructions, language, name, profile, others)
    return made, Read(Passage(made.instrument, names=passage.names), text.problems)


def check_words(library: Library) -> tuple[Problem, ...]:
    """The proposals of a register whose words, carried out again, do something else than their changes."""
    return library.disagreements(partial(_execute, library.settings.profile))


def _execute(profile: str, base: Instrument, words: str, language: str, others: Mapping[str, Changes]) -> Instrument:
    made = amend(base, words, language, profile=profile, others=others)
    refused = [problem.message for each in made.outcomes if each.status is Status.REFUSED for problem in each.problems]
    if refused:
        raise Misuse("; ".join(refused))
    if all(each.status is Status.KEPT for each in made.outcomes):
        raise Misuse("they are no instructions")
    return made.instrument
