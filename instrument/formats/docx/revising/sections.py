"""Sections and what stands above and below their pages."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree
from lxml.etree import _Element

from instrument.formats.docx.parts.package import WORD
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.edition import Edition
from instrument.formats.docx.revising.ledger import relation
from instrument.formats.docx.revising.stories import revise_container
from instrument.formats.docx.revising.whole import bring_whole, strike_whole

_SECTION, _CHANGE = w("sectPr"), w("sectPrChange")
_REFERENCES = (w("headerReference"), w("footerReference"))
_APART = frozenset((*_REFERENCES, _CHANGE))
_TIE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def revise_sections(old: _Element, new: _Element, edition: Edition) -> None:
    """Write how sections look now, and track how they looked; headers and footers are stories of their own."""
    olds, news = list(old.iter(_SECTION)), list(new.iter(_SECTION))
    if len(olds) != len(news):
        edition.say(
            "section-breaks",
            f"{len(olds)} sections became {len(news)}: breaks between sections are left as they were",
            "look at the pages of both files",
        )
        return
    for before, after in zip(olds, news, strict=True):
        edition.sections.append((before, after))
        if _said(before) != _said(after) and edition.care.formatting:
            _change(before, after, edition)


def _said(section: _Element) -> bytes:
    kept = [deepcopy(each) for each in section if each.tag not in _APART]
    return b"".join(etree.tostring(each, method="c14n", exclusive=True, with_tail=False) for each in kept)


def _change(before: _Element, after: _Element, edition: Edition) -> None:
    earlier = before.find(_CHANGE)
    was = [each for each in before if each.tag not in _APART]
    if earlier is None:
        earlier = edition.stamps.named("sectPrChange")
        held = before.makeelement(_SECTION)
        held.extend(was)
        earlier.append(held)
    else:
        for each in was:
            before.remove(each)
    before.extend(deepcopy(each) for each in after if each.tag not in _APART)
    before.append(earlier)


def revise_headers(edition: Edition) -> None:
    """Compare the headers and footers that sections of both files have; strike what is gone, put in what is new."""
    done: set[str] = set()
    for before, after in edition.sections:
        theirs = {_kind(each): each for each in after.iter(*_REFERENCES)}
        for reference in before.iter(*_REFERENCES):
            other = theirs.pop(_kind(reference), None)
            part = edition.part(reference.get(_TIE), new=False)
            if part in done or not part:
                continue
            done.add(part)
            if other is None:
                edition.enter(part, part)
                strike_whole(edition.ledger.tree(part), edition)
            elif there := edition.part(other.get(_TIE), new=True):
                edition.compare_parts(part, there, revise_container)
        for reference in theirs.values():
            _bring(before, reference, edition)


def _bring(section: _Element, reference: _Element, edition: Edition) -> None:
    """Put a header or footer of the new file in, its words as put in; rejected, an empty one is left."""
    there = edition.part(reference.get(_TIE), new=True)
    if not there:
        return
    name, type = _kind(reference)
    part = edition.ledger.free(there)
    edition.ledger.add(part, edition.grafts.new.file.parts[there], f"{WORD}.{name}+xml")
    edition.enter(part, there)
    root = edition.ledger.tree(part)
    bring_whole(root, edition)
    edition.grafts.adopt(root)
    made = section.makeelement(reference.tag, {w("type"): type})
    made.set(_TIE, edition.ledger.tie(edition.ledger.file.main, relation(name), part))
    section.insert(0, made)


def _kind(reference: _Element) -> tuple[str, str]:
    name = "header" if reference.tag == _REFERENCES[0] else "footer"
    return name, attribute(reference, "type") or "default"
