"""Changes of formatting that somebody tracked: they change no word, and are noted."""

from __future__ import annotations

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.reading.reading import Reading
from instrument.formats.docx.walking.blocks import Block
from instrument.formats.docx.walking.view import View
from instrument.problem import Severity

_CHANGES = {
    w("rPrChange"): "letters",
    w("pPrChange"): "paragraph",
    w("numberingChange"): "number",
    w("tblPrChange"): "table",
    w("tblGridChange"): "table",
    w("tblPrExChange"): "table",
    w("trPrChange"): "row",
    w("tcPrChange"): "cell",
    w("sectPrChange"): "pages",
}


def report_formatting(root: _Element, blocks: list[Block], reading: Reading) -> None:
    """Report every tracked change of formatting, once for each author, kind and paragraph."""
    changes = list(root.iter(*_CHANGES))
    numbers = {block.paragraph: block.number for block in blocks} if changes else {}
    read = "undone" if reading.view is View.REJECTED else "done"
    for number, kind, author in dict.fromkeys(_told(change, numbers) for change in changes):
        reading.line = number
        said = f': "{blocks[number - 1].words}"' if number else ""
        message = f'a tracked change of formatting ({kind}) by "{author}" was read as {read}{said}'
        reading.report("formatting-change", Severity.WARNING, message)
    reading.line = 0


def _told(change: _Element, numbers: dict[_Element, int]) -> tuple[int, str, str]:
    """The paragraph that a change is in, its kind and its author."""
    paragraph = next(change.iterancestors(w("p")), None)
    number = 0 if paragraph is None else numbers.get(paragraph, 0)
    return number, _CHANGES[str(change.tag)], attribute(change, "author")
