"""The characters that elements of a Word file stand for."""

from __future__ import annotations

from typing import cast

from lxml import etree
from lxml.etree import _Element

from instrument.formats.docx.parts.markup import LINE_BREAK, W
from instrument.formats.docx.parts.tree import attribute, local, w
from instrument.formats.docx.walking.elements import ALTERNATIVES, CHOICE, FALLBACK, FIXED, MATH, MATH_TEXT

# Where the words of a document are, and of its formulas.
TEXTS = (w("t"), w("delText"), MATH_TEXT)
_COUNTS = [etree.XPath(f"count(.//{name})", namespaces={"w": W, "m": MATH}) for name in ("w:t", "w:delText", "m:t")]
_WRITTEN = {"t", "delText"}
_UNKNOWN_SYMBOL = "\ufffd"


def written(element: _Element) -> str:
    """The characters in an element of text; a line feed is no character of a paragraph, Word shows a space for it."""
    chars = element.text or ""
    if len(element):
        chars = "".join(map(str, element.itertext()))
    if "\n" in chars or "\r" in chars:
        chars = chars.replace("\n", " ").replace("\r", " ")
    return chars


def texts(element: _Element) -> int:
    """How many elements of text there are under an element."""
    return int(sum(cast(float, count(element)) for count in _COUNTS))


def symbol(element: _Element) -> str:
    """A character given by its number in a font; most such fonts use numbers that mean nothing elsewhere.

    >>> from instrument.formats.docx.parts.tree import fragment
    >>> symbol(fragment('<w:sym w:font="Symbol" w:char="00A7"/>'))
    '§'
    """
    try:
        return chr(int(attribute(element, "char"), 16))
    except (ValueError, OverflowError):
        return _UNKNOWN_SYMBOL


def words(element: _Element) -> str:
    """All words under an element, for a report: deleted and hidden ones too; of what is told twice, one version."""
    doubles = _doubles(element)
    pieces = []
    for each in element.iter():
        if each in doubles:
            continue
        if each.tag == w("p"):
            pieces.append(" ")
        elif local(each) in _WRITTEN:
            # The text of formulas and drawings too.
            pieces.append(written(each))
        elif each.tag == w("br"):
            pieces.append(LINE_BREAK)
        elif each.tag == w("sym"):
            pieces.append(symbol(each))
        else:
            pieces.append(FIXED.get(str(each.tag), ""))
    return "".join(pieces).strip()


def _doubles(element: _Element) -> set[_Element]:
    """All that stands, below an element, in the version for older programs of something told before."""
    found: set[_Element] = set()
    for told in element.iter(ALTERNATIVES):
        if told not in found and told.find(CHOICE) is not None:
            for fallback in told.iterchildren(FALLBACK):
                found.update(fallback.iter())
    return found


def squeezed(words: str) -> str:
    """Words without their spaces, to see whether two say the same.

    >>> squeezed("Article  4 \\t")
    'Article4'
    """
    return "".join(words.split())
