"""How words and paragraphs look: whether it is the same in both files, and the change of it, tracked."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element

from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.cutting import LOOK, RUN
from instrument.formats.docx.revising.grafts import Grafts
from instrument.formats.docx.revising.leaves import Leaf
from instrument.formats.docx.revising.stamps import Stamps
from instrument.formats.docx.walking.blocks import Layer, Revision
from instrument.formats.docx.walking.elements import LAYERS

_PROPERTIES = w("pPr")
_RUN_CHANGE, _PARAGRAPH_CHANGE = w("rPrChange"), w("pPrChange")
# The language that spelling is checked in, and what Word notes for itself, is not how anything looks.
_UNSEEN = frozenset((_RUN_CHANGE, w("lang"), w("noProof"), *LAYERS))
_APART = frozenset((LOOK, w("sectPr"), _PARAGRAPH_CHANGE))


class Looks:
    """Compares properties of the old file with those of the new one, and writes the new ones with the old kept."""

    def __init__(self, grafts: Grafts, stamps: Stamps, tracked: bool = True) -> None:
        self._grafts, self._stamps, self.tracked = grafts, stamps, tracked
        self._known: dict[tuple[bool, bytes], bytes] = {}

    def differ(self, old: Leaf, new: Leaf) -> bool:
        """Whether the same words look different in both files."""
        if not self.tracked or old.child is None or new.child is None:
            return False
        mine, theirs = old.run.find(LOOK), new.run.find(LOOK)
        if mine is None and theirs is None:
            return False
        return self._said(mine, False, _UNSEEN) != self._said(theirs, True, _UNSEEN)

    def dress(self, runs: Iterable[_Element], like: Leaf) -> None:
        """Give runs the look of new words, and keep their own as what it was before."""
        for run in runs:
            if run.tag == RUN:
                before, after = run.find(LOOK), like.run.find(LOOK)
                look = self._changed(run, before, after, LOOK, _RUN_CHANGE, frozenset({_RUN_CHANGE}))
                run.insert(0, look)

    def dress_paragraph(self, paragraph: _Element, like: _Element) -> None:
        """Give a paragraph the look of a new one, if it is another, and keep its own as what it was before."""
        before, after = paragraph.find(_PROPERTIES), like.find(_PROPERTIES)
        if not self.tracked or self._said(before, False, _APART) == self._said(after, True, _APART):
            return
        properties = self._changed(paragraph, before, after, _PROPERTIES, _PARAGRAPH_CHANGE, _APART)
        change = properties[-1]
        for name in (LOOK, w("sectPr")):
            kept = None if before is None else before.find(name)
            if kept is not None:
                change.addprevious(kept)
        paragraph.insert(0, properties)

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
        if before is not None:
            owner.remove(before)
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
