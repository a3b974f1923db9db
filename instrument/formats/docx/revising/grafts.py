"""What the new file's words rest on, found in the old file or put into it: styles, lists, pictures, links, notes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from copy import deepcopy
from functools import cached_property
from itertools import count

from lxml import etree
from lxml.etree import _Element

from instrument.formats.docx.parts.carriers import PREFIX, again
from instrument.formats.docx.parts.markup import R
from instrument.formats.docx.parts.opened import Opened
from instrument.formats.docx.parts.package import WORD
from instrument.formats.docx.parts.sessions import drop
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.cutting import shell
from instrument.formats.docx.revising.leaves import HOLDERS
from instrument.formats.docx.revising.ledger import Ledger, relation
from instrument.formats.docx.revising.manifests import Manifests
from instrument.formats.docx.revising.stamps import Stamps
from instrument.formats.docx.walking.elements import CELL_LAYERS, LAYERS, LOOK_CHANGES

_STYLES = {w("pStyle"), w("rStyle"), w("tblStyle")}
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_CHANGES = {*LAYERS, *CELL_LAYERS, *LOOK_CHANGES}
_TIES = f"{{{R}}}"
# Ends of ranges whose other ends stay behind, and what Word notes for itself.
_LEFT = {
    w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"), w("permStart"), w("permEnd"), w("proofErr"),
    w("moveFromRangeStart"), w("moveFromRangeEnd"), w("moveToRangeStart"), w("moveToRangeEnd"),
    w("lastRenderedPageBreak"), w("bookmarkStart"), w("bookmarkEnd"),
}  # fmt: skip
_WORD14 = "{http://schemas.microsoft.com/office/word/"


class Grafts:
    """Brings elements of the new file into the old one; `here` and `there` are the parts that they come to and from."""

    def __init__(self, ledger: Ledger, new: Opened, stamps: Stamps) -> None:
        self._ledger, self.new, self._stamps = ledger, Ledger(new), stamps
        self.here, self.there = ledger.file.main, new.main
        self.manifests = Manifests(ledger, self.new)
        self._styles: dict[str, str] = {}
        self._numbers: dict[str, str] = {}
        self._notes: dict[tuple[str, str], str] = {}
        # Whether what arrives was made of the old file's own styles and lists.
        self.is_dressed = False
        self.brought: list[tuple[str, str, str]] = []

    def rename(self, element: _Element) -> None:
        """Name styles and lists under an element as the old file names them, where it has the same."""
        for each in element.iter():
            if each.tag in _STYLES:
                each.set(w("val"), self._same_style(attribute(each)) or f"new {attribute(each)}")
            elif each.tag == w("numId"):
                each.set(w("val"), self._same_list(attribute(each)) or f"new {attribute(each)}")

    def adopt(self, element: _Element, only_itself: bool = False) -> None:
        """Make an element that came from the new file one of the old file."""
        for each in [element] if only_itself else list(element.iter()):
            tag = each.tag
            if tag in _LEFT:
                drop(each)
            elif tag in _STYLES and not self.is_dressed:
                each.set(w("val"), self._style(attribute(each)))
            elif tag == w("numId") and not self.is_dressed:
                each.set(w("val"), self._list(attribute(each)))
            elif tag in _NOTES:
                each.set(w("id"), self._note(_NOTES[tag], attribute(each, "id")))
            elif tag in _CHANGES:
                each.set(w("id"), self._stamps.number())
            self._clean(each)

    def framed(self, frame: _Element, inside: Iterable[_Element]) -> _Element:
        """What arrives in a link, or in a control of holders, whose number follows those that the old file has."""
        made = shell(frame)
        content = made
        properties = frame.find(w("sdtPr"))
        if properties is not None:
            made.append(deepcopy(properties))
            content = made.makeelement(w("sdtContent"))
            made.append(content)
            for number in made.findall(f"{w('sdtPr')}/{w('id')}"):
                drop(number)
            for tag in made.findall(f"{w('sdtPr')}/{w('tag')}"):
                held = int(attribute(tag).removeprefix(HOLDERS) or 0)
                tag.set(w("val"), f"{HOLDERS}{self.manifests.holders + held}")
        content.extend(inside)
        self._clean(made)
        return made

    def _clean(self, element: _Element) -> None:
        for name in [str(name) for name in element.attrib]:
            if "}rsid" in name or (name.startswith(_WORD14) and element.tag in (w("p"), w("tr"), w("r"))):
                del element.attrib[name]
            elif name.startswith(_TIES) and element.get(name):
                element.set(name, self._tie(str(element.get(name))))

    # Styles

    def _same_style(self, id: str) -> str:
        """The id, in the old file, of the style that has the name of one in the new file."""
        name = self._new_styles.get(id, (id, None))[0]
        return self._old_styles.get(name.lower(), "")

    def _style(self, id: str) -> str:
        found = self._same_style(id) or self._styles.get(id)
        if not found:
            style = self._new_styles.get(id, (id, None))[1]
            taken = {attribute(each, "styleId") for each in self._style_tree} if self._style_tree is not None else set()
            found = self._styles[id] = next(each for n in count() if (each := f"{id}{n or ''}") not in taken)
            if style is not None and self._style_tree is not None:
                made = deepcopy(style)
                made.set(w("styleId"), found)
                self._style_tree.append(made)
                for other in made.iter(w("basedOn"), w("next"), w("link")):
                    other.set(w("val"), self._style(attribute(other)))
                self.adopt(made)
        return found

    @cached_property
    def _style_tree(self) -> _Element | None:
        part = self._ledger.related("styles")
        return self._ledger.tree(part) if part else None

    @cached_property
    def _old_styles(self) -> dict[str, str]:
        return {name.lower(): id for id, (name, _) in _named(self._ledger).items()}

    @cached_property
    def _new_styles(self) -> dict[str, tuple[str, _Element | None]]:
        return _named(self.new)

    # Lists

    def _same_list(self, id: str) -> str:
        """The number, in the old file, of a list that counts as one in the new file does."""
        if id == "0" or id in self._numbers:
            return self._numbers.get(id, id)
        said = self._new_lists.get(id, b"")
        if said and self._old_lists.get(id) == said:
            return id
        return next((other for other, same in self._old_lists.items() if said and same == said), "")

    def _list(self, id: str) -> str:
        found = self._same_list(id)
        if not found:
            found = self._numbers[id] = self._bring_list(id)
        return found

    def _bring_list(self, id: str) -> str:
        """Put a list of the new file into the old one, if that has lists at all."""
        part, other = self._ledger.related("numbering"), self.new.related("numbering")
        numbers = {} if not other else {attribute(n, "numId"): n for n in self.new.tree(other).iter(w("num"))}
        if not part or id not in numbers:
            return "0"
        root = self._ledger.tree(part)
        number, abstract = deepcopy(numbers[id]), attribute(numbers[id].find(w("abstractNumId")))
        pattern = next((a for a in self.new.tree(other).iter(w("abstractNum")) if _abstract(a) == abstract), None)
        if pattern is None:
            return "0"
        made = deepcopy(pattern)
        made.set(w("abstractNumId"), _free(_abstract(a) for a in root.iter(w("abstractNum"))))
        for each in list(made.iter(w("nsid"), w("tmpl"))):
            made.remove(each)
        root.insert(len(root.findall(w("abstractNum"))), made)
        number.set(w("numId"), _free(attribute(n, "numId") for n in root.iter(w("num"))))
        for each in number.iter(w("abstractNumId")):
            each.set(w("val"), _abstract(made))
        root.insert(len(root.findall(w("abstractNum"))) + len(root.findall(w("num"))), number)
        for each in made.iter(w("pStyle")):
            each.set(w("val"), self._style(attribute(each)))
        return attribute(number, "numId")

    @cached_property
    def _old_lists(self) -> dict[str, bytes]:
        return _lists(self._ledger)

    @cached_property
    def _new_lists(self) -> dict[str, bytes]:
        return _lists(self.new)

    # Relations

    def _tie(self, id: str) -> str:
        tie = self.new.ties(self.there).get(id)
        if tie is None:
            return id
        if tie.external:
            return self._ledger.tie(self.here, tie.type, tie.target, external=True)
        part = self.new.target(self.there, tie)
        return self._ledger.tie(self.here, tie.type, self._bring_part(part))

    def _bring_part(self, part: str) -> str:
        """The name, in the old file, of a part that holds what a part of the new file holds."""
        data = self.new.file.parts.get(part, b"")
        parts = {**self._ledger.file.parts, **self._ledger.added}
        if parts.get(part) == data:
            return part
        made = self._ledger.free(part)
        self._ledger.add(made, data, self.new.type_of(part))
        return made

    # Notes and bookmarks

    def _note(self, kind: str, id: str) -> str:
        """A note of the new file brought into the old one: its number there."""
        if (kind, id) not in self._notes:
            root = self._ledger.tree(self._notes_part(f"{kind}s"))
            ids = (int(attribute(each, "id") or 0) for each in root)
            self._notes[kind, id] = str(max([*ids, 0]) + 1)
            note = root.makeelement(w(kind), {w("id"): self._notes[kind, id]})
            root.append(note)
            self.brought.append((kind, id, self._notes[kind, id]))
        return self._notes[kind, id]

    def _notes_part(self, kind: str) -> str:
        part, other = self._ledger.related(kind), self.new.related(kind)
        if not part:
            part = posixpath.join(posixpath.dirname(self._ledger.file.main), f"{kind}.xml")
            root = deepcopy(self.new.tree(other))
            for note in [each for each in root if attribute(each, "type") in ("", "normal")]:
                root.remove(note)
            self._ledger.add(part, etree.tostring(root), f"{WORD}.{kind}+xml")
            self._ledger.tie(self._ledger.file.main, relation(kind), part)
        return part

    def bring_bookmarks(self, paragraph: _Element, source: _Element) -> None:
        """Put the bookmarks of a new paragraph around its words.

        Where the old file has one of the name, as it has where something moved, one of ours comes as a second one.
        """
        for start in source.iter(w("bookmarkStart")):
            name = attribute(start, "name")
            if self.here == self._ledger.file.main and not self.is_dressed and not name.startswith(PREFIX):
                continue  # It is brought to its own words.
            if name in self._bookmarks and name.startswith(PREFIX):
                name = again(name)
            if name not in self._bookmarks:
                self._bookmarks.add(name)
                number = self._stamps.number()
                begin = paragraph.makeelement(w("bookmarkStart"), {w("id"): number, w("name"): name})
                paragraph.insert(1 if len(paragraph) and paragraph[0].tag == w("pPr") else 0, begin)
                paragraph.append(paragraph.makeelement(w("bookmarkEnd"), {w("id"): number}))

    @cached_property
    def _bookmarks(self) -> set[str]:
        """The names of the bookmarks in the part of the old file."""
        return {attribute(each, "name") for each in self._ledger.tree(self.here).iter(w("bookmarkStart"))}


def _named(ledger: Ledger) -> dict[str, tuple[str, _Element | None]]:
    part = ledger.related("styles")
    if not part:
        return {}
    root = ledger.file.root(part)
    return {attribute(each, "styleId"): (attribute(each.find(w("name"))), each) for each in root.iter(w("style"))}


def _lists(ledger: Ledger) -> dict[str, bytes]:
    """What each list says, without what numbers it."""
    part = ledger.related("numbering")
    if not part:
        return {}
    root = ledger.file.root(part)
    patterns = {_abstract(each): _said(each) for each in root.iter(w("abstractNum"))}
    return {
        attribute(each, "numId"): patterns.get(attribute(each.find(w("abstractNumId"))), b"") + _said(each)
        for each in root.iter(w("num"))
    }


def _said(element: _Element) -> bytes:
    children = (each for each in element if each.tag not in (w("abstractNumId"), w("nsid"), w("tmpl")))
    return b"".join(etree.tostring(each, method="c14n", exclusive=True, with_tail=False) for each in children)


def _abstract(element: _Element) -> str:
    return attribute(element, "abstractNumId")


def _free(numbers: Iterable[str]) -> str:
    return str(max((int(number) for number in numbers if number.isdecimal()), default=0) + 1)
