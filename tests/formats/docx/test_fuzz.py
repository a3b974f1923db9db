"""Real documents, damaged in every way at random: none is refused but in one sentence, and no word is lost."""

import random
from collections.abc import Callable, Iterator
from copy import deepcopy

import pytest
from lxml import etree

from instrument.formats.docx import read, write
from instrument.formats.docx.parts.markup import W
from instrument.formats.docx.parts.package import pack
from instrument.problem import CannotRead
from tests import laws
from tests.corpus import CORPUS
from tests.formats.docx.constructs import CONSTRUCTS
from tests.formats.docx.hostile import entries, zipped
from tests.formats.docx.papers import WHOLE
from tests.formats.docx.test_constructs import words

READ = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "word/comments.xml")
TEXTS = [f"{{{W}}}{name}" for name in ("t", "delText")]
Part = etree._Element
Mutation = Callable[[random.Random, list[Part]], None]


def documents() -> list[bytes]:
    """What is damaged: documents of everybody's where they are at hand, and one of ours."""
    real = [path.read_bytes() for path in sorted(CORPUS.glob("docx/**/*.docx")) if "numbering" not in path.parts]
    ours = [write(WHOLE), *(construct.data for construct in CONSTRUCTS)]
    return [data for data in real if len(data) < 60_000] + ours


def deleted(chance: random.Random, elements: list[Part]) -> None:
    """An element goes, and its content takes its place."""
    gone = chance.choice(elements)
    parent = gone.getparent()
    if parent is not None:
        place = parent.index(gone)
        parent[place : place + 1] = list(gone)


def repeated(chance: random.Random, elements: list[Part]) -> None:
    """An element without words stands somewhere else as well."""
    what = chance.choice(elements)
    if next(what.iter(*TEXTS), None) is None:
        put(chance.choice(elements), deepcopy(what), chance)


def moved(chance: random.Random, elements: list[Part]) -> None:
    what, where = chance.choice(elements), chance.choice(elements)
    if what.getparent() is not None and what not in [where, *where.iterancestors()]:
        put(where, what, chance)


def put(where: Part, what: Part, chance: random.Random) -> None:
    if where.tag not in TEXTS:
        where.insert(chance.randint(0, len(where)), what)


def wrapped(chance: random.Random, elements: list[Part]) -> None:
    what, like = chance.choice(elements), chance.choice(elements)
    parent = what.getparent()
    if parent is not None and like.tag not in TEXTS:
        wrapper = etree.Element(like.tag, dict(like.attrib))
        parent.replace(what, wrapper)
        wrapper.append(what)


def renamed(chance: random.Random, elements: list[Part]) -> None:
    what, like = chance.choice(elements), chance.choice(elements)
    if what.tag not in TEXTS and like.tag not in TEXTS and what.getparent() is not None:
        what.tag = like.tag


def confused(chance: random.Random, elements: list[Part]) -> None:
    """An attribute says something else."""
    what = chance.choice(elements)
    if what.attrib:
        name = chance.choice(list(what.attrib))
        what.set(name, chance.choice(["", "0", "-1", "9" * 30, "begin", "end", "clause:use", "x" * 300, "\u202e"]))


MUTATIONS: list[Mutation] = [deleted, repeated, moved, wrapped, renamed, confused]


def mutated(data: bytes, chance: random.Random) -> tuple[bytes, list[str]]:
    """A document with a few elements out of order; each text in it is a key."""
    parts = dict(entries(data))
    roots = {name: etree.fromstring(xml) for name, xml in parts.items() if name in READ}
    for number, text in enumerate(text for root in roots.values() for text in root.iter(*TEXTS)):
        text.text = f"q{number}z"
    for _ in range(chance.randint(1, 6)):
        root = chance.choice(list(roots.values()))
        chance.choice(MUTATIONS)(chance, list(root.iter("*")))
    keys = [text.text or "" for root in roots.values() for text in root.iter(*TEXTS)]
    parts |= {name: etree.tostring(root) for name, root in roots.items()}
    return pack(parts), keys


def said(data: bytes, view: str) -> tuple[str, str]:
    """The words of a document, and what is said beside them; nothing of either where it is refused in one sentence."""
    try:
        found = read(data, "returned.docx", view)
    except CannotRead as refusal:
        assert "\n" not in str(refusal)
        return "", ""
    text = "\n".join(line for clause in found.value for line in words(clause))
    kept = [said for clause in found.value for comments in laws.comments(clause) for said in comments]
    # A comment repeats the words that it is about, which does not mean that they were read.
    beside = [said.rpartition(": ")[2] for said in kept]
    return text, "\n".join([*beside, *(problem.message for problem in found.problems)])


def check_words(data: bytes, seed: int) -> None:
    chance = random.Random(seed)
    found, keys = mutated(data, chance)
    text, report = said(found, chance.choice(["accepted", "rejected", "marked"]))
    if text:
        lost = [key for key in keys if key not in text and key not in report]
        twice = [key for key in keys if text.count(key) > 1]
        assert (lost, twice) == ([], []), seed


def check_bytes(data: bytes, seed: int) -> None:
    """Bytes out of order in the file, and in one of its parts."""
    chance = random.Random(seed)
    said(scrambled(data, chance), "accepted")
    parts = dict(entries(data))
    name = chance.choice(sorted(parts))
    parts[name] = scrambled(parts[name], chance)
    said(zipped(list(parts.items())), "accepted")


def scrambled(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data or b"x")
    for _ in range(chance.randint(1, min(8, len(changed)))):
        place = chance.randrange(len(changed))
        changed[place : place + chance.randint(0, 3)] = chance.randbytes(chance.randint(1, 3))
    return bytes(changed) or b"x"


def runs(times: int) -> Iterator[tuple[bytes, int]]:
    given = documents()
    return ((given[seed % len(given)], seed) for seed in range(times))


def test_no_word_of_a_damaged_document_is_lost() -> None:
    for data, seed in runs(300):
        check_words(data, seed)


def test_damaged_bytes_are_read_or_refused() -> None:
    for data, seed in runs(150):
        check_bytes(data, seed)


@pytest.mark.slow
def test_no_word_of_twenty_thousand_damaged_documents_is_lost() -> None:
    for data, seed in runs(16_000):
        check_words(data, seed)
    for data, seed in runs(4_000):
        check_bytes(data, seed)
