"""The parts of a Word file that have words in them: the text, its notes, the heads and feet of its pages."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from instrument.formats.docx.parts.markup import R
from instrument.formats.docx.parts.opened import Opened, resolved
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.walking.blocks import Block, Kind
from instrument.formats.docx.walking.keeping import keeping
from instrument.formats.docx.walking.view import View, is_gone
from instrument.formats.docx.walking.walk import walk

_ID = f"{{{R}}}id"
_SECTION = w("sectPr")
_NOTES = {Kind.FOOTNOTE: "footnote", Kind.ENDNOTE: "endnote"}
# The six edges that pages can have, and what they are called.
_EDGES = {
    ("header", "default"): "header",
    ("header", "first"): "header of first pages",
    ("header", "even"): "header of even pages",
    ("footer", "default"): "footer",
    ("footer", "first"): "footer of first pages",
    ("footer", "even"): "footer of even pages",
}


@dataclass(slots=True)
class Stories:
    """A file's stories; each part is walked once, when it is first asked for."""

    file: Opened
    _roots: dict[str, _Element] = field(default_factory=dict)
    _walked: dict[str, list[Block]] = field(default_factory=dict)
    _notes: dict[tuple[Kind, str], list[Block]] | None = None

    @property
    def parts(self) -> list[str]:
        """The parts in which words stand."""
        kinds = (*(f"{name}s" for name in _NOTES.values()), "header", "footer")
        return [self.file.main, *(part for kind in kinds for part in self.file.related(kind))]

    def root(self, part: str) -> _Element:
        if part not in self._roots:
            self._roots[part] = self.file.document if part == self.file.main else self.file.root(part)
        return self._roots[part]

    def blocks(self, part: str) -> list[Block]:
        if part not in self._walked:
            with keeping():
                walked = walk(self.root(part), part, self.file.name, self.file.limits.blocks)
            self._walked[part] = walked.blocks
        return self._walked[part]

    def note(self, kind: Kind, id: str) -> list[Block]:
        """The paragraphs of a note; none where its mark leads nowhere."""
        if self._notes is None:
            self._notes = {}
            for each, name in _NOTES.items():
                for block in (block for part in self.file.related(f"{name}s") for block in self.blocks(part)):
                    holder = block.container.within(name)
                    self._notes.setdefault((each, holder.name if holder else ""), []).append(block)
        return self._notes.get((kind, id), [])

    def edges(self, view: View) -> Iterator[tuple[str, str]]:
        """What every section that a view shows has at the edges of its pages: the name of the edge, and the part."""
        folder = posixpath.dirname(self.file.main)
        parts = {tie.id: resolved(folder, tie.target) for tie in self.file.relations if not tie.external}
        for section in self._sections(view):
            for (kind, type), name in _EDGES.items():
                for reference in section.iterfind(w(f"{kind}Reference")):
                    part = parts.get(str(reference.get(_ID)), "")
                    if attribute(reference, "type") == type and part in self.file.parts:
                        yield name, part

    def _sections(self, view: View) -> Iterator[_Element]:
        """The sections in order: one ends with the paragraph that has its properties, the last with the document."""
        ends = {section.getparent(): section for section in reversed([*self.file.document.iter(_SECTION)])}
        for block in self.blocks(self.file.main):
            section = None if block.properties is None else ends.get(block.properties)
            if section is not None and not is_gone((*block.container.revisions, *block.mark), view):
                yield section
        yield from self.file.document.iterfind(f"{w('body')}/{_SECTION}")
