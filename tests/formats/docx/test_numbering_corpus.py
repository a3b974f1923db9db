"""Labels in the Word files that nobody here wrote, beside what their texts say of themselves and what others print."""

import random
import re
from pathlib import Path
from time import perf_counter

import pytest

from instrument.formats.docx.numbering import Numbering
from instrument.formats.docx.parts.tree import w
from tests.corpus import CORPUS, needs_corpus
from tests.formats.docx import numbering_model as model
from tests.formats.docx.numbered import (
    THREE,
    abstract,
    as_libreoffice,
    document,
    labels,
    labels_of_libreoffice,
    level,
    listed,
    number,
    numbering,
    of_file,
    override,
    root,
    roots,
    style,
    styled,
)

DOCX = CORPUS / "docx"


def read(name: str) -> list[tuple[str, str]]:
    """The labels and words of the paragraphs that have a label."""
    found, counter = of_file((DOCX / name).read_bytes())
    assert counter.problems == ()
    return [pair for pair in found if pair[0]]


def shortened(number: int) -> str:
    """A Roman numeral made by shortening a row of I's."""
    row = "I" * number
    for pair in ("IIIII V", "VV X", "XXXXX L", "LL C", "CCCCC D", "DD M", "DCCCC CM", "CCCC CD", "LXXXX XC", "XXXX XL",
                 "VIIII IX", "IIII IV"):  # fmt: skip
        row = row.replace(*pair.split(" "))
    return row


@needs_corpus
def test_3500_roman_numerals_are_those_of_their_paragraphs():
    found = read("numbering/LIR004-en-US-upperRoman.docx")
    assert len(found) == 3500
    assert [label for label, _ in found] == [f"{shortened(int(text))}|" for _, text in found]


@needs_corpus
def test_3500_french_ordinals_are_those_of_their_paragraphs():
    found = read("numbering/LIR006-fr-FR-ordinal.docx")
    assert len(found) == 3500
    assert [label for label, _ in found] == [f"{text}{'er' if text == '1' else 'e'}|" for _, text in found]


@needs_corpus
def test_lists_that_jump_and_go_on_are_numbered_as_their_paragraphs_say():
    found = read("misc/poi-ComplexNumberedLists.docx")
    # "Entry #2, with children", "2-a", "Restarted to 1 from 5", "Jump to new list at 10", "Carrying on @ 12".
    said = [re.search(r"#(\d+)|\d-([a-c])|(?:to|at|@|Now) (\d+)", text) for _, text in found]
    assert [label.rstrip(".") for label, _ in found] == [next(filter(None, each.groups())) for each in said if each]
    assert len(found) == 14


@needs_corpus
@pytest.mark.parametrize("twin, former", [("Accepted", False), ("Rejected", True)])
def test_a_tracked_change_of_numbering_is_read_from_before_and_from_after(twin, former):
    parts = roots((DOCX / "revisions/RP022-NumberingChange.docx").read_bytes())
    counter = Numbering(parts["numbering"], parts["styles"])
    now = [paragraph.find(w("pPr")) for paragraph in parts["document"].iter(w("p"))]
    then = [properties.find(f"{w('pPrChange')}/{w('pPr')}") for properties in now]
    shown = [label.text for properties in (then if former else now) if (label := counter.label(properties))]
    assert shown == [label for label, _ in read(f"revisions/RP022-NumberingChange-{twin}.docx")]
    assert len(shown) == 3


@needs_corpus
def test_deleted_paragraphs_are_all_number_one_until_one_stays():
    # Word ties the number to the paragraph's mark; LibreOffice counts the deleted ones from 1 to 5.
    parts = roots((DOCX / "revisions/002-DeletedNumberedParagraphs.docx").read_bytes())
    counter = Numbering(parts["numbering"], parts["styles"])
    shown = []
    for paragraph in parts["document"].iter(w("p")):
        properties = paragraph.find(w("pPr"))
        deleted = properties is not None and properties.find(f"{w('rPr')}/{w('del')}") is not None
        label = counter.label(properties, counts=not deleted)
        shown += [label.text] if label else []
    assert shown == ["1."] * 5


FILES = [
    "misc/poi-ComplexNumberedLists.docx", "misc/mammoth-simple-list.docx", "misc/HC031-Complicated-Document.docx",
    "misc/poi-delins.docx", "misc/docx4j-arabic_numbering.docx", "pandoc/lists.docx",
    "numbering/LIR004-en-US-upperRoman.docx", "numbering/LIR006-fr-FR-ordinal.docx",
    "revisions/002-DeletedNumberedParagraphs.docx", "revisions/005-InsertedNumberedParagraph.docx",
    "revisions/RP022-NumberingChange.docx", "revisions/RP022-NumberingChange-Accepted.docx",
    "revisions/RP022-NumberingChange-Rejected.docx",
]  # fmt: skip
# What LibreOffice prints otherwise. In text it gives every level of bullets a sign of its own; and it raises the
# letters of a French ordinal, which Word prints on the line.
DIFFERENT = {
    "pandoc/lists.docx": {("−", "◦"), ("•", "▪")},
    "numbering/LIR006-fr-FR-ordinal.docx": {(f"{n}e|", f"{n}ᵉ|") for n in range(2, 3501)} | {("1er|", "1ᵉʳ|")},
}


@needs_corpus
@pytest.mark.judge
@pytest.mark.parametrize("name", FILES)
def test_labels_are_those_that_libreoffice_prints(name, tmp_path):
    data = (DOCX / name).read_bytes()
    # It sets the paragraphs of a list in; a level that is not, as a numbered heading, stands at the margin.
    lines = iter(line for line in as_libreoffice(data, tmp_path) if line.startswith("    ") or "|" in line)
    labelled = [pair for pair in of_file(data)[0] if pair[0]]
    shown = {(label, next(lines).strip().removesuffix(text.strip()).strip()) for label, text in labelled}
    assert {pair for pair in shown if pair[0] != pair[1]} == DIFFERENT.get(name, set())
    assert not list(lines)


def shown_by_both(folder: Path, lists: str, paragraphs: list[str], styles: str = "") -> tuple[list[str], list[str]]:
    """What we print and what LibreOffice prints, "" for no label."""
    data = document(lists, paragraphs, styles)
    ours = labels(numbering(lists, styles), *paragraphs)
    return [label or "" for label in ours], labels_of_libreoffice(data, folder)


def lines(*places: tuple[int, int]) -> list[str]:
    return [listed(*place) for place in places]


# Cases of the standard where LibreOffice 7.4 prints something else: (clause, lists, paragraphs, ours, LibreOffice's).
CASES = {
    "17.9.4 isLgl is not known": (
        abstract(level(0, "%1", format="upperRoman"), level(1, "%1.%2", "<w:isLgl/>")) + number(1),
        lines((1, 0), (1, 1)), ["I", "1.1"], ["I", "I.1"],
    ),
    "17.9.10 lvlRestart is not known": (
        abstract(level(0, "%1"), level(1, "%2"), level(2, "%3", '<w:lvlRestart w:val="1"/>')) + number(1),
        lines((1, 0), (1, 1), (1, 2), (1, 1), (1, 2)), ["1", "1", "1", "2", "2"], ["1", "1", "1", "2", "1"],
    ),
    "17.9.11 a deeper level in the text is printed as it stands; Word prints nothing (MS-OI29500)": (
        abstract(level(0, "%1-%2.")) + number(1), lines((1, 0)), [""], ["1-%2%."],
    ),
    "17.18.59 a level without number takes the point after it along; Word only the number (MS-DOC 2.4.6.4)": (
        abstract(level(0, "", format="none"), level(1, "%1.%2")) + number(1),
        lines((1, 0), (1, 1)), ["", ".1"], ["", "1"],
    ),
    "17.9.27 of 2008: a level that starts again does not take the overriding number": (
        THREE + number(1, override(1, 5)),
        lines((1, 0), (1, 1), (1, 0), (1, 1)), ["1.", "1.5", "2.", "2.5"], ["1.", "1.5", "2.", "2.1"],
    ),
    "17.9.6 a level that is not defined gets a definition": (
        abstract(level(0, "%1.")) + number(1), lines((1, 0), (1, 1)), ["1.", ""], ["1.", "1."],
    ),
}  # fmt: skip


@pytest.mark.judge
@pytest.mark.parametrize("lists, paragraphs, ours, theirs", CASES.values(), ids=CASES)
def test_libreoffice_differs(lists, paragraphs, ours, theirs, tmp_path):
    assert shown_by_both(tmp_path, lists, paragraphs) == (ours, theirs)


@pytest.mark.judge
def test_libreoffice_takes_lists_and_levels_from_styles_as_we_do(tmp_path):
    link = abstract('<w:numStyleLink w:val="L"/>', id=2)
    lists = abstract(level(0, "%1."), level(1, "%1.%2", '<w:pStyle w:val="S"/>'), level(2, "%1.%2.%3"))
    lists += link + number(1) + number(2) + number(3, abstract=2) + number(4, override(0, 7), abstract=2)
    styles = style("L", listed(1), kind="numbering") + style("S", listed(1, 2)) + style("T", "", "S")
    styles += style("U", listed(index=1), "S") + style("N", listed(0), "S")
    paragraphs = [
        *lines((1, 0), (3, 0), (3, 1), (4, 0)), styled("S"), styled("T"), styled("U"), styled("N"),
        styled("S", listed(2)), styled("S", listed(index=0)), styled("S", listed(0)), listed(9, 0), listed(0, 0),
    ]  # fmt: skip
    ours, theirs = shown_by_both(tmp_path, lists, paragraphs, styles)
    assert ours == theirs


@pytest.mark.judge
def test_libreoffice_counts_a_thousand_paragraphs_as_we_do(tmp_path):
    """Many lists, drawn by chance; save that it takes the overriding number once (17.9.27 of 2008)."""
    chance = random.Random(29500)
    lists = tuple(
        model.List(place // 3, definition(place // 3), overrides(chance)) for place in range(180)
    )  # fmt: skip
    paragraphs = [
        model.Paragraph(3 * definition + chance.randrange(3), chance.randrange(model.DEPTH))
        for definition in range(60)
        for _ in range(20)
    ]
    xml = model.xml(lists)
    ours, theirs = shown_by_both(tmp_path, xml, lines(*((each.list + 1, each.level) for each in paragraphs)))
    assert ours == [model.label(lists, paragraphs[:place], each) for place, each in enumerate(paragraphs)]
    assert theirs == [model.label(lists, paragraphs[:place], each, False) for place, each in enumerate(paragraphs)]


def definition(seed: int) -> tuple[model.Level, ...]:
    chance = random.Random(seed)
    texts = (".".join(f"%{each + 1}" for each in range(chance.randrange(index + 1), index + 1)) for index in range(4))
    formats = ("decimal", "decimalZero", "lowerLetter", "upperRoman")
    return tuple(model.Level(f"{text})", chance.choice(formats), chance.randrange(1, 4)) for text in texts)


def overrides(chance: random.Random) -> dict[int, int]:
    return {index: chance.randrange(1, 9) for index in range(model.DEPTH) if chance.random() < 0.3}


@pytest.mark.bench
def test_a_hundred_thousand_paragraphs_take_about_a_second():
    lists = THREE + number(1) + number(2, override(0, 5))
    styles = style("Base", listed(1)) + style("Sub", listed(index=1), "Base")
    kinds = [root("pPr", inside) for inside in (listed(1, 0), listed(1, 1), listed(2, 2), styled("Sub"), "")]
    took = []
    for size in (10_000, 100_000):
        counter, start = numbering(lists, styles), perf_counter()
        for place in range(size):
            counter.label(kinds[place % len(kinds)])
        took.append(perf_counter() - start)
    print(f"\nlabels of 10,000 and 100,000 paragraphs: {took[0]:.2f} s, {took[1]:.2f} s")
    assert took[1] < 30 * took[0]
