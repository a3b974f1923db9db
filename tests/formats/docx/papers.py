"""Papers to write as Word documents: one with everything in it, and random ones of every legal shape."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

from hypothesis import strategies as st

from instrument.formats.docx.parts.package import pack
from instrument.model import Mark
from instrument.paper import (
    Block,
    Chars,
    Contents,
    Inline,
    Layout,
    Link,
    Masthead,
    NoteMark,
    PageBreak,
    Paper,
    Paragraph,
    Revision,
    Style,
    Table,
)
from tests.strategies import CHARS, MARKS, NAMES

ITALIC = frozenset({Mark.ITALIC})
INSERTED = Revision("insert", "Delegation A; Delegation C", "2026-03-10T09:00:00Z")
DELETED = Revision("delete", "Delegation B", "2026-03-10")
HELD = '{by="Delegation A" alt=1}'


def line(*inlines: Inline | str, style: Style = Style.PROVISION, clause: str = "use", **rest: Any) -> Paragraph:
    """A paragraph of a clause; words may be given bare."""
    words = tuple(Chars(each) if isinstance(each, str) else each for each in inlines)
    return Paragraph(style, words, clause=clause, kind=rest.pop("kind", "article"), **rest)


def paper(*blocks: Block, language: str = "en", **rest: Any) -> Paper:
    return Paper("Draft convention", language, blocks, **rest)


def parts(data: bytes) -> dict[str, str]:
    """The parts of a file as text."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {name: file.read(name).decode(errors="surrogateescape") for name in file.namelist()}


def body(data: bytes) -> str:
    return parts(data)["word/document.xml"]


def edited(data: bytes, edit: Callable[[str], str], part: str = "word/document.xml") -> bytes:
    """The file after somebody changed one of its parts; the change must change something."""
    found = parts(data)
    after = edit(found[part])
    assert after != found[part]
    return pack({name: text.encode(errors="surrogateescape") for name, text in {**found, part: after}.items()})


def replaced(data: bytes, pattern: str, by: str, part: str = "word/document.xml") -> bytes:
    return edited(data, lambda xml: re.sub(pattern, by, xml, flags=re.DOTALL), part)


WHOLE = paper(
    Paragraph(Style.TITLE, (Chars("Draft convention"),)),
    Paragraph(Style.LEGEND, (Chars("Text in square brackets has not been agreed."),)),
    Contents("Contents"),
    PageBreak(),
    line("The States Parties to this Convention,", style=Style.FORMULA, clause="preamble", kind="preamble"),
    line(Chars("Recalling", ITALIC), " the rules,", style=Style.RECITAL, clause="preamble", kind="preamble"),
    line("GENERAL PROVISIONS", style=Style.PART, label="PART I", target="part-i", clause="part-i", kind="part"),
    line("Obligations", style=Style.ARTICLE, label="Article 1", target="use"),
    line("Each State Party shall", NoteMark(0), " never, as in ", Link("article 2", "aid#first"), ":", label="1."),
    line("use cluster munitions;", label="(a)", depth=1, target="use#items"),
    line("help anyone", Chars(" at all", frozenset(), INSERTED), Chars(" ever", frozenset(), DELETED), depth=1),
    line("[within ten years]", Chars(" (Delegation A)", holders=HELD), " & <soon>\u2028or\u00a0later", label="1 bis."),
    Table(
        (
            ((line("Article", depth=0),), (line("Deadline"),)),
            ((line("Article 3", label="1.", target="use#row"),), (line("Eight years"),)),
            ((line("All others"),),),
        ),
        header=1,
        widths=(2, 1),
        depth=1,
        clause="use",
        kind="article",
    ),
    line("Note by the secretariat.", style=Style.NOTE),
    line("Assistance", style=Style.ARTICLE, label="Article 2", target="aid", clause="aid"),
    line("Each State Party shall help.", NoteMark(1), label="1.", target="aid#first", clause="aid"),
    notes=((Chars("Agreed "), Chars("ad referendum", ITALIC)), (Chars("Delegation B", holders='{by="Delegation B"}'),)),
    masthead=Masthead("Conference", "CCM/1", "Distr.: General", "10 March 2026", "Original: English", "Agenda item 7"),
    layout=Layout(line_numbers=True, watermark="DRAFT"),
)

REVISIONS = st.sampled_from([None, None, INSERTED, DELETED])
WORDS = st.one_of(
    st.builds(Chars, CHARS, MARKS, REVISIONS, st.sampled_from(["", "", HELD])),
    st.builds(Link, CHARS, st.one_of(NAMES, st.sampled_from(["use", "use#items"])), MARKS, REVISIONS),
)


TARGETS = st.sampled_from(["", "", "use", "use#items", "a-very-long-target-that-no-bookmark-can-hold#row"])
IDS = st.sampled_from(["", "use", "aid", "An id nobody expects, of more than 64 characters " * 2])
LABELS = st.sampled_from(["", "1.", "(a)", "Article 4 bis", "第四条"])


def paragraphs(clauses: st.SearchStrategy[str] = IDS) -> st.SearchStrategy[Paragraph]:
    return st.builds(
        Paragraph,
        st.sampled_from(list(Style)),
        st.lists(WORDS, max_size=3).map(tuple),
        LABELS,
        st.integers(0, 8),
        TARGETS,
        clauses,
        st.sampled_from(["", "article"]),
    )


CELLS = st.lists(paragraphs(st.just("")), max_size=2).map(tuple)
TABLES = st.builds(
    Table,
    st.lists(st.lists(CELLS, max_size=3).map(tuple), max_size=3).map(tuple),
    st.integers(0, 1),
    st.lists(st.integers(0, 9), max_size=3).map(tuple),
    st.integers(0, 3),
    st.sampled_from(["", "use"]),
)
BLOCKS = st.one_of(paragraphs(), paragraphs(), TABLES, st.just(PageBreak()), st.builds(Contents, CHARS))
LAYOUTS = st.builds(
    Layout, st.sampled_from(["A4", "Letter"]), st.booleans(), st.booleans(), st.sampled_from(["", "DRAFT"])
)


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    blocks = draw(st.lists(BLOCKS, max_size=6))
    notes = tuple(tuple(each) for each in draw(st.lists(st.lists(WORDS, max_size=2), max_size=2)))
    marks = [Paragraph(Style.PROVISION, (NoteMark(number),)) for number in range(len(notes))]
    return Paper(
        draw(CHARS),
        draw(st.sampled_from(["en", "fr", "ar", "zh", "ru", "he", "tlh"])),
        (*blocks, *marks),
        notes,
        draw(st.one_of(st.none(), st.builds(Masthead, CHARS, CHARS, CHARS, CHARS, CHARS, CHARS))),
        draw(LAYOUTS),
    )
