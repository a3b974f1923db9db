"""Sections and what stands above and below their pages."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree
from lxml.etree import _Element

from instrument.formats.docx.parts.package import WORD
from instrument.formats.docx.parts.tree import attribute, w
from instrument.formats.docx.revising.edition import Edition
from instrument.formats.docx.revising.inner import REFERENCES, TIE
from instrument.formats.docx.revising.ledger import relation
from instrument.formats.docx.revising.stories import revise_container
from instrument.formats.docx.revising.whole import bring_whole, strike_whole

_SECTION, _CHANGE = w("sectPr"), w("sectPrChange")
_APART = frozenset((*REFERENCES, _CHANGE))


def revise_sections(old: _Element, new: _Element, edition: Edition) -> None:
    """Write how the sections look that both files have, and track how they looked; the last one is the body's own.

    Headers and footers are stories of their own.
    """
    last = _last(old), _last(new)
    edition.sections += [(before, after) for before, after in [last] if before is not None and after is not None]
    for before, after in edition.sections:
        if _said(before) != _said(after) and edition.care.formatting:
            _change(before, after, edition)


def _last(body: _Element) -> _Element | None:
    return next(body.iterchildren(_SECTION, reversed=True), None)


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
    same: dict[str, str] = {}
    gone: dict[str, None] = {}
    new = list(edition.arrived)
    for before, after in edition.sections:
        theirs = {_kind(each): each for each in after.iter(*REFERENCES)}
        for reference in before.iter(*REFERENCES):
            here = edition.part(reference.get(TIE), new=False)
            other = theirs.pop(_kind(reference), None)
            there = "" if other is None else edition.part(other.get(TIE), new=True)
            if here and there:
                same.setdefault(here, there)
            elif here:
                gone[here] = None
        new += [(before, reference) for reference in theirs.values()]
    for here, there in same.items():
        edition.compare_parts(here, there, revise_container)
    for here in gone:
        if here not in same:
            edition.enter(here, here)
            strike_whole(edition.ledger.tree(here), edition)
    known = {there: here for here, there in same.items()}
    for section, reference in new:
        _refer(section, reference, known, edition)


def _refer(section: _Element, reference: _Element, known: dict[str, str], edition: Edition) -> None:
    """Give a section the header or footer that it has in the new file: the one it was, or else a new one.

    The words of a new one are put in; rejected, an empty one is left.
    """
    there = edition.part(reference.get(TIE), new=True)
    if not there:
        return
    if there not in known:
        known[there] = _brought(there, _kind(reference)[0], edition)
    made = section.makeelement(reference.tag, {w("type"): _kind(reference)[1]})
    made.set(TIE, edition.ledger.tie(edition.ledger.file.main, relation(_kind(reference)[0]), known[there]))
    section.insert(sum(each.tag in REFERENCES for each in section), made)


def _brought(there: str, name: str, edition: Edition) -> str:
    part = edition.ledger.free(there)
    edition.ledger.add(part, edition.grafts.new.file.parts[there], f"{WORD}.{name}+xml")
    edition.enter(part, there)
    root = edition.ledger.tree(part)
    bring_whole(root, edition)
    edition.grafts.adopt(root)
    return part


def _kind(reference: _Element) -> tuple[str, str]:
    name = "header" if reference.tag == REFERENCES[0] else "footer"
    return name, attribute(reference, "type") or "default"
