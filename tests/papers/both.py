"""The law of a comparison's paper: it has the words of both texts, and no others that it marks as theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from instrument.difference.comparison import Comparison
from instrument.difference.view import Fate, Line, Side
from instrument.model import Cell, Holders, Instrument, Note, Reference, Run, Text
from instrument.outline import addresses
from instrument.paper import Inline, NoteMark, Paper, Paragraph, Table
from instrument.papers.assembly import number_articles
from instrument.papers.comparison.proof import raised
from instrument.papers.house import HOUSES, print_holders
from instrument.papers.labelling import parted
from instrument.references import cite

OWN = ("remark", "folded", "left")


def words_of_both(paper: Paper, comparison: Comparison) -> None:
    """Without what was put in, the paper reads as the old text, each provision in its place; without what was taken
    out, as the new one."""
    lines = [line for chapter in comparison.chapters for line in chapter.lines if line.fate is not Fate.LEFT]
    shown = list(zip(lines, _paragraphs(paper), strict=True))
    olds: defaultdict[tuple[Side, ...], str] = defaultdict(str)
    for line, paragraph in shown:
        label, words = parted(paragraph)
        olds[line.old] += without("insert", words)
        if line.new:
            assert without("delete", words) == printed(comparison.result, line.new)
            assert without("delete", label) == label_of(comparison.result, line.new, line)
        if line.old and not line.joined and not line.split:
            assert without("insert", label) == label_of(comparison.base, line.old[0], line)
    olds.pop((), None)
    for sides, words in olds.items():
        assert words == "".join(printed(comparison.base, side) for side in sides)
    seen = [side.address for sides in olds for side in sides if _is_there(side)]
    assert sorted(seen) == sorted(places(comparison.base))
    seen = [line.new.address for line in lines if line.new and _is_there(line.new)]
    assert sorted(seen) == sorted(places(comparison.result))


def columns_of_both(paper: Paper, comparison: Comparison) -> None:
    """The left column has the words of the old text alone, the right one those of the new."""
    lines = [line for chapter in comparison.chapters for line in chapter.lines if line.fate is not Fate.LEFT]
    table = paper.blocks[-1]
    assert isinstance(table, Table)
    rows = [row for row in table.rows[1:] if any(paragraph.change != "left" for cell in row for paragraph in cell)]
    for line, (left, right) in zip(lines, rows, strict=True):
        olds, news = ([paragraph for paragraph in cell if paragraph.change not in OWN] for cell in (left, right))
        marks = [i.revision.kind for p in olds for i in p.inlines if i.revision]
        assert set(marks) <= {"delete"}
        if line.new:
            assert without("delete", parted(news[0])[1]) == printed(comparison.result, line.new)
        if line.old and not line.split:
            old = "".join(printed(comparison.base, side) for side in line.old)
            assert without("insert", parted(olds[0])[1]) == old


def places(text: Instrument) -> Iterator[str]:
    """The address of every line of a text."""
    for clause in number_articles(text):
        if clause.label or clause.heading:
            yield f"{clause.id}/heading"
        yield from addresses(clause)
        yield from (f"{clause.id}/note/{note.name}" for note in clause.notes)


def _is_there(side: Side) -> bool:
    """Whether a side is a line of its text: a clause without designation and heading has none for them."""
    return bool(side.label or side.text or not side.address.endswith("/heading"))


def without(kind: str, inlines: tuple[Inline, ...]) -> str:
    return "".join(
        inline.chars
        for inline in inlines
        if not isinstance(inline, NoteMark) and not (inline.revision and inline.revision.kind == kind)
    )


def printed(text: Instrument, side: Side) -> str:
    return "".join(_atoms(number_articles(text), side.clause, side.text))


def label_of(text: Instrument, side: Side, line: Line) -> str:
    if line.part == "heading":
        return next(clause.label for clause in number_articles(text) if clause.id == side.clause)
    return raised(side.address.rpartition("/")[2]) if line.part == "note" else side.label


def _atoms(text: Instrument, clause: str, content: Text) -> Iterator[str]:
    house = HOUSES.get(text.language, HOUSES["en"])
    for atom in content:
        match atom:
            case Run(chars):
                yield chars
            case Reference():
                yield cite(text, atom, clause) or f"{{@{atom.target}}}"
            case Note(name):
                yield raised(name)
            case Holders():
                yield house.holders.format(names) if (names := print_holders(atom, house)) else ""
            case Cell():
                yield " | "


def _paragraphs(paper: Paper) -> list[Paragraph]:
    return [
        block for block in paper.blocks if isinstance(block, Paragraph) and block.change and block.change not in OWN
    ]
