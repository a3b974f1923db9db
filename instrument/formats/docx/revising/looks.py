"""How words, paragraphs and tables look: whether it is the same in both files, and the change of it, tracked."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element

from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.cutting import LOOK, RUN
from instrument.formats.docx.revising.grafts import Grafts
from instrument.formats.docx.revising.leaves import Leaf
from instrument.formats.docx.revising.marking import put_mark
from instrument.formats.docx.revising.stamps import Stamps
from instrument.formats.docx.walking.blocks import Layer, Revision
from instrument.formats.docx.walking.elements import CELL_LAYERS, LAYERS

_PROPERTIES, _STYLE = w("pPr"), w("rStyle")
_RUN_CHANGE, _PARAGRAPH_CHANGE = w("rPrChange"), w("pPrChange")
# The language that spelling is checked in, and what Word notes for itself, is not how anything looks.
_UNSEEN = frozenset((_RUN_CHANGE, w("lang"), w("noProof"), *LAYERS))
_APART = frozenset((LOOK, w("sectPr"), _PARAGRAPH_CHANGE))
_OF_MARK = frozenset((_RUN_CHANGE, *LAYERS))
_OF_CELLS = frozenset((*LAYERS, *CELL_LAYERS, w("cellMerge")))
# Which cells are one is no look: what programs that leave it tracked would read is another text.
_MERGES = frozenset(
    w(name) for name in ("gridSpan", "hMerge", "vMerge", "gridBefore", "gridAfter", "wBefore", "wAfter")
)
_BESIDE = frozenset((w("wBefore"), w("wAfter")))
_UNTIL_MERGES = frozenset((w("cnfStyle"), w("tcW")))


class Looks:
    """Compares properties of the old file with those of the new one, and writes the new ones with the old kept."""

    def __init__(self, grafts: Grafts, stamps: Stamps, tracked: bool = True) -> None:
        self._grafts, self._stamps, self.tracked = grafts, stamps, tracked
        self._known: dict[tuple[bool, bytes], bytes] = {}
        self._same: set[bytes] = set()

    def differ(self, old: Leaf, new: Leaf) -> bool:
        """Whether the same words look different in both files."""
        if not self.tracked or old.child is None or new.child is None:
            return False
        mine, theirs = next(old.run.iterchildren(LOOK), None), next(new.run.iterchildren(LOOK), None)
        if _is_same(mine, theirs):
            return False
        return self._said(mine, False, _UNSEEN) != self._said(theirs, True, _UNSEEN)

    def dress(self, runs: Iterable[_Element], like: Leaf) -> None:
        """Give runs the look of new words, and keep their own as what it was before."""
        for run in runs:
            if run.tag == RUN:
                before, after = run.find(LOOK), like.run.find(LOOK)
                look = self._changed(run, before, after, LOOK, _RUN_CHANGE, frozenset({_RUN_CHANGE}))
                run.insert(0, look)

    def dress_paragraph(self, paragraph: _Element, like: _Element, both: bytes = b"") -> None:
        """Give a paragraph the look of a new one, if it is another, and keep its own as what it was before.

        `both` is what both files say of the look, where they say the same: it may still mean something else there.
        """
        if not self.tracked or both in self._same:
            return
        before, after = paragraph.find(_PROPERTIES), like.find(_PROPERTIES)
        is_same = self._said(before, False, _APART) == self._said(after, True, _APART)
        if not is_same:
            self.set_anew(paragraph, like)
        if not self._dress_mark(paragraph, None if after is None else after.find(LOOK)) and is_same and both:
            self._same.add(both)

    def set_anew(self, paragraph: _Element, like: _Element) -> None:
        """Give a paragraph the properties of a new one, and keep its own as what they were before."""
        before, after = paragraph.find(_PROPERTIES), like.find(_PROPERTIES)
        properties = self._changed(paragraph, before, after, _PROPERTIES, _PARAGRAPH_CHANGE, _APART)
        change = properties[-1]
        for name in (LOOK, w("sectPr")):
            kept = None if before is None else before.find(name)
            if kept is not None:
                change.addprevious(kept)
        paragraph.insert(0, properties)

    def _dress_mark(self, paragraph: _Element, after: _Element | None) -> bool:
        """Give the mark of a paragraph another look, if it is another; how it was changed stands first in it."""
        before = paragraph.find(f"{_PROPERTIES}/{LOOK}")
        if self._said(before, False, _UNSEEN) == self._said(after, True, _UNSEEN):
            return False
        marks = [] if before is None else [each for each in before if each.tag in LAYERS]
        look = self._changed(paragraph, before, after, LOOK, _RUN_CHANGE, _OF_MARK)
        look[:0] = marks
        put_mark(paragraph, look)
        return True

    def dress_part(self, part: _Element, like: _Element, name: str) -> None:
        """Give a table, row or cell the look of a new one, if it is another; which cells are one stays as it was."""
        tag, change = w(name), w(f"{name}Change")
        before, after = part.find(tag), like.find(tag)
        apart = _OF_CELLS | {change, w("cnfStyle")}
        if self._said(before, False, apart | _MERGES) == self._said(after, True, apart | _MERGES):
            return
        at = (name == "trPr" and part.find(w("tblPrEx")) is not None) if before is None else part.index(before)
        kept = [] if before is None else [each for each in before if each.tag in _MERGES | _OF_CELLS]
        made = self._changed(part, before, after, tag, change, apart)
        for each in [each for each in made if each.tag in _MERGES]:
            made.remove(each)
        first = next((each for each in made if each.tag not in _UNTIL_MERGES), made[-1])
        for each in kept:
            (first if each.tag in _MERGES else made[-1]).addprevious(each)
        part.insert(at, made)

    def _changed(
        self,
        owner: _Element,
        before: _Element | None,
        after: _Element | None,
        name: str,
        change: str,
        apart: frozenset[str],
    ) -> _Element:
        """Properties as they are after, and in them as they were before; an earlier change keeps what it kept."""
        made = owner.makeelement(name)
        made.extend(deepcopy(each) for each in after if each.tag not in apart) if after is not None else None
        self._grafts.adopt(made)
        earlier = None if before is None else before.find(change)
        holder = None if before is None else before.getparent()
        if before is not None and holder is not None:
            holder.remove(before)
        if earlier is None:
            earlier = self._stamps.named(change.rpartition("}")[2], _changed_by(after, change))
            kept = owner.makeelement(name)
            kept.extend([deepcopy(each) for each in before if each.tag not in apart] if before is not None else [])
            earlier.append(kept)
        made.append(earlier)
        return made

    def _said(self, properties: _Element | None, new: bool, apart: frozenset[str]) -> bytes:
        """All that properties say, styles and lists named as in the old file."""
        if properties is None:
            return b""
        raw = etree.tostring(properties, with_tail=False)
        if (new, raw) not in self._known:
            kept = [deepcopy(each) for each in properties if each.tag not in apart]
            for each in kept if new else ():
                self._grafts.rename(each)
            self._known[new, raw] = b"".join(_canonical(each) for each in kept)
        return self._known[new, raw]


def merges(properties: _Element | None) -> dict[str, str]:
    """Over how many columns and rows a cell reaches, as far as it is more than one."""
    found = [] if properties is None else [each for each in properties if each.tag in _MERGES - _BESIDE]
    said = {str(each.tag): attribute(each) or "continue" for each in found}
    return {tag: value for tag, value in said.items() if (tag, value) != (w("gridSpan"), "1")}


def _is_same(one: _Element | None, other: _Element | None) -> bool:
    """Whether properties are the same as they stand, and no style among them, which may be another one there."""
    if one is None or other is None:
        return one is other
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and all(
        a.tag == b.tag != _STYLE and a.items() == b.items() and not len(a) and not len(b) for a, b in pairs
    )


def _canonical(element: _Element) -> bytes:
    holder = etree.Element("x")
    holder.append(element)
    for each in element.iter():
        for name in [name for name in each.attrib if "rsid" in str(name) or str(name).endswith("}hint")]:
            del each.attrib[name]
    return etree.tostring(element, method="c14n", exclusive=True)


def _changed_by(properties: _Element | None, change: str) -> Revision | None:
    """Whose change of properties is tracked in the new file."""
    tracked = None if properties is None else properties.find(change)
    if tracked is None:
        return None
    return Revision(Layer.INSERTED, attribute(tracked, "author"), attribute(tracked, "date"))
