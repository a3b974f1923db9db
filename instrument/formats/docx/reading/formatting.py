"""Changes of formatting that somebody tracked: they change no word, and are noted."""

from __future__ import annotations

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.reading.reading import Reading
from instrument.formats.docx.walking.blocks import Block
from instrument.formats.docx.walking.view import View
from instrument.problem import Severity

CHANGES = {
    w("rPrChange"): "letters",
    w("pPrChange"): "paragraph",
    w("numberingChange"): "number",
    w("ins"): "number",
    w("tblPrChange"): "table",
    w("tblGridChange"): "table",
    w("tblPrExChange"): "table",
    w("trPrChange"): "row",
    w("tcPrChange"): "cell",
    w("sectPrChange"): "pages",
}


def report_formatting(root: _Element, blocks: list[Block], reading: Reading) -> None:
    """Report every tracked change of formatting, once for each author, kind and paragraph."""
    changes = [each for each in root.iter(*CHANGES) if each.tag != w("ins") or _parent(each) == w("numPr")]
    numbers = {block.paragraph: block.number for block in blocks} if changes else {}
    for number, kind, author, taken, former in dict.fromkeys(_told(each, numbers, reading.view) for each in changes):
        reading.line = number
        # The number it had is all that is kept of it, as Word's own shorthand: no list can be made of that.
        read = f"done; what was there is {former}" if former else "done" if taken else "undone"
        message = f'a tracked change of formatting ({kind}) by "{author}" was read as {read}'
        if number:
            reading.quote("formatting-change", Severity.WARNING, message, blocks[number - 1].words)
        else:
            reading.report("formatting-change", Severity.WARNING, message)
    reading.line = 0


def _told(change: _Element, numbers: dict[_Element, int], view: View) -> tuple[int, str, str, bool, str]:
    """The paragraph that a change is in, its kind, its author, whether it is taken, and a number that was there."""
    paragraph = next(change.iterancestors(w("p")), None)
    number = 0 if paragraph is None else numbers.get(paragraph, 0)
    author, taken = attribute(change, "author"), view.takes(attribute(change, "author"), attribute(change, "date"))
    return number, CHANGES[str(change.tag)], author, taken, attribute(change, "original")


def _parent(element: _Element) -> str:
    parent = element.getparent()
    return "" if parent is None else str(parent.tag)
