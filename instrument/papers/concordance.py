"""The concordance of numbers: a column for each stage of a text, a line for each clause and provision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from instrument.model import PLAIN
from instrument.numbering.concordance import Concordance, Fate, Row
from instrument.paper import Block, Chars, Layout, Paper, Paragraph, Style, Table
from instrument.papers.draft import Document, masthead
from instrument.papers.house import HOUSES
from instrument.papers.tabling import BOLD

_NO_DOCUMENT = Document()
_WIDE = 4  # so many stages stand side by side on an upright page


@dataclass(frozen=True, slots=True)
class Words:
    """What the page says, by language."""

    title: str
    note: str
    nothing: str
    fates: Mapping[Fate, str]


_EN = Words(
    "Concordance of numbers",
    "Each line is one article or provision, with its number at each stage. Articles and provisions stand in the order "
    "of the last stage; those that are gone, where they stood.",
    "Nothing has a number.",
    {each: each.value for each in Fate},
)
_FR = Words(
    "Table de concordance",
    "Chaque ligne correspond à un article ou à une disposition, avec son numéro à chaque étape, dans l’ordre du "
    "dernier texte ; ce qui a disparu figure à la place qui était la sienne.",
    "Rien n’est numéroté.",
    {Fate.NEW: "nouveau", Fate.GONE: "supprimé", Fate.MOVED: "déplacé", Fate.SPLIT: "scindé", Fate.JOINED: "fusionné"},
)
WORDS: Mapping[str, Words] = {"en": _EN, "fr": _FR}


def concordance_paper(
    concordance: Concordance,
    document: Document = _NO_DOCUMENT,
    *,
    titles: Sequence[str] = (),
    audience: str = "internal",
) -> Paper:
    """The table of which clause and provision had which number at each stage; `titles` head the columns.

    >>> paper = concordance_paper(Concordance(("issued", "final"), ()))
    >>> paper.blocks[-1].inlines[0].chars
    'Nothing has a number.'
    """
    words = WORDS.get(concordance.language, WORDS["en"])
    title = document.title or words.title
    return Paper(
        title, concordance.language, tuple(_blocks(concordance, words, title, titles or concordance.stages)),
        masthead=masthead(document, HOUSES.get(concordance.language, HOUSES["en"])),
        layout=Layout(landscape=len(concordance.stages) > _WIDE), audience=audience,
    )  # fmt: skip


def _blocks(concordance: Concordance, words: Words, title: str, titles: Sequence[str]) -> Iterator[Block]:
    yield Paragraph(Style.TITLE, (Chars(title),))
    if not concordance.rows:
        yield Paragraph(Style.FORMULA, (Chars(words.nothing),))
        return
    yield Paragraph(Style.LEGEND, (Chars(words.note),))
    head = (tuple(_cell(stage, strong=True) for stage in titles),)
    rows = [tuple(_cell(said, row.last.is_heading) for said in cells) for row, cells in lines(concordance)]
    yield Table((*head, *rows), header=1)


def _cell(said: str, strong: bool) -> tuple[Paragraph, ...]:
    return (Paragraph(Style.PROVISION, (Chars(said, BOLD if strong else PLAIN),) if said else ()),)


def lines(concordance: Concordance) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """Each row with what its cells say: a number, what became of it, and the whole name of what stood elsewhere."""
    words, heading = WORDS.get(concordance.language, WORDS["en"]), None
    for row in concordance.rows:
        heading = row if row.last.is_heading else heading
        yield row, tuple(_said(row, place, heading, words) for place in range(len(row.cells)))


def _said(row: Row, place: int, heading: Row | None, words: Words) -> str:
    cell, fates = row.cells[place], row.fates[place]
    said = ", ".join(words.fates[fate] for fate in fates)
    if cell is None:
        return said
    over = heading.cells[place] if heading else None
    number = cell.number if cell.number and over and over.clause == cell.clause else cell.name
    if cell.is_heading:
        number = (
            f"{cell.number} – {cell.heading}"
            if cell is row.last and cell.heading not in ("", cell.number)
            else cell.number
        )
    return f"{number} ({said})" if said else number
