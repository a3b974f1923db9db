"""A formula on one line, as Word writes it there: its signs stand in attributes, its shape in what is nested in what.

What no other reader could tell apart is kept apart: "(a+b)/c" is not "a+b/c", nor is "x^k a" the same as "x^(ka)".
"""

from __future__ import annotations

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import local
from instrument.formats.docx.walking.characters import TEXTS
from instrument.formats.docx.walking.elements import MATH

# What stands before a part that raises, lowers or divides.
_BEFORE = {"den": "/", "sup": "^", "sub": "_"}
_LIMITS = {"limLow": "_", "limUpp": "^"}
# After these a space ends what is raised, lowered or divided.
_ENDED = {"f", "sSup", "sSub", "sSubSup", "limLow", "limUpp"}
# What parts the cells of a row, the rows of a matrix, the equations of an array.
_PARTED = {"mr": "&", "m": "@", "eqArr": "@"}
_PARTS = ("d", "nary", "acc", "rad", "deg", "e", "num", "lim", "mr", *_BEFORE, *_ENDED)
PARTS = {f"{{{MATH}}}{name}" for name in _PARTS}


def signs(element: _Element) -> tuple[str, str]:
    """What a line of text needs before and after a part of a formula.

    >>> from lxml import etree
    >>> signs(etree.fromstring(f'<m:d xmlns:m="{MATH}"><m:dPr><m:begChr m:val="["/></m:dPr></m:d>'))
    ('[', ')')
    """
    outer = element.getparent()
    name, around = local(element), "" if outer is None else local(outer)
    match name:
        case "d":
            return _given(element, "begChr", "("), _given(element, "endChr", ")")
        case "nary":
            return _given(element, "chr", "∫"), ""
        case "acc":
            return "", _given(element, "chr", "\u0302")
        case "rad":
            return "√", ""
        case "deg":
            return ("(", "&") if _words(element) else ("", "")
        case "e" | "mr":
            return _operand(element, around)
        case "num" | "den" | "sup" | "sub" | "lim":
            return _grouped(element, _sign(element, name, around))
        case _:
            return "", " " if element.getnext() is not None else ""


def _operand(element: _Element, around: str) -> tuple[str, str]:
    """What stands around the operand of something, or around one of several side by side."""
    outer, former = element.getparent(), element.getprevious()
    if outer is None or former is None or local(former).endswith("Pr"):
        return _grouped(element, "") if around == "rad" else ("", "")
    if around == "rad":
        return ("", ")") if _words(former) else _grouped(element, "")
    if around == "d":
        return _given(outer, "sepChr", "|"), ""
    return _PARTED.get(around, " " if around in ("nary", "func") else ""), ""


def _sign(element: _Element, name: str, around: str) -> str:
    outer = element.getparent()
    if name == "den" and outer is not None and _given(outer, "type", "") == "noBar":
        return "¦"
    return _LIMITS.get(around, "") if name == "lim" else _BEFORE.get(name, "")


def _grouped(element: _Element, sign: str) -> tuple[str, str]:
    """A part after its sign, in parentheses where it is more than one number or word; nothing for an empty one."""
    words = _words(element)
    if not words:
        return "", ""
    return (sign, "") if words.isalnum() else (f"{sign}(", ")")


def _words(element: _Element) -> str:
    return "".join(each.text or "" for each in element.iter(*TEXTS))


def _given(element: _Element, name: str, otherwise: str) -> str:
    """A character that the properties of an element give; one that is given as nothing is not shown."""
    found = element.find(f"{{{MATH}}}{local(element)}Pr/{{{MATH}}}{name}")
    return otherwise if found is None else str(found.get(f"{{{MATH}}}val", ""))
