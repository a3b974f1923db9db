"""A Paper as Markdown.

Labels are literal and escaped, so that no reader renumbers them; levels are indented by em spaces, since plain spaces
would make a block of code. Cross-references are words like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from instrument.formats.markdown.inline import escape, inline, opening
from instrument.paper import Block, Chart, Contents, Masthead, PageBreak, Paper, Paragraph, Style, Table
from instrument.papers.contents import headings, level, ranks
from instrument.papers.labelling import parted

_EM_SPACE = "\u2003"


def write(paper: Paper) -> bytes:
    r"""A paper as CommonMark in UTF-8, with footnotes and pipe tables.

    >>> from instrument.paper import Chars
    >>> provision = Paragraph(Style.PROVISION, (Chars("[Never]"),), "1.")
    >>> print(write(Paper("", "en", (provision,))).decode(), end="")
    1\. \[Never\]
    """
    used = ranks(paper)
    blocks = [
        *_masthead(paper.masthead),
        *(written for block in paper.blocks for written in _block(block, paper, used)),
    ]
    notes = [f"[^{index}]: {_flow(inline(note))}" for index, note in enumerate(paper.notes, start=1)]
    return "\n".join(f"{block}\n" for block in (*blocks, *notes)).encode()


def _masthead(head: Masthead | None) -> Iterator[str]:
    fields = (head.body, head.symbol, head.distribution, head.date, head.original, head.agenda) if head else ()
    if lines := [escape(field) for field in fields if field]:
        yield _flow("\u2028".join(lines))


def _block(block: Block, paper: Paper, used: tuple[Style, ...]) -> Iterator[str]:
    match block:
        case Paragraph() if block.style is Style.TITLE:
            yield f"# {_joined(block)}"
        case Paragraph() if block.style in used:
            yield f"##{'#' * level(block, used)} {_joined(block)}"
        case Paragraph():
            indent = _EM_SPACE * 2 * block.depth
            yield _flow(_line(block), indent)
        case Table():
            yield _table(block)
        case Contents():
            yield _flow(escape(block.heading))
            yield _contents(paper)
        case PageBreak() | Chart():
            return


def _line(paragraph: Paragraph, joint: str = " ") -> str:
    return joint.join(filter(None, map(inline, parted(paragraph))))


def _flow(written: str, indent: str = "") -> str:
    """Lines of one paragraph: a line break of the page is a hard break."""
    lines = re.sub(r"[\r\n]", " ", written).split("\u2028")
    while len(lines) > 1 and not lines[-1].strip():  # at the end of a paragraph a break would be a backslash
        lines.pop()
    return "\\\n".join(indent + opening(line) for line in lines)


def _joined(heading: Paragraph) -> str:
    """A heading on its one line, its label set off by an em space."""
    return opening(" ".join(_line(heading, _EM_SPACE).splitlines()))


def _contents(paper: Paper) -> str:
    """A list of the headings; an item may stand only one level deeper than the one before it, or it would be code."""
    lines: list[str] = []
    depth = -1
    for entry in headings(paper):
        if words := " ".join(f"{entry.label} {entry.words}".split()):
            depth = min(entry.level, depth + 1)
            lines.append(f"{'  ' * depth}- {opening(escape(words))}")
    return "\n".join(lines)


def _table(table: Table) -> str:
    """A pipe table: it wants a head, so one without gets an empty one, and rows of equal length."""
    columns = max(map(len, table.rows), default=0)
    rows = [[" ".join(map(_cell, cell)) for cell in row] + [""] * (columns - len(row)) for row in table.rows]
    if not table.header:
        rows.insert(0, [""] * columns)
    rows.insert(1, ["---"] * columns)
    return "\n".join(map(_row, rows))


def _cell(paragraph: Paragraph) -> str:
    return " ".join(_line(paragraph).splitlines())


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
