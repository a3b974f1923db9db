"""Files that nobody here wrote, as redlines of one another and of themselves, edited."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree
from lxml.etree import _Element

from instrument.formats.docx import revise, write
from instrument.formats.docx.parts.opened import opened
from instrument.formats.docx.parts.package import pack
from instrument.formats.docx.parts.tree import w
from instrument.formats.docx.parts.unpacking import unpack
from instrument.papers.draft import draft
from tests.corpus import CORPUS, needs_corpus, text
from tests.formats.docx.edited import redrafted
from tests.formats.docx.redlines import faults, fewest, marked, revisions
from tests.formats.docx.test_redline_judges import COMPARED

pytestmark = needs_corpus
FILES = sorted(str(path.relative_to(CORPUS)) for path in (CORPUS / "docx").glob("*/*.docx"))
TWINS = sorted(path.stem.removesuffix("-Accepted") for path in (CORPUS / "docx/revisions").glob("*-Accepted.docx"))
WHO = {"author": "Delegation C", "date": "2026-04-01T09:00:00Z"}


def file(name: str) -> bytes:
    return (CORPUS / f"docx/{name}.docx").read_bytes()


def redline(old: bytes, new: bytes) -> bytes:
    return revise(old, new, **WHO).value.data


@pytest.mark.parametrize(("old", "new"), [*COMPARED, *(pair[::-1] for pair in COMPARED)])
def test_a_file_and_what_became_of_it(old: str, new: str):
    before, after = file(f"compare/{old}"), file(f"compare/{new}")
    assert faults(before, after, redline(before, after)) == []


@pytest.mark.parametrize("name", TWINS)
def test_a_file_as_it_was_before_its_changes_and_as_it_is_after_them(name: str):
    before, after = file(f"revisions/{name}-Rejected"), file(f"revisions/{name}-Accepted")
    assert faults(before, after, redline(before, after)) == []
    assert faults(after, before, redline(after, before)) == []


@pytest.mark.parametrize("name", TWINS)
def test_a_file_as_it_was_and_with_its_changes_is_the_file_with_its_changes(name: str):
    before, after = file(f"revisions/{name}-Rejected"), file(f"revisions/{name}")
    tracked = redline(before, after)
    assert faults(before, after, tracked) == []
    assert faults(after, before, redline(after, before)) == []


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_marked_where_nothing_changed(name: str):
    data = (CORPUS / name).read_bytes()
    assert revisions(redline(data, data)) == revisions(data)


@pytest.mark.parametrize("name", FILES)
def test_a_file_in_which_nothing_changed_stays_byte_for_byte(name: str):
    data = (CORPUS / name).read_bytes()
    tracked = unpack(redline(data, data), "")
    assert [part for part, xml in unpack(data, "").items() if tracked[part] != xml] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_a_file_edited_with_a_rough_hand_both_ways(name: str):
    data = (CORPUS / name).read_bytes()
    for seed in range(3):
        after = handled(data, seed)
        assert faults(data, after, redline(data, after)) == [], seed
        assert faults(after, data, redline(after, data)) == [], seed


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_a_file_edited_with_a_rough_hand_many_times(name: str):
    data = (CORPUS / name).read_bytes()
    for seed in range(3, 60):
        before, after = handled(data, seed), handled(data, seed + 1000)
        assert faults(before, after, redline(before, after)) == [], seed


LANGUAGES = ["en", "fr", "es", "ru", "zh", "ar"]


@pytest.mark.parametrize("moved", [False, True], ids=["edited", "edited and thirty paragraphs moved"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_large_treaty_in_six_languages(language: str, moved: bool):
    paper = draft(text(f"multilingual/bbnj-2023/{language}.txt"), contents=True).value
    after = redrafted(paper.blocks)
    if moved:
        after = [*after[:120], *after[150:200], *after[120:150], *after[200:]]
    old, new = write(paper), write(replace(paper, blocks=tuple(after)))
    tracked = redline(old, new)
    assert faults(old, new, tracked) == []
    # What stands between spaces is no word in Chinese.
    assert language == "zh" or len(marked(tracked)) <= 1.02 * fewest(old, new)


def handled(data: bytes, seed: int) -> bytes:
    """A file in which words were changed, paragraphs taken out, doubled, exchanged: by number, not by sense."""
    chance = random.Random(seed)
    file = opened(data, "the file")
    body = file.document.find(w("body"))
    assert body is not None
    for _ in range(chance.randint(1, 5)):
        chance.choice((reword, reword, take_out, double, exchange))(chance, body)
    return pack({**file.parts, file.main: etree.tostring(file.document, encoding="UTF-8", xml_declaration=True)})


def reword(chance: random.Random, body: _Element) -> None:
    said = [each for each in body.iter(w("t")) if (each.text or "").strip()]
    if said:
        text = chance.choice(said)
        words = (text.text or "").split(" ")
        words[chance.randrange(len(words))] = chance.choice(["shall", "[should]", "“may”", "", "a new word"])
        text.text = " ".join(words)
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def plain(body: _Element) -> list[_Element]:
    """Paragraphs before others that hold nothing but words: the rest need care that a rough hand does not take."""
    kept = {w("pPr"), w("r"), w("proofErr")}
    inside = {w("rPr"), w("t"), w("tab"), w("br"), w("lastRenderedPageBreak")}
    return [
        each
        for each, after in pairwise(body)
        if each.tag == after.tag == w("p")
        and {child.tag for child in each} <= kept
        and {child.tag for run in each.iterchildren(w("r")) for child in run} <= inside
        and next(each.iter(w("sectPr"), w("ins"), w("del"), w("rPrChange"), w("pPrChange")), None) is None
    ]


def take_out(chance: random.Random, body: _Element) -> None:
    found = plain(body)
    if found:
        body.remove(chance.choice(found))


def double(chance: random.Random, body: _Element) -> None:
    if found := plain(body):
        one = chance.choice(found)
        copy = etree.fromstring(etree.tostring(one))
        copy.tail = None
        for name in ("paraId", "textId"):
            copy.attrib.pop(f"{{http://schemas.microsoft.com/office/word/2010/wordml}}{name}", None)
        one.addprevious(copy)


def exchange(chance: random.Random, body: _Element) -> None:
    found = plain(body)
    if len(found) > 1:
        one, other = sorted(chance.sample(range(len(found)), 2))
        found[one].addprevious(found[other])
