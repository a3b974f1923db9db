"""Comments of the new file brought into the old one, with what says which answers which."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cached_property
from itertools import count

from lxml import etree
from lxml.etree import _Element

from instrument.formats.docx.parts.markup import W15
from instrument.formats.docx.parts.package import WORD
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.cutting import PARAGRAPH, RUN
from instrument.formats.docx.revising.edition import Edition
from instrument.formats.docx.revising.ledger import relation
from instrument.formats.docx.walking.characters import squeezed, words

_COMMENT, _REFERENCE = w("comment"), w("commentReference")
_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_STATE, _NAME, _PARENT = (f"{{{W15}}}{name}" for name in ("commentEx", "paraId", "paraIdParent"))
_PARAGRAPH_NAME = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_TAKEN = re.compile(rb'paraId="([0-9A-Fa-f]{8})"')
_NOTES = {"footnotes": "in a footnote", "endnotes": "in an endnote"}
_ELSEWHERE = "in a text box, or on words that are not compared,"
_LONG = 80


class Comments:
    """The comments of the new file; `fresh` are those that the old one has not in the same words, by number."""

    def __init__(self, edition: Edition) -> None:
        self._edition, self._ledger, self._new = edition, edition.ledger, edition.grafts.new
        here, there = self._ledger.related("comments"), self._new.related("comments")
        olds: dict[tuple[str, ...], list[_Element]] = {}
        for each in self._ledger.tree(here).iter(_COMMENT) if here else ():
            olds.setdefault(_said(each), []).append(each)
        self.fresh: dict[str, _Element] = {}
        # What stands for a comment in the marked file, by what the new file calls it where others answer it.
        self._here: dict[str, _Element] = {}
        self._brought: list[str] = []
        for each in self._new.tree(there).iter(_COMMENT) if there else ():
            if same := olds.get(_said(each)):
                self._know(each, same.pop(0))
            else:
                self.fresh[attribute(each, "id")] = each
        self._places = dict(self._in_notes()) if self.fresh else {}

    def bring(self, id: str) -> tuple[str, _Element]:
        """Put a comment into the old file; its number there, and the run that refers to it."""
        source = self.fresh.pop(id)
        root = self._ledger.tree(self._part("comments", "comments"))
        taken = (attribute(each, "id") for each in root)
        number = str(max((int(id) for id in taken if id.isdecimal()), default=-1) + 1)
        made = deepcopy(source)
        self._edition.enter(self._ledger.related("comments"), self._new.related("comments"))
        self._edition.grafts.adopt(made)
        made.set(w("id"), number)
        root.append(made)
        self._know(source, made)
        self._brought.append(_name(source))
        run = root.makeelement(RUN)
        run.append(run.makeelement(_REFERENCE, {w("id"): number}))
        return number, run

    def _know(self, source: _Element, here: _Element) -> None:
        if name := _name(source):
            self._here[name] = here

    def answer(self) -> None:
        """Write which of the comments that were brought answers which, and which are done."""
        for name in self._brought:
            if (state := self._states.get(name)) is not None:
                root = self._ledger.tree(self._part(_EXTENDED, "commentsExtended"))
                made = deepcopy(state)
                made.set(_NAME, self._called(self._here[name]))
                parent = self._here.get(str(made.attrib.pop(_PARENT, "")))
                if parent is not None:
                    made.set(_PARENT, self._called(parent))
                root.append(made)

    def say_left(self) -> None:
        """Say which comments were not brought: their words are not where a comment can be fastened."""
        for id, each in self.fresh.items():
            said = words(each)
            short = said if len(said) <= _LONG else f"{said[:_LONG].rstrip()} ..."
            place = self._places.get(id, _ELSEWHERE)
            message = f'a comment by "{attribute(each, "author")}" {place} of the new file is not in the marked one'
            self._edition.say("comment-left", f'{message}: "{short}"', "read it in the new file")

    def _in_notes(self) -> Iterator[tuple[str, str]]:
        """Which comments are on words of notes, before those are taken out of the new file."""
        for kind, place in _NOTES.items():
            part = self._new.related(kind)
            for each in self._new.tree(part).iter(_REFERENCE) if part else ():
                yield attribute(each, "id"), place

    def _part(self, kind: str, name: str) -> str:
        """The part of the old file of a kind; one is made where there is none."""
        part, other = self._ledger.related(kind), self._new.related(kind)
        if not part:
            part = self._ledger.free(posixpath.join(posixpath.dirname(self._ledger.file.main), f"{name}.xml"))
            root = deepcopy(self._new.tree(other))
            root[:] = []
            self._ledger.add(part, etree.tostring(root), f"{WORD}.{name}+xml")
            self._ledger.tie(self._ledger.file.main, relation(kind), part)
        return part

    @cached_property
    def _states(self) -> dict[str, _Element]:
        part = self._new.related(_EXTENDED)
        return {} if not part else {str(each.get(_NAME)): each for each in self._new.tree(part).iter(_STATE)}

    def _called(self, comment: _Element) -> str:
        """What answers call a comment; one that has no name is given one that no paragraph has."""
        if not _name(comment):
            name = next(made for number in count(1) if (made := f"{number:08X}") not in self._taken)
            self._taken.add(name)
            last = [*comment.iter(PARAGRAPH)][-1]
            last.set(_PARAGRAPH_NAME, name)
        return _name(comment)

    @cached_property
    def _taken(self) -> set[str]:
        parts = self._ledger.file.parts.items()
        return {found.decode().upper() for name, xml in parts if name.endswith(".xml") for found in _TAKEN.findall(xml)}


def _name(comment: _Element) -> str:
    """What the list of answers calls a comment: it is the name of its last paragraph."""
    paragraphs = [*comment.iter(PARAGRAPH)]
    return str(paragraphs[-1].get(_PARAGRAPH_NAME, "")) if paragraphs else ""


def _said(comment: _Element) -> tuple[str, ...]:
    return attribute(comment, "author"), attribute(comment, "date"), squeezed(words(comment))
