"""The half page a lawyer signs: which texts a tracked document proves, and how anybody can repeat it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from instrument.difference.comparison import Comparison
from instrument.difference.counting import Row, Tally, count
from instrument.difference.summary import summarize
from instrument.difference.view import Fate
from instrument.paper import Block, Chars, Paper, Paragraph, Style
from instrument.papers.tabling import table

_FATES = {Fate.INSERTED: "new", Fate.DELETED: "deleted", Fate.MOVED: "moved"}
# A column: what heads it, and the numbers it adds up.
_COLUMNS = {
    "lines changed": ("changed",),
    "new": ("inserted",),
    "deleted": ("deleted",),
    "moved": ("moved",),
    "renumbered": ("renumbered",),
    "words in": ("words_inserted",),
    "words out": ("words_deleted",),
}
_WIDTHS = (30, 13, 9, 13, 12, 19, 11, 11)


@dataclass(frozen=True, slots=True)
class Certified:
    """What is certified: the tracked document, the two texts, their hashes, who made the changes and with what.

    `marked`, `base` and `result` are names of files; a hash is that of a text as docs/word/receipt.md defines it, or of
    a file. `changes` tells the tracked changes by author.
    """

    marked: str
    base: str
    result: str
    hashes: tuple[tuple[str, str], ...]
    changes: str
    tool: str


def certificate(given: Certified, comparison: Comparison) -> Paper:
    """The certificate of a tracked document; `comparison` is of its texts, changes rejected and accepted."""
    return Paper("Certificate of comparison", "en", tuple(_blocks(given, comparison)))


def _blocks(given: Certified, comparison: Comparison) -> Iterator[Block]:
    yield Paragraph(Style.TITLE, (Chars("Certificate of comparison"),))
    yield _said(
        f"The document {given.marked} shows, as tracked changes, every difference in words between {given.base} and "
        f"{given.result}. With all changes rejected it reads as {given.base}, with all changes accepted as "
        f"{given.result}, word for word, in the text, tables, text boxes, notes, headers and footers. "
        f"This was proven by reading all of it{f' with {given.tool}' if given.tool else ''}."
    )
    yield _said(f"Tracked in it, paragraph by paragraph: {given.changes or 'no changes'}.")
    yield _said(summarize(comparison))
    if rows := tuple(map(_row, count(comparison).rows)):
        yield table(("", *_COLUMNS), rows, _WIDTHS)
    yield _said("Hashes (SHA-256):")
    yield table((), given.hashes, (4, 11))
    yield _said(
        f"To repeat: in Word, choose Review, Compare, Compare; take {given.base} as the original document and "
        f"{given.result} as the revised one; under More, leave every setting ticked and show changes at word level. "
        "How many words Word marks around a difference is its own choice. To prove the document itself again: "
        f"instrument verify {given.marked}"
    )
    for line in ("Name and function", "Place and date", "Signature"):
        yield _said(f"{line}: {'_' * 40}")


def _row(row: Row) -> tuple[str, ...]:
    name = f"{row.name[0].upper()}{row.name[1:]}"
    fate = f" ({_FATES[row.fate]})" if row.fate in _FATES else ""
    return (f"{name}{fate}", *(_number(row.tally, fields) for fields in _COLUMNS.values()))


def _number(tally: Tally, fields: tuple[str, ...]) -> str:
    return str(sum(getattr(tally, field) for field in fields) or "–")


def _said(words: str) -> Paragraph:
    return Paragraph(Style.FORMULA, (Chars(words),))
