"""The ends of paragraphs: put in, struck or kept, and what they say of how their paragraphs look."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml.etree import _Element

from instrument.formats.docx.parts.tree import w
from instrument.formats.docx.revising.edition import Edition
from instrument.formats.docx.revising.fates import arrival, departure, fate
from instrument.formats.docx.revising.flow import Line, without_change
from instrument.formats.docx.revising.inner import meet_all, meet_new_section, meet_sections
from instrument.formats.docx.revising.marking import clear_end, mark_end, restore_end
from instrument.formats.docx.revising.numbered import enlist
from instrument.formats.docx.revising.weaving import Made
from instrument.formats.docx.walking.blocks import Revisions
from instrument.problem import CannotWrite, Problem, Severity, Where

_PROPERTIES = w("pPr")


def keep(old: Line, new: Line, edition: Edition) -> None:
    """Keep for later what stands in and behind a paragraph that is alike in both files."""
    if old is new:
        return
    if b"sectPr" in old.trace:
        meet_sections(old.element, new.element, edition)
    meet_all(old, new, edition)


class Ends:
    """Writes the ends of woven paragraphs; what an end says goes where the end goes."""

    def __init__(self, mades: Sequence[Made], edition: Edition) -> None:
        self._edition = edition
        self._said: dict[Line, tuple[_Element | None, Revisions]] = {}
        for made in mades:
            old = made.end.old
            if old is not None and made.host is not old:
                self._said[old] = deepcopy(old.element.find(_PROPERTIES)), old.mark

    def write(self, made: Made, element: _Element) -> None:
        """Write the end of a paragraph into its element."""
        old, new = made.end.old, made.end.new
        if old is not None and made.host is not old:
            self._replace(element, self._said[old][0])
        if old is not None:
            self._keep(old, new, element)
        elif new is not None:
            self._arrive(new, element)

    def _keep(self, old: Line, new: Line | None, element: _Element) -> None:
        edition = self._edition
        if old is new and old not in self._said:
            return
        if new is not None and (b"sectPr" in old.trace or b"sectPr" in new.trace):
            meet_sections(element, new.element, edition)
        if new is not None and old.trace == new.trace:
            meet_all(old, new, edition)
            if old not in self._said:
                return
        mark = self._said[old][1] if old in self._said else old.mark
        become = departure(mark, old.move, edition.stamps) if new is None else fate(mark, new.mark, edition.stamps)
        if become.restored:
            restore_end(element)
        elif become.struck:
            mark_end(element, become.struck, edition.stamps)
        if new is not None:
            edition.looks.dress_paragraph(element, new.element, old.look if old.look == new.look else b"")
            self._number(old, new, element)

    def _number(self, old: Line, new: Line, element: _Element) -> None:
        """Number a paragraph anew that has the end of one which Word numbers otherwise."""
        numbering = self._edition.numbering
        if not new.is_renumbered or numbering is None:
            return
        own = element.find(_PROPERTIES)
        before = without_change(own, old.since)
        member, other = numbering.member(before), numbering.member(new.properties)
        if member == other:
            return
        if before is not own:
            message = f'two amendments change how Word numbers this: "{new.reading.chars}"'
            raise CannotWrite(
                "two of these amendments change how Word numbers one paragraph, and Word keeps one such change; mark"
                " fewer at once",
                (Problem("not-apart", Severity.ERROR, Where(self._edition.name), message),),
            )
        made = deepcopy(element)
        enlist(made, other)
        if member and old not in self._said:
            # LibreOffice 7.4 puts a paragraph back on its list only where that is its own, not its style's.
            enlist(element, member)
        self._edition.looks.set_anew(element, made)

    def _arrive(self, new: Line, element: _Element) -> None:
        properties = deepcopy(new.element.find(_PROPERTIES))
        self._replace(element, properties)
        if properties is not None:
            meet_new_section(properties, self._edition)
            self._edition.grafts.adopt(properties)
        clear_end(element)
        for revision in arrival(new.mark, self._edition.stamps, new.move):
            mark_end(element, revision, self._edition.stamps)

    @staticmethod
    def _replace(element: _Element, properties: _Element | None) -> None:
        for each in element.findall(_PROPERTIES):
            element.remove(each)
        if properties is not None:
            element.insert(0, properties)
