"""Tracked changes made into marks for paper: what is put in underlined, what is struck struck through."""

from __future__ import annotations

from lxml.etree import _Element

from instrument.formats.docx.parts.limits import LIMITS, Limits
from instrument.formats.docx.parts.opened import opened
from instrument.formats.docx.parts.tree import w
from instrument.formats.docx.revising.cutting import LOOK, PARAGRAPH, RUN
from instrument.formats.docx.revising.leaves import restores
from instrument.formats.docx.revising.ledger import Ledger
from instrument.formats.docx.walking.elements import CELL_LAYERS, LAYERS, LOOK_CHANGES

_STORIES = ("document", "hdr", "ftr", "footnotes", "endnotes")
_STRUCK = (w("del"), w("moveFrom"))
_RANGES = tuple(w(f"{end}Range{side}") for end in ("moveFrom", "moveTo") for side in ("Start", "End"))
# What the schema wants before an underline, and of that what it wants before a line through words.
_BEFORE_STRIKE = frozenset(w(name) for name in ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps"))
_BEFORE_LINE = _BEFORE_STRIKE | {
    w(name)
    for name in (
        "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
        "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight",
    )
}  # fmt: skip
_END = "\u00b6"


def print_marks(data: bytes, limits: Limits = LIMITS) -> bytes:
    """A .docx whose tracked changes are printed: nothing in it can be accepted or rejected any more.

    The end of a paragraph that is put in or struck alone, where one paragraph became two or two became one, is printed
    as a paragraph sign. How words and pages looked before is not printed.
    """
    ledger = Ledger(opened(data, "the marked file", limits))
    for part, xml in ledger.file.parts.items():
        if part.endswith(".xml") and (b"w:author=" in xml):
            root = ledger.tree(part)
            if str(root.tag).rpartition("}")[2] in _STORIES:
                _print(root)
    return ledger.packed()


def _print(root: _Element) -> None:
    for paragraph in list(root.iter(PARAGRAPH)):
        _print_end(paragraph)
    for run in list(root.iter(RUN)):
        layers = {each.tag for each in run.iterancestors() if each.tag in LAYERS}
        if not layers.isdisjoint(_STRUCK):
            _mark(run, "strike")
            restores(run)
        elif layers:
            _mark(run, "u")
    for wrapper in list(root.iter(*LAYERS)):
        parent = wrapper.getparent()
        assert parent is not None
        for child in wrapper:
            wrapper.addprevious(child)
        parent.remove(wrapper)
    for each in list(root.iter(*LOOK_CHANGES, *_RANGES, *CELL_LAYERS)):
        parent = each.getparent()
        assert parent is not None
        parent.remove(each)


def _print_end(paragraph: _Element) -> None:
    look = paragraph.find(f"{w('pPr')}/{LOOK}")
    changes = () if look is None else [each.tag for each in look if each.tag in LAYERS]
    following = next(paragraph.itersiblings(PARAGRAPH), None)
    if changes and _keeps(paragraph) and (following is None or _keeps(following)):
        run = paragraph.makeelement(RUN)
        sign = run.makeelement(w("t"))
        sign.text = _END
        run.append(sign)
        paragraph.append(run)
        _mark(run, "strike" if set(changes) & set(_STRUCK) else "u")


def _keeps(paragraph: _Element) -> bool:
    """Whether words stand in a paragraph that no change is about."""
    return any(
        all(each.tag not in LAYERS for each in run.iterancestors()) and next(run.iter(w("t")), None) is not None
        for run in paragraph.iter(RUN)
    )


def _mark(run: _Element, name: str) -> None:
    look = run.find(LOOK)
    if look is None:
        look = run.makeelement(LOOK)
        run.insert(0, look)
    for each in look.findall(w(name)):
        look.remove(each)
    before = _BEFORE_STRIKE if name == "strike" else _BEFORE_LINE
    at = next((place for place, each in enumerate(look) if each.tag not in before), len(look))
    look.insert(at, look.makeelement(w(name), {w("val"): "single"} if name == "u" else {}))
